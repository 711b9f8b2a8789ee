// A clock as a bare number.
// expect: cannot convert value of type 'Int' to expected argument type 'Frequency' (aka 'Quantity<Hertz, UInt32>')
import STM32F4Drivers

func configuration() -> ClockConfiguration { ClockConfiguration(crystal: 25_000_000, core: 168_000_000) }
