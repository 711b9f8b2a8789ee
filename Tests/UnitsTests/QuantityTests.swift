// Quantities: what they are made of, arithmetic, and conversions that are exact or refused.
import Units
import XCTest

private enum ConverterStep: UnitOfMeasure {
    static var unit: NamedUnit<Dimensions.Voltage> { NamedUnit("steps", "steps", 1, 2000) }
}

final class QuantityTests: XCTestCase {
    func testLiteralsAndFactoriesMakeTheSame() {
        XCTAssertEqual(168.megahertz, .hertz(168_000_000))
        XCTAssertEqual(4.gigahertz.hertz, 4_000_000_000)
        XCTAssertEqual(5.milliseconds, .microseconds(5000))
        XCTAssertEqual(3300.millivolts, 3.3.volts)
        XCTAssertEqual(Microvolts.millivolts(3300).microvolts, 3_300_000)
        XCTAssertEqual(2.kilograms, 2000.grams)
        XCTAssertEqual(Quantity<Gram, Int32>.kilograms(2).grams, 2000)
        XCTAssertEqual(Quantity<ConverterStep, UInt16>.millivolts(3).count, 6)
    }

    func testArithmetic() {
        XCTAssertEqual(8.megahertz + 100.kilohertz, 8100.kilohertz)
        XCTAssertEqual(8.megahertz - 100.kilohertz, 7900.kilohertz)
        XCTAssertEqual(8.megahertz * 21, 168.megahertz)
        XCTAssertEqual(21 * 8.megahertz, 168.megahertz)
        XCTAssertEqual(168.megahertz / 4, 42.megahertz)
        XCTAssertEqual(168.megahertz / 115_200.hertz, 1458)
        XCTAssertEqual(168.megahertz % 115_200.hertz, 38_400.hertz)
        XCTAssertEqual(-3.volts, (-3).volts)
        XCTAssertLessThan(999.hertz, 1.kilohertz)
        var total = Microvolts.zero
        total += .volts(2)
        total -= .millivolts(500)
        XCTAssertEqual(total, .millivolts(1500))
        XCTAssertEqual(Set([1000.hertz, 1.kilohertz]).count, 1)
        XCTAssertEqual([1.hertz, 2.hertz].reduce(.zero, +), 3.hertz)
    }

    func testProductsAndQuotients() {
        let force: Force = 2.kilograms * 3.metresPerSecondSquared
        XCTAssertEqual(force, 6.newtons)
        XCTAssertEqual(3.metresPerSecondSquared * 2.kilograms, force)
        XCTAssertEqual(force / 2.kilograms, 3.metresPerSecondSquared)
        XCTAssertEqual(force / 3.metresPerSecondSquared, 2.kilograms)
        XCTAssertEqual(5.volts / 10.ohms, 500.milliamperes)
        XCTAssertEqual(10.metres / Time.seconds(4), 2.5.metresPerSecond)
        XCTAssertEqual(3.metres * 3.metres, 9.squareMetres)
        XCTAssertEqual(9.squareMetres / 3.metres, 3.metres)
        XCTAssertEqual(1 / Time.milliseconds(250), Quantity<Hertz, Float>.hertz(4))
        XCTAssertEqual(1 / Quantity<Hertz, Float>.hertz(4), Time.milliseconds(250))
        XCTAssertEqual(Quantity<Hertz, Float>.hertz(4) * Time.seconds(3), 12)
        XCTAssertEqual(Quantity<Volt, Double>.volts(2) * Quantity<Ampere, Double>.amperes(3), .watts(6))
    }

    func testIntegersConvertExactlyOrNotAtAll() {
        XCTAssertEqual(1500.milliseconds.value(in: .milliseconds), 1500)
        XCTAssertNil(1500.milliseconds.value(in: .seconds))
        XCTAssertEqual(2.hours.value(in: .seconds), 7200)
        XCTAssertEqual(Quantity<Millivolt, Int32>(exactly: Microvolts.millivolts(-7)), .millivolts(-7))
        XCTAssertNil(Quantity<Millivolt, Int32>(exactly: Microvolts.microvolts(7001)))
        // Out of range, and through a number that has no room where the result has.
        XCTAssertNil(Microvolts(exactly: Quantity<Volt, Int32>(count: 3000)))
        XCTAssertNil(Quantity<Hertz, UInt32>(exactly: Quantity<Hertz, Int32>(count: -1)))
        XCTAssertEqual(Quantity<Microvolt, UInt32>(exactly: Quantity<Volt, Int32>(count: 3000)), .volts(3000))
        XCTAssertEqual(Quantity<Volt, UInt8>(exactly: Quantity<Millivolt, Int32>(count: 200_000)), .volts(200))
        XCTAssertEqual(Quantity<Hertz, Int8>(exactly: Quantity<Hertz, UInt64>(count: 127)), .hertz(127))
        // Zero is exact in any unit, also in one that the number has no room for.
        XCTAssertEqual(Quantity<Volt, Int8>(exactly: Quantity<Nanovolt, Int8>(count: 0)), .zero)
        // Neither unit is a multiple of the other.
        XCTAssertEqual(Quantity<MetrePerSecond, Int32>.kilometresPerHour(72).metresPerSecond, 20)
        XCTAssertNil(Quantity<MetrePerSecond, Int32>.metresPerSecond(1).value(in: .kilometresPerHour))
        // An angle of whole radians is no whole number of degrees, and degrees are not written in whole radians.
        XCTAssertNil(Quantity<Radian, Int32>(count: 1).value(in: .degrees))
    }

