// RAM that behaves like flash, and flash that is not there.
import Interfaces
import XCTest

final class MemoryFlashTests: XCTestCase {
    // SAFETY: freed in `deinit`; the devices of a test end before it.
    private let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 4)

    deinit { memory.deallocate() }

    private func read(_ flash: some NORFlash, at offset: UInt32, _ count: Int) throws(FlashError) -> [UInt8] {
        var flash = flash
        var bytes = [UInt8](repeating: 0, count: count)
        var span = bytes.mutableSpan
        try flash.read(at: offset, into: &span)
        return bytes
    }

    private func failure(_ body: () throws(FlashError) -> Void) -> FlashError? {
        do throws(FlashError) { try body() } catch { return error }
        return nil
    }

    func testBeginsErasedWhateverTheMemoryHeld() throws {
        memory.initializeMemory(as: UInt8.self, repeating: 0x55)
        let flash = MemoryFlash(memory, sectorCount: 4)
        XCTAssertEqual(flash.sectorCount, 4)
        XCTAssertEqual(flash.sector(3), FlashSector(offset: 48, length: 16))
        XCTAssertEqual(try read(flash, at: 0, 64), [UInt8](repeating: 0xFF, count: 64))
    }

    func testProgrammingClearsBitsAndSetsNone() throws {
        let flash = MemoryFlash(memory, sectorCount: 4)
        try flash.program([1, 2, 3, 4].span, at: 8)
        try flash.program([0, 2, 3, 4].span, at: 8)
        XCTAssertEqual(
            failure { () throws(FlashError) in try flash.program([0, 2, 3, 5].span, at: 8) },
            .notProgrammed(address: 11))
        XCTAssertEqual(try read(flash, at: 7, 6), [0xFF, 0, 2, 3, 4, 0xFF])
        XCTAssertEqual(flash.mappedMemory?.load(fromByteOffset: 9, as: UInt8.self), 2)
    }

    func testErasingSetsOneSectorAndNoOther() throws {
        let flash = MemoryFlash(memory, sectorCount: 4)
        try flash.program([UInt8](repeating: 0, count: 64).span, at: 0)
        try flash.erase(sector: 2)
        XCTAssertEqual(
            try read(flash, at: 28, 24),
            [0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 16) + [0, 0, 0, 0])
    }

    func testRefusesWhatIsNotWithinTheDeviceOrNoWholeWord() throws {
        let flash = MemoryFlash(memory, sectorCount: 4)
        for (offset, count) in [(64, 4), (60, 8), (2, 4), (0, 3), (0xFFFF_FFFC, 4)] as [(UInt32, Int)] {
            XCTAssertEqual(
                failure { () throws(FlashError) in
                    try flash.program([UInt8](repeating: 0, count: count).span, at: offset)
                },
                .outOfRange(address: offset, length: UInt32(count)))
        }
        XCTAssertEqual(
            failure { () throws(FlashError) in _ = try self.read(flash, at: 63, 2) }, .outOfRange(address: 63, length: 2))
        XCTAssertEqual(try read(flash, at: 63, 1), [0xFF])
    }
}
