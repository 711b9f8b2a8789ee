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
        public var keys = 0
        /// Of the newest records.
        public var liveBytes = 0
        /// Of the files.
        public var fileBytes = 0
        public var copiedBytes = 0
        public var synchronizations = 0
    }

    /// What opening it found.
    public struct Report: Equatable, Sendable {
        public var segments = 0
        public var records = 0
        /// Places where no sound record was and one should have been.
        public var damagedRecords = 0
    }

    // SAFETY of `@unchecked`: `state` is behind `lock`; what readers look at is atomic. The pointer's memory is this object's:
    // behind it the compiler has no accesses to check for each put.
    let lock = ThreadLock()
    let state: UnsafeMutablePointer<StoreState>
    let readers = Readers()
    let synchronization: Synchronization
    let seed: UInt64
    /// The table that readers look at. The state has it, and those before it that may still be read.
    let table: Atomic<UnsafeMutablePointer<StoreTable>>
    /// Where each segment's memory is, by its slot.
    let bases: UnsafeMutablePointer<Atomic<UInt>>
    public let report: Report
    /// Called before each synchronisation: where tests cut the power. Set before there are other threads.
    var willSynchronize: () -> Void = {}

    public static var maximumValueLength: Int { 1 << 30 }

    /// Opens the store in a directory, which is made if there is none.
    public init(directory path: String, synchronization: Synchronization = .group) throws(HostStoreError) {
        self.synchronization = synchronization
        var random = SystemRandomNumberGenerator()
        seed = random.next()
        var recovery = try Recovery(StoreDirectory(path), seed: seed)
        try recovery.run()
        report = recovery.report
        table = Atomic(recovery.state.published.pointer)
        state = .allocate(capacity: 1)
        state.initialize(to: recovery.state)
        bases = .allocate(capacity: StoreState.maximumSegments)
        for slot in 0..<StoreState.maximumSegments { (bases + slot).initialize(to: Atomic(0)) }
        for segment in state.pointee.segments { publish(segment) }
        try lock.withLock { () throws(HostStoreError) in try openHead(for: 0) }
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
        bases.deallocate()
    }

    func publish(_ segment: SegmentPointer) {
        bases[segment.pointee.slot].store(UInt(bitPattern: segment.pointee.bytes), ordering: .releasing)
    }

    // MARK: - Writing

    /// Gives a key a value.
    public func put(_ key: Span<UInt8>, _ value: Span<UInt8>) throws(HostStoreError) {
        guard value.count <= Self.maximumValueLength else {
            throw .valueTooLong(value.count, maximum: Self.maximumValueLength)
        }
        try write(Record.value, key, value)
    }

    /// Takes a key's value away; false if it has none.
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
            if state.pointee.head.pointee.room < length { try openHead(for: length) }
            if kind == Record.deletion, !state.pointee.hasEntry(keyBytes, key.count, hash) {
                lock.unlock()
                return false
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

    // MARK: - Reading

    /// What a thread reads with. It is that thread's alone.
    public func makeReader() -> Reader { Reader(self) }

    public final class Reader {
        private let store: HostStore
        private let state: ReaderState

        init(_ store: HostStore) {
            self.store = store
            state = store.readers.add()
        }

        deinit { store.readers.remove(state) }

        /// Lends the value of a key, where it is; nil if it has none. Nothing waits meanwhile, but files that were collected
        /// are not used again.
        @inline(__always)
        public func withValue<Result>(
            of key: Span<UInt8>, _ body: (Span<UInt8>) throws(HostStoreError) -> Result
        ) throws(HostStoreError) -> Result? {
            guard key.count > 0 else { throw .keyLength(0) }
            store.readers.begin(state)
            defer { store.readers.end(state) }
            // SAFETY: the key is borrowed; the table and the record are retired, if they are, in this epoch or later, and not
            // used again before `end`.
            let bytes = key.withUnsafeBytes { $0.baseAddress! }
            guard let record = try store.find(bytes, key.count) else { return nil }
            return try body(Span(_unsafeStart: record.valueBytes.assumingMemoryBound(to: UInt8.self), count: record.valueLength))
        }

        /// Copies the value of a key to the start of `target`; answers its length, or nil if it has none. What does not fit
        /// is left out.
        public func get(_ key: Span<UInt8>, into target: inout MutableSpan<UInt8>) throws(HostStoreError) -> Int? {
            let (start, room) = target.withUnsafeMutableBytes { ($0.baseAddress, $0.count) }
            return try withValue(of: key) { value in
                value.withUnsafeBytes { value in
                    // SAFETY: as many bytes as there are, and as there is room for.
                    if let source = value.baseAddress, let start { start.copyMemory(from: source, byteCount: min(room, value.count)) }
                }
                return value.count
            }
        }
    }

    /// The newest record of a key, checked. Precondition: the reader has begun.
    @inline(__always)
    fileprivate func find(_ key: UnsafeRawPointer, _ count: Int) throws(HostStoreError) -> Record? {
        let hash = hash(key, count, seed: seed)
        // SAFETY: the table lives: it was not retired before the reader began.
        let table = table.load(ordering: .acquiring).pointee
        var index = table.home(of: hash)
        while true {
            let location = table.load(index)
            if location == .empty { return nil }
            if location.isEntry, location.matches(hash) {
                // SAFETY: a location leads to a record whose segment was published before it.
                let base = UnsafeMutableRawPointer(bitPattern: bases[location.slot].load(ordering: .acquiring))
                let record = Record(start: base.unsafelyUnwrapped + location.offset)
                if record.hasKey(key, count) {
                    guard isSound(record, base.unsafelyUnwrapped, location.offset) else { throw damage(at: location) }
                    return record
                }
            }
            index = table.index(after: index)
        }
    }

    /// The sequence that a checksum begins with is in the segment's header.
    @inline(__always)
    private func isSound(_ record: Record, _ base: UnsafeMutableRawPointer, _ offset: Int) -> Bool {
        record.isSound(sequence: base.load(fromByteOffset: 16, as: UInt64.self), offset: offset)
    }

    private func damage(at location: Location) -> HostStoreError {
        lock.withLock { .damagedRecord(path: state.pointee.path(ofSlot: location.slot), offset: location.offset) }
    }

    /// The keys that there are, in no order. One thread at a time; writers wait.
    public func forEachKey(_ body: (Span<UInt8>, Int) -> Void) {
        lock.withLock {
            for index in 0..<state.pointee.table.count {
                let location = state.pointee.table.load(index)
                guard location.isEntry else { continue }
                let record = state.pointee.record(at: location)
                // SAFETY: nothing is collected while the lock is held.
                body(Span(_unsafeStart: record.key.assumingMemoryBound(to: UInt8.self), count: record.keyLength), record.valueLength)
            }
        }
    }

    public var statistics: Statistics {
        lock.withLock {
            Statistics(
                keys: state.pointee.keys, liveBytes: state.pointee.liveBytes, fileBytes: state.pointee.fileBytes,
                copiedBytes: state.pointee.copiedBytes, synchronizations: state.pointee.synchronizations)
        }
    }
}
