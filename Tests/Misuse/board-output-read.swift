// An output of the expansion connector has no level to read.
// expect: error: property 'isHigh' requires the types 'Output' and 'Input' be equivalent
import CMSDKDrivers
import Interfaces

func start(_ pin: consuming Pin<EXP5, Unconfigured>) {
    let led = pin.asOutput()
    _ = led.isHigh
}
