// A timer that interrupts once in each period (RM0090 section 18.3.2).
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// Ticks of a timer, as a device whose edges `EdgeStream` gives to a task. They come as exactly as the timer's clock
/// whatever the tasks do; for what may wait for others `Ticker` needs no hardware.
public struct PeriodicTimer<Timer: GeneralTimer>: EdgeDevice {
    public var interruptLine: InterruptLine { Timer.interruptLine }
    /// It has no level.
    public var isHigh: Bool { true }

    /// Ticks `frequency` times a second, from one period on from now.
    public init(
        _ timer: consuming Peripheral<Timer>, frequency: UInt32, clocks: ClockOutcome
    ) throws(TimerError) {
        let period = try TimerPeriod(Timer.self, frequency: frequency, clocks: clocks)
        timer.turnedOn()
        period.start(Timer.self)
        Timer.registers.DIER.modify { $0.UIE = true }
    }

    public func takeEdge() -> Bool {
        guard Timer.registers.SR.read().UIF else { return false }
        Timer.registers.SR.clear(.UIF)
        return true
    }
}
