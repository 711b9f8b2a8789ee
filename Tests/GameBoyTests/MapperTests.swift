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

    /// 2 KB come four times in the window, whichever way an address is reached, and are 2 KB of a save.
    func testTwoKilobytesOfRAMComeFourTimes() throws {
        for type in [0x03, 0x09, 0x13, 0x1B, 0xFF] as [UInt8] {
            let console = try run(
                set(0x0000, 0x0A) + set(0xA000, 0x11) + set(0xBFFF, 0x22) + keep(0xA800, 0) + keep(0xB000, 1)
                    + keep(0xA7FF, 2) + set(0xB801, 0x33) + keep(0xA001, 3), type: type, sizeCode: 0, ramCode: 1)
            XCTAssertEqual(kept(console, 4), [0x11, 0x11, 0x22, 0x33], "type \(type)")
            XCTAssertEqual(console.machine.peek(0xB001), 0x33)
            let bytes = save(console, now: 0)
            XCTAssertEqual(bytes.count, 0x800)
            XCTAssertEqual([bytes[0], bytes[1], bytes[0x7FF]], [0x11, 0x33, 0x22])
            let second = try Console(rom: makeROM([0x18, 0xFE], type: type, ramCode: 1))
            try second.machine.load(batterySave: bytes.span, now: 0)
            XCTAssertEqual(save(second, now: 0), bytes)
            XCTAssertNil(second.load(try saveState(of: second)))
        }
    }
    private func saveState(of console: Console) throws -> [UInt8] {
        let bytes = console.stateBytes
        XCTAssertEqual(bytes.count, try Console(rom: makeROM([0x18, 0xFE])).stateBytes.count + 0x800)
        return bytes
    }

    /// OAM DMA reads 2 KB of RAM as the CPU does.
    func testDMAReadsTwoKilobytesOfRAM() throws {
        let inHighRAM: [UInt8] = [0x3E, 0xB8, 0xE0, 0x46, 0x3E, 0x28, 0x3D, 0x20, 0xFD, 0x40, 0x18, 0xFE]
        let copy = inHighRAM.enumerated().flatMap { set(0xFF80 + UInt16($0.offset), $0.element) }
        let console = try Console(
            rom: makeROM(
                // The LCD is off, so that OAM can be read.
                [0xAF, 0xE0, 0x40] + set(0x0000, 0x0A) + set(0xA000, 0x5A) + set(0xA09F, 0xA5) + copy + [0xC3, 0x80, 0xFF],
                type: 3, ramCode: 1))
        console.runToBreakpoint()
        XCTAssertEqual([console.machine.peek(0xFE00), console.machine.peek(0xFE9F)], [0x5A, 0xA5])
    }

    /// Banks that a file does not have, wholly or in part.
    func testMissingROMReadsFF() throws {
        var rom = makeROM(
            set(0x2000, 2) + keep(0x4000, 0) + keep(0x4FFF, 1) + keep(0x5000, 2) + keep(0x7FFF, 3) + set(0x2000, 3)
                + keep(0x4000, 4) + set(0x2000, 5) + keep(0x4000, 5) + [0x40, 0x18, 0xFE], type: 1, sizeCode: 1)
        for bank in 1..<4 { rom[bank * 0x4000] = UInt8(bank) }
        rom[0x8FFF] = 0x77
        let console = try Console(rom: Array(rom.prefix(0x9000)), acceptsOdd: true)
        console.runToBreakpoint()
        XCTAssertEqual(kept(console, 6), [2, 0x77, 0xFF, 0xFF, 0xFF, 1])

        // Less than a bank: the program runs, and the rest is not there.
        let short = try Console(
            rom: Array(makeROM(keep(0x0200, 0) + keep(0x4000, 1) + [0x40, 0x18, 0xFE]).prefix(0x180)), acceptsOdd: true)
        short.runToBreakpoint()
        XCTAssertEqual(kept(short, 2), [0xFF, 0xFF])
    }

    /// Banks beyond the header's size are there, and with 96 of them the next power of two ends in missing ones.
    func testBanksBeyondTheHeadersSize() throws {
        var rom = makeROM(
            set(0x2000, 95) + keep(0x4000, 0) + set(0x2000, 96) + keep(0x4000, 1) + set(0x2000, 129) + keep(0x4000, 2)
                + [0x40, 0x18, 0xFE], type: 0x19)
        rom += [UInt8](repeating: 0, count: 94 * 0x4000)
        for bank in 1..<96 { rom[bank * 0x4000] = UInt8(bank) }
        for code in [0, 0x54] as [UInt8] {
            rom[0x148] = code
            fixChecksum(&rom)
            let console = try Console(rom: rom, acceptsOdd: true)
            console.runToBreakpoint()
            XCTAssertEqual(kept(console, 3), [95, 0xFF, 1], "code \(code)")
        }
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
        console.machine.writeBatterySave(to: &bytes, now: now)
        return bytes.bytes
    }

    func testASaveComesBackWithTheTimeThatPassed() throws {
        let first = try run(
            setClock([58, 59, 23, 9, 0]) + set(0x4000, 1) + set(0xA123, 0x42), type: 0x10, sizeCode: 1, ramCode: 3)
        let bytes = save(first, now: 1_000_000)
        XCTAssertEqual(bytes.count, 0x8000 + 48)
        let second = try run([], type: 0x10, sizeCode: 1, ramCode: 3)
        try second.machine.load(batterySave: bytes.span, now: 1_000_000 + 3 + 86_400 * 2)
        XCTAssertEqual(second.ram[0x2123], 0x42)
        XCTAssertEqual(second.machine.cartridgeClock, ClockTime(seconds: 1, days: 12))
        // Without a known time, and without the clock's part.
        try second.machine.load(batterySave: bytes.span, now: 0)
        XCTAssertEqual(second.machine.cartridgeClock, ClockTime(seconds: 58, minutes: 59, hours: 23, days: 9))
        let ramAlone = Array(bytes.dropLast(48))
        try second.machine.load(batterySave: ramAlone.span, now: 0)
    }

    private func refused(_ bytes: [UInt8], by console: Console) -> String? {
        do throws(BatterySaveError) {
            try console.machine.load(batterySave: bytes.span, now: 1)
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
    /// The warnings of a save that is taken.
    private func warnings(_ bytes: [UInt8], by console: Console, now: UInt64 = 0) throws -> [String] {
        var warnings: [String] = []
        try console.machine.load(batterySave: bytes.span, now: now) { odd in
            var output = StringOutput()
            odd.writeWarning(to: &output)
            warnings.append(output.text)
        }
        return warnings
    }

    func testAShortOrEmptySaveIsTakenAsFarAsItGoes() throws {
        let console = try run([], type: 3, sizeCode: 0, ramCode: 2)
        XCTAssertEqual(
            try warnings([], by: console),
            ["the save has 0 bytes, and this cartridge's has 8192 bytes; the rest of the RAM is blank"])
        XCTAssertEqual(console.ram[0], 0xFF)
        XCTAssertEqual(
            try warnings([1, 2], by: console),
            ["the save has 2 bytes, and this cartridge's has 8192 bytes; the rest of the RAM is blank"])
        XCTAssertEqual(Array(console.ram[..<3]), [1, 2, 0xFF])
        XCTAssertEqual(
            refused([1, 2], by: console), "the save has 2 bytes, and this cartridge's has 8192 bytes")
    }

    func testAClockWithATimeOfFourBytes() throws {
        let first = try run(
            setClock([58, 59, 23, 9, 0]) + set(0x4000, 1) + set(0xA123, 0x42), type: 0x10, sizeCode: 1, ramCode: 3)
        let bytes = Array(save(first, now: 1_000_000).dropLast(4))
        let second = try run([], type: 0x10, sizeCode: 1, ramCode: 3)
        XCTAssertEqual(
            try warnings(bytes, by: second, now: 1_000_003),
            ["the save's time at 0x8028 has 4 bytes, and 8 are expected; the clock is read so"])
        XCTAssertEqual(second.ram[0x2123], 0x42)
        XCTAssertEqual(second.machine.cartridgeClock, ClockTime(seconds: 1, days: 10))
        XCTAssertEqual(refused(bytes, by: second), "the save's time at 0x8028 has 4 bytes, and 8 are expected")
    }

    func testPartOfAClockIsLeftOut() throws {
        let first = try run(
            setClock([1, 2, 3, 4, 0]) + set(0x4000, 0) + set(0xA000, 0x42), type: 0x10, sizeCode: 1, ramCode: 2)
        for missing in [1, 3, 5, 47] {
            let second = try run([], type: 0x10, sizeCode: 1, ramCode: 2)
            XCTAssertEqual(
                try warnings(Array(save(first, now: 5).dropLast(missing)), by: second),
                [
                    "the save has \(8240 - missing) bytes, and this cartridge's has 8192 bytes, or with its clock 8240; "
                        + "the part of a clock is not used"
                ])
            XCTAssertEqual(second.ram[0], 0x42)
            XCTAssertEqual(second.machine.cartridgeClock, ClockTime())
        }
    }

    func testAClockOfACartridgeThatHasNone() throws {
        for clock in [44, 48] {
            let console = try run([], type: 3, sizeCode: 0, ramCode: 1)
            let bytes = [UInt8](repeating: 0x42, count: 0x800 + clock)
            XCTAssertEqual(
                try warnings(bytes, by: console),
                [
                    "the save has \(clock) bytes of a clock from 0x0800 on, and this cartridge has no clock; "
                        + "they are not used, and not saved again"
                ])
            XCTAssertEqual(console.ram[0x7FF], 0x42)
            XCTAssertNotNil(refused(bytes, by: console))
        }
    }

    func testBitsThatNoRegisterHasAreLeftOut() throws {
        let console = try run([], type: 0x10, sizeCode: 1, ramCode: 2)
        var bytes = save(console, now: 5)
        bytes[0x2004] = 0x45
        bytes[0x2001] = 0xFF
        XCTAssertEqual(
            try warnings(bytes, by: console),
            [
                "the save's byte at 0x2001 is 0xFF, and its register of the clock has only the bits of 0x00; "
                    + "bits that no register has are left out"
            ])
        XCTAssertEqual(console.machine.cartridgeClock?.minutes, 5)
    }

    /// What would be lost with the next save is not cut off.
    func testALongSaveIsRefusedAllTheSame() throws {
        for count in [8193, 8192 + 45, 8192 + 49, 32768] {
            XCTAssertThrowsError(
                try warnings([UInt8](repeating: 1, count: count), by: try run([], type: 3, sizeCode: 0, ramCode: 2))
            ) { XCTAssertEqual($0 as? BatterySaveError, .tooLong(expected: 8192, withClock: nil, found: count)) }
        }
        XCTAssertThrowsError(
            try warnings([UInt8](repeating: 1, count: 8241), by: try run([], type: 0x10, sizeCode: 1, ramCode: 2)))
    }
}
