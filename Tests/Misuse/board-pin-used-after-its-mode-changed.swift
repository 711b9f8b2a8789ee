// A pin of the expansion connector, driven after its change to an input.
// expect: error: 'led' used after consume
import CMSDKDrivers
import Interfaces

func start(_ pin: consuming Pin<EXP5, Unconfigured>) {
    let led = pin.asOutput()
    let input = led.asInput()
    led.set(true)
    _ = input.isHigh
}
