// A pin that nobody has configured.
// expect: requires the types 'Unconfigured' and 'Output' be equivalent
import STM32F4Drivers

func start(_ pin: borrowing Pin<PA5, Unconfigured>) {
    pin.set(true)
}
