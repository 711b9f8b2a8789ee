// Short sections that no interrupt may split. A module below MMIO, since each change of a register is one.
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

/// Whether interrupts are held back by a section or a lock that this is inside of. Any context.
package var areInterruptsHeldBack: Bool {
    #if hasFeature(Embedded)
        martlet_are_interrupts_held_back()
    #else
        HostInterrupts.masked || HostInterrupts.basePriority != 0
    #endif
}

#if hasFeature(Embedded)
    /// Whether a handler runs, or a task of a level in one. Any context.
    package var isInHandler: Bool { martlet_active_exception() != 0 }
#endif

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
