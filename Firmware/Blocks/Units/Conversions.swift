// The same quantity in another unit, or with another kind of number.

extension Quantity {
    /// So many of a unit: `Microvolts(3, .volts)`. What the factories named after units are, `.volts(3)`.
    ///
    /// Cost: none for constants. Else a multiplication or a division, in which an integer that cannot say it exactly faults.
    /// Precondition: an integer quantity can count it exactly.
    @inlinable @inline(__always)
    public init(_ count: Scalar, _ unit: NamedUnit<Unit.Dimension>) {
        guard let count = Scalar.convert(count, from: unit, to: Unit.unit) else {
            preconditionFailure("no whole number of the quantity's unit, or out of its range")
        }
        self.init(count: count)
    }
}

// MARK: - To integers

extension Quantity where Scalar: FixedWidthInteger {
    /// How many of a unit it is; nil if that is no whole number, or out of range.
    @inlinable @inline(__always)
    public func value(in unit: NamedUnit<Unit.Dimension>) -> Scalar? { Scalar.convert(count, from: Unit.unit, to: unit) }

    /// The same in this quantity's unit and number; nil if that is no whole number of it, or out of range.
    @inlinable @inline(__always)
    public init?<OtherUnit: UnitOfMeasure, Other: QuantityScalar & FixedWidthInteger>(
        exactly other: Quantity<OtherUnit, Other>
    ) where OtherUnit.Dimension == Unit.Dimension {
        // In the number that there is, and where that has no room, in the one that is wanted.
        if let count = Other.convert(other.count, from: OtherUnit.unit, to: Unit.unit), let count = Scalar(exactly: count) {
            self.init(count: count)
        } else if let count = Scalar(exactly: other.count),
            let count = Scalar.convert(count, from: OtherUnit.unit, to: Unit.unit)
        {
            self.init(count: count)
        } else {
            return nil
        }
    }

    /// The same to the nearest of this quantity's unit; what is in the middle goes away from zero. Precondition: it is in range,
    /// and so is what it is counted in on the way, in 64 bits.
    @inlinable @inline(__always)
    public init<OtherUnit: UnitOfMeasure, Other: QuantityScalar & FixedWidthInteger>(
        rounding other: Quantity<OtherUnit, Other>
    ) where OtherUnit.Dimension == Unit.Dimension {
        guard let ratio = ratio(OtherUnit.unit, Unit.unit) else {
            preconditionFailure("the two units differ by more than 64 bits")
        }
        let divisor = greatestCommonDivisor(ratio.numerator, ratio.denominator)
        let product = Int64(other.count) * Int64(ratio.numerator / divisor)
        let (quotient, rest) = product.quotientAndRemainder(dividingBy: Int64(ratio.denominator / divisor))
        let isNearerToTheNext = rest.magnitude >= ratio.denominator / divisor - rest.magnitude
        self.init(count: Scalar(isNearerToTheNext && rest != 0 ? quotient + rest.signum() : quotient))
    }

    /// The same to the nearest of this quantity's unit; what is in the middle goes away from zero. Precondition: it is in range,
    /// and a number.
    @inlinable @inline(__always)
    public init<OtherUnit: UnitOfMeasure, Other: QuantityScalar & BinaryFloatingPoint>(
        rounding other: Quantity<OtherUnit, Other>
    ) where OtherUnit.Dimension == Unit.Dimension {
        self.init(count: Scalar(other.value(in: Unit.unit).rounded()))
    }
}

// MARK: - To floating numbers

extension Quantity where Scalar: BinaryFloatingPoint {
    /// How many of a unit it is.
    @inlinable @inline(__always)
    public func value(in unit: NamedUnit<Unit.Dimension>) -> Scalar {
        // A floating number always has an answer.
        Scalar.convert(count, from: Unit.unit, to: unit).unsafelyUnwrapped
    }

    /// The same in this quantity's unit and number, rounded to it.
    @inlinable @inline(__always)
    public init<OtherUnit: UnitOfMeasure, Other: QuantityScalar & FixedWidthInteger>(
        _ other: Quantity<OtherUnit, Other>
    ) where OtherUnit.Dimension == Unit.Dimension {
        self.init(Scalar(other.count), OtherUnit.unit)
    }

    /// The same in this quantity's unit and number, rounded to it.
    @inlinable @inline(__always)
    public init<OtherUnit: UnitOfMeasure, Other: QuantityScalar & BinaryFloatingPoint>(
        _ other: Quantity<OtherUnit, Other>
    ) where OtherUnit.Dimension == Unit.Dimension {
        self.init(Scalar(other.count), OtherUnit.unit)
    }
}

// MARK: - Literals

extension Int {
    /// The same as a `UInt32`. Precondition: it is one.
    ///
    /// Swift's own conversion is a function, and the compiler reports an overflow where it is written only for what it carries
    /// out by itself: that is why `168.megahertz` is checked like this and `5000.megahertz` does not compile.
    @_transparent
    @usableFromInline
    var narrowedForQuantity: UInt32 {
        // Twice, since on the chip there are not more than 32 bits.
        precondition(self >= 0 && (self &>> 16) &>> 16 == 0, "a quantity of whole units is out of range")
        return UInt32(_truncatingBits: UInt(bitPattern: self))
    }
}
