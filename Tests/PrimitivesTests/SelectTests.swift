import Tasks
import XCTest

private final class Box: Sendable {
    let signal = Signal()
    let channel = Channel<Int, 2>()
}

private func pause(_ milliseconds: Int64, _ result: Int) async -> Int {
    await sleep(for: .milliseconds(milliseconds)) ? result : -result
}

final class SelectTests: XCTestCase {
    func testTheFirstOfTwoWinsAndTheOtherIsCancelled() {
        simulate {
            let trace = Trace()
            let start = SystemClock.now
            let result = await select(
                {
                    let value = await pause(1000, 1)
                    await trace.add("lost \(value)")
                    return value
                }, { await pause(3, 2) })
            guard case .second(2) = result else { return XCTFail("\(result)") }
            XCTAssertEqual(trace.entries, ["lost -1"])
            XCTAssertEqual((SystemClock.now - start).microseconds, 3000)
        }
    }

    func testOfTwoThatEndAtOnceTheEarlierWins() {
        simulate {
            guard case .first(1) = await select({ 1 }, { 2 }) else { return XCTFail("the second won") }
        }
    }

    func testALoserLeavesTheQueueItWaitedIn() {
        simulate {
            let box = Box()
            let result = await select({ await box.channel.receive() }, { await pause(1, 2) })
            guard case .second(2) = result else { return XCTFail("\(result)") }
            XCTAssertTrue(box.channel.trySend(1))
            XCTAssertEqual(box.channel.tryReceive(), 1)
        }
    }

    func testTheFirstOfThree() {
        simulate {
            for winner in 1...3 {
                let result = await select(
                    { await pause(winner == 1 ? 1 : 9, 1) }, { await pause(winner == 2 ? 1 : 9, 2) },
                    { await pause(winner == 3 ? 1 : 9, 3) })
                switch result {
                case .first(let number), .second(let number), .third(let number): XCTAssertEqual(number, winner)
                }
            }
            XCTAssertEqual(SystemClock.now.microseconds, 3000)
        }
    }

    func testCancellationReachesBoth() {
        simulate {
            let trace = Trace()
            let task = Task {
                await select(
                    {
                        await trace.add("first \(await pause(1000, 1))")
                    }, { await trace.add("second \(await pause(1000, 2))") })
            }
            await settle()
            task.cancel()
            _ = await task.value
            XCTAssertEqual(trace.entries, ["second -2", "first -1"])
        }
    }

    func testJoinRunsAllAtOnce() {
        simulate {
            let two = await join({ await pause(3, 1) }, { await pause(2, 2) })
            XCTAssertEqual([two.0, two.1], [1, 2])
            let three = await join({ await pause(3, 1) }, { await pause(2, 2) }, { await pause(1, 3) })
            XCTAssertEqual([three.0, three.1, three.2], [1, 2, 3])
            XCTAssertEqual(SystemClock.now.microseconds, 6000)
        }
    }
}
