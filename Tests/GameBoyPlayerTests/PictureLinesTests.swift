// The picture goes to the display line by line, and is there what it is in the machine.
import Buses
import CortexM
import Displays
import GameBoy
import GameBoyPlayer
import Interfaces
import PNGReading
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

/// A machine whose program fills VRAM with its own code, and scrolls with the line counter.
private final class Console {
    var machine: Machine
    private let region = UnsafeMutableRawBufferPointer.allocate(
        byteCount: Machine.byteCount, alignment: Machine.alignment)
    private let rom = UnsafeMutableRawBufferPointer.allocate(byteCount: 0x8000, alignment: 4)

    init() throws {
        var bytes = [UInt8](repeating: 0, count: 0x8000)
        bytes.replaceSubrange(0x100..<0x103, with: [0xC3, 0x50, 0x01])
        bytes.replaceSubrange(
            0x150..<0x180,
            with: [
                0xAF, 0xE0, 0x40,  // XOR A; LDH (LCDC),A
                0x21, 0x00, 0x80, 0x06, 0x5A,  // LD HL,0x8000; LD B,0x5A
                0x78, 0x07, 0xA8, 0xC6, 0x35, 0x47, 0x22, 0xCB, 0x6C, 0x28, 0xF5,  // until HL = 0xA000: B ^ RLC(B) + 0x35
                0x3E, 0xE4, 0xE0, 0x47, 0x3E, 0x91, 0xE0, 0x40,  // BGP and LCDC
                0xF0, 0x44, 0xE0, 0x43, 0x18, 0xFA,  // SCX := LY, for ever
            ] + [UInt8](repeating: 0, count: 0x30 - 33))
        bytes[0x14D] = bytes[0x134...0x14C].reduce(0) { $0 &- $1 &- 1 }
        rom.copyBytes(from: bytes)
        // SAFETY: both are freed in `deinit`.
        machine = try Machine(in: region, cartridge: try Cartridge(rom: UnsafeRawBufferPointer(rom)))
    }

    deinit {
        region.deallocate()
        rom.deallocate()
    }

    /// Runs eight lines; whether a frame ended.
    func runSlice() -> Bool { machine.run(machineCycles: 8 * 114) == .frame }
}

final class PictureLinesTests: XCTestCase {
    func testEachLineOfAFrameIsTakenOnce() throws {
        let console = try Console()
        while !console.runSlice() {}
        while !console.runSlice() {}
        var lines = PictureLines()
        var pixels = InlineArray<1280, Colour>(repeating: .black)
        var taken: [Int] = []
        for _ in 0..<3 {
            var ended = false
            repeat {
                ended = console.runSlice()
                lines.advance(console.machine, frameEnded: ended)
                while let batch = lines.take(from: console.machine, into: &pixels) {
                    taken += batch.first..<batch.first + batch.count
                }
            } while !ended
        }
        XCTAssertEqual(taken, Array(0..<144) + Array(0..<144) + Array(0..<144))
        XCTAssertEqual(lines.leftOut, 0)
    }

    func testLinesGoOutWhileTheFrameIsDrawn() throws {
        let console = try Console()
        for _ in 0..<3 { while !console.runSlice() {} }
        var lines = PictureLines()
        var pixels = InlineArray<1280, Colour>(repeating: .black)
        while console.machine.finishedLines < 60 { _ = console.runSlice() }
        lines.advance(console.machine, frameEnded: false)
        XCTAssertEqual(lines.take(from: console.machine, into: &pixels), LineBatch(first: 0, count: 8))
    }

    func testASlowDisplayLeavesOutLines() throws {
        let console = try Console()
        var lines = PictureLines()
        var pixels = InlineArray<1280, Colour>(repeating: .black)
        for _ in 0..<3 {
            var ended = false
            repeat {
                ended = console.runSlice()
                lines.advance(console.machine, frameEnded: ended)
            } while !ended
        }
        XCTAssertEqual(lines.leftOut, 288)
        var count = 0
        while let batch = lines.take(from: console.machine, into: &pixels) { count += batch.count }
        XCTAssertEqual(count, 144)
    }

