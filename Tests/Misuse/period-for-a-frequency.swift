// A time where a frequency is wanted.
// expect: cannot convert value of type 'Interval' (aka 'Quantity<Microsecond, Int64>') to expected argument type 'Frequency' (aka 'Quantity<Hertz, UInt32>')
import Interfaces
import STM32F4Drivers

func startOutput(_ clocks: ClockOutcome) throws(TimerError) {
    guard let timer = TIM3.take() else { return }
    _ = try PulseWidthModulator(timer, frequency: 20.milliseconds, clocks: clocks)
}
