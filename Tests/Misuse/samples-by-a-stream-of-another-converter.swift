// DMA2's stream 2 serves ADC2.
// expect: requires that 'DMA2Stream2' conform to 'ADC1Stream'
import Interfaces
import STM32F4Drivers

func start(
    _ adc: consuming Peripheral<ADC1>, _ stream: consuming Peripheral<DMA2Stream2>, _ pin: consuming Pin<PA1, Analog>,
    _ clocks: ClockOutcome
) throws(SamplingError) {
    _ = try ADCSampler(adc, by: stream, inputs: [AnalogInput<ADC1>(pin)], trigger: .continuous, clocks: clocks)
}
