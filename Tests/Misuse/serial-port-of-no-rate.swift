// A baud rate of nothing.
// expect: arithmetic operation '0 - 24' (on unsigned 32-bit integer type) results in an overflow
import CMSDKDrivers

func rate() -> BaudRate { 0 }
