// The units, by name and as types, and the names of quantities.
// Made by Firmware/Blocks/Units/generate.py of Definitions.txt beside it: do not edit.

// MARK: - Length

/// A distance. In metres, as `Float`.
public typealias Length = Quantity<Metre, Float>

/// A micrometre, as the unit of a quantity.
public enum Micrometre: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Length> { .micrometres }
}

/// A millimetre, as the unit of a quantity.
public enum Millimetre: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Length> { .millimetres }
}

/// A metre, as the unit of a quantity.
public enum Metre: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Length> { .metres }
}

extension NamedUnit where Dimension == Dimensions.Length {
    /// Nanometres, `nm`: 10⁻⁹ m.
    @inlinable @inline(__always)
    public static var nanometres: Self {
        Self("nanometres", "nm", 1, 1_000_000_000, isPrinted: true)
    }

    /// Micrometres, `µm`: 10⁻⁶ m.
    @inlinable @inline(__always)
    public static var micrometres: Self {
        Self("micrometres", "µm", 1, 1_000_000, isPrinted: true)
    }

    /// Millimetres, `mm`: 10⁻³ m.
    @inlinable @inline(__always)
    public static var millimetres: Self {
        Self("millimetres", "mm", 1, 1_000, isPrinted: true)
    }

    /// Centimetres, `cm`: 10⁻² m.
    @inlinable @inline(__always)
    public static var centimetres: Self {
        Self("centimetres", "cm", 1, 100, isPrinted: false)
    }

    /// Metres, `m`: the coherent unit.
    @inlinable @inline(__always)
    public static var metres: Self {
        Self("metres", "m", 1, 1, isPrinted: true)
    }

    /// Kilometres, `km`: 1 000 m.
    @inlinable @inline(__always)
    public static var kilometres: Self {
        Self("kilometres", "km", 1_000, 1, isPrinted: true)
    }
}

// MARK: - Mass

/// A mass. In kilograms, as `Float`.
public typealias Mass = Quantity<Kilogram, Float>

/// A microgram, as the unit of a quantity.
public enum Microgram: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Mass> { .micrograms }
}

/// A milligram, as the unit of a quantity.
public enum Milligram: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Mass> { .milligrams }
}

/// A gram, as the unit of a quantity.
public enum Gram: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Mass> { .grams }
}

/// A kilogram, as the unit of a quantity.
public enum Kilogram: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Mass> { .kilograms }
}

extension NamedUnit where Dimension == Dimensions.Mass {
    /// Micrograms, `µg`: 10⁻⁹ kg.
    @inlinable @inline(__always)
    public static var micrograms: Self {
        Self("micrograms", "µg", 1, 1_000_000_000, isPrinted: true)
    }

    /// Milligrams, `mg`: 10⁻⁶ kg.
    @inlinable @inline(__always)
    public static var milligrams: Self {
        Self("milligrams", "mg", 1, 1_000_000, isPrinted: true)
    }

    /// Grams, `g`: 10⁻³ kg.
    @inlinable @inline(__always)
    public static var grams: Self {
        Self("grams", "g", 1, 1_000, isPrinted: true)
    }

    /// Kilograms, `kg`: the coherent unit.
    @inlinable @inline(__always)
    public static var kilograms: Self {
        Self("kilograms", "kg", 1, 1, isPrinted: true)
    }
}

// MARK: - Time

/// A length of time. Whole microseconds, as `Int64`.
public typealias Interval = Quantity<Microsecond, Int64>
/// A length of time. In seconds, as `Float`.
public typealias Time = Quantity<Second, Float>

/// A nanosecond, as the unit of a quantity.
public enum Nanosecond: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Time> { .nanoseconds }
}

/// A microsecond, as the unit of a quantity.
public enum Microsecond: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Time> { .microseconds }
}

/// A millisecond, as the unit of a quantity.
public enum Millisecond: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Time> { .milliseconds }
}

/// A second, as the unit of a quantity.
public enum Second: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Time> { .seconds }
}

extension NamedUnit where Dimension == Dimensions.Time {
    /// Nanoseconds, `ns`: 10⁻⁹ s.
    @inlinable @inline(__always)
    public static var nanoseconds: Self {
        Self("nanoseconds", "ns", 1, 1_000_000_000, isPrinted: true)
    }

    /// Microseconds, `µs`: 10⁻⁶ s.
    @inlinable @inline(__always)
    public static var microseconds: Self {
        Self("microseconds", "µs", 1, 1_000_000, isPrinted: true)
    }

    /// Milliseconds, `ms`: 10⁻³ s.
    @inlinable @inline(__always)
    public static var milliseconds: Self {
        Self("milliseconds", "ms", 1, 1_000, isPrinted: true)
    }

