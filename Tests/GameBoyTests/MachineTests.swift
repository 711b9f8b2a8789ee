// Timer, interrupts, joypad, serial port, DMA, and the machine as a whole, through small programs.
import GameBoy
import XCTest

final class TimerTests: XCTestCase {
    func testDIVCountsEvery64Cycles() throws {
        // Resets DIV, waits, and reads it: the read comes `nops` + 3 cycles after the write.
        func div(after nops: Int) throws -> UInt8 {
            let program: [UInt8] = [0xE0, 0x04] + [UInt8](repeating: 0, count: nops) + [0xF0, 0x04, 0x40, 0x18, 0xFE]
            let console = try Console(program)
            console.runToBreakpoint()
            return console.machine.registers.a
        }
        XCTAssertEqual(try div(after: 60), 0)
        XCTAssertEqual(try div(after: 61), 1)
        XCTAssertEqual(try div(after: 124), 1)
        XCTAssertEqual(try div(after: 125), 2)
    }

    func testTIMACountsAtTheSelectedRate() throws {
        for (select, cycles) in [(0, 256), (1, 4), (2, 16), (3, 64)] as [(UInt8, Int)] {
            let program: [UInt8] =
                [0x3E, 4 | select, 0xE0, 0x07, 0xAF, 0xE0, 0x04, 0xE0, 0x05]
                + [UInt8](repeating: 0, count: cycles * 3 - 6) + [0xF0, 0x05, 0x40, 0x18, 0xFE]
            let console = try Console(program)
            console.runToBreakpoint()
            XCTAssertEqual(console.machine.registers.a, 3, "TAC \(4 | select)")
        }
    }

    /// TIMA or IF, read `cycles` machine cycles after the write to DIV, with TIMA at 0xFE, TMA at 0x23, and a
    /// tick each 4 cycles.
    private func overflow(_ register: UInt8, after cycles: Int) throws -> UInt8 {
        let program: [UInt8] =
            [0xAF, 0xE0, 0x0F, 0x3E, 0x23, 0xE0, 0x06, 0x3E, 5, 0xE0, 0x07, 0x3E, 0xFE, 0xE0, 0x04, 0xE0, 0x05]
            + [UInt8](repeating: 0, count: cycles - 6) + [0xF0, register, 0x40, 0x18, 0xFE]
        let console = try Console(program)
        console.runToBreakpoint()
        return console.machine.registers.a
    }

    func testAnOverflowReadsZeroForACycleAndThenReloads() throws {
        XCTAssertEqual(try (7...10).map { try overflow(0x05, after: $0) }, [0xFF, 0x00, 0x23, 0x23])
        XCTAssertEqual(try (7...10).map { try overflow(0x0F, after: $0) & 4 }, [0, 0, 4, 4])
    }

    func testWritingDIVCanTickTIMA() throws {
        // With TAC 5 the counter's bit 3 is set half of the time; falling, it counts.
        func tima(nops: Int) throws -> UInt8 {
            let program: [UInt8] =
                [0x3E, 5, 0xE0, 0x07, 0xAF, 0xE0, 0x04, 0xE0, 0x05]
                + [UInt8](repeating: 0, count: nops) + [0xE0, 0x04, 0xF0, 0x05, 0x40, 0x18, 0xFE]
            let console = try Console(program)
            console.runToBreakpoint()
            return console.machine.registers.a
        }
        // The counter is reset, TIMA is cleared 3 cycles later, and the counter is reset again 6 + `nops`
        // cycles after the first time: bit 3 is then set if that is 2 or 3 in a period of 4.
        for nops in 0..<10 {
            let cycles = 6 + nops
            XCTAssertEqual(try tima(nops: nops), UInt8(cycles / 4 + (cycles % 4 >= 2 ? 1 : 0)))
        }
    }

