// Opening a store: what is in its files, oldest first.

struct Recovery: ~Copyable {
    var state: StoreState
    var report = HostStore.Report()

    init(_ directory: StoreDirectory, seed: UInt64) { state = StoreState(directory, seed: seed) }

    mutating func run() throws(HostStoreError) {
        var found: [(header: SegmentHeader, file: MappedFile)] = []
        for name in try state.directory.files(ending: ".segment") {
            guard let file = try MappedFile(opening: "\(state.directory.path)/\(name)") else { continue }
            switch try SegmentHeader.read(file) {
            case .blank: try file.remove()
            case .header(let header): found.append((header, file))
            }
        }
        found.sort { $0.header.sequence < $1.header.sequence }
        for (header, file) in found {
            state.nextSequence = header.sequence + 1
            guard let segment = state.add(file, sequence: header.sequence) else {
                throw .tooManyFiles(path: state.directory.path, maximum: StoreState.maximumSegments)
            }
            read(segment, isLast: header.sequence == found.last?.header.sequence)
            if segment.pointee.used == SegmentHeader.length {
                // Nothing in it was ever acknowledged.
                try file.remove()
                state.removeLast()
            } else {
                segment.pointee.close()
            }
        }
        report.segments = state.segments.count
    }

    /// Takes a segment's records into the index, all that are sound.
    ///
    /// What stands behind the last of them was not written whole, if the segment is the last: nobody was told that it was. In
    /// another the mark of the end has to follow. What is unsound between sound ones is damage, or a page that did not reach the
    /// disk when the power went, in which case nobody was told of it either, nor of what stands behind.
    private mutating func read(_ segment: SegmentPointer, isLast: Bool) {
        var offset = SegmentHeader.length
        while offset + Record.headerLength <= segment.pointee.length {
            guard let record = segment.pointee.soundRecord(at: offset) else {
                guard let next = nextSound(in: segment, after: offset) else { break }
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
        if state.mustRebuildTable { state.rebuildTable().deallocate() }
    }

    private func nextSound(in segment: SegmentPointer, after offset: Int) -> Int? {
        var offset = offset + 8
        while offset + Record.headerLength <= segment.pointee.length {
            if segment.pointee.soundRecord(at: offset) != nil { return offset }
            offset += 8
        }
        return nil
    }
}
