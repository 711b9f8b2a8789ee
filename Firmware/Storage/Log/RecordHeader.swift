// The start of a record: what it is and how long, in a code that shows every tear.

/// What a record says. Three bits; a kind that this version does not know is skipped.
enum RecordKind {
    /// A key and its value.
    static let value: UInt32 = 0
    /// The key has no value any more. Without a key: the records of a transaction count from here on.
    static let tombstone: UInt32 = 1
    /// What stands before this may be torn; records go on here.
    static let tear: UInt32 = 2
    /// Everything before this was written, or written again, and read back after the last start.
    static let clean: UInt32 = 3
    /// The records of the sector end here.
    static let end: UInt32 = 4
    /// A value and a deletion that count once their transaction is committed.
    static let pendingValue: UInt32 = 5
    static let pendingTombstone: UInt32 = 6
    /// A value whose header has two bytes.
    static let shortValue: UInt32 = 7
}

/// Four bytes: kind (3 bits), key length (8) and value length (16), with the number of zeros among these 27 bits
/// in the other five: Berger's code. Values of up to 63 bytes under keys of up to 8 have two bytes: kind (3),
/// key length less one (3), value length (6), and four bits with the number of zeros among these 12.
///
/// Programming flash turns ones into zeros. A torn header therefore has some ones too many, never a zero too
/// many: among the fields that makes the count of zeros smaller, within the count field it makes the number
/// stored there larger. The two cannot agree again, so a torn header is always seen. A flipped bit is, too.
struct RecordHeader: Equatable {
    /// As it is written, the first byte lowest; of a short header the lower half.
    let word: UInt32
    /// The bytes that the checksum covers: header, key and value.
    let contentLength: Int

    init(kind: UInt32, keyLength: Int, valueLength: Int) {
        let key = UInt32(truncatingIfNeeded: keyLength)
        let value = UInt32(truncatingIfNeeded: valueLength)
        if kind == RecordKind.value && key &- 1 < 8 && value < 64 {
            let fields = RecordKind.shortValue | (key &- 1) &<< 3 | value &<< 6
            word = fields | Self.zeros(fields, of: 12) &<< 12
            contentLength = 2 &+ keyLength &+ valueLength
        } else {
            let fields = kind | key &<< 3 | value &<< 11
            word = fields | Self.zeros(fields, of: 27) &<< 27
            contentLength = 4 &+ keyLength &+ valueLength
        }
    }

    /// `nil` if the word is no header: erased, torn or damaged. Of a short header the word's upper half is the
    /// start of the key.
    @inline(never)
    init?(word: UInt32) {
        if word & 7 == RecordKind.shortValue {
            guard Self.zeros(word, of: 12) == word &>> 12 & 0xF else { return nil }
            self.word = word & 0xFFFF
            contentLength = 3 &+ Int(truncatingIfNeeded: word &>> 3 & 7 &+ word &>> 6 & 0x3F)
        } else {
            guard Self.zeros(word, of: 27) == word &>> 27 else { return nil }
            self.word = word
            contentLength = 4 &+ Int(truncatingIfNeeded: word &>> 3 & 0xFF) &+ Int(truncatingIfNeeded: word &>> 11 & 0xFFFF)
        }
    }

    private static func zeros(_ word: UInt32, of bits: UInt32) -> UInt32 {
        bits &- UInt32(truncatingIfNeeded: (word & (1 &<< bits &- 1)).nonzeroBitCount)
    }

    private var isShort: Bool { word & 7 == RecordKind.shortValue }

    /// Never `shortValue`, which is how a value may be written.
    var kind: UInt32 { isShort ? RecordKind.value : word & 7 }

    /// Bytes before the key.
    var prefix: Int { isShort ? 2 : 4 }

    var keyLength: Int {
        isShort ? Int(truncatingIfNeeded: word &>> 3 & 7) &+ 1 : Int(truncatingIfNeeded: word &>> 3 & 0xFF)
    }

    var valueLength: Int {
        Int(truncatingIfNeeded: isShort ? word &>> 6 & 0x3F : word &>> 11 & 0xFFFF)
    }

    /// The bytes that the record takes: its content and the checksum, in whole words of the flash.
    func length(wordLength: UInt32) -> UInt32 {
        let bytes = UInt32(truncatingIfNeeded: contentLength &+ 4)
        return (bytes &+ wordLength &- 1) & ~(wordLength &- 1)
    }

    /// Whether the record speaks about a key, as marks do not.
    var hasKey: Bool { keyLength > 0 && (kind <= RecordKind.tombstone || isPending) }

    /// Whether the record belongs to a transaction, and counts once that is committed.
    var isPending: Bool { kind == RecordKind.pendingValue || kind == RecordKind.pendingTombstone }

    var isValue: Bool { kind == RecordKind.value || kind == RecordKind.pendingValue }

    /// Whether the record says that a transaction counts from here on.
    var isCommit: Bool { kind == RecordKind.tombstone && keyLength == 0 }
}
