// Numbers of 32 bits in -1..<1.

/// A fixed-point number in -1..<1, in steps of 2⁻³¹.
///
/// It rounds and saturates as CMSIS-DSP's functions for this type: a sum or a product beyond the range becomes the nearest
/// number, and what is finer than a step is cut off, towards -1. In a product of matrices each element's sum of products must
/// stay below 2 in magnitude: as there, it has 64 bits, and beyond that it wraps. Elements below `1 / sqrt(columns)` are safe.
///
/// Cost: four bytes. Context: any.
public struct Q31: MatrixScalar, ExpressibleByFloatLiteral {
    /// The number in steps of 2⁻³¹.
    public var rawValue: Int32

    /// A number of so many steps of 2⁻³¹.
    @inlinable @inline(__always)
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The nearest number to a value; of those outside -1..<1 the first or the last, and 0 for what is not a number.
    ///
    /// On the M4 this calls the library for `Double`, but for a value that is known when compiling.
    @inlinable
    public init(_ value: Double) {
        let steps = value * 2_147_483_648
        // What is not a number fails every comparison.
        if steps > -2_147_483_648, steps < 2_147_483_647 {
            let whole = Int32(steps)
            let rest = steps - Double(whole)
            rawValue = rest >= 0.5 ? whole &+ 1 : rest <= -0.5 ? whole &- 1 : whole
        } else {
            rawValue = steps > 0 ? .max : steps < 0 ? .min : 0
        }
    }

    /// The nearest number to a literal.
    @inlinable @inline(__always)
    public init(floatLiteral value: Double) { self.init(value) }

    /// 0.
    @inlinable @inline(__always)
    public static var zero: Self { Self(rawValue: 0) }

    /// The nearest number to the sum.
    @inlinable @inline(__always)
    public static func + (left: Self, right: Self) -> Self { Self(rawValue: DSP.add(left.rawValue, right.rawValue)) }

    /// The nearest number to the difference.
    @inlinable @inline(__always)
    public static func - (left: Self, right: Self) -> Self { Self(rawValue: DSP.subtract(left.rawValue, right.rawValue)) }

    /// The product, cut off. -1 times -1 is the largest number.
    @inlinable @inline(__always)
    public func multiplied(by other: Self) -> Self { Self(sum: Int64(rawValue) &* Int64(other.rawValue)) }

    /// Writes the product of two matrices, each with its rows one after the other.
    ///
    /// Each element's sum has 64 bits and is cut off and saturated at the end, as in CMSIS-DSP's `arm_mat_mult_q31`. A tile of
    /// two rows by two columns reads an element once for two products.
    ///
    /// SAFETY: `left` must have `rows * inner` elements, `right` `inner * columns` and `result` room for `rows * columns`, which
    /// overlaps neither. No count is 0.
    @inlinable @inline(__always)
    public static func multiply(
        _ left: UnsafePointer<Self>, _ right: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>,
        rows: Int, inner: Int, columns: Int
    ) {
        // SAFETY: a row or a column that is alone is its own neighbour: the same is read, and written, twice.
        var row = 0
        while row < rows {
            let below = row &+ 1 < rows ? row &+ 1 : row
            var column = 0
            while column < columns {
                let beside = column &+ 1 < columns ? column &+ 1 : column
                let (first, second) = unsafe (left + row &* inner, left + below &* inner)
                let distance = beside &- column
                var factors = unsafe right + column
                var (a, b, c, d): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
                for index in 0..<inner {
                    let (factor, other) = unsafe (factors[0].rawValue, factors[distance].rawValue)
                    let firstElement = unsafe first[index].rawValue
                    a = DSP.addProduct(a, firstElement, factor)
                    b = DSP.addProduct(b, firstElement, other)
                    let secondElement = unsafe second[index].rawValue
                    c = DSP.addProduct(c, secondElement, factor)
                    d = DSP.addProduct(d, secondElement, other)
                    unsafe factors += columns
                }
                unsafe result[row &* columns &+ column] = Self(sum: a)
                unsafe result[row &* columns &+ beside] = Self(sum: b)
                unsafe result[below &* columns &+ column] = Self(sum: c)
                unsafe result[below &* columns &+ beside] = Self(sum: d)
                column &+= 2
            }
            row &+= 2
        }
    }

    @inlinable @inline(__always)
    init(sum: Int64) { rawValue = DSP.saturate32(sum &>> 31) }
}

extension Double {
    /// The value of a fixed-point number, exactly.
    @inlinable
    public init(_ number: Q31) { self = Double(number.rawValue) / 2_147_483_648 }
}
