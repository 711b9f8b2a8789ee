// Waiting: what every primitive here puts its waiting tasks into, and the one place where a wait begins and ends.
//
// A waiting task is a node pinned in its own frame. The node may stand in a primitive's queue, in the timer queue,
// or in both; whoever ends the wait, a giver, the clock or a cancellation, takes it out of both with interrupts
// masked and before the task is resumed. So a wait ends once, and for one reason.
import Builtin
import CortexM
import Memory

/// A waiting task's place in the queues. It lies in the frame that waits.
struct Waiter {
    typealias Pointer = UnsafeMutablePointer<Waiter>

    enum Outcome: UInt8 {
        case waiting
        /// It was given what it waits for.
        case served
        case cancelled
        /// Its deadline came.
        case expired
    }

    let deadline: Instant
    /// Where the value that changes hands lies in the waiting frame, for queues whose waiters have one.
    let value: UnsafeMutableRawPointer?
    var outcome = Outcome.waiting
    var continuation: UnsafeContinuation<Void, Never>?
    var queue: UnsafeMutablePointer<WaitQueue>?
    var next: Pointer?
    var nextToExpire: Pointer?

    init(deadline: Instant, value: UnsafeMutableRawPointer?) {
        self.deadline = deadline
        self.value = value
    }

    /// Puts the task at `waiter` into `queue` and, if it has a deadline, the timer queue; false if its wait has ended
    /// already, by a cancellation or because the deadline has passed. Interrupts are masked.
    @inline(never)
    static func begin(
        _ waiter: Pointer, in queue: UnsafeMutablePointer<WaitQueue>?, resuming continuation: UnsafeContinuation<Void, Never>
    ) -> Bool {
        guard waiter.pointee.outcome == .waiting else { return false }
        let deadline = waiter.pointee.deadline
        if deadline < .never {
            guard deadline > SystemClock.now else {
                waiter.pointee.outcome = .expired
                return false
            }
            TimerQueue.insert(waiter)
        }
        waiter.pointee.continuation = continuation
        waiter.pointee.queue = queue
        queue?.pointee.append(waiter)
        return true
    }

    /// Ends the wait of the task at `waiter`, unless it has ended. Interrupts are masked.
    ///
    /// A cancellation may come before the task waits: it has no continuation yet and finds the outcome.
    static func end(_ waiter: Pointer, _ outcome: Outcome) {
        guard waiter.pointee.outcome == .waiting else { return }
        waiter.pointee.outcome = outcome
        waiter.pointee.queue?.pointee.remove(waiter)
        if waiter.pointee.deadline < .never { TimerQueue.remove(waiter) }
        waiter.pointee.continuation?.resume()
    }
}

/// Waiting tasks, first in, first out.
///
/// Cost: 8 bytes, and 40 in the frame of each task that waits; adding takes about 10 instructions, leaving before
/// one's turn looks at every task in front. Context: any, with interrupts masked.
struct WaitQueue {
    private(set) var first: Waiter.Pointer?
    private var last: Waiter.Pointer?

    // SAFETY of the pointers here: a node is pinned in a frame that waits until the node is taken out.

    mutating func append(_ waiter: Waiter.Pointer) {
        if let last { last.pointee.next = waiter } else { first = waiter }
        last = waiter
    }

    mutating func remove(_ waiter: Waiter.Pointer) {
        var previous: Waiter.Pointer?
        var position = first
        while let current = position, current != waiter {
            previous = current
            position = current.pointee.next
        }
        guard position != nil else { return }
        if let previous { previous.pointee.next = waiter.pointee.next } else { first = waiter.pointee.next }
        if last == waiter { last = previous }
    }
}

/// A node's address on its way into a cancellation handler.
private struct WaiterReference: @unchecked Sendable {
    // SAFETY of `@unchecked`: what it points to is touched only with interrupts masked.
    let waiter: Waiter.Pointer
}

/// Waits in `queue` until whoever serves it does, the deadline comes or, if that is asked for, the task is cancelled.
/// `attempt` runs first, with interrupts masked, and says whether there is nothing to wait for; so what needs no wait
/// succeeds in a cancelled task too, and nothing is lost to one. It runs once more when the node is ready. Task context.
///
/// - Parameter value: what changes hands, in the caller's frame.
func wait(
    in queue: UnsafeMutablePointer<WaitQueue>?, until deadline: Instant = .never,
    value: UnsafeMutableRawPointer? = nil, endsWhenCancelled: Bool = true, unless attempt: () -> Bool
) async -> Waiter.Outcome {
    // Without a wait there is no continuation and no handler to pay for.
    if withInterruptsMasked(attempt) {
        // But others of the level run in between, once the task has used its time up.
        if Dispatcher.budgetIsUsedUp { await Task.yield() }
        return .served
    }
    let node = Pinned(Waiter(deadline: deadline, value: value))
    let waiter = node.pointer
    guard endsWhenCancelled, Dispatcher.runningTaskHasHandle else {
        await suspend(waiter, in: queue, unless: attempt)
        return waiter.pointee.outcome
    }
    let reference = WaiterReference(waiter: waiter)
    await suspend(waiter, in: queue, unless: attempt) {
        withInterruptsMasked { Waiter.end(reference.waiter, .cancelled) }
    }
    return waiter.pointee.outcome
}

/// Not `withTaskCancellationHandler`, since the host's runs its operation away from the caller's level. The handler is
/// a parameter, so that what it captures lies in the caller's frame.
private func suspend(
    _ waiter: Waiter.Pointer, in queue: UnsafeMutablePointer<WaitQueue>?, unless attempt: () -> Bool,
    onCancel handler: @Sendable () -> Void
) async {
    let record = Builtin.taskAddCancellationHandler(handler: handler)
    await suspend(waiter, in: queue, unless: attempt)
    Builtin.taskRemoveCancellationHandler(record: record)
}

private func suspend(
    _ waiter: Waiter.Pointer, in queue: UnsafeMutablePointer<WaitQueue>?, unless attempt: () -> Bool
) async {
    await withUnsafeContinuation { continuation in
        let waits = withInterruptsMasked {
            if attempt() {
                waiter.pointee.outcome = .served
                return false
            }
            return Waiter.begin(waiter, in: queue, resuming: continuation)
        }
        if !waits { continuation.resume() }
    }
}
