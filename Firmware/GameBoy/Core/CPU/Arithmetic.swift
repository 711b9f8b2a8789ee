// The 8-bit and 16-bit arithmetic of the CPU, on values and flags alone. Operands are 0...0xFF (or
// 0...0xFFFF); each function leaves its result in the same range.
//
// Source: Pan Docs, "CPU Instruction Set"; gekkio, "Game Boy: Complete Technical Reference".

extension Flags {
    /// ADD and ADC.
    @inline(__always)
    mutating func add(_ a: UInt32, _ b: UInt32, carry: UInt32 = 0) -> UInt32 {
        let sum = a &+ b &+ carry
        result = sum
        half = a ^ b ^ sum
        return sum & 0xFF
    }

    /// SUB, SBC and CP.
    @inline(__always)
    mutating func subtract(_ a: UInt32, _ b: UInt32, borrow: UInt32 = 0) -> UInt32 {
        let difference = a &- b &- borrow
        result = difference
        half = (a ^ b ^ difference) & 0xFFFF | Self.subtraction
        return difference & 0xFF
    }

    @inline(__always)
    mutating func and(_ a: UInt32, _ b: UInt32) -> UInt32 {
        result = a & b
        half = 0x10
        return result
    }

    @inline(__always)
    mutating func or(_ a: UInt32, _ b: UInt32) -> UInt32 {
        result = a | b
        half = 0
        return result
    }

    @inline(__always)
    mutating func xor(_ a: UInt32, _ b: UInt32) -> UInt32 {
        result = a ^ b
        half = 0
        return result
    }

    /// INC of a byte.
    @inline(__always)
    mutating func increment(_ value: UInt32) -> UInt32 {
        let sum = (value &+ 1) & 0xFF
        setZeroKeepingCarry(sum)
        half = value ^ sum
        return sum
    }

    /// DEC of a byte.
    @inline(__always)
    mutating func decrement(_ value: UInt32) -> UInt32 {
        let difference = (value &- 1) & 0xFF
        setZeroKeepingCarry(difference)
        half = value ^ difference | Self.subtraction
        return difference
    }

    /// ADD HL,rr: Z stays, H is the carry out of bit 11.
    @inline(__always)
    mutating func addWords(_ a: UInt32, _ b: UInt32) -> UInt32 {
        let sum = a &+ b
        setCarryKeepingZero(sum &>> 16)
        half = ((a ^ b ^ sum) &>> 8) & 0x10
        return sum & 0xFFFF
    }

    /// ADD SP,e and LD HL,SP+e: H and C come from the low byte, Z and N are cleared.
    @inline(__always)
    mutating func addOffset(_ base: UInt32, _ offset: UInt32) -> UInt32 {
        let low = (base & 0xFF) &+ offset
        // The 1 keeps Z clear whatever the sum is.
        result = low & 0x100 | 1
        half = (base ^ offset ^ low) & 0x10
        return (base &+ signExtended(offset)) & 0xFFFF
    }

    /// DAA: makes A the decimal sum or difference that the last operation would have had.
    @inline(__always)
    mutating func decimalAdjust(_ a: UInt32) -> UInt32 {
        var correction: UInt32 = 0
        var carry = carryBit
        if halfCarry || (!subtracted && a & 0xF > 9) { correction = 0x06 }
        if carry != 0 || (!subtracted && a > 0x99) {
            correction |= 0x60
            carry = 1
        }
        let adjusted = (subtracted ? a &- correction : a &+ correction) & 0xFF
        result = carry &<< 8 | adjusted
        half &= Self.subtraction
        return adjusted
    }

    // MARK: - Rotates and shifts: the bit that leaves goes to C, N and H are cleared.

    @inline(__always)
    mutating func shifted(_ value: UInt32, out: UInt32) -> UInt32 {
        result = out &<< 8 | value
        half = 0
        return value
    }

    @inline(__always)
    mutating func rotateLeft(_ value: UInt32) -> UInt32 {
        shifted((value &<< 1 | value &>> 7) & 0xFF, out: value &>> 7)
    }
    @inline(__always)
    mutating func rotateRight(_ value: UInt32) -> UInt32 {
        shifted((value &>> 1 | value &<< 7) & 0xFF, out: value & 1)
    }
    @inline(__always)
    mutating func rotateLeftThroughCarry(_ value: UInt32) -> UInt32 {
        shifted((value &<< 1 | carryBit) & 0xFF, out: value &>> 7)
    }
    @inline(__always)
    mutating func rotateRightThroughCarry(_ value: UInt32) -> UInt32 {
        shifted(value &>> 1 | carryBit &<< 7, out: value & 1)
    }
    @inline(__always)
    mutating func shiftLeft(_ value: UInt32) -> UInt32 {
        shifted(value &<< 1 & 0xFF, out: value &>> 7)
    }
    @inline(__always)
    mutating func shiftRightArithmetic(_ value: UInt32) -> UInt32 {
        shifted(value &>> 1 | value & 0x80, out: value & 1)
    }
    @inline(__always)
    mutating func shiftRightLogical(_ value: UInt32) -> UInt32 {
        shifted(value &>> 1, out: value & 1)
    }
    @inline(__always)
    mutating func swapNibbles(_ value: UInt32) -> UInt32 {
        shifted((value &<< 4 | value &>> 4) & 0xFF, out: 0)
    }

    /// BIT n: Z from the bit, C stays.
    @inline(__always)
    mutating func test(_ value: UInt32, bit: UInt32) {
        setZeroKeepingCarry(value & 1 &<< bit)
        half = 0x10
    }
}

/// The low byte as a signed number, in two's complement of the word.
@inline(__always)
func signExtended(_ byte: UInt32) -> UInt32 {
    UInt32(bitPattern: Int32(Int8(truncatingIfNeeded: byte)))
}
