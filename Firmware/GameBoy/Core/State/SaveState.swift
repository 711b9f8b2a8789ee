// Save states: a machine at one moment, as a stream of bytes.
//
//   0   "MARTLETS"
//   8   the version of the format
//   9   the model: 0 DMG, 1 CGB
//   10  the cartridge's bytes 0x014D (header checksum), 0x014E and 0x014F (checksum of the ROM)
//   13  1 while the boot ROM is seen, else 0
//   14  the state's length, 4 bytes, lowest first
//   18  the fields of StateFields.swift
//   ... CRC-32 of all before, 4 bytes, lowest first
import Checksums
import Text

/// Why a save state cannot be used. The machine is as it was.
public enum SaveStateError: Error, Equatable, Sendable {
    /// The state ends before its header does, or before its length, or goes on after it.
    case length(expected: Int, found: Int)
    /// A byte of the magic number.
    case magic(offset: Int, expected: UInt8, found: UInt8)
    /// The format is another version than this core's; a higher one is newer.
    case version(expected: UInt8, found: UInt8)
    /// The state is another model's.
    case model(expected: UInt8, found: UInt8)
    /// The state was made with another cartridge: the header's byte at `address` differs.
    case cartridge(offset: Int, address: Int, expected: UInt8, found: UInt8)
    /// A byte of the length field, or the one before it.
    case header(offset: Int, expected: UInt8, found: UInt8)
    /// The checksum at `offset` is not that of the bytes before it.
    case checksum(offset: Int, expected: UInt32, found: UInt32)
    /// A field that begins at `offset` is larger than it can be.
    case field(offset: Int, limit: UInt32, found: UInt32)

    /// Writes what is wrong, and where, as one line without its end.
    public func write(to output: inout some TextOutput & ~Copyable) {
        switch self {
        case .length(let expected, let found):
            output.write("the state has ")
            output.write(bytes: found)
            output.write(", and this cartridge's has ")
            output.write(bytes: expected)
        case .magic(let offset, let expected, let found):
            output.write("no state: ")
            Self.write(offset, "its first bytes are MARTLETS", expected, found, &output)
        case .version(let expected, let found):
            output.write(found > expected ? "a newer version of the format: " : "an older version of the format: ")
            Self.write(8, "the version", expected, found, &output)
        case .model(let expected, let found):
            output.write("another model's state: ")
            Self.write(9, "0 is DMG and 1 is CGB", expected, found, &output)
        case .cartridge(let offset, let address, let expected, let found):
            output.write("another cartridge's state: ")
            Self.write(offset, "the cartridge's byte at 0x014", expected, found, digit: address & 0xF, &output)
        case .header(let offset, let expected, let found):
            output.write("bad header: ")
            Self.write(offset, offset == 13 ? "1 in a boot ROM, which is not here" : "the length", expected, found, &output)
        case .checksum(let offset, let expected, let found):
            output.write("bad checksum at 0x")
            output.write(hex: UInt32(clamping: offset), digits: 5)
            output.write(": expected 0x")
            output.write(hex: expected, digits: 8)
            output.write(", found 0x")
            output.write(hex: found, digits: 8)
        case .field(let offset, let limit, let found):
            output.write("bad field at 0x")
            output.write(hex: UInt32(clamping: offset), digits: 5)
            output.write(": expected at most 0x")
            output.write(hex: limit, digits: 8)
            output.write(", found 0x")
            output.write(hex: found, digits: 8)
        }
    }

    private static func write(
        _ offset: Int, _ what: StaticString, _ expected: UInt8, _ found: UInt8, digit: Int? = nil,
        _ output: inout some TextOutput & ~Copyable
    ) {
        output.write("byte 0x")
        output.write(hex: UInt32(clamping: offset), digits: 2)
        output.write(" (")
        output.write(what)
        if let digit { output.write(hex: UInt32(clamping: digit), digits: 1) }
        output.write(") is ")
        output.write(byteInHex: found)
        output.write(", expected ")
        output.write(byteInHex: expected)
    }
}

extension GenericMachine {
    /// The version of the format that this core writes and reads.
    public static var stateVersion: UInt8 { 2 }
    private static var stateHeaderCount: Int { 18 }

    /// The bytes of a state of this machine: 23 KB of a grey one and 96 KB of a colour one, and the cartridge's RAM.
    ///
    /// Cost: it goes through all fields, some 300,000 instructions.
    public var saveStateByteCount: Int {
        state.pointee.anchorCPUTime()
        var counter = StateCounter()
        state.pointee.code(&counter)
        return Self.stateHeaderCount &+ counter.count &+ 4
    }

