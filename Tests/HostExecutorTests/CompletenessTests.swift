// Every job runs exactly once, and on the executor's threads.
import HostExecutor
import XCTest

final class CompletenessTests: XCTestCase {
    func testAHundredThousandTasksRunOnceEach() async throws {
        try await withExecutors { executor in
            let runs = (0..<100_000).map { _ in Counter() }
            await withTaskGroup { group in
                for counter in runs { group.addTask(executorPreference: executor) { _ = counter.add() } }
            }
            XCTAssertEqual(runs.filter { $0.value != 1 }.count, 0)
        }
    }
}
