// A battery save in the flash log. What the battery keeps: the RAM in chunks, and one record that says which chunks are the
// save. A save is written a chunk a frame while the game runs.
import Storage
import Text

/// What a step of a battery save came to.
public enum BatterySaveProgress: Equatable, Sendable {
    /// There is nothing to do, or the game still writes.
    case idle
    /// Part of a save was written; it does not count yet.
    case writing
    /// The save in flash is what the RAM held at the beginning of this step.
    case saved
}

/// The bytes of a cartridge's clock, or none: a machine writes them, and a machine reads them.
public struct BatterySaveClock: ByteOutput, Sendable {
    /// The clock as it goes into the manifest: the first `count` bytes count.
    public private(set) var bytes = InlineArray<48, UInt8>(repeating: 0)
    /// 48, or 0 without a clock.
    public private(set) var count = 0

    /// No clock.
    public init() {}

    /// What does not fit is dropped.
    public mutating func write(byte: UInt8) {
        guard count < 48 else { return }
        bytes[count] = byte
        count += 1
    }
}

/// A battery save: one cartridge's RAM and clock, kept in a log.
///
/// Each chunk of 512 bytes has two keys, and a new one goes under that of the two which is not in use. The manifest, a
/// record of its own, says which are: writing it makes the new save the one that counts, in one step. It is written
/// only if RAM then holds what the chunks do, so a save is never half of one moment and half of another.
///
/// It owns 600 bytes, and borrows log and RAM for the length of a call, which takes 1.3 KB of stack. A step programs one
/// chunk at most, 2 to 5 ms on an STM32F405; every 32nd reads all of the RAM, five instructions a word. Context: the
/// task that runs the game.
public struct BatterySave: ~Copyable {
    /// The bytes of a chunk.
    public static var chunkLength: Int { 512 }
    /// The bytes of the clock, if there is one.
    static var clockLength: Int { 48 }
    /// Steps between two looks at the RAM.
    private static var watchInterval: UInt32 { 32 }
    /// A game that never stops writing has its save written all at once after so many looks.
    private static var timeout: UInt32 { 20 }
    /// The clock is saved after so many steps, which are ten minutes, if nothing else is.
    private static var clockInterval: UInt32 { 36_000 }

    private enum Phase { case watching, writing, removing }

    let identity: UInt32
    let ramByteCount: Int
    private var phase = Phase.removing
    /// The chunks whose second key is in use.
    var slots: UInt64 = 0
    /// The hashes of the save's chunks, and of those written since.
    var savedHashes = InlineArray<64, UInt32>(repeating: 0)
    private var newHashes = InlineArray<64, UInt32>(repeating: 0)
    /// There is a save, so that `savedHashes` mean something.
    var hasSave = false
    /// Chunks that are yet to be written; written and not yet the save's; and whose key out of use may hold something.
    private var dirty: UInt64 = 0
    private var written: UInt64 = 0
    private var stale: UInt64
    private var steps: UInt32 = 0
    private var stepsSinceSave: UInt32 = 0
    private var looks: UInt32 = 0
    private var lastHash: UInt32 = 0
    /// What the log refused is not offered again.
    private var refusedHash: UInt32?
    /// Saves written since start.
    public private(set) var saves: UInt32 = 0

    /// The save of the cartridge with this identity; nil if it has more RAM than 32 KB, which no log on a chip has room
    /// for.
    public init?(identity: UInt32, ramByteCount: Int) {
        let chunks = (ramByteCount + Self.chunkLength - 1) / Self.chunkLength
        guard chunks <= 64 else { return nil }
        self.identity = identity
        self.ramByteCount = ramByteCount
        stale = chunks == 64 ? .max : Self.bit(chunks) - 1
    }

    static func bit(_ index: Int) -> UInt64 { 1 << UInt64(index) }

    var chunkCount: Int { (ramByteCount + Self.chunkLength - 1) / Self.chunkLength }

    func chunk(_ index: Int, of ram: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let start = index * Self.chunkLength
        return UnsafeRawBufferPointer(rebasing: ram[start..<min(start + Self.chunkLength, ramByteCount)])
    }

    // MARK: - Writing

    /// Does the next part of what is to be done, if anything is. To be called once a frame.
    ///
    /// - Parameters:
    ///   - ram: the cartridge's RAM, `ramByteCount` bytes.
    ///   - clock: the clock as it is now; empty if there is none.
    /// - Throws: what the log says; the save is then the one before, and this one is tried again when the RAM holds
    ///   something else.
    public mutating func step<Flash>(
        _ log: inout KeyValueLog<Flash>, ram: UnsafeRawBufferPointer, clock: BatterySaveClock
    ) throws(LogError) -> BatterySaveProgress {
        stepsSinceSave &+= 1
        do throws(LogError) {
            switch phase {
            case .watching: return try watch(&log, ram, clock)
            case .writing: return try write(&log, ram, clock)
            case .removing:
                try removeOne(&log)
                return .idle
            }
        } catch {
            abandon(ram)
            throw error
        }
    }

