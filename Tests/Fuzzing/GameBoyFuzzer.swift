// What libFuzzer feeds to the Game Boy: random bytes as a program, and random changes to a save state with its checksum
// made right, for either model. Whatever they are, the core must neither trap nor touch memory that is not its own.
// Built and run by run.sh here, which compiles the core into the same module.

/// Two machines with their memory, made once; each input starts from a state of its own cartridge.
final class FuzzedMachine<M: Model> {
    private let rom: UnsafeMutableRawBufferPointer
    private let ram = UnsafeMutableRawBufferPointer.allocate(byteCount: 0x2_0000, alignment: 8)
    private let region: UnsafeMutableRawBufferPointer

    init() {
        rom = .allocate(byteCount: 0x1_0000, alignment: 4)
        region = .allocate(byteCount: GenericMachine<M>.byteCount, alignment: GenericMachine<M>.alignment)
    }

    /// Mappers, with RAM, clocks and motors.
    private static var types: [UInt8] { [0x00, 0x03, 0x06, 0x10, 0x1B, 0x1E, 0xFF] }

    func run(_ input: UnsafeBufferPointer<UInt8>) {
        guard input.count > 4 else { return }
        let type = Self.types[Int(input[0]) % Self.types.count]
        rom.initializeMemory(as: UInt8.self, repeating: 0)
        rom[0x100] = 0x18
        rom[0x101] = 0x4E
        rom[0x143] = input[1] & 0x80
        rom[0x147] = type
        rom[0x148] = type == 0 ? 0 : 1
        // 2 KB of RAM in some.
        rom[0x149] = type == 6 ? 0 : input[1] & 0x10 != 0 ? 1 : 2
        // The program from 0x150 on, and again at the interrupts' handlers.
        let program = input.dropFirst(4)
        for (index, byte) in program.prefix(0x7000).enumerated() { rom[0x150 + index] = byte }
        for (index, byte) in program.prefix(0x70).enumerated() { rom[index] = byte }
        rom[0x14D] = rom[0x134...0x14C].reduce(0) { $0 &- $1 &- 1 }
        // Some files are cut short.
        let missing = input[1] & 0x08 != 0 ? Int(input[2]) << 8 | Int(input[3]) : 0
        let count = max((0x8000 << Int(rom[0x148])) - missing, Cartridge.headerEnd)
        let bytes = UnsafeRawBufferPointer(rebasing: rom[0..<count])
        guard let cartridge = try? Cartridge(rom: bytes, ifOdd: { _ in }) else { return }
        ram.initializeMemory(as: UInt8.self, repeating: 0xFF)
        guard
            var machine = try? GenericMachine<M>(
                in: region, cartridge: cartridge,
                cartridgeRAM: UnsafeMutableRawBufferPointer(rebasing: ram[0..<cartridge.ramByteCount]))
        else { return }
        machine.clocksPerSample = UInt32(input[2]) * 3
        if input[1] & 0x40 != 0 { change(&machine, program) }
        for frame in 0..<3 {
            machine.hold(Buttons(rawValue: input[3] &+ UInt8(frame)))
            _ = machine.run(machineCycles: 20_000)
            machine.takeSound { _, _ in }
        }
        _ = machine.pictureHash
    }

    /// Each three bytes of the input are a place in the state and what is written there.
    private func change(_ machine: inout GenericMachine<M>, _ changes: Slice<UnsafeBufferPointer<UInt8>>) {
        var list = StateBytes()
        machine.writeSaveState(to: &list)
        let fields = list.bytes.count - 22
        var index = changes.startIndex
        while index + 2 < changes.endIndex {
            // The first fields are the interesting ones: the rest is memory.
            let place = (Int(changes[index]) | Int(changes[index + 1]) << 8) % min(fields, 0x400)
            list.bytes[18 + (changes[index + 1] >= 0x80 ? fields - 1 - place : place)] = changes[index + 2]
            index += 3
        }
        var checksum = CRC32()
        for byte in list.bytes.dropLast(4) { checksum.add(byte) }
        for byte in 0..<4 { list.bytes[list.bytes.count - 4 + byte] = UInt8(truncatingIfNeeded: checksum.value >> (byte * 8)) }
        try? machine.load(saveState: list.bytes.span)
    }
}

struct StateBytes: ByteOutput {
    var bytes: [UInt8] = []
    mutating func write(byte: UInt8) { bytes.append(byte) }
}

nonisolated(unsafe) let grey = FuzzedMachine<DMG>()
nonisolated(unsafe) let colour = FuzzedMachine<CGB>()

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: data, count: count)
    if input.count > 1 && input[1] & 0x20 != 0 { grey.run(input) } else { colour.run(input) }
    return 0
}
