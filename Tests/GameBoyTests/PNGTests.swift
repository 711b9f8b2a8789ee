// Takes the PNG apart again, with a decoder of its own for what the encoder may use.
import GameBoy
import PNGReading
import Text
import XCTest

private struct Bytes: ByteOutput {
    var bytes: [UInt8] = []
    mutating func write(byte: UInt8) { bytes.append(byte) }
}

final class PNGTests: XCTestCase {
    func testAPictureComesBackFromItsPNG() throws {
        // Random tiles everywhere, and a palette that is not the identity.
        let console = try Console(pictureProgram, at: [0x2000: randomTiles()])
        console.runFrames(8)
        let shades = (0..<144).map { y in (0..<160).map { x in console.machine.shade(x: x, y: y) } }
        XCTAssertEqual(Set(shades.joined()), [0, 1, 2, 3])
        XCTAssertEqual(try decode(console), shades)
    }

    func testAWhitePictureIsSmall() throws {
        let console = try Console([0x18, 0xFE])
        var png = Bytes()
        console.machine.writePNG(to: &png)
        XCTAssertLessThan(png.bytes.count, 144 * 41 / 8)
        XCTAssertEqual(Set(try decode(console).joined()), [0])
    }

    func testTheHashIsFNV1aOfTheShades() throws {
        let console = try Console(pictureProgram, at: [0x2000: randomTiles()])
        console.runFrames(8)
        var hash: UInt32 = 2_166_136_261
        for y in 0..<144 {
            for x in 0..<160 { hash = (hash ^ UInt32(console.machine.shade(x: x, y: y))) &* 16_777_619 }
        }
        XCTAssertEqual(console.machine.pictureHash, hash)
    }

    private func decode(_ console: Console) throws -> [[UInt8]] {
        var png = Bytes()
        console.machine.writePNG(to: &png)
        var rest = png.bytes[...]
        XCTAssertEqual(Array(rest.prefix(8)), [137, 80, 78, 71, 13, 10, 26, 10])
        rest = rest.dropFirst(8)
        var compressed: [UInt8] = []
        var types: [String] = []
        while !rest.isEmpty {
            let length = Int(number(rest.prefix(4)))
            let typeAndData = rest.dropFirst(4).prefix(4 + length)
            let type = String(decoding: typeAndData.prefix(4), as: UTF8.self)
            XCTAssertEqual(number(rest.dropFirst(8 + length).prefix(4)), crc(typeAndData))
            if types.last != type { types.append(type) }
            let data = Array(typeAndData.dropFirst(4))
            if type == "IHDR" { XCTAssertEqual(data, [0, 0, 0, 160, 0, 0, 0, 144, 2, 0, 0, 0, 0]) }
            if type == "IDAT" { compressed += data }
            rest = rest.dropFirst(12 + length)
        }
        XCTAssertEqual(types, ["IHDR", "IDAT", "IEND"])

        XCTAssertEqual(compressed[0], 0x08)
        XCTAssertEqual((UInt32(compressed[0]) << 8 | UInt32(compressed[1])) % 31, 0)
        var inflater = Inflater(bytes: Array(compressed.dropFirst(2).dropLast(4)))
        let raw = try inflater.inflate()
        XCTAssertEqual(number(compressed.suffix(4)), adler(raw))
        XCTAssertEqual(raw.count, 144 * 41)
        return (0..<144).map { y in
            XCTAssertEqual(raw[y * 41], 0)
            return (0..<160).map { x -> UInt8 in
                let byte: UInt8 = raw[y * 41 + 1 + x / 4]
                let shift = UInt8(6 - x % 4 * 2)
                return 3 - (byte >> shift & 3)
            }
        }
    }

    private func number(_ bytes: some Sequence<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

    private func crc(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var remainder = UInt32.max
        for byte in bytes {
            // The remainder of one byte, worked out from its highest power down.
            var entry: UInt32 = (remainder ^ UInt32(byte)) & 0xFF
            for _ in 0..<8 {
                let half: UInt32 = entry >> 1
                entry = entry % 2 == 1 ? half ^ 0xEDB8_8320 : half
            }
            remainder = remainder >> 8 ^ entry
        }
        return ~remainder
    }

    private func adler(_ bytes: [UInt8]) -> UInt32 {
        let low = bytes.reduce(1) { ($0 + Int($1)) % 65521 }
        var sum = 1
        let high = bytes.reduce(0) { total, byte in
            sum = (sum + Int(byte)) % 65521
            return (total + sum) % 65521
        }
        return UInt32(high) << 16 | UInt32(low)
    }
}
