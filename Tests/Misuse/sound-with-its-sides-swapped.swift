// The first converter's pin is PA4, the second's PA5.
// expect: cannot convert value of type 'Pin<PA5, Analog>' to expected argument type 'Pin<PA4, Analog>'
import Interfaces
import STM32F4Drivers

func start(
    _ dac: consuming Peripheral<DualDAC>, _ left: consuming Pin<PA4, Analog>, _ right: consuming Pin<PA5, Analog>,
    _ stream: consuming Peripheral<DMA1Stream5>, _ timer: consuming Peripheral<TIM6>, _ clocks: ClockOutcome
) throws(TimerError) {
    _ = try DACOutput(dac, left: right, right: left, by: stream, timer: timer, sampleRate: 32_768.hertz, clocks: clocks)
}
