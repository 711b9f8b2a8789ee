// A host file that behaves like flash.
import Interfaces
import Semihosting
import XCTest

final class HostFileFlashTests: XCTestCase {
    private func open(_ path: String) throws(HostFileFlash.Failure) -> HostFileFlash {
        try HostFileFlash.open(path: Array(path.utf8).span)
    }

    private func read(_ flash: borrowing HostFileFlash, at offset: UInt32, _ count: Int) throws(FlashError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var span = bytes.mutableSpan
        try flash.read(at: offset, into: &span)
        return bytes
    }

    private func failure(_ body: () throws(FlashError) -> Void) -> FlashError? {
        do throws(FlashError) { try body() } catch { return error }
        return nil
    }

    func testANewFileReadsAsErasedFlash() throws {
        let directory = try TemporaryDirectory()
        let flash = try open(directory.file("flash"))
        XCTAssertEqual(flash.sectorCount, 3)
        XCTAssertEqual(flash.sector(2), FlashSector(offset: 32 << 10, length: 16 << 10))
        XCTAssertEqual(try read(flash, at: 0, 48 << 10), [UInt8](repeating: 0xFF, count: 48 << 10))
        XCTAssertEqual(directory.contents("flash"), [UInt8](repeating: 0xFF, count: 48 << 10))
    }

    func testAFileOfAnotherLengthIsRefusedAndLeftAlone() throws {
        let directory = try TemporaryDirectory()
        for length in [1, (48 << 10) - 1, (48 << 10) + 1] {
            let bytes = [UInt8](repeating: 3, count: length)
            try directory.write(bytes, to: "notes")
            do throws(HostFileFlash.Failure) {
                _ = try open(directory.file("notes"))
                XCTFail("\(length) bytes were taken as flash")
            } catch {
                XCTAssertEqual(error, .wrongLength(length))
            }
            XCTAssertEqual(directory.contents("notes"), bytes)
        }
    }

    /// A full disk leaves a part of the erased flash, or nothing.
    func testAFileWhoseMakingWasCutShortIsFinished() throws {
        let directory = try TemporaryDirectory()
        for length in [0, 1, 4096, 33_000] {
            try directory.write([UInt8](repeating: 0xFF, count: length), to: "flash")
            let flash = try open(directory.file("flash"))
            XCTAssertEqual(try read(flash, at: 0, 48 << 10), [UInt8](repeating: 0xFF, count: 48 << 10))
            XCTAssertEqual(directory.contents("flash")?.count, 48 << 10)
        }
        // One other byte, and it is somebody's.
        try directory.write([UInt8](repeating: 0xFF, count: 100) + [0], to: "flash")
        do throws(HostFileFlash.Failure) {
            _ = try open(directory.file("flash"))
            XCTFail("it was taken as flash")
        } catch { XCTAssertEqual(error, .wrongLength(101)) }
        XCTAssertEqual(directory.contents("flash")?.count, 101)
    }

    func testAFileThatCannotBeMadeIsUnavailable() throws {
        let directory = try TemporaryDirectory()
        do throws(HostFileFlash.Failure) {
            _ = try open(directory.file("none/flash"))
            XCTFail("opened")
        } catch {
            XCTAssertEqual(error, .unavailable)
        }
    }

    func testWhatIsProgrammedIsThereWhenOpenedAgain() throws {
        let directory = try TemporaryDirectory()
        do {
            let flash = try open(directory.file("flash"))
            try flash.program([1, 2, 3, 4, 5, 6, 7, 8].span, at: 0x4000)
        }
        let flash = try open(directory.file("flash"))
        XCTAssertEqual(try read(flash, at: 0x3FFF, 10), [0xFF, 1, 2, 3, 4, 5, 6, 7, 8, 0xFF])
    }

    func testProgrammingClearsBits() throws {
        let directory = try TemporaryDirectory()
        let flash = try open(directory.file("flash"))
        try flash.program([0xF0, 0xFF, 0xFF, 0xFF].span, at: 8)
        try flash.program([0x10, 0x00, 0xFF, 0x7F].span, at: 8)
        XCTAssertEqual(try read(flash, at: 8, 4), [0x10, 0x00, 0xFF, 0x7F])
    }

    func testProgrammingSetsNoBit() throws {
        let directory = try TemporaryDirectory()
        let flash = try open(directory.file("flash"))
        try flash.program([0xFF, 0x0F, 0xFF, 0xFF].span, at: 8)
        XCTAssertEqual(
            failure { () throws(FlashError) in try flash.program([0xFF, 0x1F, 0xFF, 0xFF].span, at: 8) },
            .notProgrammed(address: 9))
        XCTAssertEqual(try read(flash, at: 8, 4), [0xFF, 0x0F, 0xFF, 0xFF])
    }

    func testErasingSetsOneSectorAndNoOther() throws {
        let directory = try TemporaryDirectory()
        let flash = try open(directory.file("flash"))
        for sector in 0..<3 { try flash.program([0, 0, 0, 0].span, at: UInt32(sector) << 14) }
        for sector in 0..<3 { try flash.program([0, 0, 0, 0].span, at: UInt32(sector + 1) << 14 - 4) }
        try flash.erase(sector: 1)
        XCTAssertEqual(try read(flash, at: 0x4000, 0x4000), [UInt8](repeating: 0xFF, count: 0x4000))
        for offset in [0, 0x3FFC, 0x8000, 0xBFFC] as [UInt32] {
            XCTAssertEqual(try read(flash, at: offset, 4), [0, 0, 0, 0], "offset \(offset)")
        }
    }

    func testRefusesWhatIsNotWithinTheDeviceOrNoWholeWord() throws {
        let directory = try TemporaryDirectory()
        let flash = try open(directory.file("flash"))
        let word: [UInt8] = [0, 0, 0, 0]
        XCTAssertEqual(
            failure { () throws(FlashError) in try flash.program(word.span, at: 48 << 10) },
            .outOfRange(address: 48 << 10, length: 4))
        XCTAssertEqual(
            failure { () throws(FlashError) in try flash.program(word.span, at: 2) },
            .outOfRange(address: 2, length: 4))
        XCTAssertEqual(
            failure { () throws(FlashError) in try flash.program(word.span.extracting(first: 3), at: 0) },
            .outOfRange(address: 0, length: 3))
        XCTAssertEqual(
            failure { () throws(FlashError) in _ = try self.read(flash, at: (48 << 10) - 1, 2) },
            .outOfRange(address: (48 << 10) - 1, length: 2))
        XCTAssertEqual(try read(flash, at: 0, 4), [0xFF, 0xFF, 0xFF, 0xFF])
    }
}
