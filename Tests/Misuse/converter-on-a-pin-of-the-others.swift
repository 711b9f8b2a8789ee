// PA4 is a channel of ADC1 and ADC2, and not of ADC3.
// expect: requires that 'PA4' conform to 'ADC3Pin'
import STM32F4Drivers

func start(_ pin: consuming Pin<PA4, Analog>) -> AnalogInput<ADC3> { AnalogInput<ADC3>(pin) }
