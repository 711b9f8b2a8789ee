// The flash as the log sees it: words, headers, records.
import Checksums
import Interfaces

/// A sound record and where it is.
struct FoundRecord {
    var address: UInt32
    var header: RecordHeader
    /// Of the sector that it is in.
    var sequence: UInt32

    var keyAddress: UInt32 { address &+ UInt32(truncatingIfNeeded: header.prefix) }
    var valueAddress: UInt32 { keyAddress &+ UInt32(truncatingIfNeeded: header.keyLength) }

    func end(_ wordLength: UInt32) -> UInt32 { address &+ header.length(wordLength: wordLength) }
}

/// A key copied from flash.
struct KeyBuffer: ~Copyable {
    fileprivate var bytes = InlineArray<255, UInt8>(repeating: 0)
    fileprivate(set) var count = 0

    var span: Span<UInt8> {
        @_lifetime(borrow self)
        borrowing get { bytes.span.extracting(first: count) }
    }
}

/// Owns the flash. Its words are what records are made of: four bytes, or the program unit if that is longer.
struct LogMedium<Flash: NORFlash & ~Copyable>: ~Copyable {
    var flash: Flash
    let wordLength: UInt32
    let sectorCount: Int
    /// Bytes of the shortest and the longest sector.
    let shortest: UInt32
    let longest: UInt32
    /// Where the last sector ends.
    let end: UInt32
    /// All have that length and lie one after the other from the start on.
    let isUniform: Bool
    private let mapped: UnsafeRawPointer?
    private(set) var programmedBytes: UInt32 = 0

    init(_ flash: consuming Flash) throws(LogError) {
        let unit = flash.programUnit
        let count = flash.sectorCount
        guard unit == 1 || unit == 2 || unit == 4 || unit == 8, count >= 2, count < 0x1_0000 else {
            throw .unusableFlash
        }
        let word = UInt32(Swift.max(4, unit))
        var shortest = UInt32.max
        var longest: UInt32 = 0
        var end: UInt32 = 0
        var isUniform = true
        for index in 0..<count {
            let sector = flash.sector(index)
            isUniform = isUniform && sector.length == flash.sector(0).length && sector.offset == end
            guard sector.length >= 256, sector.length <= word << 16, sector.offset <= word << 16,
                sector.offset + sector.length <= word << 16, sector.offset % 8 == 0, sector.length % 8 == 0
            else { throw .unusableFlash }
            shortest = Swift.min(shortest, sector.length)
            longest = Swift.max(longest, sector.length)
            end = Swift.max(end, sector.offset + sector.length)
        }
        mapped = flash.mappedMemory
        self.flash = flash
        wordLength = word
        sectorCount = count
        self.shortest = shortest
        self.longest = longest
        self.end = end
        self.isUniform = isUniform
    }

    // MARK: - Places

    @inline(never)
    mutating func bounds(of sector: Int) -> FlashSector { flash.sector(sector) }

    mutating func start(of sector: Int) -> UInt32 { bounds(of: sector).offset + SectorHeader.length }

    @inline(never)
    mutating func end(of sector: Int) -> UInt32 {
        let sector = bounds(of: sector)
        return sector.offset &+ sector.length
    }

    mutating func sector(at address: UInt32) -> Int {
        if isUniform { return Int(truncatingIfNeeded: address / longest) }
        var index = 0
        while index < sectorCount &- 1 && end(of: index) <= address { index &+= 1 }
        return index
    }

    mutating func roundedUp(_ address: UInt32) -> UInt32 { (address &+ wordLength &- 1) & ~(wordLength &- 1) }

    // MARK: - Reading

    @inline(never)
    mutating func read(at address: UInt32, into buffer: inout MutableSpan<UInt8>) throws(LogError) {
        if let mapped {
            let source = mapped + Int(truncatingIfNeeded: address)
            // SAFETY: as in `mappedSpan`, and the target has the buffer's length; no buffer of a reader is in flash.
            buffer.withUnsafeMutableBytes { target in
                if let start = target.baseAddress { unsafe copyBytes(from: source, to: start, count: target.count) }
            }
            return
        }
        do throws(FlashError) { try flash.read(at: address, into: &buffer) } catch { throw .flash(error) }
    }

    mutating func readWord(at address: UInt32) throws(LogError) -> UInt32 {
        if let mapped {
            // SAFETY: as in `mappedSpan`; a word is only read within a sector.
            return unsafe (mapped + Int(truncatingIfNeeded: address)).loadUnaligned(as: UInt32.self)
        }
        var bytes = InlineArray<4, UInt8>(repeating: 0)
        var span = bytes.mutableSpan
        try read(at: address, into: &span)
        return UInt32(bytes[0]) | UInt32(bytes[1]) &<< 8 | UInt32(bytes[2]) &<< 16 | UInt32(bytes[3]) &<< 24
    }

