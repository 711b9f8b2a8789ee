// A number with its unit in the type, and what can be computed with two of them.

/// A number of some unit: `Quantity<Volt, Float>`, `Quantity<Hertz, UInt32>`.
///
/// Two quantities are added, subtracted and compared if they are of one type. A product or a quotient is a quantity again where
/// the table of relations in README.md has it: a mass times an acceleration is a force.
///
///     let force = 2.kilograms * 9.81.metresPerSecondSquared  // Force
///     let sum = 2.kilograms + 3.seconds  // does not compile
///
/// An integer quantity counts its unit, and overflow is a fault, as it is for integers. A floating one is in the coherent unit of
/// the SI, and is rounded as its numbers are. An `Interval` is the one exception: what is beyond its range is the range's end.
///
/// Cost: that of the number, in memory and in instructions. Context: any.
public struct Quantity<Unit: UnitOfMeasure, Scalar: QuantityScalar>: AdditiveArithmetic, Comparable, Hashable, Sendable {
    /// How many of its unit.
    public var count: Scalar

    /// So many of its unit.
    @_transparent
    public init(count: Scalar) { self.count = count }

    /// Nothing of it.
    @_transparent
    public static var zero: Self { Self(count: 0) }

    @_transparent
    public static func == (left: Self, right: Self) -> Bool { left.count == right.count }
    @_transparent
    public static func < (left: Self, right: Self) -> Bool { left.count < right.count }
}

// MARK: - Arithmetic

extension Quantity {
    /// Both together.
    @_transparent
    public static func + (left: Self, right: Self) -> Self { Self(count: left.count + right.count) }
    /// The first without the second.
    @_transparent
    public static func - (left: Self, right: Self) -> Self { Self(count: left.count - right.count) }
    /// So many times the quantity.
    @_transparent
    public static func * (quantity: Self, number: Scalar) -> Self { Self(count: quantity.count * number) }
    /// So many times the quantity.
    @_transparent
    public static func * (number: Scalar, quantity: Self) -> Self { Self(count: number * quantity.count) }
    /// One part of so many. An integer quantity is rounded towards zero, as integers are.
    @_transparent
    public static func / (quantity: Self, number: Scalar) -> Self { Self(count: quantity.count / number) }
    /// How many times the second is in the first. Of integer quantities, rounded towards zero.
    @_transparent
    public static func / (left: Self, right: Self) -> Scalar { left.count / right.count }

    /// Adds to it.
    @_transparent
    public static func += (left: inout Self, right: Self) { left = left + right }
    /// Takes from it.
    @_transparent
    public static func -= (left: inout Self, right: Self) { left = left - right }
}

extension Quantity where Scalar: BinaryInteger {
    /// What is left of the first when the second has been taken from it as often as it is in it.
    @_transparent
    public static func % (left: Self, right: Self) -> Self { Self(count: left.count % right.count) }
}

extension Quantity where Scalar: SignedNumeric {
    /// The same in the other direction.
    @_transparent
    public static prefix func - (quantity: Self) -> Self { Self(count: -quantity.count) }
}
