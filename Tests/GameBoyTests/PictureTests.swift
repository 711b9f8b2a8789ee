// The line renderer against a plain one that goes pixel by pixel, and the PPU's timing as programs see it.
import GameBoy
import XCTest

/// Picture registers for `pictureProgram`.
struct PictureSetup {
    var lcdc: UInt8 = 0xF7
    var scx: UInt8 = 0x35
    var scy: UInt8 = 0x4B
    var wx: UInt8 = 0x30
    var wy: UInt8 = 0x50
    var bgp: UInt8 = 0x1B
    var obp0: UInt8 = 0x6C
    var obp1: UInt8 = 0xB1
}

/// With the LCD off, copies 8 KB from 0x2000 to VRAM and 160 bytes from 0x1F00 to OAM; sets the registers,
/// switches the LCD on, and loops.
func pictureProgram(_ setup: PictureSetup) -> [UInt8] {
    let registers: [(UInt8, UInt8)] = [
        (0x47, setup.bgp), (0x48, setup.obp0), (0x49, setup.obp1), (0x43, setup.scx), (0x42, setup.scy),
        (0x4A, setup.wy), (0x4B, setup.wx), (0x40, setup.lcdc),
    ]
    return [
        0xF0, 0x44, 0xFE, 0x90, 0x20, 0xFA,  // Wait for LY = 144.
        0xAF, 0xE0, 0x40,  // LCDC = 0.
        0x21, 0x00, 0x80, 0x11, 0x00, 0x20,
        0x1A, 0x22, 0x13, 0x7C, 0xFE, 0xA0, 0x20, 0xF8,  // Copy DE to HL until H is A0.
        0x21, 0x00, 0xFE, 0x11, 0x00, 0x1F,
        0x1A, 0x22, 0x13, 0x7D, 0xFE, 0xA0, 0x20, 0xF8,  // Copy DE to HL until L is A0.
    ] + registers.flatMap { [0x3E, $0.1, 0xE0, $0.0] } + [0x18, 0xFE]
}

let pictureProgram: [UInt8] = pictureProgram(PictureSetup())

func randomTiles(seed: UInt64 = 1) -> [UInt8] {
    var random = Random(seed: seed)
    return (0..<0x2000).map { _ in UInt8.random(in: 0...255, using: &random) }
}

/// The picture of a frame in which nothing changes, one pixel at a time, straight from the documents.
private struct PlainPicture {
    let vram: [UInt8]
    let oam: [UInt8]
    let setup: PictureSetup

    private func tilePixel(_ start: Int, _ x: Int, _ y: Int) -> Int {
        let low = Int(vram[start + y * 2]) >> (7 - x) & 1
        return low | (Int(vram[start + y * 2 + 1]) >> (7 - x) & 1) << 1
    }
    private func mapPixel(_ map: Int, _ x: Int, _ y: Int) -> Int {
        let tile = vram[map + y / 8 * 32 + x / 8]
        let start = setup.lcdc & 0x10 != 0 ? Int(tile) * 16 : 0x1000 + Int(Int8(bitPattern: tile)) * 16
        return tilePixel(start, x % 8, y % 8)
    }
    private func shade(_ palette: UInt8, _ index: Int) -> UInt8 { palette >> UInt8(index * 2) & 3 }

    func lines() -> [[UInt8]] {
        let isOn = setup.lcdc & 0x20 != 0
        // At WX = 166 a line meets the window too late, and the next one lies in it from the start: so does line 0, if
        // line 143 of the frame before met it.
        let isLate = setup.wx == 166
        var follows = isOn && isLate && setup.wy < 144
        var windowLine = 0
        return (0..<144).map { y in
            let meets = isOn && y >= Int(setup.wy) && setup.wx < 167
            let window: (row: Int, column: Int)? =
                if follows { (windowLine, 8 + Int(setup.scx) % 8) } else if meets && !isLate {
                    (windowLine, 7 - Int(setup.wx))
                } else { nil }
            if follows || meets { windowLine += 1 }
            follows = meets && isLate
            return (0..<160).map { x in pixel(x, y, window) }
        }
    }

