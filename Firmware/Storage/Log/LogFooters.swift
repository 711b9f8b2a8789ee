// The footers of the sectors: gathered while records are written, read by a mount in place of the records.
//
// Each entry says how the index changed with its record, so that the entries in their order change it again.
import Interfaces

extension KeyValueLog where Flash: ~Copyable {
    // MARK: - Writing

    /// The head has no footer yet, and no record.
    mutating func beginFooter() {
        footer.removeAll()
        listedEnd = position
        isListing = !leavesOutFooters
    }

    /// Sees to it that the record that is written next has room in the block, before anything changes.
    mutating func makeFooterRoom(_ header: RecordHeader, at address: UInt32) throws(LogError) {
        guard isListing, !footer.isEmpty else { return }
        let length = header.length(wordLength: medium.wordLength)
        let words = UInt16(truncatingIfNeeded: length / medium.wordLength)
        guard !footer.hasRoom(isValue: header.isValue, words: words, afterGap: address != listedEnd) else { return }
        try writeFooter(keeping: Int(length))
    }

    /// Writes the block that was gathered and begins another, if after that `length` bytes still fit and the oldest
    /// sector can be collected. If not, the footer ends: it saves a mount time, and room is more.
    @inline(never)
    mutating func writeFooter(keeping length: Int, isLast: Bool = false) throws(LogError) {
        guard isListing, !footer.isEmpty else { return }
        isListing = false
        let top = limit
        let room = Int(top) - Int(position) - Int(medium.footerLength(units: footer.count)) - length
        guard room >= 0,
            isLast
                || reserveHolds(
                    adding: 0, slack: slack, room: room, in: head, available: availableSectors, bytes: availableBytes,
                    inReserve: true)
        else { return }
        // Should it be torn, nothing goes directly below it.
        limit = top &- medium.footerLength(units: footer.count) &- Swift.min(UInt32(room), medium.wordLength)
        try medium.writeFooter(footer, below: top, sequence: sectors.sequence(of: head), isLast: isLast)
        limit = top &- medium.footerLength(units: footer.count)
        footer.removeAll()
        isListing = true
    }

    /// Adds a record of the head to the block, after the change of the index that came with it. What lies between it
    /// and the record before speaks about no key.
    mutating func list(_ address: UInt32, _ header: RecordHeader, _ tag: UInt16) {
        guard isListing, address >= listedEnd, address < limit else { return }
        let word = UInt16(truncatingIfNeeded: address / medium.wordLength)
        let length = header.length(wordLength: medium.wordLength)
        if footer.isEmpty {
            footer.begin(at: word)
        } else if address > listedEnd {
            footer.add(.gap, words: UInt16(truncatingIfNeeded: (address &- listedEnd) / medium.wordLength), tag: 0)
        }
        let isShared = index.hasEntry(tag, otherThan: word)
        footer.add(
            isShared ? .shared : header.isValue ? .value : .deletion,
            words: UInt16(truncatingIfNeeded: length / medium.wordLength), tag: tag)
        listedEnd = address &+ length
    }

    // MARK: - Reading

    /// Where the footer of an open sector begins.
    @inline(never)
    mutating func recordsEnd(of sector: Int) throws(LogError) -> UInt32 {
        if sector == head { return limit }
        let state = sectors[sector]
        return state.hasFooter
            ? try medium.footerStart(of: sector, sequence: state.sequence) : medium.end(of: sector)
    }

    /// Changes the index as the block says. Returns the address where its last record ends.
    @inline(never)
    mutating func apply(_ block: borrowing FooterBlock, of sector: Int) throws(LogError) -> UInt32 {
        var cursor = FooterBlock.Cursor()
        while let entry = block.next(&cursor) {
            guard entry.kind != .gap else { continue }
            let address = entry.start &* medium.wordLength
            if entry.kind == .shared {
                try applyRecord(at: address)
            } else {
                try apply(entry.tag, isValue: entry.kind == .value, at: address)
            }
            report.records += 1
            longestRecord = Swift.max(longestRecord, Int(truncatingIfNeeded: entry.length &* medium.wordLength))
        }
        return cursor.end &* medium.wordLength
    }

    /// The only key with this tag got a value at the address, or lost the one that it had.
    private mutating func apply(_ tag: UInt16, isValue: Bool, at address: UInt32) throws(LogError) {
        let word = UInt16(truncatingIfNeeded: address / medium.wordLength)
        let slot = index.find(tag)
        if isValue {
            if let slot { return index.update(slot, word: word) }
            guard index.count < index.capacity else { throw .tooManyKeys(capacity: index.capacity) }
            index.insert(tag, word: word)
        } else if let slot {
            index.remove(slot)
        }
    }

    private mutating func applyRecord(at address: UInt32) throws(LogError) {
        if let record = try soundRecord(at: address) {
            try apply(record)
        } else {
            countDamage(at: address)
        }
    }
}
