// Save states: a machine that loads one goes on as the one that wrote it, to the bit, and nothing else is loaded.
import Checksums
import GameBoy
import Text
import XCTest

struct ByteList: ByteOutput {
    var bytes: [UInt8] = []
    mutating func write(byte: UInt8) { bytes.append(byte) }
}

extension ModelConsole {
    var stateBytes: [UInt8] {
        var list = ByteList()
        machine.writeSaveState(to: &list)
        return list.bytes
    }

    /// The error of loading these bytes, nil if they are taken.
    func load(_ bytes: [UInt8]) -> SaveStateError? {
        do throws(SaveStateError) {
            try machine.load(saveState: bytes.span)
            return nil
        } catch { return error }
    }

    func runCycles(_ cycles: UInt32, _ random: inout Random) {
        let end = machine.clock &+ cycles &* 4
        while Int32(bitPattern: end &- machine.clock) > 0 {
            _ = machine.run(machineCycles: UInt32.random(in: 1...5000, using: &random))
        }
    }
}

/// A state with its checksum made right.
func withChecksum(_ bytes: [UInt8]) -> [UInt8] {
    var checksum = CRC32()
    for byte in bytes.dropLast(4) { checksum.add(byte) }
    return bytes.dropLast(4) + (0..<4).map { UInt8(truncatingIfNeeded: checksum.value >> ($0 * 8)) }
}

/// A program of random bytes with whatever mapper, for either model.
func randomROM(seed: UInt64, forColour: Bool) -> [UInt8] {
    var random = Random(seed: seed)
    let type = [0x03, 0x06, 0x10, 0x1E, 0xFF][Int(seed % 5)] as UInt8
    var rom = makeROM([], type: type, sizeCode: 1, ramCode: type == 0x06 ? 0 : 2)
    let illegal: Set<UInt8> = [0xD3, 0xDB, 0xDD, 0xE3, 0xE4, 0xEB, 0xEC, 0xED, 0xF4, 0xFC, 0xFD]
    for address in rom.indices where !(0x100..<0x150).contains(address) {
        let byte = UInt8.random(in: 0...255, using: &random)
        rom[address] = illegal.contains(byte) ? 0xE0 : byte
    }
    rom[0x143] = forColour ? 0x80 : 0
    fixChecksum(&rom)
    return rom
}

final class SaveStateTests: XCTestCase {
    private func checkGoesOn<M: Model>(_ model: M.Type) throws {
        for seed in 1...12 as ClosedRange<UInt64> {
            var random = Random(seed: seed)
            let rom = randomROM(seed: seed, forColour: seed % 3 != 0)
            let first = try ModelConsole<M>(rom: rom)
            first.machine.clocksPerSample = seed % 2 == 0 ? 128 : 0
            first.runCycles(UInt32.random(in: 0...60_000, using: &random), &random)
            first.machine.takeSound { _, _ in }
            let state = first.stateBytes
            XCTAssertEqual(state.count, first.machine.saveStateByteCount)
            let clock = first.machine.clock

            let second = try ModelConsole<M>(rom: rom)
            XCTAssertNil(second.load(state))
            XCTAssertEqual(second.stateBytes, state, "seed \(seed)")
            XCTAssertEqual(second.machine.clock, clock)
            var again = random
            first.machine.hold([.a, .left])
            second.machine.hold([.a, .left])
            first.runCycles(20_000, &random)
            second.runCycles(20_000, &again)
            var sounds: ([Int16], [Int16]) = ([], [])
            first.machine.takeSound { sounds.0 += [$0, $1] }
            second.machine.takeSound { sounds.1 += [$0, $1] }
            XCTAssertEqual(sounds.0, sounds.1, "seed \(seed)")
            XCTAssertEqual(first.machine.pictureHash, second.machine.pictureHash)
            let states = (first.stateBytes, second.stateBytes)
            let difference = zip(states.0, states.1).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            XCTAssertNil(difference, "seed \(seed)")
        }
    }

    func testTheGreyMachineGoesOnToTheBit() throws { try checkGoesOn(DMG.self) }
    func testTheColourMachineGoesOnToTheBit() throws { try checkGoesOn(CGB.self) }

