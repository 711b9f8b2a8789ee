// What firmware asks of a controller of a serial peripheral bus.

/// Why bytes were not exchanged.
public enum SPIError: Error, Equatable, Sendable {
    /// A byte arrived before the one before it was taken.
    case overrun
    /// Another controller selected this one.
    case modeFault
    /// The controller did not exchange a byte in the time that several take.
    case timeout
}

/// A controller of a serial peripheral bus, a byte at a time and never waiting. Each byte that goes out brings one in.
/// `SPIBus` of the firmware makes a bus with `await` of it.
public protocol SPIDevice: Sendable {
    /// Bits a second on the wire.
    var bitRate: UInt32 { get }
    /// Gives the controller a byte to exchange. Precondition: the one before has been taken.
    func exchange(_ byte: UInt8)
    /// The byte that came in, if the exchange is over; throws what went wrong with it. Clears the interrupt.
    func takeReceived() throws(SPIError) -> UInt8?
    /// Whether the end of an exchange interrupts.
    func setInterrupt(_ enabled: Bool)
    /// Gives up what is going on, and is ready for another.
    func restart()
}
