// Finding a log in flash, and repairing what a power cut left.
import Interfaces

extension Log where Flash: ~Copyable {
    mutating func load() throws(LogError) {
        guard try readHeaders() else { return try format() }
        countAvailable()
        var tail = Tail()
        var sequence: UInt32 = 0
        while let sector = sectors.firstOpen(after: sequence) {
            sequence = sectors[sector].sequence
            try readRecords(of: sector, &tail)
        }
        report.keys = index.count
        guard sectors.firstOpen(after: 0) != nil else { return try begin() }
        try findOldest()
        if sectors[head].sequence + 1 != nextSequence || tail.headIsDoubtful { position = medium.end(of: head) }
        headIsTorn = !tail.isClean && position < medium.end(of: head)
        try recover(tail)
    }

    /// The end of the log.
    struct Tail {
        /// The last sound record that changed what a key has.
        var last: FoundRecord?
        /// Nothing was written since a mount marked the log as clean.
        var isClean = false
        /// The header of the last sector had a wrong bit or an older version, so nothing more goes in there.
        var headIsDoubtful = false
    }

    private mutating func countAvailable() {
        availableSectors = 0
        availableBytes = 0
        for sector in 0..<sectors.count where sectors[sector].phase != .open {
            availableSectors += 1
            availableBytes += capacity(of: sector)
        }
    }

    /// Opens the first sector of an empty log. With the mark it is not taken for one whose opening was cut short.
    private mutating func begin() throws(LogError) {
        try openNext()
        try findOldest()
        try writeMark(RecordKind.clean)
    }

    // MARK: - Sector headers

    /// Fills in the sectors' states. Returns whether any sector belongs to a log.
    private mutating func readHeaders() throws(LogError) -> Bool {
        var isLog = false
        var highestCount: UInt32 = 0
        for sector in 0..<medium.sectorCount {
            let header = try medium.readHeader(of: sector)
            let offset = medium.flash.sector(sector).offset
            try medium.checkDescription(header, offset: offset)
            if let count = header.prepared.number {
                isLog = true
                sectors[sector].eraseCount = count
                highestCount = Swift.max(highestCount, count)
            }
            guard !header.isRetired else {
                if header.isRetirementTorn && header.prepared.number != nil { try prepare(sector) }
                continue
            }
            if let sequence = header.sequence {
                isLog = true
                sectors[sector].sequence = sequence
                sectors[sector].phase = .open
                nextSequence = Swift.max(nextSequence, sequence + 1)
            } else if header.prepared.number != nil {
                let isErased = try isErased(sector, from: SectorHeader.length)
                if case (.valid, .blank) = (header.prepared, header.opened), isErased, !header.isOlder {
                    sectors[sector].phase = .prepared
                } else if !isErased {
                    report.damagedSectors += 1
                    noteDamage(at: offset)
                }
            }
        }
        // How often a sector was erased is lost if an erase was cut short.
        for sector in 0..<medium.sectorCount where sectors[sector].phase != .prepared {
            guard try medium.readHeader(of: sector).prepared.number == nil else { continue }
            sectors[sector].eraseCount = highestCount
        }
        return isLog
    }

    private mutating func isErased(_ sector: Int, from offset: UInt32) throws(LogError) -> Bool {
        let bounds = medium.flash.sector(sector)
        return try medium.firstProgrammed(from: bounds.offset + offset, to: bounds.offset + bounds.length) == nil
    }

    // MARK: - Formatting

    /// Makes an empty log of blank flash. Nothing is erased: a header that is cut short is recognised as such.
    private mutating func format() throws(LogError) {
        for sector in 0..<medium.sectorCount where try !isErased(sector, from: 0) {
            guard try !isTornHeader(sector) else { continue }
            let bounds = medium.flash.sector(sector)
            let address = try medium.firstProgrammed(from: bounds.offset, to: bounds.offset + bounds.length)
            let word = (address ?? bounds.offset) / 4 * 4
            throw .foreign(offset: word, found: try medium.readWord(at: word))
        }
        for sector in 0..<medium.sectorCount where try isErased(sector, from: 0) {
            try medium.writePrepared(sector, eraseCount: 0)
            sectors[sector].phase = .prepared
        }
        countAvailable()
        try begin()
        report.wasFormatted = true
    }

