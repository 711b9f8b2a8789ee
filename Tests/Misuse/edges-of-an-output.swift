// The edges of a pin that is an output.
// expect: error: cannot convert value of type 'Pin<EXP5, Output>' to expected argument type 'Pin<EXP5, Input>'
import CMSDKDrivers
import Interfaces

func start(_ pin: consuming Pin<EXP5, Unconfigured>) {
    _ = EdgeInput(pin.asOutput(), on: .rising)
}
