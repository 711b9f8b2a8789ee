// Timers: their order, and how a sleep ends before its time. No test looks at how long anything takes.
import HostExecutor
import XCTest

final class SleepTests: XCTestCase {
    func testTimersEndInTheOrderOfTheirDeadlines() async throws {
        try await withExecutors(threads: [1]) { executor in
            let order = Record<Int>()
            let start = ContinuousClock.now + .milliseconds(20)
            await withTaskGroup { group in
                for index in 0..<1000 {
                    let place = index * 7919 % 1000
                    group.addTask(executorPreference: executor) {
                        try? await executor.sleep(until: start + .microseconds(10 * place))
                        order.append(place)
                    }
                }
            }
            XCTAssertEqual(order.elements, Array(0..<1000))
        }
    }

    func testTimersOfOneDeadlineEndInTheOrderTheyBegan() async throws {
        try await withExecutors(threads: [1]) { executor in
            let order = Record<Int>()
            let deadline = ContinuousClock.now + .milliseconds(10)
            await withTaskExecutorPreference(executor) {
                await withTaskGroup { group in
                    for index in 0..<500 {
                        group.addTask {
                            try? await executor.sleep(until: deadline)
                            order.append(index)
                        }
                    }
                }
            }
            XCTAssertEqual(order.elements, Array(0..<500))
        }
    }

    func testASleepDoesNotEndBeforeItsDeadline() async throws {
        try await withExecutors { executor in
            await withTaskGroup { group in
                for index in 0..<200 {
                    group.addTask(executorPreference: executor) {
                        let deadline = ContinuousClock.now + .microseconds(index * 50)
                        do { try await executor.sleep(until: deadline) } catch { XCTFail("\(error)") }
                        XCTAssertGreaterThanOrEqual(ContinuousClock.now, deadline)
                    }
                }
            }
        }
    }

    func testDeadlinesInThePastEndAtOnce() async throws {
        try await withExecutors { executor in
            try await executor.sleep(for: .zero)
            try await executor.sleep(for: .seconds(-5))
            try await executor.sleep(until: .now - .seconds(1_000_000_000))
        }
    }

    func testACancelledSleepEnds() async throws {
        try await withExecutors { executor in
            let outcomes = Record<Bool>()
            await withTaskGroup { group in
                for index in 0..<2000 {
                    // Some cancelled before they begin, some meanwhile, and none would end by itself.
                    group.addTask(executorPreference: executor) {
                        do {
                            try await executor.sleep(for: index % 2 == 0 ? .seconds(1 << 40) : .seconds(3600))
                            outcomes.append(false)
                        } catch { outcomes.append(true) }
                    }
                }
                await Task.yield()
                group.cancelAll()
            }
            XCTAssertEqual(outcomes.elements, Array(repeating: true, count: 2000))
        }
    }

    /// Whichever comes first, a sleep ends once.
    func testCancellingAtTheDeadline() async throws {
        try await withExecutors { executor in
            let ended = Counter()
            await withTaskGroup { group in
                for index in 0..<300 {
                    let sleeper = Task(executorPreference: executor) {
                        try? await executor.sleep(for: .microseconds(200))
                        ended.add()
                    }
                    group.addTask(executorPreference: executor) {
                        try? await executor.sleep(for: .microseconds(100 + index))
                        sleeper.cancel()
                        await sleeper.value
                    }
                }
            }
            XCTAssertEqual(ended.value, 300)
        }
    }

    func testATaskOfAnotherExecutorMaySleep() async throws {
        try await withExecutors { executor in
            try await executor.sleep(for: .milliseconds(1))
            let sleeper = Task { try await executor.sleep(for: .seconds(3600)) }
            sleeper.cancel()
            guard case .failure(let error) = await sleeper.result else { return XCTFail("the sleep came to its end") }
            XCTAssertTrue(error is CancellationError)
        }
    }
}
