// How a task waits on the chip: one continuation, and for a task that can be cancelled a record beside the waiting node.
#if hasFeature(Embedded)
    import ConcurrencyABI
    import CortexM
    import Memory

    /// Suspends the task until its wait at `waiter` ends, which has begun and may be over.
    @inline(__always)
    func suspend(_ waiter: Waiter.Pointer, endsWhenCancelled: Bool) async {
        // SAFETY: the record is pinned in this frame until the runtime has given it back; it initializes it.
        let record = PinnedSlots<martlet_cancellation, 1>()
        let isWatched = endsWhenCancelled && martlet_watch_cancellation(record.pointer, waiter)
        await withUnsafeContinuation { Waiter.resume(waiter, by: $0) }
        if isWatched { martlet_unwatch_cancellation(record.pointer) }
    }

    /// The runtime calls this when the task that waits at `waiter` is cancelled. Interrupts are masked.
    @c @implementation
    func martlet_end_cancelled_waiter(_ waiter: UnsafeMutableRawPointer) {
        // SAFETY: the address is one that `suspend` gave, and the node is pinned until that has taken it back.
        Waiter.end(waiter.assumingMemoryBound(to: Waiter.self), .cancelled)
    }
#endif