    /// Seconds, `s`: the coherent unit.
    @inlinable @inline(__always)
    public static var seconds: Self {
        Self("seconds", "s", 1, 1, isPrinted: true)
    }

    /// Minutes, `min`: 60 s.
    @inlinable @inline(__always)
    public static var minutes: Self {
        Self("minutes", "min", 60, 1, isPrinted: false)
    }

    /// Hours, `h`: 3 600 s.
    @inlinable @inline(__always)
    public static var hours: Self {
        Self("hours", "h", 3_600, 1, isPrinted: false)
    }

    /// Days, `d`: 86 400 s.
    @inlinable @inline(__always)
    public static var days: Self {
        Self("days", "d", 86_400, 1, isPrinted: false)
    }
}

// MARK: - ElectricCurrent

/// An electric current. In amperes, as `Float`.
public typealias ElectricCurrent = Quantity<Ampere, Float>
/// An electric current. Whole microamperes, as `Int32`.
public typealias Microamperes = Quantity<Microampere, Int32>

/// A nanoampere, as the unit of a quantity.
public enum Nanoampere: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.ElectricCurrent> { .nanoamperes }
}

/// A microampere, as the unit of a quantity.
public enum Microampere: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.ElectricCurrent> { .microamperes }
}

/// A milliampere, as the unit of a quantity.
public enum Milliampere: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.ElectricCurrent> { .milliamperes }
}

/// An ampere, as the unit of a quantity.
public enum Ampere: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.ElectricCurrent> { .amperes }
}

extension NamedUnit where Dimension == Dimensions.ElectricCurrent {
    /// Nanoamperes, `nA`: 10⁻⁹ A.
    @inlinable @inline(__always)
    public static var nanoamperes: Self {
        Self("nanoamperes", "nA", 1, 1_000_000_000, isPrinted: true)
    }

    /// Microamperes, `µA`: 10⁻⁶ A.
    @inlinable @inline(__always)
    public static var microamperes: Self {
        Self("microamperes", "µA", 1, 1_000_000, isPrinted: true)
    }

    /// Milliamperes, `mA`: 10⁻³ A.
    @inlinable @inline(__always)
    public static var milliamperes: Self {
        Self("milliamperes", "mA", 1, 1_000, isPrinted: true)
    }

    /// Amperes, `A`: the coherent unit.
    @inlinable @inline(__always)
    public static var amperes: Self {
        Self("amperes", "A", 1, 1, isPrinted: true)
    }
}

// MARK: - Temperature

/// A difference of temperatures. Whole microkelvins, as `Int32`.
public typealias TemperatureDifference = Quantity<Microkelvin, Int32>

/// A microkelvin, as the unit of a quantity.
public enum Microkelvin: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Temperature> { .microkelvins }
}

/// A millikelvin, as the unit of a quantity.
public enum Millikelvin: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Temperature> { .millikelvins }
}

/// A kelvin, as the unit of a quantity.
public enum Kelvin: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Temperature> { .kelvins }
}

extension NamedUnit where Dimension == Dimensions.Temperature {
    /// Microkelvins, `µK`: 10⁻⁶ K.
    @inlinable @inline(__always)
    public static var microkelvins: Self {
        Self("microkelvins", "µK", 1, 1_000_000, isPrinted: true)
    }

    /// Millikelvins, `mK`: 10⁻³ K.
    @inlinable @inline(__always)
    public static var millikelvins: Self {
        Self("millikelvins", "mK", 1, 1_000, isPrinted: true)
    }

    /// Kelvins, `K`: the coherent unit.
    @inlinable @inline(__always)
    public static var kelvins: Self {
        Self("kelvins", "K", 1, 1, isPrinted: true)
    }
}

// MARK: - AmountOfSubstance

/// An amount of substance. In moles, as `Float`.
public typealias AmountOfSubstance = Quantity<Mole, Float>

/// A mole, as the unit of a quantity.
public enum Mole: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.AmountOfSubstance> { .moles }
}

extension NamedUnit where Dimension == Dimensions.AmountOfSubstance {
    /// Micromoles, `µmol`: 10⁻⁶ mol.
    @inlinable @inline(__always)
    public static var micromoles: Self {
        Self("micromoles", "µmol", 1, 1_000_000, isPrinted: true)
    }

    /// Millimoles, `mmol`: 10⁻³ mol.
    @inlinable @inline(__always)
    public static var millimoles: Self {
        Self("millimoles", "mmol", 1, 1_000, isPrinted: true)
    }

