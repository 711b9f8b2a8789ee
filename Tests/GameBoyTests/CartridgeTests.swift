import Foundation
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
            makeROM([]) + [0xFF, 0], .romOversized(expected: 32768, found: 32770),
            "the file is too long: the size code at 0x0148 stands for 32768 bytes, and there are 32770 bytes")
        check(
            makeROM([]) + [0xFF], .romPadded(expected: 32768, found: 32769),
            "padding after the ROM: the size code at 0x0148 stands for 32768 bytes, and 1 more follow")
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
        check(
            rom(0x147, 0x04), .unknownType(0x04),
            "unknown cartridge type at 0x0147: 0x04; expected 0x00 for ROM alone, or a mapper's")
        check(
            rom(0x147, 0x22), .unsupportedType(0x22),
            "unsupported cartridge type at 0x0147: 0x22 (MBC7); supported are ROM alone, MBC1, MBC2, MBC3, MBC5 and HuC1")
    }

    func testROMSizes() {
        check(rom(0x148, 0x52), .romSizeCode(0x52), "unofficial ROM size code at 0x0148: 0x52; expected 0x00 to 0x08")
        check(rom(0x148, 0x09), .romSizeCode(9), "unknown ROM size code at 0x0148: 0x09; expected 0x00 to 0x08")
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
                var odd: [CartridgeError] = []
                var thrown: CartridgeError?
                do throws(CartridgeError) {
                    _ = try Cartridge(rom: buffer) { odd.append($0) }
                } catch { thrown = error }
                XCTAssertLessThanOrEqual(odd.count, 4)
                for error in odd + (thrown.map { [$0] } ?? []) {
                    var output = StringOutput()
                    error.write(to: &output)
                    XCTAssertFalse(output.text.isEmpty)
                }
                do throws(CartridgeError) {
                    _ = try Cartridge(rom: buffer)
                    XCTAssertTrue(odd.isEmpty && thrown == nil)
                } catch { XCTAssertEqual(error, odd.first ?? thrown) }
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

/// ROMs that are odd and can be run all the same.
final class OddCartridgeTests: XCTestCase {
    private func check(
        _ bytes: [UInt8], _ expected: [String], romByteCount: Int, ramByteCount: Int = 0,
        file: StaticString = #filePath, line: UInt = #line
    ) {
        bytes.withUnsafeBytes { buffer in
            var warnings: [String] = []
            do throws(CartridgeError) {
                let cartridge = try Cartridge(rom: buffer) { odd in
                    var output = StringOutput()
                    odd.writeWarning(to: &output)
                    warnings.append(output.text)
                }
                XCTAssertEqual(warnings, expected, file: file, line: line)
                XCTAssertEqual(cartridge.romByteCount, romByteCount, file: file, line: line)
                XCTAssertEqual(cartridge.rom.count, min(bytes.count, romByteCount), file: file, line: line)
                XCTAssertEqual(cartridge.ramByteCount, ramByteCount, file: file, line: line)
            } catch { XCTFail("\(error)", file: file, line: line) }
        }
    }

    func testNothingIsSaidOfAGoodOne() {
        check(makeROM([], type: 3, sizeCode: 2, ramCode: 1), [], romByteCount: 0x2_0000, ramByteCount: 0x800)
    }

    func testABadChecksum() {
        var bytes = makeROM([])
        bytes[0x14D] = 0
        check(
            bytes, ["bad header checksum at 0x014D: expected 0xA7, found 0x00; it is run all the same"],
            romByteCount: 0x8000)
    }

    func testPaddingIsLeftOut() {
        for count in [1, 0x3FFF, 0x8000] {
            for byte in [0x00, 0xFF] as [UInt8] {
                check(
                    makeROM([], type: 1, sizeCode: 0) + [UInt8](repeating: byte, count: count),
                    [
                        "padding after the ROM: the size code at 0x0148 stands for 32768 bytes, and \(count) more follow; "
                            + "they are not used"
                    ],
                    romByteCount: 0x8000)
            }
        }
    }

    func testALongerFileIsUsedAsFarAsItsMapperReaches() {
        var bytes = makeROM([], type: 1, sizeCode: 0) + [UInt8](repeating: 1, count: 0x1_0000)
        bytes[0x1_0000] = 2
        func text(_ found: Int) -> String {
            "the file is too long: the size code at 0x0148 stands for 32768 bytes, and there are \(found) bytes; "
                + "all that the mapper reaches is used"
        }
        check(bytes, [text(0x1_8000)], romByteCount: 0x2_0000)
        bytes[0x147] = 0
        fixChecksum(&bytes)
        check(bytes, [text(0x1_8000)], romByteCount: 0x8000)
    }

    func testAShorterFileKeepsItsHeadersSize() {
        let bytes = Array(makeROM([], type: 1, sizeCode: 3).dropLast(0x5001))
        check(
            bytes,
            [
                "the ROM is cut short: the size code at 0x0148 stands for 262144 bytes, and there are 241663 bytes; "
                    + "what is missing reads FF"
            ],
            romByteCount: 0x4_0000)
        check(
            Array(makeROM([]).prefix(0x150)),
            [
                "the ROM is cut short: the size code at 0x0148 stands for 32768 bytes, and there are 336 bytes; "
                    + "what is missing reads FF"
            ],
            romByteCount: 0x8000)
    }

    /// The codes of old documents, whose numbers of banks are no powers of two, and any other code.
    func testForAnUnofficialSizeCodeTheFileDecides() {
        for (code, banks) in [(0x52, 72), (0x53, 80), (0x54, 96), (0x09, 2), (0xFF, 128)] as [(UInt8, Int)] {
            var bytes = makeROM([], type: 0x19, sizeCode: 0)
            bytes += [UInt8](repeating: 1, count: (banks - 2) * 0x4000)
            bytes[0x148] = code
            fixChecksum(&bytes)
            let hex = (code < 16 ? "0x0" : "0x") + String(code, radix: 16, uppercase: true)
            check(
                bytes,
                [
                    "\((0x52...0x54).contains(code) ? "unofficial" : "unknown") ROM size code at 0x0148: \(hex); "
                        + "expected 0x00 to 0x08; the ROM is as long as the file"
                ],
                romByteCount: banks == 2 ? 0x8000 : 0x20_0000)
        }
    }

    func testASizeCodeBeyondTheMapper() {
        check(
            makeROM([], sizeCode: 1),
            ["the ROM size code at 0x0148 stands for 65536 bytes, and the mapper reaches 32768 bytes; the rest is not used"],
            romByteCount: 0x8000)
    }

    func testARAMSizeCodeOfNone() {
        func text(_ code: String, _ largest: Int) -> String {
            "bad RAM size code at 0x0149: \(code); expected one for at most \(largest) bytes; "
                + "the cartridge gets as much as its type can have"
        }
        check(makeROM([], type: 3, ramCode: 4), [text("0x04", 32768)], romByteCount: 0x8000, ramByteCount: 0x8000)
        check(makeROM([], type: 0x1B, ramCode: 0xFF), [text("0xFF", 131072)], romByteCount: 0x8000, ramByteCount: 0x2_0000)
        check(makeROM([], type: 1, ramCode: 6), [text("0x06", 131072)], romByteCount: 0x8000)
        check(makeROM([], type: 6, ramCode: 6), [text("0x06", 131072)], romByteCount: 0x8000, ramByteCount: 512)
    }

    func testAllThatIsOddIsSaid() {
        var bytes = makeROM([], type: 3, ramCode: 7)
        bytes.removeLast()
        bytes[0x14D] ^= 0xFF
        bytes.withUnsafeBytes { buffer in
            var odd: [CartridgeError] = []
            do throws(CartridgeError) {
                _ = try Cartridge(rom: buffer) { odd.append($0) }
            } catch { XCTFail("\(error)") }
            XCTAssertEqual(
                odd,
                [
                    .headerChecksum(expected: ~bytes[0x14D], found: bytes[0x14D]),
                    .romTruncated(needed: 0x8000, found: 0x7FFF), .ramSizeCode(7, largest: 0x8000),
                ])
        }
    }

    func testWhatCannotBeRunIsRefusedAllTheSame() {
        for bytes in [[], [1, 2, 3], [UInt8](repeating: 0xFF, count: 0x8000), makeROM([], type: 0x22), makeROM([], type: 4)] {
            bytes.withUnsafeBytes { buffer in
                do throws(CartridgeError) {
                    _ = try Cartridge(rom: buffer) { _ in }
                    XCTFail("accepted")
                } catch {
                    var (text, warning) = (StringOutput(), StringOutput())
                    error.write(to: &text)
                    error.writeWarning(to: &warning)
                    XCTAssertEqual(text.text, warning.text, "nothing is done about it")
                }
            }
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

    func testTheHeaderIsAsTheScriptsWriteIt() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("slot-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (rom, slot) = (folder.appendingPathComponent("rom"), folder.appendingPathComponent("slot"))
        let file = [UInt8](repeating: 0xA5, count: 70_003)
        try Data(file).write(to: rom)
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        shell.currentDirectoryURL = root
        shell.arguments = [
            "-c", ". Boards/build.sh; cartridge_length=1048576; make_cartridge \"$1\" \"$2\"", "test", rom.path, slot.path,
        ]
        try shell.run()
        shell.waitUntilExit()
        XCTAssertEqual(shell.terminationStatus, 0)
        let header = Cartridge.slotHeader(fileLength: UInt32(file.count))
        XCTAssertEqual(try [UInt8](Data(contentsOf: slot)), header.indices.map { header[$0] } + file)
        XCTAssertEqual(header.count, Cartridge.slotHeaderLength)
        XCTAssertEqual(length(header.indices.map { header[$0] } + file), file.count)
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
