// Pins as values that one owner has, with what they are configured for in their type.
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// What a pin is configured for.
public protocol PinMode {}
/// Nothing yet: as reset left it.
public enum Unconfigured: PinMode {}
/// Read, by `isHigh`.
public enum Input: PinMode {}
/// Driven, by `set`.
public enum Output: PinMode {}
/// Disconnected from the digital side, for converters and for the least current.
public enum Analog: PinMode {}

/// A pin of the chip. There is one value for each, `PA5.take()`, and it cannot be copied: whoever has it decides what the
/// pin does. Changing its mode consumes it and makes another, so what was known of the old mode is gone.
///
///     guard let pin = PA5.take() else { return }      // somebody has it
///     let led = pin.asOutput()
///     led.set(true)
///     pin.set(true)                                   // error: 'pin' used after consume
///
/// Cost: no memory. Changing the mode is up to eight register accesses; setting and reading one. Context: any for `set`
/// and `isHigh`; a mode is changed by whoever owns the port's configuration, since ports are read, changed and written.
public struct Pin<Identity: PinIdentity, Mode: PinMode>: ~Copyable, Sendable {
    init() {}
}

extension PinIdentity {
    /// What `Claims` knows the pin by: 0 to 143.
    static var claim: Int { port &* 16 &+ number }

    /// The pin, for its one owner; nil if somebody has it.
    public static func take() -> Pin<Self, Unconfigured>? {
        guard Claims.claim(claim) else { return nil }
        PortPin(Self.self).powerPort()
        return Pin()
    }
}

extension Pin {
    private var pin: PortPin { PortPin(Identity.self) }

    /// Makes it an output, at a level from the first moment on.
    public consuming func asOutput(
        _ type: OutputType = .pushPull, isHigh: Bool = false, pull: Pull = .none, speed: OutputSpeed = .low
    ) -> Pin<Identity, Output> {
        pin.drive(isHigh)
        pin.setPull(pull)
        pin.setType(type)
        pin.setSpeed(speed)
        pin.setMode(.output)
        return Pin<Identity, Output>()
    }

    /// Makes it an input, held by `pull` while nothing drives it.
    public consuming func asInput(pull: Pull = .none) -> Pin<Identity, Input> {
        pin.setPull(pull)
        pin.setMode(.input)
        return Pin<Identity, Input>()
    }

    /// Takes it off the digital side. Reading it by a converter is `AnalogInput`'s.
    public consuming func asAnalog() -> Pin<Identity, Analog> {
        pin.setPull(.none)
        pin.setMode(.analog)
        return Pin<Identity, Analog>()
    }

    /// Makes it an input without a pull, and lets somebody else take it.
    public consuming func release() { pin.giveBack() }

    /// Gives it to a peripheral, for good.
    consuming func connect(
        to function: UInt8, _ type: OutputType = .pushPull, pull: Pull = .none, speed: OutputSpeed = .high
    ) {
        pin.setPull(pull)
        pin.setType(type)
        pin.setSpeed(speed)
        pin.setFunction(function)
        pin.setMode(.alternate)
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

    /// A handle of one type for all pins, in place of the pin.
    public consuming func shared() -> SharedInput { SharedInput(pin: pin) }
}
