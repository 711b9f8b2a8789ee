// Every job runs exactly once, on one thread in the order they came, and on several by whoever is free.
import Glibc
import HostExecutor
import XCTest

final class CompletenessTests: XCTestCase {
    func testAHundredThousandTasksRunOnceEach() async throws {
        try await withExecutors { executor in
            let runs = (0..<100_000).map { _ in Counter() }
            await withTaskGroup { group in
                for run in runs { group.addTask(executorPreference: executor) { _ = run.add() } }
            }
            XCTAssertEqual(runs.filter { $0.value != 1 }.count, 0)
        }
    }

    func testTasksStartedByTasksOfTheExecutorRunOnceEach() async throws {
        try await withExecutors { executor in
            let sum = Counter()
            await withTaskExecutorPreference(executor) {
                await withTaskGroup { group in
                    for first in 0..<100 {
                        group.addTask {
                            await withTaskGroup { inner in
                                for second in 0..<300 { inner.addTask { sum.add(first * 300 + second) } }
                            }
                        }
                    }
                }
            }
            XCTAssertEqual(sum.value, 30_000 * 29_999 / 2)
        }
    }

    func testTasksThatSuspendManyTimesComeToTheirEnd() async throws {
        try await withExecutors { executor in
            let steps = Counter()
            await withTaskGroup { group in
                for _ in 0..<200 {
                    group.addTask(executorPreference: executor) {
                        for _ in 0..<200 {
                            steps.add()
                            await Task.yield()
                        }
                    }
                }
            }
            XCTAssertEqual(steps.value, 200 * 200)
        }
    }

    func testOneThreadRunsJobsInTheOrderTheyCame() async throws {
        try await withExecutors(threads: [1]) { executor in
            let order = Record<Int>()
            // From a task of the executor, which none of the others can precede.
            await withTaskExecutorPreference(executor) {
                await withTaskGroup { group in
                    for index in 0..<5000 { group.addTask { order.append(index) } }
                }
            }
            XCTAssertEqual(order.elements, Array(0..<5000))
        }
    }

    func testJobsRunOnTheExecutorsThreads() async throws {
        try await withExecutors { executor in
            let threads = Record<UInt>()
            let own = UInt(pthread_self())
            await withTaskGroup { group in
                for _ in 0..<100 {
                    group.addTask(executorPreference: executor) { threads.append(UInt(pthread_self())) }
                }
            }
            XCTAssertEqual(threads.elements.count, 100)
            XCTAssertFalse(threads.elements.contains(own))
            XCTAssertLessThanOrEqual(Set(threads.elements).count, 4)
        }
    }

    /// An actor's code runs on the executor that the calling task prefers, one call at a time.
    func testAnActorsCallsDoNotOverlap() async throws {
        actor Account {
            var balance = 0
            func deposit() { balance += 1 }
        }
        try await withExecutors { executor in
            let account = Account()
            await withTaskGroup { group in
                for _ in 0..<5000 { group.addTask(executorPreference: executor) { await account.deposit() } }
            }
            let balance = await account.balance
            XCTAssertEqual(balance, 5000)
        }
    }

    func testTwoExecutorsHandOverToEachOther() async throws {
        let first = try HostExecutor(threads: 1)
        defer { first.shutDown() }
        let second = try HostExecutor(threads: 2)
        defer { second.shutDown() }
        let steps = Counter()
        await withTaskGroup { group in
            for _ in 0..<50 {
                group.addTask(executorPreference: first) {
                    for _ in 0..<50 { await withTaskExecutorPreference(second) { _ = steps.add() } }
                }
            }
        }
        XCTAssertEqual(steps.value, 2500)
    }
}
