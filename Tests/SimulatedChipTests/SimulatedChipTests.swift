// A run of a simulated chip: how it ends, and what time does.
import CortexM
import MMIO
import SimulatedChip
import Tasks
import XCTest

final class RunTests: XCTestCase {
    private let chip = SimulatedChip(coreClock: 100.megahertz, peripherals: [])

    private func run(
        for limit: Interval = .seconds(1), inStepsOf step: Interval = .milliseconds(1),
        until isFinished: () -> Bool = { false }, whenIdle: () -> Void = {},
        _ task: @escaping @Sendable @MainActor () async -> Void
    ) -> SimulatedChip.Outcome {
        chip.run(for: limit, inStepsOf: step, until: isFinished, whenIdle: whenIdle) {
            SystemClock.start(coreClock: chip.coreClock)
            startTask("task") { await task() }
        }
    }

    func testEndsWhenItsTimeIsUp() {
        XCTAssertEqual(run(for: .milliseconds(20)) { await sleep(for: .seconds(1)) }, .outOfTime)
        XCTAssertEqual(chip.cycles, 20 * 100_000)
    }

    func testEndsWhenItsConditionHolds() {
        XCTAssertEqual(run(until: { self.chip.cycles >= 300_000 }) { await sleep(for: .seconds(1)) }, .finished)
        XCTAssertEqual(chip.cycles, 300_000)
    }

    func testEndsWhenTheProgramAsksForAReset() {
        let outcome = run {
            await sleep(for: .milliseconds(5))
            SystemControl.requestReset()
        }
        XCTAssertEqual(outcome, .reset)
    }

    func testEndsWithTheProgramsStatus() {
        XCTAssertEqual(run(whenIdle: { self.chip.exit(status: 7) }) { await sleep(for: .seconds(1)) }, .exited(7))
    }

    func testNoTimePassesWhileCodeRuns() {
        _ = run(until: { true }) {
            let before = SystemClock.now
            for _ in 0..<1000 { _ = SystemClock.now }
            XCTAssertEqual(SystemClock.now, before)
        }
    }

    func testWhatIsPendingAtIdleIsTakenBeforeTimeMoves() {
        var times: [UInt64] = []
        _ = run(for: .milliseconds(3), whenIdle: { times.append(self.chip.cycles) }) { await sleep(for: .seconds(1)) }
        XCTAssertEqual(times, [0, 100_000, 200_000, 300_000])
    }

    func testTimeJumpsToWhatHappensNext() {
        var times: [UInt64] = []
        _ = run(for: .milliseconds(150), inStepsOf: .seconds(1), whenIdle: { times.append(self.chip.cycles) }) {
            await sleep(for: .milliseconds(50))
            times.append(0)
        }
        // The clock's first period, the one that ends at the deadline, where the task runs and then nothing does, the
        // usual period after it, and the end of the run.
        XCTAssertEqual(times, [0, 100_000, 0, 5_000_000, 5_100_000, 15_000_000])
    }

    func testARunIsTheSameEachTime() {
        func trace() -> [UInt64] {
            let chip = SimulatedChip(coreClock: 100.megahertz, peripherals: [])
            var accesses: [UInt64] = []
            chip.beforeAccess = { _ in accesses.append(chip.cycles) }
            _ = chip.run(for: .milliseconds(50)) {
                SystemClock.start(coreClock: chip.coreClock)
                for interval in [3, 5, 7] as [Int64] {
                    startTask("task") { @MainActor in
                        while true { await sleep(for: .milliseconds(interval)) }
                    }
                }
            }
            return accesses
        }
        let first = trace()
        XCTAssertGreaterThan(first.count, 100)
        XCTAssertEqual(trace(), first)
    }
}
