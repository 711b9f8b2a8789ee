// The channel between tasks: order, limit, cancellation, end.
import HostExecutor
import XCTest

final class BoundedChannelTests: XCTestCase {
    func testValuesArriveInTheOrderOfEachSender() async throws {
        let (senders, each) = (8, 2000)
        try await withExecutors { executor in
            for capacity in [1, 16] {
                let channel = BoundedChannel<(sender: Int, value: Int)>(capacity: capacity)
                try await withThrowingTaskGroup { group in
                    for sender in 0..<senders {
                        group.addTask(executorPreference: executor) {
                            for value in 0..<each { try await channel.send((sender, value)) }
                        }
                    }
                    let next = try await Task(executorPreference: executor) {
                        var next = Array(repeating: 0, count: senders)
                        for _ in 0..<senders * each {
                            let (sender, value) = try await channel.receive()!
                            guard value == next[sender] else { return next }
                            next[sender] += 1
                        }
                        return next
                    }.value
                    XCTAssertEqual(next, Array(repeating: each, count: senders))
                    group.cancelAll()
                }
            }
        }
    }

    func testAFullChannelKeepsItsSenderWaiting() async throws {
        try await withExecutors(threads: [1]) { executor in
            await withTaskExecutorPreference(executor) {
                let channel = BoundedChannel<Int>(capacity: 2)
                let sent = Counter()
                let sender = Task(executorPreference: executor) {
                    for value in 0..<4 {
                        try await channel.send(value)
                        sent.add()
                    }
                }
                // On one thread a yield lets the other task go as far as it can.
                await Task.yield()
                XCTAssertEqual(sent.value, 2)
                for value in 0..<4 {
                    let received = try? await channel.receive()
                    XCTAssertEqual(received, value)
                }
                _ = await sender.result
                XCTAssertEqual(sent.value, 4)
            }
        }
    }

    func testCancellingEndsAWait() async throws {
        try await withExecutors { executor in
            let empty = BoundedChannel<Int>(capacity: 1)
            let full = BoundedChannel<Int>(capacity: 1)
            try await full.send(1)
            for round in 0..<200 {
                let receiver = Task(executorPreference: executor) { _ = try await empty.receive() }
                let sender = Task(executorPreference: executor) { try await full.send(2) }
                for _ in 0..<round % 4 { await Task.yield() }
                receiver.cancel()
                sender.cancel()
                for task in [receiver, sender] {
                    guard case .failure(let error) = await task.result else { return XCTFail("nothing to wait for") }
                    XCTAssertEqual(error as? ChannelError, .cancelled)
                }
            }
            // Nothing of the cancelled senders came through.
            full.close()
            let (first, second) = (try await full.receive(), try await full.receive())
            XCTAssertEqual(first, 1)
            XCTAssertNil(second)
        }
    }

    func testClosingEndsWaits() async throws {
        try await withExecutors { executor in
            let channel = BoundedChannel<Int>(capacity: 1)
            let receivers = (0..<3).map { _ in Task(executorPreference: executor) { try await channel.receive() } }
            await Task.yield()
            channel.close()
            for receiver in receivers {
                let received = try await receiver.value
                XCTAssertNil(received)
            }
            do throws(ChannelError) {
                try await channel.send(1)
                XCTFail("sent into a closed channel")
            } catch { XCTAssertEqual(error, .closed) }
        }
    }
}
