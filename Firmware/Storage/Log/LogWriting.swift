// Where records go: the head sector, what may not follow a tear, and the space that must stay free.
import Interfaces

extension KeyValueLog where Flash: ~Copyable {
    // MARK: - Limits
    //
    // What only looks at the log is `mutating`, too, here and in the other parts: a borrowed log is copied to the
    // stack for each such call, 189 bytes.

    /// What a sector holds besides its header and the mark that ends it.
    @inline(never)
    mutating func capacity(of sector: Int) -> Int { Self.capacity(length: medium.bounds(of: sector).length) }

    static func capacity(length: UInt32) -> Int { Int(length) - Int(SectorHeader.length) - 8 }

    /// All live records together, in bytes: seven eighths of what is left when two of the largest sectors, one
    /// to write and one to copy to, are set aside; with two sectors, half of the shorter one.
    static func liveByteLimit(_ medium: inout LogMedium<Flash>) -> Int {
        var all = 0
        for sector in 0..<medium.sectorCount { all += Self.capacity(length: medium.bounds(of: sector).length) }
        let left = (all - 2 * Self.capacity(length: medium.longest)) / 8 * 7
        return Swift.max(left, Self.capacity(length: medium.shortest) / 2)
    }

    /// With five sectors or more a record may fill the shortest. With fewer it is at most half of it, so that what does
    /// not fit at the end of one wastes at most half.
    var maximumRecordLength: Int {
        mutating get {
            // Eight bytes more for a footer that speaks about it.
            let longest = Self.capacity(length: medium.shortest) - 8
            return sectors.count < 5 ? Swift.min(longest, liveByteLimit) / 2 : Swift.min(longest, liveByteLimit / 2)
        }
    }

    /// Half of the limit with records longer than half a sector: two sectors, one after the other, hold more than one
    /// has room for, since the second's first record did not fit in the first. With shorter ones, what all sectors hold
    /// but the reserve, if each but one has less than a record of that length left at its end.
    mutating func liveByteLimit(withRecordOf length: Int) -> Int {
        let longest = Swift.max(length, longestRecord)
        let capacity = Self.capacity(length: medium.shortest)
        if longest <= capacity / 8 { return liveByteLimit }
        guard longest <= capacity / 2 else { return liveByteLimit / 2 }
        let sure = liveByteLimit / 7 * 8 + Self.capacity(length: medium.longest) - (sectors.count - 2) * longest
        return Swift.min(liveByteLimit, sure)
    }

    /// What a put leaves free for deletes, and for what power cuts waste.
    var slack: Int {
        mutating get {
            let capacity = Self.capacity(length: medium.shortest)
            return Swift.max(capacity / 8, Swift.min(capacity / 4, 96))
        }
    }

    /// What fits in the head before its footer, and before what the footer will grow by; unless there is no other
    /// sector, so that room is worth more than a footer.
    var roomInHead: Int {
        mutating get {
            guard isListing, availableSectors > 0 else { return Int(limit) - Int(position) }
            return Int(limit) - Int(position) - Int(medium.footerLength(units: footer.count + 3))
        }
    }

    /// Whether the oldest sector's live records still have somewhere to go when `length` bytes more are in
    /// `sector` and `room` is left there.
    ///
    /// A put, a deletion or a transaction leaves a sector for that besides the head: the reserve, which README.md argues
    /// for. `inReserve` is for copies, which may go into it.
    @inline(never)
    mutating func reserveHolds(
        adding length: Int, slack: Int, room: Int, in sector: Int, available: Int, bytes: Int, inReserve: Bool
    ) -> Bool {
        var needed = oldestLiveBytes + slack
        var room = room
        if sector == oldest {
            needed += length
            room = 0
        }
        guard available > 0 else { return inReserve && room >= needed }
        // What fits in one sector fits in another, in the same order; the slack has the rest.
        let fitsOne = available > 1 && needed - slack <= Self.capacity(length: medium.shortest)
        if fitsOne && (inReserve || medium.isUniform) { return true }
        // Each sector's end may waste a little less than the longest record.
        let withoutHead = bytes - (available - 1) * longestRecord
        // Of sectors of different lengths any may be the oldest next.
        if !inReserve, !medium.isUniform,
            withoutHead < Swift.min(liveByteLimit, Self.capacity(length: medium.longest))
        {
            return false
        }
        return fitsOne || Swift.max(withoutHead, room + bytes - available * longestRecord) >= needed
    }

    /// Sees to it that `length` bytes fit in the head, and that afterwards the oldest sector can be collected. For a
    /// record that stands somewhere already, that may be into what is left of the reserve.
    mutating func makeRoom(_ length: Int, slack: Int, inReserve: Bool = false) throws(LogError) {
        try settleTail()
        defer { leavesOutFooters = false }
        // A whole turn finds everything there is to find, and another what footers took.
        for turn in 0..<2 * sectors.count + 2 {
            leavesOutFooters = turn > sectors.count
            if roomInHead >= length {
                if reserveHolds(
                    adding: length, slack: slack, room: roomInHead - length, in: head,
                    available: availableSectors, bytes: availableBytes, inReserve: inReserve)
                {
                    return
                }
            } else if let next = sectors.nextToOpen() {
                let room = capacity(of: next)
                if reserveHolds(
                    adding: length, slack: slack, room: room - length, in: next,
                    available: availableSectors - 1, bytes: availableBytes - room, inReserve: inReserve)
                {
                    try closeHead()
                    try openNext()
                    continue
                }
            }
            // The oldest sector is given up once its last copy is certain to stay.
            if inReserve && availableSectors == 0 { throw .full }
            try collectOldest()
        }
        throw .full
    }

