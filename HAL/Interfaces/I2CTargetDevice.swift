// What firmware asks of a target on an inter-integrated circuit bus: to be what a controller writes to and reads from.

/// Why a controller's transfer did not come to its end.
public enum I2CTargetError: Error, Equatable, Sendable {
    /// A start or stop condition in the middle of a byte.
    case misplacedCondition
    /// A byte was lost inside the device.
    case overrun
    /// The controller wrote more than there was room for; the rest was dropped.
    case noRoom
    /// The controller stopped in the middle of a transfer, and did not go on in time.
    case timeout
    /// The task was cancelled before a controller wanted anything.
    case cancelled
}

/// What happened on the bus.
public enum I2CTargetEvent: Equatable, Sendable {
    /// A controller is about to write to the target, or to read from it.
    case addressed(isRead: Bool)
    /// A controller wrote this byte.
    case received(UInt8)
    /// The controller reads a byte: it waits until `give` is called.
    case needsByte
    /// The transfer is over.
    case ended
}

/// A target on an I2C bus. The clock is held low while an event is not taken, so nothing is lost.
public protocol I2CTargetDevice: Sendable {
    /// Takes the next event, from its interrupt; nil if there is none.
    /// - Throws: `misplacedCondition` or `overrun`. The transfer is over for the target.
    func takeEvent() throws(I2CTargetError) -> I2CTargetEvent?
    /// Gives a byte that was needed.
    func give(_ byte: UInt8)
    /// Whether events interrupt. While they do not the controller waits.
    func setListening(_ isListening: Bool)
    /// Gives up what is going on and frees the bus.
    func restart()
}
