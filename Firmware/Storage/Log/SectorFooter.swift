// What stands at the end of a sector: where its records are and whose, so that a mount need not read them.
import Checksums
import Interfaces

/// What an entry of a footer says about the records of a run.
enum FooterKind: UInt16 {
    /// Each is a value of the only key with its tag.
    case value = 0
    /// Each is a deletion of the only key with its tag.
    case deletion = 1
    /// Two keys had the tag at that time: the records themselves say whose they are.
    case shared = 2
    /// Nothing that speaks about a key.
    case gap = 3
}

/// The entries of a block, in units of sixteen bits:
///
/// | unit | what |
/// |---|---|
/// | 0 | the word address of the first record |
/// | a run's first | kind (2 bits), how many records (5), words of each (9) |
/// | a run's second, if the words were 0 | words of each |
/// | then, for values and deletions | each record's tag |
enum FooterUnits {
    static var capacity: Int { 28 }
    static var bytes: Int { 2 * capacity }
    static var prefix: Int { 1 }

    static func run(_ kind: FooterKind, count: UInt16, words: UInt16) -> UInt16 { kind.rawValue | count &<< 2 | words &<< 7 }
    static func kind(_ run: UInt16) -> FooterKind { FooterKind(rawValue: run & 3) ?? .gap }
    static func count(_ run: UInt16) -> UInt16 { run &>> 2 & 0x1F }
    static func words(_ run: UInt16) -> UInt16 { run &>> 7 }
    /// More words do not fit in a run's first unit.
    static var longestShortRun: UInt16 { 0x1FF }
}

/// The block that is being gathered, in memory of the caller's.
struct FooterBuffer {
    static var slots: Int { 1 + FooterUnits.capacity / 2 }

    /// How many units there are (8 bits), which of them begins the last run (8), how many snapshots are open (8), and a number
    /// of the log that lends the memory (8); then the units, two a slot.
    private let memory: UnsafeMutableBufferPointer<IndexSlot>

    /// Precondition: there are `slots` of memory, which outlives the buffer.
    init(_ memory: UnsafeMutableBufferPointer<IndexSlot>) {
        precondition(memory.count == Self.slots)
        self.memory = memory
        // What a snapshot of a log before this one ends is not this one's.
        let number = memory[0].bits & 0xFF00_0000 &+ 0x0100_0000
        // SAFETY: the caller of `mount` lends this memory to the log alone for the log's life.
        memory.initialize(repeating: IndexSlot())
        memory[0].bits = number
    }

    var count: Int { Int(truncatingIfNeeded: memory[0].bits & 0xFF) }
    var isEmpty: Bool { count == 0 }
    private var lastRun: Int { Int(truncatingIfNeeded: memory[0].bits &>> 8 & 0xFF) }

    private func set(count: Int, lastRun: Int) {
        let others = memory[0].bits & 0xFFFF_0000
        memory[0].bits = others | UInt32(truncatingIfNeeded: count) | UInt32(truncatingIfNeeded: lastRun) &<< 8
    }

    // MARK: - Snapshots

    var openSnapshots: Int { Int(truncatingIfNeeded: memory[0].bits &>> 16 & 0xFF) }

    /// Counts a snapshot more. `nil` if there are 255.
    func openSnapshot() -> OpenSnapshot? {
        guard openSnapshots < 0xFF else { return nil }
        memory[0].bits &+= 0x1_0000
        // SAFETY: the line above has used the first slot, so there is one.
        return OpenSnapshot(slot: memory.baseAddress.unsafelyUnwrapped, number: memory[0].bits &>> 24)
    }

    subscript(unit: Int) -> UInt16 {
        get { UInt16(truncatingIfNeeded: memory[1 &+ unit &>> 1].bits &>> Self.shift(unit)) }
        nonmutating set {
            let shift = Self.shift(unit)
            let others = memory[1 &+ unit &>> 1].bits & ~(0xFFFF &<< shift)
            memory[1 &+ unit &>> 1].bits = others | UInt32(newValue) &<< shift
        }
    }

