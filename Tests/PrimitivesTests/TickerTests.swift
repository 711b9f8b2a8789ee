import Tasks
import XCTest

final class TickerTests: XCTestCase {
    func testTicksDoNotDriftBehindASlowTask() {
        simulate {
            var ticker = Ticker(every: .milliseconds(10))
            for tick in 1...20 as ClosedRange<Int64> {
                let missed = await ticker.next()
                XCTAssertEqual(missed, 0)
                XCTAssertEqual(SystemClock.now.microseconds, tick * 10_000)
                await sleep(for: .milliseconds(7))
            }
        }
    }

    func testAnIntervalBesideTheClocksPeriodKeepsItsMean() {
        simulate {
            var ticker = Ticker(every: .microseconds(1500))
            var times: [Int64] = []
            for _ in 0..<4 {
                _ = await ticker.next()
                times.append(SystemClock.now.microseconds)
            }
            XCTAssertEqual(times, [1500, 3000, 4500, 6000])
        }
    }

    func testTicksThatWentByAreCounted() {
        simulate {
            var ticker = Ticker(every: .milliseconds(10))
            await sleep(for: .milliseconds(35))
            let late = await ticker.next()
            XCTAssertEqual(late, 2)
            XCTAssertEqual(SystemClock.now.microseconds, 35_000)
            let next = await ticker.next()
            XCTAssertEqual(next, 0)
            XCTAssertEqual(SystemClock.now.microseconds, 40_000)
        }
    }

    func testACancelledTickIsStillToCome() {
        simulate {
            let task = Task {
                var ticker = Ticker(every: .milliseconds(10))
                let before = ticker.deadline
                let tick = await ticker.next()
                return tick == nil && ticker.deadline == before
            }
            await settle()
            task.cancel()
            let result = await task.value
            XCTAssertTrue(result)
            XCTAssertEqual(SystemClock.now.microseconds, 0)
        }
    }
}
