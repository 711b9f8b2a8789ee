// Starting the clock tree of the STM32F405: crystal or internal oscillator, through the PLL, to the core (RM0090
// section 7). Every wait for a ready bit is bounded and has an outcome.
import Interfaces
import MMIO
import STM32F405PAC

extension ClockOutcome {
    /// The clock of APB1: at most 42 MHz.
    public var slowBusClock: Frequency { BusPrescaler(core: coreClock, limit: 42.megahertz).clock }
    /// The clock of APB2: at most 84 MHz.
    public var fastBusClock: Frequency { BusPrescaler(core: coreClock, limit: 84.megahertz).clock }
    /// What the timers of APB1 count: twice the clock of a bus that is slower than the core (RM0090 7.2).
    public var slowTimerClock: Frequency { slowBusClock < coreClock ? slowBusClock * 2 : slowBusClock }
}

/// How a bus is made slower than the core: as little as its limit allows.
private struct BusPrescaler {
    /// The core's clock is divided by two to this.
    private let shift: UInt32
    /// The clock of the bus.
    let clock: Frequency

    init(core: Frequency, limit: Frequency) {
        shift = core <= limit ? 0 : core / 2 <= limit ? 1 : 2
        clock = core / (1 << shift)
    }

    /// The value of PPRE1 or PPRE2: 4 and up for dividers of 2 and up.
    var field: UInt8 { shift == 0 ? 0 : UInt8(truncatingIfNeeded: 3 + shift) }
}

/// The clocks of an STM32F405.
public enum ClockTree {
    /// The internal oscillator, which the chip starts from.
    public static let internalOscillator: Frequency = 16.megahertz

    /// How often a ready bit is looked at before it counts as absent: at 16 MHz at least 30 ms, three times
    /// what a slow crystal takes to start.
    private static let timeout = 100_000

    /// Runs the core as configured from the crystal, or from the internal oscillator if the crystal does not start, or at
    /// 16 MHz if the PLL does not lock. Where the registers do not answer at all, as in QEMU, the core is taken to run
    /// as configured already. `DeepSleep` calls it to bring the clocks back.
    public static func start(_ configuration: ClockConfiguration) -> ClockOutcome {
        let rcc = STM32F405.RCC
        guard rcc.CR.read().HSIRDY else { return ClockOutcome(source: .fixed, coreClock: configuration.core) }

        rcc.APB1ENR.modify { $0.PWREN = true }
        // Scale 1: what 168 MHz need (RM0090 5.1.4). It can be set only while the PLL is off.
        STM32F405.PWR.CR.modify { $0.VOS = true }
        rcc.CR.modify { $0.HSEON = true }
        let hasCrystal = wait { rcc.CR.read().HSERDY }
        if !hasCrystal { rcc.CR.modify { $0.HSEON = false } }

        // 1 MHz into the PLL.
        let divider = configuration.coreDivider
        rcc.PLLCFGR.write {
            $0.PLLSRC = hasCrystal ? .HSE : .HSI
            $0.PLLM = UInt8((hasCrystal ? configuration.crystal : internalOscillator) / 1.megahertz)
            $0.PLLN = UInt16(configuration.core / 1.megahertz * divider)
            $0.PLLP = .init(rawValue: UInt8(divider / 2 - 1))
            $0.PLLQ = UInt8(configuration.peripheralDivider)
        }
        rcc.CR.modify { $0.PLLON = true }
        guard wait({ rcc.CR.read().PLLRDY }) else {
            rcc.CR.modify { $0.PLLON = false }
            return ClockOutcome(source: .unscaledInternalOscillator, coreClock: internalOscillator)
        }

        // Before the clock is raised.
        STM32F405.FLASH.ACR.modify {
            $0.LATENCY = configuration.waitStates
            $0.PRFTEN = true
            $0.ICEN = true
            $0.DCEN = true
        }
        rcc.CFGR.modify {
            $0.HPRE = .by1
            $0.PPRE1 = .init(rawValue: BusPrescaler(core: configuration.core, limit: 42.megahertz).field)
            $0.PPRE2 = .init(rawValue: BusPrescaler(core: configuration.core, limit: 84.megahertz).field)
            $0.SW = .PLL
        }
        guard wait({ rcc.CFGR.read().SWS == .PLL }) else {
            return ClockOutcome(source: .unscaledInternalOscillator, coreClock: internalOscillator)
        }
        return ClockOutcome(source: hasCrystal ? .crystal : .internalOscillator, coreClock: configuration.core)
    }

    private static func wait(_ condition: () -> Bool) -> Bool {
        for _ in 0..<timeout where condition() { return true }
        return false
    }
}
