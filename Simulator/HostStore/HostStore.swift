// Keys and values in files of the host: the flash log's idea with a disk's rules. README.md says what it promises.
import Synchronization

/// A store of keys and values in a directory. Threads may read it, each with a `Reader`, while others write.
///
/// Cost: some 140 ns a put and 60 a get of 100 bytes where memory is near; 16 bytes a key beside the files, which are as long
/// as three times what is in them. Context: any thread.
public final class HostStore: @unchecked Sendable {
    /// When a put is on the disk.
    public enum Synchronization: String, Sendable {
        /// Whenever the system likes: a process that dies loses nothing, a power cut what came last.
        case none
        /// When it returns. Threads that put at the same time share a synchronisation.
        case group
        /// When it returns, each with a synchronisation of its own.
        case each
    }

    /// What is in the store.
    public struct Statistics: Equatable, Sendable {
        /// Keys that have a value.
        public var keys = 0
        /// Of the newest records.
        public var liveBytes = 0
        /// Of the files.
        public var fileBytes = 0
        /// Bytes that collection has written again since the store was opened.
        public var copiedBytes = 0
        /// Calls of `fdatasync` and the like since the store was opened.
        public var synchronizations = 0
        /// Records that were found damaged since the store was opened.
        public var damagedRecords = 0
    }

    /// What opening it found.
    public struct Report: Equatable, Sendable {
        /// Files.
        public var segments = 0
        /// Sound records, those that newer ones replaced included.
        public var records = 0
        /// Places where no sound record was and one should have been.
        public var damagedRecords = 0
        /// Files that are cut off, or have nothing but zeros. They stay where they are until the store is repaired.
        public var damagedFiles: [String] = []
        /// Files that are gone, between others that are there.
        public var missingSegments = 0

        /// Whether nothing was damaged. If it was, keys may have older values or none.
        public var isSound: Bool { damagedRecords == 0 && damagedFiles.isEmpty && missingSegments == 0 }
    }

    // SAFETY of `@unchecked`: `lock` guards `state`; what readers look at is atomic. The pointer's memory is this object's:
    // in there the compiler has no accesses to check for each put.
    let lock = ThreadLock()
    let state: UnsafeMutablePointer<StoreState>
    let readers = Readers()
    let synchronization: Synchronization
    let seed: UInt64
    /// The table that readers look at. The state has it, and those before it that may still be read.
    let table: Atomic<UnsafeMutablePointer<StoreTable>>
    /// Where each segment's memory is, by its slot, and how much.
    let bases: UnsafeMutablePointer<Atomic<UInt>>
    private let lengths: UnsafeMutablePointer<Int>
    /// What opening it found.
    public let report: Report
    private let segmentsWithDamage: [String]
    typealias MakeFile = (_ path: String, _ length: Int) throws(HostStoreError) -> MappedFile
    let makeFile: MakeFile
    /// Called before each synchronisation: where tests cut the power. Set before there are other threads.
    var willSynchronize: () -> Void = {}

    /// Bytes: 1 GiB.
    public static var maximumValueLength: Int { 1 << 30 }

    /// Opens the store in a directory, which is made if there is none. On a full disk it opens, too.
    /// - Throws: `inUse`, `foreign`, `newerVersion` or `tooManyFiles`; `system` for what the system refused. Damage is not
    ///   thrown: `report` says of it.
    public convenience init(directory path: String, synchronization: Synchronization = .group) throws(HostStoreError) {
        try self.init(directory: path, synchronization: synchronization) { path, length throws(HostStoreError) in
            try MappedFile(creating: path, length: length)
        }
    }

