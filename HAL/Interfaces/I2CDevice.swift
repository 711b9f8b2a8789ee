// What firmware asks of a controller of an inter-integrated circuit bus.

/// Why a transfer did not come to its end.
public enum I2CError: Error, Equatable, Sendable {
    /// The address has more than 7 bits, such as one that was shifted to make room for the direction.
    case addressOutOfRange
    /// No target has the address, or it is busy.
    case addressNotAcknowledged
    /// The target did not take a byte.
    case dataNotAcknowledged
    /// Another controller had the bus.
    case arbitrationLost
    /// A start or stop condition in the middle of a byte.
    case misplacedCondition
    /// A byte was lost inside the controller.
    case overrun
    /// The transfer did not end in its time: a target stretches the clock, or a line is stuck low.
    case timeout
    /// The task was cancelled before its turn came; nothing was done.
    case cancelled
}

/// Bytes on their way to and from a target: first those to write, then, after a repeated start, those to read.
public struct I2CTransfer {
    /// 7 bits: a controller refuses more.
    public let address: UInt8
    /// The next byte to write; nil if there is none.
    public var source: UnsafePointer<UInt8>?
    /// How many bytes are left to write.
    public var bytesToWrite: Int
    /// Where the next byte that is read goes; nil if there is none.
    public var target: UnsafeMutablePointer<UInt8>?
    /// How many bytes are left to read.
    public var bytesToRead: Int

    /// Both places stay where they are until the transfer is over.
    public init(
        address: UInt8, source: UnsafePointer<UInt8>?, bytesToWrite: Int, target: UnsafeMutablePointer<UInt8>?,
        bytesToRead: Int
    ) {
        self.address = address
        self.source = source
        self.bytesToWrite = bytesToWrite
        self.target = target
        self.bytesToRead = bytesToRead
    }

    /// The next byte to write. Precondition: there is one.
    public mutating func takeByteToWrite() -> UInt8 {
        // SAFETY: `source` points at `bytesToWrite` bytes.
        let byte = source.unsafelyUnwrapped.pointee
        source = source.unsafelyUnwrapped + 1
        bytesToWrite &-= 1
        return byte
    }

    /// Keeps the next byte that was read. Precondition: one is missing.
    public mutating func keep(_ byte: UInt8) {
        // SAFETY: `target` points at `bytesToRead` bytes.
        target.unsafelyUnwrapped.pointee = byte
        target = target.unsafelyUnwrapped + 1
        bytesToRead &-= 1
    }
}

/// A controller of an I2C bus. It never waits: `I2CBus` of the firmware does.
public protocol I2CDevice: Sendable {
    /// Bits a second on the wire.
    var bitRate: Frequency { get }
    /// Whether a transfer may begin: the condition that ended the last one is out.
    var isReady: Bool { get }
    /// Begins a transfer. Precondition: `isReady`.
    func begin(_ transfer: borrowing I2CTransfer)
    /// Takes the transfer a step further, from its interrupt; true when it has come to its end.
    /// - Throws: whatever ended the transfer: any `I2CError` but `cancelled`; `timeout` only from a device that clocks the bus
    ///   by software. The transfer is over, and the bus was given a stop condition where it is this controller's.
    func advance(_ transfer: inout I2CTransfer) throws(I2CError) -> Bool
    /// Gives up what is going on, frees the bus if it can, and is ready for another transfer.
    func restart()
}
