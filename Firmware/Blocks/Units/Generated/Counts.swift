// What quantities are made by, and read by: `.volts(3)`, `3.volts`, `voltage.volts`.
// Made by Firmware/Blocks/Units/generate.py of Definitions.txt beside it: do not edit.

// MARK: - Length

extension Quantity where Unit.Dimension == Dimensions.Length {
    /// So many nanometres. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func nanometres(_ count: Scalar) -> Self { Self(count, .nanometres) }

    /// So many micrometres. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func micrometres(_ count: Scalar) -> Self { Self(count, .micrometres) }

    /// So many millimetres. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millimetres(_ count: Scalar) -> Self { Self(count, .millimetres) }

    /// So many centimetres. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func centimetres(_ count: Scalar) -> Self { Self(count, .centimetres) }

    /// So many metres. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func metres(_ count: Scalar) -> Self { Self(count, .metres) }

    /// So many kilometres. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kilometres(_ count: Scalar) -> Self { Self(count, .kilometres) }
}

extension Quantity where Unit == Micrometre {
    /// How many micrometres it is: what is stored.
    @_transparent
    public var micrometres: Scalar { count }
}

extension Quantity where Unit == Millimetre {
    /// How many millimetres it is: what is stored.
    @_transparent
    public var millimetres: Scalar { count }
}

extension Quantity where Unit == Metre {
    /// How many metres it is: what is stored.
    @_transparent
    public var metres: Scalar { count }
}

extension Int {
    /// So many nanometres.
    @inlinable @inline(__always)
    public var nanometres: Length { .nanometres(Float(self)) }

    /// So many micrometres.
    @inlinable @inline(__always)
    public var micrometres: Length { .micrometres(Float(self)) }

    /// So many millimetres.
    @inlinable @inline(__always)
    public var millimetres: Length { .millimetres(Float(self)) }

    /// So many centimetres.
    @inlinable @inline(__always)
    public var centimetres: Length { .centimetres(Float(self)) }

    /// So many metres.
    @inlinable @inline(__always)
    public var metres: Length { .metres(Float(self)) }

    /// So many kilometres.
    @inlinable @inline(__always)
    public var kilometres: Length { .kilometres(Float(self)) }
}

extension Double {
    /// So many nanometres.
    @inlinable @inline(__always)
    public var nanometres: Length { .nanometres(Float(self)) }

    /// So many micrometres.
    @inlinable @inline(__always)
    public var micrometres: Length { .micrometres(Float(self)) }

    /// So many millimetres.
    @inlinable @inline(__always)
    public var millimetres: Length { .millimetres(Float(self)) }

    /// So many centimetres.
    @inlinable @inline(__always)
    public var centimetres: Length { .centimetres(Float(self)) }

    /// So many metres.
    @inlinable @inline(__always)
    public var metres: Length { .metres(Float(self)) }

    /// So many kilometres.
    @inlinable @inline(__always)
    public var kilometres: Length { .kilometres(Float(self)) }
}

// MARK: - Mass

extension Quantity where Unit.Dimension == Dimensions.Mass {
    /// So many micrograms. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func micrograms(_ count: Scalar) -> Self { Self(count, .micrograms) }

    /// So many milligrams. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func milligrams(_ count: Scalar) -> Self { Self(count, .milligrams) }

    /// So many grams. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func grams(_ count: Scalar) -> Self { Self(count, .grams) }

    /// So many kilograms. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kilograms(_ count: Scalar) -> Self { Self(count, .kilograms) }
}

extension Quantity where Unit == Microgram {
    /// How many micrograms it is: what is stored.
    @_transparent
    public var micrograms: Scalar { count }
}

extension Quantity where Unit == Milligram {
    /// How many milligrams it is: what is stored.
    @_transparent
    public var milligrams: Scalar { count }
}

extension Quantity where Unit == Gram {
    /// How many grams it is: what is stored.
    @_transparent
    public var grams: Scalar { count }
}

extension Quantity where Unit == Kilogram {
    /// How many kilograms it is: what is stored.
    @_transparent
    public var kilograms: Scalar { count }
}

extension Int {
    /// So many micrograms.
    @inlinable @inline(__always)
    public var micrograms: Mass { .micrograms(Float(self)) }

    /// So many milligrams.
    @inlinable @inline(__always)
    public var milligrams: Mass { .milligrams(Float(self)) }

    /// So many grams.
    @inlinable @inline(__always)
    public var grams: Mass { .grams(Float(self)) }

    /// So many kilograms.
    @inlinable @inline(__always)
    public var kilograms: Mass { .kilograms(Float(self)) }
}

extension Double {
    /// So many micrograms.
    @inlinable @inline(__always)
    public var micrograms: Mass { .micrograms(Float(self)) }

    /// So many milligrams.
    @inlinable @inline(__always)
    public var milligrams: Mass { .milligrams(Float(self)) }

    /// So many grams.
    @inlinable @inline(__always)
    public var grams: Mass { .grams(Float(self)) }

    /// So many kilograms.
    @inlinable @inline(__always)
    public var kilograms: Mass { .kilograms(Float(self)) }
}

// MARK: - Time

extension Quantity where Unit.Dimension == Dimensions.Time {
    /// So many nanoseconds. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func nanoseconds(_ count: Scalar) -> Self { Self(count, .nanoseconds) }

    /// So many microseconds. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func microseconds(_ count: Scalar) -> Self { Self(count, .microseconds) }

    /// So many milliseconds. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func milliseconds(_ count: Scalar) -> Self { Self(count, .milliseconds) }

    /// So many seconds. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func seconds(_ count: Scalar) -> Self { Self(count, .seconds) }

    /// So many minutes. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func minutes(_ count: Scalar) -> Self { Self(count, .minutes) }

    /// So many hours. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func hours(_ count: Scalar) -> Self { Self(count, .hours) }

    /// So many days. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func days(_ count: Scalar) -> Self { Self(count, .days) }
}

extension Quantity where Unit == Nanosecond {
    /// How many nanoseconds it is: what is stored.
    @_transparent
    public var nanoseconds: Scalar { count }
}

extension Quantity where Unit == Microsecond {
    /// How many microseconds it is: what is stored.
    @_transparent
    public var microseconds: Scalar { count }
}

extension Quantity where Unit == Millisecond {
    /// How many milliseconds it is: what is stored.
    @_transparent
    public var milliseconds: Scalar { count }
}

extension Quantity where Unit == Second {
    /// How many seconds it is: what is stored.
    @_transparent
    public var seconds: Scalar { count }
}

