// The flash log: keys and values that survive power cuts, in flash as it is. README.md argues the format.
import Interfaces

/// Keeps the last value of every key in flash.
///
/// Every call is synchronous and for thread mode; one task at a time, which the compiler sees to, since a log
/// cannot be copied. When a call that changes something returns, the change is in flash for good; when it
/// throws, or never returns since the power went, the key has its old value or the new one, and every other key
/// is as it was.
///
/// Cost: 189 bytes on the chip, the index memory, and up to 1.7 KB of stack. A put programs its record, 6 to 8
/// bytes more than key and value, an entry of 2.5 in the sector's footer, and what moving older records costs; it erases
/// only if `maintain()` never did. A get reads its record once.
public struct KeyValueLog<Flash: NORFlash & ~Copyable>: ~Copyable {
    var medium: LogMedium<Flash>
    var index: LogIndex
    let sectors: SectorTable
    /// The block of the head's footer that is being gathered.
    let footer: FooterBuffer
    /// The sector that is written, the first free address in it, and where its footer begins.
    var head = 0
    var position: UInt32 = 0
    var limit: UInt32 = 0
    /// Where the last record ends that the footer speaks about, or will.
    var listedEnd: UInt32 = 0
    /// The head's footer goes on. If not, a mount reads the records themselves.
    var isListing = false
    /// A write failed, or was cut short by the last power cut: nothing goes directly after it.
    var headIsTorn = false
    /// Collection went round all sectors and did not find enough: it goes round once more.
    var leavesOutFooters = false
    var nextSequence: UInt32 = 1
    /// The sector with the lowest sequence, how far it has been collected, and the bytes of its live records.
    var oldest = 0
    var oldestEnd: UInt32 = 0
    var cursor: UInt32 = 0
    var oldestLiveBytes = 0
    /// Of some records nothing could be counted, since their headers are damaged.
    var hasUncounted = false
    /// Bytes of `oldest` that writes have yet to pay for.
    var collectionDebt = 0
    /// Sectors without records, and what they hold together.
    var availableSectors = 0
    var availableBytes = 0
    /// All sectors' live bytes, -1 until they are asked for, and what they may grow to.
    var liveBytes = -1
    let liveByteLimit: Int
    /// The longest record that may be live: what a sector's end may waste.
    var longestRecord = 0
    // Since the mount, as `LogStatistics` says.
    var puts: UInt32 = 0
    var deletes: UInt32 = 0
    var copiedRecords: UInt32 = 0
    var erases: UInt32 = 0
    var erasesWhileWriting: UInt32 = 0
    var damagedRecords: UInt32 = 0
    /// Of the records that puts, deletes and transactions wrote.
    var acknowledgedBytes: UInt32 = 0
    /// Snapshots that keep every sector from its erase.
    var openSnapshots: Int { footer.openSnapshots }

    /// What was found at the mount.
    public internal(set) var report = MountReport()

    init(_ flash: consuming Flash, index memory: UnsafeMutableBufferPointer<IndexSlot>) throws(LogError) {
        var medium = try LogMedium(flash)
        let table = medium.sectorCount * SectorTable.slotsPerSector
        let first = table + FooterBuffer.slots
        guard memory.count >= first + 2 else { throw .indexTooSmall(needed: first + 2) }
        // SAFETY: the parts are within the memory, since its count was checked, and do not overlap.
        sectors = SectorTable(
            UnsafeMutableBufferPointer(rebasing: memory[0..<table]), count: medium.sectorCount)
        footer = FooterBuffer(UnsafeMutableBufferPointer(rebasing: memory[table..<first]))
        index = LogIndex(
            UnsafeMutableBufferPointer(rebasing: memory[first..<Swift.min(memory.count, first + 0x1_0000)]))
        liveByteLimit = Self.liveByteLimit(&medium)
        self.medium = medium
    }

