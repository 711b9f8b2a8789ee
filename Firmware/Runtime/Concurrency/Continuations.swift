// Continuations: what an interrupt resumes.
import Swift

/// A suspended task, to be resumed exactly once. Resuming is a push onto a run queue and a pend; any context.
@frozen
public struct UnsafeContinuation<T, E: Error>: Sendable {
    @usableFromInline let context: Builtin.RawUnsafeContinuation

    @_alwaysEmitIntoClient
    init(_ context: Builtin.RawUnsafeContinuation) { self.context = context }

    /// Resumes the task, which goes on with `value`. A second call before the task has gone on is a fault.
    @_alwaysEmitIntoClient
    public func resume(returning value: consuming sending T) where E == Never {
        Builtin.resumeNonThrowingContinuationReturning(context, value)
    }

    /// Resumes a task that waits for no value.
    @_alwaysEmitIntoClient
    public func resume() where T == Void, E == Never { resume(returning: ()) }
}

/// Suspends the current task and gives `body` what resumes it. `body` runs before the task is suspended.
@_alwaysEmitIntoClient @inline(__always)
nonisolated(nonsending) public func withUnsafeContinuation<T>(
    _ body: (UnsafeContinuation<T, Never>) -> Void
) async -> sending T {
    await Builtin.withUnsafeContinuation { body(UnsafeContinuation<T, Never>($0)) }
}
