// The flash controller: sectors 1 to 3 as a flash device.
import Interfaces
import MMIO
import STM32F405PAC
import STM32F4Drivers
import SimulatedChip
import XCTest

final class FlashControllerTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    private func withFlash(timeout: Int = 1000, _ body: (FlashController) throws -> Void) rethrows {
        try CurrentBus.with(board.chip) { try body(FlashController(firstSector: 1, count: 3, timeout: timeout)) }
    }

    private func read(_ flash: FlashController, at offset: UInt32, _ count: Int) throws(FlashError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var span = bytes.mutableSpan
        try flash.read(at: offset, into: &span)
        return bytes
    }

    private func failure(_ body: () throws(FlashError) -> Void) -> FlashError? {
        do throws(FlashError) { try body() } catch { return error }
        return nil
    }

    private func assertLocked(file: StaticString = #filePath, line: UInt = #line) {
        CurrentBus.with(board.chip) {
            let control = STM32F405.FLASH.CR.read()
            XCTAssertTrue(control.LOCK, "locked", file: file, line: line)
            XCTAssertFalse(control.PG || control.SER || control.STRT, "idle", file: file, line: line)
        }
    }

    func testItsSectorsAreThoseItWasGiven() {
        withFlash {
            XCTAssertEqual($0.sectorCount, 3)
            XCTAssertEqual($0.programUnit, 4)
            XCTAssertEqual($0.sector(0), FlashSector(offset: 0, length: 16 << 10))
            XCTAssertEqual($0.sector(2), FlashSector(offset: 32 << 10, length: 16 << 10))
        }
    }

    func testAControllerIsThereIfItIsLocked() {
        CurrentBus.with(board.chip) { XCTAssertTrue(FlashController.isPresent) }
        let none = SimulatedChip(coreClock: 1.megahertz, peripherals: [RegisterFileModel(baseAddress: 0x4002_3C00)])
        CurrentBus.with(none) { XCTAssertFalse(FlashController.isPresent) }
    }

    func testProgramsWordsAndLocksAgain() throws {
        try withFlash { flash in
            try flash.program([1, 2, 3, 4, 5, 6, 7, 8].span, at: 8)
            XCTAssertEqual(try read(flash, at: 7, 10), [0xFF, 1, 2, 3, 4, 5, 6, 7, 8, 0xFF])
        }
        XCTAssertEqual(board.flash.contents(0x4008..<0x4010), [1, 2, 3, 4, 5, 6, 7, 8])
        assertLocked()
    }

    func testProgrammingNothingIsNothing() throws {
        let nothing: [UInt8] = []
        try withFlash { try $0.program(nothing.span, at: 0) }
        assertLocked()
    }

    func testErasesOneSectorAndLocksAgain() throws {
        board.flash.fill(at: 0, [UInt8](repeating: 0, count: 80 << 10))
        try withFlash { try $0.erase(sector: 1) }
        XCTAssertEqual(board.flash.contents(0x8000..<0xC000), [UInt8](repeating: 0xFF, count: 0x4000))
        XCTAssertEqual(board.flash.contents(0x7FF0..<0x8000), [UInt8](repeating: 0, count: 16))
        XCTAssertEqual(board.flash.contents(0xC000..<0xC010), [UInt8](repeating: 0, count: 16))
        assertLocked()
    }

    /// RM0090 3.5.4: the cache is turned off, reset, and turned on again as it was.
    func testErasingDropsWhatTheDataCacheHolds() throws {
        let bus = RecordingBus(board.chip)
        try CurrentBus.with(bus) {
            STM32F405.FLASH.ACR.modify { $0.DCEN = true }
            try FlashController(firstSector: 1, count: 3, timeout: 10).erase(sector: 0)
            XCTAssertTrue(STM32F405.FLASH.ACR.read().DCEN)
            XCTAssertFalse(STM32F405.FLASH.ACR.read().DCRST)
        }
        let reset = try XCTUnwrap(bus.position(of: STM32F405.FLASH.ACR.address) { $0 & 1 << 12 != 0 })
        XCTAssertEqual(bus.stores[reset].value & 1 << 10, 0, "the cache is off while it is reset")
    }

    func testAProgramThatWouldSetABitIsReported() throws {
        try withFlash { flash in
            try flash.program([0xFF, 0x0F, 0xFF, 0xFF].span, at: 16)
            XCTAssertEqual(
                failure { () throws(FlashError) in
                    try flash.program([0, 0, 0, 0, 0xFF, 0x1F, 0xFF, 0xFF].span, at: 12)
                },
                .notProgrammed(address: 16))
        }
        assertLocked()
    }

    func testWhatIsOutsideOrNoWholeWordIsRefusedUntouched() {
        let bus = RecordingBus(board.chip)
        CurrentBus.with(bus) {
            let flash = FlashController(firstSector: 1, count: 3, timeout: 10)
            for (offset, count) in [(48 << 10, 4), ((48 << 10) - 4, 8), (2, 4), (0, 3), (.max - 3, 4)]
                as [(UInt32, Int)]
            {
                XCTAssertEqual(
                    failure { () throws(FlashError) in
                        try flash.program([UInt8](repeating: 0, count: count).span, at: offset)
                    },
                    .outOfRange(address: offset, length: UInt32(count)))
            }
            XCTAssertEqual(
                failure { () throws(FlashError) in _ = try read(flash, at: (48 << 10) - 1, 2) },
                .outOfRange(address: (48 << 10) - 1, length: 2))
        }
        XCTAssertEqual(bus.stores, [])
    }

    func testAControllerThatStaysBusyIsATimeoutAndNotAHang() {
        board.flashController.staysBusy = true
        withFlash { flash in
            XCTAssertEqual(
                failure { () throws(FlashError) in try flash.program([0, 0, 0, 0].span, at: 0) }, .timeout)
            XCTAssertEqual(failure { () throws(FlashError) in try flash.erase(sector: 0) }, .timeout)
        }
    }

    /// A wrong key locks the controller until the next reset (RM0090 3.6.1).
    func testAControllerThatDoesNotUnlockIsReported() {
        withFlash { flash in
            STM32F405.FLASH.KEYR.write { $0.set(KEY: 1) }
            XCTAssertEqual(
                failure { () throws(FlashError) in try flash.program([0, 0, 0, 0].span, at: 4) },
                .protected(address: 4))
            XCTAssertEqual(
                failure { () throws(FlashError) in try flash.erase(sector: 1) }, .protected(address: 16 << 10))
        }
        XCTAssertEqual(board.flash.contents(0x4004..<0x4008), [0xFF, 0xFF, 0xFF, 0xFF])
    }
}