    func testTheTimerInterruptWakesHALT() throws {
        let program: [UInt8] = [
            0xAF, 0xE0, 0x0F, 0xE0, 0x05, 0x3E, 0x80, 0xE0, 0x06, 0x3E, 4, 0xE0, 0xFF, 0x3E, 5, 0xE0, 0x07, 0xFB,
            0x76, 0x18, 0xFD,
        ]
        let console = try Console(program, at: [0x50: [0x40, 0xD9]])
        console.runToBreakpoint()
        let first = console.machine.clock
        console.runToBreakpoint()
        // 128 ticks of 16 clocks.
        XCTAssertEqual(console.machine.clock &- first, 128 * 16)
    }
}

final class InterruptTests: XCTestCase {
    /// Requests what `requested` says, enabled by `enabled`, and returns the number of the handler that ran.
    private func served(requested: UInt8, enabled: UInt8) throws -> UInt8 {
        var others: [Int: [UInt8]] = [:]
        for number in 0..<5 { others[0x40 + number * 8] = [0x06, UInt8(number), 0x40, 0x18, 0xFE] }
        let program: [UInt8] = [
            0x06, 0xFF, 0x3E, enabled, 0xE0, 0xFF, 0x3E, requested, 0xE0, 0x0F, 0xFB, 0x00, 0x00, 0x40, 0x18, 0xFE,
        ]
        let console = try Console(program, at: others)
        console.runToBreakpoint()
        return console.machine.registers.b
    }

    func testTheLowestBitIsServedFirst() throws {
        XCTAssertEqual(try served(requested: 0x1F, enabled: 0x1F), 0)
        XCTAssertEqual(try served(requested: 0x1C, enabled: 0x1F), 2)
        XCTAssertEqual(try served(requested: 0x1F, enabled: 0x10), 4)
        XCTAssertEqual(try served(requested: 0x0F, enabled: 0x10), 0xFF)
    }

    func testServingTakesFiveCycles() throws {
        // DIV's counter is reset, then an interrupt is requested: the handler's first instruction comes
        // 5 cycles after the request, and a timer at a tick each 4 cycles shows it.
        func clocks(_ handlerNops: Int, request: Bool) throws -> UInt32 {
            let program: [UInt8] = [
                0x3E, 0x08, 0xE0, 0xFF, 0xAF, 0xE0, 0x0F, 0xFB, 0x3E, request ? 0x08 : 0x00, 0x40, 0xE0, 0x0F, 0x40, 0x18, 0xFE,
            ]
            let console = try Console(program, at: [0x58: [UInt8](repeating: 0, count: handlerNops) + [0x40, 0x18, 0xFE]])
            console.runToBreakpoint()
            let start = console.machine.clock
            console.runToBreakpoint()
            return console.machine.clock &- start
        }
        // LDH takes 3 cycles and LD B,B 1; serving takes 5 in between.
        XCTAssertEqual(try clocks(0, request: false), 16)
        XCTAssertEqual(try clocks(0, request: true), 36)
    }

    func testEITakesEffectAfterTheNextInstruction() throws {
        // INC A stands after EI and is executed before the handler.
        let program: [UInt8] = [0x3E, 8, 0xE0, 0xFF, 0xE0, 0x0F, 0xAF, 0xFB, 0x3C, 0x3C, 0x40, 0x18, 0xFE]
        let console = try Console(program, at: [0x58: [0x40, 0x18, 0xFE]])
        console.runToBreakpoint()
        XCTAssertEqual(console.machine.registers.a, 1)
        XCTAssertFalse(console.machine.interruptsEnabled)
    }

    func testAnInterruptIsSeenWhileTheNextOpcodeIsFetched() throws {
        // TIMA requests its interrupt in the cycle that fetches DI after four INC A; after three it is a cycle late.
        func served(_ increments: Int) throws -> Bool {
            let program: [UInt8] =
                [0xAF, 0xE0, 0x06, 0xE0, 0x04, 0x3E, 4, 0xE0, 0xFF, 0xAF, 0xE0, 0x0F, 0x3E, 0xFE, 0xE0, 0x05]
                + [0x3E, 5, 0xE0, 0x07, 0xFB] + [UInt8](repeating: 0x3C, count: increments) + [0xF3, 0x40, 0x18, 0xFE]
            let console = try Console(program, at: [0x50: [0x06, 0x77, 0x40, 0x18, 0xFE]])
            console.runToBreakpoint()
            return console.machine.registers.b == 0x77
        }
        XCTAssertTrue(try served(4))
        XCTAssertFalse(try served(3))
    }

