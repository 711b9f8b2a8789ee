// RAM in place of flash, for a board whose own flash cannot be written.

/// RAM that behaves like NOR flash and forgets with the power. The owner gives the memory.
public struct MemoryFlash: NORFlash {
    // SAFETY: the memory is the device's alone, as `init` says.
    private let memory: UnsafeMutableRawBufferPointer
    /// As many as `init` was given.
    public let sectorCount: Int

    /// Takes `memory`, which is the device's alone from here on, and erases it. Its length is a multiple of
    /// `sectorCount * 4`.
    public init(_ memory: UnsafeMutableRawBufferPointer, sectorCount: Int) {
        precondition(sectorCount > 0 && memory.count % (sectorCount * 4) == 0, "sectors are whole words, and alike")
        self.memory = memory
        self.sectorCount = sectorCount
        for index in memory.indices { memory[index] = 0xFF }
    }

    public var programUnit: Int { 4 }

    public var mappedMemory: UnsafeRawPointer? { UnsafeRawPointer(memory.baseAddress) }

    public func sector(_ index: Int) -> FlashSector {
        let length = UInt32(memory.count / sectorCount)
        return FlashSector(offset: UInt32(index) * length, length: length)
    }

    private func check(_ offset: UInt32, _ length: Int, unit: UInt32) throws(FlashError) {
        guard Int(offset) + length <= memory.count, offset % unit == 0, length % Int(unit) == 0 else {
            throw .outOfRange(address: offset, length: UInt32(length))
        }
    }

    /// Copies the bytes from `offset` on into all of `buffer`.
    /// - Throws: `outOfRange` if the bytes are not all within the memory.
    public func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) throws(FlashError) {
        try check(offset, buffer.count, unit: 1)
        for index in 0..<buffer.count { buffer[index] = memory[Int(offset) + index] }
    }

    /// Stores `bytes`, whole words, as NOR flash would: a bit is only ever turned into 0.
    /// - Throws: `outOfRange` past the memory or for less than whole words; `notProgrammed` at the first byte that would need a
    ///   0 turned into a 1, with the words before it programmed.
    public func program(_ bytes: borrowing Span<UInt8>, at offset: UInt32) throws(FlashError) {
        try check(offset, bytes.count, unit: 4)
        guard let base = memory.baseAddress else { return }
        let target = base + Int(offset)
        let source = bytes.bytes
        var index = 0
        while index < bytes.count {
            // SAFETY: the offset and the length are multiples of four and were checked against the memory's.
            let word = unsafe source.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt32.self)
            let stored = unsafe target.loadUnaligned(fromByteOffset: index, as: UInt32.self)
            guard word & ~stored == 0 else {
                throw .notProgrammed(address: offset + UInt32(index + (word & ~stored).trailingZeroBitCount / 8))
            }
            unsafe target.storeBytes(of: word, toByteOffset: index, as: UInt32.self)
            index &+= 4
        }
    }

    public func erase(sector index: Int) throws(FlashError) {
        let sector = sector(index)
        for position in Int(sector.offset)..<Int(sector.offset + sector.length) { memory[position] = 0xFF }
    }
}
