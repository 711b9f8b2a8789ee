// For boards without flash of their own.

/// A flash device that a board does not have: it has no sectors, and is never made.
public enum NoFlash: NORFlash {
    public var programUnit: Int { 1 }
    /// 0: no code can ask for a sector.
    public var sectorCount: Int { 0 }
    public func sector(_ index: Int) -> FlashSector { FlashSector(offset: 0, length: 0) }
    /// Reads nothing.
    /// - Throws: `outOfRange`, always.
    public func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) throws(FlashError) {
        throw .outOfRange(address: offset, length: UInt32(truncatingIfNeeded: buffer.count))
    }
    /// Programs nothing.
    /// - Throws: `outOfRange`, always.
    public func program(_ bytes: Span<UInt8>, at offset: UInt32) throws(FlashError) {
        throw .outOfRange(address: offset, length: UInt32(truncatingIfNeeded: bytes.count))
    }
    /// Erases nothing.
    /// - Throws: `notErased`, always.
    public func erase(sector index: Int) throws(FlashError) { throw .notErased(sector: index) }
}
