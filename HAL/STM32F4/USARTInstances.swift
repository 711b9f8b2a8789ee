// The USARTs of the chip and the pins they may have (RM0090 7.3.13, 7.3.14; DS8626 table 9).
import Interfaces
import MMIO
import STM32F405PAC

/// One of the chip's USARTs.
public protocol USARTInstance: PeripheralIdentity {
    /// Its registers, at its address.
    static var registers: USART { get }
    /// The clock of its bus, in hertz.
    static func clock(_ clocks: ClockOutcome) -> UInt32
    /// What the vector table calls its interrupt.
    static var interrupt: Interrupt { get }
}

/// A USART of the faster bus.
public enum USART1: USARTInstance {
    public static var claim: Int { 144 }
    public static var registers: USART { STM32F405.USART1 }
    public static var interrupt: Interrupt { .USART1 }
    public static func turnOn() { STM32F405.RCC.APB2ENR.modify { $0.USART1EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> UInt32 { clocks.fastBusClock }
}
/// A USART of the slower bus.
public enum USART2: USARTInstance {
    public static var claim: Int { 145 }
    public static var registers: USART { STM32F405.USART2 }
    public static var interrupt: Interrupt { .USART2 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.USART2EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> UInt32 { clocks.slowBusClock }
}
/// A USART of the slower bus.
public enum USART3: USARTInstance {
    public static var claim: Int { 146 }
    public static var registers: USART { STM32F405.USART3 }
    public static var interrupt: Interrupt { .USART3 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.USART3EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> UInt32 { clocks.slowBusClock }
}
/// A port of the slower bus, which is asynchronous only.
public enum UART4: USARTInstance {
    public static var claim: Int { 147 }
    public static var registers: USART { STM32F405.UART4 }
    public static var interrupt: Interrupt { .UART4 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.UART4EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> UInt32 { clocks.slowBusClock }
}
/// A port of the slower bus, which is asynchronous only. Its transmitter has one pin here, PC12, and its receiver one, PD2.
public enum UART5: USARTInstance {
    public static var claim: Int { 148 }
    public static var registers: USART { STM32F405.UART5 }
    public static var interrupt: Interrupt { .UART5 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.UART5EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> UInt32 { clocks.slowBusClock }
}
/// A USART of the faster bus.
public enum USART6: USARTInstance {
    public static var claim: Int { 149 }
    public static var registers: USART { STM32F405.USART6 }
    public static var interrupt: Interrupt { .USART6 }
    public static func turnOn() { STM32F405.RCC.APB2ENR.modify { $0.USART6EN = true } }
    public static func clock(_ clocks: ClockOutcome) -> UInt32 { clocks.fastBusClock }
}

extension USARTDevice {
    /// Turns it on at `baudRate`, with 8 data bits, no parity and one stop bit, and gives it its two pins. A rate that these
    /// clocks cannot be divided to is a fault.
    public init<Transmit: USART1TransmitPin, Receive: USART1ReceivePin>(
        _ usart: consuming Peripheral<USART1>, transmit: consuming Pin<Transmit, Unconfigured>,
        receive: consuming Pin<Receive, Unconfigured>, clocks: ClockOutcome, baudRate: BaudRate
    ) {
        self.init(usart, transmit, receive, function: 7, clocks: clocks, baudRate: baudRate)
    }
    /// Turns it on at `baudRate`, with 8 data bits, no parity and one stop bit, and gives it its two pins. A rate that these
    /// clocks cannot be divided to is a fault.
    public init<Transmit: USART2TransmitPin, Receive: USART2ReceivePin>(
        _ usart: consuming Peripheral<USART2>, transmit: consuming Pin<Transmit, Unconfigured>,
        receive: consuming Pin<Receive, Unconfigured>, clocks: ClockOutcome, baudRate: BaudRate
    ) {
        self.init(usart, transmit, receive, function: 7, clocks: clocks, baudRate: baudRate)
    }
    /// Turns it on at `baudRate`, with 8 data bits, no parity and one stop bit, and gives it its two pins. A rate that these
    /// clocks cannot be divided to is a fault.
    public init<Transmit: USART3TransmitPin, Receive: USART3ReceivePin>(
        _ usart: consuming Peripheral<USART3>, transmit: consuming Pin<Transmit, Unconfigured>,
        receive: consuming Pin<Receive, Unconfigured>, clocks: ClockOutcome, baudRate: BaudRate
    ) {
        self.init(usart, transmit, receive, function: 7, clocks: clocks, baudRate: baudRate)
    }
    /// Turns it on at `baudRate`, with 8 data bits, no parity and one stop bit, and gives it its two pins. A rate that these
    /// clocks cannot be divided to is a fault.
    public init<Transmit: UART4TransmitPin, Receive: UART4ReceivePin>(
        _ usart: consuming Peripheral<UART4>, transmit: consuming Pin<Transmit, Unconfigured>,
        receive: consuming Pin<Receive, Unconfigured>, clocks: ClockOutcome, baudRate: BaudRate
    ) {
        self.init(usart, transmit, receive, function: 8, clocks: clocks, baudRate: baudRate)
    }
    /// Turns it on at `baudRate`, with 8 data bits, no parity and one stop bit, and gives it its two pins. A rate that these
    /// clocks cannot be divided to is a fault.
    public init<Transmit: UART5TransmitPin, Receive: UART5ReceivePin>(
        _ usart: consuming Peripheral<UART5>, transmit: consuming Pin<Transmit, Unconfigured>,
        receive: consuming Pin<Receive, Unconfigured>, clocks: ClockOutcome, baudRate: BaudRate
    ) {
        self.init(usart, transmit, receive, function: 8, clocks: clocks, baudRate: baudRate)
    }
    /// Turns it on at `baudRate`, with 8 data bits, no parity and one stop bit, and gives it its two pins. A rate that these
    /// clocks cannot be divided to is a fault.
    public init<Transmit: USART6TransmitPin, Receive: USART6ReceivePin>(
        _ usart: consuming Peripheral<USART6>, transmit: consuming Pin<Transmit, Unconfigured>,
        receive: consuming Pin<Receive, Unconfigured>, clocks: ClockOutcome, baudRate: BaudRate
    ) {
        self.init(usart, transmit, receive, function: 8, clocks: clocks, baudRate: baudRate)
    }

    private init<Instance: USARTInstance, Transmit: PinIdentity, Receive: PinIdentity>(
        _ usart: consuming Peripheral<Instance>, _ transmit: consuming Pin<Transmit, Unconfigured>,
        _ receive: consuming Pin<Receive, Unconfigured>, function: UInt8, clocks: ClockOutcome, baudRate: BaudRate
    ) {
        usart.turnedOn()
        // Pulled up, so that a line nobody drives reads idle.
        transmit.connect(to: function, pull: .up)
        receive.connect(to: function, pull: .up)
        self.init(
            Instance.registers, clock: Instance.clock(clocks), baudRate: baudRate,
            holdings: Holdings(Instance.self, Transmit.self, Receive.self))
    }
}
