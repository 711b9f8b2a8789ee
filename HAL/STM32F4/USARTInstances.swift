// The USARTs of the chip and the pins they may have (RM0090 7.3.13, 7.3.14; DS8626 table 9).
import Interfaces
import MMIO
import STM32F405PAC

/// One of the chip's USARTs.
public protocol USARTInstance: PeripheralIdentity {
    /// Its registers, at its address.
    static var registers: USART { get }
    /// The clock of its bus.
    static func clock(_ clocks: ClockOutcome) -> Frequency
    /// What the vector table calls its interrupt.
    static var interrupt: Interrupt { get }
    /// The alternate function of its pins.
    static var function: UInt8 { get }
    /// The channel of the streams that serve it.
    static var streamChannel: UInt8 { get }
}

/// A USART of the faster bus.
public enum USART1: USARTInstance {
    public static var claim: Int { 144 }
    public static var registers: USART { STM32F405.USART1 }
    public static var interrupt: Interrupt { .USART1 }
    public static var function: UInt8 { 7 }
    public static var streamChannel: UInt8 { 4 }
    public static func turnOn() { STM32F405.RCC.APB2ENR.modify { $0.USART1EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> Frequency { clocks.fastBusClock }
}
/// A USART of the slower bus.
public enum USART2: USARTInstance {
    public static var claim: Int { 145 }
    public static var registers: USART { STM32F405.USART2 }
    public static var interrupt: Interrupt { .USART2 }
    public static var function: UInt8 { 7 }
    public static var streamChannel: UInt8 { 4 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.USART2EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> Frequency { clocks.slowBusClock }
}
/// A USART of the slower bus.
public enum USART3: USARTInstance {
    public static var claim: Int { 146 }
    public static var registers: USART { STM32F405.USART3 }
    public static var interrupt: Interrupt { .USART3 }
    public static var function: UInt8 { 7 }
    public static var streamChannel: UInt8 { 4 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.USART3EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> Frequency { clocks.slowBusClock }
}
/// A port of the slower bus, which is asynchronous only.
public enum UART4: USARTInstance {
    public static var claim: Int { 147 }
    public static var registers: USART { STM32F405.UART4 }
    public static var interrupt: Interrupt { .UART4 }
    public static var function: UInt8 { 8 }
    public static var streamChannel: UInt8 { 4 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.UART4EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> Frequency { clocks.slowBusClock }
}
/// A port of the slower bus, which is asynchronous only. Its transmitter has one pin here, PC12, and its receiver one, PD2.
public enum UART5: USARTInstance {
    public static var claim: Int { 148 }
    public static var registers: USART { STM32F405.UART5 }
    public static var interrupt: Interrupt { .UART5 }
    public static var function: UInt8 { 8 }
    public static var streamChannel: UInt8 { 4 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.UART5EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> Frequency { clocks.slowBusClock }
}
/// A USART of the faster bus.
public enum USART6: USARTInstance {
    public static var claim: Int { 149 }
    public static var registers: USART { STM32F405.USART6 }
    public static var interrupt: Interrupt { .USART6 }
    public static var function: UInt8 { 8 }
    public static var streamChannel: UInt8 { 5 }
    public static func turnOn() { STM32F405.RCC.APB2ENR.modify { $0.USART6EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> Frequency { clocks.fastBusClock }
}

extension USARTDevice {
    // One initialiser a USART, of a line: a pin carries signals of several, as PC10 does, and Swift has no protocol with a
    // parameter that a type could meet for each of them. So each signal is a protocol, and each initialiser names its own.

    /// Turns it on at `baudRate`, with 8 data bits, no parity and one stop bit, and gives it its two pins. A rate that these
    /// clocks cannot be divided to is a fault.
    public init<Transmit: USART1TransmitPin, Receive: USART1ReceivePin>(
        _ usart: consuming Peripheral<USART1>, transmit: consuming Pin<Transmit, Unconfigured>,
        receive: consuming Pin<Receive, Unconfigured>, clocks: ClockOutcome, baudRate: BaudRate
    ) { self.init(usart, transmit, receive, clocks, baudRate) }
    /// The same for USART2.
    public init<Transmit: USART2TransmitPin, Receive: USART2ReceivePin>(
        _ usart: consuming Peripheral<USART2>, transmit: consuming Pin<Transmit, Unconfigured>,
        receive: consuming Pin<Receive, Unconfigured>, clocks: ClockOutcome, baudRate: BaudRate
    ) { self.init(usart, transmit, receive, clocks, baudRate) }
    /// The same for USART3.
    public init<Transmit: USART3TransmitPin, Receive: USART3ReceivePin>(
        _ usart: consuming Peripheral<USART3>, transmit: consuming Pin<Transmit, Unconfigured>,
        receive: consuming Pin<Receive, Unconfigured>, clocks: ClockOutcome, baudRate: BaudRate
    ) { self.init(usart, transmit, receive, clocks, baudRate) }
    /// The same for UART4.
    public init<Transmit: UART4TransmitPin, Receive: UART4ReceivePin>(
        _ usart: consuming Peripheral<UART4>, transmit: consuming Pin<Transmit, Unconfigured>,
        receive: consuming Pin<Receive, Unconfigured>, clocks: ClockOutcome, baudRate: BaudRate
    ) { self.init(usart, transmit, receive, clocks, baudRate) }
    /// The same for UART5.
    public init<Transmit: UART5TransmitPin, Receive: UART5ReceivePin>(
        _ usart: consuming Peripheral<UART5>, transmit: consuming Pin<Transmit, Unconfigured>,
        receive: consuming Pin<Receive, Unconfigured>, clocks: ClockOutcome, baudRate: BaudRate
    ) { self.init(usart, transmit, receive, clocks, baudRate) }
    /// The same for USART6.
    public init<Transmit: USART6TransmitPin, Receive: USART6ReceivePin>(
        _ usart: consuming Peripheral<USART6>, transmit: consuming Pin<Transmit, Unconfigured>,
        receive: consuming Pin<Receive, Unconfigured>, clocks: ClockOutcome, baudRate: BaudRate
    ) { self.init(usart, transmit, receive, clocks, baudRate) }

    /// Takes any pins: who calls it has seen to it that they carry the signals.
    init<Instance: USARTInstance, Transmit: PinIdentity, Receive: PinIdentity>(
        _ usart: consuming Peripheral<Instance>, _ transmit: consuming Pin<Transmit, Unconfigured>,
        _ receive: consuming Pin<Receive, Unconfigured>, _ clocks: ClockOutcome, _ baudRate: BaudRate
    ) {
        usart.turnedOn()
        // Pulled up, so that a line nobody drives reads idle.
        transmit.connect(to: Instance.function, pull: .up)
        receive.connect(to: Instance.function, pull: .up)
        self.init(
            Instance.registers, clock: Instance.clock(clocks), baudRate: baudRate,
            holdings: Holdings(Instance.self, Transmit.self, Receive.self))
    }
}
