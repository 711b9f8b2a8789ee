// The `gb` commands: what is in the slot, and a program that runs while the prompt answers.
import CartridgeTesting
import SimulatedChip
import Tasks
import XCTest

final class GameBoyCommandTests: XCTestCase {
    private func session(_ file: [UInt8]) -> Session {
        let board = SimulatedSTM32F405()
        CartridgeSlot.insert(file, into: board)
        return Session(board)
    }

    func testAnEmptySlotIsSaid() {
        let answer = "gb: the slot holds no cartridge; give one with --rom\n"
        XCTAssertEqual(Session().answers(to: ["gb info", "gb run 30"]), [answer, answer])
    }

    func testAFileOfThreeBytesIsTooShort() {
        XCTAssertEqual(
            session([1, 2, 3]).answers(to: ["gb run 30"]),
            ["gb: too short for a cartridge: 3 bytes, and the header ends at 0x0150\n"])
    }

    func testAnOddCartridgeIsRunWithAWarning() {
        var rom = CartridgeSlot.printing("hello\n")
        let good = rom[0x14D]
        rom[0x14D] ^= 1
        let hex = { (byte: UInt8) in (byte < 16 ? "0x0" : "0x") + String(byte, radix: 16, uppercase: true) }
        let warnings =
            "gb: warning: bad header checksum at 0x014D: expected \(hex(good)), found \(hex(good ^ 1)); "
            + "it is run all the same\n"
            + "gb: warning: the ROM is cut short: the size code at 0x0148 stands for 32768 bytes, and there are "
            + "16384 bytes; what is missing reads FF\n"
        let session = session(Array(rom.prefix(0x4000)))
        session.run([.line("gb info"), .line("gb run 30"), .expect("hello"), .wait(.milliseconds(10))])
        XCTAssertTrue(
            session.text.contains(warnings + "title      HELLO\nROM        32 KB\nRAM        0 KB\n"), session.text)
        XCTAssertTrue(session.text.contains("gb run 30\n" + warnings), session.text)
    }

    func testASlotWhoseLengthIsDamagedHoldsNothing() {
        let board = SimulatedSTM32F405()
        CartridgeSlot.insert(CartridgeSlot.rom([]), into: board)
        board.flash.fill(at: CartridgeSlot.offset + 9, [0])
        XCTAssertTrue(Session(board).answer(to: "gb info").hasPrefix("gb: the slot holds no cartridge"))
    }

    func testInfoSaysWhatTheHeaderSays() {
        XCTAssertEqual(
            session(CartridgeSlot.rom([0x18, 0xFE])).answers(to: ["gb info"]),
            ["title      HELLO\nROM        32 KB\nRAM        0 KB\nframes     0\n"])
    }

    func testAProgramPrintsWhileThePromptAnswers() throws {
        let session = session(CartridgeSlot.printing("hello\nworld\n"))
        session.run([
            .line("gb run 30"), .line("version"), .expect("Martlet"), .expect("world"), .wait(.seconds(1)),
            .line("gb info"),
        ])
        XCTAssertEqual(session.outcome, .finished)
        XCTAssertTrue(session.text.contains("hello\n"), session.text)
        XCTAssertTrue(session.text.contains("world\n"), session.text)
        let answered = session.text.range(of: "Martlet 0.1.0\n")
        let printed = session.text.range(of: "world\n")
        XCTAssertLessThan(try XCTUnwrap(answered).lowerBound, try XCTUnwrap(printed).lowerBound)
        XCTAssertTrue(session.text.hasSuffix("frames     30\n" + Session.prompt), session.text)
    }

    func testALineBeingTypedStandsAgainBelowWhatAProgramPrints() {
        let session = session(CartridgeSlot.printing(String(repeating: "x", count: 155) + "\n"))
        let typed = "kv put key " + String(repeating: "v", count: 140)
        session.run([.line("gb run 30\r" + typed), .wait(.seconds(2)), .line("kv get key")])
        XCTAssertFalse(session.text.contains("..."), session.text)
        XCTAssertTrue(session.text.contains(String(repeating: "x", count: 155) + "\n"), session.text)
    }

    func testTheLastLineIsPrintedWithoutItsEndToo() {
        let session = session(CartridgeSlot.printing("no end"))
        session.run([.line("gb run 30"), .expect("no end"), .wait(.milliseconds(10))])
        XCTAssertTrue(session.text.contains("no end\n"), session.text)
    }

    func testAnIllegalOpcodeIsSaid() {
        let session = session(CartridgeSlot.rom([0xD3]))
        session.run([.line("gb run 30"), .expect("illegal opcode"), .wait(.milliseconds(10))])
        XCTAssertTrue(session.text.contains("gb: the program executed an illegal opcode\n"))
    }

    func testExitWaitsForTheFrames() {
        let session = session(CartridgeSlot.printing("done"))
        session.run([.line("gb run 30"), .line("exit 3")])
        XCTAssertEqual(session.outcome, .exited(3))
        XCTAssertTrue(session.text.contains("frames; Ctrl-C stops them"))
        XCTAssertTrue(session.text.contains("done\n"), session.text)
    }

    func testWrongWordsAreRefused() {
        XCTAssertEqual(
            Session().answers(to: ["gb", "gb eat", "gb run", "gb run 0", "gb screenshot"]),
            [
                "gb info | gb run FRAMES | gb status | gb key BUTTON [FRAMES] | gb keys | gb speed fast|real"
                    + " | gb skip PICTURES | gb screenshot [FILE] | gb sound on|off | gb record FILE [FRAMES] | gb forget\n",
                "gb takes info, run, status, key, keys, speed, skip, screenshot, sound, record or forget\n",
                "gb run takes a number of frames\n", "gb run takes a number of frames\n",
                "gb: there is no picture before `gb run`\n",
            ])
    }

    func testTheMachineIsOffBehindAReset() {
        let first = session(CartridgeSlot.printing("hello"))
        first.run([.line("gb run 1000"), .expect(Session.prompt), .wait(.milliseconds(5))], for: .seconds(2))
        let second = Session(first.afterReset())
        XCTAssertEqual(second.answers(to: ["gb screenshot"]), ["gb: there is no picture before `gb run`\n"])
    }
}
