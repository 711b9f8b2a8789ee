// Many keys at once, all or none.
import Interfaces

/// The changes of a transaction. `KeyValueLog.transaction` hands it out for the length of a call.
public struct LogTransaction<Flash: NORFlash & ~Copyable>: ~Copyable {
    // SAFETY: points to the log whose `transaction` is running, which is longer than this value lives: it cannot
    // be copied, nor moved out of the closure's parameter.
    private let log: UnsafeMutablePointer<KeyValueLog<Flash>>
    fileprivate let start: UInt32
    private let end: UInt32
    /// Of the values so far: what the log's live bytes and keys grow by at the most.
    private var growth = 0
    private var newKeys = 0

    fileprivate init(_ log: UnsafeMutablePointer<KeyValueLog<Flash>>, room: Int) {
        self.log = log
        start = log.pointee.position
        end = start &+ UInt32(truncatingIfNeeded: room)
    }

    /// Gives the key a value when the transaction is committed.
    ///
    /// - Throws: as `KeyValueLog.put`, and `transactionTooLong`.
    public mutating func put(_ key: borrowing Span<UInt8>, _ value: borrowing Span<UInt8>) throws(LogError) {
        let header = try log.pointee.valueHeader(key, value, kind: RecordKind.pendingValue)
        let length = Int(header.length(wordLength: log.pointee.medium.wordLength))
        growth += length
        newKeys += 1
        let limit = try log.pointee.liveByteLimit(withRecordOf: length) - log.pointee.countLiveBytes()
        let capacity = log.pointee.index.capacity
        let freeKeys = capacity - log.pointee.index.count
        if growth > limit || newKeys > freeKeys {
            let exact = try log.pointee.growth(since: start, key, length)
            guard exact.bytes <= limit else { throw .full }
            guard exact.keys <= freeKeys else { throw .tooManyKeys(capacity: capacity) }
        }
        try append(header, key, value)
    }

    /// Takes the key's value away when the transaction is committed.
    /// - Throws: `keyLength` before anything was written; `transactionTooLong`; `flash`.
    public mutating func delete(_ key: borrowing Span<UInt8>) throws(LogError) {
        guard key.count >= 1, key.count <= 255 else { throw .keyLength(key.count) }
        let header = RecordHeader(kind: RecordKind.pendingTombstone, keyLength: key.count, valueLength: 0)
        let empty = InlineArray<0, UInt8>(repeating: 0)
        try append(header, key, empty.span)
    }

    private mutating func append(
        _ header: RecordHeader, _ key: borrowing Span<UInt8>, _ value: borrowing Span<UInt8>
    ) throws(LogError) {
        let length = header.length(wordLength: log.pointee.medium.wordLength)
        guard length <= end &- log.pointee.position else { throw .transactionTooLong(maximum: Int(end - start)) }
        _ = try log.pointee.append(header, key, value)
    }
}

extension KeyValueLog where Flash: ~Copyable {
    /// What live bytes and keys grow by with the records from `start` on and a value of `length` more. Of each key the
    /// last change counts. Cost: reads the records once for each of them.
    @inline(never)
    fileprivate mutating func growth(
        since start: UInt32, _ key: borrowing Span<UInt8>, _ length: Int
    ) throws(LogError) -> (bytes: Int, keys: Int) {
        var growth = (bytes: length, keys: 1)
        let sequence = sectors.sequence(of: head)
        var walk = Walk(sequence: sequence, end: position, position: start, damage: nil, used: start)
        var other = KeyBuffer()
        try subtract(key, &growth)
        next: while let record = try medium.next(&walk) {
            try medium.readKey(of: record, into: &other)
            if key.count == other.span.count, try medium.matches(key, at: record.keyAddress) { continue }
            var rest = walk
            while let later = try medium.next(&rest) {
                if later.header.keyLength == other.span.count, try medium.matches(other.span, at: later.keyAddress) {
                    continue next
                }
            }
            try subtract(other.span, &growth)
            guard record.header.isValue else { continue }
            growth.bytes += Int(record.header.length(wordLength: medium.wordLength))
            growth.keys += 1
        }
        return growth
    }

    /// The value that the key has now goes.
    private mutating func subtract(
        _ key: borrowing Span<UInt8>, _ growth: inout (bytes: Int, keys: Int)
    ) throws(LogError) {
        guard let old = try lookUp(key) else { return }
        growth.bytes -= Int(old.header.length(wordLength: medium.wordLength))
        growth.keys -= 1
    }

