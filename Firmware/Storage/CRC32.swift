// The checksum of records and sector headers: CRC-32 as Ethernet and zlib have it.

/// A running CRC-32 (polynomial 0xEDB88320, reflected). Four bits a step: 64 bytes of constants, about
/// 12 instructions a byte.
struct CRC32 {
    private var state: UInt32 = 0xFFFF_FFFF

    var value: UInt32 { ~state }

    mutating func add(_ byte: UInt8) {
        state ^= UInt32(byte)
        state = state &>> 4 ^ Self.table(state & 0xF)
        state = state &>> 4 ^ Self.table(state & 0xF)
    }

    /// Adds the four bytes of a word, the least significant first.
    mutating func add(word: UInt32) {
        add(UInt8(truncatingIfNeeded: word))
        add(UInt8(truncatingIfNeeded: word &>> 8))
        add(UInt8(truncatingIfNeeded: word &>> 16))
        add(UInt8(truncatingIfNeeded: word &>> 24))
    }

    mutating func add(_ bytes: borrowing Span<UInt8>) {
        for index in bytes.indices { add(bytes[index]) }
    }

    /// The CRC of a nibble: the sum of those of its bits, since the code is linear. This costs less than a
    /// table where flash has wait states, and it needs no start-up code.
    @inline(__always)
    private static func table(_ nibble: UInt32) -> UInt32 {
        (0 &- (nibble & 1)) & 0x1DB7_1064 ^ (0 &- (nibble &>> 1 & 1)) & 0x3B6E_20C8
            ^ (0 &- (nibble &>> 2 & 1)) & 0x76DC_4190 ^ (0 &- (nibble &>> 3)) & 0xEDB8_8320
    }
}