    /// Whether `mappedSpan` has something.
    var isMapped: Bool { mapped != nil }

    /// What is stored, where it is, if the flash can be read there. Precondition: it is within the flash.
    @_lifetime(borrow self)
    borrowing func mappedSpan(at address: UInt32, count: Int) -> Span<UInt8>? {
        guard let mapped else { return nil }
        // SAFETY: the flash says that all of it can be read there as long as it lives; the span ends with the
        // borrow of the medium, and every change of the flash is a mutation of the medium.
        let start = unsafe (mapped + Int(truncatingIfNeeded: address)).assumingMemoryBound(to: UInt8.self)
        return unsafe _overrideLifetime(Span(_unsafeStart: start, count: count), borrowing: self)
    }

    mutating func readHeader(of sector: Int) throws(LogError) -> SectorHeader {
        var bytes = InlineArray<32, UInt8>(repeating: 0)
        var span = bytes.mutableSpan
        try read(at: bounds(of: sector).offset, into: &span)
        return SectorHeader(bytes.span)
    }

    /// Refuses a sector that this version of the code, with this flash, did not make.
    mutating func checkDescription(_ header: SectorHeader, offset: UInt32) throws(LogError) {
        guard let found = header.description else { return }
        let version = UInt8(truncatingIfNeeded: found)
        guard version <= SectorHeader.version else { throw .newerVersion(version, offset: offset) }
        let expected = SectorHeader.description(wordLength: wordLength, sectorCount: sectorCount)
        guard version > 0, found &>> 8 == expected &>> 8 else { throw .otherGeometry(offset: offset) }
    }

    /// From the first byte that is not erased to the end of the last, of those between `address` and `end`; an empty
    /// range at `address` if all are erased.
    mutating func programmed(
        from address: UInt32, to end: UInt32, firstOnly: Bool = false
    ) throws(LogError) -> Range<UInt32>? {
        var chunk = InlineArray<64, UInt8>(repeating: 0)
        var found: Range<UInt32>?
        var position = address
        while position < end {
            let count = Int(truncatingIfNeeded: Swift.min(64, end &- position))
            var bytes = chunk.mutableSpan
            var part = bytes.prefix(count)
            try read(at: position, into: &part)
            for index in 0..<count where chunk[index] != 0xFF {
                let byte = position &+ UInt32(truncatingIfNeeded: index)
                found = Range(uncheckedBounds: (found?.lowerBound ?? byte, byte &+ 1))
                if firstOnly { return found }
            }
            position &+= UInt32(truncatingIfNeeded: count)
        }
        return found
    }

    /// The first byte from `address` on that is not erased; `nil` if all up to `end` are.
    mutating func firstProgrammed(from address: UInt32, to end: UInt32) throws(LogError) -> UInt32? {
        try programmed(from: address, to: end, firstOnly: true)?.lowerBound
    }

    /// Whether the sector reads as erased from `offset` in it on.
    mutating func isErased(_ sector: Int, from offset: UInt32) throws(LogError) -> Bool {
        let bounds = bounds(of: sector)
        return try firstProgrammed(from: bounds.offset + offset, to: bounds.offset + bounds.length) == nil
    }

    mutating func readKey(of record: FoundRecord, into key: inout KeyBuffer) throws(LogError) {
        key.count = record.header.keyLength
        var bytes = key.bytes.mutableSpan
        var part = bytes.prefix(key.count)
        try read(at: record.keyAddress, into: &part)
    }

    /// Whether the bytes from `address` on are those of the key.
    mutating func matches(
        _ key: borrowing Span<UInt8>, at address: UInt32
    ) throws(LogError) -> Bool {
        guard let mapped else { return try matchesOverBus(key, at: address) }
        guard address < end, key.count <= Int(truncatingIfNeeded: end &- address) else { return false }
        let stored = mapped + Int(truncatingIfNeeded: address)
        return key.withUnsafeBytes { key in
            guard let start = key.baseAddress else { return true }
            // SAFETY: as in `mappedSpan`; the key has that many bytes, and the flash from there on, too.
            return unsafe areEqual(stored, start, count: key.count)
        }
    }

    @inline(never)
    private mutating func matchesOverBus(
        _ key: borrowing Span<UInt8>, at address: UInt32
    ) throws(LogError) -> Bool {
        var chunk = InlineArray<32, UInt8>(repeating: 0)
        var done = 0
        while done < key.count {
            let count = Swift.min(32, key.count &- done)
            var bytes = chunk.mutableSpan
            var part = bytes.prefix(count)
            try read(at: address &+ UInt32(truncatingIfNeeded: done), into: &part)
            guard isEqual(chunk.span.extracting(first: count), key, from: done) else { return false }
            done &+= count
        }
        return true
    }

