// The numbers that quantities have: integers, which count exactly, and floating ones.

/// A number that a quantity can have: Swift's integers, `Float` and `Double`.
public protocol QuantityScalar: Numeric, Comparable, Hashable, Sendable, QuantityText {
    /// The quotient, which integers round towards zero.
    static func / (left: Self, right: Self) -> Self

    /// `count` of one unit in another; nil if an integer cannot say it exactly, or the number has no room for it.
    static func convert<Dimension>(_ count: Self, from: NamedUnit<Dimension>, to: NamedUnit<Dimension>) -> Self?
}

// MARK: - Integers

extension QuantityScalar where Self: FixedWidthInteger {
    @inlinable @inline(__always)
    public static func convert<Dimension>(
        _ count: Self, from: NamedUnit<Dimension>, to: NamedUnit<Dimension>
    ) -> Self? {
        guard let ratio = ratio(from, to) else { return nil }
        if ratio.numerator % ratio.denominator == 0 { return times(count, ratio.numerator / ratio.denominator) }
        if ratio.denominator % ratio.numerator == 0 { return over(count, ratio.denominator / ratio.numerator) }
        // Neither divides the other: 5/18 for kilometres per hour. To divide first keeps what can be said in range.
        let divisor = greatestCommonDivisor(ratio.numerator, ratio.denominator)
        guard let part = over(count, ratio.denominator / divisor) else { return nil }
        return times(part, ratio.numerator / divisor)
    }

    @inlinable @inline(__always)
    static func times(_ count: Self, _ factor: UInt64) -> Self? {
        guard let factor = Self(exactly: factor) else { return count == 0 ? 0 : nil }
        let (product, overflows) = count.multipliedReportingOverflow(by: factor)
        return overflows ? nil : product
    }

    @inlinable @inline(__always)
    static func over(_ count: Self, _ divisor: UInt64) -> Self? {
        guard let divisor = Self(exactly: divisor) else { return count == 0 ? 0 : nil }
        let (quotient, remainder) = count.quotientAndRemainder(dividingBy: divisor)
        return remainder == 0 ? quotient : nil
    }
}

/// How many of `to` one of `from` is; nil if 64 bits have no room for it.
@inlinable @inline(__always)
func ratio<Dimension>(_ from: NamedUnit<Dimension>, _ to: NamedUnit<Dimension>) -> UnitRatio? {
    let (numerator, tooLarge) = from.numerator.multipliedReportingOverflow(by: to.denominator)
    let (denominator, tooSmall) = from.denominator.multipliedReportingOverflow(by: to.numerator)
    return tooLarge || tooSmall ? nil : UnitRatio(numerator, denominator)
}

@inlinable
func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
}

extension Int: QuantityScalar {}
extension Int8: QuantityScalar {}
extension Int16: QuantityScalar {}
extension Int32: QuantityScalar {}
extension Int64: QuantityScalar {}
extension UInt: QuantityScalar {}
extension UInt8: QuantityScalar {}
extension UInt16: QuantityScalar {}
extension UInt32: QuantityScalar {}
extension UInt64: QuantityScalar {}

// MARK: - Floating numbers

extension QuantityScalar where Self: BinaryFloatingPoint {
    @inlinable @inline(__always)
    public static func convert<Dimension>(
        _ count: Self, from: NamedUnit<Dimension>, to: NamedUnit<Dimension>
    ) -> Self? {
        let larger = Double(from.numerator) * Double(to.denominator)
        let smaller = Double(from.denominator) * Double(to.numerator)
        // A factor or a divisor that is a whole number, so that there is one rounding.
        return larger >= smaller ? count * Self(larger / smaller) : count / Self(smaller / larger)
    }
}

extension Float: QuantityScalar {}
extension Double: QuantityScalar {}
