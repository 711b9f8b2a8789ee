// How a task waits on the host, where Swift's own runtime keeps the handlers.
#if !hasFeature(Embedded)
    import Builtin
    import CortexM

    /// A node's address on its way into a cancellation handler.
    private struct WaiterReference: @unchecked Sendable {
        // SAFETY of `@unchecked`: what it points to is touched only with interrupts masked.
        let waiter: Waiter.Pointer
    }

    /// See the chip's.
    func suspend(_ waiter: Waiter.Pointer, endsWhenCancelled: Bool) async {
        guard endsWhenCancelled else {
            await withUnsafeContinuation { Waiter.resume(waiter, by: $0) }
            return
        }
        let reference = WaiterReference(waiter: waiter)
        await suspend(waiter) { withInterruptsMasked { Waiter.end(reference.waiter, .cancelled) } }
    }

    /// Not `withTaskCancellationHandler`, since that runs its operation away from the caller's level. The handler is a
    /// parameter, so that what it captures lies in the caller's frame.
    private func suspend(_ waiter: Waiter.Pointer, onCancel handler: @Sendable () -> Void) async {
        let record = Builtin.taskAddCancellationHandler(handler: handler)
        await withUnsafeContinuation { Waiter.resume(waiter, by: $0) }
        Builtin.taskRemoveCancellationHandler(record: record)
    }
#endif
