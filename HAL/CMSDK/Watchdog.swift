// The watchdog of Arm's Cortex-M System Design Kit (ARM DDI 0479 section 4.5): a counter that resets the chip unless it is
// fed.
import CMSDKPAC
import CortexM
import MMIO
import Units

/// The watchdog. When its time is up it raises the non-maskable interrupt, which start-up's fault handler answers with a
/// report and a restart; where that hangs too, it resets the chip when its time is up again.
public struct Watchdog: ~Copyable, Sendable {
    /// Why it was not started.
    public enum StartError: Error, Equatable, Sendable {
        /// It counts 32 bits of the clock: 171,798 ms at 25 MHz.
        case outOfRange(Interval)
        /// It did not take its settings.
        case locked
    }

    private static let key: UInt32 = 0x1ACC_E551

    /// Starts it: from here on `feed` has to come within `interval`. `clock` is the peripherals'.
    /// - Throws: `outOfRange` for less than a millisecond or more than 32 bits of the clock, before anything is started;
    ///   `locked` if the settings do not read back.
    public init(
        _ watchdog: consuming Peripheral<WDT>, clock: Frequency, within interval: Interval
    ) throws(StartError) {
        // Rounded down: it bites no later than was asked.
        let milliseconds = UInt32(clamping: interval.microseconds / 1000)
        let cycles = UInt64(milliseconds) &* UInt64(clock / 1.kilohertz)
        guard cycles > 0, cycles <= UInt64(UInt32.max) else { throw .outOfRange(interval) }
        let registers = CMSDK.WDT
        registers.WDOGLOCK.write { $0.bits = Self.key }
        registers.WDOGLOAD.write { $0.bits = UInt32(cycles) }
        registers.WDOGCONTROL.write {
            $0.INTEN = true
            $0.RESEN = true
        }
        guard registers.WDOGLOAD.read().bits == UInt32(cycles), registers.WDOGCONTROL.read().INTEN else {
            throw .locked
        }
        Self.lock()
    }

    /// Begins the time anew. Three stores; any context.
    public func feed() {
        CMSDK.WDT.WDOGLOCK.write { $0.bits = Self.key }
        CMSDK.WDT.WDOGINTCLR.clear(.INT)
        Self.lock()
    }

    /// Anything but the key: a program that runs wild does not feed it.
    private static func lock() { CMSDK.WDT.WDOGLOCK.write { $0.bits = 0 } }
}
