// A driver's pins cannot be taken back while it has them.
// expect: 'transmit' consumed more than once
import Interfaces
import STM32F4Drivers

func start(_ usart: consuming Peripheral<USART1>, _ transmit: consuming Pin<PA9, Unconfigured>, _ clocks: ClockOutcome) {
    guard let receive = PA10.take() else { return }
    _ = USARTDevice(usart, transmit: transmit, receive: receive, clocks: clocks, baudRate: 9600)
    transmit.release()
}
