// A file of the store: a header, and records one after the other.
import HardwareChecksum
import Synchronization

/// The first 40 bytes of a segment.
///
///     0        8         12       16         24       32      36
///     +--------+---------+--------+----------+--------+-------+------+
///     | magic  | version | 0      | sequence | length | 0     | CRC  |
///     +--------+---------+--------+----------+--------+-------+------+
///
/// It is written anew when the file is used again, in one sector of any disk.
struct SegmentHeader {
    static let length = 40
    /// Version 1 left gaps between the sequences of segments that are left.
    static let version: UInt32 = 2
    /// "MARTSTOR" in memory's order.
    static let magic: UInt64 = 0x524F_5453_5452_414D
    /// "MARTLETS", which a save state begins with, too: what segments began with before. They are read as those of today.
    static let formerMagic: UInt64 = 0x5354_454C_5452_414D

    var sequence: UInt64
    var segmentLength: Int
    /// There was a segment with the sequence before.
    var hasPredecessor = true

    /// The magic number goes last, and is taken away first: a process that dies meanwhile leaves a file that counts as blank.
    // SAFETY of both: a segment's memory has more than 40 bytes, aligned to a page.
    func write(to bytes: UnsafeMutableRawPointer) {
        let magic = bytes.assumingMemoryBound(to: Atomic<UInt64>.self)
        magic.pointee.store(0, ordering: .sequentiallyConsistent)
        bytes.storeBytes(of: UInt64(Self.version), toByteOffset: 8, as: UInt64.self)
        bytes.storeBytes(of: sequence, toByteOffset: 16, as: UInt64.self)
        bytes.storeBytes(of: UInt64(segmentLength), toByteOffset: 24, as: UInt64.self)
        bytes.storeBytes(of: 0, toByteOffset: 32, as: UInt32.self)
        bytes.storeBytes(of: Self.checksum(bytes), toByteOffset: 36, as: UInt32.self)
        magic.pointee.store(Self.magic, ordering: .sequentiallyConsistent)
    }

    private static func checksum(_ bytes: UnsafeRawPointer) -> UInt32 { martlet_crc32c(0, bytes + 8, 28) }

    enum Finding {
        case header(SegmentHeader)
        /// The file was made, or was about to be used again, and holds nothing that counts.
        case blank
    }

    static func read(_ file: MappedFile) throws(HostStoreError) -> Finding {
        guard file.length >= length else {
            throw .wrongLength(path: file.path, found: file.length, expected: length)
        }
        let bytes = file.bytes
        let found = bytes.load(as: UInt64.self)
        guard found != 0 else { return .blank }
        guard found == magic || found == formerMagic else { throw .foreign(path: file.path, offset: 0) }
        let version = bytes.load(fromByteOffset: 8, as: UInt32.self)
        guard version <= Self.version else { throw .newerVersion(path: file.path, version: version) }
        guard bytes.load(fromByteOffset: 36, as: UInt32.self) == checksum(bytes) else {
            throw .foreign(path: file.path, offset: 36)
        }
        let header = SegmentHeader(
            sequence: bytes.load(fromByteOffset: 16, as: UInt64.self),
            segmentLength: Int(truncatingIfNeeded: bytes.load(fromByteOffset: 24, as: UInt64.self)),
            hasPredecessor: version > 1)
        guard header.segmentLength >= file.length else {
            throw .wrongLength(path: file.path, found: file.length, expected: header.segmentLength)
        }
        return .header(header)
    }

    /// Whether there is nothing but zeros in the file.
    static func isZeroed(_ file: MappedFile) -> Bool {
        // SAFETY: the file has as many bytes.
        UnsafeRawBufferPointer(start: file.bytes, count: file.length).allSatisfy { $0 == 0 }
    }
}

/// A record in memory: its checksum, what it is and how long, key, value, and zeros to a multiple of eight bytes.
///
///     0      4            6      7       8              12
///     +------+------------+------+-------+--------------+-----+-------+
///     | CRC  | key length | kind | 0     | value length | key | value |
///     +------+------------+------+-------+--------------+-----+-------+
///
/// The checksum covers all that follows it, and begins with the segment's sequence and the record's place: what a file held
/// before it was used again does not pass.
struct Record {
    static let headerLength = 12
    static let value: UInt8 = 1
    static let deletion: UInt8 = 2
    /// Nothing more is in the segment. It has no key.
    static let end: UInt8 = 3

    // SAFETY of what reads here: `start` points into a segment, at a record whose whole length is within it, as `Segment`
    // looked when it was written or found.
    let start: UnsafeMutableRawPointer

    @inline(__always) var keyLength: Int { Int(start.load(fromByteOffset: 4, as: UInt16.self)) }
    @inline(__always) var kind: UInt8 { start.load(fromByteOffset: 6, as: UInt8.self) }
    @inline(__always) var valueLength: Int { Int(start.load(fromByteOffset: 8, as: UInt32.self)) }
    @inline(__always) var key: UnsafeRawPointer { UnsafeRawPointer(start + Self.headerLength) }
    @inline(__always) var valueBytes: UnsafeRawPointer { key + keyLength }
    @inline(__always) var length: Int { Self.length(key: keyLength, value: valueLength) }

    @inline(__always)
    static func length(key: Int, value: Int) -> Int { (headerLength &+ key &+ value &+ 7) & ~7 }

    @inline(__always)
    static func checksum(_ start: UnsafeRawPointer, content: Int, sequence: UInt64, offset: Int) -> UInt32 {
        // Both are mixed into where the checksum begins.
        let mixed = (sequence &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(offset)) &* 0xD6E8_FEB8_6659_FD93
        let seed = UInt32(truncatingIfNeeded: mixed >> 32)
        return martlet_crc32c(seed, start + 4, headerLength &- 4 &+ content)
    }

