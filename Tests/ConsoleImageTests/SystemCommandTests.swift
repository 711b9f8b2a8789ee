// The console image: its prompt, and the commands about the chip and the program.
import SimulatedChip
import Tasks
import XCTest

final class StartTests: XCTestCase {
    func testGreetsWithTheProgramTheBoardAndTheStorage() {
        let session = Session()
        session.run([.line("")])
        XCTAssertTrue(
            session.text.hasPrefix(
                """

                Martlet 0.1.0 on Netduino Plus 2 (STM32F405), 168 MHz from the crystal
                storage: 0 keys in the board's flash
                `help` lists the commands
                martlet>
                """), session.text)
    }

    func testSaysWhenTheCrystalDidNotStart() {
        let board = SimulatedSTM32F405()
        board.clocks.hasCrystal = false
        XCTAssertTrue(
            Session(board).answer(to: "version").contains(
                "168 MHz from the internal oscillator: the crystal did not start"))
    }

    func testAnEmptyLineIsNoCommand() { XCTAssertEqual(Session().answers(to: ["", "   "]), ["", ""]) }

    func testAnUnknownCommandIsNamed() {
        XCTAssertEqual(Session().answer(to: "xyzzy 1"), "there is no command xyzzy; `help` lists those there are\n")
    }

    func testALineThatIsTooLongIsRefusedWithItsLengthAndTheNextRuns() {
        let answers = Session().answers(to: [String(repeating: "x", count: 10_000), "version"])
        XCTAssertEqual(answers[0], "a line holds 160 characters, and this one has 10000; it was not run\n")
        XCTAssertTrue(answers[1].hasPrefix("Martlet"))
    }

    func testControlCGivesTheLineUp() {
        let session = Session()
        session.run([.line("oops\u{03}"), .line("version")])
        XCTAssertTrue(session.text.contains("oops^C\n"))
        XCTAssertFalse(session.text.contains("no command oops"))
    }

    func testHistoryBeginsEmptyAtEachStart() {
        _ = Session().answers(to: ["xyzzy"])
        XCTAssertEqual(Session().answers(to: ["\u{1B}[A"]), [""])
    }
}

final class SystemCommandTests: XCTestCase {
    func testHelpNamesEveryCommand() {
        let help = Session().answer(to: "help")
        for command in [
            "help", "version", "uptime", "tasks", "memory", "led on|off|blink", "kv put", "kv get", "kv delete",
            "kv list", "gb info", "gb run", "gb screenshot", "crash", "reboot", "exit",
        ] {
            XCTAssertTrue(help.components(separatedBy: "\n").contains { $0.hasPrefix(command) }, command)
        }
    }

    func testVersionIsTheProgramAndTheBoard() {
        XCTAssertEqual(
            Session().answer(to: "version"),
            "Martlet 0.1.0\nNetduino Plus 2 (STM32F405), 168 MHz from the crystal\n")
    }

    func testUptimeIsVirtualTime() {
        let session = Session()
        session.run([.wait(.milliseconds(62_345)), .line("uptime")], for: .seconds(100))
        let seconds = session.answers.last?.firstMatch(of: /^0 d 0 h 1 min ([0-9]+\.[0-9]{3}) s\n$/)?.1
        XCTAssertEqual(Double(seconds ?? "") ?? 0, 2.35, accuracy: 0.05, session.text)
    }

    func testTasksListsEachTask() {
        let lines = Session().answer(to: "tasks").split(separator: "\n")
        XCTAssertEqual(lines.dropFirst().map { $0.split(separator: " ").first }, ["console", "led", "gameboy"])
        XCTAssertFalse(lines.contains { $0.hasSuffix("finished") })
    }

    func testNothingIsAllocatedBehindStartUp() {
        let answers = Session().answers(to: ["help", "kv put a b", "kv list", "led on", "memory"])
        XCTAssertTrue(answers[4].contains("allocations since start: 0\n"), answers[4])
    }