    // MARK: - The head

    /// Makes the head writable again after a write that failed or was cut short.
    ///
    /// A word that reads as erased may be the start of a torn one, so one word more stays unused. The mark says
    /// that what stands before it may be torn, and where records go on.
    @inline(never)
    mutating func settleTail() throws(LogError) {
        guard headIsTorn else { return }
        try settleTail(reach: limit)
    }

    /// The same, if nothing is programmed from `reach` on.
    mutating func settleTail(reach: UInt32) throws(LogError) {
        if position < limit {
            let used = try medium.programmed(from: position, to: reach)?.upperBound
            position = Swift.min(limit, medium.roundedUp(used ?? position) + medium.wordLength)
        }
        if limit - position >= 8 {
            try writeMark(RecordKind.tear)
        } else {
            position = limit
        }
        headIsTorn = false
    }

    /// Writes a mark of 8 bytes at the position. Precondition: it fits.
    @inline(never)
    mutating func writeMark(_ kind: UInt32) throws(LogError) {
        let empty = InlineArray<0, UInt8>(repeating: 0)
        let header = RecordHeader(kind: kind, keyLength: 0, valueLength: 0)
        headIsTorn = true
        try medium.write(header, empty.span, empty.span, at: position, sequence: sectors.sequence(of: head))
        headIsTorn = false
        position += 8
    }

    /// Ends the head and its footer. Precondition: the tail is settled.
    @inline(never)
    mutating func closeHead() throws(LogError) {
        try writeFooter(keeping: 0, isLast: true)
        isListing = false
        position = limit
    }

    /// Opens another sector as the head, erasing it first if `maintain()` did not.
    mutating func openNext() throws(LogError) {
        guard let next = sectors.nextToOpen() else { throw .full }
        if try !check(next) {
            try prepare(next)
            erasesWhileWriting &+= 1
        }
        // Should the header be torn, the sector has to be erased again.
        sectors[next].phase = .dirty
        let sequence = nextSequence
        try medium.writeOpened(next, sequence: sequence)
        nextSequence += 1
        sectors[next].sequence = sequence
        sectors[next].phase = .open
        availableSectors -= 1
        availableBytes -= capacity(of: next)
        head = next
        position = medium.start(of: next)
        limit = medium.end(of: next)
        beginFooter()
        headIsTorn = false
    }

    /// Whether the sector can be opened as it is: one that was erased before the mount is looked through.
    mutating func check(_ sector: Int) throws(LogError) -> Bool {
        if sectors[sector].phase == .unchecked {
            sectors[sector].phase = try medium.isErased(sector, from: SectorHeader.openOffset) ? .prepared : .dirty
        }
        return sectors[sector].phase == .prepared
    }

    /// Erases a sector and says so in its header.
    @inline(never)
    mutating func prepare(_ sector: Int) throws(LogError) {
        guard openSnapshots == 0 else { throw .snapshotIsOpen }
        try medium.erase(sector)
        try didErase(sector)
    }

    mutating func didErase(_ sector: Int) throws(LogError) {
        erases &+= 1
        let eraseCount = sectors[sector].eraseCount + 1
        sectors[sector] = SectorState(eraseCount: eraseCount)
        try medium.writePrepared(sector, eraseCount: eraseCount)
        sectors[sector].phase = .prepared
    }

    // MARK: - Records

    /// Writes a record at the position and returns its address. Precondition: there is room.
    mutating func append(
        _ header: RecordHeader, _ key: borrowing Span<UInt8>, _ value: borrowing Span<UInt8>
    ) throws(LogError) -> UInt32 {
        try makeFooterRoom(header, at: position)
        let address = position
        headIsTorn = true
        try medium.write(header, key, value, at: address, sequence: sectors.sequence(of: head))
        headIsTorn = false
        position += header.length(wordLength: medium.wordLength)
        return address
    }

    /// Writes the key and value of a record again and returns the new one. Precondition: there is room for as
    /// much as the record has.
    mutating func append(copyOf record: FoundRecord) throws(LogError) -> FoundRecord {
        let kind = record.header.isValue ? RecordKind.value : RecordKind.tombstone
        let header = RecordHeader(
            kind: kind, keyLength: record.header.keyLength, valueLength: record.header.valueLength)
        try makeFooterRoom(header, at: position)
        let copy = FoundRecord(address: position, header: header, sequence: sectors.sequence(of: head))
        headIsTorn = true
        try medium.copy(record, as: header, to: position, sequence: copy.sequence)
        headIsTorn = false
        position = copy.end(medium.wordLength)
        return copy
    }
}