extension Int {
    /// So many microseconds.
    @inlinable @inline(__always)
    public var microseconds: Interval { .microseconds(Int64(self)) }

    /// So many milliseconds.
    @inlinable @inline(__always)
    public var milliseconds: Interval { .milliseconds(Int64(self)) }

    /// So many seconds.
    @inlinable @inline(__always)
    public var seconds: Interval { .seconds(Int64(self)) }

    /// So many minutes.
    @inlinable @inline(__always)
    public var minutes: Interval { .minutes(Int64(self)) }

    /// So many hours.
    @inlinable @inline(__always)
    public var hours: Interval { .hours(Int64(self)) }

    /// So many days.
    @inlinable @inline(__always)
    public var days: Interval { .days(Int64(self)) }
}

// MARK: - ElectricCurrent

extension Quantity where Unit.Dimension == Dimensions.ElectricCurrent {
    /// So many nanoamperes. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func nanoamperes(_ count: Scalar) -> Self { Self(count, .nanoamperes) }

    /// So many microamperes. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func microamperes(_ count: Scalar) -> Self { Self(count, .microamperes) }

    /// So many milliamperes. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func milliamperes(_ count: Scalar) -> Self { Self(count, .milliamperes) }

    /// So many amperes. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func amperes(_ count: Scalar) -> Self { Self(count, .amperes) }
}

extension Quantity where Unit == Nanoampere {
    /// How many nanoamperes it is: what is stored.
    @_transparent
    public var nanoamperes: Scalar { count }
}

extension Quantity where Unit == Microampere {
    /// How many microamperes it is: what is stored.
    @_transparent
    public var microamperes: Scalar { count }
}

extension Quantity where Unit == Milliampere {
    /// How many milliamperes it is: what is stored.
    @_transparent
    public var milliamperes: Scalar { count }
}

extension Quantity where Unit == Ampere {
    /// How many amperes it is: what is stored.
    @_transparent
    public var amperes: Scalar { count }
}

extension Int {
    /// So many nanoamperes.
    @inlinable @inline(__always)
    public var nanoamperes: ElectricCurrent { .nanoamperes(Float(self)) }

    /// So many microamperes.
    @inlinable @inline(__always)
    public var microamperes: ElectricCurrent { .microamperes(Float(self)) }

    /// So many milliamperes.
    @inlinable @inline(__always)
    public var milliamperes: ElectricCurrent { .milliamperes(Float(self)) }

    /// So many amperes.
    @inlinable @inline(__always)
    public var amperes: ElectricCurrent { .amperes(Float(self)) }
}

extension Double {
    /// So many nanoamperes.
    @inlinable @inline(__always)
    public var nanoamperes: ElectricCurrent { .nanoamperes(Float(self)) }

    /// So many microamperes.
    @inlinable @inline(__always)
    public var microamperes: ElectricCurrent { .microamperes(Float(self)) }

    /// So many milliamperes.
    @inlinable @inline(__always)
    public var milliamperes: ElectricCurrent { .milliamperes(Float(self)) }

    /// So many amperes.
    @inlinable @inline(__always)
    public var amperes: ElectricCurrent { .amperes(Float(self)) }
}

// MARK: - Temperature

extension Quantity where Unit.Dimension == Dimensions.Temperature {
    /// So many microkelvins. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func microkelvins(_ count: Scalar) -> Self { Self(count, .microkelvins) }

    /// So many millikelvins. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millikelvins(_ count: Scalar) -> Self { Self(count, .millikelvins) }

    /// So many kelvins. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kelvins(_ count: Scalar) -> Self { Self(count, .kelvins) }
}

extension Quantity where Unit == Microkelvin {
    /// How many microkelvins it is: what is stored.
    @_transparent
    public var microkelvins: Scalar { count }
}

extension Quantity where Unit == Millikelvin {
    /// How many millikelvins it is: what is stored.
    @_transparent
    public var millikelvins: Scalar { count }
}

extension Quantity where Unit == Kelvin {
    /// How many kelvins it is: what is stored.
    @_transparent
    public var kelvins: Scalar { count }
}

extension Int {
    /// So many microkelvins.
    @inlinable @inline(__always)
    public var microkelvins: TemperatureDifference { .microkelvins(Int32(self)) }

    /// So many millikelvins.
    @inlinable @inline(__always)
    public var millikelvins: TemperatureDifference { .millikelvins(Int32(self)) }

    /// So many kelvins.
    @inlinable @inline(__always)
    public var kelvins: TemperatureDifference { .kelvins(Int32(self)) }
}

// MARK: - AmountOfSubstance

extension Quantity where Unit.Dimension == Dimensions.AmountOfSubstance {
    /// So many micromoles. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func micromoles(_ count: Scalar) -> Self { Self(count, .micromoles) }

    /// So many millimoles. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millimoles(_ count: Scalar) -> Self { Self(count, .millimoles) }

    /// So many moles. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func moles(_ count: Scalar) -> Self { Self(count, .moles) }
}

extension Quantity where Unit == Mole {
    /// How many moles it is: what is stored.
    @_transparent
    public var moles: Scalar { count }
}

extension Int {
    /// So many micromoles.
    @inlinable @inline(__always)
    public var micromoles: AmountOfSubstance { .micromoles(Float(self)) }

    /// So many millimoles.
    @inlinable @inline(__always)
    public var millimoles: AmountOfSubstance { .millimoles(Float(self)) }

    /// So many moles.
    @inlinable @inline(__always)
    public var moles: AmountOfSubstance { .moles(Float(self)) }
}

extension Double {
    /// So many micromoles.
    @inlinable @inline(__always)
    public var micromoles: AmountOfSubstance { .micromoles(Float(self)) }

    /// So many millimoles.
    @inlinable @inline(__always)
    public var millimoles: AmountOfSubstance { .millimoles(Float(self)) }

    /// So many moles.
    @inlinable @inline(__always)
    public var moles: AmountOfSubstance { .moles(Float(self)) }
}

// MARK: - LuminousIntensity

extension Quantity where Unit.Dimension == Dimensions.LuminousIntensity {
    /// So many millicandelas. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millicandelas(_ count: Scalar) -> Self { Self(count, .millicandelas) }

    /// So many candelas. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func candelas(_ count: Scalar) -> Self { Self(count, .candelas) }
}

extension Quantity where Unit == Candela {
    /// How many candelas it is: what is stored.
    @_transparent
    public var candelas: Scalar { count }
}

