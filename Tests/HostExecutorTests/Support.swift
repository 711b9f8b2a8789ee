// What several of these tests use.
import Synchronization
import XCTest

@testable import HostExecutor

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
    // Not a `Mutex`, whose hand-over the thread sanitizer does not see.
    private let recorded = Lock<[Element]>([])

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

/// A pipe of the system.
struct Pipe: Sendable {
    let reader: Descriptor
    let writer: Descriptor

    init(on executor: HostExecutor) throws {
        let ends = try openPipe()
        reader = try Descriptor(adopting: ends.reader, on: executor)
        writer = try Descriptor(adopting: ends.writer, on: executor)
    }
}

/// The ends of a new pipe, for the caller to close.
func openPipe() throws -> (reader: Int32, writer: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw XCTSkip("the system has no descriptor left") }
    return (ends[0], ends[1])
}

/// Asserts that `body` fails with this operation and errno.
func assertFails(
    _ operation: IOError.Operation, _ code: Int32, file: StaticString = #filePath, line: UInt = #line,
    _ body: () async throws(IOError) -> Void
) async {
    do {
        try await body()
        XCTFail("no error", file: file, line: line)
    } catch {
        XCTAssertEqual(error.operation, operation, file: file, line: line)
        XCTAssertEqual(error.code, code, file: file, line: line)
    }
}
