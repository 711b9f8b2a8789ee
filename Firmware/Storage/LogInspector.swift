// Looking at a log without writing to it: for tools, which explain an image whatever state it is in.
import Interfaces

/// What a sector's header says.
public struct SectorInspection: Equatable, Sendable {
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

    public let state: State
    /// If the header still has it.
    public let eraseCount: UInt32?
    /// Orders the sectors with records by age.
    public let sequence: UInt32?
    /// A bit of the header was wrong; the numbers are the corrected ones.
    public let isCorrected: Bool
    /// Bytes from the start of the flash.
    public let offset: UInt32
    public let length: UInt32
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

    public init(_ flash: consuming Flash) throws(LogError) { medium = try LogMedium(flash) }

    public var sectorCount: Int { medium.sectorCount }

    /// What the header of a sector says. Reads the rest, too, if the header calls it erased.
    ///
    /// - Throws: `newerVersion` and `otherGeometry`.
    public mutating func inspect(sector: Int) throws(LogError) -> SectorInspection {
        let bounds = medium.flash.sector(sector)
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

    /// Calls `body` with every item of an open sector, and with the item's key, which is empty for what has
    /// none. Reads the sector once.
    public mutating func forEachItem(
        in sector: Int, sequence: UInt32, _ body: (LogItem, borrowing Span<UInt8>) -> Void
    ) throws(LogError) {
        var key = KeyBuffer()
        let empty = InlineArray<0, UInt8>(repeating: 0)
        let hasFooter = try medium.readHeader(of: sector).hasFooter
        let end = hasFooter
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
