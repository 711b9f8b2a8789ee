// The colour machine's picture: the line renderer and the pixel pipeline against a plain one that goes pixel by pixel.
import GameBoy
import XCTest

/// Registers, palettes and memory of a colour picture in which nothing changes.
struct ColourScene {
    var lcdc: UInt8 = 0xF7
    var scx: UInt8 = 0
    var scy: UInt8 = 0
    var wx: UInt8 = 7
    var wy: UInt8 = 0
    var banks: [[UInt8]]
    var oam: [UInt8]
    /// 64 colours, the background's first.
    var colours: [UInt16]

    /// A scene of random everything. Some tiles are transparent, so that what lies under them shows.
    init(seed: UInt64) {
        var random = Random(seed: seed)
        func byte() -> UInt8 { UInt8.random(in: 0...255, using: &random) }
        banks = (0..<2).map { _ in (0..<0x2000).map { _ in byte() } }
        for bank in 0..<2 {
            for index in 0..<0x1800 where banks[bank][index] & 0x18 == 0 { banks[bank][index] = 0 }
        }
        oam = (0..<160).map { _ in byte() }
        for index in 0..<40 where index % 3 == 0 { oam[index * 4] = UInt8(16 + seed % 130) }
        colours = (0..<64).map { _ in UInt16(byte()) | UInt16(byte() & 0x7F) << 8 }
        (lcdc, scx, scy, wx, wy) = (byte() | 0x80, byte(), byte(), byte() % 180, byte() % 160)
        // Mode 3 can be cut short or the window begin late at these.
        if wx == 0 || wx == 166 { wx = 7 }
    }

    /// Nothing but white.
    init() {
        banks = [[UInt8]](repeating: [UInt8](repeating: 0, count: 0x2000), count: 2)
        oam = [UInt8](repeating: 0, count: 160)
        colours = [UInt16](repeating: 0x7FFF, count: 64)
        lcdc = 0x91
    }

    /// Copies everything with the LCD off, switches it on, and goes on with `loop`.
    func console(loop: [UInt8] = [0x18, 0xFE]) throws -> ColourConsole {
        func set(_ register: UInt8, _ value: UInt8) -> [UInt8] { [0x3E, value, 0xE0, register] }
        // From 4 KB steps of ROM to HL until H or L is E.
        func copy(_ from: Int, to: Int, untilHigh end: UInt8) -> [UInt8] {
            [0x21, UInt8(to & 0xFF), UInt8(to >> 8), 0x11, UInt8(from & 0xFF), UInt8(from >> 8)]
                + [0x1A, 0x22, 0x13, 0x7C, 0xFE, end, 0x20, 0xF8]
        }
        func copyToRegister(_ from: Int, _ register: UInt8) -> [UInt8] {
            [0x11, UInt8(from & 0xFF), UInt8(from >> 8), 0x06, 64, 0x1A, 0x13, 0xE0, register, 0x05, 0x20, 0xF9]
        }
        var program: [UInt8] = [0xF0, 0x44, 0xFE, 0x90, 0x20, 0xFA, 0xAF, 0xE0, 0x40]
        program += set(0x4F, 0) + copy(0x2000, to: 0x8000, untilHigh: 0xA0)
        program += set(0x4F, 1) + copy(0x4000, to: 0x8000, untilHigh: 0xA0) + set(0x4F, 0)
        program += [0x21, 0x00, 0xFE, 0x11, 0x00, 0x1F, 0x1A, 0x22, 0x13, 0x7D, 0xFE, 0xA0, 0x20, 0xF8]
        program += set(0x68, 0x80) + copyToRegister(0x1E00, 0x69) + set(0x6A, 0x80) + copyToRegister(0x1E40, 0x6B)
        program += set(0x43, scx) + set(0x42, scy) + set(0x4A, wy) + set(0x4B, wx) + set(0x40, lcdc) + loop
        let palettes = colours.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        var rom = makeROM(
            program, at: [0x2000: banks[0], 0x4000: banks[1], 0x1F00: oam, 0x1E00: palettes])
        rom[0x143] = 0x80
        fixChecksum(&rom)
        return try ColourConsole(rom: rom)
    }

    // MARK: - The picture, straight from the documents