extension Int {
    /// So many millicandelas.
    @inlinable @inline(__always)
    public var millicandelas: LuminousIntensity { .millicandelas(Float(self)) }

    /// So many candelas.
    @inlinable @inline(__always)
    public var candelas: LuminousIntensity { .candelas(Float(self)) }
}

extension Double {
    /// So many millicandelas.
    @inlinable @inline(__always)
    public var millicandelas: LuminousIntensity { .millicandelas(Float(self)) }

    /// So many candelas.
    @inlinable @inline(__always)
    public var candelas: LuminousIntensity { .candelas(Float(self)) }
}

// MARK: - Angle

extension Quantity where Unit.Dimension == Dimensions.Angle {
    /// So many milliradians. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func milliradians(_ count: Scalar) -> Self { Self(count, .milliradians) }

    /// So many degrees. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func degrees(_ count: Scalar) -> Self { Self(count, .degrees) }

    /// So many radians. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func radians(_ count: Scalar) -> Self { Self(count, .radians) }

    /// So many turns. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func turns(_ count: Scalar) -> Self { Self(count, .turns) }
}

extension Quantity where Unit == Radian {
    /// How many radians it is: what is stored.
    @_transparent
    public var radians: Scalar { count }
}

extension Int {
    /// So many milliradians.
    @inlinable @inline(__always)
    public var milliradians: Angle { .milliradians(Float(self)) }

    /// So many degrees.
    @inlinable @inline(__always)
    public var degrees: Angle { .degrees(Float(self)) }

    /// So many radians.
    @inlinable @inline(__always)
    public var radians: Angle { .radians(Float(self)) }

    /// So many turns.
    @inlinable @inline(__always)
    public var turns: Angle { .turns(Float(self)) }
}

extension Double {
    /// So many milliradians.
    @inlinable @inline(__always)
    public var milliradians: Angle { .milliradians(Float(self)) }

    /// So many degrees.
    @inlinable @inline(__always)
    public var degrees: Angle { .degrees(Float(self)) }

    /// So many radians.
    @inlinable @inline(__always)
    public var radians: Angle { .radians(Float(self)) }

    /// So many turns.
    @inlinable @inline(__always)
    public var turns: Angle { .turns(Float(self)) }
}

// MARK: - Ratio

extension Quantity where Unit.Dimension == Dimensions.Ratio {
    /// So many parts per million. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func partsPerMillion(_ count: Scalar) -> Self { Self(count, .partsPerMillion) }

    /// So many permille. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func permille(_ count: Scalar) -> Self { Self(count, .permille) }

    /// So many percent. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func percent(_ count: Scalar) -> Self { Self(count, .percent) }

    /// So many ones. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func ones(_ count: Scalar) -> Self { Self(count, .ones) }
}

extension Quantity where Unit == PartPerMillion {
    /// How many parts per million it is: what is stored.
    @_transparent
    public var partsPerMillion: Scalar { count }
}

extension Quantity where Unit == One {
    /// How many ones it is: what is stored.
    @_transparent
    public var ones: Scalar { count }
}

extension Int {
    /// So many parts per million.
    @inlinable @inline(__always)
    public var partsPerMillion: Ratio { .partsPerMillion(Float(self)) }

    /// So many permille.
    @inlinable @inline(__always)
    public var permille: Ratio { .permille(Float(self)) }

    /// So many percent.
    @inlinable @inline(__always)
    public var percent: Ratio { .percent(Float(self)) }

    /// So many ones.
    @inlinable @inline(__always)
    public var ones: Ratio { .ones(Float(self)) }
}

extension Double {
    /// So many parts per million.
    @inlinable @inline(__always)
    public var partsPerMillion: Ratio { .partsPerMillion(Float(self)) }

    /// So many permille.
    @inlinable @inline(__always)
    public var permille: Ratio { .permille(Float(self)) }

    /// So many percent.
    @inlinable @inline(__always)
    public var percent: Ratio { .percent(Float(self)) }

    /// So many ones.
    @inlinable @inline(__always)
    public var ones: Ratio { .ones(Float(self)) }
}

// MARK: - Area

extension Quantity where Unit.Dimension == Dimensions.Area {
    /// So many square millimetres. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func squareMillimetres(_ count: Scalar) -> Self { Self(count, .squareMillimetres) }

    /// So many square metres. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func squareMetres(_ count: Scalar) -> Self { Self(count, .squareMetres) }
}

extension Quantity where Unit == SquareMetre {
    /// How many square metres it is: what is stored.
    @_transparent
    public var squareMetres: Scalar { count }
}

extension Int {
    /// So many square millimetres.
    @inlinable @inline(__always)
    public var squareMillimetres: Area { .squareMillimetres(Float(self)) }

    /// So many square metres.
    @inlinable @inline(__always)
    public var squareMetres: Area { .squareMetres(Float(self)) }
}

extension Double {
    /// So many square millimetres.
    @inlinable @inline(__always)
    public var squareMillimetres: Area { .squareMillimetres(Float(self)) }

    /// So many square metres.
    @inlinable @inline(__always)
    public var squareMetres: Area { .squareMetres(Float(self)) }
}

// MARK: - Volume

extension Quantity where Unit.Dimension == Dimensions.Volume {
    /// So many microlitres. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func microlitres(_ count: Scalar) -> Self { Self(count, .microlitres) }

    /// So many millilitres. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millilitres(_ count: Scalar) -> Self { Self(count, .millilitres) }

    /// So many litres. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func litres(_ count: Scalar) -> Self { Self(count, .litres) }

    /// So many cubic metres. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func cubicMetres(_ count: Scalar) -> Self { Self(count, .cubicMetres) }
}

extension Quantity where Unit == CubicMetre {
    /// How many cubic metres it is: what is stored.
    @_transparent
    public var cubicMetres: Scalar { count }
}

extension Int {
    /// So many microlitres.
    @inlinable @inline(__always)
    public var microlitres: Volume { .microlitres(Float(self)) }

    /// So many millilitres.
    @inlinable @inline(__always)
    public var millilitres: Volume { .millilitres(Float(self)) }

    /// So many litres.
    @inlinable @inline(__always)
    public var litres: Volume { .litres(Float(self)) }

    /// So many cubic metres.
    @inlinable @inline(__always)
    public var cubicMetres: Volume { .cubicMetres(Float(self)) }
}

extension Double {
    /// So many microlitres.
    @inlinable @inline(__always)
    public var microlitres: Volume { .microlitres(Float(self)) }

