// The timers: how long an interval is, who counts the ones that nobody waited for, and everything that can go wrong.
import CMSDKDrivers
import CortexM
import Interfaces
import SimulatedChip
import Tasks
import Timers
import XCTest

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var timer: IntervalTimer<TimerDevice>!
    nonisolated(unsafe) static var halves: (IntervalTimer<DualTimerDevice>, IntervalTimer<DualTimerDevice>)!
    nonisolated(unsafe) static var notes: [String] = []

    @MainActor
    static func note<Device: IntervalTimerDevice>(
        _ timer: IntervalTimer<Device>, _ body: (IntervalTimer<Device>) async throws(IntervalTimerError) -> Void
    ) async {
        do throws(IntervalTimerError) { try await body(timer) } catch { notes.append("\(error)") }
    }
    static func note(_ text: String) { notes.append("\(text) at \(SystemClock.now.microseconds)") }
}

final class TimerTests: XCTestCase {
    private let board = SimulatedMPS2()

    private func run(_ body: @escaping @MainActor () async -> Void) {
        Program.notes = []
        _ = board.chip.run(for: .seconds(200)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let timer = TIMER0.take(), let dual = DUALTIMER.take() else { return XCTFail("somebody has it") }
            Program.timer = IntervalTimer(TimerDevice(timer, clock: 25.megahertz))
            Level4.bind(TIMER0.interrupt) { Program.timer.handleInterrupt() }
            let (first, second) = DualTimerDevice.both(dual, clock: 25.megahertz)
            Program.halves = (IntervalTimer(first), IntervalTimer(second))
            Level4.bind(DUALTIMER.interrupt) {
                Program.halves.0.handleInterrupt()
                Program.halves.1.handleInterrupt()
            }
            startTask("test") { @MainActor in await body() }
        }
    }

    func testIntervalsAreAsLongAsAsked() {
        run {
            await Program.note(Program.timer) { timer throws(IntervalTimerError) in
                try timer.start(every: .microseconds(250))
                for _ in 0..<3 { Program.note("\(try await timer.next())") }
                timer.stop()
            }
        }
        XCTAssertEqual(Program.notes, ["0 at 250", "0 at 500", "0 at 750"])
        XCTAssertEqual(board.timer0.assertedLines, [])
    }

    func testWhatNobodyWaitedForIsCounted() {
        run {
            await Program.note(Program.timer) { timer throws(IntervalTimerError) in
                try timer.start(every: .microseconds(100))
                await sleep(for: .microseconds(550))
                Program.note("\(try await timer.next())")
                Program.note("\(try await timer.next())")
                timer.stop()
            }
        }
        XCTAssertEqual(Program.notes, ["4 at 550", "0 at 600"])
    }

    func testADelayIsOneInterval() {
        run {
            await Program.note(Program.timer) { timer throws(IntervalTimerError) in
                try await timer.delay(.microseconds(1))
                Program.note("over")
                try await timer.delay(.microseconds(1_000_000))
                Program.note("over")
            }
        }
        XCTAssertEqual(Program.notes, ["over at 1", "over at 1000001"])
    }

    func testBothHalvesOfTheDualTimer() {
        run {
            let other = Task { @MainActor in
                await Program.note(Program.halves.1) { timer throws(IntervalTimerError) in
                    try timer.start(every: .microseconds(70))
                    for _ in 0..<2 { Program.note("second \(try await timer.next())") }
                    timer.stop()
                }
            }
            await Program.note(Program.halves.0) { timer throws(IntervalTimerError) in
                try await timer.delay(.microseconds(100))
                Program.note("first over")
            }
            await other.value
        }
        XCTAssertEqual(Program.notes, ["second 0 at 70", "first over at 100", "second 0 at 140"])
        XCTAssertEqual(board.dualTimer.assertedLines, [])
    }

    func testTimesItCannotCountAreRefused() {
        run {
            for time in [.zero, .microseconds(171_798_692), .microseconds(.max)] as [Interval] {
                await Program.note(Program.timer) { timer throws(IntervalTimerError) in try timer.start(every: time) }
                await Program.note(Program.halves.0) { timer throws(IntervalTimerError) in try timer.start(every: time) }
            }
            await Program.note(Program.timer) { timer throws(IntervalTimerError) in
                try timer.start(every: .microseconds(171_798_691))
            }
        }
        XCTAssertEqual(
            Program.notes,
            ["0 s", "0 s", "171.798692 s", "171.798692 s", "9223372036854.775807 s", "9223372036854.775807 s"]
                .map { "outOfRange(\($0))" })
    }

    func testATimerThatStandsStillIsATimeout() {
        board.timer0.isStuck = true
        run {
            await Program.note(Program.timer) { timer throws(IntervalTimerError) in try await timer.delay(.microseconds(500)) }
            Program.note("then")
        }
        XCTAssertEqual(Program.notes, ["timeout", "then at 2000"])
    }

    func testACancelledTaskStopsWaiting() {
        run {
            let task = Task { @MainActor in
                await Program.note(Program.timer) { timer throws(IntervalTimerError) in
                    try await timer.delay(.microseconds(1000))
                }
            }
            await sleep(for: .microseconds(10))
            task.cancel()
            await task.value
        }
        XCTAssertEqual(Program.notes, ["cancelled"])
    }
}

final class WatchdogTests: XCTestCase {
    private let board = SimulatedMPS2()

    private enum Feeder {
        // SAFETY: a simulated chip has one thread.
        nonisolated(unsafe) static var watchdog: Watchdog?
    }

    private func run(
        within interval: Interval, feeding times: Int = 0
    ) -> (outcome: SimulatedChip.Outcome, milliseconds: UInt64, error: Watchdog.StartError?) {
        var error: Watchdog.StartError?
        let begin = board.chip.cycles
        let outcome = board.chip.run(for: .seconds(300)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let peripheral = WDT.take() else { return XCTFail("somebody has it") }
            do throws(Watchdog.StartError) {
                Feeder.watchdog = try Watchdog(peripheral, clock: 25.megahertz, within: interval)
            } catch let caught { error = caught }
            startTask("feeder") { @MainActor in
                for _ in 0..<times {
                    await sleep(for: .milliseconds(60))
                    Feeder.watchdog?.feed()
                }
            }
        }
        return (outcome, (board.chip.cycles - begin) / 25_000, error)
    }

    func testItBitesWhenItsTimeIsUp() {
        for milliseconds in [1, 100, 171_798] as [Int64] {
            let end = run(within: .milliseconds(milliseconds))
            XCTAssertEqual(end.outcome, .reset)
            XCTAssertEqual(end.milliseconds, UInt64(milliseconds))
        }
    }

    func testItDoesNotBiteWhoFeedsIt() {
        let end = run(within: .milliseconds(100), feeding: 10)
        XCTAssertEqual(end.outcome, .reset)
        XCTAssertEqual(end.milliseconds, 700)
    }

    func testItResetsWhereTheInterruptHangs() {
        board.watchdog.onInterrupt = {}
        let end = run(within: .milliseconds(100))
        XCTAssertEqual(end.outcome, .reset)
        XCTAssertEqual(end.milliseconds, 200)
    }

    func testTimesItCannotCountAreRefused() {
        for interval in [.zero, .microseconds(999), .milliseconds(171_799), .seconds(.max)] as [Interval] {
            XCTAssertEqual(run(within: interval).error, .outOfRange(interval))
        }
    }

    func testOneThatDoesNotTakeItsSettings() {
        board.watchdog.isStuck = true
        XCTAssertEqual(run(within: .milliseconds(100)).error, .locked)
    }
}
