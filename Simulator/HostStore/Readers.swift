// Who reads at this moment, so that nothing is taken from under a reader: epochs.
import Synchronization

/// A thread's place to say what it reads. The store goes on while it does: nothing waits for a reader, but files and tables
/// that it may be looking at are not used again before it is done.
final class ReaderState: @unchecked Sendable {
    /// The epoch in which it began to read; 0 while it does not.
    let epoch = Atomic<UInt64>(0)
}

/// Epochs. What is no longer to be found is retired in an epoch, and may be used again when every reader began in a later
/// one or does not read.
final class Readers: @unchecked Sendable {
    // SAFETY of `@unchecked`: atomics, and a list under a lock.
    private let current = Atomic<UInt64>(1)
    private let lock = ThreadLock()
    private var states: [ReaderState] = []

    func add() -> ReaderState {
        let state = ReaderState()
        lock.withLock { states.append(state) }
        return state
    }

    func remove(_ state: ReaderState) { lock.withLock { states.removeAll { $0 === state } } }

    /// From here on `state`'s thread may read. The store is sequentially consistent: what retires something and then finds
    /// nobody reading comes before it, and the reader no longer finds that.
    @inline(__always)
    func begin(_ state: ReaderState) {
        state.epoch.store(current.load(ordering: .relaxed), ordering: .sequentiallyConsistent)
    }

    @inline(__always)
    func end(_ state: ReaderState) { state.epoch.store(0, ordering: .releasing) }

    /// The epoch in which something was retired just now.
    func retire() -> UInt64 { current.wrappingAdd(1, ordering: .sequentiallyConsistent).oldValue }

    /// Whether nobody can be looking at what was retired in `epoch`.
    func haveLeft(_ epoch: UInt64) -> Bool {
        lock.withLock {
            states.allSatisfy {
                let began = $0.epoch.load(ordering: .sequentiallyConsistent)
                return began == 0 || began > epoch
            }
        }
    }
}
