// A general-purpose timer as an interval timer (RM0090 section 18.3.2).
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// A timer whose intervals change while the program runs, and end as exactly as it can count: to the clock on TIM2 and TIM5,
/// and to one part in 32,768 or better on TIM3 and TIM4.
public struct TimerDevice<Timer: GeneralTimer>: IntervalTimerDevice {
    private let clock: Frequency

    /// The timer's line.
    public var interruptLine: InterruptLine { Timer.interruptLine }

    /// Takes a timer, which stands still until `start`.
    public init(_ timer: consuming Peripheral<Timer>, clocks: ClockOutcome) {
        timer.turnedOn()
        clock = clocks.slowTimerClock
        stop()
    }

    public func start(every interval: Interval) throws(IntervalTimerError) {
        guard let microseconds = UInt32(exactly: interval.microseconds) else { throw .outOfRange(interval) }
        // Rounded up, here and below: no interval is shorter than asked.
        let total = (UInt64(microseconds) &* UInt64(clock.hertz) &+ 999_999) / 1_000_000
        // The smallest divider with which the interval fits the counter.
        let divider = (max(total, 1) &- 1) >> UInt64(Timer.counterBits) &+ 1
        guard total >= 2, divider <= 65_536 else { throw .outOfRange(interval) }
        stop()
        let counts = (total &+ divider &- 1) / divider
        TimerPeriod(divider: UInt32(divider), counts: UInt32(truncatingIfNeeded: counts)).start(Timer.self)
        Timer.registers.DIER.modify { $0.UIE = true }
    }

    public func stop() {
        Timer.registers.CR1.modify { $0.CEN = false }
        Timer.registers.DIER.modify { $0.UIE = false }
        Timer.registers.SR.clear(.UIF)
    }

    /// Ends the driver: the timer stops, and may be taken again. Copies of the device are of no use from here.
    public func release() {
        stop()
        Claims.release(Timer.claim)
    }

    public func takeEnd() -> Bool {
        guard Timer.registers.SR.read().UIF else { return false }
        Timer.registers.SR.clear(.UIF)
        return true
    }
}
