// Looking at a log without writing to it: for tools, which explain an image whatever state it is in.
import Interfaces

/// What a sector's header says.
public struct SectorInspection: Equatable, Sendable {
    /// What a sector is used for.
    public enum State: Sendable {
        /// Nothing was ever written.
        case blank
        /// Erased and ready.
        case prepared
        /// Has records.
        case open
        /// Nothing in it is needed; it waits for its erase.
        case retired
        /// No header that this version made.
        case unreadable
    }

    /// What it is used for.
    public let state: State
    /// If the header still has it.
    public let eraseCount: UInt32?
    /// Orders the sectors with records by age.
    public let sequence: UInt32?
    /// A bit of the header was wrong; the numbers are the corrected ones.
    public let isCorrected: Bool
    /// Bytes from the start of the flash.
    public let offset: UInt32
    /// Bytes of the sector, header and footer included.
    public let length: UInt32
}

/// A sector's footer beside its records.
public struct FooterInspection: Equatable, Sendable {
    /// Of a sector without one.
    public init() {}

    /// Blocks of the footer that are sound.
    public internal(set) var blocks = 0
    /// Records that it speaks about.
    public internal(set) var records = 0
    /// It says that no record follows.
    public internal(set) var isClosed = false
    /// Where the first record is that is not as the footer says, or where a block is missing ends: bytes from the start of
    /// the flash. A mount reads the records themselves after a block that is missing.
    public internal(set) var firstWrongOffset: UInt32?

    mutating func note(_ offset: UInt32) {
        if firstWrongOffset == nil { firstWrongOffset = offset }
    }
}

/// Something in a sector with records, in the order in which they stand there.
public enum LogItem: Equatable, Sendable {
    /// A key got a value of this many bytes.
    case value(offset: UInt32, valueLength: Int)
    /// A key lost its value.
    case tombstone(offset: UInt32)
    /// A mark that speaks about no key.
    case mark(offset: UInt32)
    /// Bytes that a write left behind that was interrupted.
    case torn(offset: UInt32)
    /// Bytes that are no sound record, and that no interrupted write explains.
    case damage(offset: UInt32)
}

/// Reads a log's flash and never programs or erases it. Context: thread mode; about 450 bytes of stack.
public struct LogInspector<Flash: NORFlash & ~Copyable>: ~Copyable {
    private var medium: LogMedium<Flash>

    /// Takes a flash to look at. Reads nothing yet.
    /// - Throws: `unusableFlash` if no log could be on it.
    public init(_ flash: consuming Flash) throws(LogError) { medium = try LogMedium(flash) }

    /// How many sectors the flash has.
    public var sectorCount: Int { medium.sectorCount }

    /// What the header of a sector says. Reads the rest, too, if the header calls it erased.
    ///
    /// - Throws: `newerVersion` and `otherGeometry`.
    public mutating func inspect(sector: Int) throws(LogError) -> SectorInspection {
        let bounds = medium.bounds(of: sector)
        let header = try medium.readHeader(of: sector)
        try medium.checkDescription(header, offset: bounds.offset)
        let state: SectorInspection.State
        if header.isRetired && header.prepared.number != nil {
            state = .retired
        } else if header.sequence != nil {
            state = .open
        } else {
            let end = bounds.offset + bounds.length
            let begin = bounds.offset + (header.prepared == .blank ? 0 : SectorHeader.length)
            let isErased = try medium.firstProgrammed(from: begin, to: end) == nil
            switch (header.prepared, header.opened, isErased) {
            case (.blank, _, true): state = .blank
            case (.valid, .blank, true): state = .prepared
            default: state = .unreadable
            }
        }
        return SectorInspection(
            state: state, eraseCount: header.prepared.number, sequence: state == .open ? header.sequence : nil,
            isCorrected: header.isCorrected, offset: bounds.offset, length: bounds.length)
    }

    /// Compares the footer of an open sector with the records that it speaks about, which it reads.
    /// - Throws: `flash` if the flash cannot be read.
    public mutating func inspectFooter(of sector: Int, sequence: UInt32) throws(LogError) -> FooterInspection {
        var footer = FooterInspection()
        guard try medium.readHeader(of: sector).hasFooter else { return footer }
        var block = FooterBlock()
        var top = medium.end(of: sector)
        while !footer.isClosed, try medium.readFooter(below: top, of: sector, sequence: sequence, into: &block) {
            if block.top + medium.wordLength < top { footer.note(block.top) }
            var cursor = FooterBlock.Cursor()
            while let entry = block.next(&cursor) {
                guard entry.kind != .gap else { continue }
                footer.records += 1
                let address = entry.start &* medium.wordLength
                if try !isRight(entry, at: address, end: block.bottom, sequence) { footer.note(address) }
            }
            footer.blocks += 1
            footer.isClosed = block.isLast
            top = block.bottom
        }
        return footer
    }

    private mutating func isRight(
        _ entry: FooterBlock.Entry, at address: UInt32, end: UInt32, _ sequence: UInt32
    ) throws(LogError) -> Bool {
        guard address + 4 <= end, let header = RecordHeader(word: try medium.readWord(at: address)) else { return false }
        let record = FoundRecord(address: address, header: header, sequence: sequence)
        guard header.hasKey, header.length(wordLength: medium.wordLength) == entry.length &* medium.wordLength,
            try medium.isSound(record)
        else { return false }
        guard entry.kind != .shared else { return true }
        var key = KeyBuffer()
        try medium.readKey(of: record, into: &key)
        return header.isValue == (entry.kind == .value) && LogIndex.tag(of: key.span) == entry.tag
    }

    /// Calls `body` with every item of an open sector, and with the item's key, which is empty for what has
    /// none. Reads the sector once.
    /// - Throws: `flash` if the flash cannot be read.
    public mutating func forEachItem(
        in sector: Int, sequence: UInt32, _ body: (LogItem, borrowing Span<UInt8>) -> Void
    ) throws(LogError) {
        var key = KeyBuffer()
        let empty = InlineArray<0, UInt8>(repeating: 0)
        let hasFooter = try medium.readHeader(of: sector).hasFooter
        let end =
            hasFooter
            ? try medium.footerStart(of: sector, sequence: sequence) : medium.end(of: sector)
        var walk = medium.walk(sector, sequence: sequence, end: end)
        while let record = try medium.next(&walk) {
            if let damage = walk.damage {
                let isTorn = record.header.kind == RecordKind.tear
                body(isTorn ? .torn(offset: damage) : .damage(offset: damage), empty.span)
            }
            guard record.header.hasKey else {
                body(.mark(offset: record.address), empty.span)
                continue
            }
            try medium.readKey(of: record, into: &key)
            let isValue = record.header.isValue
            body(
                isValue
                    ? .value(offset: record.address, valueLength: record.header.valueLength)
                    : .tombstone(offset: record.address),
                key.span)
        }
        if let damage = walk.damage { body(.torn(offset: damage), empty.span) }
    }
}
