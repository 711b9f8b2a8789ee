// A pin that drives would fight with the converter.
// expect: 'Pin<PA4, Output>' to expected argument type 'Pin<PA4, Analog>'
import Interfaces
import STM32F4Drivers

func start(
    _ dac: consuming Peripheral<DualDAC>, _ left: consuming Pin<PA4, Output>, _ right: consuming Pin<PA5, Analog>,
    _ stream: consuming Peripheral<DMA1Stream5>, _ timer: consuming Peripheral<TIM6>, _ clocks: ClockOutcome
) throws(TimerError) {
    _ = try DACOutput(dac, left: left, right: right, by: stream, timer: timer, sampleRate: 32_768.hertz, clocks: clocks)
}