    /// Moles, `mol`: the coherent unit.
    @inlinable @inline(__always)
    public static var moles: Self {
        Self("moles", "mol", 1, 1, isPrinted: true)
    }
}

// MARK: - LuminousIntensity

/// A luminous intensity. In candelas, as `Float`.
public typealias LuminousIntensity = Quantity<Candela, Float>

/// A candela, as the unit of a quantity.
public enum Candela: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.LuminousIntensity> { .candelas }
}

extension NamedUnit where Dimension == Dimensions.LuminousIntensity {
    /// Millicandelas, `mcd`: 10⁻³ cd.
    @inlinable @inline(__always)
    public static var millicandelas: Self {
        Self("millicandelas", "mcd", 1, 1_000, isPrinted: true)
    }

    /// Candelas, `cd`: the coherent unit.
    @inlinable @inline(__always)
    public static var candelas: Self {
        Self("candelas", "cd", 1, 1, isPrinted: true)
    }
}

// MARK: - Angle

/// A plane angle. In radians, as `Float`.
public typealias Angle = Quantity<Radian, Float>

/// A radian, as the unit of a quantity.
public enum Radian: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Angle> { .radians }
}

extension NamedUnit where Dimension == Dimensions.Angle {
    /// Milliradians, `mrad`: 10⁻³ rad.
    @inlinable @inline(__always)
    public static var milliradians: Self {
        Self("milliradians", "mrad", 1, 1_000, isPrinted: true)
    }

    /// Degrees, `°`: π/180 rad.
    @inlinable @inline(__always)
    public static var degrees: Self {
        Self("degrees", "°", 7_853_981_633_974_483, 450_000_000_000_000_000, isPrinted: false)
    }

    /// Radians, `rad`: the coherent unit.
    @inlinable @inline(__always)
    public static var radians: Self {
        Self("radians", "rad", 1, 1, isPrinted: true)
    }

    /// Turns, `tr`: 2π rad.
    @inlinable @inline(__always)
    public static var turns: Self {
        Self("turns", "tr", 7_853_981_633_974_483, 1_250_000_000_000_000, isPrinted: false)
    }
}

// MARK: - Ratio

/// A number of two quantities of one kind, such as a relative humidity. In ones, as `Float`.
public typealias Ratio = Quantity<One, Float>
/// A number of two quantities of one kind, such as a relative humidity. Whole partsPerMillion, as `UInt32`.
public typealias PartsPerMillion = Quantity<PartPerMillion, UInt32>

/// A part per million, as the unit of a quantity.
public enum PartPerMillion: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Ratio> { .partsPerMillion }
}

/// An one, as the unit of a quantity.
public enum One: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Ratio> { .ones }
}

extension NamedUnit where Dimension == Dimensions.Ratio {
    /// Parts per million, `ppm`: 10⁻⁶ 1.
    @inlinable @inline(__always)
    public static var partsPerMillion: Self {
        Self("parts per million", "ppm", 1, 1_000_000, isPrinted: true)
    }

    /// Permille, `‰`: 10⁻³ 1.
    @inlinable @inline(__always)
    public static var permille: Self {
        Self("permille", "‰", 1, 1_000, isPrinted: false)
    }

    /// Percent, `%`: 10⁻² 1.
    @inlinable @inline(__always)
    public static var percent: Self {
        Self("percent", "%", 1, 100, isPrinted: true)
    }

    /// Ones, `1`: the coherent unit.
    @inlinable @inline(__always)
    public static var ones: Self {
        Self("ones", "1", 1, 1, isPrinted: false)
    }
}

// MARK: - Area

/// An area. In squareMetres, as `Float`.
public typealias Area = Quantity<SquareMetre, Float>

/// A square metre, as the unit of a quantity.
public enum SquareMetre: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Area> { .squareMetres }
}

extension NamedUnit where Dimension == Dimensions.Area {
    /// Square millimetres, `mm²`: 10⁻⁶ m².
    @inlinable @inline(__always)
    public static var squareMillimetres: Self {
        Self("square millimetres", "mm²", 1, 1_000_000, isPrinted: true)
    }

    /// Square metres, `m²`: the coherent unit.
    @inlinable @inline(__always)
    public static var squareMetres: Self {
        Self("square metres", "m²", 1, 1, isPrinted: true)
    }
}

// MARK: - Volume

/// A volume. In cubicMetres, as `Float`.
public typealias Volume = Quantity<CubicMetre, Float>

/// A cubic metre, as the unit of a quantity.
public enum CubicMetre: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Volume> { .cubicMetres }
}

