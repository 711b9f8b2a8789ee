// Temperatures: points on a scale, whose differences are quantities.

/// A temperature in whole microkelvins: from absolute zero to 1874 °C, exact for tenths and sixteenths of a degree.
public typealias Temperature = TemperaturePoint<Microkelvin, Int32>

/// A temperature, as a point on a scale. The difference of two is a quantity, `TemperatureDifference`; two points cannot be
/// added.
///
///     let isTooHot = temperature > .celsius(60)
///     let rise = temperature - before  // TemperatureDifference
///
/// Cost: that of its number. Context: any.
public struct TemperaturePoint<Unit: UnitOfMeasure, Scalar: QuantityScalar>: Comparable, Hashable, Sendable
where Unit.Dimension == Dimensions.Temperature {
    /// How far it is above absolute zero.
    public var aboveAbsoluteZero: Quantity<Unit, Scalar>

    /// The temperature so far above absolute zero.
    @_transparent
    public init(aboveAbsoluteZero: Quantity<Unit, Scalar>) { self.aboveAbsoluteZero = aboveAbsoluteZero }

    /// 0 °C, which is 273.15 K. Precondition: the unit can count that exactly.
    @inlinable @inline(__always)
    public static var zeroCelsius: Self { Self(aboveAbsoluteZero: Quantity(273_150, .millikelvins)) }
    /// So many degrees Celsius. Precondition: it is in range, and the unit can count it exactly.
    @inlinable @inline(__always)
    public static func celsius(_ degrees: Scalar) -> Self { zeroCelsius + .kelvins(degrees) }
    /// So many kelvins. Precondition: it is in range, and the unit can count it exactly.
    @inlinable @inline(__always)
    public static func kelvins(_ kelvins: Scalar) -> Self { Self(aboveAbsoluteZero: .kelvins(kelvins)) }

    /// How far it is above 0 °C: its degrees Celsius.
    @inlinable @inline(__always)
    public var celsius: Quantity<Unit, Scalar> { self - .zeroCelsius }

    @_transparent
    public static func < (left: Self, right: Self) -> Bool { left.aboveAbsoluteZero < right.aboveAbsoluteZero }
    /// The temperature that much higher.
    @_transparent
    public static func + (point: Self, difference: Quantity<Unit, Scalar>) -> Self {
        Self(aboveAbsoluteZero: point.aboveAbsoluteZero + difference)
    }
    /// The temperature that much higher.
    @_transparent
    public static func + (difference: Quantity<Unit, Scalar>, point: Self) -> Self { point + difference }
    /// The temperature that much lower.
    @_transparent
    public static func - (point: Self, difference: Quantity<Unit, Scalar>) -> Self {
        Self(aboveAbsoluteZero: point.aboveAbsoluteZero - difference)
    }
    /// How much higher the first is.
    @_transparent
    public static func - (left: Self, right: Self) -> Quantity<Unit, Scalar> {
        left.aboveAbsoluteZero - right.aboveAbsoluteZero
    }
}

extension Int {
    /// The temperature of so many degrees Celsius. Precondition: it is in range.
    @inlinable @inline(__always)
    public var celsius: Temperature { .celsius(Int32(self)) }
}
