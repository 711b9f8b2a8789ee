// Taking space back: the oldest sector's live records are written again at the head, then it is erased.
import Interfaces

extension KeyValueLog where Flash: ~Copyable {
    /// Does a piece of the work that puts would otherwise have to do: erases one sector, or passes about `budget`
    /// bytes of the oldest one and moves what is live among them. For when the application has the time: an erase takes
    /// up to half a second, during which a chip that runs from the same flash stands still.
    ///
    /// - Returns: whether there is more to do.
    /// - Throws: `flash` if an erase or a copy failed; what was acknowledged is still there, and the next call tries again.
    public mutating func maintain(budget: Int = 1024) throws(LogError) -> Bool {
        if let sector = sectors.leastWorn({ $0.phase == .unchecked }) {
            _ = try check(sector)
        } else if openSnapshots == 0, let sector = sectors.leastWorn({ $0.phase == .dirty }) {
            try prepare(sector)
        } else {
            var scanned = 0
            while scanned < budget, try shouldCollectAhead { scanned += try collectStep() }
        }
        if sectors.leastWorn({ $0.phase == .unchecked || $0.phase == .dirty && openSnapshots == 0 }) != nil { return true }
        return try shouldCollectAhead
    }

    /// For flash that erases while others use the log: takes the sector that `maintain` would erase out of use. Who calls
    /// erases it and then calls `endErase`; until that the log does without it.
    ///
    /// - Returns: the sector; `nil` if none waits for its erase, or a snapshot is open.
    public mutating func beginErase() -> Int? {
        guard openSnapshots == 0, let sector = sectors.leastWorn({ $0.phase == .dirty }) else { return nil }
        sectors[sector].phase = .erasing
        return sector
    }

    /// Takes the sector that `beginErase` gave into use again: erased, or if that failed to be erased another time.
    /// - Throws: `flash` if the sector's new header cannot be programmed.
    public mutating func endErase(of sector: Int, isErased: Bool) throws(LogError) {
        sectors[sector].phase = .dirty
        if isErased { try didErase(sector) }
    }

    // MARK: - How much at once

    /// What can be written before the last free sector, which is there to collect into, has to be opened.
    private var roomAhead: Int {
        mutating get {
            let others = availableBytes - Self.capacity(length: medium.longest)
            // Footers take a sixteenth.
            return Swift.max(0, roomInHead) + others - others / 16
        }
    }

    /// How much of that collection tries to keep: up to a sector, where there are enough. Less makes single puts
    /// longer, more makes all of them cost more.
    private var roomToKeep: Int {
        mutating get { Self.capacity(length: medium.longest) * Swift.min(2, Swift.max(0, sectors.count - 3)) / 2 }
    }

    /// Whether `maintain` should collect: room is wanted, and at least a third of what is written is no longer needed. A
    /// log that is full of what is needed would be copied round and round.
    private var shouldCollectAhead: Bool {
        mutating get throws(LogError) {
            guard oldest != head, roomAhead < roomToKeep + Self.capacity(length: medium.longest) / 2 else { return false }
            var written = -Swift.max(0, roomInHead)
            for sector in 0..<sectors.count where sectors[sector].phase == .open { written += capacity(of: sector) }
            return try 3 * (written - countLiveBytes()) > written
        }
    }

    /// Collects as much as a write of `length` bytes has to pay for, so that the oldest sector is done before
    /// the room runs out and no write has to wait for a whole one.
    mutating func pace(_ length: Int) throws(LogError) {
        try settleTail()
        guard oldest != head else { return }
        let first = oldest
        // An oldest sector that nothing is live in needs no mount to read it.
        if oldestLiveBytes == 0 { _ = try collectStep() }
        guard oldest != head else { return }
        let ahead = roomAhead
        let spare = ahead - roomToKeep
        guard spare < Self.capacity(length: medium.longest) * 3 / 2 else { return }
        let unread = Int(oldestEnd - cursor)
        let live = oldestLiveBytes
        let wish = spare - live > unread / 3 ? Self.share(of: unread, length, spare - live) : 3 * length
        let isUrgent = ahead - live <= length
        let must = isUrgent ? unread : Self.share(of: unread, length, ahead - live)
        collectionDebt += Swift.max(wish, must)
        let paying = oldest
        // Of what this write programs besides, a block of the footer is as much as a record or two. The rest can wait
        // for the next writes, unless so little room is left that it cannot.
        let most = footer.isNearlyFull || roomInHead < 4 * length ? 1 : oldest == first ? 3 : 2
        let enough = copiedRecords &+ UInt32(truncatingIfNeeded: Swift.max(most, must / (2 * length)))
        while collectionDebt > 0, oldest == paying, oldest != head, copiedRecords != enough || isUrgent {
            collectionDebt -= try collectStep()
        }
        if oldest != paying { collectionDebt = 0 }
    }

