// The `gb` commands of somebody who plays: keys, speed, what it costs, and saves that stay.
import CartridgeTesting
import SimulatedChip
import Tasks
import XCTest

final class GameBoyPlayTests: XCTestCase {
    private func session(_ file: [UInt8]) -> Session {
        let board = SimulatedSTM32F405()
        CartridgeSlot.insert(file, into: board)
        return Session(board)
    }

    /// Sends "p" through the serial port whenever A goes down, and "q" when it goes up.
    private static let keyProgram: [UInt8] = {
        // P1 := 0x10 (the buttons); B := 1 (A is up); loop: A := P1 & 1; compare with B; if it changed, send a letter.
        CartridgeSlot.rom([
            0x3E, 0x10, 0xE0, 0x00, 0x06, 0x01,  // LD A,0x10; LDH (P1),A; LD B,1
            0xF0, 0x00, 0xE6, 0x01, 0xB8, 0x28, 0xF9,  // loop: LDH A,(P1); AND 1; CP B; JR Z,loop
            0x47, 0xC6, 0x70, 0xE0, 0x01,  // LD B,A; ADD 0x70; LDH (SB),A
            0x3E, 0x81, 0xE0, 0x02,  // LD A,0x81; LDH (SC),A
            0xF0, 0x02, 0xCB, 0x7F, 0x20, 0xFA,  // wait: LDH A,(SC); BIT 7,A; JR NZ,wait
            0x18, 0xE8,  // JR loop
        ])
    }()

    /// A cartridge of type MBC1 with 8 KB of RAM and a battery, which counts in its first byte at each start.
    private static let countingProgram: [UInt8] = {
        var rom = CartridgeSlot.rom([
            0x3E, 0x0A, 0xEA, 0x00, 0x00,  // LD A,0x0A; LD (0),A: the RAM is open
            0xFA, 0x00, 0xA0, 0x3C, 0xEA, 0x00, 0xA0,  // LD A,(0xA000); INC A; LD (0xA000),A
            0xC6, 0x41, 0xE0, 0x01, 0x3E, 0x81, 0xE0, 0x02,  // ADD 0x41; LDH (SB),A; LD A,0x81; LDH (SC),A
            0x18, 0xFE,
        ])
        rom[0x147] = 3
        rom[0x149] = 2
        rom[0x14D] = rom[0x134...0x14C].reduce(0) { $0 &- $1 &- 1 }
        return rom
    }()

    func testAKeyIsHeldForSomeFrames() {
        let session = session(Self.keyProgram)
        session.run([
            .line("gb key a 3"), .line("gb run 5"), .line("gb info"), .expect("pq"), .wait(.milliseconds(10)),
        ])
        XCTAssertEqual(session.outcome, .finished, session.text)
    }

    func testKeysArePassedOnUntilTheEnd() {
        let session = session(Self.keyProgram)
        session.run([
            .line("gb keys"), .expect("q ends"), .wait(.milliseconds(50)), .keys("x"), .wait(.milliseconds(300)),
            .keys("q"), .expect("pq"), .line("gb status"),
        ])
        XCTAssertEqual(session.outcome, .finished, session.text)
        XCTAssertFalse(session.text.contains("running"), "what `gb keys` began ends with it: \(session.text)")
    }

    func testStatusSaysWhatAFrameCosts() {
        let session = session(CartridgeSlot.rom([0x18, 0xFE]))
        session.run([
            .line("gb status"), .line("gb skip 3"), .line("gb speed real"), .line("gb speed fast"), .line("gb run 70"),
            .wait(.seconds(1)),
            .line("gb status"),
        ])
        XCTAssertEqual(session.answers.first, "gb: no frame has run yet\n")
        let status = session.answers.last ?? ""
        XCTAssertTrue(status.hasPrefix("frames     70, 52 not drawn\na frame    "), status)
        XCTAssertTrue(status.contains("cycles in the median of the last 64, "), status)
        XCTAssertTrue(status.contains("% of the chip at 59.73 frames a second\n"), status)
        XCTAssertTrue(status.contains("speed      fast, 3 pictures left out in a row at most\n"), status)
        XCTAssertTrue(status.hasSuffix("saves      0\n"), status)
    }

    func testRealSpeedIsAGameBoys() {
        let session = session(CartridgeSlot.rom([0x18, 0xFE]))
        session.run([.line("gb speed real"), .line("gb run 60"), .line("reboot")])
        XCTAssertEqual(session.outcome, .reset)
        let milliseconds = session.board.chip.cycles / 168_000
        XCTAssertTrue((980...1100).contains(milliseconds), "\(milliseconds) ms for 60 frames")
    }

    func testASaveSurvivesAReset() {
        let first = session(Self.countingProgram)
        first.run([.line("gb run 10"), .line("reboot")])
        XCTAssertTrue(first.text.contains("A\n"), first.text)
        let second = Session(first.afterReset())
        second.run([.line("gb run 10"), .line("reboot")])
        XCTAssertTrue(second.text.contains("B\n"), second.text)
        let third = Session(second.afterReset())
        XCTAssertEqual(
            third.answers(to: ["gb forget", "gb run 1", "kv list"])[0], "gb: its save is deleted, and the machine is off\n")
    }

    func testADamagedSaveIsRefusedAndCanBeDeleted() {
        let first = session(Self.countingProgram)
        first.run([.line("gb run 10"), .wait(.seconds(1)), .line("kv list"), .line("reboot")])
        let keys = first.text.components(separatedBy: "\n").compactMap { line in
            line.hasPrefix("gb/") && line.contains("/00b (") ? String(line.prefix { $0 != " " }) : nil
        }
        guard let key = keys.first else { return XCTFail(first.text) }
        let second = Session(first.afterReset())
        let answers = second.answers(to: ["kv put \(key) x", "gb run 10", "gb forget", "gb run 10", "gb info"])
        XCTAssertEqual(answers[1], "gb: the save's bytes from 0x0000 on are not what was saved; `gb forget` deletes it\n")
        XCTAssertEqual(answers[2], "gb: its save is deleted, and the machine is off\n")
        XCTAssertTrue(answers[4].contains("kept by a battery"))
    }

    func testWrongWordsAreRefused() {
        XCTAssertEqual(
            Session().answers(to: ["gb key", "gb key c", "gb key a 0", "gb key a 65536", "gb speed", "gb skip", "gb skip 101"]),
            [
                "gb key takes a, b, start, select, up, down, left or right\n",
                "gb key takes a, b, start, select, up, down, left or right\n",
                "gb key takes a number of frames from 1 to 65535\n", "gb key takes a number of frames from 1 to 65535\n",
                "gb speed takes fast or real\n", "gb skip takes a number of pictures up to 100\n",
                "gb skip takes a number of pictures up to 100\n",
            ])
    }
}
