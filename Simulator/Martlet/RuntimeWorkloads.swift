// What `martlet runtime bench` measures: each workload is one source for every executor, and channels of one kind hand
// over between its tasks. The tasks are in no group, since a group looks through its children, all of them at worst,
// when one ends.
import HostExecutor
import Synchronization

/// An executor that is measured; nil is Swift's global one.
struct Contender: Sendable {
    let title: String
    let executor: HostExecutor?

    @discardableResult
    func start(_ body: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        Task(executorPreference: executor) { await body() }
    }

    /// Ends early when the task is cancelled.
    func sleep(until deadline: ContinuousClock.Instant) async {
        if let executor {
            try? await executor.sleep(until: deadline)
        } else {
            try? await Task.sleep(until: deadline, clock: .continuous)
        }
    }
}

struct RuntimeWorkload: Sendable {
    let title: String
    /// How many operations it does, for the time of one.
    let operations: Int
    let run: @Sendable (Contender) async -> Void

    /// Starts tasks that do next to nothing, and waits for them.
    static func spawn(_ count: Int) -> RuntimeWorkload {
        RuntimeWorkload(title: "\(count) tasks", operations: count) { contender in
            let done = Countdown(from: count)
            for _ in 0..<count { contender.start { await done.arrive() } }
            await done.wait()
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

    /// Tasks that each sleep for up to a millisecond from when they begin.
    static func expiring(_ count: Int) -> RuntimeWorkload {
        RuntimeWorkload(title: "\(count) timers, expired", operations: count) { contender in
            let done = Countdown(from: count)
            for index in 0..<count {
                contender.start {
                    // In no order.
                    await contender.sleep(until: .now + .microseconds(1 + index * 7919 % 1000))
                    await done.arrive()
                }
            }
            await done.wait()
        }
    }

    /// Tasks that sleep for an hour, and are cancelled when all have begun.
    static func cancelled(_ count: Int) -> RuntimeWorkload {
        RuntimeWorkload(title: "\(count) timers, cancelled", operations: count) { contender in
            let start = ContinuousClock.now
            let begun = Countdown(from: count)
            let sleepers = (0..<count).map { index in
                contender.start {
                    await begun.arrive()
                    await contender.sleep(until: start + .seconds(3600) + .nanoseconds(index * 7919 % count))
                }
            }
            await begun.wait()
            for sleeper in sleepers { sleeper.cancel() }
            for sleeper in sleepers { await sleeper.value }
        }
    }

    /// Several tasks that send into one channel, and one that receives.
    static func fanIn(_ messages: Int, from producers: Int) -> RuntimeWorkload {
        let each = messages / producers
        return RuntimeWorkload(title: "\(each * producers) messages, \(producers) to 1", operations: each * producers) {
            contender in
            let channel = BoundedChannel<Int>(capacity: 64)
            for _ in 0..<producers {
                contender.start {
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

/// Lets one task wait until others have arrived, all of them.
private final class Countdown: Sendable {
    private let remaining: Atomic<Int>
    private let end = BoundedChannel<Void>(capacity: 1)

    init(from count: Int) { remaining = Atomic(count) }

    func arrive() async {
        guard remaining.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 else { return }
        do { try await end.send(()) } catch { preconditionFailure("nobody closes: \(error)") }
    }

    func wait() async {
        do { _ = try await end.receive() } catch { preconditionFailure("nobody cancels: \(error)") }
    }
}
