// Quantities as text and from it, and as what `Codable` writes.
import Foundation
import Units
import XCTest

final class QuantityTextTests: XCTestCase {
    func testDescriptionsAreInTheLargestUnitOfWhichThereIsOne() {
        XCTAssertEqual("\(168.megahertz)", "168 MHz")
        XCTAssertEqual("\(7_372_800.hertz)", "7.3728 MHz")
        XCTAssertEqual("\(Frequency.zero)", "0 Hz")
        XCTAssertEqual("\(Microvolts.microvolts(-999))", "-999 µV")
        XCTAssertEqual("\(Microvolts.microvolts(.min))", "-2.147483648 kV")
        XCTAssertEqual("\(1250.microseconds)", "1.25 ms")
        XCTAssertEqual("\(2.hours)", "7200 s")
        XCTAssertEqual("\(PartsPerMillion.percent(45))", "45 %")
        XCTAssertEqual("\(Quantity<Pascal, UInt32>.hectopascals(1013))", "101.3 kPa")
        XCTAssertEqual("\(3.3.volts)", "3.3 V")
        XCTAssertEqual("\(0.012.amperes)", "12 mA")
        XCTAssertEqual("\(2.kilograms * 9.81.metresPerSecondSquared)", "19.62 N")
        XCTAssertEqual("\(Voltage(count: .infinity))", "inf nV")
        // Whole radians are not whole degrees: an integer says what it counts.
        XCTAssertEqual("\(Quantity<Radian, Int32>(count: 2))", "2 rad")
        XCTAssertEqual("\(25.celsius + .millikelvins(62) + .microkelvins(500))", "25.0625 °C")
        XCTAssertEqual("\(Temperature.celsius(-4) - .millikelvins(100))", "-4.1 °C")
    }

    func testReading() throws {
        XCTAssertEqual(try Frequency(parsing: "168 MHz"), 168.megahertz)
        XCTAssertEqual(try Frequency(parsing: " +7.3728MHz "), 7_372_800.hertz)
        XCTAssertEqual(try Frequency(parsing: "1e-3 kHz"), 1.hertz)
        XCTAssertEqual(try Frequency(parsing: "0.0 mHz"), .zero)
        XCTAssertEqual(try Microvolts(parsing: "-3.3 mV"), .microvolts(-3300))
        XCTAssertEqual(try Microvolts(parsing: "5 uV"), .microvolts(5))
        XCTAssertEqual(try Microvolts(parsing: "5 \u{3BC}V"), .microvolts(5))
        XCTAssertEqual(try Resistance(parsing: "4.7 k\u{2126}"), 4700.ohms)
        XCTAssertEqual(try Interval(parsing: "1.5 h"), 90.minutes)
        XCTAssertEqual(try Interval(parsing: "9223372036854775807 us"), .microseconds(.max))
        XCTAssertEqual(try Interval(parsing: "-9223372036854775808 us"), .microseconds(.min))
        XCTAssertEqual(try Voltage(parsing: "3.3 V"), 3.3.volts)
        XCTAssertEqual(try Charge(parsing: "2 Ah"), 2.ampereHours)
        XCTAssertEqual(try Temperature(parsing: "-21.5 °C"), .celsius(-21) - .millikelvins(500))
        XCTAssertEqual(try Temperature(parsing: "273.15 K"), .zeroCelsius)
        // The E is not an exponent where no number follows.
        XCTAssertThrowsError(try Voltage(parsing: "3EV"))
    }

    func testWhatIsWrongAndWhere() {
        func expect(
            _ text: String, _ words: String, line: UInt = #line, read: (String) throws(QuantityError) -> Void
        ) {
            do throws(QuantityError) {
                try read(text)
                XCTFail("\(text) was read", line: line)
            } catch { XCTAssertEqual(error.description, words, line: line) }
        }
        func frequency(_ text: String) throws(QuantityError) { _ = try Frequency(parsing: text) }
        expect("3.3 A", "column 5: expected a unit of frequency (mHz, Hz, kHz, MHz, GHz), found \"A\"", read: frequency)
        expect("168", "column 4: expected a unit of frequency (mHz, Hz, kHz, MHz, GHz), found the end", read: frequency)
        expect("  fast", "column 3: expected a number, found \"fast\"", read: frequency)
        expect("", "column 1: expected a number, found the end", read: frequency)
        expect(" 0.5 Hz", "column 2: expected a whole number of hertz, found \"0.5 Hz\"", read: frequency)
        expect("5 GHz", "column 1: expected 0 to 4294967295 hertz, found \"5 GHz\"", read: frequency)
        expect("-1 Hz", "column 1: expected 0 to 4294967295 hertz, found \"-1 Hz\"", read: frequency)
        expect("1e30 Hz", "column 1: expected 0 to 4294967295 hertz, found \"1e30 Hz\"", read: frequency)
        expect("1e-30 Hz", "column 1: expected a whole number of hertz, found \"1e-30 Hz\"", read: frequency)
        expect(
            "99999999999999999999 Hz",
            "column 1: expected a number of up to 19 digits, found \"99999999999999999999 Hz\"", read: frequency)
        expect("70 F", "column 4: expected °C or K, found \"F\"") { (text) throws(QuantityError) in
            _ = try Temperature(parsing: text)
        }
    }

    func testWhatIsPrintedIsRead() throws {
        for shift in 0..<32 {
            let frequency = Frequency(count: 0xFEDC_BA98 >> UInt32(shift))
            XCTAssertEqual(try Frequency(parsing: "\(frequency)"), frequency)
            let temperature = Temperature(aboveAbsoluteZero: .microkelvins(0x7EDC_BA98 >> Int32(shift)))
            XCTAssertEqual(try Temperature(parsing: "\(temperature)"), temperature)
            let interval = Interval.microseconds(-0x7EDC_BA98_7654_3210 >> Int64(2 * shift))
            XCTAssertEqual(try Interval(parsing: "\(interval)"), interval)
        }
    }

    private struct Settings: Codable, Equatable {
        var clock = 168.megahertz
        var supply = 3.3.volts
        var limit = Microvolts.millivolts(2500)
        var alarm = 60.celsius
        var pause = 1500.milliseconds
    }

    func testCodable() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(Settings())
        XCTAssertEqual(
            String(decoding: data, as: UTF8.self),
            #"{"alarm":"333.15 K","clock":"168000000 Hz","limit":"2500000 µV","pause":"1500000 µs","supply":"3.3 V"}"#)
        XCTAssertEqual(try JSONDecoder().decode(Settings.self, from: data), Settings())
        XCTAssertEqual(try JSONDecoder().decode([Frequency].self, from: Data(#"["8 MHz"]"#.utf8)), [8.megahertz])
        XCTAssertThrowsError(try JSONDecoder().decode([Frequency].self, from: Data(#"["8 V"]"#.utf8))) { error in
            guard case DecodingError.dataCorrupted(let context) = error else { return XCTFail("\(error)") }
            XCTAssertEqual(
                context.debugDescription, "column 3: expected a unit of frequency (mHz, Hz, kHz, MHz, GHz), found \"V\"")
        }
        XCTAssertThrowsError(try JSONDecoder().decode([Temperature].self, from: Data(#"["8"]"#.utf8)))
    }
}