    func testDIAfterEIWins() throws {
        let program: [UInt8] = [0x3E, 8, 0xE0, 0xFF, 0xE0, 0x0F, 0xAF, 0xFB, 0xF3, 0x3C, 0x40, 0x18, 0xFE]
        let console = try Console(program, at: [0x58: [0x40, 0x18, 0xFE]])
        console.runToBreakpoint()
        XCTAssertEqual(console.machine.registers.a, 1)
    }

    func testHALTAfterEIIsReturnedTo() throws {
        let program: [UInt8] = [0x3E, 8, 0xE0, 0xFF, 0xE0, 0x0F, 0xFB, 0x76, 0x18, 0xFE]
        let console = try Console(program, at: [0x58: [0xE1, 0x40, 0x18, 0xFE]])  // POP HL
        console.runToBreakpoint()
        let registers = console.machine.registers
        XCTAssertEqual(UInt16(registers.h) << 8 | UInt16(registers.l), 0x157)
    }

    func testAPushOverIEWithdrawsTheInterrupt() throws {
        // With SP at 0, the upper byte of PC lands in IE (0xFFFF) and leaves no interrupt: the program goes
        // on at 0.
        let program: [UInt8] = [0x31, 0, 0, 0x3E, 8, 0xE0, 0xFF, 0xE0, 0x0F, 0xFB, 0x00, 0x00, 0x18, 0xFE]
        let console = try Console(program, at: [0: [0x3E, 0x99, 0x40, 0x18, 0xFE]])
        console.runToBreakpoint()
        XCTAssertEqual(console.machine.registers.a, 0x99)
        XCTAssertEqual(console.machine.peek(0xFFFF), 0x01)
    }

    func testTwoHALTsWithTheHaltBugHangAndTimeGoesOn() throws {
        let program: [UInt8] = [0xF3, 0x3E, 1, 0xE0, 0xFF, 0xE0, 0x0F, 0x76, 0x76, 0x40, 0x18, 0xFE]
        let console = try Console(program)
        console.machine.stopsAtBreakpoints = true
        XCTAssertEqual(console.machine.run(machineCycles: 1000), .budget)
        XCTAssertEqual(console.machine.run(machineCycles: 1000), .budget)
    }

    func testHALTWithInterruptsOffGoesOn() throws {
        let program: [UInt8] = [
            0xF3, 0xAF, 0xE0, 0x0F, 0x3E, 1, 0xE0, 0xFF, 0x76, 0x00, 0xF0, 0x44, 0x40, 0x18, 0xFE,
        ]
        let console = try Console(program)
        console.runToBreakpoint()
        XCTAssertEqual(console.machine.registers.a, 144)
    }
}

final class JoypadTests: XCTestCase {
    private func p1(select: UInt8, _ buttons: Buttons) throws -> UInt8 {
        let console = try Console([0x3E, select, 0xE0, 0x00, 0xF0, 0x00, 0x40, 0x18, 0xFE])
        console.machine.hold(buttons)
        console.runToBreakpoint()
        return console.machine.registers.a
    }

    func testRowsAreSelectedByZero() throws {
        let held: Buttons = [.up, .left, .start, .a]
        XCTAssertEqual(try p1(select: 0x20, held), 0xE9)
        XCTAssertEqual(try p1(select: 0x10, held), 0xD6)
        XCTAssertEqual(try p1(select: 0x00, held), 0xC0)
        XCTAssertEqual(try p1(select: 0x30, held), 0xFF)
    }

    func testAButtonWakesSTOP() throws {
        let console = try Console([0x3E, 0x20, 0xE0, 0x00, 0x10, 0x00, 0x40, 0x18, 0xFE])
        console.runFrames(3)
        XCTAssertEqual(console.machine.cpuMode, .stopped)
        console.machine.hold(.left)
        console.runToBreakpoint()
        XCTAssertEqual(console.machine.cpuMode, .running)
    }

