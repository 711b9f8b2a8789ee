// A core clock below what the PLL makes.
// expect: arithmetic operation '12000000 - 13000000' (on type 'UInt32') results in an overflow
import STM32F4Drivers

func configuration() -> ClockConfiguration { ClockConfiguration(crystal: 8_000_000, core: 12_000_000) }
