// One USART given to two serial ports.
// expect: 'usart' consumed more than once
import Interfaces
import STM32F4Drivers

func start(_ usart: consuming Peripheral<USART1>, _ clocks: ClockOutcome) {
    guard let a = PA9.take(), let b = PA10.take(), let c = PB6.take(), let d = PB7.take() else { return }
    _ = USARTDevice(usart, transmit: a, receive: b, clocks: clocks, baudRate: 9600)
    _ = USARTDevice(usart, transmit: c, receive: d, clocks: clocks, baudRate: 9600)
}
