// A UART of the MPS2 that two drivers have.
// expect: 'uart' consumed more than once
import CMSDKDrivers

func console(_ uart: consuming Peripheral<UART0>) {
    _ = UARTDevice(uart, clock: 25.megahertz, baudRate: 115_200)
    _ = UARTDevice(uart, clock: 25.megahertz, baudRate: 9600)
}