    private func tilePixel(_ bank: Int, _ start: Int, _ x: Int, _ y: Int) -> Int {
        let low = Int(banks[bank][start + y * 2]) >> (7 - x) & 1
        return low | (Int(banks[bank][start + y * 2 + 1]) >> (7 - x) & 1) << 1
    }

    /// The colour's number and the attributes.
    private func mapPixel(_ map: Int, _ x: Int, _ y: Int) -> (Int, UInt8) {
        let place = map + y / 8 * 32 + x / 8
        let (tile, attributes) = (banks[0][place], banks[1][place])
        let start = lcdc & 0x10 != 0 ? Int(tile) * 16 : 0x1000 + Int(Int8(bitPattern: tile)) * 16
        let column = attributes & 0x20 != 0 ? 7 - x % 8 : x % 8
        let row = attributes & 0x40 != 0 ? 7 - y % 8 : y % 8
        return (tilePixel(attributes & 8 != 0 ? 1 : 0, start, column, row), attributes)
    }

    func lines() -> [[UInt16]] {
        var windowLine = 0
        return (0..<144).map { y in
            let hasWindow = lcdc & 0x20 != 0 && y >= Int(wy) && wx < 167
            defer { if hasWindow { windowLine += 1 } }
            return (0..<160).map { x in pixel(x, y, hasWindow ? windowLine : nil) }
        }
    }

    private func pixel(_ x: Int, _ y: Int, _ windowLine: Int?) -> UInt16 {
        let (index, attributes) =
            if let windowLine, x + 7 >= Int(wx) {
                mapPixel(lcdc & 0x40 != 0 ? 0x1C00 : 0x1800, x + 7 - Int(wx), windowLine)
            } else {
                mapPixel(lcdc & 0x08 != 0 ? 0x1C00 : 0x1800, (x + Int(scx)) & 0xFF, (y + Int(scy)) & 0xFF)
            }
        let background = colours[Int(attributes & 7) * 4 + index]
        guard lcdc & 2 != 0 else { return background }
        let height = lcdc & 4 != 0 ? 16 : 8
        for object in (0..<40).filter({ (0..<height).contains(y + 16 - Int(oam[$0 * 4])) }).prefix(10) {
            let column = x + 8 - Int(oam[object * 4 + 1])
            guard (0..<8).contains(column) else { continue }
            let own = oam[object * 4 + 3]
            var row = y + 16 - Int(oam[object * 4])
            if own & 0x40 != 0 { row = height - 1 - row }
            let tile = Int(oam[object * 4 + 2]) & (height == 16 ? 0xFE : 0xFF)
            let number = tilePixel(own & 8 != 0 ? 1 : 0, tile * 16, own & 0x20 != 0 ? 7 - column : column, row)
            guard number != 0 else { continue }
            if lcdc & 1 != 0 && index != 0 && (attributes | own) & 0x80 != 0 { return background }
            return colours[32 + Int(own & 7) * 4 + number]
        }
        return background
    }
}

final class ColourPictureTests: XCTestCase {
    private func check(_ scene: ColourScene, rewriting: Bool, _ name: String) throws -> Bool {
        // Each 8 machine cycles SCY, SCX or LCDC is written anew with the value that it has.
        let loop: [UInt8] = [(0x42, scene.scy), (0x43, scene.scx), (0x40, scene.lcdc)].flatMap { [0x3E, $0.1, 0xE0, $0.0] }
        let console = try scene.console(loop: rewriting ? loop + [0x18, 0xF2] : [0x18, 0xFE])
        console.runFrames(16)
        let expected = scene.lines()
        for y in 0..<144 {
            let line = (0..<160).map { console.machine.colour(x: $0, y: y) }
            let wrong = (0..<160).filter { line[$0] != expected[y][$0] }
            XCTAssertEqual(wrong, [], "\(name), line \(y)")
            if !wrong.isEmpty { return false }
        }
        return true
    }

    func testLinesAgreeWithAPlainRenderer() throws {
        for seed in 1...12 as ClosedRange<UInt64> {
            guard try check(ColourScene(seed: seed), rewriting: false, "seed \(seed)") else { return }
        }
    }

    func testDotsAgreeWithAPlainRenderer() throws {
        for seed in 1...12 as ClosedRange<UInt64> {
            guard try check(ColourScene(seed: seed), rewriting: true, "seed \(seed)") else { return }
        }
    }

    // MARK: - One attribute at a time

