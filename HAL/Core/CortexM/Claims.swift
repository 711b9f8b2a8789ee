// Which hardware is in use: each pin, peripheral and interrupt line has one owner at a time.

/// Hardware that one owner at a time may have: pins, peripherals, interrupt lines, each by a number that its chip's drivers
/// choose. The owner has a value that cannot be copied; here is only noted that somebody has it.
public enum Claims {
    /// How many numbers there are: 0 up to this, which is none of them.
    public static var count: Int { 256 }

    // SAFETY: touched with interrupts masked.
    nonisolated(unsafe) private static var words = InlineArray<8, UInt32>(repeating: 0)

    /// Claims what has the number; false if somebody has it. Cost: about 15 instructions. Any context.
    public static func claim(_ number: Int) -> Bool {
        withInterruptsMasked {
            let mask = 1 as UInt32 &<< UInt32(truncatingIfNeeded: number)
            guard words[number >> 5] & mask == 0 else { return false }
            words[number >> 5] |= mask
            return true
        }
    }

    /// Lets others claim the number again. Cost: about 15 instructions. Any context.
    public static func release(_ number: Int) {
        withInterruptsMasked { words[number >> 5] &= ~(1 as UInt32 &<< UInt32(truncatingIfNeeded: number)) }
    }

    #if !hasFeature(Embedded)
        /// Releases every number, as a new simulated chip starts with all of its hardware free.
        public static func releaseAll() { words = InlineArray(repeating: 0) }
    #endif
}