    private func pixel(_ x: Int, _ y: Int, _ window: (row: Int, column: Int)?) -> UInt8 {
        var index = 0
        if setup.lcdc & 1 != 0 {
            if let window, x + window.column >= 0 {
                index = mapPixel(setup.lcdc & 0x40 != 0 ? 0x1C00 : 0x1800, (x + window.column) & 0xFF, window.row)
            } else {
                let map = setup.lcdc & 0x08 != 0 ? 0x1C00 : 0x1800
                index = mapPixel(map, (x + Int(setup.scx)) & 0xFF, (y + Int(setup.scy)) & 0xFF)
            }
        }
        let background = shade(setup.bgp, index)
        guard setup.lcdc & 2 != 0 else { return background }
        let height = setup.lcdc & 4 != 0 ? 16 : 8
        let onLine = (0..<40).filter { (0..<height).contains(y + 16 - Int(oam[$0 * 4])) }.prefix(10)
        for object in onLine.sorted(by: { (oam[$0 * 4 + 1], $0) < (oam[$1 * 4 + 1], $1) }) {
            let column = x + 8 - Int(oam[object * 4 + 1])
            guard (0..<8).contains(column) else { continue }
            let attributes = oam[object * 4 + 3]
            var row = y + 16 - Int(oam[object * 4])
            if attributes & 0x40 != 0 { row = height - 1 - row }
            let tile = Int(oam[object * 4 + 2]) & (height == 16 ? 0xFE : 0xFF)
            let colour = tilePixel(tile * 16, attributes & 0x20 != 0 ? 7 - column : column, row)
            guard colour != 0 else { continue }
            if attributes & 0x80 != 0 && index != 0 { return background }
            return shade(attributes & 0x10 != 0 ? setup.obp1 : setup.obp0, colour)
        }
        return background
    }
}

final class LineRendererTests: XCTestCase {
    func testAgreesWithAPlainRenderer() throws { try compareWithPlain(rewriting: false) }

    /// Writing a register while the line is drawn, even with the value that it has, has it drawn dot by dot.
    func testTheDotsAgreeWithAPlainRenderer() throws { try compareWithPlain(rewriting: true) }

    private func compareWithPlain(rewriting: Bool) throws {
        var random = Random(seed: 11)
        func byte() -> UInt8 { UInt8.random(in: 0...255, using: &random) }
        for round in 0..<72 {
            var setup = PictureSetup(
                lcdc: byte() | 0x80, scx: byte(), scy: byte(), wx: byte() % 180, wy: byte() % 160, bgp: byte(),
                obp0: byte(), obp1: byte())
            // The window begins late at this, which is tested elsewhere.
            if setup.wx == 0 { setup.wx = 7 }
            if round >= 60 { (setup.wx, setup.lcdc) = (166, setup.lcdc | 0x20) }
            var tiles = randomTiles(seed: UInt64(round) + 100)
            // Some transparent rows, so that what lies under them shows.
            for index in tiles.indices where tiles[index] & 0x18 == 0 { tiles[index] = 0 }
            var oam = (0..<160).map { _ in byte() }
            for index in 0..<40 where index % 3 == 0 { oam[index * 4] = UInt8(16 + round % 130) }
            // In place of the loop: each 8 machine cycles one of SCY, BGP and OBP0 is written anew.
            let loop: [UInt8] = [(0x42, setup.scy), (0x47, setup.bgp), (0x48, setup.obp0)].flatMap {
                [0x3E, $0.1, 0xE0, $0.0]
            }
            let program = pictureProgram(setup).dropLast(2) + (rewriting ? loop + [0x18, 0xF2] : [0x18, 0xFE])
            let console = try Console(Array(program), at: [0x2000: tiles, 0x1F00: oam])
            console.runFrames(8)
            let expected = PlainPicture(vram: tiles, oam: oam, setup: setup).lines()
            for y in 0..<144 {
                let line = (0..<160).map { console.machine.shade(x: $0, y: y) }
                XCTAssertEqual(line, expected[y], "round \(round), line \(y), \(setup)")
                if line != expected[y] { return }
            }
        }
    }