    /// Finds what is in the flash, and repairs what a power cut left. Blank flash becomes an empty log.
    ///
    /// - Parameter index: memory that is the log's alone as long as the log and its snapshots live. Two slots a sector are for
    ///   the sectors and fifteen for the footer; seven eighths of the others hold a key each.
    /// - Throws: `foreign` and `newerVersion` for flash that holds something else, which is left as it is;
    ///   `tooManyKeys` if the flash has more keys than the index has room for.
    ///
    /// Cost: reads the footers of the sectors, 3 bytes a record, and the last 26 records or fewer; after a power cut
    /// it writes one record again. The first put after it reads the header of each live record.
    public static func mount(
        _ flash: consuming Flash, index: UnsafeMutableBufferPointer<IndexSlot>
    ) throws(LogError) -> KeyValueLog {
        var log = try KeyValueLog(flash, index: index)
        try log.load()
        return log
    }

    // MARK: - Reading

    /// Copies the value of the key to the start of `buffer`.
    ///
    /// - Returns: the value's length, or `nil` if the key has no value.
    /// - Throws: `bufferTooSmall`, or `damagedRecord` if the value is not what was written.
    public mutating func get(
        _ key: borrowing Span<UInt8>, into buffer: inout MutableSpan<UInt8>
    ) throws(LogError) -> Int? {
        guard let record = try find(key) else { return nil }
        return try read(record, key, into: &buffer)
    }

    /// Copies the value of the record with that key.
    @inline(never)
    @_optimize(speed)
    mutating func read(
        _ record: FoundRecord, _ key: borrowing Span<UInt8>, into buffer: inout MutableSpan<UInt8>
    ) throws(LogError) -> Int {
        let length = record.header.valueLength
        guard length <= buffer.count else { throw .bufferTooSmall(needed: length) }
        guard try medium.readValue(of: record, key, into: &buffer) else { throw .damagedRecord(offset: record.address) }
        return length
    }

    /// Lends the value of the key to `body`, where it is in flash if that is mapped in memory; a copy in `buffer` if
    /// not. No sector is erased meanwhile, since the log is in use until `body` returns.
    ///
    /// - Parameter buffer: may be empty for mapped flash.
    /// - Returns: what `body` returned, or `nil` if the key has no value.
    /// - Throws: as `get`.
    public mutating func withValue<Result>(
        of key: borrowing Span<UInt8>, buffer: inout MutableSpan<UInt8>,
        _ body: (borrowing Span<UInt8>) -> Result
    ) throws(LogError) -> Result? {
        if medium.isMapped {
            guard let record = try find(key) else { return nil }
            guard try medium.isSound(record) else { throw .damagedRecord(offset: record.address) }
            guard let value = medium.mappedSpan(at: record.valueAddress, count: record.header.valueLength) else {
                return nil
            }
            return body(value)
        }
        guard let count = try get(key, into: &buffer) else { return nil }
        return body(buffer.span.extracting(first: count))
    }

    /// Calls `body` with each key that begins with `prefix` and the length of its value, in no order. A record that is no
    /// longer what was written is left out.
    ///
    /// Cost: reads the records of all keys.
    ///
    /// - Throws: when all others were shown, `damagedRecord` for the first that was left out.
    public mutating func forEach(
        prefix: borrowing Span<UInt8>, _ body: (borrowing Span<UInt8>, Int) -> Void
    ) throws(LogError) {
        var key = KeyBuffer()
        var damage: UInt32?
        for slot in 0..<index.slotCount {
            guard let entry = index.entry(at: slot) else { continue }
            let address = UInt32(entry.word) &* medium.wordLength
            guard let record = try soundRecord(at: address) else {
                if damage == nil { damage = address }
                continue
            }
            guard record.header.keyLength >= prefix.count, try medium.matches(prefix, at: record.keyAddress) else { continue }
            try medium.readKey(of: record, into: &key)
            body(key.span, record.header.valueLength)
        }
        if let damage { throw .damagedRecord(offset: damage) }
    }

    // MARK: - Writing

