// The display's driver against the display's model, over the simulated SPI.
import Buses
import CortexM
import Displays
import Interfaces
import PNGReading
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

private typealias Display = ILI9341<SPIController, SharedOutput, SharedOutput>

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var bus: SPIBus<SPIController>!
    nonisolated(unsafe) static var notes: [String] = []
    nonisolated(unsafe) static var spi: SPIModel!

    static func note(_ body: () async throws(DisplayError) -> Void) async {
        do throws(DisplayError) {
            try await body()
            notes.append("done")
        } catch { notes.append("\(error)") }
    }
}

final class ILI9341Tests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let model = ILI9341Model()

    private func run(_ orientation: Orientation = .landscape, _ body: @escaping @MainActor (Display) async -> Void) {
        Program.notes = []
        Program.spi = board.spi1
        board.spi1.targets = [model]
        board.ports[0].onChange = { [model] pin, isHigh in
            if pin == 4 { model.isSelected = !isHigh }
            if pin == 3 { model.isData = isHigh }
        }
        _ = board.chip.run(for: .seconds(5)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let spi = SPI1.take(), let clock = PA5.take(), let input = PA6.take(), let output = PA7.take(),
                let select = PA4.take(), let dataSelect = PA3.take()
            else { return XCTFail("something is in use") }
            Program.bus = SPIBus(
                SPIController(
                    spi, clock: clock, input: input, output: output,
                    clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz), bitRate: 10.megahertz))
            let display = Display(
                Program.bus, select: select.asOutput(isHigh: true).shared(), dataSelect: dataSelect.asOutput().shared(),
                orientation: orientation)
            Level4.bind(InterruptLine(rawValue: SPI1.interrupt.rawValue)) { Program.bus.handleInterrupt() }
            startTask("test") { @MainActor in await body(display) }
        }
    }

    func testItIsOnAfterItsStart() {
        run { display in await Program.note { () async throws(DisplayError) in try await display.start() } }
        XCTAssertEqual(Program.notes, ["done"])
        XCTAssertTrue(model.isOn)
        XCTAssertFalse(model.isAsleep)
        XCTAssertEqual(model.complaints, [])
    }

    func testAnotherControllerIsRefusedByWhatItSays() {
        model.identity = 0x7789
        run { display in await Program.note { () async throws(DisplayError) in try await display.start() } }
        XCTAssertEqual(Program.notes, ["unknownController(\(0x7789))"])
        XCTAssertFalse(model.isOn)
    }

    func testNobodyThereIsRefused() {
        run { display in
            Program.spi.targets = []
            await Program.note { () async throws(DisplayError) in try await display.start() }
        }
        XCTAssertEqual(Program.notes, ["unknownController(0)"])
    }

    func testABusErrorIsTheDisplays() {
        board.spi1.isStuck = true
        run { display in await Program.note { () async throws(DisplayError) in try await display.start() } }
        XCTAssertEqual(Program.notes, ["bus(Interfaces.SPIError.timeout)"])
    }

    func testPixelsAreWhereTheyWereDrawn() {
        for orientation in [Orientation.portrait, .landscape] {
            run(orientation) { display in
                await Program.note { () async throws(DisplayError) in
                    try await display.start()
                    try await display.fill(.black, x: 0, y: 0, width: display.width, height: display.height)
                    let pixels = (0..<200).map { Colour(bits: UInt16($0) &* 317) }
                    try await display.draw(pixels.span, x: 30, y: 17, width: 20)
                    try await display.fill(
                        Colour(red: 255, green: 0, blue: 0), x: display.width - 1, y: display.height - 1, width: 1, height: 1)
                }
            }
            XCTAssertEqual(Program.notes, ["done"])
            XCTAssertEqual(model.complaints, [])
            var wrong = 0
            let (width, height) = orientation == .portrait ? (240, 320) : (320, 240)
            for y in 0..<height {
                for x in 0..<width {
                    var expected: UInt16 = 0
                    if (30..<50).contains(x), (17..<27).contains(y) { expected = UInt16((y - 17) * 20 + x - 30) &* 317 }
                    if x == width - 1, y == height - 1 { expected = 0xF800 }
                    if model.pixel(x: x, y: y) != expected { wrong += 1 }
                }
            }
            XCTAssertEqual(wrong, 0, "\(orientation)")
        }
    }

    func testThePictureIsAPNG() throws {
        for orientation in [Orientation.portrait, .landscape] {
            run(orientation) { display in
                await Program.note { () async throws(DisplayError) in
                    try await display.start()
                    try await display.fill(.white, x: 0, y: 0, width: display.width, height: display.height)
                    try await display.fill(Colour(red: 255, green: 0, blue: 0), x: 7, y: 5, width: 1, height: 1)
                    try await display.fill(Colour(red: 0, green: 128, blue: 64), x: 8, y: 5, width: 1, height: 1)
                }
            }
            let png = try PNGReader(model.png)
            XCTAssertEqual([png.width, png.height], orientation == .portrait ? [240, 320] : [320, 240])
            let place = (5 * png.width + 7) * 3
            XCTAssertEqual(Array(png.colours[place - 3..<place + 9]), [255, 255, 255, 255, 0, 0, 0, 130, 66, 255, 255, 255])
            XCTAssertEqual(png.colours.count { $0 != 255 }, 2 + 3)
        }
    }

    func testAnUnlitDisplayIsBlack() throws {
        XCTAssertEqual(Set(try PNGReader(model.png).colours), [0])
    }

    func testColoursLoseTheirLowestBits() {
        XCTAssertEqual(Colour(red: 255, green: 255, blue: 255), .white)
        XCTAssertEqual(Colour(red: 7, green: 3, blue: 7), .black)
        XCTAssertEqual(Colour(red: 8, green: 4, blue: 8).bits, 0b00001_000001_00001)
    }
}

