// A crystal that the chip cannot drive.
// expect: arithmetic operation '32768 - 4000000' (on type 'UInt32') results in an overflow
import STM32F4Drivers

func configuration() -> ClockConfiguration { ClockConfiguration(crystal: 32_768, core: 168_000_000) }