    /// Whether the sector has nothing but a part of the bits of a new log's header.
    private mutating func isTornHeader(_ sector: Int) throws(LogError) -> Bool {
        guard try isErased(sector, from: SectorHeader.openOffset) else { return false }
        let description = SectorHeader.description(
            wordLength: medium.wordLength, sectorCount: medium.sectorCount)
        var crc = CRC32()
        crc.add(word: SectorHeader.magic)
        crc.add(word: description)
        crc.add(word: 0)
        let words: InlineArray<4, UInt32> = [SectorHeader.magic, description, 0, crc.value]
        for index in words.indices {
            let address = medium.flash.sector(sector).offset + UInt32(index) * 4
            guard try medium.readWord(at: address) & words[index] == words[index] else { return false }
        }
        return true
    }

    // MARK: - Records

    private mutating func readRecords(of sector: Int, _ tail: inout Tail) throws(LogError) {
        var walk = medium.walk(sector, sequence: sectors[sector].sequence)
        var isEmpty = true
        while let record = try medium.next(&walk) {
            isEmpty = false
            tail.isClean = record.header.kind == RecordKind.clean
            if let damage = walk.damage {
                if record.header.kind == RecordKind.tear { report.tornRecords += 1 } else { countDamage(at: damage) }
            }
            if record.header.isCommit {
                tail.last = record
                try applyTransaction(record)
            }
            guard record.header.hasKey else { continue }
            report.records += 1
            guard !record.header.isPending else { continue }
            tail.last = record
            try apply(record)
        }
        if walk.damage != nil {
            report.tornRecords += 1
            tail.isClean = false
        }
        if isEmpty && sectors[sector].sequence + 1 == nextSequence {
            // It was being opened when the power went: even its header may be unsound.
            sectors[sector].phase = .dirty
            countAvailable()
            tail.isClean = false
            return
        }
        let header = try medium.readHeader(of: sector)
        if case .valid = header.opened, !header.isOlder { tail.headIsDoubtful = false } else {
            tail.headIsDoubtful = true
        }
        head = sector
        position = walk.used
    }

    /// Takes a record into the index.
    mutating func apply(_ record: FoundRecord) throws(LogError) {
        var key = KeyBuffer()
        try medium.readKey(of: record, into: &key)
        let old = try lookUp(key.span)
        if let old { forget(old) }
        if record.header.isValue {
            guard old != nil || index.count < index.capacity else { throw .tooManyKeys(capacity: index.capacity) }
            remember(record.address, record.header, replacing: old?.slot, tag: LogIndex.tag(of: key.span))
        } else if let old {
            index.remove(old.slot)
        }
    }

    private mutating func countDamage(at offset: UInt32) {
        report.damagedRecords += 1
        noteDamage(at: offset)
    }

    private mutating func noteDamage(at offset: UInt32) {
        if report.firstDamagedOffset == nil { report.firstDamagedOffset = offset }
    }

    // MARK: - Repair

    /// Makes the last record safe: should the power have gone while its last word was programmed, that word may
    /// read as right now and as wrong later, when what it says has long been used.
    private mutating func recover(_ tail: Tail) throws(LogError) {
        guard !tail.isClean else { return }
        do throws(LogError) {
            if let last = tail.last { try rewrite(last) }
            try settleTail()
            if roomInHead >= 8 { try writeMark(RecordKind.clean) }
        } catch {
            // Where there is no room, the record stays as it is.
            guard error == .full else { throw error }
        }
    }

    private mutating func rewrite(_ record: FoundRecord) throws(LogError) {
        let sector = medium.sector(at: record.address)
        try makeRoom(Int(record.header.length(wordLength: medium.wordLength)), slack: 0)
        // Collecting its sector has written it again already.
        guard sectors[sector].phase == .open, sectors[sector].sequence == record.sequence else { return }
        let copy = try append(copyOf: record)
        guard copy.header.isValue else { return }
        var key = KeyBuffer()
        try medium.readKey(of: record, into: &key)
        let old = try lookUp(key.span)
        if let old { forget(old) }
        remember(copy.address, copy.header, replacing: old?.slot, tag: LogIndex.tag(of: key.span))
    }
}
