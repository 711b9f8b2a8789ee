// Segments come and go: the oldest one's live records are written again, and its file is used again.

extension HostStore {
    static var minimumSegmentLength: Int { 16 << 10 }
    static var maximumSegmentLength: Int { 16 << 20 }

    /// How long a new segment is: an eighth of what is live, so that few of them keep the files below three times that; a
    /// longer record has a segment of its own.
    private func segmentLength(for record: Int) -> Int {
        var length = Self.minimumSegmentLength
        while length < Self.maximumSegmentLength, length * 8 < state.pointee.liveBytes { length *= 2 }
        let needed = SegmentHeader.length + record + Record.length(key: 0, value: 0)
        return max(length, (needed + 4095) & ~4095)
    }

    /// What the files may be together before the oldest is collected.
    private var fileByteLimit: Int { max(state.pointee.liveBytes * 5 / 2, 6 * Self.minimumSegmentLength) }

    // MARK: - The head

    /// Opens a segment to write a record of `length` bytes to. On a full disk the oldest segments are collected until the head
    /// has room: for a record that `replaces` another and for a deletion always, for others if that may be worth it. The
    /// caller has the lock.
    ///
    /// Two files are kept for a full disk. Collection may have both. What replaces a record may have one, so that
    /// there is garbage to collect; as much as the longest segment stays for collection, which so never comes to a stop: what
    /// is copied out of a segment fits into it, and the one that it came from takes its place. (A segment of one very long
    /// value is not counted: it is collected when there is room again.)
    func openHead(for length: Int, replaces: Bool) throws(HostStoreError) {
        let longest = state.pointee.segments.reduce(0) { max($0, min($1.pointee.length, Self.maximumSegmentLength)) }
        let leaving = replaces ? longest : 2 * longest
        do throws(HostStoreError) { try openHead(for: length, leaving: leaving) } catch {
            guard error.isFullDisk else { throw error }
            let garbage = state.pointee.openBytes - state.pointee.liveBytes
            guard replaces || garbage > state.pointee.openBytes / 8 else { throw error }
            for _ in 0..<2 * state.pointee.segments.count where state.pointee.segments.count > 1 {
                try collectOldest()
                if state.pointee.head.pointee.room >= length, bytesForAFullDisk >= longest { return }
            }
            try openHead(for: length, leaving: leaving)
        }
    }

    /// The same, if so many bytes of files for a full disk are left.
    private func openHead(for length: Int, leaving: Int) throws(HostStoreError) {
        while let old = state.pointee.retiredTables.first, readers.haveLeft(old.epoch) {
            old.table.deallocate(withSlots: old.withSlots)
            state.pointee.retiredTables.removeFirst()
        }
        let wanted = segmentLength(for: length)
        let sequence = state.pointee.nextSequence
        let least = SegmentHeader.length + length + Record.length(key: 0, value: 0)
        if let reused = try takeRetired(length: wanted, atLeast: least, leaving: leaving) {
            state.pointee.head.pointee.close()
            state.pointee.nextSequence += 1
            reused.pointee.reuse(sequence: sequence)
            state.pointee.add(reused)
            state.pointee.unsynchronized.append(state.pointee.file(of: reused))
            // None of the others may be used again before this header is on the disk.
            state.pointee.written &+= UInt64(SegmentHeader.length)
            for index in state.pointee.retired.indices { state.pointee.retired[index].written = state.pointee.written }
            return
        }
        let file = try makeSegment(Self.name(sequence), wanted, atLeast: least, leaving: leaving)
        let old = state.pointee.head
        guard let segment = state.pointee.add(file, sequence: sequence) else {
            throw .tooManyFiles(path: state.pointee.directory.path, maximum: StoreState.maximumSegments)
        }
        old.pointee.close()
        state.pointee.nextSequence += 1
        segment.pointee.reuse(sequence: sequence)
        if synchronization != .none { try state.pointee.directory.synchronize() }
        state.pointee.unsynchronized.append(file)
        publish(segment)
        keepReserves()
    }

    private func makeSegment(
        _ name: String, _ length: Int, atLeast least: Int, leaving: Int
    ) throws(HostStoreError) -> MappedFile {
        let path = "\(state.pointee.directory.path)/\(name)"
        do throws(HostStoreError) { return try makeFile(path, length) } catch {
            guard error.isFullDisk, let reserve = state.pointee.reserves.last, reserve.length >= least,
                bytesForAFullDisk - reserve.length >= leaving
            else { throw error }
            state.pointee.reserves.removeLast()
            try reserve.rename(to: path)
            return reserve
        }
    }