    func testAButtonRequestsTheInterrupt() throws {
        let program: [UInt8] = [0x3E, 0x10, 0xE0, 0xFF, 0xE0, 0x00, 0xAF, 0xE0, 0x0F, 0xFB, 0x76, 0x18, 0xFD]
        let console = try Console(program, at: [0x60: [0x40, 0x18, 0xFE]])
        console.runFrames(2)
        XCTAssertEqual(console.machine.cpuMode, .halted)
        console.machine.hold(.a)
        console.runToBreakpoint()
        XCTAssertEqual(console.machine.registers.pc, 0x61)
    }
}

final class SerialTests: XCTestCase {
    func testBytesComeOutAndOnesComeIn() throws {
        // Sends "Hi", waiting for each transfer to end; SB then reads FF.
        let send: [UInt8] = [0xE0, 0x01, 0x3E, 0x81, 0xE0, 0x02, 0xF0, 0x02, 0xCB, 0x7F, 0x20, 0xFA]
        let program: [UInt8] = [0x3E, 0x48] + send + [0x3E, 0x69] + send + [0xF0, 0x01, 0x40, 0x18, 0xFE]
        let console = try Console(program)
        console.runToBreakpoint()
        XCTAssertEqual(console.takeSerial(), Array("Hi".utf8))
        XCTAssertEqual(console.machine.registers.a, 0xFF)
    }

    func testTheInterruptComesAfterEightBits() throws {
        let program: [UInt8] = [
            0xAF, 0xE0, 0x0F, 0x3E, 8, 0xE0, 0xFF, 0xE0, 0x04, 0x3E, 0x81, 0x40, 0xE0, 0x02, 0xFB, 0x76, 0x18, 0xFE,
        ]
        let console = try Console(program, at: [0x58: [0x40, 0x18, 0xFE]])
        console.runToBreakpoint()
        let start = console.machine.clock
        console.runToBreakpoint()
        // DIV was reset 4 cycles before; eight bits of 512 clocks, then 5 cycles to serve and 1 for LD B,B.
        XCTAssertEqual(Double(console.machine.clock &- start), 8 * 512 + 24, accuracy: 24)
    }

    func testAnExternalClockNeverTicks() throws {
        let console = try Console([0x3E, 0x80, 0xE0, 0x02, 0x18, 0xFE])
        console.runFrames(10)
        XCTAssertEqual(console.takeSerial(), [])
        XCTAssertEqual(console.machine.peek(0xFF02), 0xFE)
    }

    func testAFullRingLosesAndCounts() throws {
        let send: [UInt8] = [0x3E, 0x81, 0xE0, 0x02, 0xF0, 0x02, 0xCB, 0x7F, 0x20, 0xFA]
        let console = try Console(send + [0x18, UInt8(bitPattern: Int8(-2 - send.count))])
        console.runFrames(10)
        XCTAssertEqual(console.takeSerial().count, 64)
        XCTAssertGreaterThan(console.machine.lostSerialBytes, 0)
    }
}

final class ObjectDMATests: XCTestCase {
    func testCopies160BytesAndClosesTheBusMeanwhile() throws {
        // In high RAM: start, read ROM (the byte being moved comes), wait, and return.
        let routine: [UInt8] = [
            0xE0, 0x46, 0x00, 0x00, 0xFA, 0x50, 0x01, 0x47, 0x0E, 50, 0x0D, 0x20, 0xFD, 0xFA, 0x50, 0x01, 0xC9,
        ]
        var program: [UInt8] = []
        for (index, byte) in routine.enumerated() { program += [0x3E, byte, 0xE0, UInt8(0x80 + index)] }
        program += [0x3E, 0x20, 0xCD, 0x80, 0xFF, 0x40, 0x18, 0xFE]
        let source = (0..<160).map { UInt8($0 + 7 & 0xFF) }
        let console = try Console(program, at: [0x2000: source])
        console.runToBreakpoint()
        XCTAssertEqual((0..<160).map { console.machine.peek(0xFE00 + UInt16($0)) }, source)
        // After LDH two cycles pass, the first byte moves, and LD A,(nn) reads in its fourth cycle.
        XCTAssertEqual(console.machine.registers.b, source[4])
        XCTAssertEqual(console.machine.registers.a, program[0])
    }
}

