import GameBoy
import Text
import XCTest

final class CartridgeTests: XCTestCase {
    private func check(
        _ bytes: [UInt8], slot: Int = .max, _ expected: CartridgeError, _ text: String,
        file: StaticString = #filePath, line: UInt = #line
    ) {
        bytes.withUnsafeBytes { buffer in
            do throws(CartridgeError) {
                _ = try Cartridge(rom: buffer, slotSize: slot)
                XCTFail("accepted", file: file, line: line)
            } catch {
                XCTAssertEqual(error, expected, file: file, line: line)
                var output = StringOutput()
                error.write(to: &output)
                XCTAssertEqual(output.text, text, file: file, line: line)
            }
        }
    }

    /// A good ROM with one byte of the header changed and the checksum made right again.
    private func rom(_ address: Int, _ value: UInt8) -> [UInt8] {
        var rom = makeROM([])
        rom[address] = value
        fixChecksum(&rom)
        return rom
    }

    func testReadsAGoodHeader() throws {
        let bytes = makeROM([], type: 0x03, sizeCode: 2, ramCode: 3)
        try bytes.withUnsafeBytes { buffer in
            let cartridge = try Cartridge(rom: buffer)
            XCTAssertEqual(cartridge.mapper, .mbc1)
            XCTAssertEqual(cartridge.rom.count, 0x2_0000)
            XCTAssertEqual(cartridge.ramByteCount, 0x8000)
            XCTAssertTrue(cartridge.hasBattery)
            var title = StringOutput()
            cartridge.writeTitle(to: &title)
            XCTAssertEqual(title.text, "TEST")
        }
    }

    func testAFileLongerThanItsHeaderSays() {
        check(
            makeROM([]) + [0xFF], .romOversized(expected: 32768, found: 32769),
            "the file is too long: the size code at 0x0148 stands for 32768 bytes, and there are 32769 bytes")
    }

    func testAnEmptyFile() { check([], .empty, "the file is empty") }

    func testAFileTooShortForAHeader() {
        check(
            [1, 2, 3], .tooShort(bytes: 3), "too short for a cartridge: 3 bytes, and the header ends at 0x0150")
        check(
            [UInt8](repeating: 1, count: 0x14F), .tooShort(bytes: 0x14F),
            "too short for a cartridge: 335 bytes, and the header ends at 0x0150")
    }

    func testAnEmptySlot() {
        let text = "no cartridge in the slot: the header holds nothing but 00 or FF"
        check([UInt8](repeating: 0, count: 0x8000), .noCartridge, text)
        check([UInt8](repeating: 0xFF, count: 0x8000), .noCartridge, text)
    }

    func testABadHeaderChecksum() {
        var bytes = makeROM([])
        let expected = bytes[0x14D]
        bytes[0x14D] = expected &+ 1
        var hex = StringOutput()
        hex.write("bad header checksum at 0x014D: expected 0x")
        hex.write(hex: UInt32(expected), digits: 2)
        hex.write(", found 0x")
        hex.write(hex: UInt32(expected &+ 1), digits: 2)
        check(bytes, .headerChecksum(expected: expected, found: expected &+ 1), hex.text)
    }

    func testCartridgeTypes() {
        check(rom(0x147, 0x04), .unknownType(0x04), 
            "unknown cartridge type at 0x0147: 0x04; expected 0x00 for ROM alone, or a mapper's")
        check(
            rom(0x147, 0x22), .unsupportedType(0x22),
            "unsupported cartridge type at 0x0147: 0x22 (MBC7); supported are ROM alone, MBC1, MBC2, MBC3, MBC5 and HuC1")
    }

    func testROMSizes() {
        check(rom(0x148, 0x52), .romSizeCode(0x52), "unknown ROM size code at 0x0148: 0x52; expected 0x00 to 0x08")
        check(
            rom(0x148, 1), .romTooLargeForMapper(bytes: 0x1_0000, largest: 0x8000),
            "the ROM size code at 0x0148 stands for 65536 bytes, and the mapper reaches 32768 bytes")
        var short = makeROM([], type: 1, sizeCode: 1)
        short.removeLast()
        check(
            short, .romTruncated(needed: 65536, found: 65535),
            "the ROM is cut short: the size code at 0x0148 stands for 65536 bytes, and there are 65535 bytes")
        check(
            makeROM([]), slot: 0x4000, .romExceedsSlot(bytes: 32768, slot: 16384),
            "the ROM has 32768 bytes, and the slot holds 16384 bytes")
    }