    /// So many millilitres.
    @inlinable @inline(__always)
    public var millilitres: Volume { .millilitres(Float(self)) }

    /// So many litres.
    @inlinable @inline(__always)
    public var litres: Volume { .litres(Float(self)) }

    /// So many cubic metres.
    @inlinable @inline(__always)
    public var cubicMetres: Volume { .cubicMetres(Float(self)) }
}

// MARK: - Density

extension Quantity where Unit.Dimension == Dimensions.Density {
    /// So many kilograms per cubic metre. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kilogramsPerCubicMetre(_ count: Scalar) -> Self { Self(count, .kilogramsPerCubicMetre) }
}

extension Quantity where Unit == KilogramPerCubicMetre {
    /// How many kilograms per cubic metre it is: what is stored.
    @_transparent
    public var kilogramsPerCubicMetre: Scalar { count }
}

extension Int {
    /// So many kilograms per cubic metre.
    @inlinable @inline(__always)
    public var kilogramsPerCubicMetre: Density { .kilogramsPerCubicMetre(Float(self)) }
}

extension Double {
    /// So many kilograms per cubic metre.
    @inlinable @inline(__always)
    public var kilogramsPerCubicMetre: Density { .kilogramsPerCubicMetre(Float(self)) }
}

// MARK: - Speed

extension Quantity where Unit.Dimension == Dimensions.Speed {
    /// So many kilometres per hour. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kilometresPerHour(_ count: Scalar) -> Self { Self(count, .kilometresPerHour) }

    /// So many metres per second. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func metresPerSecond(_ count: Scalar) -> Self { Self(count, .metresPerSecond) }
}

extension Quantity where Unit == MetrePerSecond {
    /// How many metres per second it is: what is stored.
    @_transparent
    public var metresPerSecond: Scalar { count }
}

extension Int {
    /// So many kilometres per hour.
    @inlinable @inline(__always)
    public var kilometresPerHour: Speed { .kilometresPerHour(Float(self)) }

    /// So many metres per second.
    @inlinable @inline(__always)
    public var metresPerSecond: Speed { .metresPerSecond(Float(self)) }
}

extension Double {
    /// So many kilometres per hour.
    @inlinable @inline(__always)
    public var kilometresPerHour: Speed { .kilometresPerHour(Float(self)) }

    /// So many metres per second.
    @inlinable @inline(__always)
    public var metresPerSecond: Speed { .metresPerSecond(Float(self)) }
}

// MARK: - Acceleration

extension Quantity where Unit.Dimension == Dimensions.Acceleration {
    /// So many metres per second squared. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func metresPerSecondSquared(_ count: Scalar) -> Self { Self(count, .metresPerSecondSquared) }

    /// So many standard gravities. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func standardGravities(_ count: Scalar) -> Self { Self(count, .standardGravities) }
}

extension Quantity where Unit == MetrePerSecondSquared {
    /// How many metres per second squared it is: what is stored.
    @_transparent
    public var metresPerSecondSquared: Scalar { count }
}

extension Int {
    /// So many metres per second squared.
    @inlinable @inline(__always)
    public var metresPerSecondSquared: Acceleration { .metresPerSecondSquared(Float(self)) }

    /// So many standard gravities.
    @inlinable @inline(__always)
    public var standardGravities: Acceleration { .standardGravities(Float(self)) }
}

extension Double {
    /// So many metres per second squared.
    @inlinable @inline(__always)
    public var metresPerSecondSquared: Acceleration { .metresPerSecondSquared(Float(self)) }

    /// So many standard gravities.
    @inlinable @inline(__always)
    public var standardGravities: Acceleration { .standardGravities(Float(self)) }
}

// MARK: - Frequency

extension Quantity where Unit.Dimension == Dimensions.Frequency {
    /// So many millihertz. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millihertz(_ count: Scalar) -> Self { Self(count, .millihertz) }

    /// So many hertz. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func hertz(_ count: Scalar) -> Self { Self(count, .hertz) }

    /// So many kilohertz. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kilohertz(_ count: Scalar) -> Self { Self(count, .kilohertz) }

    /// So many megahertz. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func megahertz(_ count: Scalar) -> Self { Self(count, .megahertz) }

    /// So many gigahertz. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func gigahertz(_ count: Scalar) -> Self { Self(count, .gigahertz) }
}

extension Quantity where Unit == Millihertz {
    /// How many millihertz it is: what is stored.
    @_transparent
    public var millihertz: Scalar { count }
}

extension Quantity where Unit == Hertz {
    /// How many hertz it is: what is stored.
    @_transparent
    public var hertz: Scalar { count }
}

extension Int {
    /// So many hertz.
    @_transparent
    public var hertz: Frequency { Frequency(count: narrowedForQuantity) }

    /// So many kilohertz.
    @_transparent
    public var kilohertz: Frequency { Frequency(count: narrowedForQuantity * 1_000) }

    /// So many megahertz.
    @_transparent
    public var megahertz: Frequency { Frequency(count: narrowedForQuantity * 1_000_000) }

    /// So many gigahertz.
    @_transparent
    public var gigahertz: Frequency { Frequency(count: narrowedForQuantity * 1_000_000_000) }
}

// MARK: - AngularVelocity

extension Quantity where Unit.Dimension == Dimensions.AngularVelocity {
    /// So many degrees per second. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func degreesPerSecond(_ count: Scalar) -> Self { Self(count, .degreesPerSecond) }

    /// So many revolutions per minute. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func revolutionsPerMinute(_ count: Scalar) -> Self { Self(count, .revolutionsPerMinute) }

    /// So many radians per second. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func radiansPerSecond(_ count: Scalar) -> Self { Self(count, .radiansPerSecond) }
}

extension Quantity where Unit == RadianPerSecond {
    /// How many radians per second it is: what is stored.
    @_transparent
    public var radiansPerSecond: Scalar { count }
}

extension Int {
    /// So many degrees per second.
    @inlinable @inline(__always)
    public var degreesPerSecond: AngularVelocity { .degreesPerSecond(Float(self)) }

    /// So many revolutions per minute.
    @inlinable @inline(__always)
    public var revolutionsPerMinute: AngularVelocity { .revolutionsPerMinute(Float(self)) }

    /// So many radians per second.
    @inlinable @inline(__always)
    public var radiansPerSecond: AngularVelocity { .radiansPerSecond(Float(self)) }
}

extension Double {
    /// So many degrees per second.
    @inlinable @inline(__always)
    public var degreesPerSecond: AngularVelocity { .degreesPerSecond(Float(self)) }