    /// Saving itself changes nothing.
    func testSavingLeavesTheMachineAsItIs() throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            let rom = randomROM(seed: seed, forColour: true)
            let (plain, saved) = (try ColourConsole(rom: rom), try ColourConsole(rom: rom))
            for _ in 0..<30 {
                _ = plain.machine.run(machineCycles: 500)
                _ = saved.machine.run(machineCycles: 500)
                _ = saved.stateBytes
            }
            XCTAssertEqual(plain.stateBytes, saved.stateBytes)
        }
    }

    func testBadStatesAreNamed() throws {
        let console = try Console([0x18, 0xFE])
        console.runFrames(2)
        let state = console.stateBytes
        func changed(_ offset: Int, _ byte: UInt8) -> [UInt8] {
            var bytes = state
            bytes[offset] = byte
            return bytes
        }
        XCTAssertEqual(console.load([]), .length(expected: state.count, found: 0))
        XCTAssertEqual(console.load(Array(state.dropLast())), .length(expected: state.count, found: state.count - 1))
        XCTAssertEqual(console.load(state + [0]), .length(expected: state.count, found: state.count + 1))
        XCTAssertEqual(console.load(changed(2, 0x00)), .magic(offset: 2, expected: 0x52, found: 0))
        XCTAssertEqual(console.load(changed(8, 3)), .version(expected: 2, found: 3))
        XCTAssertEqual(console.load(changed(9, 1)), .model(expected: 0, found: 1))
        XCTAssertEqual(
            console.load(changed(10, state[10] ^ 1)),
            .cartridge(offset: 10, address: 0x14D, expected: state[10], found: state[10] ^ 1))
        XCTAssertEqual(
            console.load(changed(14, state[14] ^ 1)), .header(offset: 14, expected: state[14], found: state[14] ^ 1))
        guard case .checksum(state.count - 4, _, _)? = console.load(changed(300, state[300] ^ 4)) else {
            return XCTFail("a changed byte is found by the checksum")
        }
        // IME is a byte of 0 or 1 somewhere; at least one field refuses 0xFF with a right checksum.
        let refused = (18..<400).filter {
            if case .field? = console.load(withChecksum(changed($0, 0xFF))) { return true }
            return false
        }
        XCTAssertFalse(refused.isEmpty)
        XCTAssertNil(console.load(state))
        XCTAssertEqual(console.stateBytes, state, "what was refused has changed nothing")
    }

    func testTheErrorSaysWhatWasExpectedAndWhere() {
        var text = StringOutput()
        SaveStateError.version(expected: 2, found: 3).write(to: &text)
        XCTAssertEqual(
            text.text, "a newer version of the format: byte 0x08 (the version) is 0x03, expected 0x02")
        text = StringOutput()
        SaveStateError.cartridge(offset: 10, address: 0x14D, expected: 0x12, found: 0x34).write(to: &text)
        XCTAssertEqual(
            text.text,
            "another cartridge's state: byte 0x0A (the cartridge's byte at 0x014D) is 0x34, expected 0x12")
    }

    /// Any single bit that flips is found.
    func testEveryFlippedBitIsFound() throws {
        let console = try Console([0x18, 0xFE])
        let state = console.stateBytes
        var random = Random(seed: 5)
        for _ in 0..<60 {
            var bytes = state
            bytes[Int.random(in: 0..<state.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
            XCTAssertNotNil(console.load(bytes))
        }
    }

    /// With a right checksum wrong values can be loaded, and run without a trap.
    private func checkNonsense<M: Model>(_ model: M.Type, _ rounds: Int) throws {
        var random = Random(seed: 8)
        let console = try ModelConsole<M>(rom: randomROM(seed: 3, forColour: true))
        let state = console.stateBytes
        var loaded = 0
        for _ in 0..<rounds {
            var bytes = state
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 18..<700, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if console.load(withChecksum(bytes)) == nil {
                loaded += 1
                console.runFrames(1)
                console.machine.takeSound { _, _ in }
            }
        }
        XCTAssertGreaterThan(loaded, rounds / 8)
    }

    func testNonsenseRunsWithoutATrap() throws {
        try checkNonsense(DMG.self, 60)
        try checkNonsense(CGB.self, 30)
    }

    /// Every machine cycle of a frame's blank lines has a state that is taken.
    func testStatesOfEachCycleInTheVBlank() throws {
        let console = try Console([0x18, 0xFE])
        console.runFrames(2)
        for cycle in 0..<1140 {
            _ = console.machine.run(machineCycles: 1)
            XCTAssertNil(console.load(console.stateBytes), "cycle \(cycle)")
        }
    }
}
