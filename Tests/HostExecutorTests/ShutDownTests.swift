// The end of an executor: what waits gets an error, what is queued runs, and nothing is lost.
import HostExecutor
import XCTest

final class ShutDownTests: XCTestCase {
    func testQueuedJobsRunBeforeTheEnd() throws {
        for threads in [1, 2, 4] {
            let executor = try HostExecutor(threads: threads)
            let ran = Counter()
            for _ in 0..<20_000 {
                Task(executorPreference: executor) {
                    ran.add()
                    await Task.yield()
                    ran.add()
                }
            }
            executor.shutDown()
            // The tasks were queued before, and what they did next was to queue again.
            XCTAssertEqual(ran.value, 40_000)
        }
    }

    func testWaitsEndWithAnError() async throws {
        for threads in [1, 2, 4] {
            let executor = try HostExecutor(threads: threads)
            let pipe = try Pipe(on: executor)
            let sleepers = (0..<100).map { _ in
                Task(executorPreference: executor) { try await executor.sleep(for: .seconds(3600)) }
            }
            let reader = Task(executorPreference: executor) { try await pipe.reader.read(upTo: 1) }
            executor.shutDown()
            for sleeper in sleepers {
                guard case .failure(let error) = await sleeper.result else { return XCTFail("slept for an hour") }
                XCTAssertTrue(error is CancellationError)
            }
            guard case .failure(let error as IOError) = await reader.result else { return XCTFail("read nothing") }
            XCTAssertEqual(error.code, ESHUTDOWN)
            await assertFails(.waitToRead, ESHUTDOWN) { () throws(IOError) in
                _ = try await pipe.reader.read(upTo: 1)
            }
        }
    }

    /// A task that is resumed, or started, after the end runs all the same.
    func testTasksOutliveTheirExecutor() async throws {
        for threads in [1, 2] {
            let executor = try HostExecutor(threads: threads)
            let channel = BoundedChannel<Int>(capacity: 1)
            let waiting = Task(executorPreference: executor) {
                let first = try await channel.receive()
                await Task.yield()
                return try await channel.receive().map { $0 + first! }
            }
            executor.shutDown()
            executor.shutDown()
            try await channel.send(1)
            try await channel.send(2)
            let sum = try await waiting.value
            XCTAssertEqual(sum, 3)
            let late = await Task(executorPreference: executor) { 4 }.value
            XCTAssertEqual(late, 4)
        }
    }

    func testManyExecutorsComeAndGo() async throws {
        let ran = Counter()
        for round in 0..<200 {
            let executor = try HostExecutor(threads: 1 + round % 4)
            let task = Task(executorPreference: executor) { _ = ran.add() }
            if round % 2 == 0 { await task.value }
            executor.shutDown()
            await task.value
        }
        XCTAssertEqual(ran.value, 200)
    }
}