    func testRAMSizes() {
        let text = "bad RAM size code at 0x0149: 0x0"
        check(rom(0x149, 1), .ramSizeCode(1, largest: 0x2_0000), text + "1; expected one for at most 131072 bytes")
        check(rom(0x149, 6), .ramSizeCode(6, largest: 0x2_0000), text + "6; expected one for at most 131072 bytes")
        check(
            makeROM([], type: 3, ramCode: 4), .ramSizeCode(4, largest: 0x8000),
            text + "4; expected one for at most 32768 bytes")
    }

    func testNoHeaderBytesTrap() {
        var random = Random(seed: 3)
        for _ in 0..<20_000 {
            var bytes = makeROM([])
            for address in 0x134...0x14C { bytes[address] = UInt8.random(in: 0...255, using: &random) }
            bytes[0x147] = UInt8.random(in: 0...0x20, using: &random)
            bytes[0x148] = UInt8.random(in: 0...9, using: &random)
            bytes[0x149] = UInt8.random(in: 0...6, using: &random)
            fixChecksum(&bytes)
            bytes.withUnsafeBytes { buffer in
                do throws(CartridgeError) {
                    _ = try Cartridge(rom: buffer)
                } catch {
                    var output = StringOutput()
                    error.write(to: &output)
                    XCTAssertFalse(output.text.isEmpty)
                }
            }
        }
    }

    func testAMachineChecksTheMemoryItIsGiven() throws {
        let bytes = makeROM([], type: 3, ramCode: 3)
        try bytes.withUnsafeBytes { buffer in
            let cartridge = try Cartridge(rom: buffer)
            let region = UnsafeMutableRawBufferPointer.allocate(byteCount: Machine.byteCount + 1, alignment: 16)
            defer { region.deallocate() }
            let ram = UnsafeMutableRawBufferPointer.allocate(byteCount: 0x8000, alignment: 16)
            defer { ram.deallocate() }
            func error(
                _ region: UnsafeMutableRawBufferPointer, _ ram: UnsafeMutableRawBufferPointer
            ) -> MachineError? {
                do throws(MachineError) {
                    _ = try Machine(in: region, cartridge: cartridge, cartridgeRAM: ram)
                    return nil
                } catch { return error }
            }
            let small = UnsafeMutableRawBufferPointer(rebasing: region[..<100])
            XCTAssertEqual(error(small, ram), .regionTooSmall(needed: Machine.byteCount, given: 100))
            let odd = UnsafeMutableRawBufferPointer(rebasing: region[1...])
            XCTAssertEqual(error(odd, ram), .regionMisaligned)
            let half = UnsafeMutableRawBufferPointer(rebasing: ram[..<0x4000])
            XCTAssertEqual(error(region, half), .cartridgeRAMTooSmall(needed: 0x8000, given: 0x4000))
            XCTAssertNil(error(region, ram))
        }
    }
}

final class CartridgeSlotTests: XCTestCase {
    private func length(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { Cartridge.file(inSlot: $0)?.count }
    }
    private static let header: [UInt8] = Array("MARTLET".utf8) + [0, 3, 0, 0, 0, 0xFC, 0xFF, 0xFF, 0xFF]

    func testTheFileIsWhatTheHeaderSays() {
        XCTAssertEqual(length(Self.header + [7, 8, 9, 10]), 3)
        (Self.header + [7, 8, 9, 10]).withUnsafeBytes { memory in
            XCTAssertEqual(Cartridge.file(inSlot: memory).map { [UInt8]($0) }, [7, 8, 9])
        }
    }

    func testOtherMemoryHoldsNone() {
        XCTAssertNil(length([]))
        XCTAssertNil(length([UInt8](repeating: 0xFF, count: 64)))
        XCTAssertNil(length(Self.header + [7, 8]), "shorter than the header says")
        for index in Self.header.indices {
            var header = Self.header
            header[index] ^= 1
            XCTAssertNil(length(header + [7, 8, 9, 10]), "byte \(index)")
        }
    }

    func testTheBenchmarkHoldsButtonsByItsScript() {
        let expected: [UInt32: Buttons] = [
            0: [], 59: [], 64: .start, 67: .start, 68: [], 95: [], 96: .a, 99: .a, 100: [], 387: .start, 419: .a,
            420: .right, 448: [.down, .a], 463: [.down, .a], 464: .down, 480: .left, 528: .up, 576: [.right, .a],
        ]
        for (frame, buttons) in expected { XCTAssertEqual(.benchmark(frame: frame), buttons, "frame \(frame)") }
    }
}