    /// Gives the key a value. When this returns, the value is in flash for good. A value that the key has already programs
    /// nothing.
    ///
    /// - Throws: `keyLength`, `valueTooLong`, `full` and `tooManyKeys` before anything was written.
    public mutating func put(
        _ key: borrowing Span<UInt8>, _ value: borrowing Span<UInt8>
    ) throws(LogError) {
        do throws(LogError) { try putOnce(key, value) } catch {
            // What should be erased is not, or wears out: the record goes after it.
            guard case .flash(.notProgrammed) = error else { throw error }
            try putOnce(key, value)
        }
    }

    @inline(never)
    private mutating func putOnce(_ key: borrowing Span<UInt8>, _ value: borrowing Span<UInt8>) throws(LogError) {
        let header = try valueHeader(key, value)
        let length = Int(header.length(wordLength: medium.wordLength))
        var damaged: Int?
        var old = try lookUp(key, &damaged)
        if let old, old.header.contentLength &- old.header.prefix == header.contentLength &- header.prefix,
            try holds(old, value)
        {
            puts &+= 1
            return
        }
        if old == nil, let damaged { dropDamaged(damaged) }
        let oldLength = old.map { Int($0.header.length(wordLength: medium.wordLength)) } ?? 0
        guard try countLiveBytes() - oldLength + length <= liveByteLimit(withRecordOf: length) else { throw .full }
        if old == nil && index.count == index.capacity { throw .tooManyKeys(capacity: index.capacity) }
        longestRecord = Swift.max(longestRecord, length)

        let moves = copiedRecords &+ damagedRecords
        try pace(length)
        try makeRoom(length, slack: slack)
        if copiedRecords &+ damagedRecords != moves { old = try lookUp(key) }
        let address = try append(header, key, value)
        if let old { forget(old) }
        let tag = LogIndex.tag(of: key)
        remember(address, header, replacing: old?.slot, tag: tag)
        list(address, header, tag)
        puts &+= 1
        acknowledgedBytes &+= UInt32(truncatingIfNeeded: length)
    }

    /// Whether the entry has this value, and its record is sound. Precondition: it has a value of that length.
    @inline(__always)
    private mutating func holds(_ entry: Entry, _ value: borrowing Span<UInt8>) throws(LogError) -> Bool {
        let address = entry.address &+ UInt32(truncatingIfNeeded: entry.header.prefix &+ entry.header.keyLength)
        guard try medium.matches(value, at: address) else { return false }
        return try soundRecord(at: entry.address) != nil
    }

    /// Takes the key's value away. This works on a full log, too.
    ///
    /// - Returns: whether there was a value, or a damaged record that may have been one.
    /// - Throws: `keyLength` before anything was written; `flash`; `snapshotIsOpen` if a sector has to be erased first that a
    ///   snapshot needs.
    public mutating func delete(_ key: borrowing Span<UInt8>) throws(LogError) -> Bool {
        var existed = false
        do throws(LogError) { try deleteOnce(key, &existed) } catch {
            guard case .flash(.notProgrammed) = error else { throw error }
            try deleteOnce(key, &existed)
        }
        return existed
    }

    /// Sets `existed` if there is a value, or a damaged record that may have been one.
    @inline(never)
    private mutating func deleteOnce(_ key: borrowing Span<UInt8>, _ existed: inout Bool) throws(LogError) {
        var damaged: Int?
        if try lookUp(key, &damaged) != nil {
            existed = true
        } else if let damaged {
            existed = true
            dropDamaged(damaged)
        }
        guard existed else { return }
        let header = RecordHeader(kind: RecordKind.tombstone, keyLength: key.count, valueLength: 0)
        let length = Int(header.length(wordLength: medium.wordLength))
        try pace(length)
        try makeRoom(length, slack: 0)
        let empty = InlineArray<0, UInt8>(repeating: 0)
        let address = try append(header, key, empty.span)
        // Where the record is may have changed meanwhile.
        if let old = try lookUp(key) {
            forget(old)
            index.remove(old.slot)
        }
        list(address, header, LogIndex.tag(of: key))
        deletes &+= 1
        acknowledgedBytes &+= UInt32(truncatingIfNeeded: length)
    }

