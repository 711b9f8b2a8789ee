// Waiting: what every primitive here puts its waiting tasks into, and the one place where a wait begins and ends.
//
// A waiting task is a node pinned in its own frame. The node may stand in a primitive's queue, in the timer queue,
// or in both; whoever ends the wait, a giver, the clock or a cancellation, takes it out of both with interrupts
// masked and before the task is resumed. So a wait ends once, and for one reason.
import CortexM
import Memory

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

    /// Has `continuation` resumed when the wait ends: at once if it has.
    @inline(__always)
    static func resume(_ waiter: Pointer, by continuation: UnsafeContinuation<Void, Never>) {
        let waits = withInterruptsMasked {
            waiter.pointee.continuation = continuation
            return waiter.pointee.outcome == .waiting
        }
        guard !waits else { return }
        waiter.pointee.endedAtOnce = true
        continuation.resume()
    }

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

/// Waiting tasks, first in, first out.
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
