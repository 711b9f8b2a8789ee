// A baud rate beyond the chip's.
// expect: arithmetic operation '650000 - 6000000' (on unsigned 32-bit integer type) results in an overflow
import STM32F4Drivers

func rate() -> BaudRate { 6_000_000 }
