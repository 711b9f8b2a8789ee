// Segments come and go: the oldest one's live records are written again, and its file is used again.

extension HostStore {
    static var minimumSegmentLength: Int { 16 << 10 }
    static var maximumSegmentLength: Int { 16 << 20 }

    /// How long a new segment is: an eighth of what is live, so that few of them keep the files below three times that.
    private func segmentLength(for record: Int) -> Int {
        var length = Self.minimumSegmentLength
        while length < Self.maximumSegmentLength, length * 8 < state.pointee.liveBytes { length *= 2 }
        while length - SegmentHeader.length - Record.length(key: 0, value: 0) < record { length *= 2 }
        return length
    }

    /// What the files may be together before the oldest is collected.
    private var fileByteLimit: Int { max(state.pointee.liveBytes * 5 / 2, 6 * Self.minimumSegmentLength) }

    /// Opens a segment to write a record of `length` bytes to. The caller has the lock.
    func openHead(for length: Int) throws(HostStoreError) {
        if state.pointee.mustRebuildTable { rebuildTable() }
        while let old = state.pointee.retiredTables.first, readers.haveLeft(old.epoch) {
            old.table.deallocate()
            state.pointee.retiredTables.removeFirst()
        }
        if !state.pointee.segments.isEmpty { state.pointee.head.pointee.close() }
        let wanted = segmentLength(for: length)
        let reused = try takeRetired(length: wanted)
        let sequence = state.pointee.nextSequence
        state.pointee.nextSequence += 1
        if let reused {
            reused.pointee.reuse(sequence: sequence)
            state.pointee.add(reused)
            state.pointee.unsynchronized.append(state.pointee.file(of: reused))
            // None of the others may be used again before this header is on the disk.
            state.pointee.written &+= UInt64(SegmentHeader.length)
            for index in state.pointee.retired.indices { state.pointee.retired[index].written = state.pointee.written }
            return
        }
        let file = try MappedFile(creating: "\(state.pointee.directory.path)/\(Self.name(sequence))", length: wanted)
        guard let segment = state.pointee.add(file, sequence: sequence) else {
            throw .tooManyFiles(path: state.pointee.directory.path, maximum: StoreState.maximumSegments)
        }
        segment.pointee.reuse(sequence: sequence)
        if synchronization != .none { try state.pointee.directory.synchronize() }
        state.pointee.unsynchronized.append(file)
        publish(segment)
    }

    /// A file of that length that is no longer needed, if there is one; removes those of other lengths.
    ///
    /// They go in the order in which they were collected. Before each, what was copied out of it has to be on the disk, and the
    /// ones before it have to be gone from there: a file that came back would bring old values, and deleted keys.
    private func takeRetired(length: Int) throws(HostStoreError) -> SegmentPointer? {
        while let entry = state.pointee.retired.first, readers.haveLeft(entry.epoch) {
            if synchronization != .none, state.pointee.durable < entry.written { try synchronizeHoldingLock() }
            state.pointee.retired.removeFirst()
            if entry.segment.pointee.length == length { return entry.segment }
            try state.pointee.file(of: entry.segment).remove()
            if synchronization != .none { try state.pointee.directory.synchronize() }
            state.pointee.forget(entry.segment)
        }
        return nil
    }

