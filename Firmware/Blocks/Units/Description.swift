// Quantities as text: `168 MHz`, `1.25 s`.

/// How a number of a unit becomes text.
public protocol QuantityText {
    /// Whether `count` of one unit is at least one of another.
    static func reaches<Dimension>(_ count: Self, of unit: NamedUnit<Dimension>, one other: NamedUnit<Dimension>) -> Bool
    /// `count` of one unit in another, in decimals; nil if they have no end, or there is no room.
    static func text<Dimension>(_ count: Self, of unit: NamedUnit<Dimension>, in other: NamedUnit<Dimension>) -> String?
}

extension Quantity: CustomStringConvertible {
    /// The number in the largest unit of which there is one, and that unit: `1.25 ms`. Minutes, litres and their like are
    /// written as seconds and cubic metres. An integer quantity has all its decimals. Takes memory, as every string that is made
    /// does: text without any is `TextOutput`'s.
    public var description: String {
        var chosen = Unit.unit
        var isChosen = false
        var index = 0
        while let unit = Unit.Dimension.unit(at: index) {
            index += 1
            let isCoherent = unit.numerator == unit.denominator
            guard unit.isPrinted else { continue }
            if count == 0 ? isCoherent : !isChosen || Scalar.reaches(count, of: Unit.unit, one: unit) {
                chosen = unit
                isChosen = true
            }
        }
        if let text = Scalar.text(count, of: Unit.unit, in: chosen) { return text + " " + chosen.symbol.description }
        return (Scalar.text(count, of: Unit.unit, in: Unit.unit) ?? "") + " " + Unit.unit.symbol.description
    }
}

extension TemperaturePoint: CustomStringConvertible {
    /// The degrees Celsius: `21.5 °C`. Takes memory, as every string that is made does.
    public var description: String {
        let celsius = celsius
        return (Scalar.text(celsius.count, of: Unit.unit, in: .kelvins) ?? "") + " °C"
    }
}

// MARK: - Integers

extension QuantityText where Self: FixedWidthInteger {
    public static func reaches<Dimension>(
        _ count: Self, of unit: NamedUnit<Dimension>, one other: NamedUnit<Dimension>
    ) -> Bool {
        guard let ratio = ratio(unit, other) else { return false }
        let (product, overflows) = UInt64(count.magnitude).multipliedReportingOverflow(by: ratio.numerator)
        return overflows || product >= ratio.denominator
    }

    public static func text<Dimension>(
        _ count: Self, of unit: NamedUnit<Dimension>, in other: NamedUnit<Dimension>
    ) -> String? {
        guard let ratio = ratio(unit, other) else { return nil }
        let divisor = greatestCommonDivisor(ratio.numerator, ratio.denominator)
        let denominator = ratio.denominator / divisor
        let (product, overflows) = UInt64(count.magnitude).multipliedReportingOverflow(by: ratio.numerator / divisor)
        // The remainder times ten has to have room.
        guard !overflows, denominator <= .max / 10 else { return nil }
        var text = "\(count < 0 ? "-" : "")\(product / denominator)"
        var rest = product % denominator
        if rest > 0 { text += "." }
        var digits = 0
        while rest > 0 {
            guard digits < 20 else { return nil }
            digits += 1
            rest *= 10
            text += "\(rest / denominator)"
            rest %= denominator
        }
        return text
    }
}

// MARK: - Floating numbers

extension QuantityText where Self: QuantityScalar & BinaryFloatingPoint & LosslessStringConvertible {
    public static func reaches<Dimension>(
        _ count: Self, of unit: NamedUnit<Dimension>, one other: NamedUnit<Dimension>
    ) -> Bool {
        count.isFinite && convert(count.magnitude, from: unit, to: other).unsafelyUnwrapped >= 1
    }

    public static func text<Dimension>(
        _ count: Self, of unit: NamedUnit<Dimension>, in other: NamedUnit<Dimension>
    ) -> String? {
        let text = convert(count, from: unit, to: other).unsafelyUnwrapped.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