    /// Saves at once what is not saved yet. Returns whether there was anything.
    /// - Throws: as `KeyValueLog.put`: `full`, `tooManyKeys`, `flash`. The save before still counts.
    public mutating func finish<Flash>(
        _ log: inout KeyValueLog<Flash>, ram: UnsafeRawBufferPointer, clock: BatterySaveClock
    ) throws(LogError) -> Bool {
        do throws(LogError) {
            look(ram)
            guard dirty | written != 0 || !hasSave || (clock.count > 0 && stepsSinceSave > 0) else { return false }
            while dirty != 0 { try writeOne(&log, ram) }
            try commit(&log, clock)
            while stale != 0 { try removeOne(&log) }
            return true
        } catch {
            abandon(ram)
            throw error
        }
    }

    private mutating func watch<Flash>(
        _ log: inout KeyValueLog<Flash>, _ ram: UnsafeRawBufferPointer, _ clock: BatterySaveClock
    ) throws(LogError) -> BatterySaveProgress {
        steps &+= 1
        guard steps % Self.watchInterval == 0 else { return .idle }
        let hash = look(ram)
        let isQuiet = hash == lastHash
        lastHash = hash
        let isClockDue = clock.count > 0 && stepsSinceSave >= Self.clockInterval
        guard hash != refusedHash, dirty | written != 0 || !hasSave || isClockDue else {
            looks = 0
            return .idle
        }
        looks &+= 1
        guard isQuiet || looks >= Self.timeout else { return .idle }
        phase = .writing
        return .idle
    }

    private mutating func write<Flash>(
        _ log: inout KeyValueLog<Flash>, _ ram: UnsafeRawBufferPointer, _ clock: BatterySaveClock
    ) throws(LogError) -> BatterySaveProgress {
        if dirty == 0 {
            look(ram)
            looks &+= 1
        }
        if dirty != 0 {
            guard looks >= Self.timeout else {
                try writeOne(&log, ram)
                return .writing
            }
            while dirty != 0 { try writeOne(&log, ram) }
            look(ram)
        }
        guard dirty == 0 else { return .writing }
        try commit(&log, clock)
        return .saved
    }

    /// Notes the chunks that are neither as saved nor as written since; returns a hash of all.
    @discardableResult
    private mutating func look(_ ram: UnsafeRawBufferPointer) -> UInt32 {
        var all: UInt32 = 0x811C_9DC5
        dirty = 0
        for index in 0..<chunkCount {
            let hash = Self.hash(chunk(index, of: ram))
            all = (all ^ hash) &* 0x0100_0193
            let bit = Self.bit(index)
            let isKept = written & bit != 0 ? hash == newHashes[index] : hasSave && hash == savedHashes[index]
            if !isKept { dirty |= bit }
        }
        return all
    }

    private mutating func writeOne<Flash>(
        _ log: inout KeyValueLog<Flash>, _ ram: UnsafeRawBufferPointer
    ) throws(LogError) {
        let index = dirty.trailingZeroBitCount
        let bit = Self.bit(index)
        let bytes = chunk(index, of: ram)
        var packed = InlineArray<516, UInt8>(repeating: 0)
        var span = packed.mutableSpan
        let count = RunLengths.pack(bytes, into: &span)
        var key = InlineArray<16, UInt8>(repeating: 0)
        let length = writeChunkKey(index, isSecond: slots & bit == 0, to: &key)
        written |= bit
        newHashes[index] = Self.hash(bytes)
        try log.put(key.span.extracting(first: length), packed.span.extracting(first: count))
        dirty &= ~bit
    }

    /// Makes what was written the save.
    private mutating func commit<Flash>(
        _ log: inout KeyValueLog<Flash>, _ clock: BatterySaveClock
    ) throws(LogError) {
        var hashes = savedHashes
        for index in 0..<chunkCount where written & Self.bit(index) != 0 { hashes[index] = newHashes[index] }
        try putManifest(&log, slots: slots ^ written, hashes: hashes, clock: clock)
        savedHashes = hashes
        slots ^= written
        stale |= written
        written = 0
        dirty = 0
        hasSave = true
        stepsSinceSave = 0
        looks = 0
        refusedHash = nil
        saves &+= 1
        phase = .removing
    }

    private mutating func removeOne<Flash>(_ log: inout KeyValueLog<Flash>) throws(LogError) {
        guard stale != 0 else {
            phase = .watching
            return
        }
        let index = stale.trailingZeroBitCount
        stale &= stale &- 1
        try deleteChunk(index, isSecond: slots & Self.bit(index) == 0, from: &log)
    }

    /// Takes back what does not count yet.
    private mutating func abandon(_ ram: UnsafeRawBufferPointer) {
        stale |= written
        written = 0
        refusedHash = look(ram)
        looks = 0
        phase = .removing
    }

    /// FNV-1a by words: a change of one word always changes it.
    static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        var offset = 0
        while offset + 4 <= bytes.count {
            // SAFETY: four bytes from here are in the buffer, by the line above.
            hash = (hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian) &* 0x0100_0193
            offset += 4
        }
        while offset < bytes.count {
            hash = (hash ^ UInt32(bytes[offset])) &* 0x0100_0193
            offset += 1
        }
        return hash
    }

    // MARK: - After a load

    /// What a load found counts as saved.
    mutating func takeOver(slots: UInt64, hashes: InlineArray<64, UInt32>) {
        self.slots = slots
        savedHashes = hashes
        hasSave = true
    }
}
