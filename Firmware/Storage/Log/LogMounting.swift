// Finding a log in flash, and repairing what a power cut left.
import Interfaces

extension KeyValueLog where Flash: ~Copyable {
    mutating func load() throws(LogError) {
        guard try readHeaders() else { return try formatBlank() }
        guard var tail = try readSectors() else { return try begin() }
        // Giving up a head leaves one sector less.
        for _ in 0..<sectors.count {
            guard try !recover(tail), let rest = try giveUpHead() else { break }
            tail = rest
        }
        report.damagedRecords += Int(damagedRecords)
    }

    /// Takes all open sectors into the index, which is empty, and finds the head. `nil` if none is open.
    @inline(never)
    mutating func readSectors() throws(LogError) -> Tail? {
        countAvailable()
        report.records = 0
        report.tornRecords = 0
        report.damagedRecords = 0
        var tail = Tail()
        var sequence: UInt32 = 0
        while let sector = sectors.firstOpen(after: sequence) {
            sequence = sectors[sector].sequence
            try read(sector, &tail)
        }
        report.keys = index.count
        guard sectors.firstOpen(after: 0) != nil else { return nil }
        try findOldest()
        if sectors[head].sequence + 1 != nextSequence || sectors[head].isReadOnly {
            position = limit
            isListing = false
        }
        headIsTorn = !tail.isClean && position < limit
        return tail
    }

    /// The end of the log.
    struct Tail {
        /// The last sound record that changed what a key has.
        var last: FoundRecord?
        /// Nothing was written since a mount marked the log as clean.
        var isClean = false
        /// Nothing is programmed from here on: an interrupted write reaches no further.
        var reach: UInt32 = 0
    }

    mutating func countAvailable() {
        availableSectors = 0
        availableBytes = 0
        for sector in 0..<sectors.count where sectors[sector].phase != .open {
            availableSectors += 1
            availableBytes += capacity(of: sector)
        }
    }

    /// Opens the first sector of an empty log. With the mark it is not taken for one whose opening was cut short.
    mutating func begin() throws(LogError) {
        countAvailable()
        try openNext()
        try findOldest()
        try writeMark(RecordKind.clean)
    }

    // MARK: - Sector headers

    /// Fills in the sectors' states. Returns whether any sector belongs to a log.
    @inline(never)
    private mutating func readHeaders() throws(LogError) -> Bool {
        var isLog = false
        var canGoOn = false
        var highestCount: UInt32 = 0
        for sector in 0..<medium.sectorCount {
            let header = try medium.readHeader(of: sector)
            let offset = medium.bounds(of: sector).offset
            try medium.checkDescription(header, offset: offset)
            let eraseCount = header.prepared.number
            var state = SectorState(eraseCount: eraseCount ?? Self.unknownCount)
            highestCount = Swift.max(highestCount, eraseCount ?? 0)
            isLog = isLog || eraseCount != nil || !header.isRetired && header.sequence != nil
            if header.isRetired {
                sectors[sector] = state
                if header.isRetirementTorn && eraseCount != nil { try prepare(sector) }
                continue
            }
            if let sequence = header.sequence {
                state.sequence = sequence
                state.phase = .open
                state.hasFooter = header.hasFooter
                state.isReadOnly = header.isOlder
                if case .corrected = header.opened { state.isReadOnly = true }
                nextSequence = Swift.max(nextSequence, sequence + 1)
            } else if case (.valid, .blank) = (header.prepared, header.opened), !header.isOlder {
                state.phase = .unchecked
            } else if eraseCount != nil, try !medium.isErased(sector, from: SectorHeader.length) {
                report.damagedSectors += 1
                noteDamage(at: offset)
            }
            sectors[sector] = state
            canGoOn = canGoOn || state.phase != .dirty
        }
        // How often a sector was erased is lost if an erase was cut short.
        for sector in 0..<medium.sectorCount where sectors[sector].eraseCount == Self.unknownCount {
            sectors[sector].eraseCount = highestCount
            // A new log needs a sector to be erased. One that says that this is a log stays until another does.
            if isLog && !canGoOn {
                try prepare(sector)
                canGoOn = true
            }
        }
        return isLog
    }

