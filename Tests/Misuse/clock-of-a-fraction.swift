// A core clock that is no whole number of megahertz.
// expect: arithmetic operation '0 - 500000' (on type 'UInt32') results in an overflow
import STM32F4Drivers

func configuration() -> ClockConfiguration { ClockConfiguration(crystal: 8_000_000, core: 100_500_000) }
