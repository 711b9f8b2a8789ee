// A core clock beyond the chip's.
// expect: arithmetic operation '168000000 - 180000000' (on type 'Frequency' (aka 'Quantity<Hertz, UInt32>')) results in an overflow
import STM32F4Drivers
import Units

func configuration() -> ClockConfiguration { ClockConfiguration(crystal: 25.megahertz, core: 180.megahertz) }
