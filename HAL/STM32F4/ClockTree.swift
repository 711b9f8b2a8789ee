// The clock tree of the STM32F405: crystal or internal oscillator, through the PLL, to 168 MHz (RM0090
// section 7). Every wait for a ready bit is bounded and has an outcome.
import Interfaces
import MMIO
import STM32F405PAC

extension ClockOutcome {
    /// The clock of APB1, in hertz: a quarter of the core's, or the core's where the prescalers were left alone.
    public var slowBusClock: UInt32 { source == .unscaledInternalOscillator ? coreClock : coreClock / 4 }
    /// The clock of APB2, in hertz: half of the core's, or the core's.
    public var fastBusClock: UInt32 { source == .unscaledInternalOscillator ? coreClock : coreClock / 2 }
}

/// Clocks of an STM32F405 at its full speed.
public enum ClockTree {
    /// Core clock with the PLL locked, in hertz; APB1 runs at a quarter of it, APB2 at half.
    public static let fullSpeed: UInt32 = 168_000_000
    /// The internal oscillator, which the chip starts from.
    public static let internalOscillator: UInt32 = 16_000_000

    /// How often a ready bit is looked at before it counts as absent: at 16 MHz at least 30 ms, three times
    /// what a slow crystal takes to start.
    private static let patience = 100_000

    /// Runs the core at 168 MHz from a crystal of `crystal` hertz (a whole number of megahertz, 4 to 26), or
    /// from the internal oscillator if the crystal does not start, or at 16 MHz if the PLL does not lock.
    /// Where the registers do not answer at all, as in QEMU, the clock is taken to be 168 MHz already.
    public static func start(crystal: UInt32) -> ClockOutcome {
        let rcc = STM32F405.RCC
        guard rcc.CR.read().HSIRDY else { return ClockOutcome(source: .fixed, coreClock: fullSpeed) }

        STM32F405.RCC.APB1ENR.modify { $0.PWREN = true }
        STM32F405.PWR.CR.modify { $0.VOS = true }
        rcc.CR.modify { $0.HSEON = true }
        let hasCrystal = wait { rcc.CR.read().HSERDY }
        if !hasCrystal { rcc.CR.modify { $0.HSEON = false } }

        // 1 MHz into the PLL, 336 MHz out of its oscillator, 168 MHz to the core, 48 MHz to USB.
        rcc.PLLCFGR.write {
            $0.PLLSRC = hasCrystal ? .HSE : .HSI
            $0.PLLM = UInt8((hasCrystal ? crystal : internalOscillator) / 1_000_000)
            $0.PLLN = 336
            $0.PLLP = .by2
            $0.PLLQ = 7
        }
        rcc.CR.modify { $0.PLLON = true }
        guard wait({ rcc.CR.read().PLLRDY }) else {
            rcc.CR.modify { $0.PLLON = false }
            return ClockOutcome(source: .unscaledInternalOscillator, coreClock: internalOscillator)
        }

        // Five wait states at 168 MHz and 2.7 V or more (RM0090 table 10), before the clock is raised.
        STM32F405.FLASH.ACR.modify {
            $0.LATENCY = 5
            $0.PRFTEN = true
            $0.ICEN = true
            $0.DCEN = true
        }
        rcc.CFGR.modify {
            $0.HPRE = .by1
            $0.PPRE1 = .by4
            $0.PPRE2 = .by2
            $0.SW = .PLL
        }
        guard wait({ rcc.CFGR.read().SWS == .PLL }) else {
            return ClockOutcome(source: .unscaledInternalOscillator, coreClock: internalOscillator)
        }
        return ClockOutcome(source: hasCrystal ? .crystal : .internalOscillator, coreClock: fullSpeed)
    }

    private static func wait(_ condition: () -> Bool) -> Bool {
        for _ in 0..<patience where condition() { return true }
        return false
    }
}