extension NamedUnit where Dimension == Dimensions.Volume {
    /// Microlitres, `µL`: 10⁻⁹ m³.
    @inlinable @inline(__always)
    public static var microlitres: Self {
        Self("microlitres", "µL", 1, 1_000_000_000, isPrinted: false)
    }

    /// Millilitres, `mL`: 10⁻⁶ m³.
    @inlinable @inline(__always)
    public static var millilitres: Self {
        Self("millilitres", "mL", 1, 1_000_000, isPrinted: false)
    }

    /// Litres, `L`: 10⁻³ m³.
    @inlinable @inline(__always)
    public static var litres: Self {
        Self("litres", "L", 1, 1_000, isPrinted: false)
    }

    /// Cubic metres, `m³`: the coherent unit.
    @inlinable @inline(__always)
    public static var cubicMetres: Self {
        Self("cubic metres", "m³", 1, 1, isPrinted: true)
    }
}

// MARK: - Density

/// A mass in a volume. In kilogramsPerCubicMetre, as `Float`.
public typealias Density = Quantity<KilogramPerCubicMetre, Float>

/// A kilogram per cubic metre, as the unit of a quantity.
public enum KilogramPerCubicMetre: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Density> { .kilogramsPerCubicMetre }
}

extension NamedUnit where Dimension == Dimensions.Density {
    /// Kilograms per cubic metre, `kg/m³`: the coherent unit.
    @inlinable @inline(__always)
    public static var kilogramsPerCubicMetre: Self {
        Self("kilograms per cubic metre", "kg/m³", 1, 1, isPrinted: true)
    }
}

// MARK: - Speed

/// A speed. In metresPerSecond, as `Float`.
public typealias Speed = Quantity<MetrePerSecond, Float>

/// A metre per second, as the unit of a quantity.
public enum MetrePerSecond: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Speed> { .metresPerSecond }
}

extension NamedUnit where Dimension == Dimensions.Speed {
    /// Kilometres per hour, `km/h`: 5/18 m/s.
    @inlinable @inline(__always)
    public static var kilometresPerHour: Self {
        Self("kilometres per hour", "km/h", 5, 18, isPrinted: false)
    }

    /// Metres per second, `m/s`: the coherent unit.
    @inlinable @inline(__always)
    public static var metresPerSecond: Self {
        Self("metres per second", "m/s", 1, 1, isPrinted: true)
    }
}

// MARK: - Acceleration

/// An acceleration. In metresPerSecondSquared, as `Float`.
public typealias Acceleration = Quantity<MetrePerSecondSquared, Float>

/// A metre per second squared, as the unit of a quantity.
public enum MetrePerSecondSquared: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Acceleration> { .metresPerSecondSquared }
}

extension NamedUnit where Dimension == Dimensions.Acceleration {
    /// Metres per second squared, `m/s²`: the coherent unit.
    @inlinable @inline(__always)
    public static var metresPerSecondSquared: Self {
        Self("metres per second squared", "m/s²", 1, 1, isPrinted: true)
    }

    /// Standard gravities, `gₙ`: 9.80665 m/s².
    @inlinable @inline(__always)
    public static var standardGravities: Self {
        Self("standard gravities", "gₙ", 196_133, 20_000, isPrinted: false)
    }
}

// MARK: - Frequency

/// A frequency. Whole hertz, as `UInt32`.
public typealias Frequency = Quantity<Hertz, UInt32>

/// A millihertz, as the unit of a quantity.
public enum Millihertz: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Frequency> { .millihertz }
}

/// A hertz, as the unit of a quantity.
public enum Hertz: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Frequency> { .hertz }
}

extension NamedUnit where Dimension == Dimensions.Frequency {
    /// Millihertz, `mHz`: 10⁻³ Hz.
    @inlinable @inline(__always)
    public static var millihertz: Self {
        Self("millihertz", "mHz", 1, 1_000, isPrinted: true)
    }

    /// Hertz, `Hz`: the coherent unit.
    @inlinable @inline(__always)
    public static var hertz: Self {
        Self("hertz", "Hz", 1, 1, isPrinted: true)
    }

    /// Kilohertz, `kHz`: 1 000 Hz.
    @inlinable @inline(__always)
    public static var kilohertz: Self {
        Self("kilohertz", "kHz", 1_000, 1, isPrinted: true)
    }

    /// Megahertz, `MHz`: 10⁶ Hz.
    @inlinable @inline(__always)
    public static var megahertz: Self {
        Self("megahertz", "MHz", 1_000_000, 1, isPrinted: true)
    }

    /// Gigahertz, `GHz`: 10⁹ Hz.
    @inlinable @inline(__always)
    public static var gigahertz: Self {
        Self("gigahertz", "GHz", 1_000_000_000, 1, isPrinted: true)
    }
}