    /// A byte of the header of a state of this machine.
    private func headerByte(_ offset: Int, count: Int) -> UInt8 {
        let magic: StaticString = "MARTLETS"
        return switch offset {
        // SAFETY: the text has eight bytes.
        case 0..<8: magic.utf8Start[offset]
        case 8: Self.stateVersion
        case 9: M.isColour ? 1 : 0
        case 10...12: state.pointee.cartridge.rom[0x143 &+ offset]
        case 13: state.pointee.boot.isMapped ? 1 : 0
        case 14...17: UInt8(truncatingIfNeeded: count &>> ((offset &- 14) &* 8))
        default: 0
        }
    }

    /// Writes the state of the whole machine, byte by byte and without memory of its own. Loaded at any later time
    /// into a machine with the same cartridge, it goes on as this one does, to the bit.
    ///
    /// Cost: some 60 instructions a byte on a Cortex-M4. Context: as all of the machine, between runs.
    public mutating func writeSaveState(to output: inout some ByteOutput & ~Copyable) {
        let count = saveStateByteCount
        withUnsafeMutablePointer(to: &output) { output in
            var writer = StateWriter(output: output, clock: 0, cpuTime: 0)
            for offset in 0..<Self.stateHeaderCount {
                var byte = headerByte(offset, count: count)
                writer.code(&byte)
            }
            state.pointee.code(&writer)
            var checksum = writer.checksum.value
            writer.word(&checksum)
        }
    }

    /// Takes over a state. All of it is checked before anything is changed. Sound that was not taken is dropped.
    /// - Throws: the first `SaveStateError` that is found: `length`, `magic`, `version`, `model`, `cartridge`, `header`,
    ///   `checksum` or `field`, with its place. The machine is as it was then.
    public mutating func load(saveState bytes: borrowing Span<UInt8>) throws(SaveStateError) {
        let count = saveStateByteCount
        guard bytes.count >= Self.stateHeaderCount else { throw .length(expected: count, found: bytes.count) }
        for offset in 0..<Self.stateHeaderCount where bytes[offset] != headerByte(offset, count: count) {
            if offset >= 14 && bytes.count != count { break }
            if offset == 13 && state.pointee.boot.allows(bytes[offset]) { continue }
            throw wrongHeader(
                offset, expected: offset == 13 ? 0 : headerByte(offset, count: count), found: bytes[offset])
        }
        guard bytes.count == count else { throw .length(expected: count, found: bytes.count) }
        var checksum = CRC32()
        for index in 0..<count &- 4 { checksum.add(bytes[index]) }
        var found: UInt32 = 0
        for byte in 0..<4 { found |= UInt32(bytes[count &- 4 &+ byte]) &<< UInt32(8 &* byte) }
        guard checksum.value == found else {
            throw .checksum(offset: count &- 4, expected: checksum.value, found: found)
        }
        let error: SaveStateError? = bytes.withUnsafeBufferPointer { bytes in
            var checker = StateReader(bytes, from: Self.stateHeaderCount, isChecking: true)
            state.pointee.code(&checker)
            guard checker.error == nil else { return checker.error }
            var reader = StateReader(bytes, from: Self.stateHeaderCount, isChecking: false)
            state.pointee.code(&reader)
            state.pointee.seeBootROM(bytes[13] != 0)
            state.pointee.settle()
            return nil
        }
        if let error { throw error }
    }

    private func wrongHeader(_ offset: Int, expected: UInt8, found: UInt8) -> SaveStateError {
        switch offset {
        case 0..<8: .magic(offset: offset, expected: expected, found: found)
        case 8: .version(expected: expected, found: found)
        case 9: .model(expected: expected, found: found)
        case 10...12: .cartridge(offset: offset, address: 0x143 &+ offset, expected: expected, found: found)
        default: .header(offset: offset, expected: expected, found: found)
        }
    }
}

extension MachineState {
    /// Comes before any pass over the fields. Tells the CPU's time by the clock, so that the distance stays small however long
    /// ago the speed changed.
    mutating func anchorCPUTime() {
        guard M.isColour else { return }
        colour.value.anchorTime = cpuTime(at: clock)
        colour.value.anchor = clock
    }

    /// After the fields have changed: what follows from them.
    fileprivate mutating func settle() {
        apu.mixer.count = 0
        if apu.mixer.passed >= apu.mixer.clocksPerSample { apu.setClocksPerSample(apu.mixer.clocksPerSample) }
        if apu.mixer.clocksPerSample != 0 { apu.mixer.clocksPerSample = max(apu.mixer.clocksPerSample, 32) }
        mapPages()
    }
}
