// The records of a battery save: their keys, the manifest, and how a save is read back.
import Storage
import Text

/// Why a battery save in the log cannot be used. The RAM holds what it can be given, and no machine should start with that.
public enum BatterySaveRecordError: Error, Equatable, Sendable {
    /// The manifest has another length, or a byte that no manifest has there.
    case manifest(offset: Int, expected: UInt32, found: UInt32)
    /// The save is of a cartridge with another amount of RAM, and the same header.
    case ramByteCount(expected: Int, found: Int)
    /// A chunk is missing or is not what the manifest says.
    case chunk(Int)
    /// The log failed, with this.
    case log(LogError)

    /// One line in words, without its end.
    public func write(to output: inout some TextOutput & ~Copyable) {
        switch self {
        case .manifest(let offset, let expected, let found):
            output.write("the save's manifest has at offset ")
            output.write(decimal: UInt32(clamping: offset))
            output.write(" ")
            output.write(decimal: found)
            output.write(" and should have ")
            output.write(decimal: expected)
        case .ramByteCount(let expected, let found):
            output.write("the save has ")
            output.write(decimal: UInt32(clamping: found))
            output.write(" bytes, and this cartridge's RAM ")
            output.write(decimal: UInt32(clamping: expected))
        case .chunk(let index):
            output.write("the save's bytes from 0x")
            output.write(hex: UInt32(clamping: index * BatterySave.chunkLength), digits: 4)
            output.write(" on are not what was saved")
        case .log(let error): error.write(to: &output)
        }
    }
}

extension BatterySave {
    /// 1: version, clock's length, RAM's length in 512 bytes; the clock; and for each chunk which key and its hash.
    private static var version: UInt8 { 1 }
    private static var headerLength: Int { 4 }
    private static var entryLength: Int { 5 }

    /// Which cartridge it is: a hash of the header from title to checksums.
    public static func identity(rom: UnsafeRawBufferPointer) -> UInt32 {
        rom.count >= 0x150 ? hash(UnsafeRawBufferPointer(rebasing: rom[0x134..<0x150])) : 0
    }

    /// Writes the manifest's key, which people see in the list of keys: "gb/" and the identity in hexadecimal. Returns its
    /// length.
    ///
    /// Keys are arrays of the caller's, and not values with a span of their own: optimised for the chip, the compiler (6.3)
    /// lets such a value end while its span is still read.
    func writeManifestKey(to key: inout InlineArray<16, UInt8>) -> Int {
        key[0] = 0x67
        key[1] = 0x62
        key[2] = 0x2F
        for digit in 0..<8 { key[3 + digit] = Self.hexadecimal(identity >> UInt32(28 - digit * 4)) }
        return 11
    }

    /// Writes the manifest's key, a slash, the chunk's number, and a or b. Returns its length.
    func writeChunkKey(_ index: Int, isSecond: Bool, to key: inout InlineArray<16, UInt8>) -> Int {
        let length = writeManifestKey(to: &key)
        key[length] = 0x2F
        key[length + 1] = Self.hexadecimal(UInt32(truncatingIfNeeded: index >> 4))
        key[length + 2] = Self.hexadecimal(UInt32(truncatingIfNeeded: index))
        key[length + 3] = isSecond ? 0x62 : 0x61
        return length + 4
    }

    private static func hexadecimal(_ value: UInt32) -> UInt8 {
        let digit = UInt8(truncatingIfNeeded: value & 0xF)
        return digit < 10 ? 0x30 + digit : 0x37 + digit
    }

    /// Deletes a chunk under one of its two keys.
    func deleteChunk<Flash>(_ index: Int, isSecond: Bool, from log: inout KeyValueLog<Flash>) throws(LogError) {
        var key = InlineArray<16, UInt8>(repeating: 0)
        let length = writeChunkKey(index, isSecond: isSecond, to: &key)
        _ = try log.delete(key.span.extracting(first: length))
    }

    func putManifest<Flash>(
        _ log: inout KeyValueLog<Flash>, slots: UInt64, hashes: InlineArray<64, UInt32>, clock: BatterySaveClock
    ) throws(LogError) {
        var bytes = InlineArray<372, UInt8>(repeating: 0)
        bytes[0] = Self.version
        bytes[1] = UInt8(truncatingIfNeeded: clock.count)
        bytes[2] = UInt8(truncatingIfNeeded: chunkCount)
        var count = Self.headerLength
        for index in 0..<clock.count {
            bytes[count] = clock.bytes[index]
            count += 1
        }
        for index in 0..<chunkCount {
            bytes[count] = UInt8(truncatingIfNeeded: slots >> UInt64(index) & 1)
            for byte in 0..<4 { bytes[count + 1 + byte] = UInt8(truncatingIfNeeded: hashes[index] >> UInt32(byte * 8)) }
            count += Self.entryLength
        }
        var key = InlineArray<16, UInt8>(repeating: 0)
        let length = writeManifestKey(to: &key)
        try log.put(key.span.extracting(first: length), bytes.span.extracting(first: count))
    }

