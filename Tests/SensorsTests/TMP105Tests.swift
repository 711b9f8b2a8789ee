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
    private func measure(_ register: UInt16?) -> Result<Int32, I2CError>? {
        let board = SimulatedSTM32F405()
        let model = TMP105Model()
        model.temperature = register ?? 0
        board.i2c1.targets = register == nil ? [] : [model]
        // SAFETY: a simulated chip has one thread, and the test reads after its run.
        nonisolated(unsafe) var result: Result<Int32, I2CError>?
        _ = board.chip.run(for: .seconds(1)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let i2c = I2C1.take(), let clock = PB8.take(), let data = PB9.take() else {
                return XCTFail("something is in use")
            }
            let bus = I2CBus(
                I2CController(
                    i2c, clock: clock, data: data, clocks: ClockOutcome(source: .crystal, coreClock: 168_000_000)))
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
    func testTheDataSheetsTable() {
        for (register, temperature) in [
            (0x7FF0, 12793), (0x6400, 10000), (0x5000, 8000), (0x4B00, 7500), (0x3200, 5000), (0x1900, 2500), (0x0040, 25),
            (0x0000, 0), (0xFFC0, -25), (0xE700, -2500), (0xC900, -5500),
        ] as [(UInt16, Int32)] {
            XCTAssertEqual(measure(register), .success(temperature), String(register, radix: 16))
        }
    }

    func testWithoutASensor() { XCTAssertEqual(measure(nil), .failure(.addressNotAcknowledged)) }
}
