// A value for one task at a time, across its awaits.
import CortexM
import Memory

/// A value that tasks of any level take turns at. Unlike an actor's state it is theirs across an `await`: a display
/// whose picture goes out in several transfers, say.
///
/// A turn that ends goes straight to the task that has waited longest. The wait does not end when the task is
/// cancelled, since `body` must run; a body that waits for its own mutex waits for ever.
///
/// Cost: 12 bytes and the value; 52 in the frame of a task that waits. Context: tasks.
public struct AsyncMutex<Value>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: the lock is touched only with interrupts masked, and the value only by the task that
    // has the lock; it came in, and goes out to each body, as `sending`, and what a body gives back is `Sendable`.
    private let value: Pinned<Value>
    private let isLocked = Pinned(false)
    private let waiters = Pinned(WaitQueue())

    /// A mutex around `value`, which nobody has.
    public init(_ value: consuming sending Value) { self.value = Pinned(value) }

    /// Waits for the turn, runs `body` with the value, and gives the turn on, also when `body` throws.
    public func withLock<Result: Sendable, Failure: Error>(
        _ body: (inout sending Value) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        _ = await wait(in: waiters.pointer, endsWhenCancelled: false) {
            defer { isLocked.pointer.pointee = true }
            return !isLocked.pointer.pointee
        }
        defer { unlock() }
        return try await body(&value.pointer.pointee)
    }

    private func unlock() {
        withInterruptsMasked {
            if let waiter = waiters.pointer.pointee.first {
                Waiter.end(waiter, .served)
            } else {
                isLocked.pointer.pointee = false
            }
        }
    }
}