    /// A white scene with red, green and blue in the background's palette 0, and tile 1 a column of colours 1, 2, 3.
    private func plainScene() -> ColourScene {
        var scene = ColourScene()
        scene.colours.replaceSubrange(0..<8, with: [0x7FFF, 0x001F, 0x03E0, 0x7C00, 0, 1, 2, 3])
        scene.colours.replaceSubrange(32..<40, with: [0, 0x1111, 0x2222, 0x3333, 0, 0x4444, 0x5555, 0x6666])
        for row in 0..<8 {
            // Colours 1, 2, 3, 0, 0, 0, 0, 0 and, in the other bank, 3 everywhere.
            (scene.banks[0][16 + row * 2], scene.banks[0][17 + row * 2]) = (0xA0, 0x60)
            (scene.banks[1][16 + row * 2], scene.banks[1][17 + row * 2]) = (0xFF, 0xFF)
        }
        scene.banks[0][0x1800] = 1
        return scene
    }

    private func top(_ scene: ColourScene, y: Int = 0) throws -> [UInt16] {
        let console = try scene.console()
        console.runFrames(16)
        return (0..<8).map { console.machine.colour(x: $0, y: y) }
    }

    func testATilesAttributes() throws {
        let white: UInt16 = 0x7FFF
        XCTAssertEqual(try top(plainScene()), [0x001F, 0x03E0, 0x7C00, white, white, white, white, white])
        func with(_ attributes: UInt8) throws -> [UInt16] {
            var scene = plainScene()
            scene.banks[1][0x1800] = attributes
            return try top(scene)
        }
        XCTAssertEqual(try with(0x01), [1, 2, 3, 0, 0, 0, 0, 0])
        XCTAssertEqual(try with(0x08), [UInt16](repeating: 0x7C00, count: 8))
        XCTAssertEqual(try with(0x20), [white, white, white, white, white, 0x7C00, 0x03E0, 0x001F])
        var scene = plainScene()
        scene.banks[0][16] = 0
        scene.banks[0][17] = 0
        scene.banks[1][0x1800] = 0x40
        XCTAssertEqual(try top(scene, y: 7)[0], white, "upside down, the empty row is the last")
        XCTAssertEqual(try top(scene, y: 0)[0], 0x001F)
    }

    private func objectScene(_ objects: [[UInt8]]) -> ColourScene {
        var scene = plainScene()
        scene.lcdc = 0x93
        scene.oam.replaceSubrange(0..<objects.count * 4, with: objects.joined())
        return scene
    }

    func testPrioritiesBetweenObjectsAndTheBackground() throws {
        // Object 0 with tile 1 over the tile: colours 1, 2, 3 meet the background's.
        XCTAssertEqual(try top(objectScene([[16, 8, 1, 0]]))[0], 0x1111)
        XCTAssertEqual(try top(objectScene([[16, 8, 1, 0x80]]))[0], 0x001F, "the object lies behind")
        var scene = objectScene([[16, 8, 1, 0]])
        scene.banks[1][0x1800] = 0x80
        XCTAssertEqual(try top(scene)[0], 0x001F, "the tile lies above")
        scene.lcdc &= 0xFE
        XCTAssertEqual(try top(scene)[0], 0x1111, "without LCDC's bit 0 objects lie above everything")
        XCTAssertEqual(try top(scene)[3], 0x7FFF, "and the background is there still")
    }

    func testTheFirstObjectInOAMLiesAbove() throws {
        // The second stands further left, which would count on the grey machine.
        let pixels = try top(objectScene([[16, 9, 1, 0x01], [16, 8, 1, 0x00]]))
        XCTAssertEqual(pixels[0...2], [0x1111, 0x4444, 0x5555])
    }

    func testAnObjectsBankAndPalette() throws {
        XCTAssertEqual(try top(objectScene([[16, 8, 1, 0x09]])), [UInt16](repeating: 0x6666, count: 8))
    }

    func testAGreyProgramRunsInGreys() throws {
        let rom = makeROM(pictureProgram, at: [0x2000: randomTiles()])
        let (grey, colour) = (try Console(rom: rom), try ColourConsole(rom: rom))
        grey.runFrames(8)
        colour.runFrames(8)
        for y in 0..<144 {
            XCTAssertEqual(
                (0..<160).map { grey.machine.colour(x: $0, y: y) }, (0..<160).map { colour.machine.colour(x: $0, y: y) })
        }
    }
}
