// The dimensions, and which units each has.
// Made by Firmware/Blocks/Units/generate.py of Definitions.txt beside it: do not edit.

/// The dimensions that quantities have. Each is a type without values.
public enum Dimensions {
    /// A distance. In base units m.
    public enum Length: PhysicalDimension {
        public static var name: StaticString { "length" }
        public static var exponents: DimensionExponents { DimensionExponents(length: 1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .nanometres
            case 1: .micrometres
            case 2: .millimetres
            case 3: .centimetres
            case 4: .metres
            case 5: .kilometres
            default: nil
            }
        }
    }

    /// A mass. In base units kg.
    public enum Mass: PhysicalDimension {
        public static var name: StaticString { "mass" }
        public static var exponents: DimensionExponents { DimensionExponents(mass: 1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .micrograms
            case 1: .milligrams
            case 2: .grams
            case 3: .kilograms
            default: nil
            }
        }
    }

    /// A length of time. In base units s.
    public enum Time: PhysicalDimension {
        public static var name: StaticString { "time" }
        public static var exponents: DimensionExponents { DimensionExponents(time: 1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .nanoseconds
            case 1: .microseconds
            case 2: .milliseconds
            case 3: .seconds
            case 4: .minutes
            case 5: .hours
            case 6: .days
            default: nil
            }
        }
    }

    /// An electric current. In base units A.
    public enum ElectricCurrent: PhysicalDimension {
        public static var name: StaticString { "electric current" }
        public static var exponents: DimensionExponents { DimensionExponents(current: 1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .nanoamperes
            case 1: .microamperes
            case 2: .milliamperes
            case 3: .amperes
            default: nil
            }
        }
    }

    /// A difference of temperatures. A temperature itself is a point, `TemperaturePoint`. In base units K.
    public enum Temperature: PhysicalDimension {
        public static var name: StaticString { "temperature" }
        public static var exponents: DimensionExponents { DimensionExponents(temperature: 1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .microkelvins
            case 1: .millikelvins
            case 2: .kelvins
            default: nil
            }
        }
    }

    /// An amount of substance. In base units mol.
    public enum AmountOfSubstance: PhysicalDimension {
        public static var name: StaticString { "amount of substance" }
        public static var exponents: DimensionExponents { DimensionExponents(amount: 1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .micromoles
            case 1: .millimoles
            case 2: .moles
            default: nil
            }
        }
    }

    /// A luminous intensity. In base units cd.
    public enum LuminousIntensity: PhysicalDimension {
        public static var name: StaticString { "luminous intensity" }
        public static var exponents: DimensionExponents { DimensionExponents(luminousIntensity: 1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .millicandelas
            case 1: .candelas
            default: nil
            }
        }
    }

    /// A plane angle. In base units rad.
    public enum Angle: PhysicalDimension {
        public static var name: StaticString { "angle" }
        public static var exponents: DimensionExponents { DimensionExponents(angle: 1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .milliradians
            case 1: .degrees
            case 2: .radians
            case 3: .turns
            default: nil
            }
        }
    }

