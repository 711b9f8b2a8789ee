// A boot ROM of the user's: here small ones made for the test.
import GameBoy
import XCTest

final class BootROMTests: XCTestCase {
    /// Stores in 0xC000 what it sees at 0x0000 and 0x0104 and in BANK, does `work`, and hands over at 0x0100.
    private func bootROM(_ work: [UInt8] = [], count: Int = 0x100) -> [UInt8] {
        var bytes: [UInt8] = [
            0x31, 0xFE, 0xFF, 0x21, 0x00, 0xC0, 0xFA, 0x00, 0x00, 0x22, 0xFA, 0x04, 0x01, 0x22, 0xF0, 0x50, 0x22,
        ]
        bytes += work
        bytes += [0xC3, 0xFC, 0x00]
        bytes += [UInt8](repeating: 0, count: count - bytes.count)
        bytes.replaceSubrange(0xFC..<0x100, with: [0x3E, 0x01, 0xE0, 0x50])
        return bytes
    }

    /// Goes on where the boot ROM ends.
    private let program: [UInt8] = [0xFA, 0x00, 0x00, 0x22, 0xF0, 0x50, 0x22, 0x40, 0x18, 0xFE]

    func testItIsSeenUntilItSwitchesItselfOff() throws {
        let console = try Console(rom: makeROM(program, at: [0x0000: [0x99], 0x0104: [0x77]]), bootROM: bootROM())
        XCTAssertEqual(console.machine.registers.pc, 0)
        XCTAssertEqual(console.machine.peek(0x0000), 0x31)
        console.runToBreakpoint()
        let seen = (0..<5).map { console.machine.peek(0xC000 + UInt16($0)) }
        XCTAssertEqual(seen, [0x31, 0x77, 0xFE, 0x99, 0xFF])
        XCTAssertEqual(console.machine.registers.sp, 0xFFFE)
    }

    func testEverythingIsOffBeforeIt() throws {
        let console = try Console(rom: makeROM(program), bootROM: bootROM([0x40]))
        XCTAssertEqual(console.machine.peek(0xFF40), 0)
        XCTAssertEqual(console.machine.peek(0xFF26), 0x70)
        XCTAssertEqual(console.machine.peek(0xFF04), 0)
        XCTAssertEqual(console.machine.peek(0xFF0F), 0xE0)
        XCTAssertEqual(console.machine.peek(0x8010), 0)
        console.runToBreakpoint()
        XCTAssertLessThan(console.machine.clock, 200)
    }

    func testItCannotComeBack() throws {
        let again: [UInt8] = [0xAF, 0xE0, 0x50] + program
        let console = try Console(rom: makeROM(again, at: [0x0000: [0x99]]), bootROM: bootROM())
        console.runToBreakpoint()
        XCTAssertEqual([console.machine.peek(0xC003), console.machine.peek(0xC004)], [0x99, 0xFF])
    }

    /// The colour machine's goes on at 0x0200, and says through KEY0 what kind of program comes.
    func testTheColourMachineSeesTheHeaderThroughAHole() throws {
        for (key0, isOpen) in [(0x80, true), (0x04, false)] as [(UInt8, Bool)] {
            // What is read at 0x0234, and KEY0; SVBK and then BANK are for the program.
            let work: [UInt8] = [0xFA, 0x34, 0x02, 0x22, 0x3E, key0, 0xE0, 0x4C, 0x3E, 0x05, 0xE0, 0x70]
            var boot = bootROM(work, count: 0x900)
            boot[0x234] = 0x5A
            boot[0x104] = 0x11
            let rom = makeROM([0xF0, 0x70, 0x22] + program, at: [0x0000: [0x99], 0x0104: [0x77], 0x0234: [0x33]])
            let console = try ColourConsole(rom: rom, bootROM: boot)
            console.runToBreakpoint()
            let seen = (0..<6).map { console.machine.peek(0xC000 + UInt16($0)) }
            XCTAssertEqual(seen, [0x31, 0x77, 0xFE, 0x5A, isOpen ? 0xFD : 0xFF, 0x99])
        }
    }

    func testOneOfAnotherLengthIsRefused() throws {
        XCTAssertThrowsError(try Console(rom: makeROM(program), bootROM: [UInt8](repeating: 0, count: 0x900))) {
            XCTAssertEqual($0 as? MachineError, .bootROMLength(expected: 0x100, found: 0x900))
        }
        XCTAssertThrowsError(try ColourConsole(rom: makeROM(program), bootROM: [])) {
            XCTAssertEqual($0 as? MachineError, .bootROMLength(expected: 0x900, found: 0))
        }
    }

    func testASaveStateKnowsWhetherItIsSeen() throws {
        let boot = bootROM([UInt8](repeating: 0, count: 100) + [0x40])
        let rom = makeROM(program, at: [0x0000: [0x99]])
        let first = try Console(rom: rom, bootROM: boot)
        _ = first.machine.run(machineCycles: 30)
        let early = first.stateBytes
        first.runToBreakpoint()
        first.runToBreakpoint()
        let late = first.stateBytes

        let second = try Console(rom: rom, bootROM: boot)
        XCTAssertNil(second.load(late))
        XCTAssertEqual(second.machine.peek(0), 0x99)
        XCTAssertNil(second.load(early))
        XCTAssertEqual(second.machine.peek(0), 0x31)
        second.runToBreakpoint()
        second.runToBreakpoint()
        XCTAssertEqual(second.stateBytes, late)

        // Without the boot ROM the late one can go on, and the early one cannot.
        let without = try Console(rom: rom)
        XCTAssertNil(without.load(late))
        XCTAssertEqual(without.load(early), .header(offset: 13, expected: 0, found: 1))
    }
}
