// MISO and MOSI of SPI1, the wrong way round.
// expect: requires that 'PA7' conform to 'SPI1InputPin'
import Interfaces
import STM32F4Drivers

func start(_ spi: consuming Peripheral<SPI1>, _ clocks: ClockOutcome) {
    guard let clock = PA5.take(), let input = PA6.take(), let output = PA7.take() else { return }
    _ = SPIController(spi, clock: clock, input: output, output: input, clocks: clocks, bitRate: 1.megahertz)
}
