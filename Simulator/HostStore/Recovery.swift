// Opening a store: what is in its files, oldest first.

struct Recovery {
    var state: StoreState
    var report = HostStore.Report()

    init(_ directory: StoreDirectory, seed: UInt64) { state = StoreState(directory, seed: seed) }

    mutating func run() throws(HostStoreError) {
        var found: [(header: SegmentHeader, file: MappedFile)] = []
        for name in try state.directory.files(ending: ".segment") {
            let file = try MappedFile(opening: "\(state.directory.path)/\(name)")
            switch try SegmentHeader.read(file) {
            case .blank: try file.remove()
            case .header(let header): found.append((header, file))
            }
        }
        found.sort { $0.header.sequence < $1.header.sequence }
        for (header, file) in found {
            let segment = Segment(file, slot: state.takeSlot(), sequence: header.sequence)
            state.nextSequence = header.sequence + 1
            state.add(segment)
            read(segment, isLast: header.sequence == found.last?.header.sequence)
            if segment.used == SegmentHeader.length {
                // Nothing in it was ever acknowledged.
                try file.remove()
                state.removeLast()
                continue
            }
            segment.close()
            state.fileBytes += segment.length
            state.openBytes += segment.length
        }
        report.segments = state.segments.count
    }

    /// Takes a segment's records into the index, all that are sound.
    ///
    /// What stands behind the last of them was not written whole, if the segment is the last: nobody was told that it was. In
    /// another the mark of the end has to follow. What is unsound between sound ones is damage, or a page that did not reach the
    /// disk when the power went, in which case nobody was told of it either, nor of what stands behind.
    private mutating func read(_ segment: Segment, isLast: Bool) {
        var offset = SegmentHeader.length
        while offset + Record.headerLength <= segment.length {
            guard let record = segment.soundRecord(at: offset) else {
                guard let next = nextSound(in: segment, after: offset) else { break }
                report.damagedRecords += 1
                offset = next
                continue
            }
            if record.kind == Record.end {
                segment.didFindEnd()
                break
            }
            take(record, at: offset, in: segment)
            offset += record.length
            segment.used = offset
        }
        if !segment.isClosed, !isLast { report.damagedRecords += 1 }
    }

    private mutating func take(_ record: Record, at offset: Int, in segment: Segment) {
        let hash = hash(record.key, record.keyLength, seed: state.seed)
        let slot = state.find(record.key, record.keyLength, hash)
        state.take(record.kind, at: offset, in: segment, slot: slot, hash: hash, length: record.length)
        report.records += 1
        if state.mustRebuildTable { _ = state.rebuildTable() }
    }

    private func nextSound(in segment: Segment, after offset: Int) -> Int? {
        var offset = offset + 8
        while offset + Record.headerLength <= segment.length {
            if segment.soundRecord(at: offset) != nil { return offset }
            offset += 8
        }
        return nil
    }
}