    /// The name of a new file: its first sequence, sixteen digits.
    static func name(_ sequence: UInt64) -> String {
        let digits = String(sequence, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits + ".segment"
    }

    private func rebuildTable() {
        let old = state.pointee.rebuildTable()
        table.store(state.pointee.published.pointer, ordering: .releasing)
        state.pointee.retiredTables.append((old, readers.retire()))
    }

    /// Collects as much as a write of `length` bytes has to pay for. The caller has the lock.
    @inline(__always)
    func pace(_ length: Int) throws(HostStoreError) {
        if state.pointee.mustRebuildTable { rebuildTable() }
        guard state.pointee.openBytes > fileByteLimit - state.pointee.head.pointee.length, state.pointee.segments.count > 1 else { return }
        // Three times what is written: the oldest segment is done before the head is full, and two thirds of it may be live.
        state.pointee.debt += 3 * length
        while state.pointee.debt > 0, state.pointee.segments.count > 1 { state.pointee.debt -= try collectStep() }
        if state.pointee.segments.count == 1 { state.pointee.debt = 0 }
    }

    /// Passes a record of the oldest segment, moving it if it is live; answers the bytes passed.
    private func collectStep() throws(HostStoreError) -> Int {
        let oldest = state.pointee.segments[0]
        guard oldest.pointee.liveBytes > 0, oldest.pointee.cursor < oldest.pointee.used else {
            let rest = max(1, oldest.pointee.used - oldest.pointee.cursor)
            state.pointee.retired.append((state.pointee.removeOldest(), readers.retire(), state.pointee.written))
            // That is enough until another segment is opened.
            state.pointee.debt = 0
            return rest
        }
        let offset = oldest.pointee.cursor
        let record = oldest.pointee.record(at: offset)
        let length = record.length
        if record.kind == Record.value {
            let hash = hash(record.key, record.keyLength, seed: seed)
            let location = Location(hash: hash, slot: oldest.pointee.slot, offset: offset)
            if state.pointee.find(location, hash) != nil { try move(record, length, hash) }
        }
        oldest.pointee.cursor = offset + length
        return length
    }

    private func move(_ record: Record, _ length: Int, _ hash: UInt64) throws(HostStoreError) {
        if state.pointee.head.pointee.room < length { try openHead(for: length) }
        let head = state.pointee.head
        let slot = state.pointee.find(record.key, record.keyLength, hash)
        let offset = head.pointee.append(
            Record.value, record.key, record.keyLength, record.valueBytes, record.valueLength)
        state.pointee.take(Record.value, at: offset, in: head, slot: slot, hash: hash, length: length)
        state.pointee.written &+= UInt64(length)
        state.pointee.copiedBytes += length
    }

    // MARK: - Durability

    /// Returns when all that was written before is on the disk.
    public func synchronize() throws(HostStoreError) {
        try lock.withLock { () throws(HostStoreError) in try waitUntilDurable(state.pointee.written) }
    }

    /// Waits until so much is on the disk. The first that has to wait synchronises for all that came until then; those that
    /// come meanwhile wait for the next. The caller has the lock.
    func waitUntilDurable(_ ticket: UInt64) throws(HostStoreError) {
        if synchronization == .each { return try synchronizeHoldingLock() }
        while state.pointee.durable < ticket {
            if state.pointee.isSynchronizing {
                lock.wait()
                continue
            }
            state.pointee.isSynchronizing = true
            let (target, files) = takeUnsynchronized()
            lock.unlock()
            let outcome = synchronize(files)
            lock.lock()
            try finish(outcome, target, files)
        }
    }

    /// The same while nobody else may write.
    private func synchronizeHoldingLock() throws(HostStoreError) {
        while state.pointee.isSynchronizing { lock.wait() }
        let (target, files) = takeUnsynchronized()
        state.pointee.isSynchronizing = true
        try finish(synchronize(files), target, files)
    }

    /// What there is to synchronise; the head is stored to further.
    private func takeUnsynchronized() -> (UInt64, [MappedFile]) {
        let files = state.pointee.unsynchronized
        state.pointee.unsynchronized = [state.pointee.file(of: state.pointee.head)]
        return (state.pointee.written, files)
    }

    private func finish(
        _ outcome: Result<Void, HostStoreError>, _ target: UInt64, _ files: [MappedFile]
    ) throws(HostStoreError) {
        state.pointee.isSynchronizing = false
        defer { lock.wakeAll() }
        switch outcome {
        case .success:
            state.pointee.durable = max(state.pointee.durable, target)
            state.pointee.synchronizations += 1
        case .failure(let error):
            // They have to be tried again.
            state.pointee.unsynchronized += files
            throw error
        }
    }

    private func synchronize(_ files: [MappedFile]) -> Result<Void, HostStoreError> {
        willSynchronize()
        do throws(HostStoreError) {
            for file in files { try file.synchronize() }
            return .success(())
        } catch { return .failure(error) }
    }
}