    func testAWriteDuringALineChangesOnlyWhatFollows() throws {
        // Black from the start; each line's H-blank interrupt is not used: LY is polled, and the palette is
        // turned white and black again in the middle of line 70.
        let program: [UInt8] = [
            0x3E, 0xFF, 0xE0, 0x47,  // BGP = all black.
            0xF0, 0x44, 0xFE, 70, 0x20, 0xFA,  // Wait for LY = 70.
            0x06, 9, 0x05, 0x20, 0xFD,  // Some 35 cycles.
            0xAF, 0xE0, 0x47,  // BGP = all white.
            0x2F, 0xE0, 0x47,  // BGP = all black.
            0x18, 0xED,
        ]
        let console = try Console(program)
        console.runFrames(3)
        for y in [69, 71] {
            XCTAssertEqual(Set((0..<160).map { console.machine.shade(x: $0, y: y) }), [3])
        }
        let line = (0..<160).map { console.machine.shade(x: $0, y: 70) }
        let white = line.indices.filter { line[$0] == 0 }
        // CPL and LDH take 4 machine cycles, 16 pixels. The last of them sees both palettes at once, and is black.
        XCTAssertEqual(white.count, 15)
        XCTAssertEqual(white.last.map { $0 - white[0] }, 14)
        XCTAssertEqual([line.first, line.last], [3, 3])
    }

    func testSwitchingTheLCDOffWhitensThePicture() throws {
        let console = try Console([
            0x3E, 0xFF, 0xE0, 0x47, 0xF0, 0x44, 0xFE, 100, 0x20, 0xFA, 0x40, 0xAF, 0xE0, 0x40, 0x18, 0xFE,
        ])
        console.runToBreakpoint()
        XCTAssertEqual(console.machine.shade(x: 5, y: 50), 3)
        XCTAssertEqual(console.machine.run(machineCycles: 20), .budget)
        XCTAssertEqual(console.machine.shade(x: 5, y: 50), 0)
        // Frames still end, by time.
        XCTAssertEqual(console.machine.run(machineCycles: 40_000), .frame)
        XCTAssertEqual(console.machine.peek(0xFF44), 0)
    }
}

final class PictureTimingTests: XCTestCase {
    /// Reads a register at a machine cycle of a line and stores what it saw.
    private func sample(_ register: UInt8, line: UInt8, after nops: Int) throws -> UInt8 {
        let program: [UInt8] =
            [0xF0, 0x44, 0xFE, line, 0x20, 0xFA]  // Leaves the loop 4 to 10 cycles into the line.
            + [UInt8](repeating: 0, count: nops) + [0xF0, register, 0xEA, 0x00, 0xC0, 0x40, 0x18, 0xFE]
        let console = try Console(program)
        console.runToBreakpoint()
        return console.machine.peek(0xC000)
    }

    func testModesFollowEachOther() throws {
        let modes = try (0..<130).map { try sample(0x41, line: 20, after: $0) & 3 }
        var order: [UInt8] = []
        for mode in modes where order.last != mode { order.append(mode) }
        XCTAssertEqual(order.prefix(3), [2, 3, 0])
        // Mode 3 of a line with no objects and no scroll takes 172 clocks.
        XCTAssertEqual(modes.prefix(110).filter { $0 == 3 }.count, 43)
    }

    func testLYCountsEvery114Cycles() throws {
        let lines = try (0..<240).map { try sample(0x44, line: 20, after: $0) }
        XCTAssertEqual(lines.filter { $0 == 21 }.count, 114)
    }

