// Which products and quotients of quantities are quantities again.
// Made by Firmware/Blocks/Units/generate.py of Definitions.txt beside it: do not edit.

extension Quantity where Unit == Metre, Scalar: BinaryFloatingPoint {
    /// A length times a length is an area.
    @_transparent
    public static func * (left: Self, right: Quantity<Metre, Scalar>) -> Quantity<SquareMetre, Scalar> {
        Quantity<SquareMetre, Scalar>(count: left.count * right.count)
    }

    /// A length times an area is a volume.
    @_transparent
    public static func * (left: Self, right: Quantity<SquareMetre, Scalar>) -> Quantity<CubicMetre, Scalar> {
        Quantity<CubicMetre, Scalar>(count: left.count * right.count)
    }

    /// A length over a time is a speed.
    @_transparent
    public static func / (left: Self, right: Quantity<Second, Scalar>) -> Quantity<MetrePerSecond, Scalar> {
        Quantity<MetrePerSecond, Scalar>(count: left.count / right.count)
    }

    /// A length over a speed is a time.
    @_transparent
    public static func / (left: Self, right: Quantity<MetrePerSecond, Scalar>) -> Quantity<Second, Scalar> {
        Quantity<Second, Scalar>(count: left.count / right.count)
    }

    /// A length times a frequency is a speed.
    @_transparent
    public static func * (left: Self, right: Quantity<Hertz, Scalar>) -> Quantity<MetrePerSecond, Scalar> {
        Quantity<MetrePerSecond, Scalar>(count: left.count * right.count)
    }

