// A pin that is an output already.
// expect: cannot convert value of type 'Pin<PA9, Output>'
import Interfaces
import STM32F4Drivers

func start(
    _ usart: consuming Peripheral<USART1>, _ led: consuming Pin<PA9, Output>,
    _ receive: consuming Pin<PA10, Unconfigured>, _ clocks: ClockOutcome
) {
    _ = USARTDevice(usart, transmit: led, receive: receive, clocks: clocks, baudRate: 9600)
}
