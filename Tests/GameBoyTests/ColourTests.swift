// What a program finds in the colour machine besides colours: banks, speed, DMA, and how it starts.
import GameBoy
import XCTest

final class ColourTests: XCTestCase {
    /// Runs a program for colour machines to `LD B,B`.
    private func run(_ program: [UInt8], at others: [Int: [UInt8]] = [:]) throws -> ColourConsole {
        var rom = makeROM(program, at: others)
        rom[0x143] = 0xC0
        fixChecksum(&rom)
        let console = try ColourConsole(rom: rom)
        console.runToBreakpoint(frames: 30)
        return console
    }
    private let end: [UInt8] = [0x40, 0x18, 0xFE]
    private func set(_ register: UInt8, _ value: UInt8) -> [UInt8] { [0x3E, value, 0xE0, register] }
    /// LDH A,(n); LD (nn),A.
    private func keep(_ register: UInt8, at address: UInt8) -> [UInt8] { [0xF0, register, 0xEA, address, 0xC0] }
    private let lcdOff: [UInt8] = [0xF0, 0x44, 0xFE, 0x91, 0x20, 0xFA, 0xAF, 0xE0, 0x40]
    private let fast: [UInt8] = [0x3E, 0x30, 0xE0, 0x00, 0x3E, 0x01, 0xE0, 0x4D, 0x10, 0x00]

    func testStartsAsItsBootROMLeavesIt() throws {
        var rom = makeROM([0x18, 0xFE])
        let forGrey = try ColourConsole(rom: rom).machine.registers
        XCTAssertEqual(
            forGrey, Registers(a: 0x11, f: 0x80, b: 0, c: 0, d: 0x00, e: 0x08, h: 0x00, l: 0x7C, sp: 0xFFFE, pc: 0x0100))
        rom[0x143] = 0x80
        fixChecksum(&rom)
        let forColour = try ColourConsole(rom: rom).machine.registers
        XCTAssertEqual(
            forColour, Registers(a: 0x11, f: 0x80, b: 0, c: 0, d: 0xFF, e: 0x56, h: 0x00, l: 0x0D, sp: 0xFFFE, pc: 0x0100))
    }

    func testDIVAndLYAreWhereItsBootROMLeavesThem() throws {
        let console = try run(keep(0x04, at: 0) + keep(0x44, at: 1) + end)
        XCTAssertEqual((0..<2).map { console.machine.peek(0xC000 + UInt16($0)) }, [0x1E, 144])
        // For a program that does not know colours the boot ROM chooses palettes, and takes longer.
        let grey = try ColourConsole(rom: makeROM(keep(0x04, at: 0) + keep(0x44, at: 1) + end))
        grey.runToBreakpoint(frames: 2)
        XCTAssertEqual((0..<2).map { grey.machine.peek(0xC000 + UInt16($0)) }, [0x26, 148])
    }

    /// Unlike the grey machine (Pan Docs, "Spurious STAT interrupts").
    func testWritingSTATRequestsNoInterruptByItself() throws {
        let vBlank: [UInt8] = [0xF0, 0x44, 0xFE, 0x91, 0x20, 0xFA]
        let program = [0xF3] + set(0x41, 0) + vBlank + set(0x0F, 0) + set(0x41, 0) + keep(0x0F, at: 0) + end
        XCTAssertEqual(try run(program).machine.peek(0xC000), 0xE0)
        let grey = try Console(rom: makeROM(program))
        grey.runToBreakpoint(frames: 5)
        XCTAssertEqual(grey.machine.peek(0xC000), 0xE2)
    }

    /// The cartridge and work RAM have a bus each (Pan Docs, "OAM DMA bus conflicts").
    func testOAMDMAFromWorkRAMLeavesTheCartridgeToTheCPU() throws {
        let wait: [UInt8] = [0x3E, 60, 0x3D, 0x20, 0xFD]
        let console = try run([0x3E, 0xC0, 0xE0, 0x46] + wait + [0x06, 3] + end)
        XCTAssertEqual(console.machine.registers.b, 3, "the code went on in ROM")
    }

