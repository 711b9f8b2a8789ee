// A worker's own queue, of which other workers take half when they have nothing to do.
import Synchronization

/// A ring of jobs with one owner and any number of thieves. First in, first out, for both.
///
/// `head` and `tail` run freely and wrap; the jobs are at `head` up to `tail`. The owner alone moves `tail`;
/// `head` is moved by compare and exchange, by the owner to take one job and by a thief to take several. The
/// README of this folder argues why that is enough.
final class StealQueue: Sendable {
    static let capacity = 256
    private static let mask = UInt(capacity - 1)

    // SAFETY: allocated in `init` with `capacity` initialised slots and freed in `deinit`; the mask keeps indices
    // under `capacity`; a slot is atomic, so a thief may read one that the owner writes: what it read then
    // does not count, since its exchange of `head` fails.
    nonisolated(unsafe) private let slots: UnsafeMutablePointer<Atomic<UInt>>
    private let head = Atomic<UInt>(0)
    /// Keeps what thieves write off the cache line that the owner writes.
    private let padding = InlineArray<15, UInt>(repeating: 0)
    private let tail = Atomic<UInt>(0)

    init() {
        slots = .allocate(capacity: Self.capacity)
        for index in 0..<Self.capacity { (slots + index).initialize(to: Atomic(0)) }
    }

    deinit {
        slots.deinitialize(count: Self.capacity)
        slots.deallocate()
    }

    // SAFETY of the casts: a job is one pointer that is copied bit by bit (its size is checked at start-up), and
    // one that is in a queue is kept alive by the runtime until it runs.
    private func store(_ job: UnownedJob, at index: UInt) {
        slots[Int(index & Self.mask)].store(unsafeBitCast(job, to: UInt.self), ordering: .relaxed)
    }
    private func load(_ index: UInt) -> UnownedJob {
        unsafeBitCast(slots[Int(index & Self.mask)].load(ordering: .relaxed), to: UnownedJob.self)
    }

    /// How many jobs there are; for anyone but the owner a thing of the past when it is known.
    var count: Int {
        let start = head.load(ordering: .acquiring)
        return Int(bitPattern: tail.load(ordering: .acquiring) &- start)
    }

    /// Puts a job at the end, and answers how many were in front of it; nil, and nothing is done, if the queue
    /// is full. Owner only.
    func push(_ job: UnownedJob) -> Int? {
        let end = tail.load(ordering: .relaxed)
        let before = end &- head.load(ordering: .acquiring)
        guard before < UInt(Self.capacity) else { return nil }
        store(job, at: end)
        tail.store(end &+ 1, ordering: .releasing)
        return Int(before)
    }

    /// Takes the first job. Owner only.
    func pop() -> UnownedJob? {
        var start = head.load(ordering: .acquiring)
        while start != tail.load(ordering: .relaxed) {
            let job = load(start)
            let (exchanged, current) = head.weakCompareExchange(
                expected: start, desired: start &+ 1, successOrdering: .acquiringAndReleasing,
                failureOrdering: .acquiring)
            if exchanged { return job }
            start = current
        }
        return nil
    }

    /// Takes the first half of the jobs, rounded up, if there are at least `minimum`: the first is answered, the
    /// rest go into `other`, which belongs to the caller and is empty.
    func steal(atLeast minimum: Int, into other: StealQueue) -> UnownedJob? {
        while true {
            let start = head.load(ordering: .acquiring)
            let available = Int(bitPattern: tail.load(ordering: .acquiring) &- start)
            guard available >= minimum else { return nil }
            // The owner took jobs and put others between the two loads.
            guard available <= Self.capacity else { continue }
            let share = (available + 1) / 2
            let end = other.tail.load(ordering: .relaxed)
            for index in 0..<UInt(share - 1) { other.store(load(start &+ 1 &+ index), at: end &+ index) }
            let first = load(start)
            let (exchanged, _) = head.compareExchange(
                expected: start, desired: start &+ UInt(share), successOrdering: .acquiringAndReleasing,
                failureOrdering: .relaxed)
            guard exchanged else { continue }
            other.tail.store(end &+ UInt(share - 1), ordering: .releasing)
            return first
        }
    }
}
