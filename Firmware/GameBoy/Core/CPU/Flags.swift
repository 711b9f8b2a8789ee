// The F register, kept as the values its bits are computed from. Most instructions set flags that nothing
// reads before the next one sets them again, so the bits are made only when asked for.

/// The flags Z, N, H and C.
///
/// Source: Pan Docs, "CPU Registers and Flags".
struct Flags {
    /// A 9-bit result: Z is set if the low 8 bits are zero, C is bit 8. Bits above 8 mean nothing.
    var result: UInt32
    /// H is bit 4, the carry into bit 4 of the last operation; N is bit 16. Other bits mean nothing.
    var half: UInt32

    static var subtraction: UInt32 { 0x1_0000 }

    @inline(__always)
    init(f: UInt32) {
        result = (f & 0x10) &<< 4 | (f &>> 7 ^ 1)
        half = (f & 0x20) &>> 1 | (f & 0x40) &<< 10
    }

    /// The F register as PUSH AF writes it; its low four bits are always zero.
    @inline(__always)
    var f: UInt32 {
        (zero ? 0x80 : 0) | (half &>> 10 & 0x40) | (half &<< 1 & 0x20) | (result &>> 4 & 0x10)
    }

    @inline(__always)
    var zero: Bool { result & 0xFF == 0 }
    @inline(__always)
    var carry: Bool { result & 0x100 != 0 }
    /// 0 or 1.
    @inline(__always)
    var carryBit: UInt32 { result &>> 8 & 1 }
    @inline(__always)
    var halfCarry: Bool { half & 0x10 != 0 }
    @inline(__always)
    var subtracted: Bool { half & Self.subtraction != 0 }

    /// A result that keeps C as it is: `value` is 0...0xFF.
    @inline(__always)
    mutating func setZeroKeepingCarry(_ value: UInt32) { result = result & 0x100 | value }

    /// C from a bit (0 or 1) with Z as it is.
    @inline(__always)
    mutating func setCarryKeepingZero(_ bit: UInt32) { result = result & 0xFF | bit &<< 8 }
}
