// The flash as the log reads it: words, headers, records, and the walk over a sector.
import Interfaces

/// A sound record and where it is.
struct FoundRecord {
    var address: UInt32
    var header: RecordHeader
    /// Of the sector that it is in.
    var sequence: UInt32
}

/// How far a sector has been walked.
struct Walk {
    let sequence: UInt32
    let end: UInt32
    var position: UInt32
    /// Where bytes start that are no sound record and were passed on the last step.
    var damage: UInt32?
    /// Behind the last byte known to be programmed.
    var used: UInt32
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
    /// Bytes of the shortest and the longest sector, and of all.
    let shortest: UInt32
    let longest: UInt32
    let total: UInt32
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
        var total: UInt32 = 0
        for index in 0..<count {
            let sector = flash.sector(index)
            guard sector.length >= 256, sector.length <= word << 16, sector.offset <= word << 16,
                sector.offset + sector.length <= word << 16, sector.offset % 8 == 0, sector.length % 8 == 0
            else { throw .unusableFlash }
            shortest = Swift.min(shortest, sector.length)
            longest = Swift.max(longest, sector.length)
            total += sector.length
        }
        self.flash = flash
        wordLength = word
        sectorCount = count
        self.shortest = shortest
        self.longest = longest
        self.total = total
    }

    // MARK: - Places

    func start(of sector: Int) -> UInt32 { flash.sector(sector).offset + SectorHeader.length }

    func end(of sector: Int) -> UInt32 {
        let sector = flash.sector(sector)
        return sector.offset + sector.length
    }

    func sector(at address: UInt32) -> Int {
        for index in 0..<sectorCount {
            let sector = flash.sector(index)
            if address >= sector.offset && address - sector.offset < sector.length { return index }
        }
        preconditionFailure("an address within the flash")
    }

    func roundedUp(_ address: UInt32) -> UInt32 { (address + wordLength - 1) / wordLength * wordLength }

    // MARK: - Reading

    mutating func read(at address: UInt32, into buffer: inout MutableSpan<UInt8>) throws(LogError) {
        do throws(FlashError) { try flash.read(at: address, into: &buffer) } catch { throw .flash(error) }
    }

    mutating func readWord(at address: UInt32) throws(LogError) -> UInt32 {
        var bytes = InlineArray<4, UInt8>(repeating: 0)
        var span = bytes.mutableSpan
        try read(at: address, into: &span)
        return UInt32(bytes[0]) | UInt32(bytes[1]) &<< 8 | UInt32(bytes[2]) &<< 16 | UInt32(bytes[3]) &<< 24
    }

    mutating func readHeader(of sector: Int) throws(LogError) -> SectorHeader {
        var bytes = InlineArray<32, UInt8>(repeating: 0)
        var span = bytes.mutableSpan
        try read(at: flash.sector(sector).offset, into: &span)
        return SectorHeader(bytes.span)
    }

    /// Refuses a sector that this version of the code, with this flash, did not make.
    func checkDescription(_ header: SectorHeader, offset: UInt32) throws(LogError) {
        guard let found = header.description else { return }
        let version = UInt8(truncatingIfNeeded: found)
        guard version <= SectorHeader.version else { throw .newerVersion(version, offset: offset) }
        guard found == SectorHeader.description(wordLength: wordLength, sectorCount: sectorCount) else {
            throw .otherGeometry(offset: offset)
        }
    }

    /// The first byte from `address` on that is not erased; `nil` if all up to `end` are.
    mutating func firstProgrammed(from address: UInt32, to end: UInt32) throws(LogError) -> UInt32? {
        var chunk = InlineArray<64, UInt8>(repeating: 0)
        var position = address
        while position < end {
            let count = Int(Swift.min(64, end - position))
            var bytes = chunk.mutableSpan
            var part = bytes.prefix(count)
            try read(at: position, into: &part)
            for index in 0..<count where chunk[index] != 0xFF { return position + UInt32(index) }
            position += UInt32(count)
        }
        return nil
    }

    /// Behind the last byte from `address` on that is not erased; `address` if all are.
    mutating func programmedEnd(from address: UInt32, to end: UInt32) throws(LogError) -> UInt32 {
        var chunk = InlineArray<64, UInt8>(repeating: 0)
        var used = address
        var position = address
        while position < end {
            let count = Int(Swift.min(64, end - position))
            var bytes = chunk.mutableSpan
            var part = bytes.prefix(count)
            try read(at: position, into: &part)
            for index in 0..<count where chunk[index] != 0xFF { used = position + UInt32(index) + 1 }
            position += UInt32(count)
        }
        return used
    }

    mutating func readKey(of record: FoundRecord, into key: inout KeyBuffer) throws(LogError) {
        key.count = record.header.keyLength
        var bytes = key.bytes.mutableSpan
        var part = bytes.prefix(key.count)
        try read(at: record.address + 4, into: &part)
    }

    /// Whether the record at `address` has this key; its header if so.
    mutating func header(at address: UInt32, ofKey key: borrowing Span<UInt8>) throws(LogError) -> RecordHeader? {
        guard let header = RecordHeader(word: try readWord(at: address)), header.keyLength == key.count else {
            return nil
        }
        var chunk = InlineArray<32, UInt8>(repeating: 0)
        var done = 0
        while done < key.count {
            let count = Swift.min(32, key.count - done)
            var bytes = chunk.mutableSpan
            var part = bytes.prefix(count)
            try read(at: address + 4 + UInt32(done), into: &part)
            for index in 0..<count where chunk[index] != key[done + index] { return nil }
            done += count
        }
        return header
    }

    /// The checksum of a record starts with where it is: what was left behind by an erase cut short, or copied
    /// from another place, does not pass.
    static func checksum(at address: UInt32, sequence: UInt32, header: RecordHeader) -> CRC32 {
        var crc = CRC32()
        crc.add(word: address)
        crc.add(word: sequence)
        crc.add(word: header.word)
        return crc
    }

    /// Whether the record has the checksum that it was written with. Reads it all.
    mutating func isSound(_ record: FoundRecord) throws(LogError) -> Bool {
        var crc = Self.checksum(at: record.address, sequence: record.sequence, header: record.header)
        var chunk = InlineArray<64, UInt8>(repeating: 0)
        var left = record.header.keyLength + record.header.valueLength
        var position = record.address + 4
        while left > 0 {
            let count = Swift.min(64, left)
            var bytes = chunk.mutableSpan
            var part = bytes.prefix(count)
            try read(at: position, into: &part)
            for index in 0..<count { crc.add(chunk[index]) }
            position += UInt32(count)
            left -= count
        }
        let length = record.header.length(wordLength: wordLength)
        return try readWord(at: record.address + length - 4) == crc.value
    }

    // MARK: - Walking

    func walk(_ sector: Int, sequence: UInt32) -> Walk {
        let start = start(of: sector)
        return Walk(sequence: sequence, end: end(of: sector), position: start, damage: nil, used: start)
    }

    /// The next sound record; `nil` at the end of the sector, where `used` is behind all that is programmed.
    ///
    /// The length of an unsound record is not trusted, though its header may look right: a torn word can read
    /// as right today and as torn tomorrow. Records are looked for at each word behind it instead.
    mutating func next(_ walk: inout Walk) throws(LogError) -> FoundRecord? {
        walk.damage = nil
        while walk.position + 8 <= walk.end {
            let word = try readWord(at: walk.position)
            if word == ~0 {
                guard let byte = try firstProgrammed(from: walk.position, to: walk.end) else {
                    walk.position = walk.end
                    return nil
                }
                // A word of eight bytes may be programmed in its second half alone.
                let position = byte / wordLength * wordLength
                if position != walk.position {
                    walk.position = position
                    continue
                }
            } else if let header = RecordHeader(word: word) {
                let record = FoundRecord(address: walk.position, header: header, sequence: walk.sequence)
                let length = header.length(wordLength: wordLength)
                if length <= walk.end - walk.position, try isSound(record) {
                    walk.position += length
                    walk.used = walk.position
                    return record
                }
            }
            if walk.damage == nil { walk.damage = walk.position }
            walk.position += wordLength
            walk.used = walk.position
        }
        if walk.position < walk.end, try firstProgrammed(from: walk.position, to: walk.end) != nil {
            if walk.damage == nil { walk.damage = walk.position }
            walk.used = walk.end
        }
        walk.position = walk.end
        return nil
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
        var writer = RecordWriter(at: flash.sector(sector).offset, crc: CRC32())
        writer.add(word: SectorHeader.magic)
        writer.add(word: SectorHeader.description(wordLength: wordLength, sectorCount: sectorCount))
        writer.add(word: eraseCount)
        writer.addChecksum()
        try flush(&writer)
    }

    mutating func writeOpened(_ sector: Int, sequence: UInt32) throws(LogError) {
        let address = flash.sector(sector).offset + SectorHeader.openOffset
        var writer = RecordWriter(at: address, crc: SectorHeader.openChecksum)
        writer.add(word: sequence)
        writer.addChecksum()
        try flush(&writer)
    }

    mutating func writeRetired(_ sector: Int) throws(LogError) {
        let address = flash.sector(sector).offset + SectorHeader.retiredOffset
        // A mark that was torn once is left alone: no word is programmed twice.
        guard try firstProgrammed(from: address, to: address + 8) == nil else { return }
        let zeros = InlineArray<8, UInt8>(repeating: 0)
        try program(zeros.span, at: address)
    }

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
        var writer = RecordWriter(
            at: address, crc: Self.checksum(at: address, sequence: sequence, header: header))
        writer.addUnchecked(word: header.word)
        try write(key, &writer)
        try write(value, &writer)
        try finish(&writer, header)
    }

    /// Writes a record like `source` at another place.
    mutating func copy(_ source: FoundRecord, to address: UInt32, sequence: UInt32) throws(LogError) {
        var writer = RecordWriter(
            at: address, crc: Self.checksum(at: address, sequence: sequence, header: source.header))
        writer.addUnchecked(word: source.header.word)
        var chunk = InlineArray<64, UInt8>(repeating: 0)
        var left = source.header.keyLength + source.header.valueLength
        var position = source.address + 4
        while left > 0 {
            let count = Swift.min(64, left)
            var bytes = chunk.mutableSpan
            var part = bytes.prefix(count)
            try read(at: position, into: &part)
            try write(chunk.span.extracting(first: count), &writer)
            position += UInt32(count)
            left -= count
        }
        try finish(&writer, source.header)
    }

    private mutating func write(_ bytes: borrowing Span<UInt8>, _ writer: inout RecordWriter) throws(LogError) {
        for index in bytes.indices {
            if writer.isFull { try flush(&writer) }
            writer.add(bytes[index])
        }
    }

    private mutating func finish(_ writer: inout RecordWriter, _ header: RecordHeader) throws(LogError) {
        let unpadded = UInt32(truncatingIfNeeded: 8 + header.keyLength + header.valueLength)
        for _ in unpadded..<header.length(wordLength: wordLength) {
            if writer.isFull { try flush(&writer) }
            writer.addPadding()
        }
        if writer.isFull { try flush(&writer) }
        writer.addChecksum()
        try flush(&writer)
    }
}

extension MutableSpan<UInt8> {
    /// The first `count` bytes, which only the result can change while it lives.
    @_lifetime(&self)
    mutating func prefix(_ count: Int) -> MutableSpan<UInt8> { _mutatingExtracting(first: count) }
}
