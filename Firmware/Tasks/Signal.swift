// The smallest way to tell a task that something happened.
import CortexM
import Memory

/// Something that happened, for a task that waits for it. `notify` before `wait` is not lost; many before one
/// `wait` are one. If several tasks wait, each `notify` wakes the one that has waited longest.
///
/// Cost: 12 bytes; `notify` about 40 instructions and, if a task waits, a push and a pend. Context: `notify` any,
/// `wait` tasks.
public struct Signal: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: all of it is touched only with interrupts masked.
    private let isSet = Pinned(false)
    private let waiters = Pinned(WaitQueue())

    /// A signal of something that has not happened.
    public init() {}

    /// Wakes the task that waits, or lets the next `wait` return at once.
    public func notify() {
        withInterruptsMasked {
            if let waiter = waiters.pointer.pointee.first {
                Waiter.end(waiter, .served)
            } else {
                isSet.pointer.pointee = true
            }
        }
    }

    /// Clears the signal and its queue: for start-up, for a signal in memory that a run before may have left.
    public func reset() {
        withInterruptsMasked {
            isSet.pointer.pointee = false
            waiters.pointer.pointee = WaitQueue()
        }
    }

    /// Returns when `notify` has been called since the last `wait` returned, or when the task is cancelled: false
    /// then. A cancelled task that waits again does not suspend, so a loop of waits should look at the result; one that
    /// does not lets others of its level run when its budget is used up.
    @discardableResult
    @inline(__always)
    public func wait() async -> Bool { await wait(until: .never) }

    /// The same, and gives up at `deadline`: false if it came first. Needs no task of its own.
    @discardableResult
    @inline(__always)
    public func wait(until deadline: Instant) async -> Bool {
        await wait(until: deadline, endsWhenCancelled: true) == .served
    }

    /// The same for what a cancellation must not cut short, such as memory that a peripheral is still using: only
    /// `notify` and the deadline end it.
    public func waitRegardless(until deadline: Instant) async -> Bool {
        await wait(until: deadline, endsWhenCancelled: false) == .served
    }

    /// The same for drivers, which tell a deadline from a cancellation.
    @inline(__always)
    package func wait(until deadline: Instant, endsWhenCancelled: Bool) async -> Waiter.Outcome {
        await Tasks.wait(in: waiters.pointer, until: deadline, endsWhenCancelled: endsWhenCancelled) {
            defer { isSet.pointer.pointee = false }
            return isSet.pointer.pointee
        }
    }
}
