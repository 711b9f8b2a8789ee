// What a mount writes after a power cut, and how it gets its room back when cuts have used up a sector.
import Checksums
import Interfaces

extension KeyValueLog where Flash: ~Copyable {
    /// Makes the last record safe: should the power have gone while its last word was programmed, that word may
    /// read as right now and as wrong later, when what it says has long been used.
    ///
    /// - Returns: whether the oldest sector can be collected now. If not, cuts have used up what it was to go into.
    @inline(never)
    mutating func recover(_ tail: Tail) throws(LogError) -> Bool {
        var isSafe = true
        do throws(LogError) { try repair(tail, reach: tail.reach) } catch {
            switch error {
            // What should be erased is not, further on than a write that was cut short reaches.
            case .flash(.notProgrammed):
                do throws(LogError) { try repair(tail, reach: limit) } catch {
                    guard error == .full else { throw error }
                    isSafe = false
                }
            // Where there is no room, the record stays as it is.
            case .full: isSafe = false
            default: throw error
            }
        }
        return (isSafe || availableSectors > 0) && hasReserve
    }

    /// Whether the oldest sector's live records have somewhere to go. It is so after every call that ends without an error
    /// of the flash, and after every mount: README.md argues why. For tests.
    public var hasReserve: Bool {
        mutating get {
            reserveHolds(
                adding: 0, slack: 0, room: Int(limit) - Int(position), in: head, available: availableSectors,
                bytes: availableBytes, inReserve: true)
        }
    }

    @inline(never)
    private mutating func repair(_ tail: Tail, reach: UInt32) throws(LogError) {
        guard !tail.isClean else { return }
        if headIsTorn { try settleTail(reach: Swift.min(reach, limit)) }
        // No sector is opened for a mark alone.
        guard tail.last != nil || roomInHead >= 8 else { return }
        let length = tail.last.map { Int($0.header.length(wordLength: medium.wordLength)) } ?? 0
        try makeRoom(length + 8, slack: 0, inReserve: true)
        if let last = tail.last { try rewrite(last) }
        try writeMark(RecordKind.clean)
    }

    private mutating func rewrite(_ record: FoundRecord) throws(LogError) {
        let sector = medium.sector(at: record.address)
        // Collecting its sector has written it again already.
        guard sectors[sector].phase == .open, sectors[sector].sequence == record.sequence else { return }
        let copy = try append(copyOf: record)
        guard copy.header.hasKey else { return }
        try apply(copy)
    }

    /// Erases the head soon, if the log has the same without it: then it has nothing but copies of what the oldest sector
    /// still has, and the marks of power cuts between them.
    ///
    /// - Returns: the log's end without it; `nil` if it is needed.
    @inline(never)
    mutating func giveUpHead() throws(LogError) -> Tail? {
        let sum = try contentSum()
        let count = index.count
        let givenUp = head
        sectors[givenUp].phase = .dirty
        index.removeAll()
        if let tail = try readSectors(), index.count == count, try contentSum() == sum {
            try retire(givenUp)
            return tail
        }
        sectors[givenUp].phase = .open
        index.removeAll()
        _ = try readSectors()
        return nil
    }

    /// A sum over the keys and values, the same wherever they stand.
    private mutating func contentSum() throws(LogError) -> UInt32 {
        var sum: UInt32 = 0
        for slot in 0..<index.slotCount {
            guard let entry = index.entry(at: slot) else { continue }
            let address = UInt32(entry.word) &* medium.wordLength
            guard let header = RecordHeader(word: try medium.readWord(at: address)) else { continue }
            var crc = CRC32()
            crc.add(littleEndian: UInt32(truncatingIfNeeded: header.keyLength))
            try medium.add(
                at: address &+ UInt32(truncatingIfNeeded: header.prefix), count: header.keyLength &+ header.valueLength,
                to: &crc)
            sum &+= crc.value
        }
        return sum
    }
}
