// An output's level is what was set; a pin that is to be read is an input.
// expect: requires the types 'Output' and 'Input' be equivalent
import STM32F4Drivers

func start(_ led: borrowing Pin<PA5, Output>) -> Bool {
    led.isHigh
}