    private static func shift(_ unit: Int) -> UInt32 { UInt32(truncatingIfNeeded: unit & 1) &<< 4 }

    func removeAll() { set(count: 0, lastRun: 0) }

    /// Whether one record more fits, and a gap before it if there is one.
    func hasRoom(isValue: Bool, words: UInt16, afterGap: Bool) -> Bool {
        let run = self[lastRun]
        let continues =
            !isEmpty && !afterGap && FooterUnits.kind(run) == (isValue ? .value : .deletion)
            && FooterUnits.words(run) == words && FooterUnits.count(run) < 0x1F
        let units = continues ? 1 : words > FooterUnits.longestShortRun ? 3 : 2
        return count + units + (afterGap ? 2 : 0) <= FooterUnits.capacity
    }

    /// Three records more, one of them of another kind, are too many.
    var isNearlyFull: Bool { count + 4 > FooterUnits.capacity }

    /// Begins a block, whose first record is there.
    func begin(at word: UInt16) {
        self[0] = word
        set(count: FooterUnits.prefix, lastRun: 0)
    }

    /// Adds a record. Precondition: it has room.
    func add(_ kind: FooterKind, words: UInt16, tag: UInt16) {
        var count = count
        let run = self[lastRun]
        let hasTag = kind == .value || kind == .deletion
        if count > FooterUnits.prefix, FooterUnits.kind(run) == kind, FooterUnits.words(run) == words,
            FooterUnits.count(run) < 0x1F
        {
            self[lastRun] = run &+ 1 &<< 2
        } else {
            let isLong = words > FooterUnits.longestShortRun
            self[count] = FooterUnits.run(kind, count: 1, words: isLong ? 0 : words)
            set(count: count, lastRun: count)
            count += 1
            if isLong {
                self[count] = words
                count += 1
            }
        }
        if hasTag {
            self[count] = tag
            count += 1
        }
        set(count: count, lastRun: lastRun)
    }
}

/// Keeps sectors from their erase as long as it lives. Its end is inlined, since Embedded Swift has to see it where a
/// snapshot is dropped.
@usableFromInline
struct OpenSnapshot: ~Copyable {
    // SAFETY: the index memory, which outlives the log's snapshots: `KeyValueLog.mount` asks for that.
    @usableFromInline let slot: UnsafeMutablePointer<IndexSlot>
    @usableFromInline let number: UInt32

    fileprivate init(slot: UnsafeMutablePointer<IndexSlot>, number: UInt32) {
        self.slot = slot
        self.number = number
    }

    @inlinable
    deinit {
        if slot.pointee.bits &>> 24 == number { slot.pointee.bits &-= 0x1_0000 }
    }
}

/// A block as it was read.
struct FooterBlock: ~Copyable {
    fileprivate var bytes = InlineArray<56, UInt8>(repeating: 0)
    /// Units.
    fileprivate(set) var count = 0
    /// Where it begins, and where it ends.
    fileprivate(set) var bottom: UInt32 = 0
    fileprivate(set) var top: UInt32 = 0
    /// No record follows those it speaks about.
    fileprivate(set) var isLast = false

    private subscript(unit: Int) -> UInt16 { UInt16(bytes[2 &* unit]) | UInt16(bytes[2 &* unit &+ 1]) &<< 8 }

    /// What a block says about a record, or about a gap.
    struct Entry {
        var kind = FooterKind.gap
        /// In words.
        var start: UInt32 = 0
        var length: UInt32 = 0
        /// Of values and deletions.
        var tag: UInt16 = 0
    }

    /// How far a block has been read.
    struct Cursor {
        fileprivate var entry = Entry()
        fileprivate var unit = 0
        fileprivate var left: UInt16 = 0
        fileprivate var words: UInt16 = 0

        /// Where the last entry ends, in words.
        var end: UInt32 { entry.start &+ entry.length }
    }

