// What the log remembers of each sector, kept at the start of the index memory.

/// A sector as the log sees it.
struct SectorState {
    enum Phase: UInt32 {
        /// To be erased before anything else.
        case dirty = 0
        /// Erased, and its header says so: can be opened.
        case prepared = 1
        /// Has records, or is about to.
        case open = 2
        /// As `prepared`, but not since the mount, and nobody has looked whether it still reads as erased.
        case unchecked = 3
        /// Somebody erases it.
        case erasing = 4
    }

    var phase = Phase.dirty
    /// Orders the sectors by age; meaningful while open.
    var sequence: UInt32 = 0
    /// Nothing more may be written into it: a bit of its header was wrong, or an older version made it.
    var isReadOnly = false
    /// No older version made it, which wrote no footers.
    var hasFooter = true
    /// Erases in the sector's life, up to 2^27 - 1.
    var eraseCount: UInt32 = 0

    var isErased: Bool { phase == .prepared || phase == .unchecked }
}

/// The states of all sectors, two slots each.
struct SectorTable {
    static let slotsPerSector = 2

    let count: Int
    private let slots: UnsafeMutableBufferPointer<IndexSlot>

    /// Precondition: the memory has two slots a sector and outlives the table.
    init(_ slots: UnsafeMutableBufferPointer<IndexSlot>, count: Int) {
        precondition(slots.count >= count * Self.slotsPerSector)
        self.slots = slots
        self.count = count
        // SAFETY: the caller of `mount` lends this memory to the log alone for the log's life.
        slots.initialize(repeating: IndexSlot())
    }

    subscript(sector: Int) -> SectorState {
        // SAFETY: the precondition of `init` and the check here keep both slots within the memory.
        get {
            precondition(sector >= 0 && sector < count)
            let first = sector * Self.slotsPerSector
            let last = slots[first + 1].bits
            return SectorState(
                phase: SectorState.Phase(rawValue: last & 7) ?? .dirty, sequence: slots[first].bits,
                isReadOnly: last & 8 != 0, hasFooter: last & 16 == 0, eraseCount: last &>> 5)
        }
        nonmutating set {
            precondition(sector >= 0 && sector < count)
            let first = sector * Self.slotsPerSector
            slots[first].bits = newValue.sequence
            slots[first + 1].bits =
                newValue.eraseCount &<< 5 | newValue.phase.rawValue | (newValue.isReadOnly ? 8 : 0)
                | (newValue.hasFooter ? 0 : 16)
        }
    }

    func sequence(of sector: Int) -> UInt32 { slots[sector &* Self.slotsPerSector].bits }

    /// The sector that has this sequence, and that was not erased since it got it.
    func sector(withSequence sequence: UInt32) -> Int? {
        for sector in 0..<count where !self[sector].isErased && self[sector].sequence == sequence { return sector }
        return nil
    }

    /// The open sector with the lowest sequence above `sequence`.
    func firstOpen(after sequence: UInt32) -> Int? {
        var found: Int?
        for sector in 0..<count where self[sector].phase == .open && self[sector].sequence > sequence {
            if let best = found, self[best].sequence <= self[sector].sequence { continue }
            found = sector
        }
        return found
    }

    /// The sector to open next: an erased one before one that has yet to be erased, then the least worn.
    func nextToOpen() -> Int? {
        leastWorn { $0.isErased } ?? leastWorn { $0.phase == .dirty }
    }

    func leastWorn(_ isWanted: (SectorState) -> Bool) -> Int? {
        var found: Int?
        for sector in 0..<count where isWanted(self[sector]) {
            if let best = found, self[best].eraseCount <= self[sector].eraseCount { continue }
            found = sector
        }
        return found
    }
}
