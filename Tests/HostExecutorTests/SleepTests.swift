// Timers: their order, and how a sleep ends before its time. No test looks at how long anything takes.
import XCTest

@testable import HostExecutor

final class SleepTests: XCTestCase {
    /// Begins a sleep until each of `deadlines`, in a reactor that nobody polls meanwhile, lets all of them end at
    /// once, and answers which ended, in order.
    private func endings(of deadlines: [UInt64], cancelling cancelled: Set<Int> = []) async throws -> [Int] {
        let executor = try HostExecutor()
        defer { executor.shutDown() }
        let reactor = try Reactor()
        let order = Record<Int>()
        await withTaskExecutorPreference(executor) {
            let sleepers = deadlines.enumerated().map { index, deadline in
                Task(executorPreference: executor) {
                    if case .ready = await reactor.sleep(until: deadline) { order.append(index) }
                }
            }
            // The one thread runs jobs in order: this goes on when all of the tasks above sleep.
            await Task.yield()
            for index in cancelled { sleepers[index].cancel() }
            await Task.yield()
            XCTAssertEqual(order.elements, [])
            reactor.fireTimers()
            for sleeper in sleepers { await sleeper.value }
        }
        return order.elements
    }

    func testTimersEndInTheOrderOfTheirDeadlines() async throws {
        let deadlines = (0..<1000).map { UInt64($0 * 7919 % 1000) }
        let order = try await endings(of: deadlines)
        XCTAssertEqual(order.map { deadlines[$0] }, Array(0..<1000))
    }

    func testTimersOfOneDeadlineEndInTheOrderTheyBegan() async throws {
        let deadlines = (0..<600).map { UInt64($0 % 3) }
        let order = try await endings(of: deadlines)
        XCTAssertEqual(order, (0..<3).flatMap { first in stride(from: first, to: 600, by: 3) })
    }

    func testWhatIsCancelledLeavesTheOthersInOrder() async throws {
        let deadlines = (0..<1000).map { UInt64($0 * 7919 % 1000) }
        let cancelled = Set((0..<1000).filter { $0 % 3 == 1 })
        let order = try await endings(of: deadlines, cancelling: cancelled)
        let expected = (0..<1000).filter { !cancelled.contains($0) }.sorted { deadlines[$0] < deadlines[$1] }
        XCTAssertEqual(order, expected)
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
            let order = Record<String>()
            try await withThrowingTaskGroup { group in
                // It ends after a second, which none of the others takes.
                group.addTask(executorPreference: executor) {
                    try? await executor.sleep(for: .seconds(1))
                    order.append("a second")
                }
                group.addTask(executorPreference: executor) {
                    try await executor.sleep(for: .zero)
                    try await executor.sleep(for: .seconds(-5))
                    try await executor.sleep(until: .now - .seconds(1_000_000_000))
                    order.append("those in the past")
                }
                try await group.next()
                group.cancelAll()
            }
            XCTAssertEqual(order.elements, ["those in the past", "a second"])
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
