// What a matrix may be made of.

/// A number that matrices are made of: `Float`, `Double`, ``Q15`` and ``Q31``.
public protocol MatrixScalar: AdditiveArithmetic, BitwiseCopyable, Sendable {
    /// The product of two numbers, in the scalar's own rounding.
    func multiplied(by other: Self) -> Self

    /// Writes the product of two matrices, each with its rows one after the other.
    ///
    /// Context: any.
    ///
    /// SAFETY: `left` must have `rows * inner` elements, `right` `inner * columns` and `result` room for `rows * columns`, which
    /// overlaps neither. No count is 0.
    static func multiply(
        _ left: UnsafePointer<Self>, _ right: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>,
        rows: Int, inner: Int, columns: Int)
}

/// A number with division and square roots, as the decompositions want it: `Float` and `Double`.
///
/// The M4's floating point unit has `Float` alone. `Double` there is a call of the library for each operation.
public protocol RealScalar: MatrixScalar, BinaryFloatingPoint {}

extension Float: RealScalar {}
extension Double: RealScalar {}

extension RealScalar {
    /// The product, rounded to nearest.
    @inlinable @inline(__always)
    public func multiplied(by other: Self) -> Self { self * other }

    /// Writes the product of two matrices, each with its rows one after the other.
    ///
    /// A product and a sum are rounded each, as in C: the M4 takes three cycles for a fused one and two for these, and the host
    /// then has the same bits as the chip.
    ///
    /// SAFETY: `left` must have `rows * inner` elements, `right` `inner * columns` and `result` room for `rows * columns`, which
    /// overlaps neither. No count is 0.
    @inlinable @inline(__always)
    public static func multiply(
        _ left: UnsafePointer<Self>, _ right: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>,
        rows: Int, inner: Int, columns: Int
    ) {
        // SAFETY: a tile of four begins only where four are left, so that what it reads and writes is in the matrices.
        var column = 0
        #if !hasFeature(Embedded)
            while column &+ 8 <= columns {
                var row = 0
                while row &+ 4 <= rows {
                    unsafe multiplyFourByEight(
                        left + row &* inner, right + column, into: result + (row &* columns &+ column),
                        inner: inner, columns: columns)
                    row &+= 4
                }
                while row < rows {
                    unsafe multiplyOneByFour(
                        left + row &* inner, right + column, into: result + (row &* columns &+ column),
                        inner: inner, columns: columns)
                    unsafe multiplyOneByFour(
                        left + row &* inner, right + column + 4, into: result + (row &* columns &+ column &+ 4),
                        inner: inner, columns: columns)
                    row &+= 1
                }
                column &+= 8
            }
        #endif
        while column &+ 4 <= columns {
            var row = 0
            while row &+ 4 <= rows {
                unsafe multiplyFourByFour(
                    left + row &* inner, right + column, into: result + (row &* columns &+ column),
                    inner: inner, columns: columns)
                row &+= 4
            }
            while row < rows {
                unsafe multiplyOneByFour(
                    left + row &* inner, right + column, into: result + (row &* columns &+ column),
                    inner: inner, columns: columns)
                row &+= 1
            }
            column &+= 4
        }
        while column < columns {
            var row = 0
            while row &+ 4 <= rows {
                unsafe multiplyFourByOne(
                    left + row &* inner, right + column, into: result + (row &* columns &+ column),
                    inner: inner, columns: columns)
                row &+= 4
            }
            while row < rows {
                var sum = unsafe left[row &* inner] * right[column]
                for index in 1..<inner { sum += unsafe left[row &* inner &+ index] * right[index &* columns &+ column] }
                unsafe result[row &* columns &+ column] = sum
                row &+= 1
            }
            column &+= 1
        }
    }

    /// Four rows by four columns: the sums stay in sixteen of the floating point unit's 32 registers, and an element that is read
    /// takes part in four products.
    @inlinable @inline(__always)
    static func multiplyFourByFour(
        _ left: UnsafePointer<Self>, _ right: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>,
        inner: Int, columns: Int
    ) {
        // SAFETY: the caller has four rows of `inner` at `left`, four columns at `right`, and room for them at `result`.
        var factors = unsafe Four(right)
        var first = unsafe Four(factors, times: left[0])
        var second = unsafe Four(factors, times: left[inner])
        var third = unsafe Four(factors, times: left[2 &* inner])
        var fourth = unsafe Four(factors, times: left[3 &* inner])
        var index = 1
        while index < inner {
            factors = unsafe Four(right + index &* columns)
            unsafe first.add(factors, times: left[index])
            unsafe second.add(factors, times: left[inner &+ index])
            unsafe third.add(factors, times: left[2 &* inner &+ index])
            unsafe fourth.add(factors, times: left[3 &* inner &+ index])
            index &+= 1
        }
        unsafe first.store(result)
        unsafe second.store(result + columns)
        unsafe third.store(result + 2 &* columns)
        unsafe fourth.store(result + 3 &* columns)
    }