    func testAMachineWithItsLCDOffStillSendsFrames() throws {
        let console = try Console()
        var lines = PictureLines()
        var pixels = InlineArray<1280, Colour>(repeating: .black)
        lines.advance(console.machine, frameEnded: true)
        XCTAssertEqual(lines.take(from: console.machine, into: &pixels), LineBatch(first: 0, count: 8))
    }
}

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var bus: SPIBus<SPIDMAController>!
    // SAFETY: as above.
    nonisolated(unsafe) static var console: Console!
    // SAFETY: as above.
    nonisolated(unsafe) static var lines = PictureLines()
    // SAFETY: as above.
    nonisolated(unsafe) static var failure: DisplayError?
    // SAFETY: as above.
    nonisolated(unsafe) static var isFinished = false
    // SAFETY: as above.
}

/// A machine in one task and its display in another, over the SPI with DMA.
final class DisplayedPictureTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let model = ILI9341Model()

    func testTheDisplayShowsWhatTheMachineDrew() throws {
        board.spi1.targets = [model]
        board.ports[0].onChange = { [model] pin, isHigh in
            if pin == 4 { model.isSelected = !isHigh }
            if pin == 3 { model.isData = isHigh }
        }
        Program.console = try Console()
        Program.lines = PictureLines()
        Program.failure = nil
        Program.isFinished = false
        _ = board.chip.run(for: .seconds(5)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let spi = SPI1.take(), let clock = PA5.take(), let input = PA6.take(), let output = PA7.take(),
                let select = PA4.take(), let dataSelect = PA3.take(), let receiver = DMA2Stream2.take(),
                let transmitter = DMA2Stream5.take()
            else { return XCTFail("something is in use") }
            Program.bus = SPIBus(
                SPIDMAController(
                    spi, clock: clock, input: input, output: output, receivingBy: receiver, transmittingBy: transmitter,
                    clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz), bitRate: 42.megahertz))
            let display = ILI9341(
                Program.bus, select: select.asOutput(isHigh: true).shared(), dataSelect: dataSelect.asOutput().shared())
            for line in [SPI1.interrupt.rawValue, DMA2Stream2.interrupt.rawValue, DMA2Stream5.interrupt.rawValue] {
                Level4.bind(InterruptLine(rawValue: line)) { Program.bus.handleInterrupt() }
            }
            startTask("game") { @MainActor in
                for _ in 0..<12 {
                    var ended = false
                    repeat {
                        ended = Program.console.runSlice()
                        Program.lines.advance(Program.console.machine, frameEnded: ended)
                        await sleep(for: .microseconds(870))
                    } while !ended
                }
                Program.isFinished = true
            }
            startTask("display", bytes: 8192) { @MainActor in
                do throws(DisplayError) {
                    try await display.start()
                    try await display.fill(.black, x: 0, y: 0, width: 320, height: 240)
                    while true {
                        let hasDrawn = try await display.drawLines(x: 80, y: 48) {
                            Program.lines.take(from: Program.console.machine, into: &$0)
                        }
                        if !hasDrawn && Program.isFinished { return }
                        if !hasDrawn { await sleep(for: .microseconds(100)) }
                    }
                } catch { Program.failure = error }
            }
        }
        XCTAssertNil(Program.failure)
        XCTAssertTrue(Program.isFinished)
        XCTAssertEqual(model.complaints, [])
        let machine = Program.console!
        let colours: [UInt16] = (0..<4).map { PictureLines.grey[$0].bits }
        var shadesSeen: Set<UInt8> = []
        var wrong = 0
        for y in 0..<240 {
            for x in 0..<320 {
                var expected: UInt16 = 0
                if (80..<240).contains(x), (48..<192).contains(y) {
                    let shade = machine.machine.shade(x: x - 80, y: y - 48)
                    shadesSeen.insert(shade)
                    expected = colours[Int(shade)]
                }
                if model.pixel(x: x, y: y) != expected { wrong += 1 }
            }
        }
        XCTAssertEqual(wrong, 0)
        XCTAssertEqual(shadesSeen.count, 4, "the picture must show something")
        let png = try PNGReader(model.png)
        XCTAssertEqual([png.width, png.height], [320, 240])
    }
}
