// The smallest way to tell a task that something happened.
import CortexM
import Memory

/// Something that happened, for one task that waits for it. `notify` before `wait` is not lost; many before
/// one `wait` are one.
///
/// Cost: 12 bytes; `notify` about 25 instructions and, if a task waits, a push and a pend. Context: `notify`
/// any, `wait` one task at a time.
public struct Signal: ~Copyable, @unchecked Sendable {
    private struct State {
        var isSet = false
        var waiter: UnsafeContinuation<Void, Never>?
    }
    // SAFETY of `@unchecked`: the state is touched only with interrupts masked.
    private let state = Pinned(State())

    public init() {}

    /// Wakes the task that waits, or lets the next `wait` return at once.
    public func notify() {
        let waiter: UnsafeContinuation<Void, Never>? = withInterruptsMasked {
            guard let waiter = state.pointer.pointee.waiter else {
                state.pointer.pointee.isSet = true
                return nil
            }
            state.pointer.pointee.waiter = nil
            return waiter
        }
        waiter?.resume()
    }

    /// Forgets what happened and who waits: at start-up, for a signal in memory that a run before may have left.
    public func reset() {
        withInterruptsMasked { state.pointer.pointee = State() }
    }

    /// Returns when `notify` has been called since the last `wait` returned.
    public func wait() async {
        await withUnsafeContinuation { continuation in
            let isSet = withInterruptsMasked {
                guard !state.pointer.pointee.isSet else {
                    state.pointer.pointee.isSet = false
                    return true
                }
                precondition(state.pointer.pointee.waiter == nil, "two tasks wait for one signal")
                state.pointer.pointee.waiter = continuation
                return false
            }
            if isSet { continuation.resume() }
        }
    }
}
