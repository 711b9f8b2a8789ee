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

    /// What is held back: interrupts of a priority and all that are less urgent (BASEPRI). Each `raise` needs its
    /// `restore`, in the reverse order. Cost: 2 instructions and 1. Context: any.
    @frozen
    public struct BasePriority {
        @usableFromInline let before: UInt32
        @inlinable @inline(__always)
        init(before: UInt32) { self.before = before }

        /// Holds back the interrupts of `priority` too, if they are not already. 0 means nothing.
        @inlinable @inline(__always)
        public static func raise(to priority: UInt8) -> BasePriority {
            BasePriority(before: martlet_raise_base_priority(UInt32(priority)))
        }

        /// Holds back what was before the `raise`.
        @inlinable @inline(__always)
        public func restore() { martlet_restore_base_priority(before) }
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

    /// See the chip's.
    public struct BasePriority {
        let before: UInt8

        public static func raise(to priority: UInt8) -> BasePriority {
            let before = HostInterrupts.basePriority
            if priority != 0, before == 0 || priority < before { HostInterrupts.basePriority = priority }
            return BasePriority(before: before)
        }

        public func restore() {
            HostInterrupts.basePriority = before
            if !HostInterrupts.masked { HostInterrupts.unmasked() }
        }
    }

    /// See the chip's. The simulated chip lets time go on.
    public func waitForInterrupt() { HostInterrupts.wait() }
#endif