    /// `makeFile` makes files of a length: where tests fill the disk.
    init(
        directory path: String, synchronization: Synchronization, isRepair: Bool = false, makeFile: @escaping MakeFile
    ) throws(HostStoreError) {
        self.synchronization = synchronization
        self.makeFile = makeFile
        var random = SystemRandomNumberGenerator()
        seed = random.next()
        var recovery = try Recovery(StoreDirectory(path), seed: seed, isRepair: isRepair)
        try recovery.run()
        report = recovery.report
        segmentsWithDamage = recovery.segmentsWithDamage
        table = Atomic(recovery.state.published.pointer)
        state = .allocate(capacity: 1)
        state.initialize(to: recovery.state)
        bases = .allocate(capacity: StoreState.maximumSegments)
        lengths = .allocate(capacity: StoreState.maximumSegments)
        lengths.initialize(repeating: 0, count: StoreState.maximumSegments)
        for slot in 0..<StoreState.maximumSegments { (bases + slot).initialize(to: Atomic(0)) }
        for segment in state.pointee.segments { publish(segment) }
        lock.withLock { keepReserves() }
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
        bases.deallocate()
        lengths.deallocate()
    }

    func publish(_ segment: SegmentPointer) {
        lengths[segment.pointee.slot] = segment.pointee.length
        bases[segment.pointee.slot].store(UInt(bitPattern: segment.pointee.bytes), ordering: .releasing)
    }

    /// Repairs the store in a directory: what is sound is written into new files, and files with damage are kept beside them
    /// under names that end in `.damaged`.
    ///
    /// Cost: writes everything that is live again.
    ///
    /// - Returns: what opening it found before.
    /// - Throws: what opening it throws, and `system` if the new files could not be written. The old ones are there then.
    public static func repair(directory path: String) throws(HostStoreError) -> Report {
        let store = try HostStore(directory: path, synchronization: .group, isRepair: true) {
            path, length throws(HostStoreError) in
            try MappedFile(creating: path, length: length)
        }
        if !store.report.isSound {
            try store.lock.withLock { () throws(HostStoreError) in try store.rewrite(settingAside: store.segmentsWithDamage) }
        }
        return store.report
    }

    // MARK: - Writing

    /// Gives a key a value.
    /// - Throws: `keyLength` or `valueTooLong`, and nothing was done; `system` or `tooManyFiles` if the record finds no room,
    ///   and the key has the value it had; `system` also when the record is in place and a collection or the synchronisation
    ///   failed.
    public func put(_ key: Span<UInt8>, _ value: Span<UInt8>) throws(HostStoreError) {
        guard value.count <= Self.maximumValueLength else {
            throw .valueTooLong(value.count, maximum: Self.maximumValueLength)
        }
        try write(Record.value, key, value)
    }

    /// Takes a key's value away; false if it has none.
    /// - Throws: `keyLength`, and nothing was done; `system` or `tooManyFiles` as `put` does.
    @discardableResult
    public func delete(_ key: Span<UInt8>) throws(HostStoreError) -> Bool {
        try write(Record.deletion, key, Span())
    }

    @discardableResult
    private func write(_ kind: UInt8, _ key: Span<UInt8>, _ value: Span<UInt8>) throws(HostStoreError) -> Bool {
        guard key.count >= 1, key.count <= 0xFFFF else { throw .keyLength(key.count) }
        // SAFETY: both are borrowed until this returns; an empty value is not looked at.
        let (keyBytes, valueBytes) = (key.withUnsafeBytes { $0.baseAddress! }, value.withUnsafeBytes { $0.baseAddress })
        let hash = hash(keyBytes, key.count, seed: seed)
        lock.lock()
        let ticket: UInt64
        do throws(HostStoreError) {
            let length = Record.length(key: key.count, value: value.count)
            if kind == Record.deletion, state.pointee.entry(keyBytes, key.count, hash) == nil {
                lock.unlock()
                return false
            }
            if state.pointee.head.pointee.room < length {
                try openHead(for: length, replaces: kind == Record.deletion || replaces(keyBytes, key.count, hash, length))
            }
            // The index comes from memory while the record is written.
            let home = state.pointee.table.homeEntry(of: hash)
            let head = state.pointee.head
            let offset = head.pointee.append(kind, keyBytes, key.count, valueBytes, value.count)
            let slot = state.pointee.find(keyBytes, key.count, hash, home: home)
            state.pointee.take(kind, at: offset, in: head, slot: slot, hash: hash, length: length)
            state.pointee.written &+= UInt64(length)
            ticket = state.pointee.written
            try pace(length)
        } catch {
            lock.unlock()
            throw error
        }
        if synchronization == .none {
            lock.unlock()
        } else {
            defer { lock.unlock() }
            try waitUntilDurable(ticket)
        }
        return true
    }