    func testOAMDMAFromTheCartridgeLeavesWorkRAMToTheCPU() throws {
        let wait: [UInt8] = [0x3E, 60, 0x3D, 0x20, 0xFD]
        // In high RAM: OAM DMA from 0x1000, and meanwhile reads of 0xC010 and of ROM.
        let inHighRAM: [UInt8] =
            [0x3E, 0x10, 0xE0, 0x46] + [UInt8](repeating: 0, count: 6) + [0xFA, 0x10, 0xC0, 0x47, 0xFA, 0x00, 0x02, 0x4F]
            + wait + end
        let copy: [UInt8] = [0x21, 0x00, 0x02, 0x0E, 0x80, 0x06, UInt8(inHighRAM.count), 0x2A, 0xE2, 0x0C, 0x05, 0x20, 0xFA]
        let console = try run(
            [0xF3, 0x3E, 0x5A, 0xEA, 0x10, 0xC0] + copy + [0xC3, 0x80, 0xFF],
            at: [0x0200: inHighRAM, 0x1000: [UInt8](repeating: 0x99, count: 160)])
        XCTAssertEqual(console.machine.registers.b, 0x5A, "work RAM is the CPU's")
        XCTAssertEqual(console.machine.registers.c, 0x99, "the cartridge's bus is DMA's")
    }

    /// From the end of VRAM it goes on at the start, and at the end of the address space it ends.
    func testVRAMDMAGoesOnAtTheStartOfVRAM() throws {
        let fill: [UInt8] = [0x21, 0x00, 0xD0, 0x7D, 0x22, 0x7D, 0xFE, 0x40, 0x20, 0xFA] + set(0x51, 0xD0) + set(0x52, 0)
        let wrapped = try run(lcdOff + fill + set(0x53, 0x9F) + set(0x54, 0xF0) + set(0x55, 1) + keep(0x55, at: 0) + end)
        XCTAssertEqual((0..<4).map { wrapped.machine.peek(0x9FF0 + UInt16($0)) }, [0x00, 0x01, 0x02, 0x03])
        XCTAssertEqual((0..<4).map { wrapped.machine.peek(0x8000 + UInt16($0)) }, [0x10, 0x11, 0x12, 0x13])
        XCTAssertEqual(wrapped.machine.peek(0xC000), 0xFF)
        let ended = try run(lcdOff + fill + set(0x53, 0xFF) + set(0x54, 0xF0) + set(0x55, 1) + keep(0x55, at: 0) + end)
        XCTAssertEqual((0..<4).map { ended.machine.peek(0x8000 + UInt16($0)) }, [0, 0, 0, 0])
        XCTAssertEqual(ended.machine.peek(0xC000), 0x80, "a block is left")
    }

    func testWorkRAMHasEightBanks() throws {
        var program: [UInt8] = []
        for bank in 0..<8 as Range<UInt8> { program += set(0x70, bank) + [0x3E, 0x50 + bank, 0xEA, 0x00, 0xD0] }
        for bank in 0..<8 as Range<UInt8> { program += set(0x70, bank) + [0xFA, 0x00, 0xD0, 0xEA, bank, 0xC0] }
        let console = try run(program + end)
        // Bank 0 is bank 1.
        let seen = (0..<8).map { console.machine.peek(0xC000 + UInt16($0)) }
        XCTAssertEqual(seen, [0x51, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57])
    }

    func testVRAMHasTwoBanks() throws {
        let console = try run(
            lcdOff + set(0x4F, 1) + [0x3E, 0x11, 0xEA, 0x00, 0x90] + set(0x4F, 0) + [0x3E, 0x22, 0xEA, 0x00, 0x90]
                + [0xFA, 0x00, 0x90, 0x47] + set(0x4F, 1) + [0xFA, 0x00, 0x90, 0x4F] + [0xF0, 0x4F, 0x57] + end)
        let registers = console.machine.registers
        XCTAssertEqual([registers.b, registers.c, registers.d], [0x22, 0x11, 0xFF])
    }