    /// A length times a force is an energy.
    @_transparent
    public static func * (left: Self, right: Quantity<Newton, Scalar>) -> Quantity<Joule, Scalar> {
        Quantity<Joule, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == Kilogram, Scalar: BinaryFloatingPoint {
    /// A mass over a volume is a density.
    @_transparent
    public static func / (left: Self, right: Quantity<CubicMetre, Scalar>) -> Quantity<KilogramPerCubicMetre, Scalar> {
        Quantity<KilogramPerCubicMetre, Scalar>(count: left.count / right.count)
    }

    /// A mass over a density is a volume.
    @_transparent
    public static func / (left: Self, right: Quantity<KilogramPerCubicMetre, Scalar>) -> Quantity<CubicMetre, Scalar> {
        Quantity<CubicMetre, Scalar>(count: left.count / right.count)
    }

    /// A mass times an acceleration is a force.
    @_transparent
    public static func * (left: Self, right: Quantity<MetrePerSecondSquared, Scalar>) -> Quantity<Newton, Scalar> {
        Quantity<Newton, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == Second, Scalar: BinaryFloatingPoint {
    /// A time times a speed is a length.
    @_transparent
    public static func * (left: Self, right: Quantity<MetrePerSecond, Scalar>) -> Quantity<Metre, Scalar> {
        Quantity<Metre, Scalar>(count: left.count * right.count)
    }

    /// A time times an acceleration is a speed.
    @_transparent
    public static func * (left: Self, right: Quantity<MetrePerSecondSquared, Scalar>) -> Quantity<MetrePerSecond, Scalar> {
        Quantity<MetrePerSecond, Scalar>(count: left.count * right.count)
    }

    /// A time times an angular velocity is an angle.
    @_transparent
    public static func * (left: Self, right: Quantity<RadianPerSecond, Scalar>) -> Quantity<Radian, Scalar> {
        Quantity<Radian, Scalar>(count: left.count * right.count)
    }

    /// A time times a power is an energy.
    @_transparent
    public static func * (left: Self, right: Quantity<Watt, Scalar>) -> Quantity<Joule, Scalar> {
        Quantity<Joule, Scalar>(count: left.count * right.count)
    }

    /// A time times an electric current is a charge.
    @_transparent
    public static func * (left: Self, right: Quantity<Ampere, Scalar>) -> Quantity<Coulomb, Scalar> {
        Quantity<Coulomb, Scalar>(count: left.count * right.count)
    }

    /// A time over a capacitance is a resistance.
    @_transparent
    public static func / (left: Self, right: Quantity<Farad, Scalar>) -> Quantity<Ohm, Scalar> {
        Quantity<Ohm, Scalar>(count: left.count / right.count)
    }

    /// A time over a resistance is a capacitance.
    @_transparent
    public static func / (left: Self, right: Quantity<Ohm, Scalar>) -> Quantity<Farad, Scalar> {
        Quantity<Farad, Scalar>(count: left.count / right.count)
    }

    /// A time times a voltage is a magnetic flux.
    @_transparent
    public static func * (left: Self, right: Quantity<Volt, Scalar>) -> Quantity<Weber, Scalar> {
        Quantity<Weber, Scalar>(count: left.count * right.count)
    }

    /// The reciprocal of a time is a frequency.
    @_transparent
    public static func / (number: Scalar, quantity: Self) -> Quantity<Hertz, Scalar> {
        Quantity<Hertz, Scalar>(count: number / quantity.count)
    }

    /// A time times a frequency is a number.
    @_transparent
    public static func * (left: Self, right: Quantity<Hertz, Scalar>) -> Scalar { left.count * right.count }
}

extension Quantity where Unit == Ampere, Scalar: BinaryFloatingPoint {
    /// An electric current times a voltage is a power.
    @_transparent
    public static func * (left: Self, right: Quantity<Volt, Scalar>) -> Quantity<Watt, Scalar> {
        Quantity<Watt, Scalar>(count: left.count * right.count)
    }

    /// An electric current times a time is a charge.
    @_transparent
    public static func * (left: Self, right: Quantity<Second, Scalar>) -> Quantity<Coulomb, Scalar> {
        Quantity<Coulomb, Scalar>(count: left.count * right.count)
    }

    /// An electric current times a resistance is a voltage.
    @_transparent
    public static func * (left: Self, right: Quantity<Ohm, Scalar>) -> Quantity<Volt, Scalar> {
        Quantity<Volt, Scalar>(count: left.count * right.count)
    }

    /// An electric current over a conductance is a voltage.
    @_transparent
    public static func / (left: Self, right: Quantity<Siemens, Scalar>) -> Quantity<Volt, Scalar> {
        Quantity<Volt, Scalar>(count: left.count / right.count)
    }

    /// An electric current over a voltage is a conductance.
    @_transparent
    public static func / (left: Self, right: Quantity<Volt, Scalar>) -> Quantity<Siemens, Scalar> {
        Quantity<Siemens, Scalar>(count: left.count / right.count)
    }

    /// An electric current times an inductance is a magnetic flux.
    @_transparent
    public static func * (left: Self, right: Quantity<Henry, Scalar>) -> Quantity<Weber, Scalar> {
        Quantity<Weber, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == Radian, Scalar: BinaryFloatingPoint {
    /// An angle over a time is an angular velocity.
    @_transparent
    public static func / (left: Self, right: Quantity<Second, Scalar>) -> Quantity<RadianPerSecond, Scalar> {
        Quantity<RadianPerSecond, Scalar>(count: left.count / right.count)
    }

    /// An angle over an angular velocity is a time.
    @_transparent
    public static func / (left: Self, right: Quantity<RadianPerSecond, Scalar>) -> Quantity<Second, Scalar> {
        Quantity<Second, Scalar>(count: left.count / right.count)
    }
}

extension Quantity where Unit == SquareMetre, Scalar: BinaryFloatingPoint {
    /// An area over a length is a length.
    @_transparent
    public static func / (left: Self, right: Quantity<Metre, Scalar>) -> Quantity<Metre, Scalar> {
        Quantity<Metre, Scalar>(count: left.count / right.count)
    }

    /// An area times a length is a volume.
    @_transparent
    public static func * (left: Self, right: Quantity<Metre, Scalar>) -> Quantity<CubicMetre, Scalar> {
        Quantity<CubicMetre, Scalar>(count: left.count * right.count)
    }

    /// An area times a pressure is a force.
    @_transparent
    public static func * (left: Self, right: Quantity<Pascal, Scalar>) -> Quantity<Newton, Scalar> {
        Quantity<Newton, Scalar>(count: left.count * right.count)
    }

    /// An area times a magnetic flux density is a magnetic flux.
    @_transparent
    public static func * (left: Self, right: Quantity<Tesla, Scalar>) -> Quantity<Weber, Scalar> {
        Quantity<Weber, Scalar>(count: left.count * right.count)
    }

    /// An area times an illuminance is a luminous flux.
    @_transparent
    public static func * (left: Self, right: Quantity<Lux, Scalar>) -> Quantity<Lumen, Scalar> {
        Quantity<Lumen, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == CubicMetre, Scalar: BinaryFloatingPoint {
    /// A volume over a length is an area.
    @_transparent
    public static func / (left: Self, right: Quantity<Metre, Scalar>) -> Quantity<SquareMetre, Scalar> {
        Quantity<SquareMetre, Scalar>(count: left.count / right.count)
    }

    /// A volume over an area is a length.
    @_transparent
    public static func / (left: Self, right: Quantity<SquareMetre, Scalar>) -> Quantity<Metre, Scalar> {
        Quantity<Metre, Scalar>(count: left.count / right.count)
    }

    /// A volume times a density is a mass.
    @_transparent
    public static func * (left: Self, right: Quantity<KilogramPerCubicMetre, Scalar>) -> Quantity<Kilogram, Scalar> {
        Quantity<Kilogram, Scalar>(count: left.count * right.count)
    }

    /// A volume times a pressure is an energy.
    @_transparent
    public static func * (left: Self, right: Quantity<Pascal, Scalar>) -> Quantity<Joule, Scalar> {
        Quantity<Joule, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == KilogramPerCubicMetre, Scalar: BinaryFloatingPoint {
    /// A density times a volume is a mass.
    @_transparent
    public static func * (left: Self, right: Quantity<CubicMetre, Scalar>) -> Quantity<Kilogram, Scalar> {
        Quantity<Kilogram, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == MetrePerSecond, Scalar: BinaryFloatingPoint {
    /// A speed times a time is a length.
    @_transparent
    public static func * (left: Self, right: Quantity<Second, Scalar>) -> Quantity<Metre, Scalar> {
        Quantity<Metre, Scalar>(count: left.count * right.count)
    }

    /// A speed over a time is an acceleration.
    @_transparent
    public static func / (left: Self, right: Quantity<Second, Scalar>) -> Quantity<MetrePerSecondSquared, Scalar> {
        Quantity<MetrePerSecondSquared, Scalar>(count: left.count / right.count)
    }

    /// A speed over an acceleration is a time.
    @_transparent
    public static func / (left: Self, right: Quantity<MetrePerSecondSquared, Scalar>) -> Quantity<Second, Scalar> {
        Quantity<Second, Scalar>(count: left.count / right.count)
    }

    /// A speed over a frequency is a length.
    @_transparent
    public static func / (left: Self, right: Quantity<Hertz, Scalar>) -> Quantity<Metre, Scalar> {
        Quantity<Metre, Scalar>(count: left.count / right.count)
    }

    /// A speed over a length is a frequency.
    @_transparent
    public static func / (left: Self, right: Quantity<Metre, Scalar>) -> Quantity<Hertz, Scalar> {
        Quantity<Hertz, Scalar>(count: left.count / right.count)
    }

    /// A speed times a force is a power.
    @_transparent
    public static func * (left: Self, right: Quantity<Newton, Scalar>) -> Quantity<Watt, Scalar> {
        Quantity<Watt, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == MetrePerSecondSquared, Scalar: BinaryFloatingPoint {
    /// An acceleration times a time is a speed.
    @_transparent
    public static func * (left: Self, right: Quantity<Second, Scalar>) -> Quantity<MetrePerSecond, Scalar> {
        Quantity<MetrePerSecond, Scalar>(count: left.count * right.count)
    }

    /// An acceleration times a mass is a force.
    @_transparent
    public static func * (left: Self, right: Quantity<Kilogram, Scalar>) -> Quantity<Newton, Scalar> {
        Quantity<Newton, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == Hertz, Scalar: BinaryFloatingPoint {
    /// A frequency times a length is a speed.
    @_transparent
    public static func * (left: Self, right: Quantity<Metre, Scalar>) -> Quantity<MetrePerSecond, Scalar> {
        Quantity<MetrePerSecond, Scalar>(count: left.count * right.count)
    }

    /// The reciprocal of a frequency is a time.
    @_transparent
    public static func / (number: Scalar, quantity: Self) -> Quantity<Second, Scalar> {
        Quantity<Second, Scalar>(count: number / quantity.count)
    }

    /// A frequency times a time is a number.
    @_transparent
    public static func * (left: Self, right: Quantity<Second, Scalar>) -> Scalar { left.count * right.count }
}

extension Quantity where Unit == RadianPerSecond, Scalar: BinaryFloatingPoint {
    /// An angular velocity times a time is an angle.
    @_transparent
    public static func * (left: Self, right: Quantity<Second, Scalar>) -> Quantity<Radian, Scalar> {
        Quantity<Radian, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == Newton, Scalar: BinaryFloatingPoint {
    /// A force over an acceleration is a mass.
    @_transparent
    public static func / (left: Self, right: Quantity<MetrePerSecondSquared, Scalar>) -> Quantity<Kilogram, Scalar> {
        Quantity<Kilogram, Scalar>(count: left.count / right.count)
    }

    /// A force over a mass is an acceleration.
    @_transparent
    public static func / (left: Self, right: Quantity<Kilogram, Scalar>) -> Quantity<MetrePerSecondSquared, Scalar> {
        Quantity<MetrePerSecondSquared, Scalar>(count: left.count / right.count)
    }

    /// A force over an area is a pressure.
    @_transparent
    public static func / (left: Self, right: Quantity<SquareMetre, Scalar>) -> Quantity<Pascal, Scalar> {
        Quantity<Pascal, Scalar>(count: left.count / right.count)
    }

    /// A force over a pressure is an area.
    @_transparent
    public static func / (left: Self, right: Quantity<Pascal, Scalar>) -> Quantity<SquareMetre, Scalar> {
        Quantity<SquareMetre, Scalar>(count: left.count / right.count)
    }

    /// A force times a length is an energy.
    @_transparent
    public static func * (left: Self, right: Quantity<Metre, Scalar>) -> Quantity<Joule, Scalar> {
        Quantity<Joule, Scalar>(count: left.count * right.count)
    }

    /// A force times a speed is a power.
    @_transparent
    public static func * (left: Self, right: Quantity<MetrePerSecond, Scalar>) -> Quantity<Watt, Scalar> {
        Quantity<Watt, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == Pascal, Scalar: BinaryFloatingPoint {
    /// A pressure times an area is a force.
    @_transparent
    public static func * (left: Self, right: Quantity<SquareMetre, Scalar>) -> Quantity<Newton, Scalar> {
        Quantity<Newton, Scalar>(count: left.count * right.count)
    }

    /// A pressure times a volume is an energy.
    @_transparent
    public static func * (left: Self, right: Quantity<CubicMetre, Scalar>) -> Quantity<Joule, Scalar> {
        Quantity<Joule, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == Joule, Scalar: BinaryFloatingPoint {
    /// An energy over a length is a force.
    @_transparent
    public static func / (left: Self, right: Quantity<Metre, Scalar>) -> Quantity<Newton, Scalar> {
        Quantity<Newton, Scalar>(count: left.count / right.count)
    }

    /// An energy over a force is a length.
    @_transparent
    public static func / (left: Self, right: Quantity<Newton, Scalar>) -> Quantity<Metre, Scalar> {
        Quantity<Metre, Scalar>(count: left.count / right.count)
    }

    /// An energy over a time is a power.
    @_transparent
    public static func / (left: Self, right: Quantity<Second, Scalar>) -> Quantity<Watt, Scalar> {
        Quantity<Watt, Scalar>(count: left.count / right.count)
    }

    /// An energy over a power is a time.
    @_transparent
    public static func / (left: Self, right: Quantity<Watt, Scalar>) -> Quantity<Second, Scalar> {
        Quantity<Second, Scalar>(count: left.count / right.count)
    }

    /// An energy over a voltage is a charge.
    @_transparent
    public static func / (left: Self, right: Quantity<Volt, Scalar>) -> Quantity<Coulomb, Scalar> {
        Quantity<Coulomb, Scalar>(count: left.count / right.count)
    }

    /// An energy over a charge is a voltage.
    @_transparent
    public static func / (left: Self, right: Quantity<Coulomb, Scalar>) -> Quantity<Volt, Scalar> {
        Quantity<Volt, Scalar>(count: left.count / right.count)
    }

    /// An energy over a volume is a pressure.
    @_transparent
    public static func / (left: Self, right: Quantity<CubicMetre, Scalar>) -> Quantity<Pascal, Scalar> {
        Quantity<Pascal, Scalar>(count: left.count / right.count)
    }

    /// An energy over a pressure is a volume.
    @_transparent
    public static func / (left: Self, right: Quantity<Pascal, Scalar>) -> Quantity<CubicMetre, Scalar> {
        Quantity<CubicMetre, Scalar>(count: left.count / right.count)
    }
}

extension Quantity where Unit == Watt, Scalar: BinaryFloatingPoint {
    /// A power times a time is an energy.
    @_transparent
    public static func * (left: Self, right: Quantity<Second, Scalar>) -> Quantity<Joule, Scalar> {
        Quantity<Joule, Scalar>(count: left.count * right.count)
    }

    /// A power over a speed is a force.
    @_transparent
    public static func / (left: Self, right: Quantity<MetrePerSecond, Scalar>) -> Quantity<Newton, Scalar> {
        Quantity<Newton, Scalar>(count: left.count / right.count)
    }

    /// A power over a force is a speed.
    @_transparent
    public static func / (left: Self, right: Quantity<Newton, Scalar>) -> Quantity<MetrePerSecond, Scalar> {
        Quantity<MetrePerSecond, Scalar>(count: left.count / right.count)
    }

    /// A power over an electric current is a voltage.
    @_transparent
    public static func / (left: Self, right: Quantity<Ampere, Scalar>) -> Quantity<Volt, Scalar> {
        Quantity<Volt, Scalar>(count: left.count / right.count)
    }

    /// A power over a voltage is an electric current.
    @_transparent
    public static func / (left: Self, right: Quantity<Volt, Scalar>) -> Quantity<Ampere, Scalar> {
        Quantity<Ampere, Scalar>(count: left.count / right.count)
    }
}

extension Quantity where Unit == Coulomb, Scalar: BinaryFloatingPoint {
    /// A charge times a voltage is an energy.
    @_transparent
    public static func * (left: Self, right: Quantity<Volt, Scalar>) -> Quantity<Joule, Scalar> {
        Quantity<Joule, Scalar>(count: left.count * right.count)
    }

    /// A charge over a time is an electric current.
    @_transparent
    public static func / (left: Self, right: Quantity<Second, Scalar>) -> Quantity<Ampere, Scalar> {
        Quantity<Ampere, Scalar>(count: left.count / right.count)
    }

    /// A charge over an electric current is a time.
    @_transparent
    public static func / (left: Self, right: Quantity<Ampere, Scalar>) -> Quantity<Second, Scalar> {
        Quantity<Second, Scalar>(count: left.count / right.count)
    }

    /// A charge over a voltage is a capacitance.
    @_transparent
    public static func / (left: Self, right: Quantity<Volt, Scalar>) -> Quantity<Farad, Scalar> {
        Quantity<Farad, Scalar>(count: left.count / right.count)
    }

    /// A charge over a capacitance is a voltage.
    @_transparent
    public static func / (left: Self, right: Quantity<Farad, Scalar>) -> Quantity<Volt, Scalar> {
        Quantity<Volt, Scalar>(count: left.count / right.count)
    }
}

extension Quantity where Unit == Volt, Scalar: BinaryFloatingPoint {
    /// A voltage times a charge is an energy.
    @_transparent
    public static func * (left: Self, right: Quantity<Coulomb, Scalar>) -> Quantity<Joule, Scalar> {
        Quantity<Joule, Scalar>(count: left.count * right.count)
    }

    /// A voltage times an electric current is a power.
    @_transparent
    public static func * (left: Self, right: Quantity<Ampere, Scalar>) -> Quantity<Watt, Scalar> {
        Quantity<Watt, Scalar>(count: left.count * right.count)
    }

    /// A voltage times a capacitance is a charge.
    @_transparent
    public static func * (left: Self, right: Quantity<Farad, Scalar>) -> Quantity<Coulomb, Scalar> {
        Quantity<Coulomb, Scalar>(count: left.count * right.count)
    }

    /// A voltage over a resistance is an electric current.
    @_transparent
    public static func / (left: Self, right: Quantity<Ohm, Scalar>) -> Quantity<Ampere, Scalar> {
        Quantity<Ampere, Scalar>(count: left.count / right.count)
    }

    /// A voltage over an electric current is a resistance.
    @_transparent
    public static func / (left: Self, right: Quantity<Ampere, Scalar>) -> Quantity<Ohm, Scalar> {
        Quantity<Ohm, Scalar>(count: left.count / right.count)
    }

    /// A voltage times a conductance is an electric current.
    @_transparent
    public static func * (left: Self, right: Quantity<Siemens, Scalar>) -> Quantity<Ampere, Scalar> {
        Quantity<Ampere, Scalar>(count: left.count * right.count)
    }

    /// A voltage times a time is a magnetic flux.
    @_transparent
    public static func * (left: Self, right: Quantity<Second, Scalar>) -> Quantity<Weber, Scalar> {
        Quantity<Weber, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == Ohm, Scalar: BinaryFloatingPoint {
    /// A resistance times an electric current is a voltage.
    @_transparent
    public static func * (left: Self, right: Quantity<Ampere, Scalar>) -> Quantity<Volt, Scalar> {
        Quantity<Volt, Scalar>(count: left.count * right.count)
    }

    /// A resistance times a capacitance is a time.
    @_transparent
    public static func * (left: Self, right: Quantity<Farad, Scalar>) -> Quantity<Second, Scalar> {
        Quantity<Second, Scalar>(count: left.count * right.count)
    }

    /// The reciprocal of a resistance is a conductance.
    @_transparent
    public static func / (number: Scalar, quantity: Self) -> Quantity<Siemens, Scalar> {
        Quantity<Siemens, Scalar>(count: number / quantity.count)
    }

    /// A resistance times a conductance is a number.
    @_transparent
    public static func * (left: Self, right: Quantity<Siemens, Scalar>) -> Scalar { left.count * right.count }
}

extension Quantity where Unit == Siemens, Scalar: BinaryFloatingPoint {
    /// A conductance times a voltage is an electric current.
    @_transparent
    public static func * (left: Self, right: Quantity<Volt, Scalar>) -> Quantity<Ampere, Scalar> {
        Quantity<Ampere, Scalar>(count: left.count * right.count)
    }

    /// The reciprocal of a conductance is a resistance.
    @_transparent
    public static func / (number: Scalar, quantity: Self) -> Quantity<Ohm, Scalar> {
        Quantity<Ohm, Scalar>(count: number / quantity.count)
    }

    /// A conductance times a resistance is a number.
    @_transparent
    public static func * (left: Self, right: Quantity<Ohm, Scalar>) -> Scalar { left.count * right.count }
}

extension Quantity where Unit == Farad, Scalar: BinaryFloatingPoint {
    /// A capacitance times a voltage is a charge.
    @_transparent
    public static func * (left: Self, right: Quantity<Volt, Scalar>) -> Quantity<Coulomb, Scalar> {
        Quantity<Coulomb, Scalar>(count: left.count * right.count)
    }

    /// A capacitance times a resistance is a time.
    @_transparent
    public static func * (left: Self, right: Quantity<Ohm, Scalar>) -> Quantity<Second, Scalar> {
        Quantity<Second, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == Henry, Scalar: BinaryFloatingPoint {
    /// An inductance times an electric current is a magnetic flux.
    @_transparent
    public static func * (left: Self, right: Quantity<Ampere, Scalar>) -> Quantity<Weber, Scalar> {
        Quantity<Weber, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == Weber, Scalar: BinaryFloatingPoint {
    /// A magnetic flux over a time is a voltage.
    @_transparent
    public static func / (left: Self, right: Quantity<Second, Scalar>) -> Quantity<Volt, Scalar> {
        Quantity<Volt, Scalar>(count: left.count / right.count)
    }

    /// A magnetic flux over a voltage is a time.
    @_transparent
    public static func / (left: Self, right: Quantity<Volt, Scalar>) -> Quantity<Second, Scalar> {
        Quantity<Second, Scalar>(count: left.count / right.count)
    }

    /// A magnetic flux over an electric current is an inductance.
    @_transparent
    public static func / (left: Self, right: Quantity<Ampere, Scalar>) -> Quantity<Henry, Scalar> {
        Quantity<Henry, Scalar>(count: left.count / right.count)
    }

    /// A magnetic flux over an inductance is an electric current.
    @_transparent
    public static func / (left: Self, right: Quantity<Henry, Scalar>) -> Quantity<Ampere, Scalar> {
        Quantity<Ampere, Scalar>(count: left.count / right.count)
    }

    /// A magnetic flux over an area is a magnetic flux density.
    @_transparent
    public static func / (left: Self, right: Quantity<SquareMetre, Scalar>) -> Quantity<Tesla, Scalar> {
        Quantity<Tesla, Scalar>(count: left.count / right.count)
    }

    /// A magnetic flux over a magnetic flux density is an area.
    @_transparent
    public static func / (left: Self, right: Quantity<Tesla, Scalar>) -> Quantity<SquareMetre, Scalar> {
        Quantity<SquareMetre, Scalar>(count: left.count / right.count)
    }
}

extension Quantity where Unit == Tesla, Scalar: BinaryFloatingPoint {
    /// A magnetic flux density times an area is a magnetic flux.
    @_transparent
    public static func * (left: Self, right: Quantity<SquareMetre, Scalar>) -> Quantity<Weber, Scalar> {
        Quantity<Weber, Scalar>(count: left.count * right.count)
    }
}

extension Quantity where Unit == Lumen, Scalar: BinaryFloatingPoint {
    /// A luminous flux over an area is an illuminance.
    @_transparent
    public static func / (left: Self, right: Quantity<SquareMetre, Scalar>) -> Quantity<Lux, Scalar> {
        Quantity<Lux, Scalar>(count: left.count / right.count)
    }

    /// A luminous flux over an illuminance is an area.
    @_transparent
    public static func / (left: Self, right: Quantity<Lux, Scalar>) -> Quantity<SquareMetre, Scalar> {
        Quantity<SquareMetre, Scalar>(count: left.count / right.count)
    }
}

extension Quantity where Unit == Lux, Scalar: BinaryFloatingPoint {
    /// An illuminance times an area is a luminous flux.
    @_transparent
    public static func * (left: Self, right: Quantity<SquareMetre, Scalar>) -> Quantity<Lumen, Scalar> {
        Quantity<Lumen, Scalar>(count: left.count * right.count)
    }
}