    /// Whether a record of that length takes the place of one that is not shorter.
    private func replaces(_ key: UnsafeRawPointer, _ count: Int, _ hash: UInt64, _ length: Int) -> Bool {
        state.pointee.entry(key, count, hash).map { state.pointee.record(at: $0).length >= length } ?? false
    }

    // MARK: - Reading

    /// What a thread reads with. It is that thread's alone.
    public func makeReader() -> Reader { Reader(self) }

    /// What one thread reads with. It keeps the store alive.
    public final class Reader {
        private let store: HostStore
        private let state: ReaderState
        /// Calls of `withValue` within others.
        private var depth = 0

        init(_ store: HostStore) {
            self.store = store
            state = store.readers.add()
        }

        deinit { store.readers.remove(state) }

        /// Lends the value of a key, where it is; nil if it has none. Nothing waits meanwhile, but files that were collected
        /// are not used again.
        /// - Throws: `keyLength` for an empty key, `damagedRecord` if what is stored has a wrong checksum, and what `body`
        ///   throws.
        @inline(__always)
        public func withValue<Result>(
            of key: Span<UInt8>, _ body: (Span<UInt8>) throws(HostStoreError) -> Result
        ) throws(HostStoreError) -> Result? {
            guard key.count > 0 else { throw .keyLength(0) }
            if depth == 0 { store.readers.begin(state) }
            depth &+= 1
            defer {
                depth &-= 1
                if depth == 0 { store.readers.end(state) }
            }
            // SAFETY: the key is borrowed; the table and the record are retired, if they are, in this epoch or later, and not
            // used again before `end`.
            let bytes = key.withUnsafeBytes { $0.baseAddress! }
            guard let record = try store.find(bytes, key.count) else { return nil }
            return try body(
                Span(_unsafeStart: record.valueBytes.assumingMemoryBound(to: UInt8.self), count: record.valueLength))
        }

        /// Copies the value of a key to the start of `target`; answers its length, or nil if it has none. What does not fit
        /// is left out.
        /// - Throws: `keyLength` for an empty key, `damagedRecord` if what is stored has a wrong checksum.
        public func get(_ key: Span<UInt8>, into target: inout MutableSpan<UInt8>) throws(HostStoreError) -> Int? {
            let (start, room) = target.withUnsafeMutableBytes { ($0.baseAddress, $0.count) }
            return try withValue(of: key) { value in
                value.withUnsafeBytes { value in
                    // SAFETY: as many bytes as there are, and as there is room for.
                    if let source = value.baseAddress, let start {
                        start.copyMemory(from: source, byteCount: min(room, value.count))
                    }
                }
                return value.count
            }
        }
    }

    /// The newest record of a key, checked. Precondition: the reader has begun.
    @inline(__always)
    fileprivate func find(_ key: UnsafeRawPointer, _ count: Int) throws(HostStoreError) -> Record? {
        let hash = hash(key, count, seed: seed)
        // SAFETY: the table lives, and so does the one before it: neither was retired before the reader began.
        let pointer = table.load(ordering: .acquiring)
        let table = pointer.pointee
        if table.previous != nil, let record = try findInPrevious(key, count, hash, of: pointer) { return record }
        return try find(key, count, hash, in: table)
    }

    @inline(never)
    private func findInPrevious(
        _ key: UnsafeRawPointer, _ count: Int, _ hash: UInt64, of table: UnsafeMutablePointer<StoreTable>
    ) throws(HostStoreError) -> Record? {
        guard let previous = table.pointee.previous else { return nil }
        return try find(key, count, hash, in: previous.pointee)
    }

