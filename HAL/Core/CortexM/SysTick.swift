// SysTick (ARMv7-M Architecture Reference Manual, B3.3).
import MMIO

#if hasFeature(Embedded)
    import CortexMInstructions
#endif

/// The core's own 24-bit down counter. It counts core clock cycles down to 0, loads the reload value at the next cycle,
/// and so on; reaching 0 makes its exception pending.
public enum SysTick {
    /// The largest reload value.
    public static let maximumReload: UInt32 = 0xFF_FFFF

    /// Starts counting from `reload` down to 0, again and again, with an interrupt each time. The counter is loaded a
    /// cycle from now; returns then. Precondition: `1 <= reload <= maximumReload`.
    public static func start(reload: UInt32) {
        precondition(reload >= 1 && reload <= maximumReload, "SysTick counts 24 bits")
        setReload(reload)
        Register<Word, ReadWrite>(at: 0xE000_E018).write(Word(bits: 0))
        Register<Word, ReadWrite>(at: 0xE000_E010).write(Word(bits: 0b111))
        waitUntilLoaded()
    }

    /// Cycles until the counter is 0 (CVR); one more and it is loaded anew.
    @inlinable @inline(__always)
    public static var current: UInt32 { Register<Word, ReadWrite>(at: 0xE000_E018).read().bits }

    /// What the counter is loaded with when it has reached 0 the next time (RVR).
    @inlinable @inline(__always)
    public static var reload: UInt32 { Register<Word, ReadWrite>(at: 0xE000_E014).read().bits }

    /// Sets what the counter is loaded with when it has reached 0 the next time; the count that runs is not touched (RVR).
    @inlinable @inline(__always)
    public static func setReload(_ reload: UInt32) {
        Register<Word, ReadWrite>(at: 0xE000_E014).write(Word(bits: reload))
    }

    /// Cycles from the reading of the counter in `shorten` to its store: measured, by the same instructions with a
    /// second reading in place of the store. The counter runs and is not about to reach 0. With interrupts masked.
    public static func measureShortening() -> UInt32 {
        #if hasFeature(Embedded)
            martlet_systick_measure()
        #else
            current &- current
        #endif
    }

    /// Has the count that runs reach 0 `cycles` earlier, less the `overhead` that `measureShortening` answered, which
    /// this accounts for; leaves the reload value changed. The count left must be larger than both by some dozens.
    /// With interrupts masked. Returns when the counter counts again, which takes it a cycle.
    public static func shorten(by cycles: UInt32, overhead: UInt32) {
        // One cycle more goes by between the store that clears the counter and its being loaded.
        #if hasFeature(Embedded)
            martlet_systick_shorten(cycles &+ overhead &+ 1)
        #else
            setReload(current &- cycles &- overhead &- 1)
            Register<Word, ReadWrite>(at: 0xE000_E018).write(Word(bits: 0))
        #endif
        waitUntilLoaded()
    }

    /// Returns when the counter, which is 0, has been loaded. That takes a cycle, which is many instructions long where
    /// a slow core clock is emulated.
    public static func waitUntilLoaded() {
        var readings = 0
        while current == 0, readings < 64 { readings &+= 1 }
    }
}
