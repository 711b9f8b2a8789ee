// Short sections that no interrupt may split, and sleeping.
#if hasFeature(Embedded)
    import CortexMInstructions
#endif

/// Runs `body` with every interrupt masked. For what all levels share: keep it to a few dozen instructions,
/// every interrupt waits for it. Cost: 3 instructions besides the body; any context, nesting allowed.
///
/// The simulated chip takes interrupts at bus accesses and when its code waits; the section holds them off
/// there as PRIMASK does on the chip.
@inlinable @inline(__always)
public func withInterruptsMasked<Result: ~Copyable>(_ body: () -> Result) -> Result {
    let mask = InterruptMask.set()
    defer { mask.restore() }
    return body()
}

#if hasFeature(Embedded)
    @usableFromInline @frozen
    struct InterruptMask {
        @usableFromInline let primask: UInt32
        @inlinable @inline(__always)
        init(primask: UInt32) { self.primask = primask }
        @inlinable @inline(__always)
        static func set() -> InterruptMask { InterruptMask(primask: martlet_mask_interrupts()) }
        @inlinable @inline(__always)
        func restore() { martlet_restore_interrupts(primask) }
    }

    /// Takes what is pending and may be taken, before what follows: a store that pends an interrupt is done some
    /// instructions later (ARMv7-M Architecture Reference Manual, B3.4.4).
    @inlinable @inline(__always)
    public func takePendingInterrupts() {
        martlet_dsb()
        martlet_isb()
    }

    /// Sleeps until an interrupt is pending, even a masked one.
    @inlinable @inline(__always)
    public func waitForInterrupt() { martlet_wfi() }
#else
    @usableFromInline
    struct InterruptMask {
        @usableFromInline let wasMasked: Bool
        @usableFromInline
        static func set() -> InterruptMask {
            defer { HostInterrupts.masked = true }
            return InterruptMask(wasMasked: HostInterrupts.masked)
        }
        @usableFromInline
        func restore() {
            HostInterrupts.masked = wasMasked
            if !wasMasked { HostInterrupts.unmasked() }
        }
    }
#endif
