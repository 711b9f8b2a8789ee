// Pins of the expansion connector as values that one owner has, with what they are configured for in their type (the AHB
// GPIO, ARM DDI 0479 section 3.3).
import CMSDKPAC
import CortexM
import Interfaces
import MMIO

/// What a pin is configured for.
public protocol PinMode {}
/// Nothing yet: as reset left it.
public enum Unconfigured: PinMode {}
/// Read, by `isHigh`.
public enum Input: PinMode {}
/// Driven, by `set`.
public enum Output: PinMode {}

/// A pin. There is one value for each, `EXP5.take()`, and it cannot be copied: whoever has it decides what the pin does.
/// Changing its mode consumes it and makes another.
///
/// Cost: no memory. Everything is one to three register accesses that change no other pin: any context.
public struct Pin<Identity: PinIdentity, Mode: PinMode>: ~Copyable, Sendable {
    fileprivate init() {}
}

extension PinIdentity {
    /// The pin, for its one owner; nil if somebody has it.
    public static func take() -> Pin<Self, Unconfigured>? { Claims.claim(number) ? Pin() : nil }
}

extension Pin {
    private var pin: PortPin { PortPin(Identity.self) }

    /// Makes it an output, at a level from the first moment on.
    public consuming func asOutput(isHigh: Bool = false) -> Pin<Identity, Output> {
        pin.drive(isHigh)
        pin.port.ALTFUNCCLR.write { $0.bits = pin.mask }
        pin.port.OUTENSET.write { $0.bits = pin.mask }
        return Pin<Identity, Output>()
    }

    /// Makes it an input. The board's own level, if any, is all that holds it.
    public consuming func asInput() -> Pin<Identity, Input> {
        pin.port.OUTENCLR.write { $0.bits = pin.mask }
        pin.port.ALTFUNCCLR.write { $0.bits = pin.mask }
        return Pin<Identity, Input>()
    }

    /// Makes it an input, and lets somebody else take it.
    public consuming func release() {
        pin.port.OUTENCLR.write { $0.bits = pin.mask }
        Claims.release(Identity.number)
    }
}

extension Pin where Mode == Output {
    /// Drives the pin. One store; any context.
    public func set(_ isHigh: Bool) { pin.drive(isHigh) }

    /// A handle that several contexts may set, in place of the pin.
    public consuming func shared() -> SharedOutput { SharedOutput(pin: pin) }
}

extension Pin: InputPin where Mode == Input {
    /// The level of the pin. One load; any context.
    public var isHigh: Bool { pin.isHigh }
}

/// A port and one of its sixteen pins.
struct PortPin: Sendable {
    let port: GPIO
    let number: Int
    var mask: UInt32 { 1 &<< UInt32(truncatingIfNeeded: number) }
    /// What `Claims` knows the pin by: `PinIdentity.number`.
    var claim: Int { Int((port.baseAddress &- CMSDK.GPIO0.baseAddress) &>> 12) &* 16 &+ number }

    /// Ports lie 4 KB apart.
    init<Identity: PinIdentity>(_ identity: Identity.Type) {
        port = GPIO(
            baseAddress: CMSDK.GPIO0.baseAddress &+ UInt32(truncatingIfNeeded: Identity.number >> 4) &* 0x1000)
        number = Identity.number & 15
    }

    /// One store to an address that says which bits it changes (MASKLOWBYTE and MASKHIGHBYTE, table 3-4), so that other
    /// pins stay whoever drives them.
    func drive(_ isHigh: Bool) {
        let window: UInt32 = number < 8 ? 0x400 : 0x800
        let bit = 1 as UInt32 &<< UInt32(truncatingIfNeeded: number & 7)
        Register<Word, WriteOnly>(at: port.baseAddress &+ window &+ bit &* 4).write(Word(bits: isHigh ? mask : 0))
    }

    var isHigh: Bool { port.DATA.read().bits & mask != 0 }
}

/// An output that several may set: a copyable handle of a pin that nobody configures any more. One store; any context.
public struct SharedOutput: OutputPin {
    let pin: PortPin

    public func set(_ isOn: Bool) { pin.drive(isOn) }
}

/// Which edge of a pin interrupts: the GPIO knows one at a time.
public enum DetectedEdge: Sendable {
    /// From low to high.
    case rising
    /// From high to low.
    case falling
}

/// An input whose edges interrupt. Bind `interruptLine`, which is its port's, at a level, and call `takeEdge` there, of each
/// input of the port.
public struct EdgeInput: EdgeDevice {
    private let pin: PortPin
    /// Its port's line.
    public let interruptLine: InterruptLine

    /// Lets the edges of `pin` interrupt. Edges before are forgotten.
    public init<Identity: PinIdentity>(_ pin: consuming Pin<Identity, Input>, on edge: DetectedEdge) {
        let pin = PortPin(Identity.self)
        self.pin = pin
        switch Identity.number >> 4 {
        case 0: interruptLine = InterruptLine(rawValue: Interrupt.GPIO0.rawValue)
        case 1: interruptLine = InterruptLine(rawValue: Interrupt.GPIO1.rawValue)
        case 2: interruptLine = InterruptLine(rawValue: Interrupt.GPIO2.rawValue)
        default: interruptLine = InterruptLine(rawValue: Interrupt.GPIO3.rawValue)
        }
        pin.port.INTENCLR.write { $0.bits = pin.mask }
        pin.port.INTTYPESET.write { $0.bits = pin.mask }
        if edge == .rising {
            pin.port.INTPOLSET.write { $0.bits = pin.mask }
        } else {
            pin.port.INTPOLCLR.write { $0.bits = pin.mask }
        }
        pin.port.INTCLEAR.write { $0.bits = pin.mask }
        pin.port.INTENSET.write { $0.bits = pin.mask }
    }

    /// Ends the input: its edges interrupt no more, and the pin may be taken again. Copies are of no use from here.
    public func release() {
        pin.port.INTENCLR.write { $0.bits = pin.mask }
        pin.port.INTCLEAR.write { $0.bits = pin.mask }
        Claims.release(pin.claim)
    }

    public func takeEdge() -> Bool {
        guard pin.port.INTSTATUS.read().bits & pin.mask != 0 else { return false }
        pin.port.INTCLEAR.write { $0.bits = pin.mask }
        return true
    }

    public var isHigh: Bool { pin.isHigh }
}
