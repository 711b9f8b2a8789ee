// Peripherals as values that one owner has.
import CMSDKPAC
import CortexM
import MMIO

/// Which peripheral, as a type.
public protocol PeripheralIdentity {
    /// What `Claims` knows it by: from 64 on, after the pins.
    static var claim: Int { get }
}

/// A peripheral of the board that nobody uses yet. There is one value for each, `SSP0.take()`, and a driver consumes it. All
/// of them have their clocks from reset on.
public struct Peripheral<Identity: PeripheralIdentity>: ~Copyable, Sendable {
    fileprivate init() {}

    /// Lets somebody else take it.
    public consuming func release() { Claims.release(Identity.claim) }
}

extension PeripheralIdentity {
    /// The peripheral, for its one owner; nil if somebody has it.
    public static func take() -> Peripheral<Self>? { Claims.claim(claim) ? Peripheral() : nil }
}

/// A synchronous serial port (PL022).
public protocol SSPInstance: PeripheralIdentity {
    /// Its registers, at its address.
    static var registers: SSP { get }
    /// The line on which it interrupts. Both ports have the same.
    static var interrupt: InterruptLine { get }
}

/// The port of the board's SPI header.
public enum SSP0: SSPInstance {
    public static var claim: Int { 64 }
    public static var registers: SSP { CMSDK.SSP0 }
    public static var interrupt: InterruptLine { InterruptLine(rawValue: Interrupt.SPI.rawValue) }
}
/// The port of the board's display. It interrupts by the same line as `SSP0`: bind both handlers there.
public enum SSP1: SSPInstance {
    public static var claim: Int { 65 }
    public static var registers: SSP { CMSDK.SSP1 }
    public static var interrupt: InterruptLine { InterruptLine(rawValue: Interrupt.SPI.rawValue) }
}

/// A two-wire interface (SBCon).
public protocol TwoWireInstance: PeripheralIdentity {
    /// Its registers, at its address.
    static var registers: SBCON { get }
}

/// The touch screen's.
public enum SBCON0: TwoWireInstance {
    public static var claim: Int { 66 }
    public static var registers: SBCON { CMSDK.SBCON0 }
}
/// The audio converter's.
public enum SBCON1: TwoWireInstance {
    public static var claim: Int { 67 }
    public static var registers: SBCON { CMSDK.SBCON1 }
}
/// That of shield 0.
public enum SBCON2: TwoWireInstance {
    public static var claim: Int { 68 }
    public static var registers: SBCON { CMSDK.SBCON2 }
}
/// That of shield 1.
public enum SBCON3: TwoWireInstance {
    public static var claim: Int { 69 }
    public static var registers: SBCON { CMSDK.SBCON3 }
}

/// A timer that counts 32 bits down and begins again (ARM DDI 0479 section 4.2).
public protocol TimerInstance: PeripheralIdentity {
    /// Its registers, at its address.
    static var registers: TIMER { get }
    /// The line on which it interrupts at the end of a period.
    static var interrupt: InterruptLine { get }
}

/// The first APB timer.
public enum TIMER0: TimerInstance {
    public static var claim: Int { 70 }
    public static var registers: TIMER { CMSDK.TIMER0 }
    public static var interrupt: InterruptLine { InterruptLine(rawValue: Interrupt.TIMER0.rawValue) }
}
/// The second APB timer.
public enum TIMER1: TimerInstance {
    public static var claim: Int { 71 }
    public static var registers: TIMER { CMSDK.TIMER1 }
    public static var interrupt: InterruptLine { InterruptLine(rawValue: Interrupt.TIMER1.rawValue) }
}

/// The dual timer, both halves.
public enum DUALTIMER: PeripheralIdentity {
    public static var claim: Int { 72 }
    /// The line on which both halves interrupt.
    public static var interrupt: InterruptLine { InterruptLine(rawValue: Interrupt.DUALTIMER.rawValue) }
}

/// The watchdog.
public enum WDT: PeripheralIdentity {
    public static var claim: Int { 73 }
}

/// A UART, with an interrupt for each direction. UART0 is the board's serial port, and the console.
public protocol UARTInstance: PeripheralIdentity {
    /// Its registers, at its address.
    static var registers: UART { get }
    /// The line on which it interrupts when a byte has arrived.
    static var receiveInterrupt: InterruptLine { get }
    /// The line on which it interrupts when its transmit buffer has become empty.
    static var transmitInterrupt: InterruptLine { get }
}

/// The board's serial port, where the console is.
public enum UART0: UARTInstance {
    public static var claim: Int { 74 }
    public static var registers: UART { CMSDK.UART0 }
    public static var receiveInterrupt: InterruptLine { InterruptLine(rawValue: Interrupt.UART0_RX.rawValue) }
    public static var transmitInterrupt: InterruptLine { InterruptLine(rawValue: Interrupt.UART0_TX.rawValue) }
}
/// The second UART.
public enum UART1: UARTInstance {
    public static var claim: Int { 75 }
    public static var registers: UART { CMSDK.UART1 }
    public static var receiveInterrupt: InterruptLine { InterruptLine(rawValue: Interrupt.UART1_RX.rawValue) }
    public static var transmitInterrupt: InterruptLine { InterruptLine(rawValue: Interrupt.UART1_TX.rawValue) }
}
/// The third UART.
public enum UART2: UARTInstance {
    public static var claim: Int { 76 }
    public static var registers: UART { CMSDK.UART2 }
    public static var receiveInterrupt: InterruptLine { InterruptLine(rawValue: Interrupt.UART2_RX.rawValue) }
    public static var transmitInterrupt: InterruptLine { InterruptLine(rawValue: Interrupt.UART2_TX.rawValue) }
}
/// The fourth UART.
public enum UART3: UARTInstance {
    public static var claim: Int { 77 }
    public static var registers: UART { CMSDK.UART3 }
    public static var receiveInterrupt: InterruptLine { InterruptLine(rawValue: Interrupt.UART3_RX.rawValue) }
    public static var transmitInterrupt: InterruptLine { InterruptLine(rawValue: Interrupt.UART3_TX.rawValue) }
}
/// The fifth UART.
public enum UART4: UARTInstance {
    public static var claim: Int { 78 }
    public static var registers: UART { CMSDK.UART4 }
    public static var receiveInterrupt: InterruptLine { InterruptLine(rawValue: Interrupt.UART4_RX.rawValue) }
    public static var transmitInterrupt: InterruptLine { InterruptLine(rawValue: Interrupt.UART4_TX.rawValue) }
}