    /// The longest value that a key of this length can have.
    public mutating func maximumValueLength(keyLength: Int) -> Int {
        let word = Int(medium.wordLength)
        return Swift.min(0xFFFF, maximumRecordLength / word * word - 8 - keyLength)
    }

    mutating func valueHeader(
        _ key: borrowing Span<UInt8>, _ value: borrowing Span<UInt8>, kind: UInt32 = RecordKind.value
    ) throws(LogError) -> RecordHeader {
        guard key.count >= 1, key.count <= 255 else { throw .keyLength(key.count) }
        let maximum = maximumValueLength(keyLength: key.count)
        guard value.count <= maximum else { throw .valueTooLong(value.count, maximum: Swift.max(0, maximum)) }
        return RecordHeader(kind: kind, keyLength: key.count, valueLength: value.count)
    }

    // MARK: - The index

    /// Where a key's newest record is.
    struct Entry {
        let slot: Int
        let address: UInt32
        let header: RecordHeader
    }

    /// The key's entry; `nil` if there is none, or none that can be recognised.
    mutating func lookUp(_ key: borrowing Span<UInt8>) throws(LogError) -> Entry? {
        var damaged: Int?
        return try lookUp(key, &damaged)
    }

    /// The same for reading: an entry that may have been the key's before it was damaged is no missing key.
    mutating func find(_ key: borrowing Span<UInt8>) throws(LogError) -> FoundRecord? {
        var damaged: Int?
        if let entry = try lookUp(key, &damaged) {
            return FoundRecord(address: entry.address, header: entry.header, sequence: sequence(at: entry.address))
        }
        if let entry = damaged.flatMap({ index.entry(at: $0) }) {
            throw .damagedRecord(offset: UInt32(entry.word) &* medium.wordLength)
        }
        return nil
    }

    /// Sets `damaged` to the slot of an entry with the key's tag whose record is not sound, if there is one: it may have been
    /// the key's.
    @inline(never)
    mutating func lookUp(
        _ key: borrowing Span<UInt8>, _ damaged: inout Int?
    ) throws(LogError) -> Entry? {
        let tag = LogIndex.tag(of: key)
        var slot = index.home(of: tag)
        while let entry = index.entry(at: slot) {
            if entry.tag == tag {
                let address = UInt32(entry.word) &* medium.wordLength
                if let header = RecordHeader(word: try medium.readWord(at: address)), header.keyLength == key.count,
                    try medium.matches(key, at: address &+ UInt32(truncatingIfNeeded: header.prefix))
                {
                    return Entry(slot: slot, address: address, header: header)
                }
                if try soundRecord(at: address) == nil { damaged = slot }
            }
            slot = index.slot(after: slot)
        }
        return nil
    }

    /// The record there, if it has the checksum that it was written with. Reads it all.
    @inline(never)
    mutating func soundRecord(at address: UInt32) throws(LogError) -> FoundRecord? {
        guard let header = RecordHeader(word: try medium.readWord(at: address)) else { return nil }
        let record = FoundRecord(address: address, header: header, sequence: sequence(at: address))
        return try medium.isSound(record) ? record : nil
    }

    /// Removes the entry of a record that is not sound, whose key gets a value or is deleted.
    @inline(never)
    mutating func dropDamaged(_ slot: Int) {
        index.remove(slot)
        damagedRecords &+= 1
        // How long the record was can no longer be said.
        liveBytes = -1
    }

    mutating func sequence(at address: UInt32) -> UInt32 { sectors.sequence(of: medium.sector(at: address)) }

    mutating func isInOldest(_ address: UInt32) -> Bool {
        let bounds = medium.bounds(of: oldest)
        return address &- bounds.offset < bounds.length
    }

    /// The record is no longer its key's newest.
    mutating func forget(_ entry: Entry) {
        let length = Int(truncatingIfNeeded: entry.header.length(wordLength: medium.wordLength))
        if isInOldest(entry.address) { oldestLiveBytes &-= length }
        changeLiveBytes(by: -length)
    }

