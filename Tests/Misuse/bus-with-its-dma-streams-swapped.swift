// The stream that serves the receiver does not serve the transmitter.
// expect: requires that 'DMA2Stream3' conform to 'SPI1ReceiveStream'
// expect: requires that 'DMA2Stream0' conform to 'SPI1TransmitStream'
import Interfaces
import STM32F4Drivers

func start(
    _ spi: consuming Peripheral<SPI1>, _ clock: consuming Pin<PA5, Unconfigured>,
    _ input: consuming Pin<PA6, Unconfigured>, _ output: consuming Pin<PA7, Unconfigured>,
    _ receiver: consuming Peripheral<DMA2Stream0>, _ transmitter: consuming Peripheral<DMA2Stream3>,
    _ clocks: ClockOutcome
) {
    _ = SPIDMAController(
        spi, clock: clock, input: input, output: output, receivingBy: transmitter, transmittingBy: receiver,
        clocks: clocks, bitRate: 1.megahertz)
}