// MARK: - AngularVelocity

/// An angular velocity. In radiansPerSecond, as `Float`.
public typealias AngularVelocity = Quantity<RadianPerSecond, Float>

/// A radian per second, as the unit of a quantity.
public enum RadianPerSecond: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.AngularVelocity> { .radiansPerSecond }
}

extension NamedUnit where Dimension == Dimensions.AngularVelocity {
    /// Degrees per second, `°/s`: π/180 rad/s.
    @inlinable @inline(__always)
    public static var degreesPerSecond: Self {
        Self("degrees per second", "°/s", 7_853_981_633_974_483, 450_000_000_000_000_000, isPrinted: false)
    }

    /// Revolutions per minute, `rpm`: π/30 rad/s.
    @inlinable @inline(__always)
    public static var revolutionsPerMinute: Self {
        Self("revolutions per minute", "rpm", 7_853_981_633_974_483, 75_000_000_000_000_000, isPrinted: false)
    }

    /// Radians per second, `rad/s`: the coherent unit.
    @inlinable @inline(__always)
    public static var radiansPerSecond: Self {
        Self("radians per second", "rad/s", 1, 1, isPrinted: true)
    }
}

// MARK: - Force

/// A force. In newtons, as `Float`.
public typealias Force = Quantity<Newton, Float>

/// A newton, as the unit of a quantity.
public enum Newton: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Force> { .newtons }
}

extension NamedUnit where Dimension == Dimensions.Force {
    /// Millinewtons, `mN`: 10⁻³ N.
    @inlinable @inline(__always)
    public static var millinewtons: Self {
        Self("millinewtons", "mN", 1, 1_000, isPrinted: true)
    }

    /// Newtons, `N`: the coherent unit.
    @inlinable @inline(__always)
    public static var newtons: Self {
        Self("newtons", "N", 1, 1, isPrinted: true)
    }

    /// Kilonewtons, `kN`: 1 000 N.
    @inlinable @inline(__always)
    public static var kilonewtons: Self {
        Self("kilonewtons", "kN", 1_000, 1, isPrinted: true)
    }
}

// MARK: - Pressure

/// A pressure. In pascals, as `Float`.
public typealias Pressure = Quantity<Pascal, Float>
/// A pressure. Whole pascals, as `UInt32`.
public typealias Pascals = Quantity<Pascal, UInt32>

/// A pascal, as the unit of a quantity.
public enum Pascal: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Pressure> { .pascals }
}

extension NamedUnit where Dimension == Dimensions.Pressure {
    /// Pascals, `Pa`: the coherent unit.
    @inlinable @inline(__always)
    public static var pascals: Self {
        Self("pascals", "Pa", 1, 1, isPrinted: true)
    }

    /// Hectopascals, `hPa`: 100 Pa.
    @inlinable @inline(__always)
    public static var hectopascals: Self {
        Self("hectopascals", "hPa", 100, 1, isPrinted: false)
    }

    /// Millibars, `mbar`: 100 Pa.
    @inlinable @inline(__always)
    public static var millibars: Self {
        Self("millibars", "mbar", 100, 1, isPrinted: false)
    }

    /// Kilopascals, `kPa`: 1 000 Pa.
    @inlinable @inline(__always)
    public static var kilopascals: Self {
        Self("kilopascals", "kPa", 1_000, 1, isPrinted: true)
    }

    /// Bars, `bar`: 100 000 Pa.
    @inlinable @inline(__always)
    public static var bars: Self {
        Self("bars", "bar", 100_000, 1, isPrinted: false)
    }

    /// Megapascals, `MPa`: 10⁶ Pa.
    @inlinable @inline(__always)
    public static var megapascals: Self {
        Self("megapascals", "MPa", 1_000_000, 1, isPrinted: true)
    }
}

// MARK: - Energy

/// An energy. In joules, as `Float`.
public typealias Energy = Quantity<Joule, Float>

/// A joule, as the unit of a quantity.
public enum Joule: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Energy> { .joules }
}

extension NamedUnit where Dimension == Dimensions.Energy {
    /// Microjoules, `µJ`: 10⁻⁶ J.
    @inlinable @inline(__always)
    public static var microjoules: Self {
        Self("microjoules", "µJ", 1, 1_000_000, isPrinted: true)
    }

    /// Millijoules, `mJ`: 10⁻³ J.
    @inlinable @inline(__always)
    public static var millijoules: Self {
        Self("millijoules", "mJ", 1, 1_000, isPrinted: true)
    }

