// The checksum of pictures and save states, bit by bit: a table would cost 1 KB for something now and then.

/// A running CRC-32 (polynomial 0xEDB88320, reflected), as in PNG and zlib. Cost: 35 instructions a byte.
public struct CRC32 {
    private var state: UInt32 = .max

    /// The checksum of no bytes.
    public init() {}

    /// The checksum of the bytes so far. More may be added.
    public var value: UInt32 { ~state }

    /// A word, its upper byte first.
    public mutating func add(word: UInt32) {
        add(UInt8(truncatingIfNeeded: word &>> 24))
        add(UInt8(truncatingIfNeeded: word &>> 16))
        add(UInt8(truncatingIfNeeded: word &>> 8))
        add(UInt8(truncatingIfNeeded: word))
    }

    /// Adds a byte.
    public mutating func add(_ byte: UInt8) {
        state ^= UInt32(byte)
        for _ in 0..<8 { state = state &>> 1 ^ (state & 1 == 0 ? 0 : 0xEDB8_8320) }
    }
}
