// A pin of the expansion connector in two hands.
// expect: error: 'pin' consumed more than once
import CMSDKDrivers
import Interfaces

func start(_ pin: consuming Pin<EXP5, Unconfigured>) {
    _ = pin.asOutput()
    _ = pin.asInput()
}
