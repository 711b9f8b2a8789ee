// The handheld image on a simulated STM32F405 with what is wired to it: display, buttons, and a listener.
import CartridgeTesting
import GameBoy
import GameBoyPlayer
import HandheldImage
import PNGReading
import SimulatedChip
import Tasks
import XCTest

/// A program whose picture scrolls with the line counter, whose sound is two tones, and which is darker while A is held. It
/// counts in its RAM how often it was started.
private enum Program {
    static let rom: [UInt8] = {
        var rom = CartridgeSlot.rom(
            [
                0x3E, 0x0A, 0xEA, 0x00, 0x00,  // LD A,0x0A; LD (0x0000),A: the RAM is on
                0x21, 0x00, 0xA0, 0x34,  // LD HL,0xA000; INC (HL)
                0xAF, 0xE0, 0x40,  // XOR A; LDH (LCDC),A
                0x21, 0x00, 0x80, 0x06, 0x5A,  // LD HL,0x8000; LD B,0x5A
                0x78, 0x07, 0xA8, 0xC6, 0x35, 0x47, 0x22, 0xCB, 0x6C, 0x28, 0xF5,  // until HL = 0xA000: B ^ RLC(B) + 0x35
            ] + CartridgeSlot.tones + [
                0x3E, 0x91, 0xE0, 0x40,  // LCDC
                0x3E, 0x10, 0xE0, 0x00,  // P1: the row of A
                // LDH A,(LY); LDH (SCX),A; LDH A,(P1); AND 1; LD A,0xE4; JR NZ,+2; LD A,0xFF; LDH (BGP),A; and again
                0xF0, 0x44, 0xE0, 0x43, 0xF0, 0x00, 0xE6, 0x01, 0x3E, 0xE4, 0x20, 0x02, 0x3E, 0xFF, 0xE0, 0x47, 0x18, 0xEE,
            ])
        // MBC1 with RAM and a battery: 32 KB and 8 KB.
        (rom[0x147], rom[0x149]) = (0x03, 0x02)
        rom[0x14D] = rom[0x134...0x14C].reduce(0) { $0 &- $1 &- 1 }
        return rom
    }()
}

/// A board with what is wired to it, and what it says.
private final class Handheld {
    let board = SimulatedSTM32F405()
    let display = ILI9341Model()
    private var said: [UInt8] = []

