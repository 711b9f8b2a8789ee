// NOR flash in memory, with NOR's rules and with what goes wrong with it.
import Interfaces

/// Flash that tests and tools share: copies are the same flash, as two pointers to one chip are. What a log
/// takes is still there to look at, to cut the power of, and to mount again.
public struct SimulatedFlash: NORFlash {
    /// What happens to the word or the sector at which the power goes.
    public enum Cut: Sendable {
        /// Nothing yet: the operation before it was the last.
        case between
        /// A random part of its bits is programmed; an erase leaves random contents.
        case torn
    }

    /// What was done so far.
    public struct Counters: Equatable, Sendable {
        /// Calls of `program`.
        public var programCalls = 0
        /// Units that were programmed, of `programUnit` bytes.
        public var programmedUnits = 0
        /// Bytes that were programmed.
        public var programmedBytes = 0
        /// Calls of `read`.
        public var readCalls = 0
        /// Bytes that were read.
        public var readBytes = 0
        /// By sector.
        public var erases: [Int]
        /// Programs and erases: what a power cut is counted in.
        public var operations = 0
    }

    private final class State {
        var bytes: [UInt8]
        var counters: Counters
        var random: SplitMix64
        var operationsUntilCut: Int?
        var cut = Cut.between
        var isOff = false

        init(byteCount: Int, sectorCount: Int, seed: UInt64) {
            bytes = Array(repeating: 0xFF, count: byteCount)
            counters = Counters(erases: Array(repeating: 0, count: sectorCount))
            random = SplitMix64(seed: seed)
        }
    }

    public let programUnit: Int
    private let sectors: [FlashSector]
    private let state: State

    /// Erased flash with sectors of these lengths, one after the other.
    public init(sectors lengths: [Int], programUnit: Int = 4, seed: UInt64 = 1) {
        var sectors: [FlashSector] = []
        var offset = 0
        for length in lengths {
            sectors.append(FlashSector(offset: UInt32(offset), length: UInt32(length)))
            offset += length
        }
        self.programUnit = programUnit
        self.sectors = sectors
        state = State(byteCount: offset, sectorCount: lengths.count, seed: seed)
    }

    public var sectorCount: Int { sectors.count }

    public func sector(_ index: Int) -> FlashSector { sectors[index] }

    // MARK: - The device

    public func read(at offset: UInt32, into buffer: inout MutableSpan<UInt8>) throws(FlashError) {
        try check(offset, buffer.count, unit: 1)
        state.counters.readCalls += 1
        state.counters.readBytes += buffer.count
        for index in 0..<buffer.count { buffer[index] = state.bytes[Int(offset) + index] }
    }

    /// Refuses a unit that is not erased, even if only more bits would be cleared: flash with error correction
    /// does, and a log that keeps to it works everywhere.
    /// - Throws: `outOfRange`, `notProgrammed` at the first byte that is not erased, `input` while there is no power.
    public func program(_ bytes: Span<UInt8>, at offset: UInt32) throws(FlashError) {
        try check(offset, bytes.count, unit: programUnit)
        state.counters.programCalls += 1
        for first in stride(from: 0, to: bytes.count, by: programUnit) {
            let target = Int(offset) + first
            if countDown() {
                if state.cut == .torn {
                    for index in 0..<programUnit {
                        let left = UInt8.random(in: 0...255, using: &state.random)
                        state.bytes[target + index] &= bytes[first + index] | left
                    }
                }
                throw .input
            }
            for index in 0..<programUnit {
                guard state.bytes[target + index] == 0xFF else {
                    throw .notProgrammed(address: UInt32(target + index))
                }
            }
            for index in 0..<programUnit { state.bytes[target + index] = bytes[first + index] }
            state.counters.programmedUnits += 1
            state.counters.programmedBytes += programUnit
        }
    }

    public func erase(sector index: Int) throws(FlashError) {
        guard !state.isOff else { throw .input }
        let range = range(ofSector: index)
        if countDown() {
            if state.cut == .torn {
                for position in range { state.bytes[position] = UInt8.random(in: 0...255, using: &state.random) }
            }
            throw .input
        }
        for position in range { state.bytes[position] = 0xFF }
        state.counters.erases[index] += 1
    }

    private func range(ofSector index: Int) -> Range<Int> {
        Int(sectors[index].offset)..<Int(sectors[index].offset + sectors[index].length)
    }

    private func check(_ offset: UInt32, _ length: Int, unit: Int) throws(FlashError) {
        guard !state.isOff else { throw .input }
        guard Int(offset) + length <= state.bytes.count, Int(offset) % unit == 0, length % unit == 0 else {
            throw .outOfRange(address: offset, length: UInt32(length))
        }
    }

    /// Counts an operation. Whether the power goes at this one.
    private func countDown() -> Bool {
        state.counters.operations += 1
        guard let left = state.operationsUntilCut else { return false }
        if left > 0 {
            state.operationsUntilCut = left - 1
            return false
        }
        state.operationsUntilCut = nil
        state.isOff = true
        return true
    }

    // MARK: - What tests do to it

    /// The power goes at the program of a unit, or the erase, that comes after `operations` others; from then on
    /// every call throws `FlashError.input`.
    public func cutPower(after operations: Int, _ cut: Cut) {
        state.operationsUntilCut = operations
        state.cut = cut
    }

    /// The power comes back, and no cut is planned any more.
    public func restorePower() {
        state.isOff = false
        state.operationsUntilCut = nil
    }

    /// False from a cut that has come until `restorePower`.
    public var hasPower: Bool { !state.isOff }

    /// Turns one bit over, 0 to 7 of the byte at `offset`, as wear or radiation may. Nothing is counted.
    public func flipBit(_ bit: Int, at offset: Int) { state.bytes[offset] ^= 1 << bit }

    /// Everything that is stored; setting it needs as many bytes.
    public var contents: [UInt8] {
        get { state.bytes }
        nonmutating set {
            precondition(newValue.count == state.bytes.count)
            state.bytes = newValue
        }
    }

    /// What was done so far. Setting it begins the counts anew.
    public var counters: Counters {
        get { state.counters }
        nonmutating set { state.counters = newValue }
    }
}

/// Random numbers that are the same in every run (Steele, Lea and Flood 2014).
public struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    /// The sequence of that seed.
    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
