// Gathers what is programmed, so that a record is one call of the flash driver, and few for a long one.

/// Up to 128 bytes that belong to flash from `address` on, and the checksum of those added so far. It lives on
/// the stack of one write.
struct RecordWriter: ~Copyable {
    private static var capacity: Int { 128 }

    private var bytes = InlineArray<128, UInt8>(repeating: 0xFF)
    private(set) var count = 0
    private(set) var address: UInt32
    private var crc: CRC32

    init(at address: UInt32, crc: CRC32) {
        self.address = address
        self.crc = crc
    }

    /// A multiple of every program unit is waiting, and nothing more can be added.
    var isFull: Bool { count == Self.capacity }

    var span: Span<UInt8> {
        @_lifetime(borrow self)
        borrowing get { bytes.span.extracting(first: count) }
    }

    mutating func didFlush() {
        address += UInt32(count)
        count = 0
    }

    /// Precondition of all that add: there is room.
    mutating func add(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
        crc.add(byte)
    }

    mutating func add(word: UInt32) {
        addUnchecked(word: word)
        crc.add(word: word)
    }

    /// A byte that stays as erased, and that the checksum does not cover.
    mutating func addPadding() {
        bytes[count] = 0xFF
        count += 1
    }

    mutating func addChecksum() { addUnchecked(word: crc.value) }

    /// Adds a word that the checksum does not cover, or has covered already.
    mutating func addUnchecked(word: UInt32) {
        bytes[count] = UInt8(truncatingIfNeeded: word)
        bytes[count + 1] = UInt8(truncatingIfNeeded: word &>> 8)
        bytes[count + 2] = UInt8(truncatingIfNeeded: word &>> 16)
        bytes[count + 3] = UInt8(truncatingIfNeeded: word &>> 24)
        count += 4
    }
}
