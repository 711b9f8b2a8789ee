// Async protocols on Swift's own runtime, on two executors of a test's thread: what they ask of the heap.
import AllocationCounter
import LanguageChecks
import Tasks
import XCTest

final class AllocationTests: XCTestCase {
    override func setUpWithError() throws {
        try XCTSkipUnless(allocations_are_counted(), "a sanitizer has the allocator")
    }

    func testAsyncProtocolsAskForNoMemory() {
        // The task's first job belongs to no actor: it comes to this thread too.
        let restore = Dispatcher.install()
        defer { restore() }
        let here = RingExecutor()
        let there = RingExecutor()
        let home = Home(executor: here, visiting: Place(executor: there))
        let results = Results()
        Task { await home.run(results) }
        while !results.isComplete {
            // One that neither has work for would be a task that is lost.
            guard here.runNext() || there.runNext() || Dispatcher.runNext() else {
                return XCTFail("the checks do not go on")
            }
        }
        XCTAssertEqual(results.count, 4)
        XCTAssertGreaterThan(there.jobsRun, 200 * 10)
    }

    func testTheCounterCounts() {
        let before = allocation_count()
        let memory = UnsafeMutableRawPointer.allocate(byteCount: 100, alignment: 8)
        XCTAssertEqual(allocation_count() - before, 1)
        memory.deallocate()
    }
}

/// Jobs in a ring of memory that is there from the start.
// SAFETY of `@unchecked`: one thread enqueues and runs, the test's.
private final class RingExecutor: SerialExecutor, @unchecked Sendable {
    private var jobs: [UnownedJob?] = Array(repeating: nil, count: 8)
    private var first = 0
    private var count = 0
    private(set) var jobsRun = 0

    func enqueue(_ job: UnownedJob) {
        precondition(count < jobs.count, "more jobs than the ring holds")
        jobs[(first + count) % jobs.count] = job
        count += 1
    }

    func runNext() -> Bool {
        guard count > 0, let job = jobs[first] else { return false }
        first = (first + 1) % jobs.count
        count -= 1
        jobsRun += 1
        job.runSynchronously(on: asUnownedSerialExecutor())
        return true
    }
}

/// Where the pipeline goes in each pause.
private actor Place {
    private let executor: RingExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(executor: RingExecutor) { self.executor = executor }

    func visit() {}
}

private struct Visit: Pause {
    let place: Place
    func pause() async { await place.visit() }
}

/// Where the pipeline runs.
private actor Home {
    private let executor: RingExecutor
    private let place: Place
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(executor: RingExecutor, visiting place: Place) {
        self.executor = executor
        self.place = place
    }

    func run(_ results: Results) async {
        await AsyncProtocolChecks.run(pause: Visit(place: place)) {
            UInt32(truncatingIfNeeded: allocation_count())
        } _: { name, got, expected in
            results.count += 1
            XCTAssertEqual(got, expected, "\(name)")
        }
        results.isComplete = true
    }
}

// SAFETY: everything runs on the test's own thread.
private final class Results: @unchecked Sendable {
    var count = 0
    var isComplete = false
}
