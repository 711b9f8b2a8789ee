// The weather sensor against its model, and its arithmetic against the data sheet's.
import Buses
import CortexM
import Interfaces
import STM32F4Drivers
import Sensors
import SimulatedChip
import Tasks
import XCTest

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var bus: I2CBus<I2CController>!
    nonisolated(unsafe) static var notes: [String] = []
    nonisolated(unsafe) static var weather: Weather?
}

final class BME280Tests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let model = BME280Model()

    /// The coefficients of the data sheets' worked example (BMP280, BST-BMP280-DS001, table 3), which shares the first two
    /// quantities with this one, and some of a sensor's for humidity.
    private let words: [Int] = [
        27504, 26435, -1000, 36477, -10685, 3024, 2855, 140, -7, 15500, -14600, 6000,
    ]
    private let humidity = (h1: 75, h2: 370, h3: 0, h4: 313, h5: 50, h6: 30)

    private func calibrate() {
        for (index, word) in words.enumerated() {
            model.registers[0x88 + index * 2] = UInt8(truncatingIfNeeded: word)
            model.registers[0x89 + index * 2] = UInt8(truncatingIfNeeded: word >> 8)
        }
        model.registers[0xA1] = UInt8(humidity.h1)
        model.registers[0xE1] = UInt8(truncatingIfNeeded: humidity.h2)
        model.registers[0xE2] = UInt8(truncatingIfNeeded: humidity.h2 >> 8)
        model.registers[0xE3] = UInt8(humidity.h3)
        model.registers[0xE4] = UInt8(truncatingIfNeeded: humidity.h4 >> 4)
        model.registers[0xE5] = UInt8(humidity.h4 & 0xF) | UInt8(truncatingIfNeeded: humidity.h5 << 4)
        model.registers[0xE6] = UInt8(truncatingIfNeeded: humidity.h5 >> 4)
        model.registers[0xE7] = UInt8(truncatingIfNeeded: humidity.h6)
    }

    private func setData(pressure: Int, temperature: Int, humidity: Int) {
        for (address, value) in [(0xF7, pressure << 4), (0xFA, temperature << 4)] {
            for index in 0..<3 { model.registers[address + index] = UInt8(truncatingIfNeeded: value >> (16 - 8 * index)) }
        }
        model.registers[0xFD] = UInt8(truncatingIfNeeded: humidity >> 8)
        model.registers[0xFE] = UInt8(truncatingIfNeeded: humidity)
    }

    private func measure(on targets: [any I2CTargetModel]? = nil) {
        Program.notes = []
        Program.weather = nil
        board.i2c1.targets = targets ?? [model]
        _ = board.chip.run(for: .seconds(1)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let i2c = I2C1.take(), let clock = PB8.take(), let data = PB9.take() else {
                return XCTFail("something is in use")
            }
            Program.bus = I2CBus(
                I2CController(
                    i2c, clock: clock, data: data, clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz)))
            for interrupt in [I2C1.eventInterrupt, I2C1.errorInterrupt] {
                Level4.bind(InterruptLine(rawValue: interrupt.rawValue)) { Program.bus.handleInterrupt() }
            }
            startTask("weather") { @MainActor in
                do throws(WeatherError) {
                    let sensor = try await BME280(Program.bus)
                    Program.weather = try await sensor.measure()
                } catch { Program.notes.append("\(error)") }
            }
        }
    }

    /// The worked example of the data sheet: 25.08 degrees, 100653 pascals.
    func testTheDataSheetsExample() {
        calibrate()
        setData(pressure: 415_148, temperature: 519_888, humidity: 0x8000)
        measure()
        XCTAssertEqual(Program.notes, [])
        XCTAssertEqual(Program.weather?.temperature, 25.celsius + .millikelvins(80))
        XCTAssertEqual(Program.weather?.pressure, .pascals(100_653))
        XCTAssertEqual(model.measurements, 1)
        XCTAssertEqual(model.resets, 1)
    }

    /// The data sheet has the formula in floating point too (8.1).
    func testHumidityIsThatOfTheFormulaInFloatingPoint() {
        calibrate()
        for raw in stride(from: 0, through: 65_535, by: 4369) {
            setData(pressure: 415_148, temperature: 519_888, humidity: raw)
            measure()
            let (h1, h2, h3, h4, h5, h6) = humidity
            let offset = 128_422.0 - 76_800
            var value = Double(raw) - (Double(h4) * 64 + Double(h5) / 16_384 * offset)
            value *= Double(h2) / 65_536 * (1 + Double(h6) / 67_108_864 * offset * (1 + Double(h3) / 67_108_864 * offset))
            value *= 1 - Double(h1) * value / 524_288
            let expected = min(max(value, 0), 100)
            let measured = Quantity<One, Double>(Program.weather?.humidity ?? .zero)
            XCTAssertEqual(measured.value(in: .percent), expected, accuracy: 0.01, "\(raw)")
        }
    }

    func testAnotherSensorIsRefusedByWhatItSays() {
        model.registers[0xD0] = 0x58
        measure()
        XCTAssertEqual(Program.notes, ["unknownSensor(88)"])
    }

    func testNobodyThere() {
        measure(on: [])
        XCTAssertEqual(Program.notes, ["bus(Interfaces.I2CError.addressNotAcknowledged)"])
    }

    func testASensorThatIsSlowIsWaitedFor() {
        calibrate()
        setData(pressure: 415_148, temperature: 519_888, humidity: 0x8000)
        model.measuringReads = 5
        measure()
        XCTAssertEqual(Program.weather?.temperature, 25.celsius + .millikelvins(80))
    }

    func testOneThatNeverEndsIsATimeout() {
        calibrate()
        model.measuringReads = 1000
        measure()
        XCTAssertEqual(Program.notes, ["timeout"])
    }
}
