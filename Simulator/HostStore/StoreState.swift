// What the writer knows: the segments, the index, and what is live.

struct StoreState {
    let directory: StoreDirectory
    let seed: UInt64
    /// The open segments, the oldest first; the last is written.
    var segments: [Segment] = []
    /// Collected and waiting to be used again or removed: when they were, and how much had been written by then.
    var retired: [(segment: Segment, epoch: UInt64, written: UInt64)] = []
    var retiredTables: [(table: StoreTable, epoch: UInt64)] = []
    var freeSlots: [Int] = []
    var nextSlot = 0
    var nextSequence: UInt64 = 1
    var table = StoreTable(count: 1024)
    var keys = 0
    /// Slots of the table that are not empty: keys, and places where one was.
    var usedSlots = 0
    var liveBytes = 0
    /// Of all files, and of those that were not collected.
    var fileBytes = 0
    var openBytes = 0
    var copiedBytes = 0
    /// Bytes written since the store was opened, and how many of them are on the disk.
    var written: UInt64 = 0
    var durable: UInt64 = 0
    var isSynchronizing = false
    /// Segments that were stored to since the last synchronisation.
    var unsynchronized: [Segment] = []
    var synchronizations = 0
    /// Bytes of collection that writes have yet to pay for.
    var debt = 0
    /// By slot.
    var segmentsBySlot: [Segment?] = []

    init(_ directory: StoreDirectory, seed: UInt64) {
        self.directory = directory
        self.seed = seed
    }

    @inline(__always) var head: Segment { segments[segments.count &- 1] }

    @inline(__always)
    func segment(at location: Location) -> Segment { segmentsBySlot[location.slot].unsafelyUnwrapped }

    @inline(__always)
    func record(at location: Location) -> Record { segment(at: location).record(at: location.offset) }

    /// The slot of the key's entry, or the empty one where it belongs.
    @inline(__always)
    func find(_ key: UnsafeRawPointer, _ count: Int, _ hash: UInt64) -> Int {
        var index = table.home(of: hash)
        while true {
            let location = table.load(index)
            if location == .empty { return index }
            if location.isEntry, location.matches(hash), record(at: location).hasKey(key, count) { return index }
            index = table.index(after: index)
        }
    }

    /// Takes a record into the index: `slot` is what `find` answered for its key.
    @inline(__always)
    mutating func take(_ kind: UInt8, at offset: Int, in segment: Segment, slot: Int, hash: UInt64, length: Int) {
        let old = table.load(slot)
        if old.isEntry {
            let oldSegment = self.segment(at: old)
            let oldLength = oldSegment.record(at: old.offset).length
            oldSegment.liveBytes &-= oldLength
            liveBytes &-= oldLength
        }
        guard kind == Record.value else {
            guard old.isEntry else { return }
            table.store(.removed, at: slot)
            keys &-= 1
            return
        }
        table.store(Location(hash: hash, slot: segment.slot, offset: offset), at: slot)
        segment.liveBytes &+= length
        liveBytes &+= length
        guard !old.isEntry else { return }
        keys &+= 1
        usedSlots &+= 1
    }

    /// A larger table, or one of the same size without the places where keys were, with the same entries. The one before is
    /// the caller's to retire.
    mutating func rebuildTable() -> StoreTable {
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
        let old = table
        table = new
        return old
    }

    var mustRebuildTable: Bool { usedSlots >= table.count / 2 }

    /// A slot for a segment, so that locations can name it.
    mutating func takeSlot() -> Int {
        if let slot = freeSlots.popLast() { return slot }
        segmentsBySlot.append(nil)
        nextSlot += 1
        return nextSlot - 1
    }

    mutating func add(_ segment: Segment) {
        segmentsBySlot[segment.slot] = segment
        segments.append(segment)
    }

    mutating func removeLast() { forget(segments.removeLast()) }

    /// Its slot can be another's.
    mutating func forget(_ segment: Segment) {
        segmentsBySlot[segment.slot] = nil
        freeSlots.append(segment.slot)
    }
}
