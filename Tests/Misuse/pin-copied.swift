// Two owners of one pin.
// expect: 'pin' consumed more than once
import STM32F4Drivers

func start(_ pin: consuming Pin<PA5, Unconfigured>) {
    let first = pin.asOutput()
    let second = pin.asInput()
    first.set(second.isHigh)
}