    @inline(__always)
    private func find(
        _ key: UnsafeRawPointer, _ count: Int, _ hash: UInt64, in table: StoreTable
    ) throws(HostStoreError) -> Record? {
        var index = table.home(of: hash)
        while true {
            let location = table.load(index)
            if location == .empty { return nil }
            if location.isEntry, location.matches(hash) {
                let record = record(at: location)
                if record.keyLength == count, isWhole(record, location), equal(record.key, key, count) {
                    guard hasRightChecksum(record, location) else { throw damage(at: location) }
                    return record
                }
                try checkOther(record, location)
            }
            index = table.index(after: index)
        }
    }

    /// Another key's record with the same bits of the hash, or one whose key or length is damaged.
    @inline(never)
    private func checkOther(_ record: Record, _ location: Location) throws(HostStoreError) {
        guard isWhole(record, location), hasRightChecksum(record, location) else { throw damage(at: location) }
    }

    @inline(__always)
    private func record(at location: Location) -> Record {
        // SAFETY: a location leads to a record whose segment was published before it.
        let base = UnsafeMutableRawPointer(bitPattern: bases[location.slot].load(ordering: .acquiring))
        return Record(start: base.unsafelyUnwrapped + location.offset)
    }

    /// Whether the segment holds all that the record says.
    @inline(__always)
    private func isWhole(_ record: Record, _ location: Location) -> Bool {
        location.offset &+ record.length <= lengths[location.slot]
    }

    /// The sequence that a checksum begins with is in the segment's header. Precondition: the record is whole.
    @inline(__always)
    private func hasRightChecksum(_ record: Record, _ location: Location) -> Bool {
        let base = UnsafeRawPointer(record.start - location.offset)
        return record.isSound(sequence: base.load(fromByteOffset: 16, as: UInt64.self), offset: location.offset)
    }

    private func damage(at location: Location) -> HostStoreError {
        lock.withLock { .damagedRecord(path: state.pointee.path(ofSlot: location.slot), offset: location.offset) }
    }

    /// The keys that there are, in no order, and the lengths of their values. A key that is written meanwhile may be met or
    /// not, or twice. `body` may use the store. A damaged record is left out.
    ///
    /// - Throws: when all others were met, `damagedRecord` for the first that was left out.
    public func forEachKey(_ body: (Span<UInt8>, Int) -> Void) throws(HostStoreError) {
        let reading = readers.add()
        lock.withLock { state.pointee.iterations += 1 }
        readers.begin(reading)
        defer {
            readers.end(reading)
            readers.remove(reading)
            lock.withLock { state.pointee.iterations -= 1 }
        }
        // SAFETY: as in `find`: nothing that can be found from here on is used again before `end`.
        let table = table.load(ordering: .acquiring).pointee
        var damaged: Location?
        for part in [table.previous?.pointee, table] {
            guard let part else { continue }
            for index in 0..<part.count {
                let location = part.load(index)
                guard location.isEntry else { continue }
                let record = record(at: location)
                guard isWhole(record, location), hasRightChecksum(record, location) else {
                    damaged = damaged ?? location
                    continue
                }
                // SAFETY: the record is whole, so `keyLength` bytes are at its key, and they stay until `end`, as said above.
                body(
                    Span(_unsafeStart: record.key.assumingMemoryBound(to: UInt8.self), count: record.keyLength),
                    record.valueLength)
            }
        }
        if let damaged { throw damage(at: damaged) }
    }

    /// Counts as of now. Takes the lock that writers take.
    public var statistics: Statistics {
        lock.withLock {
            Statistics(
                keys: state.pointee.keys, liveBytes: state.pointee.liveBytes, fileBytes: state.pointee.fileBytes,
                copiedBytes: state.pointee.copiedBytes, synchronizations: state.pointee.synchronizations,
                damagedRecords: state.pointee.damagedRecords)
        }
    }
}
