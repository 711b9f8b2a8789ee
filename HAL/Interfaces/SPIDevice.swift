// What firmware asks of a controller of a serial peripheral bus.

/// Why bytes were not exchanged.
public enum SPIError: Error, Equatable, Sendable {
    /// A byte arrived before the one before it was taken.
    case overrun
    /// Another controller selected this one.
    case modeFault
    /// The controller did not exchange a byte in the time that several take.
    case timeout
    /// The task was cancelled before its turn came; nothing was done.
    case cancelled
    /// The bytes could not be brought from or to memory.
    case dma(DMAError)
}

/// Bytes on their way through a bus: each that goes out brings one in.
public struct SPITransfer {
    /// The next to send.
    public private(set) var source: UnsafePointer<UInt8>
    /// How many are left to exchange.
    public private(set) var left: Int
    /// Where the next that comes in goes; nil if nobody wants them.
    public private(set) var target: UnsafeMutablePointer<UInt8>?
    /// One byte of memory for what comes in if nobody wants it: a device that moves its own data puts all of it there.
    public let sink: UnsafeMutablePointer<UInt8>

    /// Sends `count` bytes from `source`, at least one. All places stay where they are until the transfer is over.
    public init(
        source: UnsafePointer<UInt8>, count: Int, target: UnsafeMutablePointer<UInt8>?,
        sink: UnsafeMutablePointer<UInt8>
    ) {
        self.source = source
        left = count
        self.target = target
        self.sink = sink
    }

    /// Keeps a byte that came in, and turns to the next.
    public mutating func keep(_ byte: UInt8) {
        // SAFETY: `target` points at `left` bytes.
        target?.pointee = byte
        advance(by: 1)
    }

    /// Moves on past `count` bytes that have been exchanged.
    public mutating func advance(by count: Int) {
        // SAFETY: `source` and `target` point at `left` bytes, and then at none.
        source += count
        if let target { self.target = target + count }
        left &-= count
    }
}

/// A controller of a serial peripheral bus, which never waits. `SPIBus` of the firmware makes a bus with `await` of it.
public protocol SPIDevice: Sendable {
    /// Bits a second on the wire.
    var bitRate: Frequency { get }
    /// Begins a transfer. Precondition: none is going on.
    func begin(_ transfer: inout SPITransfer)
    /// Takes the transfer a step further, from the interrupts; true when it has come to its end. When it is over, by that or
    /// by an error, the controller has no more to do with the transfer's memory.
    /// - Throws: `overrun`, `modeFault`, `timeout` or `dma`, as what ended the transfer.
    func advance(_ transfer: inout SPITransfer) throws(SPIError) -> Bool
    /// Gives up what is going on, memory included, and is ready for another.
    func restart()
}

/// A controller that exchanges a byte at each interrupt.
public protocol SPIByteDevice: SPIDevice {
    /// Gives the controller a byte to exchange. Precondition: the one before has been taken.
    func exchange(_ byte: UInt8)
    /// The byte that came in, if the exchange is over; throws what went wrong with it. Clears the interrupt.
    /// - Throws: `overrun` if the byte before was lost, `modeFault` if another controller selected this one.
    func takeReceived() throws(SPIError) -> UInt8?
    /// Whether the end of an exchange interrupts.
    func setInterrupt(_ enabled: Bool)
}

extension SPIByteDevice {
    public func begin(_ transfer: inout SPITransfer) {
        setInterrupt(true)
        // SAFETY: a transfer that begins has at least one byte left at `source`.
        exchange(transfer.source.pointee)
    }

    /// Takes the byte that came in and gives the next one; true when there is no other. Turns the interrupt off at the end.
    /// - Throws: what `takeReceived` throws: `overrun` or `modeFault`. The interrupt is off then, too.
    public func advance(_ transfer: inout SPITransfer) throws(SPIError) -> Bool {
        do throws(SPIError) {
            guard let byte = try takeReceived() else { return false }
            transfer.keep(byte)
        } catch {
            setInterrupt(false)
            throw error
        }
        guard transfer.left > 0 else {
            setInterrupt(false)
            return true
        }
        // SAFETY: `left` bytes are at `source`, and there is one at least.
        exchange(transfer.source.pointee)
        return false
    }
}
