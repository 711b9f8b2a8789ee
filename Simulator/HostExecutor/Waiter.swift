// A task that waits, and how its wait ends.
import Synchronization

/// One wait of one task. While it lasts the waiter is in one collection, and who takes it out resumes the task.
// SAFETY of `@unchecked`: the variables are touched by the waiting task before the waiter is in its collection, under
// that collection's lock while it is there, then by who took it out, and again by the task once resumed.
final class Waiter<Payload, Answer: Sendable>: @unchecked Sendable {
    /// What its collection keeps with it.
    var payload: Payload
    private var continuation: UnsafeContinuation<Void, Never>?
    private var answer: Answer?
    /// Hands the answer over: the task may find itself resumed without having been suspended, and the thread
    /// sanitizer does not see what the runtime does then.
    private let isAnswered = Atomic<Bool>(false)

    init(_ payload: Payload) { self.payload = payload }

    /// Suspends the calling task until the wait ends, and answers how. `begin` puts the waiter into its collection,
    /// or answers at once; `end` takes it out, and answers whether it was there. Both take the collection's lock.
    ///
    /// A task's cancelled flag is set before its handlers run. `begin` has to look at the flag under the lock: so
    /// it either sees it or has made the waiter known by when `end` looks for it.
    func wait(
        cancelled: Answer, begin: (Waiter) -> Answer?, end: @escaping @Sendable (Waiter) -> Bool
    ) async -> Answer {
        await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                self.continuation = continuation
                if let answer = begin(self) { resume(answer) }
            }
        } onCancel: {
            if end(self) { self.resume(cancelled) }
        }
        precondition(isAnswered.load(ordering: .acquiring), "a wait ended without an answer")
        return answer!
    }

    /// Ends the wait. Only for who has taken the waiter out of its collection, and outside the lock.
    func resume(_ answer: Answer) {
        self.answer = answer
        isAnswered.store(true, ordering: .releasing)
        continuation!.resume()
    }
}