    #if !hasFeature(Embedded)
        /// Four rows by eight columns: a host has vector registers for twice as many sums, and as many can be under way.
        @inlinable @inline(__always)
        static func multiplyFourByEight(
            _ left: UnsafePointer<Self>, _ right: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>,
            inner: Int, columns: Int
        ) {
            // SAFETY: the caller has four rows of `inner` at `left`, eight columns at `right`, and room for them at `result`.
            var (low, high) = unsafe (Four(right), Four(right + 4))
            var (a, b) = unsafe (Four(low, times: left[0]), Four(high, times: left[0]))
            var (c, d) = unsafe (Four(low, times: left[inner]), Four(high, times: left[inner]))
            var (e, f) = unsafe (Four(low, times: left[2 &* inner]), Four(high, times: left[2 &* inner]))
            var (g, h) = unsafe (Four(low, times: left[3 &* inner]), Four(high, times: left[3 &* inner]))
            var index = 1
            while index < inner {
                (low, high) = unsafe (Four(right + index &* columns), Four(right + (index &* columns &+ 4)))
                var factor = unsafe left[index]
                a.add(low, times: factor)
                b.add(high, times: factor)
                factor = unsafe left[inner &+ index]
                c.add(low, times: factor)
                d.add(high, times: factor)
                factor = unsafe left[2 &* inner &+ index]
                e.add(low, times: factor)
                f.add(high, times: factor)
                factor = unsafe left[3 &* inner &+ index]
                g.add(low, times: factor)
                h.add(high, times: factor)
                index &+= 1
            }
            unsafe a.store(result)
            unsafe b.store(result + 4)
            unsafe c.store(result + columns)
            unsafe d.store(result + columns + 4)
            unsafe e.store(result + 2 &* columns)
            unsafe f.store(result + 2 &* columns + 4)
            unsafe g.store(result + 3 &* columns)
            unsafe h.store(result + 3 &* columns + 4)
        }
    #endif

    /// The rows that are left over.
    @inlinable @inline(__always)
    static func multiplyOneByFour(
        _ left: UnsafePointer<Self>, _ right: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>,
        inner: Int, columns: Int
    ) {
        // SAFETY: the caller has a row of `inner` at `left`, four columns at `right`, and room for four at `result`.
        var sums = unsafe Four(Four(right), times: left[0])
        var index = 1
        while index < inner {
            unsafe sums.add(Four(right + index &* columns), times: left[index])
            index &+= 1
        }
        unsafe sums.store(result)
    }

    /// The columns that are left over, and a vector.
    @inlinable @inline(__always)
    static func multiplyFourByOne(
        _ left: UnsafePointer<Self>, _ right: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>,
        inner: Int, columns: Int
    ) {
        // SAFETY: the caller has four rows of `inner` at `left`, a column at `right`, and room for four at `result`.
        var sums = unsafe Four(Four(left, stride: inner), times: right[0])
        var index = 1
        while index < inner {
            unsafe sums.add(Four(left + index, stride: inner), times: right[index &* columns])
            index &+= 1
        }
        unsafe sums.store(result, stride: columns)
    }
}

/// Four numbers that live in registers.
@usableFromInline
struct Four<Scalar: RealScalar> {
    @usableFromInline var (a, b, c, d): (Scalar, Scalar, Scalar, Scalar)

    /// SAFETY: there must be four elements, `stride` apart.
    @inlinable @inline(__always)
    init(_ start: UnsafePointer<Scalar>, stride: Int = 1) {
        (a, b) = unsafe (start[0], start[stride])
        (c, d) = unsafe (start[2 &* stride], start[3 &* stride])
    }

    @inlinable @inline(__always)
    init(_ factors: Self, times factor: Scalar) {
        (a, b) = (factors.a * factor, factors.b * factor)
        (c, d) = (factors.c * factor, factors.d * factor)
    }

    @inlinable @inline(__always)
    mutating func add(_ factors: Self, times factor: Scalar) {
        a += factors.a * factor
        b += factors.b * factor
        c += factors.c * factor
        d += factors.d * factor
    }

    /// SAFETY: there must be room for four elements, `stride` apart.
    @inlinable @inline(__always)
    func store(_ start: UnsafeMutablePointer<Scalar>, stride: Int = 1) {
        unsafe (start[0], start[stride]) = (a, b)
        unsafe (start[2 &* stride], start[3 &* stride]) = (c, d)
    }
}