    func testPalettesAreClosedWhileALineIsDrawn() throws {
        let mode3: [UInt8] = [0xF0, 0x41, 0xE6, 3, 0xFE, 3, 0x20, 0xF8]
        let console = try run(
            lcdOff + set(0x68, 0x80) + set(0x69, 0x34) + set(0x69, 0x12) + set(0x68, 0x80) + set(0x40, 0x91)
                + [0xF0, 0x44, 0xFE, 20, 0x20, 0xFA] + mode3 + set(0x69, 0x77) + keep(0x69, at: 0)
                + [0xF0, 0x44, 0xFE, 0x91, 0x20, 0xFA] + keep(0x68, at: 1) + set(0x68, 0x80) + keep(0x69, at: 2) + end)
        // The write was lost, and counted the index on all the same.
        XCTAssertEqual((0..<3).map { console.machine.peek(0xC000 + UInt16($0)) }, [0xFF, 0xC1, 0x34])
    }

    func testDoubleSpeedCountsTwiceAsFast() throws {
        func clocks(_ prefix: [UInt8]) throws -> (UInt32, UInt8, UInt8) {
            // Two breakpoints 1000 turns of a loop apart; DIV is reset at the first.
            let console = try run(
                lcdOff + prefix + [0x40, 0xE0, 0x04, 0x01, 0xE8, 0x03, 0x0B, 0x78, 0xB1, 0x20, 0xFB]
                    + keep(0x04, at: 0) + keep(0x4D, at: 1) + end)
            let start = console.machine.clock
            console.runToBreakpoint()
            return (console.machine.clock &- start, console.machine.peek(0xC000), console.machine.peek(0xC001))
        }
        let (normal, fast) = (try clocks([]), try clocks(self.fast))
        XCTAssertEqual(normal.0, fast.0 * 2)
        XCTAssertEqual(normal.1, fast.1, "DIV counts the CPU's clocks")
        XCTAssertEqual([normal.2, fast.2], [0x7E, 0xFE])
    }

    func testALineLastsTwiceAsManyCyclesAtDoubleSpeed() throws {
        let console = try run(fast + [0xF0, 0x44, 0xFE, 10, 0x20, 0xFA, 0x40, 0xF0, 0x44, 0xFE, 110, 0x20, 0xFA] + end)
        let start = console.machine.clock
        console.runToBreakpoint()
        XCTAssertEqual(Double(console.machine.clock &- start), 100 * 456, accuracy: 40)
    }

