// What `martlet runtime bench` measures: each workload is one source for every executor. Its tasks are child tasks,
// which run where the task that calls it runs; channels of one kind hand over between them.
import HostExecutor
import Synchronization

struct RuntimeWorkload: Sendable {
    /// How a task sleeps on an executor until a moment; it ends early when the task is cancelled.
    typealias Sleep = @Sendable (ContinuousClock.Instant) async -> Void

    let title: String
    /// How many operations it does, for the time of one.
    let operations: Int
    let run: @Sendable (@escaping Sleep) async -> Void

    /// Starts tasks that do next to nothing, and waits for them.
    static func spawn(_ count: Int) -> RuntimeWorkload {
        RuntimeWorkload(title: "\(count) tasks", operations: count) { _ in
            let done = Tally()
            await withDiscardingTaskGroup { group in
                for _ in 0..<count { group.addTask { done.add() } }
            }
            precondition(done.value == count, "tasks were lost")
        }
    }

    /// Two tasks that resume each other in turn.
    static func pingPong(_ roundTrips: Int) -> RuntimeWorkload {
        RuntimeWorkload(title: "\(roundTrips) round trips", operations: roundTrips) { _ in
            let (there, back) = (BoundedChannel<Int>(capacity: 1), BoundedChannel<Int>(capacity: 1))
            async let answers: Void = {
                while let value = try await there.receive() { try await back.send(value + 1) }
            }()
            do {
                for value in 0..<roundTrips {
                    try await there.send(value)
                    let answer = try await back.receive()
                    precondition(answer == value + 1, "an answer was lost")
                }
                there.close()
                try await answers
            } catch {
                preconditionFailure("nobody cancels: \(error)")
            }
        }
    }

    /// Tasks that each sleep for a time of their own, all within a millisecond.
    static func expiring(_ count: Int) -> RuntimeWorkload {
        RuntimeWorkload(title: "\(count) timers, expired", operations: count) { sleep in
            let start = ContinuousClock.now
            await withDiscardingTaskGroup { group in
                for index in 0..<count {
                    // Spread over the millisecond, in no order.
                    let deadline = start + .nanoseconds(index * 7919 % count * 1_000_000 / count)
                    group.addTask { await sleep(deadline) }
                }
            }
        }
    }

    /// Tasks that sleep for an hour, and are cancelled when all do.
    static func cancelled(_ count: Int) -> RuntimeWorkload {
        RuntimeWorkload(title: "\(count) timers, cancelled", operations: count) { sleep in
            let start = ContinuousClock.now
            let begun = Tally()
            await withDiscardingTaskGroup { group in
                for index in 0..<count {
                    let deadline = start + .seconds(3600) + .nanoseconds(index * 7919 % count)
                    group.addTask {
                        begun.add()
                        await sleep(deadline)
                    }
                }
                while begun.value < count { await Task.yield() }
                group.cancelAll()
            }
        }
    }

    /// Several tasks that send into one channel, and one that receives.
    static func fanIn(_ messages: Int, from producers: Int) -> RuntimeWorkload {
        let each = messages / producers
        return RuntimeWorkload(title: "\(each * producers) messages, \(producers) to 1", operations: each * producers) {
            _ in
            let channel = BoundedChannel<Int>(capacity: 64)
            await withDiscardingTaskGroup { group in
                for _ in 0..<producers {
                    group.addTask {
                        for value in 0..<each {
                            do { try await channel.send(value) } catch { preconditionFailure("nobody closes: \(error)") }
                        }
                    }
                }
                var sum = 0
                for _ in 0..<each * producers {
                    do { sum += try await channel.receive()! } catch { preconditionFailure("nobody cancels: \(error)") }
                }
                precondition(sum == producers * each * (each - 1) / 2, "messages were lost")
            }
        }
    }
}

/// A number that many tasks count up.
private final class Tally: Sendable {
    private let count = Atomic<Int>(0)

    var value: Int { count.load(ordering: .relaxed) }
    func add() { count.add(1, ordering: .relaxed) }
}
