// A core clock that is no whole number of megahertz.
// expect: arithmetic operation '0 - 500000' (on type 'Frequency' (aka 'Quantity<Hertz, UInt32>')) results in an overflow
import STM32F4Drivers
import Units

func configuration() -> ClockConfiguration { ClockConfiguration(crystal: 8.megahertz, core: 100_500.kilohertz) }
