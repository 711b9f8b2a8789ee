// One pin given to two serial ports.
// expect: 'pin' consumed more than once
import Interfaces
import STM32F4Drivers

func start(
    _ first: consuming Peripheral<USART1>, _ second: consuming Peripheral<USART3>,
    _ pin: consuming Pin<PB10, Unconfigured>, _ clocks: ClockOutcome
) {
    guard let transmit = PB6.take(), let receive = PB7.take(), let other = PB11.take() else { return }
    _ = USARTDevice(second, transmit: pin, receive: other, clocks: clocks, baudRate: 9600)
    _ = USARTDevice(first, transmit: transmit, receive: receive, clocks: clocks, baudRate: 9600)
    _ = pin.asOutput()
}
