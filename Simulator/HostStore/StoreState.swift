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
    /// The last of them; one without room if there is none.
    private(set) var head: SegmentPointer
    /// Collected and waiting to be used again or removed: when they were, and how much had been written by then.
    var retired: [(segment: SegmentPointer, epoch: UInt64, written: UInt64)] = []
    /// Tables that readers may still look at, and whether their slots go with them.
    var retiredTables: [(table: PublishedTable, withSlots: Bool, epoch: UInt64)] = []
    var nextSequence: UInt64 = 1
    /// Files for when the disk is full.
    var reserves: [MappedFile] = []
    @inline(__always) var table: StoreTable { published.pointer.pointee }
    /// What readers find.
    private(set) var published = PublishedTable(StoreTable(count: 1024))
    private(set) var keys = 0
    /// Slots of the table that are not empty: keys, and places where one was.
    private var usedSlots = 0
    private(set) var liveBytes = 0
    /// Slots of the table before that have been moved.
    private var moved = 0
    /// Where readers found it alone.
    private var before: PublishedTable?
    /// Threads that go through all keys: meanwhile only what is written moves, so that none is met twice.
    var iterations = 0
    /// Records that were found damaged since the store was opened.
    var damagedRecords = 0
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

    /// What `head` is while there is no segment.
    private let none = SegmentPointer.allocate(capacity: 1)

    init(_ directory: StoreDirectory, seed: UInt64) {
        self.directory = directory
        self.seed = seed
        none.initialize(to: Segment(none: UnsafeMutableRawPointer(none)))
        head = none
    }

    deinit {
        for entry in retiredTables { entry.table.deallocate(withSlots: entry.withSlots) }
        before?.deallocate(withSlots: true)
        published.deallocate(withSlots: true)
        slots.deallocate()
        none.deallocate()
    }

    // MARK: - Segments

    /// Adds a segment after the others; nil if there are too many.
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
        head = segments.last ?? none
        forget(last)
    }

    /// Its slot can be another's.
    mutating func forget(_ segment: SegmentPointer) {
        let slot = segment.pointee.slot
        fileBytes -= segment.pointee.length
        files[slot] = nil
        freeSlots.append(slot)
    }

    // SAFETY: a segment's slot has its file from when it is added until `forget`, and nobody asks for a forgotten one.
    func file(of segment: SegmentPointer) -> MappedFile { files[segment.pointee.slot].unsafelyUnwrapped }

    func path(ofSlot slot: Int) -> String { files[slot]?.path ?? directory.path }

    // MARK: - The index

    @inline(__always)
    func record(at location: Location) -> Record { slots[location.slot].record(at: location.offset) }

    /// Whether the record there has this key. One whose length is damaged has none.
    @inline(__always)
    private func record(at location: Location, hasKey key: UnsafeRawPointer, _ count: Int) -> Bool {
        let record = record(at: location)
        return record.keyLength == count && slots[location.slot].holds(record, at: location.offset)
            && equal(record.key, key, count)
    }

    /// The slot of the key's entry, or the empty one where it belongs. `home` is what the first slot to look at has.
    @inline(__always)
    mutating func find(_ key: UnsafeRawPointer, _ count: Int, _ hash: UInt64, home: Location) -> Int {
        guard let previous = table.previous?.pointee else { return find(key, count, hash, home: home, in: table) }
        moveEntry(of: key, count, hash, from: previous)
        return find(key, count, hash, home: table.homeEntry(of: hash), in: table)
    }

    @inline(__always)
    private func find(_ key: UnsafeRawPointer, _ count: Int, _ hash: UInt64, home: Location, in table: StoreTable) -> Int {
        var index = table.home(of: hash)
        var location = home
        while true {
            if location == .empty { return index }
            if location.isEntry, location.matches(hash), record(at: location, hasKey: key, count) { return index }
            index = table.index(after: index)
            location = table.load(index)
        }
    }

    mutating func find(_ key: UnsafeRawPointer, _ count: Int, _ hash: UInt64) -> Int {
        find(key, count, hash, home: table.homeEntry(of: hash))
    }

    mutating func entry(_ key: UnsafeRawPointer, _ count: Int, _ hash: UInt64) -> Location? {
        let found = table.load(find(key, count, hash))
        return found.isEntry ? found : nil
    }

    /// Whether the index has a location; it has not if the record there is no longer its key's.
    func contains(_ location: Location, _ hash: UInt64) -> Bool {
        if let previous = table.previous?.pointee, Self.contains(location, hash, in: previous) { return true }
        return Self.contains(location, hash, in: table)
    }

    private static func contains(_ location: Location, _ hash: UInt64, in table: StoreTable) -> Bool {
        var index = table.home(of: hash)
        while true {
            let found = table.load(index)
            if found == location { return true }
            if found == .empty { return false }
            index = table.index(after: index)
        }
    }

    /// Takes a record into the index: `slot` is what `find` answered for its key.
    @inline(__always)
    mutating func take(_ kind: UInt8, at offset: Int, in segment: SegmentPointer, slot: Int, hash: UInt64, length: Int) {
        let old = table.load(slot)
        if old.isEntry { leave(old) }
        guard kind == Record.value else {
            guard old.isEntry else { return }
            table.store(.removed, at: slot)
            keys &-= 1
            return
        }
        table.store(Location(hash: hash, slot: segment.pointee.slot, offset: offset), at: slot)
        segment.pointee.liveRecords &+= 1
        segment.pointee.liveBytes &+= length
        liveBytes &+= length
        guard !old.isEntry else { return }
        keys &+= 1
        usedSlots &+= 1
    }

    /// The index no longer leads to the record there.
    @inline(__always)
    private mutating func leave(_ location: Location) {
        let segment = slots + location.slot
        // A damaged record may say any length.
        let length = min(record(at: location).length, segment.pointee.liveBytes)
        segment.pointee.liveRecords &-= 1
        segment.pointee.liveBytes &-= length
        liveBytes &-= length
    }

    /// Removes all entries that lead into a segment: their records are damaged, so that their keys cannot be told. Looks at
    /// all of the index.
    mutating func dropEntries(ofSlot slot: Int) {
        for table in [table, table.previous?.pointee] {
            guard let table else { continue }
            for index in 0..<table.count {
                let location = table.load(index)
                if location.isEntry, location.slot == slot { drop(location, at: index, of: table) }
            }
        }
    }

    private mutating func drop(_ location: Location, at index: Int, of table: StoreTable) {
        leave(location)
        table.store(.removed, at: index)
        keys &-= 1
        damagedRecords &+= 1
    }

    // MARK: - Growth

    @inline(__always) var mustGrow: Bool { usedSlots >= table.count / 2 && table.previous == nil }

    /// Begins with a larger table, or one without the places where keys were. Cost: that of no entry.
    mutating func beginGrowth() {
        var count = 1024
        while count < 4 * keys { count *= 2 }
        before = published
        published = PublishedTable(StoreTable(count: count, previous: published.pointer))
        usedSlots = 0
        moved = 0
    }

    /// Moves some entries to the new table; so many that it is far from half full when all have been moved. Answers whether
    /// there are no more: then `endGrowth` is next.
    mutating func grow() -> Bool {
        guard let previous = table.previous?.pointee, iterations == 0 || usedSlots >= table.count / 2 else { return false }
        let end = min(previous.count, moved + max(8, 8 * previous.count / table.count))
        while moved < end {
            let location = previous.load(moved)
            if location.isEntry { move(location, at: moved, of: previous) }
            moved += 1
        }
        return moved == previous.count
    }

    /// Publishes the new table alone, and answers what readers found until now: both are the caller's to release.
    mutating func endGrowth() -> (with: PublishedTable, before: PublishedTable) {
        // SAFETY: the growth that ends here has begun, which set `before`.
        let both = (with: published, before: before.unsafelyUnwrapped)
        var table = table
        table.previous = nil
        published = PublishedTable(table)
        before = nil
        return both
    }

    /// Moves a key's entry to the new table, if the one before has it.
    private mutating func moveEntry(of key: UnsafeRawPointer, _ count: Int, _ hash: UInt64, from previous: StoreTable) {
        let index = find(key, count, hash, home: previous.homeEntry(of: hash), in: previous)
        let location = previous.load(index)
        if location.isEntry { insert(location, hash, movedFrom: index, of: previous) }
    }

    private mutating func move(_ location: Location, at index: Int, of previous: StoreTable) {
        let record = record(at: location)
        let isWhole = slots[location.slot].holds(record, at: location.offset)
        let hash = isWhole ? hash(record.key, record.keyLength, seed: seed) : 0
        // A key that is damaged cannot be found any more.
        guard isWhole, location.matches(hash) else { return drop(location, at: index, of: previous) }
        insert(location, hash, movedFrom: index, of: previous)
    }

    private mutating func insert(_ location: Location, _ hash: UInt64, movedFrom index: Int, of previous: StoreTable) {
        var place = table.home(of: hash)
        while table.load(place) != .empty { place = table.index(after: place) }
        table.store(location, at: place)
        usedSlots &+= 1
        previous.store(.removed, at: index)
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

    /// Precondition: nobody reads it any more. Its slots may be those of a later one: then they stay.
    func deallocate(withSlots: Bool) {
        if withSlots { pointer.pointee.deallocate() }
        pointer.deallocate()
    }
}
