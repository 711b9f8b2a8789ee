// Bank switching, the clock, the motor, and what a battery keeps, through small programs.
import GameBoy
import Text
import XCTest

final class MapperTests: XCTestCase {
    /// Writes bank numbers and reads what comes up; each bank starts with its number.
    func testMBC1SwitchesROMBanks() throws {
        var program: [UInt8] = []
        let requests: [(low: UInt8, high: UInt8)] = [(1, 0), (0, 0), (5, 0), (0x1F, 0), (0x20, 0), (0, 1), (3, 1)]
        for (index, request) in requests.enumerated() {
            program += [0x3E, request.low, 0xEA, 0x00, 0x20]  // LD A,low; LD (2000),A
            program += [0x3E, request.high, 0xEA, 0x00, 0x40]  // LD A,high; LD (4000),A
            program += [0xFA, 0x00, 0x40, 0xEA, UInt8(index), 0xC0]  // LD A,(4000); LD (C000+index),A
        }
        // Mode 1: the high bits reach 0x0000...0x3FFF too, so the program goes on in RAM.
        let probe: [UInt8] = [0x3E, 1, 0xEA, 0, 0x60, 0xFA, 0, 0, 0xEA, 0x10, 0xC0, 0xAF, 0xEA, 0, 0x60, 0x40, 0x18, 0xFE]
        for (index, byte) in probe.enumerated() { program += [0x3E, byte, 0xEA, UInt8(index), 0xD0] }
        program += [0xC3, 0x00, 0xD0]
        var rom = makeROM(program, type: 1, sizeCode: 5)
        for bank in 1..<64 { rom[bank * 0x4000] = UInt8(bank) }
        let console = try Console(rom: rom)
        console.runToBreakpoint()
        XCTAssertEqual((0..<requests.count).map { console.machine.peek(0xC000 + UInt16($0)) }, [1, 1, 5, 31, 1, 33, 35])
        XCTAssertEqual(console.machine.peek(0xC010), 32)
    }

    func testMBC1OpensAndSwitchesRAM() throws {
        func set(_ address: UInt16, _ value: UInt8) -> [UInt8] {
            [0x3E, value, 0xEA, UInt8(address & 0xFF), UInt8(address >> 8)]
        }
        let program: [UInt8] =
            set(0xA000, 0x11)  // Closed: lost.
            + set(0x0000, 0x0A) + set(0xA001, 0x22) + set(0x6000, 1) + set(0x4000, 2) + set(0xA001, 0x33)
            + set(0x4000, 0) + [0xFA, 0x01, 0xA0, 0xEA, 0x00, 0xC0]
            + set(0x0000, 0) + [0xFA, 0x01, 0xA0, 0xEA, 0x01, 0xC0, 0x40, 0x18, 0xFE]
        let console = try Console(rom: makeROM(program, type: 3, sizeCode: 0, ramCode: 3))
        console.runToBreakpoint()
        XCTAssertEqual(console.ram[0], 0xFF)
        XCTAssertEqual(console.ram[1], 0x22)
        XCTAssertEqual(console.ram[0x4001], 0x33)
        XCTAssertEqual(console.machine.peek(0xC000), 0x22)
        XCTAssertEqual(console.machine.peek(0xC001), 0xFF)
    }

    /// LD A,value; LD (address),A.
    private func set(_ address: UInt16, _ value: UInt8) -> [UInt8] {
        [0x3E, value, 0xEA, UInt8(address & 0xFF), UInt8(address >> 8)]
    }
    /// LD A,(address); LD (C000+index),A.
    private func keep(_ address: UInt16, _ index: UInt8) -> [UInt8] {
        [0xFA, UInt8(address & 0xFF), UInt8(address >> 8), 0xEA, index, 0xC0]
    }

    /// Runs a program on a cartridge whose banks begin with their numbers, the high byte at the second place.
    private func run(_ program: [UInt8], type: UInt8, sizeCode: UInt8, ramCode: UInt8 = 0) throws -> Console {
        var rom = makeROM(program + [0x40, 0x18, 0xFE], type: type, sizeCode: sizeCode, ramCode: ramCode)
        for bank in 1..<rom.count / 0x4000 {
            rom[bank * 0x4000] = UInt8(bank & 0xFF)
            rom[bank * 0x4000 + 1] = UInt8(bank >> 8)
        }
        let console = try Console(rom: rom)
        console.runToBreakpoint()
        return console
    }
    private func kept(_ console: Console, _ count: Int) -> [UInt8] {
        (0..<count).map { console.machine.peek(0xC000 + UInt16($0)) }
    }

