// The converters to voltages listen to TIM6 and TIM7 here.
// expect: requires that 'TIM3' conform to 'DACTimer'
import Interfaces
import STM32F4Drivers

func start(
    _ dac: consuming Peripheral<DualDAC>, _ left: consuming Pin<PA4, Analog>, _ right: consuming Pin<PA5, Analog>,
    _ stream: consuming Peripheral<DMA1Stream5>, _ timer: consuming Peripheral<TIM3>, _ clocks: ClockOutcome
) throws(TimerError) {
    _ = try DACOutput(dac, left: left, right: right, by: stream, timer: timer, sampleRate: 32_768.hertz, clocks: clocks)
}
