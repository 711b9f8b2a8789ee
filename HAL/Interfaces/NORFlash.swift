// Flash memory as NOR flash behaves.

/// Why flash did not do as asked. Addresses count bytes from the device's start.
public enum FlashError: Error, Equatable, Sendable {
    /// The address and length are not within the device, or not multiples of its program unit.
    case outOfRange(address: UInt32, length: UInt32)
    /// A program would have had to turn a 0 into a 1, or the memory does not read back as programmed.
    case notProgrammed(address: UInt32)
    /// The sector does not read as erased.
    case notErased(sector: Int)
    /// The controller refused because the memory is protected or locked.
    case protected(address: UInt32)
    /// The controller was busy beyond its bound.
    case timeout
    /// What the memory is reached by (a file of the host, a bus) failed.
    case input
    /// The task was cancelled before its turn came; nothing was done.
    case cancelled
}

/// A sector: what is erased at once.
public struct FlashSector: Equatable, Sendable {
    /// From the start of the device.
    public let offset: UInt32
    /// Bytes.
    public let length: UInt32

    /// A sector from its `offset` and its `length` in bytes.
    public init(offset: UInt32, length: UInt32) {
        self.offset = offset
        self.length = length
    }
}

/// A flash device: programming only turns 1 into 0, and only whole `programUnit`s; erasing turns a whole
/// sector to `0xFF`. Offsets count bytes from the device's start.
public protocol NORFlash: ~Copyable {
    /// The bytes that are programmed at once: 1, 2, 4 or 8.
    var programUnit: Int { get }
    /// How many sectors the device has.
    var sectorCount: Int { get }
    /// Precondition: `0 <= index < sectorCount`.
    /// Where the sector is and how long it is. Costs no access of the device.
    func sector(_ index: Int) -> FlashSector
    /// Copies what is stored from `offset` on into all of `buffer`.
    /// - Throws: `outOfRange` if the bytes are not all within the device; `timeout` or `input` if it did not answer.
    mutating func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) throws(FlashError)
    /// Programs all of `bytes`. `offset` and the length are multiples of `programUnit`.
    /// - Throws: `outOfRange` past the device or for less than whole units; `notProgrammed` if a bit would have to become 1 or
    ///   does not read back as it should; `protected`, `timeout` or `input` from the hardware. The units before the address
    ///   that failed are programmed.
    mutating func program(_ bytes: Span<UInt8>, at offset: UInt32) throws(FlashError)
    /// Erases a sector: all of its bytes become `0xFF`. Precondition: `0 <= index < sectorCount`. On a chip this takes up to
    /// seconds, and nothing is executed from the same flash meanwhile.
    /// - Throws: `notErased` if the sector does not read as erased afterwards; `protected`, `timeout` or `input` from the
    ///   hardware.
    mutating func erase(sector index: Int) throws(FlashError)
    /// Where the device's first byte is in the address space, if all of it can be read there; the same as long as
    /// the device lives. Flash on a bus has none.
    var mappedMemory: UnsafeRawPointer? { get }
}

extension NORFlash where Self: ~Copyable {
    public var mappedMemory: UnsafeRawPointer? { nil }
}
