// A core clock below what the PLL makes.
// expect: arithmetic operation '12000000 - 13000000' (on type 'Frequency' (aka 'Quantity<Hertz, UInt32>')) results in an overflow
import STM32F4Drivers
import Units

func configuration() -> ClockConfiguration { ClockConfiguration(crystal: 8.megahertz, core: 12.megahertz) }
