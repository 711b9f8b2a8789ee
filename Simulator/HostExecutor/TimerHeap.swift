// Waits ordered by deadline; those of one deadline in the order they came.

/// A heap with four children a node: half the levels of one with two, and the children share a cache line or two.
/// Cost: insertion, removal of the first and of any other take time logarithmic in the count.
struct TimerHeap: ~Copyable {
    private struct Entry {
        let deadline: UInt64
        let sequence: UInt64
        // SAFETY of the unmanaged reference: retained by `insert`, and released when the entry leaves. So entries
        // move without counting.
        let waiter: Unmanaged<ReactorWaiter>

        func isBefore(_ other: Entry) -> Bool {
            deadline != other.deadline ? deadline < other.deadline : sequence < other.sequence
        }
    }
    private var entries: [Entry] = []
    private var sequence: UInt64 = 0

    /// The deadline that comes first.
    var earliest: UInt64? { entries.first?.deadline }

    mutating func insert(_ waiter: ReactorWaiter, deadline: UInt64) {
        let entry = Entry(deadline: deadline, sequence: sequence, waiter: .passRetained(waiter))
        sequence += 1
        entries.append(entry)
        moveUp(entry, from: entries.count - 1)
    }

    /// Takes out a waiter; false if it is not there.
    mutating func remove(_ waiter: ReactorWaiter) -> Bool {
        guard let position = waiter.payload else { return false }
        removeEntry(at: position).release()
        return true
    }

    /// Takes out the first waiter, if its deadline is at or before `now`.
    mutating func popFirst(until now: UInt64 = .max) -> ReactorWaiter? {
        guard let first = entries.first, first.deadline <= now else { return nil }
        // SAFETY: the entry has left, so the reference that `insert` retained is the caller's.
        return removeEntry(at: 0).takeRetainedValue()
    }

    private mutating func removeEntry(at position: Int) -> Unmanaged<ReactorWaiter> {
        let removed = entries[position]
        let last = entries.removeLast()
        if position < entries.count {
            if position > 0 && last.isBefore(entries[(position - 1) / 4]) {
                moveUp(last, from: position)
            } else {
                moveDown(last, from: position)
            }
        }
        removed.waiter._withUnsafeGuaranteedRef { $0.payload = nil }
        return removed.waiter
    }

    private mutating func place(_ entry: Entry, at position: Int) {
        entries[position] = entry
        entry.waiter._withUnsafeGuaranteedRef { $0.payload = position }
    }

    private mutating func moveUp(_ entry: Entry, from start: Int) {
        var position = start
        while position > 0 {
            let parent = (position - 1) / 4
            guard entry.isBefore(entries[parent]) else { break }
            place(entries[parent], at: position)
            position = parent
        }
        place(entry, at: position)
    }

    private mutating func moveDown(_ entry: Entry, from start: Int) {
        var position = start
        while true {
            var least = position * 4 + 1
            guard least < entries.count else { break }
            for child in least + 1..<max(least + 1, min(least + 4, entries.count))
            where entries[child].isBefore(entries[least]) { least = child }
            guard entries[least].isBefore(entry) else { break }
            place(entries[least], at: position)
            position = least
        }
        place(entry, at: position)
    }
}
