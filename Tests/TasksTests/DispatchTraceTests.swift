// What the dispatcher does, event by event: a change of any of these orders is a change that users see.
import CortexM
import SimulatedChip
import Tasks
import XCTest

@Level3 private func atLevel3() {}
@Level5 private func atLevel5() async { await atLevel3() }

private let signal = Signal()
private let channel = Channel<Int, 1>()

final class DispatchTraceTests: XCTestCase {
    /// The events of what `start` begins, with the program's own notes between them.
    private func events(for limit: Interval = .seconds(1), _ start: () -> Void) -> [String] {
        Trace.entries = []
        Dispatcher.observer = { Trace.add("\($0)") }
        defer { Dispatcher.observer = nil }
        _ = runOnBareChip(for: limit, start)
        return Trace.entries
    }

    func testACallToALevelAndBack() {
        XCTAssertEqual(
            events {
                startTask("caller") { @MainActor in
                    await atLevel3()
                    Trace.add("back")
                }
            },
            [
                "pend thread mode", "run caller",
                "pend level 3", "run caller at level 3",
                "pend thread mode", "run caller", "back",
            ])
    }

    func testACallThroughTwoLevels() {
        XCTAssertEqual(
            events {
                startTask("caller") { @MainActor in
                    Trace.add("begins")
                    await atLevel5()
                }
            },
            [
                "pend thread mode", "run caller", "begins",
                "pend level 5", "run caller at level 5",
                "pend level 3", "run caller at level 3",
                "pend level 5", "run caller at level 5",
                "pend thread mode", "run caller",
            ])
    }

    func testAnInterruptWakesATaskOfItsLevelBeforeThreadModeGoesOn() {
        signal.reset()
        XCTAssertEqual(
            events {
                Level5.bind(line(1)) {
                    Trace.add("interrupt")
                    signal.notify()
                }
                startTask("driver") { @Level5 in
                    await signal.wait()
                    Trace.add("served")
                }
                startTask("blink") { @MainActor in
                    await sleep(for: .milliseconds(1))
                    NVIC.pend(line(1))
                    Trace.add("pended")
                    await Task.yield()
                    Trace.add("goes on")
                }
            },
            [
                "pend level 5", "pend thread mode", "run driver at level 5", "run blink",
                "pend thread mode", "run blink",
                "interrupt", "pended", "pend level 5", "pend thread mode", "run driver at level 5", "served",
                "run blink", "goes on",
            ])
    }

    func testASenderWaitsWhileTheChannelIsFull() {
        XCTAssertEqual(
            events {
                startTask("receiver") { @MainActor in
                    while let value = await channel.receive(until: Instant(microseconds: 5000)) {
                        Trace.add("got \(value)")
                    }
                    Trace.add("gave up")
                }
                startTask("sender") { @Level2 in
                    for value in 1...2 {
                        _ = await channel.send(value)
                        Trace.add("sent \(value)")
                    }
                }
            },
            [
                "pend thread mode", "pend level 2", "run sender at level 2", "sent 1",
                "run receiver", "got 1", "got 2", "pend level 2", "run sender at level 2", "sent 2",
                "pend thread mode", "run receiver", "gave up",
            ])
    }

    func testSleepersAreRunInTheOrderOfTheirDeadlines() {
        XCTAssertEqual(
            events {
                for (name, microseconds) in [("late", 900), ("early", 300)] as [(StaticString, Int64)] {
                    startTask(name) { @MainActor in await sleep(until: Instant(microseconds: microseconds)) }
                }
            },
            [
                "pend thread mode", "pend thread mode", "run late", "run early",
                "pend thread mode", "run early",
                "pend thread mode", "run late",
            ])
    }
}