    /// So many revolutions per minute.
    @inlinable @inline(__always)
    public var revolutionsPerMinute: AngularVelocity { .revolutionsPerMinute(Float(self)) }

    /// So many radians per second.
    @inlinable @inline(__always)
    public var radiansPerSecond: AngularVelocity { .radiansPerSecond(Float(self)) }
}

// MARK: - Force

extension Quantity where Unit.Dimension == Dimensions.Force {
    /// So many millinewtons. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millinewtons(_ count: Scalar) -> Self { Self(count, .millinewtons) }

    /// So many newtons. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func newtons(_ count: Scalar) -> Self { Self(count, .newtons) }

    /// So many kilonewtons. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kilonewtons(_ count: Scalar) -> Self { Self(count, .kilonewtons) }
}

extension Quantity where Unit == Newton {
    /// How many newtons it is: what is stored.
    @_transparent
    public var newtons: Scalar { count }
}

extension Int {
    /// So many millinewtons.
    @inlinable @inline(__always)
    public var millinewtons: Force { .millinewtons(Float(self)) }

    /// So many newtons.
    @inlinable @inline(__always)
    public var newtons: Force { .newtons(Float(self)) }

    /// So many kilonewtons.
    @inlinable @inline(__always)
    public var kilonewtons: Force { .kilonewtons(Float(self)) }
}

extension Double {
    /// So many millinewtons.
    @inlinable @inline(__always)
    public var millinewtons: Force { .millinewtons(Float(self)) }

    /// So many newtons.
    @inlinable @inline(__always)
    public var newtons: Force { .newtons(Float(self)) }

    /// So many kilonewtons.
    @inlinable @inline(__always)
    public var kilonewtons: Force { .kilonewtons(Float(self)) }
}

// MARK: - Pressure

extension Quantity where Unit.Dimension == Dimensions.Pressure {
    /// So many pascals. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func pascals(_ count: Scalar) -> Self { Self(count, .pascals) }

    /// So many hectopascals. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func hectopascals(_ count: Scalar) -> Self { Self(count, .hectopascals) }

    /// So many millibars. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millibars(_ count: Scalar) -> Self { Self(count, .millibars) }

    /// So many kilopascals. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kilopascals(_ count: Scalar) -> Self { Self(count, .kilopascals) }

    /// So many bars. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func bars(_ count: Scalar) -> Self { Self(count, .bars) }

    /// So many megapascals. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func megapascals(_ count: Scalar) -> Self { Self(count, .megapascals) }
}

extension Quantity where Unit == Pascal {
    /// How many pascals it is: what is stored.
    @_transparent
    public var pascals: Scalar { count }
}

extension Int {
    /// So many pascals.
    @inlinable @inline(__always)
    public var pascals: Pressure { .pascals(Float(self)) }

    /// So many hectopascals.
    @inlinable @inline(__always)
    public var hectopascals: Pressure { .hectopascals(Float(self)) }

    /// So many millibars.
    @inlinable @inline(__always)
    public var millibars: Pressure { .millibars(Float(self)) }

    /// So many kilopascals.
    @inlinable @inline(__always)
    public var kilopascals: Pressure { .kilopascals(Float(self)) }

    /// So many bars.
    @inlinable @inline(__always)
    public var bars: Pressure { .bars(Float(self)) }

    /// So many megapascals.
    @inlinable @inline(__always)
    public var megapascals: Pressure { .megapascals(Float(self)) }
}

extension Double {
    /// So many pascals.
    @inlinable @inline(__always)
    public var pascals: Pressure { .pascals(Float(self)) }

    /// So many hectopascals.
    @inlinable @inline(__always)
    public var hectopascals: Pressure { .hectopascals(Float(self)) }

    /// So many millibars.
    @inlinable @inline(__always)
    public var millibars: Pressure { .millibars(Float(self)) }

    /// So many kilopascals.
    @inlinable @inline(__always)
    public var kilopascals: Pressure { .kilopascals(Float(self)) }

    /// So many bars.
    @inlinable @inline(__always)
    public var bars: Pressure { .bars(Float(self)) }

    /// So many megapascals.
    @inlinable @inline(__always)
    public var megapascals: Pressure { .megapascals(Float(self)) }
}

// MARK: - Energy

extension Quantity where Unit.Dimension == Dimensions.Energy {
    /// So many microjoules. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func microjoules(_ count: Scalar) -> Self { Self(count, .microjoules) }

    /// So many millijoules. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millijoules(_ count: Scalar) -> Self { Self(count, .millijoules) }

    /// So many joules. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func joules(_ count: Scalar) -> Self { Self(count, .joules) }

    /// So many milliwatt hours. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func milliwattHours(_ count: Scalar) -> Self { Self(count, .milliwattHours) }

    /// So many kilojoules. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kilojoules(_ count: Scalar) -> Self { Self(count, .kilojoules) }

    /// So many watt hours. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func wattHours(_ count: Scalar) -> Self { Self(count, .wattHours) }

    /// So many megajoules. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func megajoules(_ count: Scalar) -> Self { Self(count, .megajoules) }

    /// So many kilowatt hours. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kilowattHours(_ count: Scalar) -> Self { Self(count, .kilowattHours) }
}

extension Quantity where Unit == Joule {
    /// How many joules it is: what is stored.
    @_transparent
    public var joules: Scalar { count }
}

extension Int {
    /// So many microjoules.
    @inlinable @inline(__always)
    public var microjoules: Energy { .microjoules(Float(self)) }

    /// So many millijoules.
    @inlinable @inline(__always)
    public var millijoules: Energy { .millijoules(Float(self)) }

    /// So many joules.
    @inlinable @inline(__always)
    public var joules: Energy { .joules(Float(self)) }

    /// So many milliwatt hours.
    @inlinable @inline(__always)
    public var milliwattHours: Energy { .milliwattHours(Float(self)) }

    /// So many kilojoules.
    @inlinable @inline(__always)
    public var kilojoules: Energy { .kilojoules(Float(self)) }

    /// So many watt hours.
    @inlinable @inline(__always)
    public var wattHours: Energy { .wattHours(Float(self)) }

    /// So many megajoules.
    @inlinable @inline(__always)
    public var megajoules: Energy { .megajoules(Float(self)) }

    /// So many kilowatt hours.
    @inlinable @inline(__always)
    public var kilowattHours: Energy { .kilowattHours(Float(self)) }
}

extension Double {
    /// So many microjoules.
    @inlinable @inline(__always)
    public var microjoules: Energy { .microjoules(Float(self)) }

