// A crystal that the chip cannot drive.
// expect: arithmetic operation '32768 - 4000000' (on type 'Frequency' (aka 'Quantity<Hertz, UInt32>')) results in an overflow
import STM32F4Drivers
import Units

func configuration() -> ClockConfiguration { ClockConfiguration(crystal: 32_768.hertz, core: 168.megahertz) }
