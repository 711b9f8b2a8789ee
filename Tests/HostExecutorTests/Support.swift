// What several of these tests use.
import HostExecutor
import Synchronization
import XCTest

/// A number that several tasks change.
final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    var value: Int { count.load(ordering: .acquiring) }
    @discardableResult func add(_ amount: Int = 1) -> Int {
        count.add(amount, ordering: .acquiringAndReleasing).newValue
    }
}

/// What tasks did, in the order in which they did it.
final class Record<Element: Sendable>: Sendable {
    private let recorded = Mutex<[Element]>([])

    var elements: [Element] { recorded.withLock { $0 } }
    func append(_ element: Element) { recorded.withLock { $0.append(element) } }
}

/// Runs `body` with an executor of each number of threads.
func withExecutors(
    threads: [Int] = [1, 2, 4], _ body: @Sendable (HostExecutor) async throws -> Void
) async throws {
    for count in threads {
        let executor = try HostExecutor(threads: count)
        defer { executor.shutDown() }
        try await body(executor)
    }
}
