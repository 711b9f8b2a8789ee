// The independent watchdog (RM0090 section 21): an own oscillator and counter that reset the chip unless they are fed.
import Interfaces
import MMIO
import STM32F405PAC
import Units

/// The watchdog, as a peripheral.
public enum IWDG: PeripheralIdentity {
    public static var claim: Int { 184 }
    /// Its own oscillator starts with it.
    public static func turnOn() {}
}

/// The watchdog, which nothing but a reset stops once it has been started.
public struct Watchdog: ~Copyable, Sendable {
    /// Why it was not started.
    public enum StartError: Error, Equatable, Sendable {
        /// It counts to 4096 at the most, at an eighth of a kilohertz: 32 s.
        case outOfRange(Interval)
        /// The watchdog did not take its settings: they are taken over in the clock of its oscillator.
        case timeout
    }

    private enum Key {
        static let unlock: UInt16 = 0x5555
        static let feed: UInt16 = 0xAAAA
        static let start: UInt16 = 0xCCCC
    }

    /// Looks at a busy flag before giving up: at 168 MHz some 3 ms, where 5 cycles of 17 kHz are 0.3.
    private static let timeout = 100_000

    /// Starts it: from here on `feed` has to come within `interval`. Its oscillator has 32 kHz give or take half
    /// (DS8626 table 35), so it may bite after two thirds of the time or take twice as long.
    /// - Throws: `outOfRange` for less than a millisecond or more than 32,768, before anything is started; `timeout` if the
    ///   settings are not taken over. It runs then all the same, with the time it had or has from reset, 512 ms.
    public init(_ watchdog: consuming Peripheral<IWDG>, within interval: Interval) throws(StartError) {
        // Rounded down: it bites no later than was asked.
        let milliseconds = UInt32(clamping: interval.microseconds / 1000)
        watchdog.turnedOn()
        // The smallest divider, from 4 up, with which the time fits the counter's 12 bits.
        var exponent: UInt32 = 0
        while exponent < 6, (milliseconds &* 8) >> exponent > 4096 { exponent &+= 1 }
        let count = (milliseconds &* 8) >> exponent
        guard milliseconds > 0, milliseconds <= 32_768, count >= 1, count <= 4096 else {
            throw .outOfRange(interval)
        }
        Self.write(Key.start)
        Self.write(Key.unlock)
        let registers = STM32F405.IWDG
        guard Self.wait(while: { registers.SR.read().PVU }) else { throw .timeout }
        registers.PR.write { $0.PR = UInt8(exponent) }
        guard Self.wait(while: { registers.SR.read().RVU }) else { throw .timeout }
        registers.RLR.write { $0.RL = UInt16(count &- 1) }
        guard Self.wait(while: { registers.SR.read().bits != 0 }) else { throw .timeout }
        Self.write(Key.feed)
    }

    /// Begins the time anew. One store; any context.
    public func feed() { Self.write(Key.feed) }

    private static func write(_ key: UInt16) { STM32F405.IWDG.KR.write { $0.set(KEY: key) } }

    private static func wait(while isBusy: () -> Bool) -> Bool {
        for _ in 0..<timeout where !isBusy() { return true }
        return false
    }
}
