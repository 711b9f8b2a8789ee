// Opening a store: what is in its files, oldest first.

struct Recovery: ~Copyable {
    var state: StoreState
    var report = HostStore.Report()
    /// Files that are none of a store, or whose header is damaged, are set aside.
    private let isRepair: Bool
    private(set) var segmentsWithDamage: [String] = []

    init(_ directory: StoreDirectory, seed: UInt64, isRepair: Bool) {
        state = StoreState(directory, seed: seed)
        self.isRepair = isRepair
    }

    mutating func run() throws(HostStoreError) {
        state.reserves = try state.directory.openReserves()
        let found = try findSegments()
        for (header, file) in found {
            // Segments go from the oldest on, so that those that are left have sequences without a gap.
            if !state.segments.isEmpty, header.hasPredecessor, header.sequence > state.nextSequence {
                report.missingSegments += Int(clamping: header.sequence - state.nextSequence)
            }
            state.nextSequence = header.sequence + 1
            guard let segment = state.add(file, sequence: header.sequence) else {
                throw .tooManyFiles(path: state.directory.path, maximum: StoreState.maximumSegments)
            }
            let isLast = header.sequence == found.last?.header.sequence
            let damage = report.damagedRecords
            read(segment, isLast: isLast)
            if report.damagedRecords > damage { segmentsWithDamage.append(file.path) }
            if isLast, segment.pointee.used == SegmentHeader.length {
                // Nothing in it was ever acknowledged.
                try file.remove()
                try state.directory.synchronize()
                state.removeLast()
                state.nextSequence = header.sequence
            } else {
                segment.pointee.close()
            }
        }
        report.segments = state.segments.count
    }

    /// The files with headers, by age. What was being made or used again is removed.
    private mutating func findSegments() throws(HostStoreError) -> [(header: SegmentHeader, file: MappedFile)] {
        var found: [(header: SegmentHeader, file: MappedFile)] = []
        var blank: [(name: String, file: MappedFile)] = []
        for name in try state.directory.files(ending: ".segment") {
            guard let file = try MappedFile(opening: "\(state.directory.path)/\(name)") else { continue }
            do throws(HostStoreError) {
                switch try SegmentHeader.read(file) {
                case .blank: blank.append((name, file))
                case .header(let header):
                    found.append((header, file))
                    if header.segmentLength > file.length { report.damagedFiles.append(file.path) }
                }
            } catch {
                guard isRepair, !error.isNewerVersion else { throw error }
                report.damagedFiles.append(file.path)
                try file.setAside()
            }
        }
        found.sort { $0.header.sequence < $1.header.sequence }
        let newest = found.last.map { HostStore.name($0.header.sequence) } ?? ""
        for (name, file) in blank {
            // A file that is being made has a name that sorts after all others. One that is being used again has more than zeros.
            if name < newest, SegmentHeader.isZeroed(file) {
                report.damagedFiles.append(file.path)
                if isRepair { try file.setAside() }
            } else {
                try file.remove()
            }
        }
        return found
    }

    /// Takes a segment's records into the index, all that are sound.
    ///
    /// What follows the last of them was not written whole, if the segment is the last: nobody was told that it was. In
    /// another the mark of the end has to follow. What is unsound between sound ones is damage, or a page that did not reach
    /// the disk when the power went, in which case nobody was told of it either, nor of what follows.
    private mutating func read(_ segment: SegmentPointer, isLast: Bool) {
        var offset = SegmentHeader.length
        while offset + Record.headerLength <= segment.pointee.length {
            guard let record = segment.pointee.soundRecord(at: offset) else {
                guard let next = segment.pointee.nextSound(after: offset, end: segment.pointee.length) else { break }
                report.damagedRecords += 1
                offset = next
                continue
            }
            if record.kind == Record.end {
                segment.pointee.didFindEnd()
                break
            }
            take(record, at: offset, in: segment)
            offset += record.length
            segment.pointee.used = offset
        }
        if !segment.pointee.isClosed, !isLast { report.damagedRecords += 1 }
    }

    private mutating func take(_ record: Record, at offset: Int, in segment: SegmentPointer) {
        let hash = hash(record.key, record.keyLength, seed: state.seed)
        let slot = state.find(record.key, record.keyLength, hash)
        state.take(record.kind, at: offset, in: segment, slot: slot, hash: hash, length: record.length)
        report.records += 1
        if state.mustGrow { state.beginGrowth() }
        if state.grow() {
            let old = state.endGrowth()
            old.with.deallocate(withSlots: false)
            old.before.deallocate(withSlots: true)
        }
    }
}