    /// `work` times `part` by `whole`, rounded up.
    private static func share(of work: Int, _ part: Int, _ whole: Int) -> Int {
        // In words, so that 32 bits are enough for the product: sectors are shorter than 2^19 bytes, records than 2^17.
        let product = UInt32(truncatingIfNeeded: work / 4) &* UInt32(truncatingIfNeeded: part / 4)
        return 4 &* Int(truncatingIfNeeded: product / (UInt32(truncatingIfNeeded: whole / 4) &+ 1) &+ 1)
    }

    // MARK: - Steps

    /// Collects all that is left of the oldest sector, so that it can be erased.
    @inline(never)
    mutating func collectOldest() throws(LogError) {
        if oldest == head {
            try closeHead()
            try openNext()
        }
        let paying = oldest
        while oldest == paying { _ = try collectStep() }
    }

    /// Passes one record of the oldest sector, moving it if it is live. Returns the bytes passed, at least 1.
    /// Precondition: the oldest sector is not the head.
    mutating func collectStep() throws(LogError) -> Int {
        let before = cursor
        var walk = medium.walk(oldest, sequence: sectors.sequence(of: oldest), end: oldestEnd)
        if oldestLiveBytes > 0 {
            walk.position = cursor
            if let record = try medium.next(&walk) {
                if record.header.isValue && record.header.hasKey { try moveIfLive(record) }
                cursor = walk.position
                return Int(cursor - before)
            }
        }
        if oldestLiveBytes > 0 || hasUncounted { dropUnsoundRecords() }
        try retire(oldest)
        availableSectors += 1
        availableBytes += capacity(of: oldest)
        try findOldest()
        return Swift.max(1, Int(walk.end - before))
    }

    /// Says that nothing in the sector is needed any more.
    mutating func retire(_ sector: Int) throws(LogError) {
        if try medium.writeRetired(sector) {
            sectors[sector].phase = .dirty
        } else {
            // Without the mark it would be back after a mount, when what its keys' deletions are in may be gone.
            try prepare(sector)
        }
    }

    /// Makes the open sector with the lowest sequence the one to collect. Precondition: there is one.
    @inline(never)
    mutating func findOldest() throws(LogError) {
        guard let sector = sectors.firstOpen(after: 0) else { preconditionFailure("the head is open") }
        oldest = sector
        oldestEnd = try recordsEnd(of: sector)
        cursor = medium.start(of: sector)
        oldestLiveBytes = try liveBytes(of: sector)
    }

    /// The index's hash of a record's key. On its own, since the key takes 255 bytes of stack.
    @inline(never)
    private mutating func tag(of record: FoundRecord) throws(LogError) -> UInt16 {
        var key = KeyBuffer()
        try medium.readKey(of: record, into: &key)
        return LogIndex.tag(of: key.span)
    }

    private mutating func moveIfLive(_ record: FoundRecord) throws(LogError) {
        let tag = try tag(of: record)
        guard let slot = index.find(tag, word: UInt16(record.address / medium.wordLength)) else { return }
        try settleTail()
        let length = record.header.length(wordLength: medium.wordLength)
        if roomInHead < Int(length) {
            try closeHead()
            try openNext()
        }
        let copy = try append(copyOf: record)
        index.update(slot, word: UInt16(truncatingIfNeeded: copy.address / medium.wordLength))
        list(copy.address, copy.header, tag)
        // A record of an older version, or of a transaction, may be longer than its copy.
        oldestLiveBytes -= Int(length)
        changeLiveBytes(by: Int(copy.header.length(wordLength: medium.wordLength)) - Int(length))
        copiedRecords &+= 1
    }

    /// Removes the keys whose records in the oldest sector are no longer sound, so that they were passed over, and perhaps not
    /// counted.
    private mutating func dropUnsoundRecords() {
        var slot = 0
        while slot < index.slotCount {
            if let entry = index.entry(at: slot),
                medium.sector(at: UInt32(entry.word) * medium.wordLength) == oldest
            {
                // Another entry may move to this slot.
                index.remove(slot)
                damagedRecords &+= 1
            } else {
                slot += 1
            }
        }
        changeLiveBytes(by: -oldestLiveBytes)
        oldestLiveBytes = 0
        hasUncounted = false
    }
}