    func testVRAMAndOAMAreClosedWhileTheyAreUsed() throws {
        // 0x55 goes to VRAM and OAM in V-blank, 0xAA is tried in mode 3, and both are read back in H-blank.
        let program: [UInt8] = [
            0xF0, 0x44, 0xFE, 0x91, 0x20, 0xFA, 0x3E, 0x55, 0xEA, 0x00, 0x80, 0xEA, 0x00, 0xFE,
            0xF0, 0x41, 0xE6, 3, 0xFE, 3, 0x20, 0xF8,  // Wait for mode 3.
            0x3E, 0xAA, 0xEA, 0x00, 0x80, 0xEA, 0x00, 0xFE,
            0xFA, 0x00, 0x80, 0x47, 0xFA, 0x00, 0xFE, 0x4F,  // B and C: FF, closed.
            0xF0, 0x41, 0xE6, 3, 0x20, 0xFA,  // Wait for mode 0.
            0xFA, 0x00, 0x80, 0x57, 0xFA, 0x00, 0xFE, 0x5F, 0x40, 0x18, 0xFE,
        ]
        let console = try Console(program)
        console.runToBreakpoint()
        let registers = console.machine.registers
        XCTAssertEqual([registers.b, registers.c, registers.d, registers.e], [0xFF, 0xFF, 0x55, 0x55])
    }

    func testAFrameIs17556Cycles() throws {
        let console = try Console([0x18, 0xFE])
        console.runFrames(2)
        let start = console.machine.clock
        console.runFrames(60)
        // The loop is 3 machine cycles long, so a frame may end up to that late.
        XCTAssertEqual(Double(console.machine.clock &- start), 60 * 70224, accuracy: 12)
    }

    func testTheLYCInterruptComesOnItsLine() throws {
        // The handler at 0x48 stores LY and stops.
        let program: [UInt8] = [
            0x3E, 77, 0xE0, 0x45, 0x3E, 0x40, 0xE0, 0x41, 0xAF, 0xE0, 0x0F, 0x3E, 0x02, 0xE0, 0xFF, 0xFB, 0x76, 0x18, 0xFD,
        ]
        let console = try Console(program, at: [0x48: [0xF0, 0x44, 0x40, 0xD9]])
        for _ in 0..<3 {
            console.runToBreakpoint()
            XCTAssertEqual(console.machine.registers.a, 77)
        }
    }

    func testEachModeInterruptComesOnceALine() throws {
        // The handler counts in HL; the main loop halts until LY has come round.
        for (source, count) in [(0x08, 144), (0x10, 1), (0x20, 145)] as [(UInt8, UInt16)] {
            let program: [UInt8] = [
                0x21, 0, 0, 0xF0, 0x44, 0xFE, 0x95, 0x20, 0xFA,  // HL = 0; wait for line 149.
                0x3E, source, 0xE0, 0x41, 0xAF, 0xE0, 0x0F, 0x3E, 0x02, 0xE0, 0xFF, 0xFB,
                0xF0, 0x44, 0xFE, 0x94, 0x20, 0xFA, 0xF0, 0x44, 0xFE, 0x95, 0x20, 0xFA, 0x40, 0x18, 0xFE,
            ]
            let console = try Console(program, at: [0x48: [0x23, 0xD9]])
            console.runToBreakpoint()
            let registers = console.machine.registers
            XCTAssertEqual(UInt16(registers.h) << 8 | UInt16(registers.l), count)
        }
    }

    func testDrawingOrNotMakesNoDifferenceToTheProgram() throws {
        let plain = try Console(pictureProgram, at: [0x2000: randomTiles()])
        let blind = try Console(pictureProgram, at: [0x2000: randomTiles()])
        blind.machine.drawsPicture = false
        plain.runFrames(20)
        blind.runFrames(20)
        XCTAssertEqual(plain.machine.clock, blind.machine.clock)
        XCTAssertEqual(plain.machine.registers, blind.machine.registers)
        XCTAssertNotEqual(plain.machine.pictureHash, blind.machine.pictureHash)
    }
}
