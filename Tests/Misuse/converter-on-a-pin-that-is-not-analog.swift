// A pin is made analog before a converter has it.
// expect: cannot convert value of type 'Pin<PA1, Unconfigured>' to expected argument type 'Pin<PA1, Analog>'
import STM32F4Drivers

func start(_ pin: consuming Pin<PA1, Unconfigured>) -> AnalogInput<ADC1> { AnalogInput<ADC1>(pin) }
