// A timer that counts for an input and for outputs.
// expect: 'timer' consumed more than once
import Interfaces
import STM32F4Drivers

func start(_ timer: consuming Peripheral<TIM2>, _ clocks: ClockOutcome) throws(TimerError) {
    _ = try InputCapture(timer, frequency: 1.megahertz, clocks: clocks)
    _ = try PulseWidthModulator(timer, frequency: 1.kilohertz, clocks: clocks)
}
