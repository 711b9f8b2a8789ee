// Making an empty log: of blank flash without an erase, or of whatever is there.
import Interfaces

extension KeyValueLog where Flash: ~Copyable {
    /// Makes an empty log of whatever the flash holds: everything in it is erased. The calling context, the index memory
    /// and what the result is are those of `mount`.
    ///
    /// If the power goes meanwhile, flash that held no log may have to be formatted again; one that was a log has its newer
    /// keys left, and no key has an older value.
    ///
    /// Cost: erases every sector.
    /// - Throws: `unusableFlash` or `indexTooSmall` before anything is erased; `flash`.
    public static func format(
        _ flash: consuming Flash, index: UnsafeMutableBufferPointer<IndexSlot>
    ) throws(LogError) -> KeyValueLog {
        var log = try KeyValueLog(flash, index: index)
        try log.format()
        return log
    }

    private mutating func format() throws(LogError) {
        var highestCount: UInt32 = 0
        for sector in 0..<medium.sectorCount {
            let header = try medium.readHeader(of: sector)
            sectors[sector] = SectorState(eraseCount: header.prepared.number ?? Self.unknownCount)
            sectors[sector].sequence = header.isRetired ? 0 : header.sequence ?? 0
            highestCount = Swift.max(highestCount, header.prepared.number ?? 0)
        }
        for _ in 0..<medium.sectorCount {
            // The newest goes last: a deletion is kept as long as what it speaks about.
            var next = 0
            while sectors[next].phase != .dirty { next += 1 }
            for sector in next..<medium.sectorCount
            where sectors[sector].phase == .dirty && sectors[sector].sequence < sectors[next].sequence { next = sector }
            if sectors[next].eraseCount == Self.unknownCount { sectors[next].eraseCount = highestCount }
            try prepare(next)
        }
        try begin()
        report.wasFormatted = true
    }

    /// Makes an empty log of blank flash, or goes on where the power stopped that. What is blank is not erased.
    @inline(never)
    mutating func formatBlank() throws(LogError) {
        var tornHeaders = 0
        var other: Int?
        for sector in 0..<medium.sectorCount where try !medium.isErased(sector, from: 0) {
            if try isTornHeader(sector) {
                tornHeaders += 1
            } else if other == nil {
                other = sector
            }
        }
        if let other {
            // When all headers were cut, one sector is erased, which may have been cut, too: the others tell.
            guard tornHeaders == medium.sectorCount - 1 else { throw try foreign(other) }
            try prepare(other)
        }
        for sector in 0..<medium.sectorCount where try medium.isErased(sector, from: 0) {
            try medium.writePrepared(sector, eraseCount: 0)
            sectors[sector].phase = .prepared
        }
        try begin()
        report.wasFormatted = true
    }

    private mutating func foreign(_ sector: Int) throws(LogError) -> LogError {
        let bounds = medium.bounds(of: sector)
        let address = try medium.firstProgrammed(from: bounds.offset, to: bounds.offset + bounds.length)
        let word = (address ?? bounds.offset) / 4 * 4
        return .foreign(offset: word, found: try medium.readWord(at: word))
    }

    /// Whether the sector has nothing but a header whose writing was cut short. What it says about itself is the same in each;
    /// the erase count and the checksum come after that.
    private mutating func isTornHeader(_ sector: Int) throws(LogError) -> Bool {
        guard try medium.isErased(sector, from: SectorHeader.openOffset) else { return false }
        let address = medium.bounds(of: sector).offset
        let magic = try medium.readWord(at: address)
        let description = try medium.readWord(at: address + 4)
        let expected = SectorHeader.description(wordLength: medium.wordLength, sectorCount: medium.sectorCount)
        guard magic & SectorHeader.magic == SectorHeader.magic, description & expected == expected else { return false }
        if magic == SectorHeader.magic && description == expected { return true }
        return try medium.isErased(sector, from: 8)
    }
}