    /// Reads the save into the RAM. Returns its clock, or nil if there is no save.
    ///
    /// To be called before the first step. Cost: reads the save's records once.
    /// - Throws: `manifest`, `ramByteCount` or `chunk` for a save that cannot be used, `log`. RAM may be filled in part then.
    public mutating func load<Flash>(
        _ log: inout KeyValueLog<Flash>, into ram: UnsafeMutableRawBufferPointer
    ) throws(BatterySaveRecordError) -> BatterySaveClock? {
        var bytes = InlineArray<372, UInt8>(repeating: 0)
        var key = InlineArray<16, UInt8>(repeating: 0)
        let keyLength = writeManifestKey(to: &key)
        guard let length = try read(key.span.extracting(first: keyLength), from: &log, into: &bytes) else { return nil }
        guard length >= Self.headerLength, bytes[0] == Self.version else {
            throw .manifest(offset: 0, expected: UInt32(Self.version), found: UInt32(bytes[0]))
        }
        let clockLength = Int(bytes[1])
        guard clockLength == 0 || clockLength == Self.clockLength else {
            throw .manifest(offset: 1, expected: UInt32(Self.clockLength), found: UInt32(bytes[1]))
        }
        guard Int(bytes[2]) == chunkCount else {
            throw .ramByteCount(expected: ramByteCount, found: Int(bytes[2]) * Self.chunkLength)
        }
        let start = Self.headerLength + clockLength
        guard length == start + chunkCount * Self.entryLength else {
            let expected = start + chunkCount * Self.entryLength
            throw .manifest(offset: length, expected: UInt32(clamping: expected), found: UInt32(clamping: length))
        }
        var clock = BatterySaveClock()
        for index in 0..<clockLength { clock.write(byte: bytes[Self.headerLength + index]) }
        var slots: UInt64 = 0
        var hashes = InlineArray<64, UInt32>(repeating: 0)
        for index in 0..<chunkCount {
            let entry = start + index * Self.entryLength
            if bytes[entry] & 1 != 0 { slots |= Self.bit(index) }
            for byte in 0..<4 { hashes[index] |= UInt32(bytes[entry + 1 + byte]) << UInt32(byte * 8) }
            try loadChunk(index, isSecond: bytes[entry] & 1 != 0, hash: hashes[index], from: &log, into: ram)
        }
        takeOver(slots: slots, hashes: hashes)
        return clock
    }

    private func loadChunk<Flash>(
        _ index: Int, isSecond: Bool, hash: UInt32, from log: inout KeyValueLog<Flash>, into ram: UnsafeMutableRawBufferPointer
    ) throws(BatterySaveRecordError) {
        var packed = InlineArray<516, UInt8>(repeating: 0)
        var key = InlineArray<16, UInt8>(repeating: 0)
        let keyLength = writeChunkKey(index, isSecond: isSecond, to: &key)
        let start = index * Self.chunkLength
        let end = min(start + Self.chunkLength, ramByteCount)
        let target = UnsafeMutableRawBufferPointer(rebasing: ram[start..<end])
        guard let length = try read(key.span.extracting(first: keyLength), from: &log, into: &packed),
            RunLengths.unpack(packed.span.extracting(first: length), into: target),
            Self.hash(UnsafeRawBufferPointer(target)) == hash
        else { throw .chunk(index) }
    }

    private func read<Flash, let count: Int>(
        _ key: borrowing Span<UInt8>, from log: inout KeyValueLog<Flash>, into bytes: inout InlineArray<count, UInt8>
    ) throws(BatterySaveRecordError) -> Int? {
        do throws(LogError) {
            var span = bytes.mutableSpan
            return try log.get(key, into: &span)
        } catch { throw .log(error) }
    }

    /// Deletes the save and everything that was left of it.
    /// - Throws: as `KeyValueLog.delete`: `flash`. What was deleted before stays so.
    public mutating func forget<Flash>(_ log: inout KeyValueLog<Flash>) throws(LogError) {
        var key = InlineArray<16, UInt8>(repeating: 0)
        let length = writeManifestKey(to: &key)
        _ = try log.delete(key.span.extracting(first: length))
        for index in 0..<chunkCount {
            try deleteChunk(index, isSecond: false, from: &log)
            try deleteChunk(index, isSecond: true, from: &log)
        }
    }
}
