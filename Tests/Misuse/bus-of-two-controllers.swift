// One SPI made two controllers of.
// expect: 'spi' consumed more than once
import Interfaces
import STM32F4Drivers

func start(_ spi: consuming Peripheral<SPI1>, _ clocks: ClockOutcome) {
    guard let a = PA5.take(), let b = PA6.take(), let c = PA7.take() else { return }
    guard let d = PB3.take(), let e = PB4.take(), let f = PB5.take() else { return }
    _ = SPIController(spi, clock: a, input: b, output: c, clocks: clocks, bitRate: 1.megahertz)
    _ = SPIController(spi, clock: d, input: e, output: f, clocks: clocks, bitRate: 1.megahertz)
}