    /// Joules, `J`: the coherent unit.
    @inlinable @inline(__always)
    public static var joules: Self {
        Self("joules", "J", 1, 1, isPrinted: true)
    }

    /// Milliwatt hours, `mWh`: 3.6 J.
    @inlinable @inline(__always)
    public static var milliwattHours: Self {
        Self("milliwatt hours", "mWh", 18, 5, isPrinted: false)
    }

    /// Kilojoules, `kJ`: 1 000 J.
    @inlinable @inline(__always)
    public static var kilojoules: Self {
        Self("kilojoules", "kJ", 1_000, 1, isPrinted: true)
    }

    /// Watt hours, `Wh`: 3 600 J.
    @inlinable @inline(__always)
    public static var wattHours: Self {
        Self("watt hours", "Wh", 3_600, 1, isPrinted: false)
    }

    /// Megajoules, `MJ`: 10⁶ J.
    @inlinable @inline(__always)
    public static var megajoules: Self {
        Self("megajoules", "MJ", 1_000_000, 1, isPrinted: true)
    }

    /// Kilowatt hours, `kWh`: 3 600 000 J.
    @inlinable @inline(__always)
    public static var kilowattHours: Self {
        Self("kilowatt hours", "kWh", 3_600_000, 1, isPrinted: false)
    }
}

// MARK: - Power

/// A power. In watts, as `Float`.
public typealias Power = Quantity<Watt, Float>

/// A microwatt, as the unit of a quantity.
public enum Microwatt: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Power> { .microwatts }
}

/// A milliwatt, as the unit of a quantity.
public enum Milliwatt: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Power> { .milliwatts }
}

/// A watt, as the unit of a quantity.
public enum Watt: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Power> { .watts }
}

extension NamedUnit where Dimension == Dimensions.Power {
    /// Microwatts, `µW`: 10⁻⁶ W.
    @inlinable @inline(__always)
    public static var microwatts: Self {
        Self("microwatts", "µW", 1, 1_000_000, isPrinted: true)
    }

    /// Milliwatts, `mW`: 10⁻³ W.
    @inlinable @inline(__always)
    public static var milliwatts: Self {
        Self("milliwatts", "mW", 1, 1_000, isPrinted: true)
    }

    /// Watts, `W`: the coherent unit.
    @inlinable @inline(__always)
    public static var watts: Self {
        Self("watts", "W", 1, 1, isPrinted: true)
    }

    /// Kilowatts, `kW`: 1 000 W.
    @inlinable @inline(__always)
    public static var kilowatts: Self {
        Self("kilowatts", "kW", 1_000, 1, isPrinted: true)
    }
}

// MARK: - Charge

/// An electric charge. In coulombs, as `Float`.
public typealias Charge = Quantity<Coulomb, Float>

/// A coulomb, as the unit of a quantity.
public enum Coulomb: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Charge> { .coulombs }
}

extension NamedUnit where Dimension == Dimensions.Charge {
    /// Microcoulombs, `µC`: 10⁻⁶ C.
    @inlinable @inline(__always)
    public static var microcoulombs: Self {
        Self("microcoulombs", "µC", 1, 1_000_000, isPrinted: true)
    }

    /// Millicoulombs, `mC`: 10⁻³ C.
    @inlinable @inline(__always)
    public static var millicoulombs: Self {
        Self("millicoulombs", "mC", 1, 1_000, isPrinted: true)
    }

    /// Coulombs, `C`: the coherent unit.
    @inlinable @inline(__always)
    public static var coulombs: Self {
        Self("coulombs", "C", 1, 1, isPrinted: true)
    }

    /// Milliampere hours, `mAh`: 3.6 C.
    @inlinable @inline(__always)
    public static var milliampereHours: Self {
        Self("milliampere hours", "mAh", 18, 5, isPrinted: false)
    }

    /// Ampere hours, `Ah`: 3 600 C.
    @inlinable @inline(__always)
    public static var ampereHours: Self {
        Self("ampere hours", "Ah", 3_600, 1, isPrinted: false)
    }
}

// MARK: - Voltage

/// A difference of electric potential. In volts, as `Float`.
public typealias Voltage = Quantity<Volt, Float>
/// A difference of electric potential. Whole microvolts, as `Int32`.
public typealias Microvolts = Quantity<Microvolt, Int32>

/// A nanovolt, as the unit of a quantity.
public enum Nanovolt: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Voltage> { .nanovolts }
}

/// A microvolt, as the unit of a quantity.
public enum Microvolt: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Voltage> { .microvolts }
}

/// A millivolt, as the unit of a quantity.
public enum Millivolt: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Voltage> { .millivolts }
}

/// A volt, as the unit of a quantity.
public enum Volt: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Voltage> { .volts }
}

