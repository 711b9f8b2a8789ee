// The small display's driver against its model, over the simulated I2C.
import Buses
import CortexM
import Displays
import Interfaces
import PNGReading
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var bus: I2CBus<I2CController>!
    nonisolated(unsafe) static var notes: [String] = []
}

final class SSD1306Tests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let model = SSD1306Model()

    private func run(
        on targets: [any I2CTargetModel], _ body: @escaping @MainActor (SSD1306<I2CController>) async throws(I2CError) -> Void
    ) {
        Program.notes = []
        board.i2c1.targets = targets
        _ = board.chip.run(for: .seconds(1)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let i2c = I2C1.take(), let clock = PB6.take(), let data = PB7.take() else {
                return XCTFail("something is in use")
            }
            Program.bus = I2CBus(
                I2CController(
                    i2c, clock: clock, data: data, clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz),
                    speed: .fast))
            for interrupt in [I2C1.eventInterrupt, I2C1.errorInterrupt] {
                Level4.bind(InterruptLine(rawValue: interrupt.rawValue)) { Program.bus.handleInterrupt() }
            }
            startTask("display") { @MainActor in
                do throws(I2CError) {
                    try await body(SSD1306(Program.bus))
                    Program.notes.append("done by \(SystemClock.now.microseconds / 1000)")
                } catch { Program.notes.append("\(error)") }
            }
        }
    }

    func testItIsOnAfterItsStart() {
        run(on: [model]) { display async throws(I2CError) in try await display.start() }
        XCTAssertTrue(model.isOn)
        XCTAssertTrue(model.chargePumpIsOn)
        XCTAssertEqual(model.contrast, 0xCF)
        XCTAssertEqual(model.complaints, [])
    }

    func testDotsAreWhereTheyWereSet() {
        run(on: [model]) { display async throws(I2CError) in
            var picture = DotPicture()
            try await display.start()
            picture[5, 5] = true
            // Twice, so that the second picture begins where the first did.
            try await display.show(picture)
            picture[5, 5] = false
            for x in 0..<128 { picture[x, x / 2] = true }
            try await display.show(picture)
            try await display.setContrast(9)
        }
        XCTAssertEqual(Program.notes.count, 1)
        var wrong = 0
        for y in 0..<64 {
            for x in 0..<128 where model.isLit(x, y) != (y == x / 2) { wrong += 1 }
        }
        XCTAssertEqual(wrong, 0)
        XCTAssertEqual(model.contrast, 9)
        XCTAssertEqual(model.complaints, [])
    }

    func testThePictureIsAPNG() throws {
        run(on: [model]) { display async throws(I2CError) in
            var picture = DotPicture()
            picture[0, 0] = true
            picture[126, 63] = true
            try await display.start()
            try await display.show(picture)
        }
        let png = try PNGReader(model.png)
        XCTAssertEqual([png.width, png.height], [128, 64])
        let lit = png.greys.indices.filter { png.greys[$0] != 0 }
        XCTAssertEqual(lit, [0, 63 * 128 + 126])
        XCTAssertEqual(png.greys[0], 255)
    }

    func testNobodyThere() {
        run(on: []) { display async throws(I2CError) in try await display.start() }
        XCTAssertEqual(Program.notes, ["addressNotAcknowledged"])
    }
}
