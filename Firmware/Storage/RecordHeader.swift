// The first word of a record: what it is and how long, in a code that shows every tear.

/// What a record says. Three bits; a kind that this version does not know is skipped.
enum RecordKind {
    /// A key and its value.
    static let value: UInt32 = 0
    /// The key has no value any more.
    static let tombstone: UInt32 = 1
    /// What stands before this may be torn; records go on here.
    static let tear: UInt32 = 2
    /// Everything before this was written, or written again, and read back after the last start.
    static let clean: UInt32 = 3
    /// The sector ends here.
    static let end: UInt32 = 4
}

/// Kind (3 bits), key length (8) and value length (16), with the number of zeros among these 27 bits in the
/// other five: Berger's code.
///
/// Programming flash turns ones into zeros. A torn word therefore has some ones too many, never a zero too
/// many: among the 27 bits that makes the count of zeros smaller, within the count field it makes the number
/// stored there larger. The two cannot agree again, so a torn header is always seen. A flipped bit is, too.
struct RecordHeader: Equatable {
    let kind: UInt32
    let keyLength: Int
    let valueLength: Int

    init(kind: UInt32, keyLength: Int, valueLength: Int) {
        self.kind = kind
        self.keyLength = keyLength
        self.valueLength = valueLength
    }

    /// `nil` if the word is no header: erased, torn or damaged.
    init?(word: UInt32) {
        guard UInt32(Self.zeros(word)) == word &>> 27 else { return nil }
        kind = word & 7
        keyLength = Int(word &>> 3 & 0xFF)
        valueLength = Int(word &>> 11 & 0xFFFF)
    }

    var word: UInt32 {
        let fields = kind | UInt32(keyLength) &<< 3 | UInt32(valueLength) &<< 11
        return fields | UInt32(Self.zeros(fields)) &<< 27
    }

    private static func zeros(_ word: UInt32) -> Int { 27 - (word & 0x07FF_FFFF).nonzeroBitCount }

    /// The bytes that the record takes: header, key, value and checksum, in whole words of the flash.
    func length(wordLength: UInt32) -> UInt32 {
        let bytes = UInt32(truncatingIfNeeded: 8 &+ keyLength &+ valueLength)
        return (bytes &+ wordLength &- 1) / wordLength &* wordLength
    }

    /// Whether the record speaks about a key, as marks do not.
    var hasKey: Bool { kind == RecordKind.value || kind == RecordKind.tombstone }
}
