// A pin is set by its old name, when it is an output no more.
// expect: 'led' used after consume
import STM32F4Drivers

func start(_ led: consuming Pin<PA5, Output>) {
    let input = led.asInput()
    led.set(true)
    _ = input.isHigh
}
