// The pins of USART1, the wrong way round.
// expect: requires that 'PA10' conform to 'USART1TransmitPin'
import Interfaces
import STM32F4Drivers

func start(
    _ usart: consuming Peripheral<USART1>, _ first: consuming Pin<PA9, Unconfigured>,
    _ second: consuming Pin<PA10, Unconfigured>, _ clocks: ClockOutcome
) {
    _ = USARTDevice(usart, transmit: second, receive: first, clocks: clocks, baudRate: 9600)
}