    /// A number of two quantities of one kind, such as a relative humidity. In base units 1.
    public enum Ratio: PhysicalDimension {
        public static var name: StaticString { "ratio" }
        public static var exponents: DimensionExponents { DimensionExponents() }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .partsPerMillion
            case 1: .permille
            case 2: .percent
            case 3: .ones
            default: nil
            }
        }
    }

    /// An area. In base units m².
    public enum Area: PhysicalDimension {
        public static var name: StaticString { "area" }
        public static var exponents: DimensionExponents { DimensionExponents(length: 2) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .squareMillimetres
            case 1: .squareMetres
            default: nil
            }
        }
    }

    /// A volume. In base units m³.
    public enum Volume: PhysicalDimension {
        public static var name: StaticString { "volume" }
        public static var exponents: DimensionExponents { DimensionExponents(length: 3) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .microlitres
            case 1: .millilitres
            case 2: .litres
            case 3: .cubicMetres
            default: nil
            }
        }
    }

    /// A mass in a volume. In base units m⁻³·kg.
    public enum Density: PhysicalDimension {
        public static var name: StaticString { "density" }
        public static var exponents: DimensionExponents { DimensionExponents(length: -3, mass: 1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .kilogramsPerCubicMetre
            default: nil
            }
        }
    }

    /// A speed. In base units m·s⁻¹.
    public enum Speed: PhysicalDimension {
        public static var name: StaticString { "speed" }
        public static var exponents: DimensionExponents { DimensionExponents(length: 1, time: -1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .kilometresPerHour
            case 1: .metresPerSecond
            default: nil
            }
        }
    }

    /// An acceleration. In base units m·s⁻².
    public enum Acceleration: PhysicalDimension {
        public static var name: StaticString { "acceleration" }
        public static var exponents: DimensionExponents { DimensionExponents(length: 1, time: -2) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .metresPerSecondSquared
            case 1: .standardGravities
            default: nil
            }
        }
    }

    /// A frequency: of a clock, of a signal, of samples, of bits. In base units s⁻¹.
    public enum Frequency: PhysicalDimension {
        public static var name: StaticString { "frequency" }
        public static var exponents: DimensionExponents { DimensionExponents(time: -1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .millihertz
            case 1: .hertz
            case 2: .kilohertz
            case 3: .megahertz
            case 4: .gigahertz
            default: nil
            }
        }
    }

    /// An angular velocity. In base units s⁻¹·rad.
    public enum AngularVelocity: PhysicalDimension {
        public static var name: StaticString { "angular velocity" }
        public static var exponents: DimensionExponents { DimensionExponents(time: -1, angle: 1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .degreesPerSecond
            case 1: .revolutionsPerMinute
            case 2: .radiansPerSecond
            default: nil
            }
        }
    }

    /// A force. In base units m·kg·s⁻².
    public enum Force: PhysicalDimension {
        public static var name: StaticString { "force" }
        public static var exponents: DimensionExponents { DimensionExponents(length: 1, mass: 1, time: -2) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .millinewtons
            case 1: .newtons
            case 2: .kilonewtons
            default: nil
            }
        }
    }

    /// A pressure. In base units m⁻¹·kg·s⁻².
    public enum Pressure: PhysicalDimension {
        public static var name: StaticString { "pressure" }
        public static var exponents: DimensionExponents { DimensionExponents(length: -1, mass: 1, time: -2) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .pascals
            case 1: .hectopascals
            case 2: .millibars
            case 3: .kilopascals
            case 4: .bars
            case 5: .megapascals
            default: nil
            }
        }
    }

    /// An energy. In base units m²·kg·s⁻².
    public enum Energy: PhysicalDimension {
        public static var name: StaticString { "energy" }
        public static var exponents: DimensionExponents { DimensionExponents(length: 2, mass: 1, time: -2) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .microjoules
            case 1: .millijoules
            case 2: .joules
            case 3: .milliwattHours
            case 4: .kilojoules
            case 5: .wattHours
            case 6: .megajoules
            case 7: .kilowattHours
            default: nil
            }
        }
    }

    /// A power. In base units m²·kg·s⁻³.
    public enum Power: PhysicalDimension {
        public static var name: StaticString { "power" }
        public static var exponents: DimensionExponents { DimensionExponents(length: 2, mass: 1, time: -3) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .microwatts
            case 1: .milliwatts
            case 2: .watts
            case 3: .kilowatts
            default: nil
            }
        }
    }

    /// An electric charge. In base units s·A.
    public enum Charge: PhysicalDimension {
        public static var name: StaticString { "charge" }
        public static var exponents: DimensionExponents { DimensionExponents(time: 1, current: 1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .microcoulombs
            case 1: .millicoulombs
            case 2: .coulombs
            case 3: .milliampereHours
            case 4: .ampereHours
            default: nil
            }
        }
    }

    /// A difference of electric potential. In base units m²·kg·s⁻³·A⁻¹.
    public enum Voltage: PhysicalDimension {
        public static var name: StaticString { "voltage" }
        public static var exponents: DimensionExponents { DimensionExponents(length: 2, mass: 1, time: -3, current: -1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .nanovolts
            case 1: .microvolts
            case 2: .millivolts
            case 3: .volts
            case 4: .kilovolts
            default: nil
            }
        }
    }

    /// An electric resistance. In base units m²·kg·s⁻³·A⁻².
    public enum Resistance: PhysicalDimension {
        public static var name: StaticString { "resistance" }
        public static var exponents: DimensionExponents { DimensionExponents(length: 2, mass: 1, time: -3, current: -2) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .milliohms
            case 1: .ohms
            case 2: .kiloohms
            case 3: .megaohms
            default: nil
            }
        }
    }

    /// An electric conductance. In base units m⁻²·kg⁻¹·s³·A².
    public enum Conductance: PhysicalDimension {
        public static var name: StaticString { "conductance" }
        public static var exponents: DimensionExponents { DimensionExponents(length: -2, mass: -1, time: 3, current: 2) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .microsiemens
            case 1: .millisiemens
            case 2: .siemens
            default: nil
            }
        }
    }

    /// An electric capacitance. In base units m⁻²·kg⁻¹·s⁴·A².
    public enum Capacitance: PhysicalDimension {
        public static var name: StaticString { "capacitance" }
        public static var exponents: DimensionExponents { DimensionExponents(length: -2, mass: -1, time: 4, current: 2) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .picofarads
            case 1: .nanofarads
            case 2: .microfarads
            case 3: .millifarads
            case 4: .farads
            default: nil
            }
        }
    }

    /// An inductance. In base units m²·kg·s⁻²·A⁻².
    public enum Inductance: PhysicalDimension {
        public static var name: StaticString { "inductance" }
        public static var exponents: DimensionExponents { DimensionExponents(length: 2, mass: 1, time: -2, current: -2) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .nanohenries
            case 1: .microhenries
            case 2: .millihenries
            case 3: .henries
            default: nil
            }
        }
    }

    /// A magnetic flux. In base units m²·kg·s⁻²·A⁻¹.
    public enum MagneticFlux: PhysicalDimension {
        public static var name: StaticString { "magnetic flux" }
        public static var exponents: DimensionExponents { DimensionExponents(length: 2, mass: 1, time: -2, current: -1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .webers
            default: nil
            }
        }
    }

    /// A magnetic flux density. In base units kg·s⁻²·A⁻¹.
    public enum MagneticFluxDensity: PhysicalDimension {
        public static var name: StaticString { "magnetic flux density" }
        public static var exponents: DimensionExponents { DimensionExponents(mass: 1, time: -2, current: -1) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .nanoteslas
            case 1: .microteslas
            case 2: .gauss
            case 3: .milliteslas
            case 4: .teslas
            default: nil
            }
        }
    }

    /// A luminous flux. The steradian is the square of an angle. In base units cd·rad².
    public enum LuminousFlux: PhysicalDimension {
        public static var name: StaticString { "luminous flux" }
        public static var exponents: DimensionExponents { DimensionExponents(luminousIntensity: 1, angle: 2) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .lumens
            default: nil
            }
        }
    }

    /// A luminous flux on an area. In base units m⁻²·cd·rad².
    public enum Illuminance: PhysicalDimension {
        public static var name: StaticString { "illuminance" }
        public static var exponents: DimensionExponents { DimensionExponents(length: -2, luminousIntensity: 1, angle: 2) }
        public static func unit(at index: Int) -> NamedUnit<Self>? {
            switch index {
            case 0: .lux
            default: nil
            }
        }
    }
}