extension NamedUnit where Dimension == Dimensions.Voltage {
    /// Nanovolts, `nV`: 10⁻⁹ V.
    @inlinable @inline(__always)
    public static var nanovolts: Self {
        Self("nanovolts", "nV", 1, 1_000_000_000, isPrinted: true)
    }

    /// Microvolts, `µV`: 10⁻⁶ V.
    @inlinable @inline(__always)
    public static var microvolts: Self {
        Self("microvolts", "µV", 1, 1_000_000, isPrinted: true)
    }

    /// Millivolts, `mV`: 10⁻³ V.
    @inlinable @inline(__always)
    public static var millivolts: Self {
        Self("millivolts", "mV", 1, 1_000, isPrinted: true)
    }

    /// Volts, `V`: the coherent unit.
    @inlinable @inline(__always)
    public static var volts: Self {
        Self("volts", "V", 1, 1, isPrinted: true)
    }

    /// Kilovolts, `kV`: 1 000 V.
    @inlinable @inline(__always)
    public static var kilovolts: Self {
        Self("kilovolts", "kV", 1_000, 1, isPrinted: true)
    }
}

// MARK: - Resistance

/// An electric resistance. In ohms, as `Float`.
public typealias Resistance = Quantity<Ohm, Float>

/// A milliohm, as the unit of a quantity.
public enum Milliohm: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Resistance> { .milliohms }
}

/// An ohm, as the unit of a quantity.
public enum Ohm: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Resistance> { .ohms }
}

extension NamedUnit where Dimension == Dimensions.Resistance {
    /// Milliohms, `mΩ`: 10⁻³ Ω.
    @inlinable @inline(__always)
    public static var milliohms: Self {
        Self("milliohms", "mΩ", 1, 1_000, isPrinted: true)
    }

    /// Ohms, `Ω`: the coherent unit.
    @inlinable @inline(__always)
    public static var ohms: Self {
        Self("ohms", "Ω", 1, 1, isPrinted: true)
    }

    /// Kiloohms, `kΩ`: 1 000 Ω.
    @inlinable @inline(__always)
    public static var kiloohms: Self {
        Self("kiloohms", "kΩ", 1_000, 1, isPrinted: true)
    }

    /// Megaohms, `MΩ`: 10⁶ Ω.
    @inlinable @inline(__always)
    public static var megaohms: Self {
        Self("megaohms", "MΩ", 1_000_000, 1, isPrinted: true)
    }
}

// MARK: - Conductance

/// An electric conductance. In siemens, as `Float`.
public typealias Conductance = Quantity<Siemens, Float>

/// A siemens, as the unit of a quantity.
public enum Siemens: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Conductance> { .siemens }
}

extension NamedUnit where Dimension == Dimensions.Conductance {
    /// Microsiemens, `µS`: 10⁻⁶ S.
    @inlinable @inline(__always)
    public static var microsiemens: Self {
        Self("microsiemens", "µS", 1, 1_000_000, isPrinted: true)
    }

    /// Millisiemens, `mS`: 10⁻³ S.
    @inlinable @inline(__always)
    public static var millisiemens: Self {
        Self("millisiemens", "mS", 1, 1_000, isPrinted: true)
    }

    /// Siemens, `S`: the coherent unit.
    @inlinable @inline(__always)
    public static var siemens: Self {
        Self("siemens", "S", 1, 1, isPrinted: true)
    }
}

// MARK: - Capacitance

/// An electric capacitance. In farads, as `Float`.
public typealias Capacitance = Quantity<Farad, Float>

/// A farad, as the unit of a quantity.
public enum Farad: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Capacitance> { .farads }
}

extension NamedUnit where Dimension == Dimensions.Capacitance {
    /// Picofarads, `pF`: 10⁻¹² F.
    @inlinable @inline(__always)
    public static var picofarads: Self {
        Self("picofarads", "pF", 1, 1_000_000_000_000, isPrinted: true)
    }

    /// Nanofarads, `nF`: 10⁻⁹ F.
    @inlinable @inline(__always)
    public static var nanofarads: Self {
        Self("nanofarads", "nF", 1, 1_000_000_000, isPrinted: true)
    }

    /// Microfarads, `µF`: 10⁻⁶ F.
    @inlinable @inline(__always)
    public static var microfarads: Self {
        Self("microfarads", "µF", 1, 1_000_000, isPrinted: true)
    }

    /// Millifarads, `mF`: 10⁻³ F.
    @inlinable @inline(__always)
    public static var millifarads: Self {
        Self("millifarads", "mF", 1, 1_000, isPrinted: true)
    }

