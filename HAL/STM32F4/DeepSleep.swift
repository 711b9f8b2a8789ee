// Stop mode (RM0090 section 5.3.4): every clock but the real-time clock's and the watchdog's stands still, memory is kept,
// and the chip draws some 0.3 mA.
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// Stop mode, as one call.
public enum DeepSleep {
    /// Sleeps until a line of EXTI interrupts: a pin's edge, the real-time clock's alarm or its wake-up timer. Then starts
    /// the clocks again as `ClockTree.start` does, and answers what came of it; the interrupt is taken before this returns.
    ///
    /// Returns at once if something is pending already. Only such a line ends it, so make sure that one will come. Meanwhile
    /// `SystemClock` stands still, serial ports hear nothing, and every task waits; how long it lasted, only
    /// the real-time clock tells. Task context.
    public static func sleep(_ configuration: ClockConfiguration) -> ClockOutcome {
        withInterruptsMasked {
            STM32F405.RCC.APB1ENR.modify { $0.PWREN = true }
            STM32F405.PWR.CR.modify {
                // Stop, not standby; the regulator and flash save power and take some 100 us to wake (5.3.4).
                $0.PDDS = false
                $0.LPDS = true
                $0.FPDS = true
            }
            SystemControl.setSleepsDeeply(true)
            // A masked interrupt ends the sleep too, and is taken after this section.
            waitForInterrupt()
            SystemControl.setSleepsDeeply(false)
            // The core has the internal oscillator now.
            return ClockTree.start(configuration)
        }
    }
}
