// The queue of waits with a deadline, which the clock ends.
import CortexM

/// Tasks that wait for a time, the earliest deadline first; equal ones in the order they came.
enum TimerQueue {
    // SAFETY: touched only with interrupts masked.
    nonisolated(unsafe) private static var first: Waiter.Pointer?

    // SAFETY of the pointers here: a node is pinned in a frame that waits until the node is taken out, which
    // happens before its task is resumed.

    /// What the clock has to wake somebody for next; nil if nobody waits. Interrupts are masked.
    static var earliest: Instant? { first?.pointee.deadline }

    /// Interrupts are masked. Cost: some 5 instructions for each waiter with an earlier deadline.
    static func insert(_ waiter: Waiter.Pointer) {
        var link = first
        guard let head = link, head.pointee.deadline <= waiter.pointee.deadline else {
            waiter.pointee.nextToExpire = first
            first = waiter
            SystemClock.wake(at: waiter.pointee.deadline)
            return
        }
        while let next = link?.pointee.nextToExpire, next.pointee.deadline <= waiter.pointee.deadline { link = next }
        waiter.pointee.nextToExpire = link?.pointee.nextToExpire
        link?.pointee.nextToExpire = waiter
    }

    /// Takes `waiter` out if it is there. Interrupts are masked.
    static func remove(_ waiter: Waiter.Pointer) {
        guard waiter.pointee.deadline < .never else { return }
        guard first != waiter else {
            first = waiter.pointee.nextToExpire
            return
        }
        var link = first
        while let next = link?.pointee.nextToExpire, next != waiter { link = next }
        link?.pointee.nextToExpire = waiter.pointee.nextToExpire
    }

    static func resumeDue(at now: Instant) {
        while endFirstDue(at: now) {}
    }

    /// One at a time, so that interrupts come in between.
    private static func endFirstDue(at now: Instant) -> Bool {
        withInterruptsMasked {
            guard let waiter = first, waiter.pointee.deadline <= now else { return false }
            Waiter.end(waiter, .expired)
            return true
        }
    }

    #if !hasFeature(Embedded)
        /// Forgets whoever sleeps: a new simulated chip starts.
        static func reset() { first = nil }
    #endif
}
