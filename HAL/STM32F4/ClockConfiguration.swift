// What the clocks of an STM32F405 are to be (RM0090 section 7.2; DS8626 tables 14 and 36). Impossible frequencies do not
// compile.
import Units

/// A crystal, a core clock that the PLL can make from it, and what follows from the two.
///
/// The numbers are checked by subtractions that must not overflow. The compiler carries them out where it is given
/// literals, so that what cannot be is an error at the place that asks for it:
///
///     ClockConfiguration(crystal: 25.megahertz, core: 180.megahertz)
///     // error: arithmetic operation '168000000 - 180000000' (on type 'Frequency' (aka 'Quantity<Hertz, UInt32>'))
///     // results in an overflow
///
/// Numbers that are known only when the program runs end it there.
public struct ClockConfiguration: Equatable, Sendable {
    /// The crystal.
    public let crystal: Frequency
    /// What the core is to run at.
    public let core: Frequency

    /// A crystal of 4 to 26 MHz and a core clock of 13 to 168 MHz, both whole megahertz, at a supply of 2.7 V or more.
    /// The oscillator of the PLL runs at 100 to 432 MHz, and is divided by 2, 4, 6 or 8: all whole megahertz in that range
    /// can be made.
    @_transparent
    public init(crystal: Frequency, core: Frequency) {
        _ = crystal.hertz - 4_000_000
        _ = 26_000_000 - crystal.hertz
        _ = 0 - crystal.hertz % 1_000_000
        _ = core.hertz - 13_000_000
        _ = 168_000_000 - core.hertz
        _ = 0 - core.hertz % 1_000_000
        self.crystal = crystal
        self.core = core
    }

    /// What the PLL's oscillator is divided by for the core (PLLP): one that makes the 48 MHz of USB possible, if there is
    /// one, else the smallest.
    var coreDivider: UInt32 {
        var smallest: UInt32 = 0
        var divider: UInt32 = 8
        while divider >= 2 {
            let megahertz = core / 1.megahertz * divider
            if megahertz >= 100, megahertz <= 432 {
                if megahertz % 48 == 0 { return divider }
                smallest = divider
            }
            divider -= 2
        }
        return smallest
    }

    /// What it is divided by for USB, the random numbers and the cards (PLLQ): to 48 MHz, or as little below as can be.
    var peripheralDivider: UInt32 { (core / 1.megahertz * coreDivider + 47) / 48 }

    /// Whether there are exactly 48 MHz for USB.
    public var hasUSBClock: Bool { core / 1.megahertz * coreDivider % 48 == 0 }

    /// What flash needs to answer beyond one cycle (RM0090 table 10, 2.7 V or more).
    var waitStates: UInt8 { UInt8(truncatingIfNeeded: (core - 1.hertz) / 30.megahertz) }
}
