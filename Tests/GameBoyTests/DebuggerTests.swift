// Scripted sessions with the debugger, the disassembler, and the picture in a terminal.
import GameBoy
import GameBoyTools
import XCTest

final class DebuggerTests: XCTestCase {
    /// LD A,5; loop: DEC A; JR NZ,loop; LD (0xC000),A; LD B,B; JR -2
    private static let program: [UInt8] = [0x3E, 5, 0x3D, 0x20, 0xFD, 0xEA, 0x00, 0xC0, 0x40, 0x18, 0xFE]

    private func session(_ lines: [String], program: [UInt8] = DebuggerTests.program) throws -> [String] {
        let console = try Console(program)
        var debugger = Debugger()
        return lines.map { debugger.execute($0, &console.machine) }
    }

    func testASession() throws {
        let answers = try session(["s 2", "s", "b 0153", "b", "c", "until $0158", "c", "m c000 2", "delete 153", "b"])
        XCTAssertTrue(answers[0].hasSuffix(" $0150 3E 05     ld a, $05"), answers[0])
        XCTAssertTrue(answers[1].hasPrefix("A=05 "), answers[1])
        XCTAssertEqual(answers[2], "breakpoint at $0153")
        XCTAssertEqual(answers[3], "$0153")
        XCTAssertTrue(answers[4].hasPrefix("breakpoint at $0153\nA=04 "), answers[4])
        XCTAssertTrue(answers[4].hasSuffix("*$0153 20 FD     jr nz, $0152"), answers[4])
        XCTAssertTrue(answers[5].hasPrefix("breakpoint at $0153\nA=03 "), answers[5])
        XCTAssertTrue(answers[6].hasPrefix("breakpoint at $0153\nA=02 "), answers[6])
        XCTAssertEqual(answers[7].prefix(6), "$C000 ")
        XCTAssertEqual(Array(answers[8...]), ["", "no breakpoints"])
    }

    func testUntilAndTheBreakpointInstruction() throws {
        let answers = try session(["u 158", "m c000 1", "c", "f 2", "r"])
        XCTAssertTrue(answers[0].hasPrefix("A=00 F=D0"), answers[0])
        XCTAssertTrue(answers[0].hasSuffix(" $0158 40        ld b, b"), answers[0])
        XCTAssertEqual(answers[1], "$C000 00")
        XCTAssertTrue(answers[2].hasPrefix("LD B,B\n"), answers[2])
        XCTAssertTrue(answers[3].contains("LY=144"), answers[3])
        XCTAssertEqual(answers[3], answers[4])
    }

    func testAnEmptyLineDoesItAgain() throws {
        let answers = try session(["d 150 2", "", "s", ""])
        XCTAssertEqual(answers[0], " $0150 3E 05     ld a, $05\n $0152 3D        dec a")
        XCTAssertTrue(answers[1].hasPrefix(" $0153 20 FD     jr nz, $0152\n $0155 EA 00 C0  ld [$C000], a\n"), answers[1])
        XCTAssertTrue(answers[2].hasSuffix("jp $0150"), answers[2])
        XCTAssertTrue(answers[3].hasSuffix("ld a, $05"), answers[3])
    }

    func testAnIllegalOpcodeIsSaid() throws {
        XCTAssertTrue(try session(["c"], program: [0xD3])[0].hasPrefix("the CPU met an illegal opcode\n"))
    }

    func testBadWordsAreSaid() throws {
        XCTAssertEqual(
            try session(["", "eat", "s 0", "m 10000", "u", "b xyz", "delete 5", "s 1 2 3"]),
            [
                "", "there is no command eat; help lists those there are", "0 is no number from 1 to 20000000",
                "10000 is no address from 0 to FFFF", "which address?", "xyz is no address from 0 to FFFF",
                "there is no breakpoint at $0005", "s takes two words at most",
            ])
    }

    func testQuitEnds() throws {
        let console = try Console(Self.program)
        var debugger = Debugger()
        XCTAssertFalse(debugger.hasEnded)
        XCTAssertEqual(debugger.execute("q", &console.machine), "")
        XCTAssertTrue(debugger.hasEnded)
    }

    /// The lengths are those by which the CPU moves on.
    func testEveryInstructionHasItsLength() throws {
        for opcode in 0...255 as ClosedRange<UInt8> where ![0x10, 0x76].contains(opcode) {
            let console = try Console([opcode, 0x00, 0xC0])
            var steps = 0
            while console.machine.registers.pc != 0x150 && steps < 5 {
                _ = console.machine.watchedStep()
                steps += 1
            }
            _ = console.machine.watchedStep()
            let instruction = Disassembler.instruction(at: 0x150) { console.machine.peek($0) }
            let moved = Int(console.machine.registers.pc) - 0x150
            if (1...3).contains(moved) { XCTAssertEqual(instruction.length, moved, instruction.text) }
        }
    }
}

final class TerminalPictureTests: XCTestCase {
    private let white = [TerminalPixel](repeating: TerminalPixel(shade: 0), count: 160 * 144)

    func testThePictureFitsTheTerminal() {
        var wide = TerminalPicture(columns: 200)
        var narrow = TerminalPicture(columns: 80)
        XCTAssertEqual([wide.rows, narrow.rows], [72, 36])
        XCTAssertEqual(wide.update(white).count { $0 == "\u{2580}" }, 160 * 72)
        XCTAssertEqual(narrow.update(white).count { $0 == "\u{2580}" }, 80 * 36)
    }

    func testOnlyWhatChangedIsSent() {
        var picture = TerminalPicture(columns: 160)
        _ = picture.update(white)
        XCTAssertEqual(picture.update(white), "")
        var next = white
        next[10 * 160 + 20] = TerminalPixel(shade: 3)
        XCTAssertEqual(picture.update(next), "\u{1B}[6;21H\u{1B}[38;2;8;24;32;48;2;224;248;208m\u{2580}")
    }

    func testColoursAreTheirFiveBits() {
        var picture = TerminalPicture(columns: 160)
        _ = picture.update(white)
        var next = white
        next[1] = TerminalPixel(colour: 0x7FFF)
        next[161] = TerminalPixel(colour: 0x001F | 0x10 << 10)
        XCTAssertEqual(picture.update(next), "\u{1B}[1;2H\u{1B}[38;2;255;255;255;48;2;255;0;132m\u{2580}")
    }

    func testHalfSizeKeepsThinLines() {
        var picture = TerminalPicture(columns: 80)
        _ = picture.update(white)
        var next = white
        next[3 * 160 + 5] = TerminalPixel(shade: 3)
        XCTAssertEqual(picture.update(next), "\u{1B}[1;3H\u{1B}[38;2;224;248;208;48;2;8;24;32m\u{2580}")
    }
}
