// Which workers sleep, how many search, and who is woken when there is something to do.
import Synchronization

/// Counts of workers, and the list of those asleep.
///
/// A worker that has nothing to do searches, and one that finds nothing sleeps. Who puts a job where others may
/// take it wakes a sleeper only if nobody searches: a searcher looks at every queue after it has announced that
/// it is one, and whoever falls asleep and leaves no searcher looks once more after it has announced that. So of
/// a job's coming and a worker's falling asleep at least one is seen by the other.
struct IdleWorkers: ~Copyable, Sendable {
    private let count: Int
    /// Searching workers in the upper half, awake ones in the lower.
    private let state: Atomic<UInt64>
    private let asleep: Lock<[Int]>
    private static let searching: UInt64 = 1 << 32

    /// At first every worker is awake, and none searches.
    init(count: Int) {
        self.count = count
        state = Atomic(UInt64(count))
        asleep = Lock([])
    }

    private static func awake(_ state: UInt64) -> Int { Int(state & (searching - 1)) }

    /// How many workers do not sleep.
    var awakeCount: Int { Self.awake(state.load(ordering: .relaxed)) }

    /// Announces a search; false if as many search as are of use.
    func beginSearch() -> Bool {
        let searchers = Int(state.load(ordering: .relaxed) / Self.searching)
        guard searchers * 2 < count else { return false }
        state.add(Self.searching, ordering: .sequentiallyConsistent)
        return true
    }

    /// Announces that a search found something; true if nobody searches any more.
    func endSearch() -> Bool {
        state.subtract(Self.searching, ordering: .sequentiallyConsistent).newValue < Self.searching
    }

    /// Announces that a worker falls asleep; true if nobody searches any more, and it is for this worker to look
    /// once more.
    func beginSleep(_ worker: Int, isSearching: Bool) -> Bool {
        asleep.withLock { asleep in
            let change = 1 + (isSearching ? Self.searching : 0)
            let state = state.subtract(change, ordering: .sequentiallyConsistent).newValue
            asleep.append(worker)
            return state < Self.searching
        }
    }

    /// Announces that a worker woke by itself; false if somebody is waking it at the same time.
    func endSleep(_ worker: Int) -> Bool {
        asleep.withLock { asleep in
            guard let index = asleep.firstIndex(of: worker) else { return false }
            asleep.remove(at: index)
            state.add(1, ordering: .sequentiallyConsistent)
            return true
        }
    }

    /// A sleeper to wake for a job that has just been put into a queue; it counts as awake and searching. Nil if
    /// somebody searches or nobody sleeps.
    func chooseSleeper() -> Int? {
        // The job's being there comes before this look at who searches, for every other worker too.
        atomicMemoryFence(ordering: .sequentiallyConsistent)
        guard isOfUse(state.load(ordering: .sequentiallyConsistent)) else { return nil }
        return asleep.withLock { asleep in
            guard isOfUse(state.load(ordering: .sequentiallyConsistent)) else { return nil }
            state.add(Self.searching + 1, ordering: .sequentiallyConsistent)
            return asleep.removeLast()
        }
    }

    private func isOfUse(_ state: UInt64) -> Bool { state < Self.searching && Self.awake(state) < count }
}
