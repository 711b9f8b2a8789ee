import CortexM
import Tasks
import XCTest

// A watcher may not outlive its broadcast, which the compiler sees of a global one.
private let watchedByTwo = Watch<Int>()
private let cancelled = Watch<Int>()
private let fromInterrupt = Watch<Int>(0)

final class WatchTests: XCTestCase {
    func testAWatcherSeesTheNewestAndSkipsWhatCameBetween() {
        simulate {
            let broadcast = Watch<Int>()
            var watcher = broadcast.watcher()
            XCTAssertNil(broadcast.value)
            broadcast.set(1)
            broadcast.set(2)
            let newest = await watcher.next()
            XCTAssertEqual(newest, 2)
            let nothing = await watcher.next(until: SystemClock.now + .milliseconds(1))
            XCTAssertNil(nothing)
            broadcast.set(2)
            let again = await watcher.next()
            XCTAssertEqual(again, 2, "an equal value is a value")
            XCTAssertEqual(broadcast.value, 2)
        }
    }

    func testAFirstValueIsNewToEachWatcher() {
        simulate {
            let broadcast = Watch(5)
            var (first, second) = (0, 0)
            do {
                var watcher = broadcast.watcher()
                first = await watcher.next() ?? -1
            }
            do {
                var watcher = broadcast.watcher()
                second = await watcher.next() ?? -1
            }
            XCTAssertEqual([first, second], [5, 5])
        }
    }

    func testAllThatWaitAreWokenAndTheSlowOneSkips() {
        simulate {
            let trace = Trace()
            for (name, pause) in [("fast", 0), ("slow", 25)] as [(String, Int64)] {
                Task {
                    var watcher = watchedByTwo.watcher()
                    for _ in 0..<2 {
                        trace.add("\(name) \(await watcher.next() ?? -1)")
                        await sleep(for: .milliseconds(pause))
                    }
                }
            }
            await settle()
            for number in 1...3 {
                watchedByTwo.set(number)
                await sleep(for: .milliseconds(10))
            }
            await sleep(for: .milliseconds(10))
            XCTAssertEqual(trace.entries, ["fast 1", "slow 1", "fast 2", "slow 3"])
        }
    }

    func testAnInterruptSets() {
        simulate {
            let line = InterruptLine(rawValue: 22)
            Level4.bind(line) { fromInterrupt.set(8) }
            let watching = Task {
                var watcher = fromInterrupt.watcher()
                return [await watcher.next(), await watcher.next()]
            }
            await settle()
            NVIC.pend(line)
            let seen = await watching.value
            XCTAssertEqual(seen, [0, 8])
        }
    }

    func testACancelledWatcherLeavesAndOneThatWasChosenHasItsValue() {
        simulate {
            let watchers = (0..<2).map { _ in
                Task {
                    var watcher = cancelled.watcher()
                    return await watcher.next()
                }
            }
            await settle()
            watchers[0].cancel()
            cancelled.set(1)
            watchers[1].cancel()
            let seen = [await watchers[0].value, await watchers[1].value]
            XCTAssertEqual(seen, [nil, 1])
        }
    }
}