    func testEventsOutlastAReset() {
        let first = Session()
        first.run([.line("events"), .wait(.seconds(2)), .line("reboot")])
        XCTAssertEqual(first.answers.first, "no events\n")
        let second = Session(first.afterReset())
        let third = second.answers(to: ["events"]).last ?? ""
        XCTAssertEqual(third, "    0  at 2 s  restart asked for\n")
    }

    func testCrashSaysWhatAFaultIsHere() {
        XCTAssertEqual(
            Session().answer(to: "crash"), "a fault of the simulated chip ends the process that simulates it\n")
    }
}

final class LEDTests: XCTestCase {
    func testBlinksTwiceASecondAtFirst() {
        let session = Session()
        session.run([.wait(.milliseconds(2900))])
        XCTAssertEqual(session.ledChanges.map(\.isOn), [true, false, true, false, true, false])
        XCTAssertEqual(session.ledChanges.map(\.milliseconds), [0, 500, 1000, 1500, 2000, 2500])
    }

    func testOnAndOffAreFollowedWithinHalfASecond() {
        for (command, isOn) in [("led on", true), ("led off", false)] {
            let session = Session()
            session.run([.line(command), .wait(.milliseconds(600)), .line("")])
            XCTAssertEqual(session.board.ports[0].output(10), isOn)
            let changes = session.ledChanges.count
            XCTAssertLessThanOrEqual(changes, 2)
            XCTAssertEqual(session.answers.first, "")
        }
    }

    func testStaysAsToldAndBlinksAgainWhenTold() {
        let session = Session()
        session.run([
            .line("led off"), .wait(.milliseconds(3000)), .line("led blink"), .wait(.milliseconds(2000)), .line(""),
        ])
        let late = session.ledChanges.filter { $0.milliseconds > 600 }
        XCTAssertTrue(late.allSatisfy { $0.milliseconds >= 3000 })
        XCTAssertTrue((4...5).contains(late.count), "\(late)")
    }

    func testWhatItWasToldOutlastsAReset() {
        let first = Session()
        first.run([.line("led off"), .wait(.seconds(1)), .line("reboot")])
        XCTAssertEqual(first.outcome, .reset)
        let second = Session(first.afterReset())
        second.run([.wait(.milliseconds(1400)), .line("led blink"), .wait(.milliseconds(1400)), .line("")])
        XCTAssertEqual(second.ledChanges.map(\.isOn), [true, false, true])
        XCTAssertGreaterThan(second.ledChanges[0].milliseconds, 1300)
    }

    func testAnotherWordIsRefused() {
        XCTAssertEqual(Session().answers(to: ["led", "led up"]), ["led on|off|blink\n", "led takes on, off or blink\n"])
    }
}

final class EndTests: XCTestCase {
    private func outcome(of line: String) -> SimulatedChip.Outcome? {
        let session = Session()
        session.run([.line(line)])
        return session.outcome
    }

    func testExitEndsWithItsStatus() {
        XCTAssertEqual(outcome(of: "exit"), .exited(0))
        XCTAssertEqual(outcome(of: "exit 42"), .exited(42))
        XCTAssertEqual(outcome(of: "exit 255"), .exited(255))
    }

    func testAStatusThatIsNoneIsRefused() {
        for word in ["256", "-1", "x", "4294967296"] {
            XCTAssertEqual(Session().answer(to: "exit " + word), "exit takes a status from 0 to 255\n")
        }
    }

    func testControlDAtAnEmptyPromptExits() {
        let session = Session()
        session.run([.expect(Session.prompt), .keys("\u{04}")])
        XCTAssertEqual(session.outcome, .exited(0))
    }

    func testRebootResets() {
        let session = Session()
        session.run([.line("reboot")])
        XCTAssertEqual(session.outcome, .reset)
        XCTAssertTrue(session.text.hasSuffix("restarting\n"))
    }
}
