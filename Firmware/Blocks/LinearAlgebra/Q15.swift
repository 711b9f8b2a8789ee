// Numbers of 16 bits in -1..<1.

/// A fixed-point number in -1..<1, in steps of 1/32768.
///
/// It rounds and saturates as CMSIS-DSP's functions for this type: a sum or a product beyond the range becomes the nearest
/// number, and what is finer than a step is cut off, towards -1. Cost: two bytes. Context: any.
public struct Q15: MatrixScalar, ExpressibleByFloatLiteral {
    /// The number in steps of 1/32768.
    public var rawValue: Int16

    /// A number of so many steps of 1/32768.
    @inlinable @inline(__always)
    public init(rawValue: Int16) { self.rawValue = rawValue }

    /// The nearest number to a value; of those outside -1..<1 the first or the last, and 0 for what is not a number.
    @inlinable
    public init(_ value: Float) {
        let steps = value * 32768
        // What is not a number fails every comparison.
        if steps > -32768, steps < 32767 {
            let whole = Int16(steps)
            let rest = steps - Float(whole)
            rawValue = rest >= 0.5 ? whole &+ 1 : rest <= -0.5 ? whole &- 1 : whole
        } else {
            rawValue = steps > 0 ? .max : steps < 0 ? .min : 0
        }
    }

    /// The nearest number to a literal.
    @inlinable @inline(__always)
    public init(floatLiteral value: Float) { self.init(value) }

    /// 0.
    @inlinable @inline(__always)
    public static var zero: Self { Self(rawValue: 0) }

    /// The nearest number to the sum.
    @inlinable @inline(__always)
    public static func + (left: Self, right: Self) -> Self {
        Self(rawValue: DSP.saturate16(Int32(left.rawValue) &+ Int32(right.rawValue)))
    }

    /// The nearest number to the difference.
    @inlinable @inline(__always)
    public static func - (left: Self, right: Self) -> Self {
        Self(rawValue: DSP.saturate16(Int32(left.rawValue) &- Int32(right.rawValue)))
    }

    /// The product, cut off. -1 times -1 is the largest number.
    @inlinable @inline(__always)
    public func multiplied(by other: Self) -> Self {
        Self(rawValue: DSP.saturate16((Int32(rawValue) &* Int32(other.rawValue)) &>> 15))
    }

    /// Writes the product of two matrices, each with its rows one after the other.
    ///
    /// Each element's sum has 64 bits and is cut off and saturated at the end, as in CMSIS-DSP's `arm_mat_mult_q15`. Two products
    /// take an instruction, and a tile of two rows by two columns reads an element once for two of them.
    ///
    /// SAFETY: `left` must have `rows * inner` elements, `right` `inner * columns` and `result` room for `rows * columns`, which
    /// overlaps neither. No count is 0.
    @inlinable @inline(__always)
    public static func multiply(
        _ left: UnsafePointer<Self>, _ right: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>,
        rows: Int, inner: Int, columns: Int
    ) {
        // SAFETY: a tile of two begins only where two are left, so that what it reads and writes is in the matrices.
        var row = 0
        while row &+ 2 <= rows {
            unsafe multiplyRows(
                left + row &* inner, left + (row &+ 1) &* inner, right, into: result + row &* columns,
                result + (row &+ 1) &* columns, inner: inner, columns: columns)
            row &+= 2
        }
        if row < rows {
            // The last row twice: the same is written twice.
            unsafe multiplyRows(
                left + row &* inner, left + row &* inner, right, into: result + row &* columns, result + row &* columns,
                inner: inner, columns: columns)
        }
    }

    /// Two rows by every column.
    @inlinable @inline(__always)
    static func multiplyRows(
        _ first: UnsafePointer<Self>, _ second: UnsafePointer<Self>, _ right: UnsafePointer<Self>,
        into firstResult: UnsafeMutablePointer<Self>, _ secondResult: UnsafeMutablePointer<Self>, inner: Int, columns: Int
    ) {
        // SAFETY: the caller has two rows of `inner`, `inner` rows of `columns`, and room for two rows of `columns`.
        var column = 0
        while column &+ 2 <= columns {
            let (a, b, c, d) = unsafe twoByTwo(first, second, right + column, inner: inner, columns: columns)
            unsafe (firstResult[column], firstResult[column &+ 1]) = (Self(sum: a), Self(sum: b))
            unsafe (secondResult[column], secondResult[column &+ 1]) = (Self(sum: c), Self(sum: d))
            column &+= 2
        }
        if column < columns {
            var (a, b): (Int64, Int64) = (0, 0)
            for index in 0..<inner {
                let factor = unsafe Int32(right[index &* columns &+ column].rawValue)
                a &+= unsafe Int64(Int32(first[index].rawValue) &* factor)
                b &+= unsafe Int64(Int32(second[index].rawValue) &* factor)
            }
            unsafe firstResult[column] = Self(sum: a)
            unsafe secondResult[column] = Self(sum: b)
        }
    }

    /// The four sums of two rows by two columns.
    @inlinable @inline(__always)
    static func twoByTwo(
        _ first: UnsafePointer<Self>, _ second: UnsafePointer<Self>, _ right: UnsafePointer<Self>, inner: Int, columns: Int
    ) -> (Int64, Int64, Int64, Int64) {
        var (a, b, c, d): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
        var index = 0
        // SAFETY: the caller has two rows of `inner`, and two columns of as many.
        while index &+ 2 <= inner {
            let upper = unsafe pair(right + index &* columns)
            let lower = unsafe pair(right + (index &+ 1) &* columns)
            let (left, other) = (DSP.lowHalves(upper, lower), DSP.highHalves(upper, lower))
            let firstPair = unsafe pair(first + index)
            a = DSP.addProducts(a, firstPair, left)
            b = DSP.addProducts(b, firstPair, other)
            let secondPair = unsafe pair(second + index)
            c = DSP.addProducts(c, secondPair, left)
            d = DSP.addProducts(d, secondPair, other)
            index &+= 2
        }
        if index < inner {
            let factors = unsafe pair(right + index &* columns)
            // The product of the high halves is 0.
            let firstElement = unsafe UInt32(UInt16(bitPattern: first[index].rawValue))
            let secondElement = unsafe UInt32(UInt16(bitPattern: second[index].rawValue))
            a = DSP.addProducts(a, firstElement, factors)
            b = DSP.addProducts(b, firstElement, factors &>> 16)
            c = DSP.addProducts(c, secondElement, factors)
            d = DSP.addProducts(d, secondElement, factors &>> 16)
        }
        return (a, b, c, d)
    }

    /// Two elements in one load, which the core does not want aligned.
    ///
    /// SAFETY: there must be two.
    @inlinable @inline(__always)
    static func pair(_ elements: UnsafePointer<Self>) -> UInt32 {
        unsafe UnsafeRawPointer(elements).loadUnaligned(as: UInt32.self)
    }

    @inlinable @inline(__always)
    init(sum: Int64) { rawValue = DSP.saturate16(Int32(truncatingIfNeeded: sum &>> 15)) }
}

extension Float {
    /// The value of a fixed-point number, exactly.
    @inlinable
    public init(_ number: Q15) { self = Float(number.rawValue) / 32768 }
}
