// The select pin's and the clock's are one.
// expect: 'clock' consumed more than once
import Interfaces
import STM32F4Drivers

func start(_ spi: consuming Peripheral<SPI1>, _ clocks: ClockOutcome) {
    guard let clock = PA5.take(), let input = PA6.take(), let output = PA7.take() else { return }
    _ = SPIController(spi, clock: clock, input: input, output: output, clocks: clocks, bitRate: 1.megahertz)
    let select = clock.asOutput(isHigh: true)
    select.set(false)
}