    func testROMAloneIgnoresWrites() throws {
        let console = try Console([0x3E, 5, 0xEA, 0x00, 0x20, 0x40, 0x18, 0xFE], at: [0x4000: [0x77]])
        console.runToBreakpoint()
        XCTAssertEqual(console.machine.peek(0x4000), 0x77)
    }

    func testAMulticartHasFourBitsOfLowBank() throws {
        var rom = makeROM(
            set(0x4000, 1) + set(0x2000, 0x12) + keep(0x4000, 0) + set(0x2000, 0x10) + keep(0x4000, 1) + [0x40, 0x18, 0xFE],
            type: 1, sizeCode: 5)
        for bank in 1..<64 { rom[bank * 0x4000] = UInt8(bank) }
        let single = try Console(rom: rom)
        single.runToBreakpoint()
        XCTAssertEqual(kept(single, 2), [0x32, 0x30])
        for game in 0..<4 {
            for index in 0..<48 { rom[game * 0x4_0000 + 0x104 + index] = index == 0 ? 0xCE : index == 1 ? 0xED : UInt8(index) }
        }
        let four = try Console(rom: rom)
        four.runToBreakpoint()
        XCTAssertEqual(kept(four, 2), [0x12, 0x10])
    }

    func testMBC2SwitchesByAddressBit8AndKeepsHalfBytes() throws {
        let console = try run(
            set(0x2100, 5) + keep(0x4000, 0) + set(0x2000, 7) + keep(0x4000, 1) + set(0x2100, 0) + keep(0x4000, 2)
                + set(0x0000, 0x0A) + set(0xA000, 0x5C) + keep(0xA000, 3) + keep(0xA200, 4) + set(0x0000, 0)
                + keep(0xA000, 5), type: 6, sizeCode: 3)
        XCTAssertEqual(kept(console, 6), [5, 5, 1, 0xFC, 0xFC, 0xFF])
        XCTAssertEqual(console.ram.count, 512)
        XCTAssertEqual(console.ram[0], 0x0C)
    }

    func testMBC5HasNineBitsOfBankAndABankZero() throws {
        let console = try run(
            set(0x2000, 0x34) + set(0x3000, 1) + keep(0x4000, 0) + keep(0x4001, 1) + set(0x3000, 0) + set(0x2000, 0)
                + keep(0x0150, 2) + keep(0x4150, 3) + set(0x0000, 0x0A) + set(0x4000, 3) + set(0xA000, 0x77), type: 0x1B,
            sizeCode: 8, ramCode: 4)
        XCTAssertEqual(kept(console, 4), [0x34, 1, 0x3E, 0x3E])
        XCTAssertEqual(console.ram[3 * 0x2000], 0x77)
        XCTAssertFalse(console.machine.isRumbling)
    }

    func testMBC5sMotorHangsOnTheRAMBank() throws {
        XCTAssertTrue(try run(set(0x4000, 8), type: 0x1E, sizeCode: 1, ramCode: 3).machine.isRumbling)
        XCTAssertFalse(try run(set(0x4000, 7), type: 0x1E, sizeCode: 1, ramCode: 3).machine.isRumbling)
        XCTAssertFalse(try run(set(0x4000, 8), type: 0x1B, sizeCode: 1, ramCode: 3).machine.isRumbling)
    }

    func testHuC1ShowsItsEyeOrItsRAM() throws {
        let console = try run(
            set(0x2000, 0x23) + keep(0x4000, 0) + set(0x4000, 2) + set(0xA000, 0x66) + set(0x0000, 0x0E) + keep(0xA000, 1)
                + set(0xA000, 1) + set(0x0000, 0) + keep(0xA000, 2), type: 0xFF, sizeCode: 5, ramCode: 3)
        XCTAssertEqual(kept(console, 3), [0x23, 0xC0, 0x66])
        XCTAssertEqual(console.ram[2 * 0x2000], 0x66)
    }

    // MARK: - The clock

    /// Opens the cartridge and writes the clock: seconds, minutes, hours, days, control.
    private func setClock(_ values: [UInt8]) -> [UInt8] {
        set(0x0000, 0x0A) + values.enumerated().flatMap { set(0x4000, UInt8(8 + $0.offset)) + set(0xA000, $0.element) }
    }
    private let latch: [UInt8] = [0xAF, 0xEA, 0x00, 0x60, 0x3C, 0xEA, 0x00, 0x60]