    static var unknownCount: UInt32 { 0x07FF_FFFF }

    // MARK: - Records

    /// Takes a sector into the index: what its footer says, and the records that it does not speak about.
    @inline(never)
    private mutating func read(_ sector: Int, _ tail: inout Tail) throws(LogError) {
        let state = sectors[sector]
        let before = (head, limit)
        head = sector
        isListing = false
        var listed = medium.start(of: sector)
        var top = medium.end(of: sector)
        var isClosed = false
        var isWhole = true
        var block = FooterBlock()
        while state.hasFooter, !isClosed,
            try medium.readFooter(below: top, of: sector, sequence: state.sequence, into: &block)
        {
            // Where a power cut may have come a word is left out. Where a block is missing, records after it may
            // belong to a transaction that it began with, so that they are read themselves, too.
            isWhole = isWhole && block.top + medium.wordLength >= top
            if isWhole {
                listed = try apply(block, of: sector)
                isClosed = block.isLast
                // What it speaks about was written whole before it.
                tail = Tail()
            }
            top = block.bottom
        }
        // While it is read there is no room in it.
        position = top
        limit = top
        guard !isClosed else { return }
        beginFooter()
        listedEnd = listed
        isListing = state.hasFooter && isWhole
        let walk = try readRecords(from: listed, to: top, of: sector, &tail)
        if walk.damage != nil {
            report.tornRecords += 1
            tail.isClean = false
        }
        if walk.used == medium.start(of: sector), top == medium.end(of: sector) {
            // It was being opened when the power went: even its header may be unsound. A mount after this one shall not
            // find it between others.
            try retire(sector)
            countAvailable()
            tail.isClean = false
            (head, limit) = before
            position = limit
            isListing = false
            return
        }
        position = walk.used
        if state.sequence + 1 == nextSequence { try settleFooter(&tail, hasDamage: walk.damage != nil) }
    }

    /// Goes on with the footer below what the power may have cut short, and not at all if something stands there.
    private mutating func settleFooter(_ tail: inout Tail, hasDamage: Bool) throws(LogError) {
        let lowest = Swift.max(position, limit - Swift.min(limit, LogMedium<Flash>.footerReach))
        if let torn = try medium.firstProgrammed(from: lowest, to: limit) {
            isListing = false
            limit = torn / medium.wordLength * medium.wordLength
        }
        if !tail.isClean, position + medium.wordLength <= limit { limit -= medium.wordLength }
        tail.reach = hasDamage ? limit : Swift.min(limit, position + LogMedium<Flash>.programReach)
    }

    private mutating func readRecords(
        from start: UInt32, to end: UInt32, of sector: Int, _ tail: inout Tail
    ) throws(LogError) -> Walk {
        var walk = Walk(sequence: sectors.sequence(of: sector), end: end, position: start, damage: nil, used: start)
        while let record = try medium.next(&walk) {
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
        return walk
    }

    /// Takes a record into the index, and into the head's footer if it is there.
    mutating func apply(_ record: FoundRecord) throws(LogError) {
        var key = KeyBuffer()
        try medium.readKey(of: record, into: &key)
        try makeFooterRoom(record.header, at: record.address)
        let tag = LogIndex.tag(of: key.span)
        var damaged: Int?
        let old = try lookUp(key.span, &damaged)
        if let old { forget(old) } else if let damaged { dropDamaged(damaged) }
        if record.header.isValue {
            guard old != nil || index.count < index.capacity else { throw .tooManyKeys(capacity: index.capacity) }
            remember(record.address, record.header, replacing: old?.slot, tag: tag)
        } else if let old {
            index.remove(old.slot)
        }
        list(record.address, record.header, tag)
    }

    mutating func countDamage(at offset: UInt32) {
        report.damagedRecords += 1
        noteDamage(at: offset)
    }

    private mutating func noteDamage(at offset: UInt32) {
        if report.firstDamagedOffset == nil { report.firstDamagedOffset = offset }
    }
}