private enum DMAProgram {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var bus: SPIBus<SPIDMAController>!
    // SAFETY: as above.
    nonisolated(unsafe) static var interrupts: [Int] = []
    // SAFETY: as above.
    nonisolated(unsafe) static var interruptsNow = 0
}

/// The same display over the SPI with DMA: what arrives, and what it costs.
final class ILI9341DMATests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let model = ILI9341Model()

    func testAPictureGoesInThreeTransfers() {
        board.spi1.targets = [model]
        board.ports[0].onChange = { [model] pin, isHigh in
            if pin == 4 { model.isSelected = !isHigh }
            if pin == 3 { model.isData = isHigh }
        }
        DMAProgram.interrupts = []
        DMAProgram.interruptsNow = 0
        Program.notes = []
        _ = board.chip.run(for: .seconds(5)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let spi = SPI1.take(), let clock = PA5.take(), let input = PA6.take(), let output = PA7.take(),
                let select = PA4.take(), let dataSelect = PA3.take(), let receiver = DMA2Stream2.take(),
                let transmitter = DMA2Stream5.take()
            else { return XCTFail("something is in use") }
            DMAProgram.bus = SPIBus(
                SPIDMAController(
                    spi, clock: clock, input: input, output: output, receivingBy: receiver, transmittingBy: transmitter,
                    clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz), bitRate: 42.megahertz))
            let display = ILI9341(
                DMAProgram.bus, select: select.asOutput(isHigh: true).shared(), dataSelect: dataSelect.asOutput().shared())
            for line in [SPI1.interrupt.rawValue, DMA2Stream2.interrupt.rawValue, DMA2Stream5.interrupt.rawValue] {
                Level4.bind(InterruptLine(rawValue: line)) {
                    DMAProgram.interruptsNow += 1
                    DMAProgram.bus.handleInterrupt()
                }
            }
            startTask("test") { @MainActor in
                await Program.note { () async throws(DisplayError) in
                    try await display.start()
                    let pixels = (0..<76_800).map { Colour(bits: UInt16(truncatingIfNeeded: $0 &* 317)) }
                    DMAProgram.interruptsNow = 0
                    try await display.draw(pixels.span, x: 0, y: 0, width: 320)
                    DMAProgram.interrupts.append(DMAProgram.interruptsNow)
                    DMAProgram.interruptsNow = 0
                    try await display.fill(.white, x: 0, y: 0, width: 320, height: 8)
                    DMAProgram.interrupts.append(DMAProgram.interruptsNow)
                }
            }
        }
        XCTAssertEqual(Program.notes, ["done"])
        XCTAssertEqual(model.complaints, [])
        var wrong = 0
        for y in 0..<240 {
            for x in 0..<320 {
                let expected = y < 8 ? 0xFFFF : UInt16(truncatingIfNeeded: (y * 320 + x) &* 317)
                if model.pixel(x: x, y: y) != expected { wrong += 1 }
            }
        }
        XCTAssertEqual(wrong, 0)
        // 153,600 bytes are three of a stream's transfers; two ranges and a command are five. 5120 are ten of 512.
        XCTAssertEqual(DMAProgram.interrupts, [3 + 5, 10 + 5])
    }
}
