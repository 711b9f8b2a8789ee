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
        XCTAssertEqual(instant - .microseconds(10), Instant(microseconds: 1000))
        XCTAssertEqual(Interval.milliseconds(3) * 2 - .milliseconds(1) + .microseconds(5), .microseconds(5005))
    }

    /// A deadline too far away is never, and not in the past.
    func testWhatIsBeyondTheRangeIsItsEnd() {
        XCTAssertEqual(Instant(microseconds: 5) + .microseconds(.max), .never)
        XCTAssertEqual(Instant(microseconds: -5) + .microseconds(.min), Instant(microseconds: .min))
        XCTAssertEqual(Instant(microseconds: -5) - .microseconds(.max), Instant(microseconds: .min))
        XCTAssertEqual(Instant(microseconds: 1) - Instant(microseconds: .min), .microseconds(.max))
        XCTAssertEqual(Interval.seconds(.max), .microseconds(.max))
        XCTAssertEqual(Interval.milliseconds(.min), .microseconds(.min))
        XCTAssertEqual(Interval.microseconds(.min) * -1, .microseconds(.max))
    }

    func testTheyAreReadByPeople() {
        XCTAssertEqual("\(Interval.milliseconds(1250))", "1.25 s")
        XCTAssertEqual("\(Interval.microseconds(-1))", "-1 µs")
        XCTAssertEqual("\(Interval.seconds(3))", "3 s")
        XCTAssertEqual("\(Instant(microseconds: 2_000_001)) \(Instant.never)", "2.000001 s never")
    }
}

final class SystemClockTests: XCTestCase {
    func testALongestSleepAndALongestTimeoutDoNotEndAtOnce() {
        XCTAssertEqual(
            Trace.of(for: .seconds(60)) {
                startTask("sleeper") { @MainActor in
                    await sleep(for: .microseconds(.max))
                    Trace.add("slept")
                }
                startTask("bounded") { @MainActor in
                    let result = await withTimeout(.microseconds(.max)) {
                        await sleep(for: .milliseconds(3))
                        return 5
                    }
                    Trace.addTimed("\(result ?? -1)")
                }
            }, ["3 5"])
    }

    /// Within the period that the clock has chosen ahead: beyond it the clock loses the time, and the wait does not.
    func testABusyWaitLastsAsLongWithInterruptsMaskedAndAtLevel8() {
        XCTAssertEqual(
            Trace.of {
                Level8.bind(line(1)) { SystemClock.block(for: .microseconds(200)) }
                startTask("task") { @MainActor in
                    withInterruptsMasked { SystemClock.block(for: .microseconds(700)) }
                    Trace.add("masked until \(SystemClock.now.microseconds)")
                    NVIC.pend(line(1))
                    Trace.add("at level 8 until \(SystemClock.now.microseconds)")
                }
            }, ["masked until 700", "at level 8 until 900"])
    }

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