    /// So many millijoules.
    @inlinable @inline(__always)
    public var millijoules: Energy { .millijoules(Float(self)) }

    /// So many joules.
    @inlinable @inline(__always)
    public var joules: Energy { .joules(Float(self)) }

    /// So many milliwatt hours.
    @inlinable @inline(__always)
    public var milliwattHours: Energy { .milliwattHours(Float(self)) }

    /// So many kilojoules.
    @inlinable @inline(__always)
    public var kilojoules: Energy { .kilojoules(Float(self)) }

    /// So many watt hours.
    @inlinable @inline(__always)
    public var wattHours: Energy { .wattHours(Float(self)) }

    /// So many megajoules.
    @inlinable @inline(__always)
    public var megajoules: Energy { .megajoules(Float(self)) }

    /// So many kilowatt hours.
    @inlinable @inline(__always)
    public var kilowattHours: Energy { .kilowattHours(Float(self)) }
}

// MARK: - Power

extension Quantity where Unit.Dimension == Dimensions.Power {
    /// So many microwatts. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func microwatts(_ count: Scalar) -> Self { Self(count, .microwatts) }

    /// So many milliwatts. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func milliwatts(_ count: Scalar) -> Self { Self(count, .milliwatts) }

    /// So many watts. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func watts(_ count: Scalar) -> Self { Self(count, .watts) }

    /// So many kilowatts. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kilowatts(_ count: Scalar) -> Self { Self(count, .kilowatts) }
}

extension Quantity where Unit == Microwatt {
    /// How many microwatts it is: what is stored.
    @_transparent
    public var microwatts: Scalar { count }
}

extension Quantity where Unit == Milliwatt {
    /// How many milliwatts it is: what is stored.
    @_transparent
    public var milliwatts: Scalar { count }
}

extension Quantity where Unit == Watt {
    /// How many watts it is: what is stored.
    @_transparent
    public var watts: Scalar { count }
}

extension Int {
    /// So many microwatts.
    @inlinable @inline(__always)
    public var microwatts: Power { .microwatts(Float(self)) }

    /// So many milliwatts.
    @inlinable @inline(__always)
    public var milliwatts: Power { .milliwatts(Float(self)) }

    /// So many watts.
    @inlinable @inline(__always)
    public var watts: Power { .watts(Float(self)) }

    /// So many kilowatts.
    @inlinable @inline(__always)
    public var kilowatts: Power { .kilowatts(Float(self)) }
}

extension Double {
    /// So many microwatts.
    @inlinable @inline(__always)
    public var microwatts: Power { .microwatts(Float(self)) }

    /// So many milliwatts.
    @inlinable @inline(__always)
    public var milliwatts: Power { .milliwatts(Float(self)) }

    /// So many watts.
    @inlinable @inline(__always)
    public var watts: Power { .watts(Float(self)) }

    /// So many kilowatts.
    @inlinable @inline(__always)
    public var kilowatts: Power { .kilowatts(Float(self)) }
}

// MARK: - Charge

extension Quantity where Unit.Dimension == Dimensions.Charge {
    /// So many microcoulombs. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func microcoulombs(_ count: Scalar) -> Self { Self(count, .microcoulombs) }

    /// So many millicoulombs. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millicoulombs(_ count: Scalar) -> Self { Self(count, .millicoulombs) }

    /// So many coulombs. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func coulombs(_ count: Scalar) -> Self { Self(count, .coulombs) }

    /// So many milliampere hours. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func milliampereHours(_ count: Scalar) -> Self { Self(count, .milliampereHours) }

    /// So many ampere hours. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func ampereHours(_ count: Scalar) -> Self { Self(count, .ampereHours) }
}

extension Quantity where Unit == Coulomb {
    /// How many coulombs it is: what is stored.
    @_transparent
    public var coulombs: Scalar { count }
}

extension Int {
    /// So many microcoulombs.
    @inlinable @inline(__always)
    public var microcoulombs: Charge { .microcoulombs(Float(self)) }

    /// So many millicoulombs.
    @inlinable @inline(__always)
    public var millicoulombs: Charge { .millicoulombs(Float(self)) }

    /// So many coulombs.
    @inlinable @inline(__always)
    public var coulombs: Charge { .coulombs(Float(self)) }

    /// So many milliampere hours.
    @inlinable @inline(__always)
    public var milliampereHours: Charge { .milliampereHours(Float(self)) }

    /// So many ampere hours.
    @inlinable @inline(__always)
    public var ampereHours: Charge { .ampereHours(Float(self)) }
}

extension Double {
    /// So many microcoulombs.
    @inlinable @inline(__always)
    public var microcoulombs: Charge { .microcoulombs(Float(self)) }

    /// So many millicoulombs.
    @inlinable @inline(__always)
    public var millicoulombs: Charge { .millicoulombs(Float(self)) }

    /// So many coulombs.
    @inlinable @inline(__always)
    public var coulombs: Charge { .coulombs(Float(self)) }

    /// So many milliampere hours.
    @inlinable @inline(__always)
    public var milliampereHours: Charge { .milliampereHours(Float(self)) }

    /// So many ampere hours.
    @inlinable @inline(__always)
    public var ampereHours: Charge { .ampereHours(Float(self)) }
}

// MARK: - Voltage

extension Quantity where Unit.Dimension == Dimensions.Voltage {
    /// So many nanovolts. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func nanovolts(_ count: Scalar) -> Self { Self(count, .nanovolts) }

    /// So many microvolts. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func microvolts(_ count: Scalar) -> Self { Self(count, .microvolts) }

    /// So many millivolts. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millivolts(_ count: Scalar) -> Self { Self(count, .millivolts) }

    /// So many volts. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func volts(_ count: Scalar) -> Self { Self(count, .volts) }

    /// So many kilovolts. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kilovolts(_ count: Scalar) -> Self { Self(count, .kilovolts) }
}

extension Quantity where Unit == Nanovolt {
    /// How many nanovolts it is: what is stored.
    @_transparent
    public var nanovolts: Scalar { count }
}

extension Quantity where Unit == Microvolt {
    /// How many microvolts it is: what is stored.
    @_transparent
    public var microvolts: Scalar { count }
}

extension Quantity where Unit == Millivolt {
    /// How many millivolts it is: what is stored.
    @_transparent
    public var millivolts: Scalar { count }
}

extension Quantity where Unit == Volt {
    /// How many volts it is: what is stored.
    @_transparent
    public var volts: Scalar { count }
}

