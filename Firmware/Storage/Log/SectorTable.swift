// What the log remembers of each sector, kept at the start of the index memory.

/// A sector as the log sees it, in two words of the index memory.
struct SectorState {
    struct Phase: Equatable {
        let bits: UInt32

        /// To be erased before anything else.
        static var dirty: Phase { Phase(bits: 0) }
        /// Erased, and its header says so: can be opened.
        static var prepared: Phase { Phase(bits: 1) }
        /// Has records, or is about to.
        static var open: Phase { Phase(bits: 2) }
        /// As `prepared`, but not since the mount, and nobody has looked whether it still reads as erased.
        static var unchecked: Phase { Phase(bits: 3) }
        /// Somebody erases it.
        static var erasing: Phase { Phase(bits: 4) }
    }

    /// Orders the sectors by age; meaningful while open.
    var sequence: UInt32 = 0
    /// The phase (3 bits), whether it is read-only, whether it has a footer, and the erase count (27).
    fileprivate(set) var bits: UInt32 = 0

    /// A sector that was erased so often.
    init(eraseCount: UInt32) { bits = eraseCount &<< 5 }

    fileprivate init(sequence: UInt32, bits: UInt32) {
        self.sequence = sequence
        self.bits = bits
    }

    var phase: Phase {
        get { Phase(bits: bits & 7) }
        set { bits = bits & ~7 | newValue.bits }
    }

    /// Nothing more may be written into it: a bit of its header was wrong, or an older version made it.
    var isReadOnly: Bool {
        get { bits & 8 != 0 }
        set { bits = bits & ~8 | (newValue ? 8 : 0) }
    }

    /// No older version made it, which wrote no footers.
    var hasFooter: Bool {
        get { bits & 16 == 0 }
        set { bits = bits & ~16 | (newValue ? 0 : 16) }
    }

    /// Erases in the sector's life, up to 2^27 - 1.
    var eraseCount: UInt32 {
        get { bits &>> 5 }
        set { bits = bits & 31 | newValue &<< 5 }
    }

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
            return SectorState(sequence: slots[first].bits, bits: slots[first + 1].bits)
        }
        nonmutating set {
            precondition(sector >= 0 && sector < count)
            let first = sector * Self.slotsPerSector
            slots[first].bits = newValue.sequence
            slots[first + 1].bits = newValue.bits
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
