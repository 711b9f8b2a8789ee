// Edges of pins as interrupts (EXTI, RM0090 section 12; SYSCFG, section 9).
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// One of the sixteen lines that pins may interrupt by: the pin of that number of one port.
public protocol ExternalLine: PeripheralIdentity {
    /// The line's number, 0 to 15, which is that of the pins it may be connected to.
    static var number: Int { get }
}

extension ExternalLine {
    public static var claim: Int { 160 &+ number }
    /// SYSCFG connects ports and lines; EXTI itself has no clock of its own to turn on.
    public static func turnOn() { STM32F405.RCC.APB2ENR.modify { $0.SYSCFGEN = true } }
}

/// Line 0: pin 0 of one port. It has an interrupt of its own.
public enum EXTI0: ExternalLine { public static var number: Int { 0 } }
/// Line 1: pin 1 of one port. It has an interrupt of its own.
public enum EXTI1: ExternalLine { public static var number: Int { 1 } }
/// Line 2: pin 2 of one port. It has an interrupt of its own.
public enum EXTI2: ExternalLine { public static var number: Int { 2 } }
/// Line 3: pin 3 of one port. It has an interrupt of its own.
public enum EXTI3: ExternalLine { public static var number: Int { 3 } }
/// Line 4: pin 4 of one port. It has an interrupt of its own.
public enum EXTI4: ExternalLine { public static var number: Int { 4 } }
/// Line 5: pin 5 of one port. It shares its interrupt with lines 5 to 9.
public enum EXTI5: ExternalLine { public static var number: Int { 5 } }
/// Line 6: pin 6 of one port. It shares its interrupt with lines 5 to 9.
public enum EXTI6: ExternalLine { public static var number: Int { 6 } }
/// Line 7: pin 7 of one port. It shares its interrupt with lines 5 to 9.
public enum EXTI7: ExternalLine { public static var number: Int { 7 } }
/// Line 8: pin 8 of one port. It shares its interrupt with lines 5 to 9.
public enum EXTI8: ExternalLine { public static var number: Int { 8 } }
/// Line 9: pin 9 of one port. It shares its interrupt with lines 5 to 9.
public enum EXTI9: ExternalLine { public static var number: Int { 9 } }
/// Line 10: pin 10 of one port. It shares its interrupt with lines 10 to 15.
public enum EXTI10: ExternalLine { public static var number: Int { 10 } }
/// Line 11: pin 11 of one port. It shares its interrupt with lines 10 to 15.
public enum EXTI11: ExternalLine { public static var number: Int { 11 } }
/// Line 12: pin 12 of one port. It shares its interrupt with lines 10 to 15.
public enum EXTI12: ExternalLine { public static var number: Int { 12 } }
/// Line 13: pin 13 of one port. It shares its interrupt with lines 10 to 15.
public enum EXTI13: ExternalLine { public static var number: Int { 13 } }
/// Line 14: pin 14 of one port. It shares its interrupt with lines 10 to 15.
public enum EXTI14: ExternalLine { public static var number: Int { 14 } }
/// Line 15: pin 15 of one port. It shares its interrupt with lines 10 to 15.
public enum EXTI15: ExternalLine { public static var number: Int { 15 } }

/// Which edges of a pin interrupt.
public enum Edges: Sendable {
    /// From low to high.
    case rising
    /// From high to low.
    case falling
    /// Each change.
    case both
}

/// An input whose edges interrupt. Bind `interruptLine` at a level, and call `takeEdge` there. The lines from 5 on share
/// interrupts, so a handler asks each input that it may have been.
public struct EdgeInput: EdgeDevice {
    private let pin: PortPin
    /// The line to bind: that of the input's EXTI line.
    public let interruptLine: InterruptLine

    /// Lets the edges of `pin` interrupt by `line`, which is the one of its number. Edges before are forgotten.
    public init<Identity: PinIdentity>(
        _ pin: consuming Pin<Identity, Input>, line: consuming Peripheral<Identity.Line>, on edges: Edges
    ) {
        line.turnedOn()
        let number = Identity.number
        self.pin = PortPin(Identity.self)
        interruptLine = InterruptLine(rawValue: Self.interrupt(of: number).rawValue)
        Self.select(port: Identity.port, for: number)
        STM32F405.EXTI.RTSR.modify { $0[TR: number] = edges != .falling }
        STM32F405.EXTI.FTSR.modify { $0[TR: number] = edges != .rising }
        _ = takeEdge()
        STM32F405.EXTI.IMR.modify { $0[MR: number] = true }
    }

    /// The port's number goes into the four bits of the line (SYSCFG_EXTICR1 to 4, RM0090 9.2.3).
    private static func select(port: Int, for line: Int) {
        let register = Register<Word, ReadWrite>(
            at: STM32F405.SYSCFG.EXTICR1.address &+ UInt32(truncatingIfNeeded: line >> 2) &* 4)
        let shift = UInt32(truncatingIfNeeded: line & 3) &* 4
        register.modify { $0.bits = $0.bits & ~(0xF &<< shift) | UInt32(truncatingIfNeeded: port) &<< shift }
    }

    private static func interrupt(of line: Int) -> Interrupt {
        switch line {
        case 0: .EXTI0
        case 1: .EXTI1
        case 2: .EXTI2
        case 3: .EXTI3
        case 4: .EXTI4
        case 5...9: .EXTI9_5
        default: .EXTI15_10
        }
    }

    /// Ends the input: its edges interrupt no more, and the pin and the line may be taken again. Copies are of no use from
    /// here. Context: that of whoever configures edges.
    public func release() {
        STM32F405.EXTI.IMR.modify { $0[MR: pin.number] = false }
        _ = takeEdge()
        pin.giveBack()
        Claims.release(160 &+ pin.number)
    }

    public func takeEdge() -> Bool {
        // A 1 clears the pending bit, and leaves the others (RM0090 12.3.6).
        guard STM32F405.EXTI.PR.read()[PR: pin.number] else { return false }
        STM32F405.EXTI.PR.clear(.PR(pin.number))
        return true
    }

    public var isHigh: Bool { pin.isHigh }
}
