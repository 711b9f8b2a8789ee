// A core clock beyond the chip's.
// expect: arithmetic operation '168000000 - 180000000' (on type 'UInt32') results in an overflow
import STM32F4Drivers

func configuration() -> ClockConfiguration { ClockConfiguration(crystal: 25_000_000, core: 180_000_000) }
