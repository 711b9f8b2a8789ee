// What is held back, and sleeping.
@_exported import CriticalSections
@_exported import Failures
#if hasFeature(Embedded)
    import CortexMInstructions
#endif

#if hasFeature(Embedded)
    /// What is held back: interrupts of a priority and all that are less urgent (BASEPRI). Each `raise` needs its
    /// `restore`, in the reverse order. Cost: 2 instructions and 1. Context: any.
    package struct BasePriority {
        let before: UInt32
        @inline(__always)
        init(before: UInt32) { self.before = before }

        /// Holds back the interrupts of `priority` too, if they are not already. 0 means nothing.
        @inline(__always)
        package static func raise(to priority: UInt8) -> BasePriority {
            BasePriority(before: martlet_raise_base_priority(UInt32(priority)))
        }

        /// Holds back what was before the `raise`.
        @inline(__always)
        package func restore() { martlet_restore_base_priority(before) }
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
    /// See the chip's.
    package struct BasePriority {
        let before: UInt8

        package static func raise(to priority: UInt8) -> BasePriority {
            let before = HostInterrupts.basePriority
            if priority != 0, before == 0 || priority < before { HostInterrupts.basePriority = priority }
            return BasePriority(before: before)
        }

        package func restore() {
            HostInterrupts.basePriority = before
            if !HostInterrupts.masked { HostInterrupts.unmasked() }
        }
    }

    /// See the chip's. The simulated chip lets time go on.
    public func waitForInterrupt() { HostInterrupts.wait() }
#endif
