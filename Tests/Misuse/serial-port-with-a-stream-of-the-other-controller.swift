// USART2 is served by DMA1, and not by the stream of that number of DMA2.
// expect: requires that 'DMA2Stream5' conform to 'USART2ReceiveStream'
import Interfaces
import STM32F4Drivers

func start(
    _ usart: consuming Peripheral<USART2>, _ transmit: consuming Pin<PA2, Unconfigured>,
    _ receive: consuming Pin<PA3, Unconfigured>, _ transmitter: consuming Peripheral<DMA1Stream6>,
    _ receiver: consuming Peripheral<DMA2Stream5>, _ clocks: ClockOutcome
) {
    _ = USARTDMADevice(
        usart, transmit: transmit, by: transmitter, receive: receive, by: receiver, clocks: clocks, baudRate: 9600)
}
