// What firmware asks of a chip's peripherals, whatever the chip: small protocols that a driver of the HAL
// meets and code above it is generic over.

/// Why a byte was not received as it was sent.
public enum SerialError: Error, Equatable, Sendable {
    /// A byte arrived before the one before it was taken, and is lost. The one before comes with the error where the
    /// device still had it.
    case overrun(last: UInt8?)
    /// No stop bit where one was due: a wrong rate, or a break.
    case framing
    /// The line was not the same at all samples of a bit.
    case noise
    /// The parity bit does not fit the others. Only where the port is set up with one.
    case parity
    /// The transmitter did not take a byte within its bound.
    case timeout
    /// There are more bytes than the queue holds, so they cannot be queued together.
    case tooLong(capacity: Int)
    /// The task was cancelled first; nothing was queued, or not all that was queued has been sent.
    case cancelled
    /// Bytes could not be brought from or to memory, and some are lost.
    case dma(DMAError)
}

/// An asynchronous serial peripheral, a byte at a time and never waiting. `BufferedSerialPort` of the firmware
/// makes a port with queues and `await` of it.
public protocol SerialDevice: Sendable {
    /// The byte that has arrived, if one has; throws what went wrong with it. Clears the interrupt.
    /// - Throws: `overrun`, `framing`, `noise` or `parity`; `dma` from a device that moves bytes to memory. The error has been
    ///   taken with the call: the next one goes on after it.
    func takeReceived() throws(SerialError) -> UInt8?
    /// Whether `transmit` may be called.
    var canTransmit: Bool { get }
    /// Gives the transmitter a byte. Precondition: `canTransmit`.
    func transmit(_ byte: UInt8)
    /// Whether received bytes interrupt.
    func setReceiveInterrupt(_ enabled: Bool)
    /// Whether a transmitter that can take a byte interrupts.
    func setTransmitInterrupt(_ enabled: Bool)
    /// Acknowledges the transmit interrupt where the peripheral keeps it pending until told.
    func acknowledgeTransmitInterrupt()
}

/// A pin that is read, or whatever else is high or low.
public protocol InputPin: ~Copyable, Sendable {
    /// The level now. Any context.
    var isHigh: Bool { get }
}

/// An input that interrupts when its level changes.
public protocol EdgeDevice: InputPin {
    /// Whether an edge came since this was asked last. The interrupt's level.
    func takeEdge() -> Bool
}

/// A timer's count at an edge.
public struct Capture: Equatable, Sendable {
    /// The timer's count when the edge came.
    public let count: UInt32
    /// How wide the counter is.
    public let counterBits: UInt32
    /// Whether edges before it are missing.
    public var followsGap: Bool

    /// A capture of a counter `counterBits` wide.
    public init(count: UInt32, counterBits: UInt32, followsGap: Bool) {
        self.count = count
        self.counterBits = counterBits
        self.followsGap = followsGap
    }

    /// Counts from an earlier edge to this one, if they are fewer than the counter has.
    public func counts(since earlier: Capture) -> UInt32 {
        (count &- earlier.count) & (counterBits == 32 ? .max : 1 &<< counterBits &- 1)
    }
}

/// An input whose edges a timer gives a count.
public protocol CaptureDevice: Sendable {
    /// The count at the edge that came since this was asked last. The interrupt's level.
    func takeCapture() -> Capture?
}

/// A pin, or whatever else is on or off.
public protocol OutputPin: Sendable {
    /// Turns it on or off. Any context.
    func set(_ isOn: Bool)
}