    /// The checksum of a record starts with where it is: what was left behind by an erase cut short, or copied
    /// from another place, does not pass.
    static func seed(at address: UInt32, sequence: UInt32) -> CRC32 {
        var crc = CRC32()
        crc.add(littleEndian: address)
        crc.add(littleEndian: sequence)
        return crc
    }

    /// Takes `count` bytes from `address` on into the checksum, over a bus.
    @inline(never)
    mutating func add(at address: UInt32, count: Int, to crc: inout CRC32) throws(LogError) {
        var chunk = InlineArray<64, UInt8>(repeating: 0)
        var done = 0
        while done < count {
            let length = Swift.min(64, count &- done)
            var bytes = chunk.mutableSpan
            var part = bytes.prefix(length)
            try read(at: address &+ UInt32(truncatingIfNeeded: done), into: &part)
            crc.add(chunk.span.extracting(first: length))
            done &+= length
        }
    }

    /// Whether the record has the checksum that it was written with. Reads it all.
    @inline(never)
    mutating func isSound(_ record: FoundRecord) throws(LogError) -> Bool {
        var crc = Self.seed(at: record.address, sequence: record.sequence)
        let count = record.header.contentLength
        let checksum = roundedUp(record.address &+ UInt32(truncatingIfNeeded: count &+ 4)) &- 4
        guard checksum < end else { return false }
        if let mapped {
            let start = mapped + Int(truncatingIfNeeded: record.address)
            // SAFETY: as in `mappedSpan`, and the record ends within the flash.
            unsafe crc.add(start, count: count)
        } else {
            try add(at: record.address, count: count, to: &crc)
        }
        return try readWord(at: checksum) == crc.value
    }

    /// Copies the value of the record with that key to the start of the buffer, which is long enough. Returns whether
    /// the record is sound. Over a bus the value is read once, and the key not again.
    @inline(__always)
    mutating func readValue(
        of record: FoundRecord, _ key: borrowing Span<UInt8>, into buffer: inout MutableSpan<UInt8>
    ) throws(LogError) -> Bool {
        let length = record.header.valueLength
        if let mapped {
            guard try isSound(record) else { return false }
            let source = mapped + Int(truncatingIfNeeded: record.valueAddress)
            // SAFETY: as in `mappedSpan`; the record is within the flash, and the buffer has room for its value.
            buffer.withUnsafeMutableBytes { target in
                if let start = target.baseAddress { unsafe copyBytes(from: source, to: start, count: length) }
            }
            return true
        }
        return try readValueOverBus(of: record, key, into: &buffer)
    }

    @inline(never)
    private mutating func readValueOverBus(
        of record: FoundRecord, _ key: borrowing Span<UInt8>, into buffer: inout MutableSpan<UInt8>
    ) throws(LogError) -> Bool {
        var value = buffer.prefix(record.header.valueLength)
        try read(at: record.valueAddress, into: &value)
        var crc = Self.seed(at: record.address, sequence: record.sequence)
        crc.add(littleEndian: record.header.word, length: record.header.prefix)
        crc.add(key)
        crc.add(value.span)
        return try readWord(at: record.end(wordLength) &- 4) == crc.value
    }

    // MARK: - Programming

    mutating func program(_ bytes: borrowing Span<UInt8>, at address: UInt32) throws(LogError) {
        programmedBytes &+= UInt32(bytes.count)
        do throws(FlashError) { try flash.program(bytes, at: address) } catch { throw .flash(error) }
    }

    mutating func erase(_ sector: Int) throws(LogError) {
        do throws(FlashError) { try flash.erase(sector: sector) } catch { throw .flash(error) }
    }

    /// Says that the sector has been erased, `eraseCount` times so far.
    mutating func writePrepared(_ sector: Int, eraseCount: UInt32) throws(LogError) {
        var buffer = InlineArray<64, UInt8>(repeating: 0)
        var writer = RecordWriter(buffer.mutableSpan, at: bounds(of: sector).offset, crc: CRC32())
        writer.add(SectorHeader.magic)
        writer.add(SectorHeader.description(wordLength: wordLength, sectorCount: sectorCount))
        writer.add(eraseCount)
        writer.addChecksum()
        try flush(&writer)
    }

    mutating func writeOpened(_ sector: Int, sequence: UInt32) throws(LogError) {
        let address = bounds(of: sector).offset + SectorHeader.openOffset
        var buffer = InlineArray<64, UInt8>(repeating: 0)
        var writer = RecordWriter(buffer.mutableSpan, at: address, crc: SectorHeader.openChecksum)
        writer.add(sequence)
        writer.addChecksum()
        try flush(&writer)
    }

