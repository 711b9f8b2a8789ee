// PB3 is no channel of a converter.
// expect: requires that 'PB3' conform to 'ADC12Pin'
import STM32F4Drivers

func start(_ pin: consuming Pin<PB3, Analog>) -> AnalogInput<ADC1> { AnalogInput<ADC1>(pin) }