    /// The counter has wrapped and its handler is held off: the period after counts already, and counts once. Nobody
    /// sleeps, so it is as long as can be: 2^24 cycles.
    func testAWrapThatIsPendingIsInNow() {
        XCTAssertEqual(
            Trace.of {
                startTask("task") { @MainActor in
                    await sleep(for: .milliseconds(5))
                    withInterruptsMasked {
                        Trace.addTimed("before the wrap")
                        // ICSR.PENDSTSET, as the counter's wrap sets it.
                        UInt32.store(1 << 26, to: 0xE000_ED04)
                        Trace.addTimed("after it")
                        Trace.addTimed("and still")
                    }
                    Trace.addTimed("handled")
                }
            }, ["5 before the wrap", "172 after it", "172 and still", "172 handled"])
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

    func testASleepEndsAtItsMicrosecond() {
        let intervals = [1, 2, 199, 200, 201, 999, 1000, 1001, 1199, 1200, 250_000, 10_000_001] as [Int64]
        XCTAssertEqual(
            Trace.of(for: .seconds(11)) {
                for microseconds in intervals {
                    startTask("sleeper") { @MainActor in
                        await sleep(for: .microseconds(microseconds))
                        Trace.add("\(SystemClock.now.microseconds)")
                    }
                }
            }, intervals.map { "\($0)" })
    }

    func testADeadlineThatHasPassedOnlyLetsOthersRun() {
        XCTAssertEqual(
            Trace.of {
                startTask("late") { @MainActor in
                    await sleep(for: .milliseconds(10))
                    Trace.addTimed("late before")
                    await sleep(until: Instant(microseconds: 5000))
                    Trace.addTimed("late after")
                    await sleep(for: .microseconds(-1))
                    Trace.addTimed("late again")
                }
                startTask("other") { @MainActor in
                    await sleep(for: .milliseconds(10))
                    Trace.addTimed("other")
                }
            }, ["10 late before", "10 other", "10 late after", "10 late again"])
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
            }, ["2 tick", "5 tick", "7 tick", "10 tick"])
    }

    /// A day of sleeps of odd lengths, some inside the period that runs and some after it, against the simulated
    /// chip's own count of cycles.
    func testADayPassesWithoutDrift() {
        let day = 86_400 * 1_000_000 as Int64
        let chip = SimulatedChip(coreClock: 168.megahertz, peripherals: [])
        let outcome = chip.run(for: .seconds(90_000), until: { !Trace.entries.isEmpty }) {
            Trace.entries = []
            SystemClock.start(coreClock: chip.coreClock)
            startTask("sleeper") { @MainActor in
                var interval = 1 as Int64
                while SystemClock.now.microseconds < day {
                    await sleep(for: .microseconds(min(interval, day - SystemClock.now.microseconds)))
                    interval = interval * 7919 % 1_999_993
                }
                Trace.add("\(SystemClock.now.microseconds)")
            }
            startTask("ticker") { @MainActor in
                var ticker = Ticker(every: .milliseconds(777))
                while let missed = await ticker.next() {
                    if missed > 0 { Trace.add("a tick was late") }
                }
            }
        }
        XCTAssertEqual(outcome, .finished)
        XCTAssertEqual(Trace.entries, ["\(day)"])
        XCTAssertEqual(chip.cycles, UInt64(day) * 168)
    }

    /// Ten tasks, a million sleeps of a pseudorandom length each: the clock never goes back between two of them, and
    /// each ends at its microsecond.
    func testAMillionSleepsInOrder() {
        let chip = SimulatedChip(coreClock: 100.megahertz, peripherals: [])
        let counts = SleepCounts()
        let outcome = chip.run(for: .seconds(1_000_000), until: { counts.total == 1_000_000 }) {
            SystemClock.start(coreClock: chip.coreClock)
            for index in 0..<10 {
                startTask("sleeper") { @MainActor in
                    var state = UInt32(index) &* 747_796_405 &+ 1
                    for _ in 0..<100_000 {
                        state = state &* 1_664_525 &+ 1_013_904_223
                        let deadline = SystemClock.now + .microseconds(Int64(state >> 16) + 1)
                        await sleep(until: deadline)
                        counts.note(asked: deadline, woken: SystemClock.now)
                    }
                }
            }
        }
        XCTAssertEqual(outcome, .finished)
        XCTAssertEqual(counts.late, 0)
        XCTAssertEqual(counts.outOfOrder, 0)
    }
}

/// What became of sleeps.
// SAFETY of `@unchecked`: a simulated chip has one thread, and the test reads after its run.
private final class SleepCounts: @unchecked Sendable {
    private(set) var total = 0
    private(set) var late = 0
    private(set) var outOfOrder = 0
    private var last = Instant(microseconds: 0)

    func note(asked: Instant, woken: Instant) {
        total += 1
        if woken != asked { late += 1 }
        if asked < last { outOfOrder += 1 }
        last = asked
    }
}
