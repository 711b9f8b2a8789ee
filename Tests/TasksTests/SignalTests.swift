import SimulatedChip
import Tasks
import XCTest

/// A chip with nothing but its core.
func runOnBareChip(for limit: Interval = .seconds(10), _ start: () -> Void) -> SimulatedChip.Outcome {
    let chip = SimulatedChip(coreClock: 100_000_000, peripherals: [])
    return chip.run(for: limit) {
        SystemClock.start(coreClock: chip.coreClock)
        start()
    }
}

@MainActor private enum Shared {
    static let signal = Signal()
    static var trace: [String] = []
    static var turns: [String] = []
}

final class SignalTests: XCTestCase {
    func testNotifyWakesTheWaiter() {
        let outcome = runOnBareChip(for: .seconds(1)) {
            startTask("waiter") { @MainActor in
                for _ in 0..<3 {
                    await Shared.signal.wait()
                    Shared.trace.append("woken")
                }
            }
            startTask("notifier") { @MainActor in
                for _ in 0..<3 {
                    await sleep(for: .milliseconds(10))
                    Shared.trace.append("notify")
                    Shared.signal.notify()
                }
            }
        }
        XCTAssertEqual(outcome, .outOfTime)
        MainActor.assumeIsolated {
            XCTAssertEqual(Shared.trace, ["notify", "woken", "notify", "woken", "notify", "woken"])
        }
    }
}

final class YieldTests: XCTestCase {
    func testYieldLetsTheOthersOfTheLevelRun() {
        let outcome = runOnBareChip(for: .seconds(1)) {
            for name in ["a", "b"] {
                startTask("turns") { @MainActor in
                    for _ in 0..<3 {
                        Shared.turns.append(name)
                        await Task.yield()
                    }
                }
            }
        }
        XCTAssertEqual(outcome, .outOfTime)
        MainActor.assumeIsolated { XCTAssertEqual(Shared.turns, ["a", "b", "a", "b", "a", "b"]) }
    }
}
