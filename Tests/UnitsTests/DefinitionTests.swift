// The generated dimensions and units against what the SI says of them.
import Units
import XCTest

final class DefinitionTests: XCTestCase {
    /// Symbols of a dimension's units, with how many of the coherent one each is.
    private func units<Dimension: PhysicalDimension>(_: Dimension.Type) -> [String: Double] {
        var units: [String: Double] = [:]
        var index = 0
        while let unit = Dimension.unit(at: index) {
            XCTAssertNil(units[unit.symbol.description])
            units[unit.symbol.description] = Double(unit.numerator) / Double(unit.denominator)
            index += 1
        }
        return units
    }

    func testUnitsOfADimension() {
        XCTAssertEqual(units(Dimensions.Mass.self), ["µg": 1e-9, "mg": 1e-6, "g": 1e-3, "kg": 1])
        XCTAssertEqual(units(Dimensions.Frequency.self), ["mHz": 1e-3, "Hz": 1, "kHz": 1e3, "MHz": 1e6, "GHz": 1e9])
        XCTAssertEqual(
            units(Dimensions.Time.self), ["ns": 1e-9, "µs": 1e-6, "ms": 1e-3, "s": 1, "min": 60, "h": 3600, "d": 86_400])
        XCTAssertEqual(
            units(Dimensions.Pressure.self),
            ["Pa": 1, "hPa": 100, "kPa": 1e3, "MPa": 1e6, "mbar": 100, "bar": 1e5])
        XCTAssertEqual(units(Dimensions.Angle.self), ["mrad": 1e-3, "rad": 1, "°": .pi / 180, "tr": 2 * .pi])
    }

    func testUnitsAreInOrder() {
        func check<Dimension: PhysicalDimension>(_: Dimension.Type) {
            var factors: [Double] = []
            while let unit = Dimension.unit(at: factors.count) {
                factors.append(Double(unit.numerator) / Double(unit.denominator))
            }
            XCTAssertEqual(factors, factors.sorted())
            XCTAssertTrue(factors.contains(1))
        }
        check(Dimensions.Length.self)
        check(Dimensions.Energy.self)
        check(Dimensions.Pressure.self)
        check(Dimensions.Volume.self)
    }

    func testExponents() {
        XCTAssertEqual(Dimensions.Force.exponents, DimensionExponents(length: 1, mass: 1, time: -2))
        XCTAssertEqual(Dimensions.Voltage.exponents, DimensionExponents(length: 2, mass: 1, time: -3, current: -1))
        XCTAssertEqual(Dimensions.Capacitance.exponents, DimensionExponents(length: -2, mass: -1, time: 4, current: 2))
        XCTAssertEqual(Dimensions.AngularVelocity.exponents, DimensionExponents(time: -1, angle: 1))
        XCTAssertEqual(Dimensions.Illuminance.exponents, DimensionExponents(length: -2, luminousIntensity: 1, angle: 2))
        XCTAssertEqual(Dimensions.ElectricCurrent.name.description, "electric current")
    }
}
