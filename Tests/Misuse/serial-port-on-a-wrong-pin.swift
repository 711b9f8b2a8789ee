// PA5 carries no USART's signal.
// expect: requires that 'PA5' conform to 'USART1TransmitPin'
import Interfaces
import STM32F4Drivers

func start(
    _ usart: consuming Peripheral<USART1>, _ transmit: consuming Pin<PA5, Unconfigured>,
    _ receive: consuming Pin<PA10, Unconfigured>, _ clocks: ClockOutcome
) {
    _ = USARTDevice(usart, transmit: transmit, receive: receive, clocks: clocks, baudRate: 9600)
}
