// What the log had at one moment, while it is written on.
import Interfaces

/// A moment of a log. While one is open no sector is erased, so that what was there then still is; writes go on as
/// long as erased sectors are left. It ends with `KeyValueLog.close`, or where it is dropped, or with the log. Context: that of
/// the log.
public struct LogSnapshot: ~Copyable {
    /// The sequences of the oldest sector and of the head, and the head's end.
    fileprivate let first: UInt32
    fileprivate let last: UInt32
    fileprivate let end: UInt32
    @usableFromInline let hold: OpenSnapshot

    fileprivate init(first: UInt32, last: UInt32, end: UInt32, _ hold: consuming OpenSnapshot) {
        (self.first, self.last, self.end) = (first, last, end)
        self.hold = hold
    }
}

extension KeyValueLog where Flash: ~Copyable {
    /// Keeps what the log has now. Reads no flash.
    ///
    /// Precondition: fewer than 255 are open.
    public mutating func snapshot() -> LogSnapshot {
        guard let hold = footer.openSnapshot() else { preconditionFailure("255 snapshots are open") }
        return LogSnapshot(
            first: sectors.sequence(of: oldest), last: sectors.sequence(of: head), end: position, hold)
    }

    /// Lets sectors be erased again that the snapshot kept, as the end of its life does.
    public mutating func close(_ snapshot: consuming LogSnapshot) {}

    /// Copies the value that the key had at the snapshot to the start of `buffer`.
    ///
    /// Cost: that of a `get` for a key that was not written since. For another it reads all that the log held then.
    ///
    /// - Returns: the value's length, or `nil` if the key had no value.
    /// - Throws: as the `get` of now: `keyLength`, `bufferTooSmall`, `damagedRecord`, `flash`.
    public mutating func get(
        _ key: borrowing Span<UInt8>, at snapshot: borrowing LogSnapshot, into buffer: inout MutableSpan<UInt8>
    ) throws(LogError) -> Int? {
        if let record = try find(key), isBefore(snapshot, record.address) {
            return try read(record, key, into: &buffer)
        }
        guard let record = try search(key, snapshot) else { return nil }
        return try read(record, key, into: &buffer)
    }

    private mutating func isBefore(_ snapshot: borrowing LogSnapshot, _ address: UInt32) -> Bool {
        let sequence = sequence(at: address)
        return sequence < snapshot.last || sequence == snapshot.last && address < snapshot.end
    }

    /// Reads what the log held at the snapshot as a mount would, looking for one key.
    private mutating func search(
        _ key: borrowing Span<UInt8>, _ snapshot: borrowing LogSnapshot
    ) throws(LogError) -> FoundRecord? {
        var found: FoundRecord?
        var sequence = snapshot.first
        while sequence <= snapshot.last {
            if let sector = sectors.sector(withSequence: sequence) {
                var walk = medium.walk(sector, sequence: sequence, end: try recordsEnd(of: sector))
                while let record = try medium.next(&walk) {
                    guard isBefore(snapshot, record.address) else { break }
                    if record.header.isCommit {
                        try search(key, in: record, &found)
                    } else if !record.header.isPending {
                        try note(record, key, &found)
                    }
                }
            }
            sequence += 1
        }
        return found
    }

    private mutating func search(
        _ key: borrowing Span<UInt8>, in commit: FoundRecord, _ found: inout FoundRecord?
    ) throws(LogError) {
        guard var part = try transactionPart(commit) else { return }
        while let record = try medium.next(&part) {
            if record.header.isPending { try note(record, key, &found) }
        }
    }

    private mutating func note(
        _ record: FoundRecord, _ key: borrowing Span<UInt8>, _ found: inout FoundRecord?
    ) throws(LogError) {
        guard record.header.hasKey, record.header.keyLength == key.count,
            try medium.matches(key, at: record.keyAddress)
        else { return }
        found = record.header.isValue ? record : nil
    }
}
