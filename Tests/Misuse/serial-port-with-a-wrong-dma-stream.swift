// DMA2's stream 3 does not serve USART1's receiver.
// expect: requires that 'DMA2Stream3' conform to 'USART1ReceiveStream'
import Interfaces
import STM32F4Drivers

func start(
    _ usart: consuming Peripheral<USART1>, _ transmit: consuming Pin<PA9, Unconfigured>,
    _ receive: consuming Pin<PA10, Unconfigured>, _ transmitter: consuming Peripheral<DMA2Stream7>,
    _ receiver: consuming Peripheral<DMA2Stream3>, _ clocks: ClockOutcome
) {
    _ = USARTDMADevice(
        usart, transmit: transmit, by: transmitter, receive: receive, by: receiver, clocks: clocks, baudRate: 9600)
}
