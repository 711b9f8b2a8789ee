// The M4's instructions for fixed-point numbers, and the same for the host, bit by bit.
#if hasFeature(Embedded)
    import CortexMInstructions
#endif

/// What names an instruction is that one; most are of the M4's DSP extension. Source: Armv7-M Architecture Reference Manual, A7.7.
@usableFromInline
enum DSP {
    /// The sum and the products of the low and of the high halves of two words (SMLALD). It wraps.
    @inlinable @inline(__always)
    static func addProducts(_ sum: Int64, _ first: UInt32, _ second: UInt32) -> Int64 {
        #if hasFeature(Embedded)
            martlet_add_products(sum, first, second)
        #else
            sum &+ Int64(low(first)) &* Int64(low(second)) &+ Int64(high(first)) &* Int64(high(second))
        #endif
    }

    /// The sum and the product of two words (SMLAL). It wraps.
    @inlinable @inline(__always)
    static func addProduct(_ sum: Int64, _ first: Int32, _ second: Int32) -> Int64 {
        #if hasFeature(Embedded)
            martlet_add_product(sum, first, second)
        #else
            sum &+ Int64(first) &* Int64(second)
        #endif
    }

    /// The low half of a word.
    @inlinable @inline(__always)
    static func low(_ word: UInt32) -> Int16 { Int16(truncatingIfNeeded: word) }
    /// The high half of a word.
    @inlinable @inline(__always)
    static func high(_ word: UInt32) -> Int16 { Int16(truncatingIfNeeded: word &>> 16) }

    /// A word of two low halves, the first below (PKHBT).
    @inlinable @inline(__always)
    static func lowHalves(_ first: UInt32, _ second: UInt32) -> UInt32 { first & 0xFFFF | second &<< 16 }
    /// A word of two high halves, the first below (PKHTB).
    @inlinable @inline(__always)
    static func highHalves(_ first: UInt32, _ second: UInt32) -> UInt32 { first &>> 16 | second & 0xFFFF_0000 }

    /// The nearest number of 16 bits (SSAT).
    @inlinable @inline(__always)
    static func saturate16(_ value: Int32) -> Int16 {
        #if hasFeature(Embedded)
            Int16(truncatingIfNeeded: martlet_saturate_16(value))
        #else
            Int16(clamping: value)
        #endif
    }

    /// The nearest number of 32 bits to a sum (QADD).
    @inlinable @inline(__always)
    static func add(_ first: Int32, _ second: Int32) -> Int32 {
        #if hasFeature(Embedded)
            martlet_saturating_add(first, second)
        #else
            Int32(clamping: Int64(first) &+ Int64(second))
        #endif
    }

    /// The nearest number of 32 bits to a difference (QSUB).
    @inlinable @inline(__always)
    static func subtract(_ first: Int32, _ second: Int32) -> Int32 {
        #if hasFeature(Embedded)
            martlet_saturating_subtract(first, second)
        #else
            Int32(clamping: Int64(first) &- Int64(second))
        #endif
    }

    /// The nearest number of 32 bits.
    @inlinable @inline(__always)
    static func saturate32(_ value: Int64) -> Int32 {
        let low = Int32(truncatingIfNeeded: value)
        let high = Int32(truncatingIfNeeded: value &>> 32)
        // The largest number, or by the sign of what does not fit the smallest.
        return high == low &>> 31 ? low : Int32.max ^ high &>> 31
    }
}
