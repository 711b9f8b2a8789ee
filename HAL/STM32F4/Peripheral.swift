// Peripherals as values that one owner has.
import CortexM
import MMIO
import STM32F405PAC

/// Which peripheral, as a type.
public protocol PeripheralIdentity {
    /// What `Claims` knows it by: from 144 on, after the pins.
    static var claim: Int { get }
    /// Turns its clock on (RM0090 7.3).
    static func turnOn()
}

/// A peripheral of the chip that nobody uses yet. There is one value for each, `USART1.take()`, and a driver consumes it.
public struct Peripheral<Identity: PeripheralIdentity>: ~Copyable, Sendable {
    fileprivate init() {}

    /// Lets somebody else take it. A driver that cannot be made does that with what it was given.
    public consuming func release() { Claims.release(Identity.claim) }

    /// Turns the peripheral on, for the driver that has it from here.
    consuming func turnedOn() {
        Identity.turnOn()
        // It may be touched two cycles after its clock is on (RM0090 7.2.16): one read lasts that.
        _ = STM32F405.RCC.APB2ENR.read()
    }
}

extension PeripheralIdentity {
    /// The peripheral, for its one owner; nil if somebody has it.
    public static func take() -> Peripheral<Self>? { Claims.claim(claim) ? Peripheral() : nil }
}