    private var bytesForAFullDisk: Int {
        state.pointee.reserves.reduce(0) { $0 + $1.length } + state.pointee.retired.reduce(0) { $0 + $1.segment.pointee.length }
    }

    /// Sees to it that there are two files for when the disk is full, each as long as a segment. If the disk is full now, there
    /// are fewer until there is room again.
    func keepReserves() {
        let length = segmentLength(for: 0)
        for name in StoreDirectory.reserveNames {
            let path = "\(state.pointee.directory.path)/\(name)"
            let place = state.pointee.reserves.firstIndex { $0.path == path }
            if let place, (length...4 * length).contains(state.pointee.reserves[place].length) { continue }
            do throws(HostStoreError) {
                let file = try makeFile(path + ".new", length)
                // In place of one that is too short or too long.
                try file.rename(to: path)
                if let place { state.pointee.reserves[place] = file } else { state.pointee.reserves.append(file) }
            } catch { return }
        }
    }

    /// A file of that length that is no longer needed, if there is one; removes those of other lengths. Where reserves are
    /// missing, since the disk is full, these are them: any that is long enough is taken, none removed, and `leaving` bytes
    /// stay.
    ///
    /// They go in the order in which they were collected. Before each, what was copied out of it has to be on the disk, and the
    /// ones before it have to be gone from there: a file that came back would bring old values, and deleted keys.
    private func takeRetired(length: Int?, atLeast least: Int, leaving: Int) throws(HostStoreError) -> SegmentPointer? {
        let isReserve = state.pointee.reserves.count < 2
        while let entry = state.pointee.retired.first, readers.haveLeft(entry.epoch) {
            let found = entry.segment.pointee.length
            if isReserve, found < least || bytesForAFullDisk - found < leaving { return nil }
            if synchronization != .none, state.pointee.durable < entry.written { try synchronizeHoldingLock() }
            state.pointee.retired.removeFirst()
            if found == length || isReserve { return entry.segment }
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

    // MARK: - Growth

    /// A step of the index's growth: each write moves a few entries, so that none waits for all of them.
    @inline(__always)
    private func growIndex() {
        if state.pointee.mustGrow {
            state.pointee.beginGrowth()
            table.store(state.pointee.published.pointer, ordering: .releasing)
        }
        guard state.pointee.table.previous != nil, state.pointee.grow() else { return }
        let old = state.pointee.endGrowth()
        table.store(state.pointee.published.pointer, ordering: .releasing)
        let epoch = readers.retire()
        state.pointee.retiredTables.append((old.with, withSlots: false, epoch))
        state.pointee.retiredTables.append((old.before, withSlots: true, epoch))
    }

    // MARK: - Collection

    /// Collects as much as a write of `length` bytes has to pay for, which has been written already: on a full disk it is done
    /// later. The caller has the lock.
    @inline(__always)
    func pace(_ length: Int) throws(HostStoreError) {
        growIndex()
        guard state.pointee.openBytes > fileByteLimit - state.pointee.head.pointee.length, state.pointee.segments.count > 1
        else { return }
        do throws(HostStoreError) { try collect(length) } catch {
            guard error.isFullDisk else { throw error }
            state.pointee.debt = 0
        }
    }

    private func collect(_ length: Int) throws(HostStoreError) {
        // Three times what is written: the oldest segment is done before the head is full, and two thirds of it may be live.
        state.pointee.debt += 3 * length
        // What is left of a value that was very long goes sooner.
        if state.pointee.openBytes > 2 * fileByteLimit { state.pointee.debt = max(state.pointee.debt, 1 << 16) }
        while state.pointee.debt > 0, state.pointee.segments.count > 1 { state.pointee.debt -= try collectStep() }
        if state.pointee.segments.count == 1 { state.pointee.debt = 0 }
        if state.pointee.fileBytes - state.pointee.openBytes > fileByteLimit {
            _ = try takeRetired(length: nil, atLeast: .max, leaving: 0)
        }
    }

    /// Collects all that is left of the oldest segment. Precondition: it is not the head.
    func collectOldest() throws(HostStoreError) {
        let oldest = state.pointee.segments[0]
        while state.pointee.segments[0] == oldest { _ = try collectStep() }
    }

    /// Passes a record of the oldest segment, moving it if it is live; answers the bytes passed.
    private func collectStep() throws(HostStoreError) -> Int {
        let oldest = state.pointee.segments[0]
        let offset = oldest.pointee.cursor
        guard oldest.pointee.liveRecords > 0 else {
            state.pointee.retired.append((state.pointee.removeOldest(), readers.retire(), state.pointee.written))
            // That is enough until another segment is opened.
            state.pointee.debt = 0
            return max(1, oldest.pointee.used - offset)
        }
        let record = oldest.pointee.record(at: offset)
        let isPlausible = offset < oldest.pointee.used && oldest.pointee.holds(record, at: offset) && record.keyLength > 0
        if oldest.pointee.isSuspect {
            return try passChecked(oldest, isPlausible ? record : nil)
        }
        guard isPlausible else {
            // A length was damaged. From the start again, and each record is checked.
            oldest.pointee.isSuspect = true
            oldest.pointee.cursor = SegmentHeader.length
            return 1
        }
        let length = record.length
        if record.kind == Record.value {
            let hash = hash(record.key, record.keyLength, seed: seed)
            if state.pointee.contains(Location(hash: hash, slot: oldest.pointee.slot, offset: offset), hash) {
                try move(record, hash, isSound: record.isSound(sequence: oldest.pointee.sequence, offset: offset))
            }
        }
        oldest.pointee.cursor = offset + length
        return length
    }

    /// The same where records are damaged: from one sound record to the next. A live one whose key is whole is still refused
    /// after it has been moved; the others are counted and go.
    private func passChecked(_ oldest: SegmentPointer, _ record: Record?) throws(HostStoreError) -> Int {
        let offset = oldest.pointee.cursor
        guard offset < oldest.pointee.used else {
            state.pointee.dropEntries(ofSlot: oldest.pointee.slot)
            return 1
        }
        let sound = oldest.pointee.soundRecord(at: offset)
        if let record = sound ?? record {
            let hash = hash(record.key, record.keyLength, seed: seed)
            if state.pointee.contains(Location(hash: hash, slot: oldest.pointee.slot, offset: offset), hash) {
                try move(record, hash, isSound: sound != nil)
            }
        }
        let next = sound.map { offset + $0.length } ?? oldest.pointee.nextSound(after: offset, end: oldest.pointee.used)
        oldest.pointee.cursor = next ?? oldest.pointee.used
        return oldest.pointee.cursor - offset
    }

    private func move(_ record: Record, _ hash: UInt64, isSound: Bool) throws(HostStoreError) {
        let length = isSound ? record.length : Record.length(key: record.keyLength, value: 0)
        if state.pointee.head.pointee.room < length { try openHead(for: length, leaving: 0) }
        let head = state.pointee.head
        let slot = state.pointee.find(record.key, record.keyLength, hash)
        let offset: Int
        if isSound {
            offset = head.pointee.append(
                Record.value, record.key, record.keyLength, record.valueBytes, record.valueLength)
        } else {
            offset = head.pointee.appendDamaged(record.key, record.keyLength)
            state.pointee.damagedRecords += 1
        }
        state.pointee.take(Record.value, at: offset, in: head, slot: slot, hash: hash, length: length)
        state.pointee.written &+= UInt64(length)
        state.pointee.copiedBytes += length
    }

    /// Writes everything that is live into new segments. Of those before, the ones with these paths and those that were cut off
    /// are set aside, and the others removed. The caller has the lock.
    func rewrite(settingAside paths: [String]) throws(HostStoreError) {
        guard !state.pointee.segments.isEmpty else { return }
        // While somebody reads, no file is used again or removed.
        let reading = readers.add()
        readers.begin(reading)
        defer { readers.remove(reading) }
        try openHead(for: 0, replaces: true)
        let first = state.pointee.head
        while state.pointee.segments[0] != first { try collectOldest() }
        try synchronizeHoldingLock()
        while let entry = state.pointee.retired.first {
            state.pointee.retired.removeFirst()
            let file = state.pointee.file(of: entry.segment)
            if paths.contains(file.path) || report.damagedFiles.contains(file.path) {
                try file.setAside()
            } else {
                try file.remove()
            }
            try state.pointee.directory.synchronize()
            state.pointee.forget(entry.segment)
        }
    }

    // MARK: - Durability

    /// Returns when all that was written before is on the disk.
    /// - Throws: `system` if the disk does not take it. What was written since the last success may then not be on the disk.
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
