// Segments come and go: the oldest one's live records are written again, and its file is used again.

extension HostStore {
    static var minimumSegmentLength: Int { 16 << 10 }
    static var maximumSegmentLength: Int { 16 << 20 }

    /// How long a new segment is: an eighth of what is live, so that few of them keep the files below three times that.
    private func segmentLength(for record: Int) -> Int {
        var length = Self.minimumSegmentLength
        while length < Self.maximumSegmentLength, length * 8 < state.liveBytes { length *= 2 }
        while length - SegmentHeader.length - Record.length(key: 0, value: 0) < record { length *= 2 }
        return length
    }

    /// What the files may be together before the oldest is collected.
    private var fileByteLimit: Int { max(state.liveBytes * 5 / 2, 6 * Self.minimumSegmentLength) }

    /// Opens a segment to write a record of `length` bytes to. The caller has the lock.
    func openHead(for length: Int) throws(HostStoreError) {
        if state.mustRebuildTable { rebuildTable() }
        state.retiredTables.removeAll { readers.haveLeft($0.epoch) }
        state.segments.last?.close()
        let wanted = segmentLength(for: length)
        let reused = try takeRetired(length: wanted)
        let sequence = state.nextSequence
        state.nextSequence += 1
        state.openBytes += wanted
        if let reused {
            reused.reuse(sequence: sequence)
            state.segments.append(reused)
            state.unsynchronized.append(reused)
            // None of the others may be used again before this header is on the disk.
            state.written &+= UInt64(SegmentHeader.length)
            for index in state.retired.indices { state.retired[index].written = state.written }
            return
        }
        let slot = state.takeSlot()
        guard slot < Self.maximumSegments else {
            throw .system(operation: "name more than \(Self.maximumSegments) files", path: state.directory.path, code: 0)
        }
        let path = "\(state.directory.path)/\(Self.name(sequence))"
        let segment = Segment(try MappedFile(creating: path, length: wanted), slot: slot, sequence: sequence)
        segment.reuse(sequence: sequence)
        if synchronization != .none { try state.directory.synchronize() }
        state.fileBytes += wanted
        state.add(segment)
        state.unsynchronized.append(segment)
        publish(segment)
    }

    /// A file of that length that is no longer needed, if there is one; removes those of other lengths.
    ///
    /// They go in the order in which they were collected. Before each, what was copied out of it has to be on the disk, and the
    /// ones before it have to be gone from there: a file that came back would bring old values, and deleted keys.
    private func takeRetired(length: Int) throws(HostStoreError) -> Segment? {
        while let entry = state.retired.first, readers.haveLeft(entry.epoch) {
            if synchronization != .none, state.durable < entry.written { try synchronizeHoldingLock() }
            state.retired.removeFirst()
            if entry.segment.length == length { return entry.segment }
            try entry.segment.file.remove()
            if synchronization != .none { try state.directory.synchronize() }
            state.forget(entry.segment)
            state.fileBytes -= entry.segment.length
        }
        return nil
    }

