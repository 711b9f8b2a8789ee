// A stream moves data for one driver: USART1's transmitter has it, and USART6's cannot have it too.
// expect: 'stream' consumed more than once
import Interfaces
import STM32F4Drivers

func start(
    _ usart1: consuming Peripheral<USART1>, _ usart6: consuming Peripheral<USART6>,
    _ first: consuming Pin<PA9, Unconfigured>, _ second: consuming Pin<PA10, Unconfigured>,
    _ third: consuming Pin<PC6, Unconfigured>, _ fourth: consuming Pin<PC7, Unconfigured>,
    _ stream: consuming Peripheral<DMA2Stream7>, _ other: consuming Peripheral<DMA2Stream2>,
    _ another: consuming Peripheral<DMA2Stream1>, _ clocks: ClockOutcome
) {
    _ = USARTDMADevice(
        usart1, transmit: first, by: stream, receive: second, by: other, clocks: clocks, baudRate: 9600)
    _ = USARTDMADevice(
        usart6, transmit: third, by: stream, receive: fourth, by: another, clocks: clocks, baudRate: 9600)
}