    func testIntegersAreRoundedToTheNearest() {
        func millivolts(_ microvolts: Int32) -> Int32 {
            Quantity<Millivolt, Int32>(rounding: Microvolts(count: microvolts)).millivolts
        }
        XCTAssertEqual([0, 499, 500, 1499, 1500].map(millivolts), [0, 0, 1, 1, 2])
        XCTAssertEqual([-499, -500, -1499, -1500].map(millivolts), [0, -1, -1, -2])
        XCTAssertEqual(Microvolts(rounding: Quantity<Volt, Int32>(count: -2)), .volts(-2))
        XCTAssertEqual(Microvolts(rounding: 3.3.volts), .millivolts(3300))
        XCTAssertEqual(Frequency(rounding: 1 / Time.microseconds(3)), .hertz(333_333))
    }

    func testFloatingConversionsAreRoundedOnce() {
        for count in 0..<5000 { XCTAssertEqual(Voltage.millivolts(Float(count)).volts, Float(count) / 1000) }
        XCTAssertEqual(Voltage(Microvolts(count: 1_500_000)), 1.5.volts)
        XCTAssertEqual(Time(90.milliseconds), .milliseconds(90))
        XCTAssertEqual(Quantity<Volt, Double>(1.5.volts), .volts(1.5))
        XCTAssertEqual(180.degrees.radians, Float.pi)
        XCTAssertEqual(Quantity<Radian, Double>.degrees(180).radians, Double.pi)
        XCTAssertEqual(60.revolutionsPerMinute.radiansPerSecond, 2 * Float.pi, accuracy: 1e-6)
        XCTAssertEqual(1.standardGravities, 9.80665.metresPerSecondSquared)
        XCTAssertEqual(Energy(3.6.megajoules).value(in: .kilowattHours), 1)
    }

    func testIntervalsEndAtTheirRange() {
        XCTAssertEqual(Interval.seconds(.max).microseconds, .max)
        XCTAssertEqual(Interval.hours(.min).microseconds, .min)
        XCTAssertEqual(Interval.milliseconds(.max) + .seconds(1), .microseconds(.max))
        XCTAssertEqual(Interval.microseconds(.min) - .microseconds(1), .microseconds(.min))
        XCTAssertEqual(Interval.seconds(2) * .max, .microseconds(.max))
        XCTAssertEqual(.max * Interval.seconds(-2), .microseconds(.min))
        var interval = Interval.microseconds(.max)
        interval += .microseconds(1)
        XCTAssertEqual(interval, .microseconds(.max))
        interval = .microseconds(.min)
        interval -= .microseconds(1)
        XCTAssertEqual(interval, .microseconds(.min))
        XCTAssertEqual(2.minutes + 3.seconds, .seconds(123))
    }
}

final class TemperatureTests: XCTestCase {
    func testPointsAndDifferences() {
        XCTAssertEqual(0.celsius, .zeroCelsius)
        XCTAssertEqual(0.celsius.aboveAbsoluteZero, .millikelvins(273_150))
        XCTAssertEqual(25.celsius - 20.celsius, 5.kelvins)
        XCTAssertEqual(20.celsius + 5.kelvins, 25.celsius)
        XCTAssertEqual(5.kelvins + 20.celsius, 25.celsius)
        XCTAssertEqual(25.celsius - 5.kelvins, 20.celsius)
        XCTAssertEqual((-40).celsius.celsius, .kelvins(-40))
        XCTAssertLessThan(Temperature.kelvins(273), .zeroCelsius)
        XCTAssertEqual(TemperaturePoint<Kelvin, Float>.celsius(21.5).aboveAbsoluteZero, .kelvins(294.65))
        // The range that the type's comment promises.
        XCTAssertEqual(1874.celsius.aboveAbsoluteZero, .millikelvins(2_147_150))
    }
}
