// Going from record to record through a sector, past what is no sound one.
import Interfaces

/// How far a sector has been walked.
struct Walk {
    let sequence: UInt32
    let end: UInt32
    var position: UInt32
    /// Where bytes start that are no sound record and were passed on the last step.
    var damage: UInt32?
    /// Where the last sound record ends.
    var used: UInt32
}

extension LogMedium where Flash: ~Copyable {
    /// From the sector's first record up to `end`, where its footer begins.
    mutating func walk(_ sector: Int, sequence: UInt32, end: UInt32) -> Walk {
        let start = start(of: sector)
        return Walk(sequence: sequence, end: end, position: start, damage: nil, used: start)
    }

    /// How far after its start a call that was cut short may have programmed something.
    static var programReach: UInt32 { UInt32(RecordWriter.capacity) + 8 }

    /// The next sound record; `nil` at the end of the sector.
    ///
    /// The length of an unsound record is not trusted, though its header may look right: a torn word can read
    /// as right today and as torn tomorrow. Records are looked for at each word after it instead, up to the end,
    /// since its value may have looked erased. After a sound one nothing but a write that was cut short is looked for.
    @inline(never)
    mutating func next(_ walk: inout Walk) throws(LogError) -> FoundRecord? {
        walk.damage = nil
        while walk.position + 8 <= walk.end {
            let word = try readWord(at: walk.position)
            if word == ~0 {
                let reach = walk.damage == nil ? walk.position &+ Self.programReach : walk.end
                guard let byte = try firstProgrammed(from: walk.position, to: Swift.min(reach, walk.end)) else {
                    walk.position = walk.end
                    return nil
                }
                // A word of eight bytes may be programmed in its second half alone.
                let position = byte / wordLength * wordLength
                if position != walk.position {
                    walk.position = position
                    continue
                }
            } else if let record = try soundRecord(word, at: walk.position, end: walk.end, sequence: walk.sequence) {
                walk.position = record.end(wordLength)
                walk.used = walk.position
                return record
            }
            if walk.damage == nil { walk.damage = walk.position }
            walk.position += wordLength
        }
        if walk.position < walk.end, try firstProgrammed(from: walk.position, to: walk.end) != nil {
            if walk.damage == nil { walk.damage = walk.position }
        }
        walk.position = walk.end
        return nil
    }

    /// The record that begins with this word, if it is one.
    private mutating func soundRecord(
        _ word: UInt32, at address: UInt32, end: UInt32, sequence: UInt32
    ) throws(LogError) -> FoundRecord? {
        guard let header = RecordHeader(word: word) else { return nil }
        let record = FoundRecord(address: address, header: header, sequence: sequence)
        guard header.length(wordLength: wordLength) <= end &- address, try isSound(record) else { return nil }
        return record
    }
}