extension Int {
    /// So many nanovolts.
    @inlinable @inline(__always)
    public var nanovolts: Voltage { .nanovolts(Float(self)) }

    /// So many microvolts.
    @inlinable @inline(__always)
    public var microvolts: Voltage { .microvolts(Float(self)) }

    /// So many millivolts.
    @inlinable @inline(__always)
    public var millivolts: Voltage { .millivolts(Float(self)) }

    /// So many volts.
    @inlinable @inline(__always)
    public var volts: Voltage { .volts(Float(self)) }

    /// So many kilovolts.
    @inlinable @inline(__always)
    public var kilovolts: Voltage { .kilovolts(Float(self)) }
}

extension Double {
    /// So many nanovolts.
    @inlinable @inline(__always)
    public var nanovolts: Voltage { .nanovolts(Float(self)) }

    /// So many microvolts.
    @inlinable @inline(__always)
    public var microvolts: Voltage { .microvolts(Float(self)) }

    /// So many millivolts.
    @inlinable @inline(__always)
    public var millivolts: Voltage { .millivolts(Float(self)) }

    /// So many volts.
    @inlinable @inline(__always)
    public var volts: Voltage { .volts(Float(self)) }

    /// So many kilovolts.
    @inlinable @inline(__always)
    public var kilovolts: Voltage { .kilovolts(Float(self)) }
}

// MARK: - Resistance

extension Quantity where Unit.Dimension == Dimensions.Resistance {
    /// So many milliohms. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func milliohms(_ count: Scalar) -> Self { Self(count, .milliohms) }

    /// So many ohms. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func ohms(_ count: Scalar) -> Self { Self(count, .ohms) }

    /// So many kiloohms. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func kiloohms(_ count: Scalar) -> Self { Self(count, .kiloohms) }

    /// So many megaohms. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func megaohms(_ count: Scalar) -> Self { Self(count, .megaohms) }
}

extension Quantity where Unit == Milliohm {
    /// How many milliohms it is: what is stored.
    @_transparent
    public var milliohms: Scalar { count }
}

extension Quantity where Unit == Ohm {
    /// How many ohms it is: what is stored.
    @_transparent
    public var ohms: Scalar { count }
}

extension Int {
    /// So many milliohms.
    @inlinable @inline(__always)
    public var milliohms: Resistance { .milliohms(Float(self)) }

    /// So many ohms.
    @inlinable @inline(__always)
    public var ohms: Resistance { .ohms(Float(self)) }

    /// So many kiloohms.
    @inlinable @inline(__always)
    public var kiloohms: Resistance { .kiloohms(Float(self)) }

    /// So many megaohms.
    @inlinable @inline(__always)
    public var megaohms: Resistance { .megaohms(Float(self)) }
}

extension Double {
    /// So many milliohms.
    @inlinable @inline(__always)
    public var milliohms: Resistance { .milliohms(Float(self)) }

    /// So many ohms.
    @inlinable @inline(__always)
    public var ohms: Resistance { .ohms(Float(self)) }

    /// So many kiloohms.
    @inlinable @inline(__always)
    public var kiloohms: Resistance { .kiloohms(Float(self)) }

    /// So many megaohms.
    @inlinable @inline(__always)
    public var megaohms: Resistance { .megaohms(Float(self)) }
}

// MARK: - Conductance

extension Quantity where Unit.Dimension == Dimensions.Conductance {
    /// So many microsiemens. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func microsiemens(_ count: Scalar) -> Self { Self(count, .microsiemens) }

    /// So many millisiemens. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millisiemens(_ count: Scalar) -> Self { Self(count, .millisiemens) }

    /// So many siemens. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func siemens(_ count: Scalar) -> Self { Self(count, .siemens) }
}

extension Quantity where Unit == Siemens {
    /// How many siemens it is: what is stored.
    @_transparent
    public var siemens: Scalar { count }
}

extension Int {
    /// So many microsiemens.
    @inlinable @inline(__always)
    public var microsiemens: Conductance { .microsiemens(Float(self)) }

    /// So many millisiemens.
    @inlinable @inline(__always)
    public var millisiemens: Conductance { .millisiemens(Float(self)) }

    /// So many siemens.
    @inlinable @inline(__always)
    public var siemens: Conductance { .siemens(Float(self)) }
}

extension Double {
    /// So many microsiemens.
    @inlinable @inline(__always)
    public var microsiemens: Conductance { .microsiemens(Float(self)) }

    /// So many millisiemens.
    @inlinable @inline(__always)
    public var millisiemens: Conductance { .millisiemens(Float(self)) }

    /// So many siemens.
    @inlinable @inline(__always)
    public var siemens: Conductance { .siemens(Float(self)) }
}

// MARK: - Capacitance

extension Quantity where Unit.Dimension == Dimensions.Capacitance {
    /// So many picofarads. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func picofarads(_ count: Scalar) -> Self { Self(count, .picofarads) }

    /// So many nanofarads. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func nanofarads(_ count: Scalar) -> Self { Self(count, .nanofarads) }

    /// So many microfarads. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func microfarads(_ count: Scalar) -> Self { Self(count, .microfarads) }

    /// So many millifarads. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millifarads(_ count: Scalar) -> Self { Self(count, .millifarads) }

    /// So many farads. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func farads(_ count: Scalar) -> Self { Self(count, .farads) }
}

extension Quantity where Unit == Farad {
    /// How many farads it is: what is stored.
    @_transparent
    public var farads: Scalar { count }
}

extension Int {
    /// So many picofarads.
    @inlinable @inline(__always)
    public var picofarads: Capacitance { .picofarads(Float(self)) }

    /// So many nanofarads.
    @inlinable @inline(__always)
    public var nanofarads: Capacitance { .nanofarads(Float(self)) }

    /// So many microfarads.
    @inlinable @inline(__always)
    public var microfarads: Capacitance { .microfarads(Float(self)) }

    /// So many millifarads.
    @inlinable @inline(__always)
    public var millifarads: Capacitance { .millifarads(Float(self)) }

    /// So many farads.
    @inlinable @inline(__always)
    public var farads: Capacitance { .farads(Float(self)) }
}

extension Double {
    /// So many picofarads.
    @inlinable @inline(__always)
    public var picofarads: Capacitance { .picofarads(Float(self)) }

    /// So many nanofarads.
    @inlinable @inline(__always)
    public var nanofarads: Capacitance { .nanofarads(Float(self)) }

