// For boards without flash of their own.

/// A flash device that a board does not have: it has no sectors, and is never made.
public enum NoFlash: NORFlash {
    public var programUnit: Int { 1 }
    public var sectorCount: Int { 0 }
    public func sector(_ index: Int) -> FlashSector { FlashSector(offset: 0, length: 0) }
    public func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) throws(FlashError) {
        throw .outOfRange(address: offset, length: UInt32(truncatingIfNeeded: buffer.count))
    }
    public func program(_ bytes: Span<UInt8>, at offset: UInt32) throws(FlashError) {
        throw .outOfRange(address: offset, length: UInt32(truncatingIfNeeded: bytes.count))
    }
    public func erase(sector index: Int) throws(FlashError) { throw .notErased(sector: index) }
}