    /// Farads, `F`: the coherent unit.
    @inlinable @inline(__always)
    public static var farads: Self {
        Self("farads", "F", 1, 1, isPrinted: true)
    }
}

// MARK: - Inductance

/// An inductance. In henries, as `Float`.
public typealias Inductance = Quantity<Henry, Float>

/// A henry, as the unit of a quantity.
public enum Henry: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Inductance> { .henries }
}

extension NamedUnit where Dimension == Dimensions.Inductance {
    /// Nanohenries, `nH`: 10⁻⁹ H.
    @inlinable @inline(__always)
    public static var nanohenries: Self {
        Self("nanohenries", "nH", 1, 1_000_000_000, isPrinted: true)
    }

    /// Microhenries, `µH`: 10⁻⁶ H.
    @inlinable @inline(__always)
    public static var microhenries: Self {
        Self("microhenries", "µH", 1, 1_000_000, isPrinted: true)
    }

    /// Millihenries, `mH`: 10⁻³ H.
    @inlinable @inline(__always)
    public static var millihenries: Self {
        Self("millihenries", "mH", 1, 1_000, isPrinted: true)
    }

    /// Henries, `H`: the coherent unit.
    @inlinable @inline(__always)
    public static var henries: Self {
        Self("henries", "H", 1, 1, isPrinted: true)
    }
}

// MARK: - MagneticFlux

/// A magnetic flux. In webers, as `Float`.
public typealias MagneticFlux = Quantity<Weber, Float>

/// A weber, as the unit of a quantity.
public enum Weber: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.MagneticFlux> { .webers }
}

extension NamedUnit where Dimension == Dimensions.MagneticFlux {
    /// Webers, `Wb`: the coherent unit.
    @inlinable @inline(__always)
    public static var webers: Self {
        Self("webers", "Wb", 1, 1, isPrinted: true)
    }
}

// MARK: - MagneticFluxDensity

/// A magnetic flux density. In teslas, as `Float`.
public typealias MagneticFluxDensity = Quantity<Tesla, Float>

/// A nanotesla, as the unit of a quantity.
public enum Nanotesla: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.MagneticFluxDensity> { .nanoteslas }
}

/// A tesla, as the unit of a quantity.
public enum Tesla: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.MagneticFluxDensity> { .teslas }
}

extension NamedUnit where Dimension == Dimensions.MagneticFluxDensity {
    /// Nanoteslas, `nT`: 10⁻⁹ T.
    @inlinable @inline(__always)
    public static var nanoteslas: Self {
        Self("nanoteslas", "nT", 1, 1_000_000_000, isPrinted: true)
    }

    /// Microteslas, `µT`: 10⁻⁶ T.
    @inlinable @inline(__always)
    public static var microteslas: Self {
        Self("microteslas", "µT", 1, 1_000_000, isPrinted: true)
    }

    /// Gauss, `G`: 10⁻⁴ T.
    @inlinable @inline(__always)
    public static var gauss: Self {
        Self("gauss", "G", 1, 10_000, isPrinted: false)
    }

    /// Milliteslas, `mT`: 10⁻³ T.
    @inlinable @inline(__always)
    public static var milliteslas: Self {
        Self("milliteslas", "mT", 1, 1_000, isPrinted: true)
    }

    /// Teslas, `T`: the coherent unit.
    @inlinable @inline(__always)
    public static var teslas: Self {
        Self("teslas", "T", 1, 1, isPrinted: true)
    }
}

// MARK: - LuminousFlux

/// A luminous flux. The steradian is the square of an angle. In lumens, as `Float`.
public typealias LuminousFlux = Quantity<Lumen, Float>

/// A lumen, as the unit of a quantity.
public enum Lumen: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.LuminousFlux> { .lumens }
}

extension NamedUnit where Dimension == Dimensions.LuminousFlux {
    /// Lumens, `lm`: the coherent unit.
    @inlinable @inline(__always)
    public static var lumens: Self {
        Self("lumens", "lm", 1, 1, isPrinted: true)
    }
}

// MARK: - Illuminance

/// A luminous flux on an area. In lux, as `Float`.
public typealias Illuminance = Quantity<Lux, Float>

/// A lux, as the unit of a quantity.
public enum Lux: UnitOfMeasure {
    @inlinable @inline(__always)
    public static var unit: NamedUnit<Dimensions.Illuminance> { .lux }
}

extension NamedUnit where Dimension == Dimensions.Illuminance {
    /// Lux, `lx`: the coherent unit.
    @inlinable @inline(__always)
    public static var lux: Self {
        Self("lux", "lx", 1, 1, isPrinted: true)
    }
}