    var text: String { String(decoding: said, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n") }

    init() {
        board.spi1.targets = [display]
        board.ports[3].onChange = { [display] pin, isHigh in
            if pin == 8 { display.isSelected = !isHigh }
            if pin == 9 { display.isData = isHigh }
        }
        board.usart2.onTransmit = { [unowned self] in said.append($0) }
    }

    /// A board with this file in its slot.
    convenience init(_ file: [UInt8]) {
        self.init()
        CartridgeSlot.insert(file, into: board)
    }

    /// The same flash, and everything else new.
    convenience init(after other: Handheld) {
        self.init()
        board.flash.fill(at: 0, other.board.flash.contents(0..<1 << 20))
    }

    /// The sectors of the log.
    var log: [UInt8] { Array(board.flash.contents(16 << 10..<64 << 10)) }

    /// Runs the image from its start-up. `whenIdle` may look at the chip's time and press buttons.
    func run(for time: Interval, whenIdle: () -> Void = {}) {
        let outcome = board.chip.run(for: time, inStepsOf: .milliseconds(1), whenIdle: whenIdle) {
            MainActor.assumeIsolated { HandheldImage.start() }
        }
        XCTAssertEqual(outcome, .outOfTime)
        XCTAssertEqual(display.complaints, [])
        XCTAssertEqual(board.dac.complaints, [])
    }

    var milliseconds: UInt64 { board.chip.cycles / 168_000 }

    /// The pixels of the display that are not as the machine's picture in its middle and black around it.
    func wrongPixels(_ machine: borrowing Machine) -> Int {
        let colours = (0..<4).map { PictureLines.grey[$0].bits }
        var wrong = 0
        for y in 0..<240 {
            for x in 0..<320 {
                let isInside = (80..<240).contains(x) && (48..<192).contains(y)
                let expected = isInside ? colours[Int(machine.shade(x: x - 80, y: y - 48))] : 0
                if display.pixel(x: x, y: y) != expected { wrong += 1 }
            }
        }
        return wrong
    }
}

final class HandheldImageTests: XCTestCase {
    func testTheDisplayShowsTheMachinesPicture() throws {
        let handheld = Handheld(Program.rom)
        handheld.run(for: .milliseconds(400))
        let reference = try MachineAlone(Program.rom)
        for _ in 0..<10 { reference.runFrame() }
        XCTAssertEqual(handheld.wrongPixels(reference.machine), 0)
        let picture = try PNGReader(handheld.display.png)
        XCTAssertEqual([picture.width, picture.height], [320, 240])
        XCTAssertEqual(Set((0..<160 * 144).map { reference.machine.shade(x: $0 % 160, y: $0 / 160) }).count, 4)
        XCTAssertEqual(handheld.text, "")
    }

    /// Each sample that the machine made, at equal intervals and in order: nothing came too late, and nothing was left out.
    func testEachSampleOfTheMachineIsPlayed() throws {
        let handheld = Handheld(Program.rom)
        handheld.run(for: .milliseconds(700))
        let outputs = handheld.board.dac.outputs
        let reference = try MachineAlone(Program.rom)
        var made: [[UInt16]] = []
        while made.count < outputs.count { made += reference.runFrame().map(\.levels) }
        // The first trigger finds silence.
        let played = outputs.dropFirst()
        XCTAssertGreaterThan(played.count, 22_000)
        XCTAssertTrue(zip(played, made).allSatisfy { [$0.left, $0.right] == $1 })
        XCTAssertEqual(Set(zip(outputs, outputs.dropFirst()).map { $1.cycle - $0.cycle }), [5126])
        XCTAssertGreaterThan(Set(played.map(\.left)).count, 100, "the program must be heard")
        XCTAssertNotEqual(played.map(\.left), played.map(\.right))
    }

    /// Each access to a register takes the chip some microseconds, so that there is no time for all pictures.
    func testAChipThatIsTooSlowLeavesOutPicturesAndNoSound() throws {
        let handheld = Handheld(Program.rom)
        let chip = handheld.board.chip
        var isSpending = false
        chip.beforeAccess = { _ in
            guard !isSpending else { return }
            isSpending = true
            chip.spend(.microseconds(5))
            isSpending = false
        }
        handheld.run(for: .seconds(1))
        // The display was filled once, which is as much as three pictures and a third.
        let pictures = Double(handheld.board.spi1.exchangeCount) / 46_080 - 3.3
        XCTAssertLessThan(pictures, 45)
        XCTAssertGreaterThan(pictures, 10)
        // Samples are late while the display is filled. Those after that, from half a second on, follow each other whole.
        let reference = try MachineAlone(Program.rom)
        var made: [UInt16] = []
        let played = handheld.board.dac.outputs.dropFirst().map(\.left)
        while made.count < played.count { made += reference.runFrame().map { $0.levels[0] } }
        let late = (0..<5000).first { late in played[16_384...].elementsEqual(made[16_384 - late..<played.count - late]) }
        XCTAssertNotNil(late)
    }

    func testAButtonThatIsPressedIsSeenByTheProgram() throws {
        let handheld = Handheld(Program.rom)
        // A, PE11, to ground from 300 to 400 ms.
        var shades: [UInt64: UInt16] = [:]
        handheld.run(for: .milliseconds(500)) {
            if handheld.milliseconds == 300 { handheld.board.ports[4].drive(11, false) }
            if handheld.milliseconds == 400 { handheld.board.ports[4].drive(11, nil) }
            shades[handheld.milliseconds] = (0..<160).map { handheld.display.pixel(x: 80 + $0, y: 100) }.max()
        }
        let black = PictureLines.grey[3].bits
        XCTAssertNotEqual(shades[299], black)
        // A picture later, and what of the sound is queued: 17 and 31 ms.
        XCTAssertEqual(shades[360], black)
        XCTAssertEqual(shades[399], black)
        XCTAssertNotEqual(shades[499], black)
    }

    func testASaveIsInFlashAndThereAtTheNextStart() throws {
        let handheld = Handheld(Program.rom)
        // Without a display, whose bytes are most of what a simulated second costs.
        handheld.display.identity = 0
        handheld.run(for: .seconds(3))
        let next = Handheld(after: handheld)
        let before = next.log
        XCTAssertTrue(before.contains { $0 != 0xFF }, "the log must hold something")
        next.display.identity = 0
        next.run(for: .seconds(3))
        XCTAssertNotEqual(next.log, before, "one start more is another save")
    }

    // MARK: - What is missing

    func testAnEmptySlotIsSaid() {
        let handheld = Handheld()
        handheld.run(for: .milliseconds(300))
        XCTAssertEqual(handheld.text, "the slot holds no cartridge\n")
    }

    func testABadCartridgeIsSaid() {
        let handheld = Handheld([1, 2, 3])
        handheld.run(for: .milliseconds(300))
        XCTAssertEqual(handheld.text, "no cartridge: too short for a cartridge: 3 bytes, and the header ends at 0x0150\n")
    }

    func testAnOddCartridgeIsRunWithAWarning() {
        var rom = Program.rom
        rom[0x150] = 0xD3
        let handheld = Handheld(Array(rom.prefix(0x4000)))
        handheld.run(for: .milliseconds(300))
        XCTAssertEqual(
            handheld.text,
            "warning: the ROM is cut short: the size code at 0x0148 stands for 32768 bytes, and there are 16384 bytes; "
                + "what is missing reads FF\nthe program executed an illegal opcode\n")
    }

    func testAProgramThatEndsIsSaidAndTheSoundStops() {
        var rom = Program.rom
        rom[0x150] = 0xD3
        let handheld = Handheld(rom)
        handheld.run(for: .milliseconds(300))
        XCTAssertEqual(handheld.text, "the program executed an illegal opcode\n")
        XCTAssertNil(handheld.board.dac.cyclesUntilEvent)
    }

    func testADisplayThatDoesNotAnswerIsSaidOnceAndTakenWhenItDoes() throws {
        let handheld = Handheld(Program.rom)
        handheld.display.identity = 0
        handheld.run(for: .milliseconds(2500)) { if handheld.milliseconds == 1500 { handheld.display.identity = 0x9341 } }
        XCTAssertEqual(handheld.text, "no display: it says that it is 0x000000, and an ILI9341 says 0x009341\n")
        XCTAssertGreaterThan(handheld.board.dac.outputs.count, 80_000, "the game goes on without it")
        let reference = try MachineAlone(Program.rom)
        for _ in 0..<10 { reference.runFrame() }
        XCTAssertEqual(handheld.wrongPixels(reference.machine), 0)
    }

    func testWithoutSoundTheClockPacesTheFrames() throws {
        let handheld = Handheld(Program.rom)
        handheld.board.dma1.deafStreams = [5]
        handheld.run(for: .seconds(1))
        XCTAssertEqual(handheld.text, "the sound is off: the converter was not brought a sample in time\n")
        let reference = try MachineAlone(Program.rom)
        for _ in 0..<10 { reference.runFrame() }
        XCTAssertEqual(handheld.wrongPixels(reference.machine), 0)
        // 23,040 pixels of two bytes a picture, and some 60 pictures.
        XCTAssertEqual(Double(handheld.board.spi1.exchangeCount) / 46_080, 60, accuracy: 8)
    }
}
