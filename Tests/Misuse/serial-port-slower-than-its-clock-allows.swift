// A baud rate that the divider of the fastest bus does not reach.
// expect: arithmetic operation '1200 - 1282' (on unsigned 32-bit integer type) results in an overflow
import STM32F4Drivers

func rate() -> BaudRate { 1200 }
