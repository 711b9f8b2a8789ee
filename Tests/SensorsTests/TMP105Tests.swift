// The temperature sensor, against a model of its registers.
import Buses
import CortexM
import Interfaces
import STM32F4Drivers
import Sensors
import SimulatedChip
import Tasks
import XCTest

/// The sensor's pointer and its temperature register (SLOS648B 7.5).
private final class TMP105Model: I2CTargetModel {
    let address: UInt8 = 0x48
    var temperature: UInt16 = 0
    private var pointer: UInt8?
    private var next = 0

    func begin(reading: Bool) -> Bool {
        if !reading { pointer = nil }
        next = 0
        return true
    }

    func write(_ byte: UInt8) -> Bool {
        pointer = byte
        return true
    }

    func read() -> UInt8 {
        defer { next += 1 }
        guard pointer == 0, next < 2 else { return 0xFF }
        return UInt8(truncatingIfNeeded: temperature &>> (next == 0 ? 8 : 0))
    }
}

final class TMP105Tests: XCTestCase {
    private func measure(_ register: UInt16?) -> Result<Temperature, I2CError>? {
        let board = SimulatedSTM32F405()
        let model = TMP105Model()
        model.temperature = register ?? 0
        board.i2c1.targets = register == nil ? [] : [model]
        // SAFETY: a simulated chip has one thread, and the test reads after its run.
        nonisolated(unsafe) var result: Result<Temperature, I2CError>?
        _ = board.chip.run(for: .seconds(1)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let i2c = I2C1.take(), let clock = PB8.take(), let data = PB9.take() else {
                return XCTFail("something is in use")
            }
            let bus = I2CBus(
                I2CController(
                    i2c, clock: clock, data: data, clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz)))
            for interrupt in [I2C1.eventInterrupt, I2C1.errorInterrupt] {
                Level4.bind(InterruptLine(rawValue: interrupt.rawValue)) { bus.handleInterrupt() }
            }
            startTask("thermometer") { @MainActor in
                do throws(I2CError) {
                    result = .success(try await TMP105(bus).temperature())
                } catch { result = .failure(error) }
            }
        }
        return result
    }

    /// Of the data sheet's table 5.
    func testTheDataSheetsTable() throws {
        for (register, temperature) in [
            (0x7FF0, "127.9375 °C"), (0x6400, "100 °C"), (0x5000, "80 °C"), (0x4B00, "75 °C"), (0x3200, "50 °C"),
            (0x1900, "25 °C"), (0x0040, "0.25 °C"), (0x0000, "0 °C"), (0xFFC0, "-0.25 °C"), (0xE700, "-25 °C"),
            (0xC900, "-55 °C"),
        ] as [(UInt16, String)] {
            XCTAssertEqual(measure(register), .success(try Temperature(parsing: temperature)), temperature)
        }
    }

    func testWithoutASensor() { XCTAssertEqual(measure(nil), .failure(.addressNotAcknowledged)) }
}
