import Tasks
import XCTest

final class SleepTests: XCTestCase {
    func testSleepersWakeByTheirDeadlinesAndEqualOnesInOrder() {
        simulate {
            let trace = Trace()
            for (name, milliseconds) in [("a", 3), ("b", 1), ("c", 3), ("d", 2)] as [(String, Int64)] {
                Task {
                    let slept = await sleep(for: .milliseconds(milliseconds))
                    trace.add("\(name) \(slept) \(SystemClock.now.microseconds)")
                }
            }
            await sleep(for: .milliseconds(5))
            XCTAssertEqual(trace.entries, ["b true 1000", "d true 2000", "a true 3000", "c true 3000"])
        }
    }

    func testACancelledSleeperReturnsAndTheOthersSleepOn() {
        for cancelled in 0..<3 {
            simulate {
                let trace = Trace()
                let tasks = (0..<3).map { number in
                    Task {
                        let slept = await sleep(for: .milliseconds(2 + Int64(number)))
                        trace.add("\(number) \(slept)")
                    }
                }
                await settle()
                tasks[cancelled].cancel()
                await settle()
                XCTAssertEqual(trace.entries, ["\(cancelled) false"])
                await sleep(for: .milliseconds(10))
                XCTAssertEqual(
                    trace.entries, ["\(cancelled) false"] + (0..<3).filter { $0 != cancelled }.map { "\($0) true" })
            }
        }
    }

    func testACancelledTaskDoesNotSleep() {
        simulate {
            let task = Task { await sleep(for: .seconds(50)) }
            task.cancel()
            let slept = await task.value
            XCTAssertFalse(slept)
            XCTAssertEqual(SystemClock.now.microseconds, 0)
        }
    }
}
