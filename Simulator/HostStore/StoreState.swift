// What the writer knows: the segments, the index, and what is live.

typealias SegmentPointer = UnsafeMutablePointer<Segment>

struct StoreState: ~Copyable {
    static var maximumSegments: Int { 1 << 16 }

    let directory: StoreDirectory
    let seed: UInt64
    // SAFETY of the pointers to segments: they lead into this memory, which lives as long as the state; a segment's is
    // initialised from `add` on, and its file is mapped until `forget`.
    private let slots = SegmentPointer.allocate(capacity: maximumSegments)
    /// The files, by slot.
    private var files: [MappedFile?] = []
    private var freeSlots: [Int] = []

    /// The open segments, the oldest first; the last is written.
    private(set) var segments: [SegmentPointer] = []
    /// The last of them. Precondition: there is one.
    private(set) var head: SegmentPointer
    /// Collected and waiting to be used again or removed: when they were, and how much had been written by then.
    var retired: [(segment: SegmentPointer, epoch: UInt64, written: UInt64)] = []
    var retiredTables: [(table: PublishedTable, epoch: UInt64)] = []
    var nextSequence: UInt64 = 1
    @inline(__always) var table: StoreTable { published.pointer.pointee }
    /// What readers find.
    private(set) var published = PublishedTable(StoreTable(count: 1024))
    private(set) var keys = 0
    /// Slots of the table that are not empty: keys, and places where one was.
    private var usedSlots = 0
    private(set) var liveBytes = 0
    /// Of all files, and of those that were not collected.
    var fileBytes = 0
    var openBytes = 0
    var copiedBytes = 0
    /// Bytes written since the store was opened, and how many of them are on the disk.
    var written: UInt64 = 0
    var durable: UInt64 = 0
    var isSynchronizing = false
    /// Files that were stored to since the last synchronisation.
    var unsynchronized: [MappedFile] = []
    var synchronizations = 0
    /// Bytes of collection that writes have yet to pay for.
    var debt = 0

    init(_ directory: StoreDirectory, seed: UInt64) {
        self.directory = directory
        self.seed = seed
        head = slots
    }

    deinit {
        published.deallocate()
        for entry in retiredTables { entry.table.deallocate() }
        slots.deallocate()
    }

    // MARK: - Segments

    /// Adds a segment behind the others; nil if there are too many.
    mutating func add(_ file: MappedFile, sequence: UInt64) -> SegmentPointer? {
        let slot: Int
        if let free = freeSlots.popLast() {
            slot = free
            files[slot] = file
        } else {
            slot = files.count
            guard slot < Self.maximumSegments else { return nil }
            files.append(file)
        }
        (slots + slot).initialize(to: Segment(file, slot: slot, sequence: sequence))
        fileBytes += file.length
        add(slots + slot)
        return slots + slot
    }

    /// Adds one that was collected, for newer records.
    mutating func add(_ segment: SegmentPointer) {
        segments.append(segment)
        head = segment
        openBytes += segment.pointee.length
    }

    mutating func removeOldest() -> SegmentPointer {
        let oldest = segments.removeFirst()
        openBytes -= oldest.pointee.length
        return oldest
    }

    mutating func removeLast() {
        let last = segments.removeLast()
        openBytes -= last.pointee.length
        head = segments.last ?? slots
        forget(last)
    }

    /// Its slot can be another's.
    mutating func forget(_ segment: SegmentPointer) {
        let slot = segment.pointee.slot
        fileBytes -= segment.pointee.length
        files[slot] = nil
        freeSlots.append(slot)
    }

    func file(of segment: SegmentPointer) -> MappedFile { files[segment.pointee.slot].unsafelyUnwrapped }

    func path(ofSlot slot: Int) -> String { files[slot]?.path ?? directory.path }

    // MARK: - The index

    @inline(__always)
    func record(at location: Location) -> Record { slots[location.slot].record(at: location.offset) }

    /// The slot of the key's entry, or the empty one where it belongs. `home` is what the first slot to look at has.
    @inline(__always)
    func find(_ key: UnsafeRawPointer, _ count: Int, _ hash: UInt64, home: Location) -> Int {
        var index = table.home(of: hash)
        var location = home
        while true {
            if location == .empty { return index }
            if location.isEntry, location.matches(hash), record(at: location).hasKey(key, count) { return index }
            index = table.index(after: index)
            location = table.load(index)
        }
    }

    func find(_ key: UnsafeRawPointer, _ count: Int, _ hash: UInt64) -> Int {
        find(key, count, hash, home: table.homeEntry(of: hash))
    }

    func hasEntry(_ key: UnsafeRawPointer, _ count: Int, _ hash: UInt64) -> Bool {
        table.load(find(key, count, hash)).isEntry
    }

    /// The slot that has a location; nil if the record there is no longer its key's.
    @inline(__always)
    func find(_ location: Location, _ hash: UInt64) -> Int? {
        var index = table.home(of: hash)
        while true {
            let found = table.load(index)
            if found == location { return index }
            if found == .empty { return nil }
            index = table.index(after: index)
        }
    }

    /// Takes a record into the index: `slot` is what `find` answered for its key.
    @inline(__always)
    mutating func take(_ kind: UInt8, at offset: Int, in segment: SegmentPointer, slot: Int, hash: UInt64, length: Int) {
        let old = table.load(slot)
        if old.isEntry {
            let oldLength = record(at: old).length
            slots[old.slot].liveBytes &-= oldLength
            liveBytes &-= oldLength
        }
        guard kind == Record.value else {
            guard old.isEntry else { return }
            table.store(.removed, at: slot)
            keys &-= 1
            return
        }
        table.store(Location(hash: hash, slot: segment.pointee.slot, offset: offset), at: slot)
        segment.pointee.liveBytes &+= length
        liveBytes &+= length
        guard !old.isEntry else { return }
        keys &+= 1
        usedSlots &+= 1
    }

    @inline(__always) var mustRebuildTable: Bool { usedSlots >= table.count / 2 }

    /// A larger table, or one of the same size without the places where keys were, with the same entries. The one before is
    /// the caller's to retire.
    mutating func rebuildTable() -> PublishedTable {
        var count = 1024
        while count < 4 * keys { count *= 2 }
        let new = StoreTable(count: count)
        for index in 0..<table.count {
            let location = table.load(index)
            guard location.isEntry else { continue }
            let record = record(at: location)
            var place = new.home(of: hash(record.key, record.keyLength, seed: seed))
            while new.load(place) != .empty { place = new.index(after: place) }
            new.store(location, at: place)
        }
        usedSlots = keys
        let old = published
        published = PublishedTable(new)
        return old
    }
}

/// A table where readers find it: they load one pointer.
struct PublishedTable {
    // SAFETY: initialised here, and read until `deallocate`.
    let pointer: UnsafeMutablePointer<StoreTable>

    init(_ table: StoreTable) {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: table)
    }

    /// Precondition: nobody reads it any more.
    func deallocate() {
        pointer.pointee.deallocate()
        pointer.deallocate()
    }
}
