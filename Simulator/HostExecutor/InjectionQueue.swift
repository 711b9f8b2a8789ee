// The queue that everybody may put jobs into: threads that are not workers, and workers whose own is full.
import Synchronization

/// Jobs on their way to whichever worker comes first.
struct InjectionQueue: ~Copyable, Sendable {
    /// Not private: another file lays the queue out, and the compiler then does not find a private type.
    struct State: ~Copyable {
        var jobs = Ring<UnownedJob>(capacity: 256)
        var isClosed = false
    }
    private let state = Lock(State())
    /// What `isEmpty` looks at, so that workers ask often without taking the lock.
    private let count = Atomic<Int>(0)

    var isEmpty: Bool { count.load(ordering: .sequentiallyConsistent) == 0 }

    /// Puts a job at the end; false, and nothing is done, once the queue is closed.
    func append(_ job: UnownedJob) -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.jobs.append(job)
            count.store(state.jobs.count, ordering: .sequentiallyConsistent)
            return true
        }
    }

    /// Puts jobs at the end until `next` has no more. Only for a worker: the queue is closed when all have ended.
    func append(_ next: () -> UnownedJob?) {
        state.withLock { state in
            while let job = next() { state.jobs.append(job) }
            count.store(state.jobs.count, ordering: .sequentiallyConsistent)
        }
    }

    /// Takes up to `limit` jobs, and no more than a fair share for each of `takers`, the first first.
    func take(atMost limit: Int, takers: Int, _ body: (UnownedJob) -> Void) {
        guard !isEmpty else { return }
        // The jobs are handed on under the lock, which so keeps their order among takers.
        state.withLock { state in
            let share = min(limit, (state.jobs.count + takers - 1) / takers)
            for _ in 0..<share {
                guard let job = state.jobs.popFirst() else { break }
                body(job)
            }
            count.store(state.jobs.count, ordering: .sequentiallyConsistent)
        }
    }

    /// Refuses jobs from now on, and hands the ones left to `body`.
    func close(_ body: (UnownedJob) -> Void) {
        state.withLock { state in
            state.isClosed = true
            while let job = state.jobs.popFirst() { body(job) }
            count.store(0, ordering: .sequentiallyConsistent)
        }
    }
}
