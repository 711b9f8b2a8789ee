// A machine with its memory, and small programs to put in it.
import Foundation
import GameBoy
import Text
import XCTest

/// A grey machine on the heap, with the cartridge it runs.
typealias Console = ModelConsole<DMG>
/// A colour machine.
typealias ColourConsole = ModelConsole<CGB>

final class ModelConsole<M: Model> {
    var machine: GenericMachine<M>
    let ram: UnsafeMutableRawBufferPointer
    private let region: UnsafeMutableRawBufferPointer
    private let rom: UnsafeMutableRawBufferPointer
    private let bootROM: UnsafeMutableRawBufferPointer?

    /// What is odd about the ROM is thrown, unless `acceptsOdd`.
    init(rom bytes: [UInt8], bootROM bootBytes: [UInt8]? = nil, acceptsOdd: Bool = false) throws {
        // SAFETY: freed in `deinit`; only `machine` uses them in between.
        rom = .allocate(byteCount: bytes.count, alignment: 4)
        rom.copyBytes(from: bytes)
        bootROM = bootBytes.map { .allocate(byteCount: $0.count, alignment: 4) }
        if let bootBytes { bootROM?.copyBytes(from: bootBytes) }
        let cartridge = try Cartridge(rom: UnsafeRawBufferPointer(rom)) { odd throws(CartridgeError) in
            if !acceptsOdd { throw odd }
        }
        ram = .allocate(byteCount: cartridge.ramByteCount, alignment: 4)
        ram.initializeMemory(as: UInt8.self, repeating: 0xFF)
        region = .allocate(byteCount: GenericMachine<M>.byteCount, alignment: GenericMachine<M>.alignment)
        machine = try GenericMachine<M>(
            in: region, cartridge: cartridge, cartridgeRAM: ram, bootROM: bootROM.map { UnsafeRawBufferPointer($0) })
    }

    /// A machine with `program` at 0x0150, and whatever stands at other addresses.
    convenience init(_ program: [UInt8], at others: [Int: [UInt8]] = [:]) throws {
        try self.init(rom: makeROM(program, at: others))
    }

    deinit {
        region.deallocate()
        ram.deallocate()
        rom.deallocate()
        bootROM?.deallocate()
    }

    /// Runs to `LD B,B`, for at most `frames`.
    func runToBreakpoint(frames: Int = 10, file: StaticString = #filePath, line: UInt = #line) {
        machine.stopsAtBreakpoints = true
        for _ in 0..<frames where machine.run(machineCycles: Machine.machineCyclesPerFrame * 2) == .breakpoint {
            return
        }
        XCTFail("no breakpoint in \(frames) frames", file: file, line: line)
    }

    func runFrames(_ count: Int) {
        for _ in 0..<count { _ = machine.run(machineCycles: Machine.machineCyclesPerFrame * 2) }
    }

    func takeSerial() -> [UInt8] {
        var bytes: [UInt8] = []
        while let byte = machine.readSerial() { bytes.append(byte) }
        return bytes
    }

    /// Text on the screen, where tile numbers are ASCII codes, as in Blargg's programs.
    var screenText: String {
        let rows = (0..<32).map { row in
            String(
                decoding: (0..<20).map { column -> UInt8 in
                    let tile = machine.peek(UInt16(0x9800 + row * 32 + column))
                    return (0x20..<0x7F).contains(tile) ? tile : 0x20
                }, as: UTF8.self
            ).trimmingCharacters(in: .whitespaces)
        }
        return rows.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// A ROM of the given type whose entry jumps to 0x0150.
func makeROM(
    _ program: [UInt8], at others: [Int: [UInt8]] = [:], type: UInt8 = 0, sizeCode: UInt8 = 0, ramCode: UInt8 = 0
) -> [UInt8] {
    var rom = [UInt8](repeating: 0, count: 0x8000 << Int(sizeCode))
    rom.replaceSubrange(0x100..<0x104, with: [0x00, 0xC3, 0x50, 0x01])
    rom.replaceSubrange(0x134..<0x138, with: Array("TEST".utf8))
    rom[0x147] = type
    rom[0x148] = sizeCode
    rom[0x149] = ramCode
    rom.replaceSubrange(0x150..<0x150 + program.count, with: program)
    for (address, bytes) in others { rom.replaceSubrange(address..<address + bytes.count, with: bytes) }
    fixChecksum(&rom)
    return rom
}

func fixChecksum(_ rom: inout [UInt8]) {
    rom[0x14D] = rom[0x134...0x14C].reduce(0) { $0 &- $1 &- 1 }
}

/// Repeatable random numbers (xorshift64).
struct Random: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