final class ObjectDamageTests: XCTestCase {
    /// OAM is given 0...159 with the LCD off; at line 30 the program counts a pair of registers, after some cycles.
    private func objects(after nops: Int, _ instruction: [UInt8]) throws -> [UInt8] {
        let program: [UInt8] =
            [0x21, 0x00, 0xFE, 0xF0, 0x44, 0xFE, 0x90, 0x20, 0xFA, 0xAF, 0xE0, 0x40]
            + [0x7D, 0x22, 0x7D, 0xFE, 160, 0x20, 0xF9, 0x3E, 0x91, 0xE0, 0x40]
            + [0x11, 0x00, 0xFE, 0x01, 0xFF, 0xFD, 0xF0, 0x44, 0xFE, 30, 0x20, 0xFA]
            + [UInt8](repeating: 0, count: nops) + instruction + [0x40, 0x18, 0xFE]
        let console = try Console(program)
        console.runToBreakpoint()
        return (0..<160).map { console.machine.peek(0xFE00 + UInt16($0)) }
    }
    private let untouched = (0..<160).map { UInt8($0) }

    func testCountingAnAddressOfOAMDuringTheScanCopiesTheRowBefore() throws {
        let changed = try objects(after: 0, [0x13])  // INC DE
        let rows = (0..<20).filter { changed[$0 * 8..<$0 * 8 + 8] != untouched[$0 * 8..<$0 * 8 + 8] }
        XCTAssertEqual(rows.count, 1)
        let row = try XCTUnwrap(rows.first)
        XCTAssertEqual(Array(changed[row * 8 + 2..<row * 8 + 8]), Array(untouched[row * 8 - 6..<row * 8]))
    }

    func testElsewhereAndAtOtherTimesNothingHappens() throws {
        XCTAssertEqual(try objects(after: 0, [0x03]), untouched)  // INC BC, below OAM
        XCTAssertEqual(try objects(after: 70, [0x13]), untouched)
        XCTAssertEqual(try objects(after: 0, [0x1C]), untouched)  // INC E does not use the bus
    }
}

final class MachineTests: XCTestCase {
    /// On the chip, where a pointer has four bytes, they are a little smaller.
    func testTheStateIsAsSmallAsItIsSaidToBe() {
        XCTAssertLessThanOrEqual(Machine.byteCount, 28 << 10)
        XCTAssertLessThanOrEqual(ColourMachine.byteCount, 100 << 10)
        print("state: DMG \(Machine.byteCount) bytes, CGB \(ColourMachine.byteCount)")
    }

    func testStartsAsTheBootROMLeavesIt() throws {
        let console = try Console([0x18, 0xFE])
        XCTAssertEqual(
            console.machine.registers,
            Registers(a: 0x01, f: 0xB0, b: 0x00, c: 0x13, d: 0x00, e: 0xD8, h: 0x01, l: 0x4D, sp: 0xFFFE, pc: 0x0100))
        let expected: [(UInt16, UInt8)] = [
            (0xFF00, 0xCF), (0xFF01, 0x00), (0xFF02, 0x7E), (0xFF04, 0xAB), (0xFF05, 0x00), (0xFF06, 0x00),
            (0xFF07, 0xF8), (0xFF0F, 0xE1), (0xFF40, 0x91), (0xFF41, 0x85), (0xFF42, 0x00), (0xFF43, 0x00),
            (0xFF44, 0x00), (0xFF45, 0x00), (0xFF46, 0xFF), (0xFF47, 0xFC), (0xFF4A, 0x00), (0xFF4B, 0x00),
            (0xFFFF, 0x00),
        ]
        for (address, value) in expected {
            XCTAssertEqual(console.machine.peek(address), value, String(address, radix: 16))
        }
    }