    @inline(__always)
    func isSound(sequence: UInt64, offset: Int) -> Bool {
        start.load(as: UInt32.self)
            == Self.checksum(start, content: keyLength &+ valueLength, sequence: sequence, offset: offset)
    }

    @inline(__always)
    func hasKey(_ other: UnsafeRawPointer, _ count: Int) -> Bool {
        keyLength == count && equal(key, other, count)
    }
}

/// A file of records. Its bookkeeping is the writer's; readers only see memory that no longer changes. In memory of its own,
/// so that the writer counts no references for each record: `StoreState` keeps the file.
struct Segment {
    let bytes: UnsafeMutableRawPointer
    let length: Int
    /// Where readers find its memory.
    let slot: Int
    private(set) var sequence: UInt64
    /// Where the last record ends.
    var used = SegmentHeader.length
    /// Entries of the index that lead here. Bytes are read from the records, which may be damaged meanwhile; this is exact.
    var liveRecords = 0
    var liveBytes = 0
    /// How far it has been collected.
    var cursor = SegmentHeader.length
    /// Collection came to the end, or to what cannot be, and records are left: damage led it astray.
    var isSuspect = false

    /// Where records and the mark of the end have to end; 0 once that is written.
    private var limit: Int

    /// For records: the mark of the end is kept room for.
    @inline(__always) var room: Int { limit &- used &- Record.length(key: 0, value: 0) }
    var isClosed: Bool { limit == 0 }

    init(_ file: MappedFile, slot: Int, sequence: UInt64) {
        (bytes, length) = (file.bytes, file.length)
        limit = length
        self.slot = slot
        self.sequence = sequence
    }

    /// No segment: one that has no room.
    init(none bytes: UnsafeMutableRawPointer) {
        self.bytes = bytes
        (length, limit, slot, sequence) = (0, 0, 0, 0)
    }

    /// Empties it, for records of a newer sequence.
    mutating func reuse(sequence: UInt64) {
        self.sequence = sequence
        limit = length
        (used, liveRecords, liveBytes, cursor, isSuspect) = (SegmentHeader.length, 0, 0, SegmentHeader.length, false)
        SegmentHeader(sequence: sequence, segmentLength: length).write(to: bytes)
    }

    @inline(__always)
    func record(at offset: Int) -> Record { Record(start: bytes + offset) }

    /// Writes a record after the others, and answers where. Precondition: there is room.
    @inline(__always)
    mutating func append(
        _ kind: UInt8, _ key: UnsafeRawPointer, _ keyLength: Int, _ value: UnsafeRawPointer?, _ valueLength: Int
    ) -> Int {
        let offset = used
        let start = bytes + offset
        let length = Record.length(key: keyLength, value: valueLength)
        // SAFETY: the record fits; its last eight bytes are cleared first, for the padding.
        start.storeBytes(of: 0, toByteOffset: length &- 8, as: UInt64.self)
        start.storeBytes(
            of: UInt64(keyLength) | UInt64(kind) << 16 | UInt64(valueLength) << 32, toByteOffset: 4, as: UInt64.self)
        (start + Record.headerLength).copyMemory(from: key, byteCount: keyLength)
        if let value { (start + Record.headerLength + keyLength).copyMemory(from: value, byteCount: valueLength) }
        let checksum = Record.checksum(start, content: keyLength &+ valueLength, sequence: sequence, offset: offset)
        start.storeBytes(of: checksum, as: UInt32.self)
        used = offset &+ length
        return offset
    }

    /// Says that nothing more is in it.
    mutating func close() {
        guard !isClosed else { return }
        // A file that was cut off may have no room for the mark.
        guard room >= 0 else {
            limit = 0
            return
        }
        _ = append(Record.end, UnsafeRawPointer(bytes), 0, nil, 0)
        limit = 0
    }

    /// The mark of the end was found.
    mutating func didFindEnd() { limit = 0 }

    /// Writes a record of a key whose value was damaged, with a checksum that is wrong: it is still refused.
    mutating func appendDamaged(_ key: UnsafeRawPointer, _ keyLength: Int) -> Int {
        let offset = append(Record.value, key, keyLength, nil, 0)
        let start = bytes + offset
        start.storeBytes(of: ~start.load(as: UInt32.self), as: UInt32.self)
        return offset
    }

    /// Whether a record there ends within the segment. What it says may be damaged.
    @inline(__always)
    func holds(_ record: Record, at offset: Int) -> Bool { offset &+ record.length <= length }

    /// Where the next sound record after a damaged one is.
    func nextSound(after offset: Int, end: Int) -> Int? {
        var offset = offset + 8
        while offset + Record.headerLength <= end {
            if soundRecord(at: offset) != nil { return offset }
            offset += 8
        }
        return nil
    }

    /// The record at an offset, if there is a sound one.
    func soundRecord(at offset: Int) -> Record? {
        guard offset + Record.headerLength <= length else { return nil }
        let record = record(at: offset)
        guard record.kind >= Record.value, record.kind <= Record.end, (record.keyLength > 0) == (record.kind != Record.end),
            record.length <= length - offset, record.isSound(sequence: sequence, offset: offset)
        else { return nil }
        return record
    }
}

/// Whether both have the same `count` bytes.
@inline(__always)
func equal(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
    // SAFETY: both have `count` bytes.
    var index = 0
    while index &+ 8 <= count {
        guard
            left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                == right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        else { return false }
        index &+= 8
    }
    while index < count {
        guard left.load(fromByteOffset: index, as: UInt8.self) == right.load(fromByteOffset: index, as: UInt8.self)
        else { return false }
        index &+= 1
    }
    return true
}
