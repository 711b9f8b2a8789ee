// Holding back interrupts by priority, and sleeping until one comes.
@_exported import CriticalSections
@_exported import Failures

#if hasFeature(Embedded)
    import CortexMInstructions
#endif

#if hasFeature(Embedded)
    /// Interrupts of a priority and all that are less urgent, held back (BASEPRI). Each `raise` needs its `restore`, in the
    /// reverse order. Cost: 2 instructions and 1. Context: any.
    package struct BasePriority {
        let before: UInt32
        @inline(__always)
        init(before: UInt32) { self.before = before }

        /// Holds back the interrupts of `priority` too, if they are not already. 0 holds back none.
        @inline(__always)
        package static func raise(to priority: UInt8) -> BasePriority {
            BasePriority(before: martlet_raise_base_priority(UInt32(priority)))
        }

        /// Holds back what was held back before the `raise`.
        @inline(__always)
        package func restore() { martlet_restore_base_priority(before) }
    }

    /// Lets the core take the interrupts that are pending and not held back, before the code that follows. It is needed
    /// after a store that pends one, which takes effect some instructions later (ARMv7-M Architecture Reference Manual,
    /// B3.4.4). Cost: two barriers. Context: any.
    @inlinable @inline(__always)
    public func takePendingInterrupts() {
        martlet_dsb()
        martlet_isb()
    }

    /// Sleeps until an interrupt is pending, even a masked one.
    @inlinable @inline(__always)
    public func waitForInterrupt() { martlet_wfi() }
#else
    /// The host's counterpart of the chip's: the simulated chip looks at what is held back before it takes an interrupt.
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

    /// Sleeps until an interrupt is pending, even a masked one: the simulated chip moves its time on to that.
    public func waitForInterrupt() { HostInterrupts.wait() }
#endif