    func testEchoRAMIsWorkRAM() throws {
        let console = try Console([0x3E, 0x5A, 0xEA, 0x34, 0xE2, 0xEA, 0x34, 0xF2, 0x40, 0x18, 0xFE])
        console.runToBreakpoint()
        XCTAssertEqual(console.machine.peek(0xC234), 0x5A)
        XCTAssertEqual(console.machine.peek(0xD234), 0x5A)
        XCTAssertEqual(console.machine.peek(0xF234), 0x5A)
    }

    func testAnIllegalOpcodeLocksAndTimeGoesOn() throws {
        let console = try Console([0xD3])
        XCTAssertEqual(console.machine.run(machineCycles: 1000), .locked)
        let clock = console.machine.clock
        XCTAssertEqual(console.machine.run(machineCycles: 1000), .locked)
        XCTAssertGreaterThanOrEqual(console.machine.clock &- clock, 4000)
    }

    func testABudgetIsKeptToWithinAnInstruction() throws {
        let console = try Console([0xCD, 0x50, 0x01])
        for budget in [0, 1, 7, 114, 1000] as [UInt32] {
            let start = console.machine.clock
            _ = console.machine.run(machineCycles: budget)
            let passed = (console.machine.clock &- start) / 4
            XCTAssertGreaterThanOrEqual(passed, budget)
            XCTAssertLessThan(passed, budget + 6)
        }
    }

    /// All that a program can see of a machine.
    private func everything(_ console: Console) -> [UInt32] {
        let registers = console.machine.registers
        let memory = (0...0xFFFF).map { UInt32(console.machine.peek($0)) }
        return memory + [
            UInt32(registers.pc), UInt32(registers.sp), UInt32(registers.a), UInt32(registers.f), console.machine.clock,
            console.machine.pictureHash,
        ]
    }

    /// A program of random bytes in ROM and RAM, with all interrupts' handlers random too.
    private func randomConsole(seed: UInt64) throws -> Console {
        var random = Random(seed: seed)
        // MBC1, MBC2, MBC3 with a clock, MBC5 with a motor, HuC1.
        let type = [0x03, 0x06, 0x10, 0x1E, 0xFF][Int(seed / 4 % 5)] as UInt8
        var rom = makeROM([], type: type, sizeCode: 1, ramCode: type == 0x06 ? 0 : 2)
        // Illegal opcodes would end most runs at once.
        let illegal: Set<UInt8> = [0xD3, 0xDB, 0xDD, 0xE3, 0xE4, 0xEB, 0xEC, 0xED, 0xF4, 0xFC, 0xFD]
        for address in rom.indices where !(0x100..<0x150).contains(address) {
            let byte = UInt8.random(in: 0...255, using: &random)
            rom[address] = illegal.contains(byte) && seed % 4 != 0 ? 0x00 : byte
        }
        fixChecksum(&rom)
        return try Console(rom: rom)
    }

    func testSlicesMakeNoDifference() throws {
        for seed in 1...24 as ClosedRange<UInt64> {
            let whole = try randomConsole(seed: seed)
            let sliced = try randomConsole(seed: seed)
            var random = Random(seed: seed)
            let end: UInt32 = 300_000
            while sliced.machine.clock < end {
                _ = sliced.machine.run(machineCycles: UInt32.random(in: 0...400, using: &random))
            }
            while whole.machine.clock < sliced.machine.clock {
                _ = whole.machine.run(machineCycles: (sliced.machine.clock - whole.machine.clock) / 4)
            }
            let first = zip(everything(whole), everything(sliced)).enumerated().first { $0.element.0 != $0.element.1 }
            XCTAssertNil(first, "seed \(seed)")
        }
    }

    func testRandomProgramsNeverTrap() throws {
        var random = Random(seed: 99)
        for seed in 1000..<1150 as Range<UInt64> {
            let console = try randomConsole(seed: seed)
            console.machine.clocksPerSample = UInt32.random(in: 32...512, using: &random)
            for _ in 0..<4 {
                console.machine.hold(Buttons(rawValue: UInt8.random(in: 0...255, using: &random)))
                console.runFrames(1)
                console.machine.takeSound { _, _ in }
            }
        }
    }
}