    /// So many microfarads.
    @inlinable @inline(__always)
    public var microfarads: Capacitance { .microfarads(Float(self)) }

    /// So many millifarads.
    @inlinable @inline(__always)
    public var millifarads: Capacitance { .millifarads(Float(self)) }

    /// So many farads.
    @inlinable @inline(__always)
    public var farads: Capacitance { .farads(Float(self)) }
}

// MARK: - Inductance

extension Quantity where Unit.Dimension == Dimensions.Inductance {
    /// So many nanohenries. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func nanohenries(_ count: Scalar) -> Self { Self(count, .nanohenries) }

    /// So many microhenries. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func microhenries(_ count: Scalar) -> Self { Self(count, .microhenries) }

    /// So many millihenries. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func millihenries(_ count: Scalar) -> Self { Self(count, .millihenries) }

    /// So many henries. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func henries(_ count: Scalar) -> Self { Self(count, .henries) }
}

extension Quantity where Unit == Henry {
    /// How many henries it is: what is stored.
    @_transparent
    public var henries: Scalar { count }
}

extension Int {
    /// So many nanohenries.
    @inlinable @inline(__always)
    public var nanohenries: Inductance { .nanohenries(Float(self)) }

    /// So many microhenries.
    @inlinable @inline(__always)
    public var microhenries: Inductance { .microhenries(Float(self)) }

    /// So many millihenries.
    @inlinable @inline(__always)
    public var millihenries: Inductance { .millihenries(Float(self)) }

    /// So many henries.
    @inlinable @inline(__always)
    public var henries: Inductance { .henries(Float(self)) }
}

extension Double {
    /// So many nanohenries.
    @inlinable @inline(__always)
    public var nanohenries: Inductance { .nanohenries(Float(self)) }

    /// So many microhenries.
    @inlinable @inline(__always)
    public var microhenries: Inductance { .microhenries(Float(self)) }

    /// So many millihenries.
    @inlinable @inline(__always)
    public var millihenries: Inductance { .millihenries(Float(self)) }

    /// So many henries.
    @inlinable @inline(__always)
    public var henries: Inductance { .henries(Float(self)) }
}

// MARK: - MagneticFlux

extension Quantity where Unit.Dimension == Dimensions.MagneticFlux {
    /// So many webers. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func webers(_ count: Scalar) -> Self { Self(count, .webers) }
}

extension Quantity where Unit == Weber {
    /// How many webers it is: what is stored.
    @_transparent
    public var webers: Scalar { count }
}

extension Int {
    /// So many webers.
    @inlinable @inline(__always)
    public var webers: MagneticFlux { .webers(Float(self)) }
}

extension Double {
    /// So many webers.
    @inlinable @inline(__always)
    public var webers: MagneticFlux { .webers(Float(self)) }
}

// MARK: - MagneticFluxDensity

extension Quantity where Unit.Dimension == Dimensions.MagneticFluxDensity {
    /// So many nanoteslas. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func nanoteslas(_ count: Scalar) -> Self { Self(count, .nanoteslas) }

    /// So many microteslas. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func microteslas(_ count: Scalar) -> Self { Self(count, .microteslas) }

    /// So many gauss. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func gauss(_ count: Scalar) -> Self { Self(count, .gauss) }

    /// So many milliteslas. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func milliteslas(_ count: Scalar) -> Self { Self(count, .milliteslas) }

    /// So many teslas. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func teslas(_ count: Scalar) -> Self { Self(count, .teslas) }
}

extension Quantity where Unit == Nanotesla {
    /// How many nanoteslas it is: what is stored.
    @_transparent
    public var nanoteslas: Scalar { count }
}

extension Quantity where Unit == Tesla {
    /// How many teslas it is: what is stored.
    @_transparent
    public var teslas: Scalar { count }
}

extension Int {
    /// So many nanoteslas.
    @inlinable @inline(__always)
    public var nanoteslas: MagneticFluxDensity { .nanoteslas(Float(self)) }

    /// So many microteslas.
    @inlinable @inline(__always)
    public var microteslas: MagneticFluxDensity { .microteslas(Float(self)) }

    /// So many gauss.
    @inlinable @inline(__always)
    public var gauss: MagneticFluxDensity { .gauss(Float(self)) }

    /// So many milliteslas.
    @inlinable @inline(__always)
    public var milliteslas: MagneticFluxDensity { .milliteslas(Float(self)) }

    /// So many teslas.
    @inlinable @inline(__always)
    public var teslas: MagneticFluxDensity { .teslas(Float(self)) }
}

extension Double {
    /// So many nanoteslas.
    @inlinable @inline(__always)
    public var nanoteslas: MagneticFluxDensity { .nanoteslas(Float(self)) }

    /// So many microteslas.
    @inlinable @inline(__always)
    public var microteslas: MagneticFluxDensity { .microteslas(Float(self)) }

    /// So many gauss.
    @inlinable @inline(__always)
    public var gauss: MagneticFluxDensity { .gauss(Float(self)) }

    /// So many milliteslas.
    @inlinable @inline(__always)
    public var milliteslas: MagneticFluxDensity { .milliteslas(Float(self)) }

    /// So many teslas.
    @inlinable @inline(__always)
    public var teslas: MagneticFluxDensity { .teslas(Float(self)) }
}

// MARK: - LuminousFlux

extension Quantity where Unit.Dimension == Dimensions.LuminousFlux {
    /// So many lumens. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func lumens(_ count: Scalar) -> Self { Self(count, .lumens) }
}

extension Quantity where Unit == Lumen {
    /// How many lumens it is: what is stored.
    @_transparent
    public var lumens: Scalar { count }
}

extension Int {
    /// So many lumens.
    @inlinable @inline(__always)
    public var lumens: LuminousFlux { .lumens(Float(self)) }
}

extension Double {
    /// So many lumens.
    @inlinable @inline(__always)
    public var lumens: LuminousFlux { .lumens(Float(self)) }
}

// MARK: - Illuminance

extension Quantity where Unit.Dimension == Dimensions.Illuminance {
    /// So many lux. Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public static func lux(_ count: Scalar) -> Self { Self(count, .lux) }
}

extension Quantity where Unit == Lux {
    /// How many lux it is: what is stored.
    @_transparent
    public var lux: Scalar { count }
}

extension Int {
    /// So many lux.
    @inlinable @inline(__always)
    public var lux: Illuminance { .lux(Float(self)) }
}

extension Double {
    /// So many lux.
    @inlinable @inline(__always)
    public var lux: Illuminance { .lux(Float(self)) }
}