    /// The next entry; `nil` after the last.
    @inline(never)
    func next(_ cursor: inout Cursor) -> Entry? {
        if cursor.unit == 0 {
            cursor.entry.start = UInt32(self[0])
            cursor.unit = FooterUnits.prefix
        }
        cursor.entry.start = cursor.end
        cursor.entry.length = 0
        if cursor.left == 0 {
            guard cursor.unit < count else { return nil }
            let run = self[cursor.unit]
            cursor.unit += 1
            cursor.entry.kind = FooterUnits.kind(run)
            cursor.left = FooterUnits.count(run)
            cursor.words = FooterUnits.words(run)
            if cursor.words == 0, cursor.unit < count {
                cursor.words = self[cursor.unit]
                cursor.unit += 1
            }
        }
        guard cursor.left > 0 else { return nil }
        cursor.left -= 1
        cursor.entry.length = UInt32(cursor.words)
        if cursor.entry.kind == .value || cursor.entry.kind == .deletion {
            guard cursor.unit < count else { return nil }
            cursor.entry.tag = self[cursor.unit]
            cursor.unit += 1
        }
        return cursor.entry
    }
}

/// A block is a record whose parts stand in another order, so that it can be found from its end: units, header,
/// checksum. The header's value length is that of the units; a key length of 1 says that the sector ends with it.
extension LogMedium where Flash: ~Copyable {
    /// How far a block may reach, and a word that is left out after a cut.
    static var footerReach: UInt32 { 80 }

    mutating func footerLength(units: Int) -> UInt32 { roundedUp(UInt32(truncatingIfNeeded: 2 &* units &+ 8)) }

    /// Writes a block that ends at `top`.
    mutating func writeFooter(
        _ footer: FooterBuffer, below top: UInt32, sequence: UInt32, isLast: Bool
    ) throws(LogError) {
        let units = footer.count
        let length = footerLength(units: units)
        var buffer = InlineArray<64, UInt8>(repeating: 0)
        var writer = RecordWriter(
            buffer.mutableSpan, at: top &- length, crc: Self.seed(at: top, sequence: sequence))
        for _ in 0..<Int(truncatingIfNeeded: length) &- 2 &* units &- 8 { writer.addPadding() }
        for unit in 0..<units { writer.add(UInt32(footer[unit]), length: 2) }
        writer.add(RecordHeader(kind: RecordKind.end, keyLength: isLast ? 1 : 0, valueLength: 2 &* units).word)
        writer.addChecksum()
        try flush(&writer)
    }

    /// The block that ends at `top`, or below it where one is missing. Returns whether there is one.
    @inline(never)
    mutating func readFooter(
        below top: UInt32, of sector: Int, sequence: UInt32, into block: inout FooterBlock
    ) throws(LogError) -> Bool {
        let start = start(of: sector)
        var end = top
        while end &- start >= 12 && top &- end <= Self.footerReach {
            if let header = RecordHeader(word: try readWord(at: end &- 8)), header.kind == RecordKind.end,
                header.keyLength <= 1, header.valueLength & 1 == 0,
                header.valueLength >= 2 * FooterUnits.prefix, header.valueLength <= FooterUnits.bytes,
                footerLength(units: header.valueLength / 2) <= end &- start
            {
                let length = header.valueLength
                var bytes = block.bytes.mutableSpan
                var units = bytes.prefix(length)
                try read(at: end &- 8 &- UInt32(truncatingIfNeeded: length), into: &units)
                var crc = Self.seed(at: end, sequence: sequence)
                crc.add(units.span)
                crc.add(littleEndian: header.word)
                if try readWord(at: end &- 4) == crc.value {
                    block.count = length / 2
                    block.top = end
                    block.bottom = end &- footerLength(units: length / 2)
                    block.isLast = header.keyLength == 1
                    return true
                }
            }
            end &-= wordLength
        }
        return false
    }

    /// Where the footer of a sector begins: its records end there at the latest.
    mutating func footerStart(of sector: Int, sequence: UInt32) throws(LogError) -> UInt32 {
        var block = FooterBlock()
        var top = end(of: sector)
        while try readFooter(below: top, of: sector, sequence: sequence, into: &block) {
            top = block.bottom
            if block.isLast { break }
        }
        return top
    }
}
