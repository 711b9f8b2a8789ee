// A task that waits for the reactor, and how its wait ends.

/// One wait of one task. It is in at most one place: the timers' heap or a descriptor's entry, and who takes
/// it out resumes the task.
// SAFETY of `@unchecked`: the variables are touched under the lock of the collection the waiter is in, and before
// it is put there by the task alone.
final class Waiter: @unchecked Sendable {
    enum Outcome: Sendable {
        case ready
        case cancelled
        case shutDown
        /// The descriptor was closed by its owner.
        case closed
        /// The system refused the wait, with this error.
        case refused(Int32)
    }

    private var continuation: UnsafeContinuation<Outcome, Never>?
    /// Where in the timers' heap it is; nil when it is not there.
    var position: Int?

    /// Suspends the calling task until the wait ends. `begin` puts the waiter where it can be found, or answers
    /// how the wait has ended already; `end` takes it out again, and answers whether it was there.
    ///
    /// A task's cancelled flag is set before its handlers run. So `begin`, which looks at the flag under the
    /// lock that `end` takes, either sees it or is seen.
    func wait(
        begin: (Waiter) -> Outcome?, end: @escaping @Sendable (Waiter) -> Bool
    ) async -> Outcome {
        await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                self.continuation = continuation
                if let outcome = begin(self) { continuation.resume(returning: outcome) }
            }
        } onCancel: {
            if end(self) { self.resume(.cancelled) }
        }
    }

    /// Ends the wait. Only for who has taken the waiter out of where it was, outside the lock.
    func resume(_ outcome: Outcome) { continuation!.resume(returning: outcome) }
}
