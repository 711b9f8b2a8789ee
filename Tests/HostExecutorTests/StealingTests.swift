// A worker that is stuck in a job does not keep others from running.
import Dispatch
import HostExecutor
import XCTest

final class StealingTests: XCTestCase {
    /// Blocks the thread, which jobs should not do, until `count` others have signalled.
    private static func block(on semaphore: DispatchSemaphore, until count: Int) {
        for _ in 0..<count { semaphore.wait() }
    }

    /// The jobs that the blocked task added are in the queue of its own worker: it goes on only if another has run
    /// them. One job alone is left to its worker for a while; it is taken too.
    func testTheJobsOfABlockedWorkerAreRunByOthers() async throws {
        for count in [1, 2, 3, 100, 1000] {
            try await withExecutors(threads: [2, 4]) { executor in
                let semaphore = DispatchSemaphore(value: 0)
                let ran = Counter()
                await withTaskExecutorPreference(executor) {
                    await withTaskGroup { group in
                        for _ in 0..<count {
                            group.addTask {
                                ran.add()
                                semaphore.signal()
                            }
                        }
                        Self.block(on: semaphore, until: count)
                        XCTAssertEqual(ran.value, count)
                    }
                }
            }
        }
    }

    func testTimersAndDescriptorsAreServedWhileAWorkerIsBlocked() async throws {
        try await withExecutors(threads: [2, 4]) { executor in
            let semaphore = DispatchSemaphore(value: 0)
            let pipe = try Pipe(on: executor)
            await withTaskExecutorPreference(executor) {
                await withTaskGroup { group in
                    group.addTask {
                        try? await executor.sleep(for: .milliseconds(1))
                        semaphore.signal()
                    }
                    group.addTask {
                        _ = try? await pipe.reader.read(upTo: 1)
                        semaphore.signal()
                    }
                    group.addTask {
                        try? await executor.sleep(for: .milliseconds(2))
                        try? await pipe.writer.write([1])
                    }
                    Self.block(on: semaphore, until: 2)
                }
            }
        }
    }
}
