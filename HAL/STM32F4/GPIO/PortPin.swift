// The registers of one pin (RM0090 section 8).
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// A port and one of its 16 pins.
struct PortPin: Sendable {
    let port: GPIO
    let number: Int

    /// Ports lie 1 KB apart.
    init<Identity: PinIdentity>(_ identity: Identity.Type) {
        port = GPIO(
            baseAddress: STM32F405.GPIOA.baseAddress &+ UInt32(truncatingIfNeeded: Identity.port) &* 0x400)
        number = Identity.number
    }

    /// The pin that `Claims` knows by this number, `PinIdentity.claim`.
    init(claim: Int) {
        port = GPIO(baseAddress: STM32F405.GPIOA.baseAddress &+ UInt32(truncatingIfNeeded: claim >> 4) &* 0x400)
        number = claim & 15
    }

    /// Turns on the clock of the pin's port (AHB1ENR), whose bits are in the order of the ports.
    func powerPort() {
        let bit = (port.baseAddress &- STM32F405.GPIOA.baseAddress) &>> 10
        STM32F405.RCC.AHB1ENR.modify { $0.bits |= 1 &<< bit }
        // The peripheral may be touched two cycles after its clock is on (RM0090 7.2.16): one read lasts that.
        _ = STM32F405.RCC.AHB1ENR.read()
    }

    /// What `Claims` knows the pin by: 0 to 143.
    var claim: Int {
        Int((port.baseAddress &- STM32F405.GPIOA.baseAddress) &>> 10) &* 16 &+ number
    }

    /// Makes it an input without a pull, and lets somebody else take it.
    func giveBack() {
        setPull(.none)
        setMode(.input)
        Claims.release(claim)
    }

    func setMode(_ mode: GPIO.MODER.Mode) { port.MODER.modify { $0[MODER: number] = mode } }
    func setPull(_ pull: Pull) { port.PUPDR.modify { $0[PUPDR: number] = pull.field } }
    func setType(_ type: OutputType) { port.OTYPER.modify { $0[OT: number] = type == .openDrain ? .openDrain : .pushPull } }
    func setSpeed(_ speed: OutputSpeed) { port.OSPEEDR.modify { $0[OSPEEDR: number] = speed.field } }

    func setFunction(_ function: UInt8) {
        if number < 8 {
            port.AFRL.modify { $0[AFRL: number] = function }
        } else {
            port.AFRH.modify { $0[AFRH: number] = function }
        }
    }

    /// One store, which changes no other pin: any context.
    func drive(_ isHigh: Bool) {
        if isHigh { port.BSRR.set(.BS(number)) } else { port.BSRR.clear(.BR(number)) }
    }

    var isHigh: Bool { port.IDR.read()[IDR: number] }
}

/// A resistor to one of the supplies, some 40 kOhm (DS8626 table 48).
public enum Pull: Sendable {
    /// No resistor: the level is what drives the pin, or floats.
    case none
    /// To the supply.
    case up
    /// To ground.
    case down

    var field: GPIO.PUPDR.Pull {
        switch self {
        case .none: .none
        case .up: .up
        case .down: .down
        }
    }
}

/// How an output drives its pin.
public enum OutputType: Sendable {
    /// Drives high and low.
    case pushPull
    /// Drives low only; high is the resistor's.
    case openDrain
}

/// How steep an output's edges are: the slowest that does, for the least noise (DS8626 table 50).
public enum OutputSpeed: Sendable {
    /// For edges that nothing counts on, such as an LED's; as reset left it.
    case low
    /// The next steeper.
    case medium
    /// For a bus: what a driver gives its pins.
    case high
    /// The steepest.
    case veryHigh

    var field: GPIO.OSPEEDR.Speed {
        switch self {
        case .low: .low
        case .medium: .medium
        case .high: .high
        case .veryHigh: .veryHigh
        }
    }
}

/// An output that several may set: a copyable handle of a pin that nobody configures any more. One store; any context.
public struct SharedOutput: OutputPin {
    let pin: PortPin

    public func set(_ isOn: Bool) { pin.drive(isOn) }
}

/// An input whose type does not say which: a copyable handle of a pin that nobody configures any more. One load; any context.
public struct SharedInput: InputPin {
    let pin: PortPin

    public var isHigh: Bool { pin.isHigh }
}