    private func dma(_ control: UInt8) -> [UInt8] {
        set(0x51, 0x20) + set(0x52, 0x00) + set(0x53, 0x10) + set(0x54, 0x00) + set(0x55, control)
    }
    private let source = (0..<256).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) }

    func testDMAMovesAllAtOnce() throws {
        let console = try run(
            lcdOff + [0xE0, 0x04] + dma(0x0F) + keep(0x04, at: 0) + keep(0x55, at: 1) + end, at: [0x2000: source])
        XCTAssertEqual((0..<256).map { console.machine.peek(0x9000 + UInt16($0)) }, source)
        // 16 blocks stop the CPU for 32 clocks each: DIV counts 2.
        XCTAssertEqual(console.machine.peek(0xC000), 2)
        XCTAssertEqual(console.machine.peek(0xC001), 0xFF)
    }

    /// Eight machine cycles a block at normal speed, 16 at double speed, and one more for the transfer.
    func testHowLongTheCPUStandsStillForDMA() throws {
        func clocks(_ prefix: [UInt8], _ register: UInt8, _ control: UInt8) throws -> UInt32 {
            let console = try run(lcdOff + prefix + dma(0) + [0x3E, control, 0x40, 0xE0, register] + end)
            let start = console.machine.clock
            console.runToBreakpoint()
            return console.machine.clock &- start
        }
        for blocks in [1, 2, 7] as [UInt32] {
            let control = UInt8(blocks - 1)
            XCTAssertEqual(try clocks([], 0x55, control), try clocks([], 0x44, control) + 32 * blocks + 4)
            XCTAssertEqual(try clocks(fast, 0x55, control), try clocks(fast, 0x44, control) + 32 * blocks + 2)
        }
    }

    /// In HALT no block moves: in the end only that of the H-blank which the CPU wakes up in.
    func testNoBlockMovesInHALT() throws {
        let console = try run(
            [0xF3, 0xF0, 0x44, 0xFE, 30, 0x20, 0xFA] + dma(0x8F) + set(0x45, 50) + set(0x41, 0x40) + set(0x0F, 0) + set(0xFF, 2)
                + [0x76, 0x00] + keep(0x55, at: 0) + end, at: [0x2000: source])
        XCTAssertGreaterThan(console.machine.peek(0xC000), 16 - 4)
    }

    func testDMAMovesABlockEachBlank() throws {
        let console = try run(
            [0xF0, 0x44, 0xFE, 30, 0x20, 0xFA] + dma(0x8F) + [0xF0, 0x44, 0xFE, 36, 0x20, 0xFA] + keep(0x55, at: 0)
                + [0xF0, 0x44, 0xFE, 60, 0x20, 0xFA] + keep(0x55, at: 1) + end, at: [0x2000: source])
        // Lines 30 to 35 moved six of sixteen blocks.
        XCTAssertEqual(console.machine.peek(0xC000), 16 - 6 - 1)
        XCTAssertEqual(console.machine.peek(0xC001), 0xFF)
        XCTAssertEqual((0..<256).map { console.machine.peek(0x9000 + UInt16($0)) }, source)
    }

    func testDMABetweenLinesCanBeEnded() throws {
        let console = try run(
            [0xF0, 0x44, 0xFE, 30, 0x20, 0xFA] + dma(0x8F) + [0xF0, 0x44, 0xFE, 32, 0x20, 0xFA] + set(0x55, 0x0F)
                + keep(0x55, at: 0) + [0xF0, 0x44, 0xFE, 60, 0x20, 0xFA] + end, at: [0x2000: source])
        XCTAssertEqual(console.machine.peek(0xC000) & 0x80, 0x80)
        XCTAssertEqual(console.machine.peek(0x9000), source[0])
        XCTAssertEqual(console.machine.peek(0x9030), 0)
    }

    /// How the time is cut makes no difference, at either speed and with random writes to every register.
    func testSlicesMakeNoDifference() throws {
        for seed in 1...12 as ClosedRange<UInt64> {
            let rom = randomROM(seed: seed + 50, forColour: true)
            let (whole, sliced) = (try ColourConsole(rom: rom), try ColourConsole(rom: rom))
            var random = Random(seed: seed)
            while sliced.machine.clock < 200_000 {
                _ = sliced.machine.run(machineCycles: UInt32.random(in: 0...400, using: &random))
            }
            while whole.machine.clock < sliced.machine.clock {
                _ = whole.machine.run(machineCycles: (sliced.machine.clock - whole.machine.clock) / 4)
            }
            guard whole.machine.clock == sliced.machine.clock else { continue }
            XCTAssertEqual(whole.machine.registers, sliced.machine.registers, "seed \(seed)")
            XCTAssertEqual(whole.machine.pictureHash, sliced.machine.pictureHash, "seed \(seed)")
            let first = (0...0xFFFF).first { whole.machine.peek($0) != sliced.machine.peek($0) }
            XCTAssertNil(first, "seed \(seed)")
        }
    }
}
