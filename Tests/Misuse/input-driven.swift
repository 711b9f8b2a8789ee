// An input cannot be set.
// expect: requires the types 'Input' and 'Output' be equivalent
import STM32F4Drivers

func start(_ button: borrowing Pin<PA0, Input>) {
    button.set(true)
}
