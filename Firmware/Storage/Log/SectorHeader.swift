// The first 32 bytes of a sector.
import Checksums

/// A sector's header has three parts, each written once after an erase and at its own time:
///
/// | offset | what | written |
/// |---|---|---|
/// | 0 | magic, version and geometry, erase count, CRC | when the sector has been erased |
/// | 16 | sequence, CRC | when the first record is to go in |
/// | 24 | zeros | when nothing in it is needed any more, before the erase |
///
/// A sector without the first part may be half erased, whatever it reads as, so it is erased again.
struct SectorHeader {
    static let length: UInt32 = 32
    static let version: UInt8 = 3
    /// "MRTL", the first byte lowest.
    static let magic: UInt32 = 0x4C54_524D
    static let openOffset: UInt32 = 16
    static let retiredOffset: UInt32 = 24

    /// What the sequence's checksum starts from. Without it an erased word would have a right checksum, and one
    /// wrong bit there would be corrected into a sequence.
    static var openChecksum: CRC32 {
        var crc = CRC32()
        crc.add(littleEndian: magic)
        return crc
    }

    /// Says what the sector belongs to: version, bytes a word, and how many sectors there are.
    static func description(wordLength: UInt32, sectorCount: Int) -> UInt32 {
        UInt32(version) | wordLength &<< 8 | UInt32(truncatingIfNeeded: sectorCount) &<< 16
    }

    enum Part: Equatable {
        case blank
        /// Neither erased nor what was ever written whole.
        case invalid
        case valid(UInt32)
        /// One bit was wrong, and the checksum says which: good for reading.
        case corrected(UInt32)

        var number: UInt32? {
            switch self {
            case .blank, .invalid: nil
            case .valid(let number), .corrected(let number): number
            }
        }
    }

    /// Bytes 4 to 7, if the first part is sound.
    var description: UInt32?
    /// The erase count.
    var prepared: Part
    /// The sequence.
    var opened: Part
    var isRetired: Bool
    /// It reads as retired now and may not later.
    var isRetirementTorn: Bool

    init(_ bytes: borrowing Span<UInt8>) {
        var words = InlineArray<8, UInt32>(repeating: 0)
        for index in 0..<8 { words[index] = Self.word(bytes, index * 4) }
        if words[0] == ~0 && words[1] == ~0 && words[2] == ~0 && words[3] == ~0 {
            prepared = .blank
        } else {
            let sound = Self.correct(&words, first: 0, count: 4, from: CRC32())
            if words[0] != Self.magic || sound == .damaged {
                prepared = .invalid
            } else {
                prepared = sound == .sound ? .valid(words[2]) : .corrected(words[2])
                description = words[1]
            }
        }
        if words[4] == ~0 && words[5] == ~0 {
            opened = .blank
        } else {
            switch Self.correct(&words, first: 4, count: 2, from: Self.openChecksum) {
            case .sound: opened = .valid(words[4])
            case .corrected: opened = .corrected(words[4])
            case .damaged: opened = .invalid
            }
        }
        // A torn mark counts from half its bits on; no single flipped bit makes one.
        isRetired = words[6].nonzeroBitCount <= 16
        isRetirementTorn = isRetired && words[6] | words[7] != 0
    }

    /// What orders the sector among the others, if it was opened; no sector has sequence 0 or the highest.
    var sequence: UInt32? { opened.number.flatMap { $0 > 0 && $0 < .max ? $0 : nil } }

    /// The sector was prepared by an older version of this code. It is read, and nothing more is written into it.
    var isOlder: Bool { description.map { UInt8(truncatingIfNeeded: $0) < Self.version } ?? false }
    /// Versions 1 and 2 had none.
    var hasFooter: Bool { description.map { UInt8(truncatingIfNeeded: $0) >= 3 } ?? true }

    /// One bit of what was read had to be corrected.
    var isCorrected: Bool {
        switch (prepared, opened) {
        case (.corrected, _), (_, .corrected): true
        default: false
        }
    }

    private enum Soundness {
        case sound, corrected, damaged
    }

    /// Checks `count` words, the last of which is the CRC of the others, and corrects one flipped bit.
    private static func correct(
        _ words: inout InlineArray<8, UInt32>, first: Int, count: Int, from seed: CRC32
    ) -> Soundness {
        let last = first + count - 1
        if checksum(words, first: first, count: count - 1, from: seed) == words[last] { return .sound }
        for bit in 0..<count * 32 {
            let index = first + bit / 32
            words[index] ^= 1 &<< UInt32(bit % 32)
            if checksum(words, first: first, count: count - 1, from: seed) == words[last] { return .corrected }
            words[index] ^= 1 &<< UInt32(bit % 32)
        }
        return .damaged
    }

    private static func checksum(
        _ words: InlineArray<8, UInt32>, first: Int, count: Int, from seed: CRC32
    ) -> UInt32 {
        var crc = seed
        for index in first..<first + count { crc.add(littleEndian: words[index]) }
        return crc.value
    }

    private static func word(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> UInt32 {
        UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) &<< 8 | UInt32(bytes[offset + 2]) &<< 16
            | UInt32(bytes[offset + 3]) &<< 24
    }
}
