import SimulatedChip
import Tasks
import XCTest

/// A chip with nothing but its core.
func runOnBareChip(for limit: Interval = .seconds(10), _ start: () -> Void) -> SimulatedChip.Outcome {
    let chip = SimulatedChip(coreClock: 100.megahertz, peripherals: [])
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

private final class Box: Sendable {
    let signal = Signal()
}

final class SignalWaitTests: XCTestCase {
    func testManyNotificationsBeforeAWaitAreOne() {
        simulate {
            let box = Box()
            box.signal.notify()
            box.signal.notify()
            let first = await box.signal.wait()
            let second = await box.signal.wait(until: SystemClock.now + .milliseconds(2))
            XCTAssertEqual([first, second], [true, false])
            XCTAssertEqual(SystemClock.now.microseconds, 2000)
        }
    }

    func testEachNotificationWakesTheOneThatWaitedLongest() {
        simulate {
            let (box, trace) = (Box(), Trace())
            for name in ["a", "b"] {
                Task {
                    await box.signal.wait()
                    trace.add(name)
                }
            }
            await settle()
            box.signal.notify()
            await settle()
            XCTAssertEqual(trace.entries, ["a"])
            box.signal.notify()
            await settle()
            XCTAssertEqual(trace.entries, ["a", "b"])
        }
    }

    func testANotificationIsNotLostToACancelledTask() {
        simulate {
            let box = Box()
            let waiting = Task { await box.signal.wait() }
            await settle()
            waiting.cancel()
            box.signal.notify()
            let cancelled = await waiting.value
            let next = await box.signal.wait()
            XCTAssertEqual([cancelled, next], [false, true])
        }
    }

    func testATaskCancelledOnceItWasChosenWasNotified() {
        simulate {
            let box = Box()
            let waiting = Task { await box.signal.wait() }
            await settle()
            box.signal.notify()
            waiting.cancel()
            let notified = await waiting.value
            XCTAssertTrue(notified)
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