    func testTheClockCarriesThroughAllItsRegisters() throws {
        let console = try run(setClock([59, 59, 23, 0xFF, 0x01]), type: 0x10, sizeCode: 1, ramCode: 3)
        XCTAssertEqual(console.machine.cartridgeClock, ClockTime(seconds: 59, minutes: 59, hours: 23, days: 511))
        for _ in 0..<60 { _ = console.machine.run(machineCycles: Machine.machineCyclesPerFrame * 2) }
        XCTAssertEqual(console.machine.cartridgeClock, ClockTime(hasOverflowed: true))
    }

    func testSecondsBeyond59GoOnWithoutACarry() throws {
        let console = try run(setClock([63, 10, 0, 0, 0]), type: 0x10, sizeCode: 1, ramCode: 3)
        for _ in 0..<60 { _ = console.machine.run(machineCycles: Machine.machineCyclesPerFrame * 2) }
        XCTAssertEqual(console.machine.cartridgeClock, ClockTime(minutes: 10))
    }

    func testAHaltedClockStandsAndOnlyALatchShowsTheTime() throws {
        let halted = try run(setClock([5, 0, 0, 0, 0x40]), type: 0x10, sizeCode: 1, ramCode: 3)
        for _ in 0..<130 { _ = halted.machine.run(machineCycles: Machine.machineCyclesPerFrame * 2) }
        XCTAssertEqual(halted.machine.cartridgeClock, ClockTime(seconds: 5, isHalted: true))

        let waiting = try Console(
            rom: makeROM(
                setClock([5, 0, 0, 0, 0]) + latch + set(0x4000, 8) + [0x18, 0xFE], type: 0x10, sizeCode: 1, ramCode: 3))
        waiting.runFrames(100)
        XCTAssertEqual(waiting.machine.cartridgeClock?.seconds, 6)
        XCTAssertEqual(waiting.machine.peek(0xA000), 5, "not latched again")
    }

    // MARK: - Saves

    private struct Bytes: ByteOutput {
        var bytes: [UInt8] = []
        mutating func write(byte: UInt8) { bytes.append(byte) }
    }
    private func save(_ console: Console, now: UInt64) -> [UInt8] {
        var bytes = Bytes()
        console.machine.writeSave(to: &bytes, now: now)
        return bytes.bytes
    }

    func testASaveComesBackWithTheTimeThatPassed() throws {
        let first = try run(
            setClock([58, 59, 23, 9, 0]) + set(0x4000, 1) + set(0xA123, 0x42), type: 0x10, sizeCode: 1, ramCode: 3)
        let bytes = save(first, now: 1_000_000)
        XCTAssertEqual(bytes.count, 0x8000 + 48)
        let second = try run([], type: 0x10, sizeCode: 1, ramCode: 3)
        try second.machine.load(save: bytes.span, now: 1_000_000 + 3 + 86_400 * 2)
        XCTAssertEqual(second.ram[0x2123], 0x42)
        XCTAssertEqual(second.machine.cartridgeClock, ClockTime(seconds: 1, days: 12))
        // Without a known time, and without the clock's part.
        try second.machine.load(save: bytes.span, now: 0)
        XCTAssertEqual(second.machine.cartridgeClock, ClockTime(seconds: 58, minutes: 59, hours: 23, days: 9))
        let ramAlone = Array(bytes.dropLast(48))
        try second.machine.load(save: ramAlone.span, now: 0)
    }

    private func refused(_ bytes: [UInt8], by console: Console) -> String? {
        do throws(SaveError) {
            try console.machine.load(save: bytes.span, now: 1)
            return nil
        } catch {
            var output = StringOutput()
            error.write(to: &output)
            return output.text
        }
    }

    func testABadSaveIsRefusedAndChangesNothing() throws {
        let console = try run(setClock([1, 2, 3, 4, 0]), type: 0x10, sizeCode: 1, ramCode: 2)
        var bytes = save(console, now: 5)
        XCTAssertEqual(
            refused(Array(bytes.dropLast()), by: console),
            "the save has 8239 bytes, and this cartridge's has 8192 bytes, or with its clock 8240")
        bytes[0] = 0x99
        bytes[0x2004] = 0x40
        XCTAssertEqual(
            refused(bytes, by: console),
            "the save's byte at 0x2004 is 0x40, and its register of the clock has only the bits of 0x3F")
        XCTAssertEqual(console.ram[0], 0xFF)
        XCTAssertEqual(console.machine.cartridgeClock?.minutes, 2)
        XCTAssertEqual(
            refused([], by: try run([], type: 1, sizeCode: 0)), "the cartridge has no battery, so there is nothing to save")
        XCTAssertEqual(
            refused([1], by: try run([], type: 6, sizeCode: 0)), "the save has 1 byte, and this cartridge's has 512 bytes")
    }
}
