// One wait, from its beginning to its end. This file is read from top to bottom; it is the one place where waits begin and end,
// for every primitive here.
//
//   wait     asks once whether there is something to wait for, with interrupts masked
//   begin    in the same section puts a node, pinned in the frame that waits, into a primitive's queue, the timer queue, or both
//   suspend  has the task's cancellation end the wait, and suspends; `keep` stores what resumes it
//   end      whoever ends the wait, a giver, the clock or a cancellation, takes the node out of both queues with interrupts
//            masked and before the task is resumed. So a wait ends once, and for one reason
//
// The task goes on after `suspend`, in `wait`. The chip and the host differ in how a cancellation is noticed, and in nothing
// else.
import CortexM
import Memory

#if hasFeature(Embedded)
    import ConcurrencyABI
#else
    import Builtin
#endif

// MARK: - wait

/// Waits in `queue` until whoever serves it does, the deadline comes or, if that is asked for, the task is cancelled.
/// `attempt` runs first, with interrupts masked, and says whether there is nothing to wait for; so what needs no wait
/// succeeds in a cancelled task too, and nothing is lost to one. From that moment on the task stands in the queue. Task
/// context.
///
/// - Parameter value: what changes hands, in the caller's frame.
func wait(
    in queue: UnsafeMutablePointer<WaitQueue>?, until deadline: Instant = .never,
    value: UnsafeMutableRawPointer? = nil, endsWhenCancelled: Bool = true, unless attempt: () -> Bool
) async -> Waiter.Outcome {
    // SAFETY: a slot, since a node that is made elsewhere and moved costs a copy. `begin` initializes it before anyone
    // looks, and a node needs no deinitialization.
    let node = PinnedSlots<Waiter, 1>()
    let waiter = node.pointer
    let isServed = withInterruptsMasked {
        if attempt() { return true }
        Waiter.begin(waiter, in: queue, until: deadline, value: value)
        return false
    }
    // Without a wait there is no continuation and no handler to pay for.
    if !isServed { await suspend(waiter, endsWhenCancelled: endsWhenCancelled) }
    // Others of the level run in between, once a task that need not wait has used its time up: its values are there
    // already, it has been cancelled, or its deadline has passed.
    if isServed || waiter.pointee.endedAtOnce, Dispatcher.budgetIsUsedUp { await Task.yield() }
    return isServed ? .served : waiter.pointee.outcome
}

// MARK: - begin

/// A waiting task's place in the queues. It lies in the frame that waits.
package struct Waiter {
    // SAFETY of each use: a node is pinned in a frame that waits until the node is out of all queues, and is touched with
    // interrupts masked until then.
    typealias Pointer = UnsafeMutablePointer<Waiter>

    /// How a wait ended.
    package enum Outcome: UInt8 {
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
    /// The wait was over before its task could suspend.
    var endedAtOnce = false
    var continuation: UnsafeContinuation<Void, Never>?
    var queue: UnsafeMutablePointer<WaitQueue>?
    var next: Pointer?
    var nextToExpire: Pointer?

    /// Makes a node at `waiter` and puts it into `queue` and, if it has a deadline, the timer queue; if that has passed
    /// the wait is over before it begins. Interrupts are masked.
    @inline(never)
    static func begin(
        _ waiter: Pointer, in queue: UnsafeMutablePointer<WaitQueue>?, until deadline: Instant,
        value: UnsafeMutableRawPointer?
    ) {
        waiter.initialize(to: Waiter(deadline: deadline, value: value))
        if deadline < .never {
            guard deadline > SystemClock.now else {
                waiter.pointee.outcome = .expired
                return
            }
            TimerQueue.insert(waiter)
        }
        waiter.pointee.queue = queue
        queue?.pointee.append(waiter)
    }
}

// MARK: - suspend

#if hasFeature(Embedded)
    /// Suspends the task until its wait at `waiter` ends, which has begun and may be over. A task that can be cancelled has a
    /// record beside the node, by which the runtime finds it.
    @inline(__always)
    func suspend(_ waiter: Waiter.Pointer, endsWhenCancelled: Bool) async {
        // SAFETY: the record is pinned in this frame until the runtime has given it back; it initializes it.
        let record = PinnedSlots<martlet_cancellation, 1>()
        let isWatched = endsWhenCancelled && martlet_watch_cancellation(record.pointer, waiter)
        await withUnsafeContinuation { Waiter.keep($0, for: waiter) }
        if isWatched { martlet_unwatch_cancellation(record.pointer) }
    }

    /// The runtime calls this when the task that waits at `waiter` is cancelled. Interrupts are masked.
    @c @implementation
    func martlet_end_cancelled_waiter(_ waiter: UnsafeMutableRawPointer) {
        // SAFETY: the address is one that `suspend` gave, and the node is pinned until that has taken it back.
        Waiter.end(waiter.assumingMemoryBound(to: Waiter.self), .cancelled)
    }
#else
    /// The same where Swift's own runtime keeps the handlers.
    func suspend(_ waiter: Waiter.Pointer, endsWhenCancelled: Bool) async {
        guard endsWhenCancelled else {
            await withUnsafeContinuation { Waiter.keep($0, for: waiter) }
            return
        }
        let reference = WaiterReference(waiter: waiter)
        await suspend(waiter) { withInterruptsMasked { Waiter.end(reference.waiter, .cancelled) } }
    }

    /// Not `withTaskCancellationHandler`, since that runs its operation away from the caller's level. The handler is a
    /// parameter, so that what it captures lies in the caller's frame.
    private func suspend(_ waiter: Waiter.Pointer, onCancel handler: @Sendable () -> Void) async {
        let record = Builtin.taskAddCancellationHandler(handler: handler)
        await withUnsafeContinuation { Waiter.keep($0, for: waiter) }
        Builtin.taskRemoveCancellationHandler(record: record)
    }

    /// A node's address on its way into a cancellation handler.
    private struct WaiterReference: @unchecked Sendable {
        // SAFETY of `@unchecked`: what it points to is touched only with interrupts masked.
        let waiter: Waiter.Pointer
    }
#endif

extension Waiter {
    /// Has `continuation` resumed when the wait ends: at once if it has.
    @inline(__always)
    fileprivate static func keep(_ continuation: UnsafeContinuation<Void, Never>, for waiter: Pointer) {
        let waits = withInterruptsMasked {
            waiter.pointee.continuation = continuation
            return waiter.pointee.outcome == .waiting
        }
        guard !waits else { return }
        waiter.pointee.endedAtOnce = true
        continuation.resume()
    }

    // MARK: - end

    /// Ends the wait of the task at `waiter`, unless it has ended. Interrupts are masked.
    ///
    /// That may be before the task has suspended: then it has no continuation yet and finds the outcome.
    static func end(_ waiter: Pointer, _ outcome: Outcome) {
        guard waiter.pointee.outcome == .waiting else { return }
        waiter.pointee.outcome = outcome
        waiter.pointee.queue?.pointee.remove(waiter)
        if waiter.pointee.deadline < .never { TimerQueue.remove(waiter) }
        waiter.pointee.continuation?.resume()
    }
}

// MARK: - The queue

/// Waiting tasks, first in, first out. Those with a deadline stand in `TimerQueue` too.
///
/// Cost: 8 bytes, and 52 in the frame of each task that waits; adding takes about 10 instructions, leaving before
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
