// Signals between tasks, and the turns that yielding gives.
import CortexM
import SimulatedChip
import Tasks
import XCTest

@MainActor private enum Shared {
    static let signal = Signal()
    nonisolated static let reset = Signal()
    nonisolated static let fromInterrupt = Signal()
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

extension SignalTests {
    func testANotifyBeforeTheWaitIsNotLost() {
        XCTAssertEqual(
            Trace.of {
                startTask("early") { @MainActor in
                    let signal = Signal()
                    signal.notify()
                    await signal.wait()
                    Trace.addTimed("through")
                }
            }, ["0 through"])
    }

    func testManyNotifiesBeforeOneWaitAreOne() {
        XCTAssertEqual(
            Trace.of {
                startTask("early") { @MainActor in
                    let signal = Signal()
                    for _ in 0..<3 { signal.notify() }
                    await signal.wait()
                    Trace.addTimed("first")
                    await signal.wait()
                    Trace.addTimed("second")
                }
            }, ["0 first"])
    }

    func testAResetSignalKnowsNeitherWhatHappenedNorWhoWaits() {
        XCTAssertEqual(
            Trace.of {
                Shared.reset.notify()
                Shared.reset.reset()
                startTask("waiter") { @MainActor in
                    await Shared.reset.wait()
                    Trace.add("woken")
                }
                startTask("notifier") { @MainActor in
                    await sleep(for: .milliseconds(1))
                    Shared.reset.reset()
                    Shared.reset.notify()
                    await Shared.reset.wait()
                    Trace.add("its own")
                }
            }, ["its own"])
    }

    func testAnInterruptWakesATask() {
        XCTAssertEqual(
            Trace.of {
                Level3.bind(line(5)) {
                    Trace.add("interrupt")
                    Shared.fromInterrupt.notify()
                }
                startTask("waiter") { @MainActor in
                    await Shared.fromInterrupt.wait()
                    Trace.add("woken")
                }
                startTask("cause") { @MainActor in
                    await sleep(for: .milliseconds(1))
                    NVIC.pend(line(5))
                    Trace.add("after the interrupt")
                }
            }, ["interrupt", "after the interrupt", "woken"])
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
