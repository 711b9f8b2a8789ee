// What the simulated chip shares with code that takes interrupts.
#if !hasFeature(Embedded)
    /// What the simulated chip shares with code that takes interrupts: the table and the mask.
    public enum HostInterrupts {
        /// What answers an exception, by its number: a line's number and 16. `VectorTable` fills it.
        // SAFETY: one simulated chip runs at a time and all its code on one thread, as `CurrentBus` says.
        nonisolated(unsafe) public static var handlers: [Int: () -> Void] = [:]
        /// Whether every interrupt is held back, as by PRIMASK on the chip.
        // SAFETY: as above.
        nonisolated(unsafe) public static var masked = false
        /// Interrupts of this priority and less urgent ones are held back; 0 holds none back (BASEPRI).
        // SAFETY: as above.
        nonisolated(unsafe) public static var basePriority: UInt8 = 0
        /// Called when the mask is taken off: what is pending is taken then, as on the chip.
        // SAFETY: as above.
        nonisolated(unsafe) public static var unmasked: () -> Void = {}
        /// Called where the core sleeps until something is pending.
        // SAFETY: as above.
        nonisolated(unsafe) public static var wait: () -> Void = {}
        /// Called where the core is busy for some microseconds.
        // SAFETY: as above.
        nonisolated(unsafe) public static var spend: (Int64) -> Void = { _ in }
    }
#endif
