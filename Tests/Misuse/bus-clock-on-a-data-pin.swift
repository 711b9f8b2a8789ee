// SCL and SDA of I2C1, the wrong way round.
// expect: requires that 'PB9' conform to 'I2C1ClockPin'
import Interfaces
import STM32F4Drivers

func start(_ i2c: consuming Peripheral<I2C1>, _ clocks: ClockOutcome) {
    guard let clock = PB8.take(), let data = PB9.take() else { return }
    _ = I2CController(i2c, clock: data, data: clock, clocks: clocks)
}