    /// Says that nothing in the sector is needed any more. `false` if it cannot be said, since the mark was torn
    /// once and no word is programmed twice.
    mutating func writeRetired(_ sector: Int) throws(LogError) -> Bool {
        let address = bounds(of: sector).offset + SectorHeader.retiredOffset
        guard try firstProgrammed(from: address, to: address + 8) == nil else { return false }
        let zeros = InlineArray<8, UInt8>(repeating: 0)
        try program(zeros.span, at: address)
        return true
    }

    @inline(never)
    mutating func flush(_ writer: inout RecordWriter) throws(LogError) {
        guard writer.count > 0 else { return }
        try program(writer.span, at: writer.address)
        writer.didFlush()
    }

    /// Writes a record with the bytes given.
    mutating func write(
        _ header: RecordHeader, _ key: borrowing Span<UInt8>, _ value: borrowing Span<UInt8>, at address: UInt32,
        sequence: UInt32
    ) throws(LogError) {
        var buffer = InlineArray<64, UInt8>(repeating: 0)
        var writer = RecordWriter(buffer.mutableSpan, at: address, crc: Self.seed(at: address, sequence: sequence))
        writer.add(header.word, length: header.prefix)
        try write(key, &writer)
        try write(value, &writer)
        try finish(&writer, header)
    }

    /// Writes a record with the key and value of `source` at another place.
    mutating func copy(
        _ source: FoundRecord, as header: RecordHeader, to address: UInt32, sequence: UInt32
    ) throws(LogError) {
        var buffer = InlineArray<64, UInt8>(repeating: 0)
        var writer = RecordWriter(buffer.mutableSpan, at: address, crc: Self.seed(at: address, sequence: sequence))
        writer.add(header.word, length: header.prefix)
        var chunk = InlineArray<64, UInt8>(repeating: 0)
        var left = header.keyLength &+ header.valueLength
        var position = source.keyAddress
        while left > 0 {
            let count = Swift.min(64, left)
            var bytes = chunk.mutableSpan
            var part = bytes.prefix(count)
            try read(at: position, into: &part)
            try write(chunk.span.extracting(first: count), &writer)
            position &+= UInt32(truncatingIfNeeded: count)
            left &-= count
        }
        try finish(&writer, header)
    }

    @inline(never)
    private mutating func write(_ bytes: borrowing Span<UInt8>, _ writer: inout RecordWriter) throws(LogError) {
        var done = 0
        while done < bytes.count {
            if writer.room == 0 { try flush(&writer) }
            done &+= writer.add(bytes, from: done)
        }
    }

    @inline(never)
    private mutating func finish(_ writer: inout RecordWriter, _ header: RecordHeader) throws(LogError) {
        let padding = Int(truncatingIfNeeded: header.length(wordLength: wordLength)) &- header.contentLength &- 4
        for _ in 0..<padding {
            if writer.room == 0 { try flush(&writer) }
            writer.addPadding()
        }
        if writer.room == 0 { try flush(&writer) }
        writer.addChecksum()
        try flush(&writer)
    }
}

/// Copies by words, as the library's functions for short and unaligned lengths do not.
///
/// SAFETY: both must have `count` bytes and must not overlap.
@inline(never)
@_optimize(speed)
func copyBytes(from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int) {
    var index = 0
    while index &+ 8 <= count {
        let words = unsafe (source + index).loadUnaligned(as: UInt32.self)
        let more = unsafe (source + index).loadUnaligned(fromByteOffset: 4, as: UInt32.self)
        unsafe (target + index).storeBytes(of: words, as: UInt32.self)
        unsafe (target + index).storeBytes(of: more, toByteOffset: 4, as: UInt32.self)
        index &+= 8
    }
    while index < count {
        unsafe (target + index).storeBytes(of: (source + index).load(as: UInt8.self), as: UInt8.self)
        index &+= 1
    }
}

/// Whether both have the same bytes, by words.
///
/// SAFETY: both must have `count` bytes.
@inline(__always)
private func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, count: Int) -> Bool {
    var index = 0
    while index &+ 4 <= count {
        let word = unsafe (left + index).loadUnaligned(as: UInt32.self)
        if unsafe (right + index).loadUnaligned(as: UInt32.self) != word { return false }
        index &+= 4
    }
    while index < count {
        let byte = unsafe left.load(fromByteOffset: index, as: UInt8.self)
        if unsafe right.load(fromByteOffset: index, as: UInt8.self) != byte { return false }
        index &+= 1
    }
    return true
}

/// Whether `stored` is in `key` from `first` on.
private func isEqual(_ stored: borrowing Span<UInt8>, _ key: borrowing Span<UInt8>, from first: Int) -> Bool {
    for index in 0..<stored.count where stored[index] != key[first &+ index] { return false }
    return true
}

extension MutableSpan<UInt8> {
    /// The first `count` bytes, which only the result can change while it lives.
    @_lifetime(&self)
    mutating func prefix(_ count: Int) -> MutableSpan<UInt8> { _mutatingExtracting(first: count) }
}
