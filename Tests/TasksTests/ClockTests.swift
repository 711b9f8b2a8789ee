// Time: what the clock says, and who wakes when.
import CortexM
import MMIO
import SimulatedChip
import Tasks
import XCTest

final class IntervalTests: XCTestCase {
    func testUnits() {
        XCTAssertEqual(Interval.milliseconds(3), .microseconds(3000))
        XCTAssertEqual(Interval.seconds(2), .milliseconds(2000))
        XCTAssertLessThan(Interval.milliseconds(-1), .microseconds(0))
    }

    func testInstantsAndIntervals() {
        let instant = Instant(microseconds: 10) + .milliseconds(1)
        XCTAssertEqual(instant, Instant(microseconds: 1010))
        XCTAssertEqual(instant - Instant(microseconds: 2010), .milliseconds(-1))
    }
}

final class SystemClockTests: XCTestCase {
    func testBeginsAtZeroEachTimeAChipStarts() {
        for _ in 0..<2 {
            XCTAssertEqual(
                Trace.of {
                    startTask("task") { @MainActor in
                        Trace.addTimed("start")
                        await sleep(for: .milliseconds(30))
                        Trace.addTimed("end")
                    }
                }, ["0 start", "30 end"])
        }
    }

    func testKnowsItsRate() {
        _ = runOnBareChip(for: .milliseconds(1)) {}
        XCTAssertEqual(SystemClock.cyclesInMicrosecond, 100)
    }

    /// The counter has wrapped and its handler is held off: the millisecond counts already, and counts once.
    func testAWrapThatIsPendingIsInNow() {
        XCTAssertEqual(
            Trace.of {
                startTask("task") { @MainActor in
                    await sleep(for: .milliseconds(5))
                    withInterruptsMasked {
                        Trace.addTimed("before the wrap")
                        // ICSR.PENDSTSET, as the counter's wrap sets it.
                        UInt32.store(1 << 26, to: 0xE000_ED04)
                        Trace.addTimed("behind it")
                        Trace.addTimed("and still")
                    }
                    Trace.addTimed("handled")
                }
            }, ["5 before the wrap", "6 behind it", "6 and still", "6 handled"])
    }
}

final class SleepTests: XCTestCase {
    func testTasksWakeInTheOrderOfTheirDeadlines() {
        XCTAssertEqual(
            Trace.of {
                for milliseconds in [30, 10, 50, 20, 40] as [Int64] {
                    startTask("sleeper") { @MainActor in
                        await sleep(for: .milliseconds(milliseconds))
                        Trace.addTimed("woken")
                    }
                }
            }, ["10 woken", "20 woken", "30 woken", "40 woken", "50 woken"])
    }

    func testThoseOfOneDeadlineWakeInTheOrderTheyCame() {
        XCTAssertEqual(
            Trace.of {
                for name in ["a", "b", "c", "d"] {
                    startTask("sleeper") { @MainActor in
                        await sleep(until: Instant(microseconds: 7000))
                        Trace.addTimed(name)
                    }
                }
            }, ["7 a", "7 b", "7 c", "7 d"])
    }

    func testASleepIsNeverTooShortAndEndsAtTheNextMillisecond() {
        XCTAssertEqual(
            Trace.of {
                for microseconds in [1, 999, 1000, 1001] as [Int64] {
                    startTask("sleeper") { @MainActor in
                        await sleep(for: .microseconds(microseconds))
                        Trace.addTimed("\(microseconds)")
                    }
                }
            }, ["1 1", "1 999", "1 1000", "2 1001"])
    }

    func testADeadlineThatHasPassedOnlyLetsOthersRun() {
        XCTAssertEqual(
            Trace.of {
                startTask("late") { @MainActor in
                    await sleep(for: .milliseconds(10))
                    Trace.addTimed("late before")
                    await sleep(until: Instant(microseconds: 5000))
                    Trace.addTimed("late behind")
                    await sleep(for: .microseconds(-1))
                    Trace.addTimed("late again")
                }
                startTask("other") { @MainActor in
                    await sleep(for: .milliseconds(10))
                    Trace.addTimed("other")
                }
            }, ["10 late before", "10 other", "10 late behind", "10 late again"])
    }

    func testADeadlineOfNowHasPassed() {
        XCTAssertEqual(
            Trace.of {
                startTask("task") { @MainActor in
                    await sleep(until: SystemClock.now)
                    Trace.addTimed("through")
                }
            }, ["0 through"])
    }

    func testDeadlinesInARowDoNotDrift() {
        XCTAssertEqual(
            Trace.of {
                startTask("ticker") { @MainActor in
                    var next = SystemClock.now
                    for _ in 0..<4 {
                        next = next + .microseconds(2500)
                        await sleep(until: next)
                        Trace.addTimed("tick")
                    }
                }
            }, ["3 tick", "5 tick", "8 tick", "10 tick"])
    }

    /// Each wrap of the counter is an interrupt, three and a half million of them.
    func testAnHourPasses() {
        XCTAssertEqual(
            Trace.of(for: .seconds(3601)) {
                startTask("sleeper") { @MainActor in
                    await sleep(for: .seconds(3600))
                    Trace.addTimed("an hour later")
                }
            }, ["3600000 an hour later"])
    }
}