    /// Changes many keys at once: after a power cut at any moment they all have their old values or all have what
    /// the transaction gave them.
    ///
    /// - Parameter room: the bytes that its records take: for each key 8 more than key and value, and up to 7 for
    ///   padding. They go into one sector, so at most as many as one record may have.
    /// - Parameter body: makes the changes, which `get` shows once this has returned; returns whether to commit.
    /// - Throws: `transactionTooLong` if there is not the room, and what `body` throws: nothing is changed
    ///   then. `flash` if the commit could not be written: then all was changed or nothing.
    ///
    /// Cost: the records, 32 bytes for the commit, what moving older records for as many bytes costs, and reading the
    /// records again.
    public mutating func transaction(
        room: Int, _ body: (inout LogTransaction<Flash>) throws(LogError) -> Bool
    ) throws(LogError) {
        let commit = RecordHeader(kind: RecordKind.tombstone, keyLength: 0, valueLength: 8)
        // Twice, so that a flipped bit in one does not take all the transaction back.
        let commitLength = 2 * Int(commit.length(wordLength: medium.wordLength))
        guard room >= 0, room <= maximumRecordLength - commitLength else {
            throw .transactionTooLong(maximum: Swift.max(0, maximumRecordLength - commitLength))
        }
        try pace(room + commitLength)
        try makeRoom(room + commitLength, slack: slack)
        var start: UInt32 = 0
        // SAFETY: `LogTransaction` says why the pointer is not used after this.
        let isWanted = try withUnsafeMutablePointer(to: &self) { log throws(LogError) in
            var changes = LogTransaction(log, room: room)
            start = changes.start
            return try body(&changes)
        }
        guard isWanted, position > start else { return }
        let sequence = sectors.sequence(of: head)
        let extent = start / medium.wordLength | (position / medium.wordLength) &<< 16
        var content = InlineArray<8, UInt8>(repeating: 0)
        for index in 0..<4 {
            content[index] = UInt8(truncatingIfNeeded: extent &>> UInt32(index &* 8))
            content[index &+ 4] = UInt8(truncatingIfNeeded: sequence &>> UInt32(index &* 8))
        }
        let empty = InlineArray<0, UInt8>(repeating: 0)
        let record = FoundRecord(address: position, header: commit, sequence: sequence)
        do throws(LogError) {
            _ = try append(commit, empty.span, content.span)
            _ = try append(commit, empty.span, content.span)
        } catch {
            // A mount would find what stands there now, so the index must not say otherwise.
            if (try? medium.isSound(record)) == true { try applyTransaction(record) }
            throw error
        }
        acknowledgedBytes &+= position &- start
        try applyTransaction(record)
    }

    /// Takes the records into the index that a commit speaks about.
    @inline(never)
    mutating func applyTransaction(_ commit: FoundRecord) throws(LogError) {
        guard var part = try transactionPart(commit) else { return }
        let headSequence = sectors.sequence(of: head)
        while let record = try medium.next(&part) {
            // What the head's footer speaks about has been taken in: done again without a record that is no longer
            // sound, it would give that one's key the value before.
            guard record.sequence != headSequence || record.address >= listedEnd else { continue }
            if record.header.isPending && record.header.hasKey { try apply(record) }
        }
    }

    /// Where the records are that a commit speaks about: from one word address up to another, both in its first
    /// word, in a sector that has the sequence in its second. That they are not simply those before it is for its
    /// copy after a power cut, which others may stand before. `nil` if the sector has been erased since.
    @inline(never)
    mutating func transactionPart(_ commit: FoundRecord) throws(LogError) -> Walk? {
        let extent = try medium.readWord(at: commit.keyAddress)
        let sequence = try medium.readWord(at: commit.keyAddress &+ 4)
        guard commit.header.valueLength == 8, let sector = sectors.sector(withSequence: sequence) else { return nil }
        let all = medium.walk(sector, sequence: sequence, end: medium.end(of: sector))
        let start = (extent & 0xFFFF) &* medium.wordLength
        let end = (extent &>> 16) &* medium.wordLength
        guard start >= all.position, start <= end, end <= all.end else { return nil }
        return Walk(sequence: sequence, end: end, position: start, damage: nil, used: start)
    }
}
