// A number of permits, for what only so many may do at once.
import CortexM
import Memory

/// Permits that tasks take and give back. Tasks that wait get one in the order they came, and nobody passes them: a
/// permit that is given back goes straight to the first.
///
/// Cost: 12 bytes; 52 in the frame of a task that waits. Context: `release` and `tryAcquire` any, `acquire` tasks.
public struct Semaphore: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: all of it is touched only with interrupts masked.
    private let free: Pinned<Int>
    private let waiters = Pinned(WaitQueue())

    /// A semaphore with so many permits, all of them free.
    public init(permits: Int) { free = Pinned(permits) }

    /// How many permits nobody has. Any context.
    public var available: Int { withInterruptsMasked { free.pointer.pointee } }

    /// Takes a permit if there is one. Any context.
    public func tryAcquire() -> Bool { withInterruptsMasked { take() } }

    /// Waits for a permit until `deadline`; false if that or the cancellation of the task came first, and then there
    /// is none to give back.
    public func acquire(until deadline: Instant = .never) async -> Bool {
        await wait(in: waiters.pointer, until: deadline) { take() } == .served
    }

    /// Waits for a permit, whether the task is cancelled or not: for a device that has begun what cannot be left in the
    /// middle. Task context.
    public func acquireRegardless() async {
        _ = await wait(in: waiters.pointer, endsWhenCancelled: false) { take() }
    }

    /// Gives a permit back, or adds one. Any context.
    public func release() {
        withInterruptsMasked {
            if let waiter = waiters.pointer.pointee.first {
                Waiter.end(waiter, .served)
            } else {
                free.pointer.pointee &+= 1
            }
        }
    }

    /// With interrupts masked. While tasks wait there is no free permit.
    private func take() -> Bool {
        guard free.pointer.pointee > 0 else { return false }
        free.pointer.pointee &-= 1
        return true
    }
}