    /// The record is its key's newest, and takes the slot of the one before.
    mutating func remember(_ address: UInt32, _ header: RecordHeader, replacing slot: Int?, tag: UInt16) {
        let length = Int(truncatingIfNeeded: header.length(wordLength: medium.wordLength))
        let word = UInt16(truncatingIfNeeded: address / medium.wordLength)
        if let slot { index.update(slot, word: word) } else { index.insert(tag, word: word) }
        if isInOldest(address) { oldestLiveBytes &+= length }
        changeLiveBytes(by: length)
        longestRecord = Swift.max(longestRecord, length)
    }

    mutating func changeLiveBytes(by length: Int) {
        if liveBytes >= 0 { liveBytes &+= length }
    }

    /// All live records: how many bytes. The first time it reads the header of each, which a mount has not read.
    mutating func countLiveBytes() throws(LogError) -> Int {
        if liveBytes < 0 { liveBytes = try liveBytes(in: 0..<medium.end) }
        return liveBytes
    }

    /// The live records of a sector: how many bytes. Reads the header of each.
    mutating func liveBytes(of sector: Int) throws(LogError) -> Int {
        let bounds = medium.bounds(of: sector)
        return try liveBytes(in: bounds.offset..<bounds.offset &+ bounds.length)
    }

    @inline(never)
    private mutating func liveBytes(in range: Range<UInt32>) throws(LogError) -> Int {
        var sum = 0
        for slot in 0..<index.slotCount {
            guard let entry = index.entry(at: slot) else { continue }
            let address = UInt32(entry.word) &* medium.wordLength
            guard range.contains(address) else { continue }
            // No record is as long as the shortest sector: such a header is damaged, too.
            if let length = RecordHeader(word: try medium.readWord(at: address))?.length(wordLength: medium.wordLength),
                length < medium.shortest
            {
                sum &+= Int(truncatingIfNeeded: length)
            } else {
                hasUncounted = true
            }
        }
        return sum
    }

    // MARK: - Figures

    /// The figures at this moment. Reads the header of each live record, if nothing was put since the mount.
    /// - Throws: `flash` if the flash cannot be read.
    public mutating func statistics() throws(LogError) -> LogStatistics {
        var figures = LogStatistics()
        figures.puts = puts
        figures.deletes = deletes
        figures.copiedRecords = copiedRecords
        figures.erases = erases
        figures.erasesWhileWriting = erasesWhileWriting
        figures.damagedRecords = damagedRecords
        figures.acknowledgedBytes = acknowledgedBytes
        figures.programmedBytes = medium.programmedBytes
        figures.keys = index.count
        figures.keyCapacity = index.capacity
        figures.liveBytes = try countLiveBytes()
        figures.liveByteLimit = liveByteLimit(withRecordOf: 0)
        figures.freeBytes = Swift.max(0, roomInHead)
        figures.sectors = sectors.count
        figures.minimumEraseCount = .max
        for sector in 0..<sectors.count {
            let state = sectors[sector]
            let length = Int(medium.bounds(of: sector).length)
            switch state.phase {
            case .dirty, .erasing: figures.sectorsToErase += 1
            case .prepared, .unchecked: figures.freeBytes += capacity(of: sector)
            default:
                figures.usedBytes += length
                if sector == head { figures.usedBytes -= Int(limit - position) }
            }
            figures.minimumEraseCount = Swift.min(figures.minimumEraseCount, state.eraseCount)
            figures.maximumEraseCount = Swift.max(figures.maximumEraseCount, state.eraseCount)
        }
        return figures
    }

    /// A sector's figures. Reads the header of each live record.
    ///
    /// Precondition: there is such a sector.
    /// - Throws: `flash` if the flash cannot be read.
    public mutating func statistics(ofSector sector: Int) throws(LogError) -> SectorStatistics {
        let state = sectors[sector]
        let bounds = medium.bounds(of: sector)
        let length = Int(bounds.length)
        var figures = SectorStatistics(length: length, eraseCount: state.eraseCount)
        guard !state.isErased else { return figures }
        figures.usedBytes = state.phase == .open && sector == head ? length - Int(limit - position) : length
        if state.phase == .open { figures.liveBytes = try liveBytes(of: sector) }
        return figures
    }
}
