// USART2's pins given to USART1.
// expect: cannot convert value of type 'Peripheral<USART1>' to expected argument type 'Peripheral<USART2>'
import Interfaces
import STM32F4Drivers

func start(
    _ usart: consuming Peripheral<USART1>, _ transmit: consuming Pin<PA2, Unconfigured>,
    _ receive: consuming Pin<PA3, Unconfigured>, _ clocks: ClockOutcome
) {
    _ = USARTDevice(usart, transmit: transmit, receive: receive, clocks: clocks, baudRate: 9600)
}