    /// The name of a new file: its first sequence, sixteen digits.
    static func name(_ sequence: UInt64) -> String {
        let digits = String(sequence, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits + ".segment"
    }

    private func rebuildTable() {
        let old = state.rebuildTable()
        table.store(Self.pointer(state.table), ordering: .releasing)
        state.retiredTables.append((old, readers.retire()))
    }

    /// Collects as much as a write of `length` bytes has to pay for. The caller has the lock.
    @inline(__always)
    func pace(_ length: Int) throws(HostStoreError) {
        if state.mustRebuildTable { rebuildTable() }
        guard state.openBytes > fileByteLimit - state.head.length, state.segments.count > 1 else { return }
        // Three times what is written: the oldest segment is done before the head is full, and two thirds of it may be live.
        state.debt += 3 * length
        while state.debt > 0, state.segments.count > 1 { state.debt -= try collectStep() }
        if state.segments.count == 1 { state.debt = 0 }
    }

    /// Passes a record of the oldest segment, moving it if it is live; answers the bytes passed.
    private func collectStep() throws(HostStoreError) -> Int {
        let oldest = state.segments[0]
        guard oldest.liveBytes > 0, oldest.cursor < oldest.used else {
            let rest = max(1, oldest.used - oldest.cursor)
            state.segments.removeFirst()
            state.openBytes -= oldest.length
            state.retired.append((oldest, readers.retire(), state.written))
            // That is enough until another segment is opened.
            state.debt = 0
            return rest
        }
        let offset = oldest.cursor
        let record = oldest.record(at: offset)
        let length = record.length
        if record.kind == Record.value {
            let hash = hash(record.key, record.keyLength, seed: seed)
            let location = Location(hash: hash, slot: oldest.slot, offset: offset)
            if let slot = find(location, hash) { try move(record, length, slot, hash) }
        }
        oldest.cursor = offset + length
        return length
    }

    /// The slot that has a location; nil if the record is no longer its key's.
    @inline(__always)
    private func find(_ location: Location, _ hash: UInt64) -> Int? {
        var index = state.table.home(of: hash)
        while true {
            let found = state.table.load(index)
            if found == location { return index }
            if found == .empty { return nil }
            index = state.table.index(after: index)
        }
    }

    private func move(_ record: Record, _ length: Int, _ slot: Int, _ hash: UInt64) throws(HostStoreError) {
        if state.head.room < length { try openHead(for: length) }
        // The table may be a new one.
        let place = state.find(record.key, record.keyLength, hash)
        let head = state.head
        let offset = head.append(Record.value, record.key, record.keyLength, record.valueBytes, record.valueLength)
        state.take(Record.value, at: offset, in: head, slot: place, hash: hash, length: length)
        state.written &+= UInt64(length)
        state.copiedBytes += length
    }

    // MARK: - Durability

    /// Returns when all that was written before is on the disk.
    public func synchronize() throws(HostStoreError) {
        try lock.withLock { () throws(HostStoreError) in try waitUntilDurable(state.written) }
    }

    /// Waits until so much is on the disk. The first that has to wait synchronises for all that came until then; those that
    /// come meanwhile wait for the next. The caller has the lock.
    func waitUntilDurable(_ ticket: UInt64) throws(HostStoreError) {
        if synchronization == .each { return try synchronizeHoldingLock() }
        while state.durable < ticket {
            if state.isSynchronizing {
                lock.wait()
                continue
            }
            state.isSynchronizing = true
            let (target, segments) = takeUnsynchronized()
            lock.unlock()
            let outcome = Self.synchronize(segments)
            lock.lock()
            try finish(outcome, target, segments)
        }
    }

    /// The same while nobody else may write.
    private func synchronizeHoldingLock() throws(HostStoreError) {
        while state.isSynchronizing { lock.wait() }
        let (target, segments) = takeUnsynchronized()
        state.isSynchronizing = true
        try finish(Self.synchronize(segments), target, segments)
    }

    /// What there is to synchronise; the head is stored to further.
    private func takeUnsynchronized() -> (UInt64, [Segment]) {
        let segments = state.unsynchronized
        state.unsynchronized = [state.head]
        return (state.written, segments)
    }

    private func finish(
        _ outcome: Result<Void, HostStoreError>, _ target: UInt64, _ segments: [Segment]
    ) throws(HostStoreError) {
        state.isSynchronizing = false
        defer { lock.wakeAll() }
        switch outcome {
        case .success:
            state.durable = max(state.durable, target)
            state.synchronizations += 1
        case .failure(let error):
            // They have to be tried again.
            state.unsynchronized += segments
            throw error
        }
    }

    private static func synchronize(_ segments: [Segment]) -> Result<Void, HostStoreError> {
        do throws(HostStoreError) {
            for segment in segments { try segment.file.synchronize() }
            return .success(())
        } catch { return .failure(error) }
    }
}
