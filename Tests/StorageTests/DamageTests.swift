// Flash that is not as it was left: flipped bits, blank, foreign and newer images.
import Interfaces
import SimulatedFlash
import Storage
import Text
import XCTest

@testable import martlet

final class DamageTests: XCTestCase {
    /// After one flipped bit every key has its value, or one says that its record is damaged, or has an older value
    /// or none and the mount says that something was damaged or torn. Never does a key have a value that was not
    /// put.
    func testTenThousandFlippedBitsAreNeverSilent() throws {
        for unit in [4, 8] {
            let counts = try StorageTorture.run(seed: 3, unit: unit, sectorLength: 2048) { try $0.flip(5000) }
            XCTAssertEqual(counts.unaffected + counts.refused + counts.stale, 5000)
            XCTAssertGreaterThan(counts.unaffected, 2500)
            XCTAssertGreaterThan(counts.stale, 10)
        }
    }

    func testADamagedRecordIsReportedAndTheOthersAreKept() throws {
        let flash = SimulatedFlash.chip()
        let log = try TestLog(flash)
        try log.put("first", "1")
        try log.put("second", "a value to damage")
        try log.put("third", "3")
        flash.flipBit(0, at: try XCTUnwrap(flash.offset(of: "a value to damage")))
        XCTAssertThrowsError(try log.get("second")) { error in
            guard case LogError.damagedRecord = error else { return XCTFail("\(error)") }
        }
        let mounted = try TestLog(flash)
        XCTAssertEqual(mounted.report.damagedRecords, 1)
        let offset = try XCTUnwrap(mounted.report.firstDamagedOffset)
        XCTAssertEqual(Int(offset), flash.offset(of: "second").map { $0 - 2 })
        XCTAssertEqual(try mounted.get("first"), "1")
        XCTAssertNil(try mounted.get("second"))
        XCTAssertEqual(try mounted.get("third"), "3")
        try mounted.put("second", "again")
        XCTAssertEqual(try TestLog(flash).get("second"), "again")
    }

    func testARecordDamagedSinceTheMountIsNotCopiedAsSound() throws {
        let flash = SimulatedFlash.small(3, length: 512)
        let log = try TestLog(flash)
        try log.put("kept", "a value to damage")
        flash.flipBit(3, at: try XCTUnwrap(flash.offset(of: "a value to damage")))
        for number in 0..<200 { try log.put("other", "\(number)") }
        XCTAssertNil(try log.get("kept"))
        XCTAssertEqual(log.statistics.damagedRecords, 1)
        XCTAssertEqual(try log.get("other"), "199")
    }

    func testAFlippedBitOfASectorHeaderLosesNothing() throws {
        for offset in 0..<24 {
            for bit in 0..<8 {
                let flash = SimulatedFlash.chip()
                try TestLog(flash).put("name", "martlet")
                flash.flipBit(bit, at: offset)
                let mounted = try TestLog(flash)
                XCTAssertEqual(try mounted.get("name"), "martlet", "bit \(bit) at \(offset)")
                try mounted.put("other", "swift")
                XCTAssertEqual(try TestLog(flash).get("other"), "swift")
            }
        }
    }

    /// An erased word has the CRC of its like: a wrong bit there must not be corrected into a sequence.
    func testAFlippedBitOfAnErasedHeaderIsErasedAgain() throws {
        for bit in 0..<64 {
            let flash = SimulatedFlash.chip()
            try TestLog(flash).put("name", "martlet")
            flash.flipBit(bit % 8, at: 16384 + 16 + bit / 8)
            let mounted = try TestLog(flash)
            XCTAssertEqual(try mounted.get("name"), "martlet")
            XCTAssertEqual(mounted.statistics.sectorsToErase, 1)
        }
    }

    func testBlankFlashIsFormatted() throws {
        let flash = SimulatedFlash.chip()
        XCTAssertTrue(try TestLog(flash).report.wasFormatted)
        XCTAssertFalse(try TestLog(flash).report.wasFormatted)
        XCTAssertEqual(flash.counters.erases, [0, 0, 0])
    }

    func testForeignFlashIsLeftAsItIs() throws {
        let flash = SimulatedFlash.chip()
        var contents = flash.contents
        contents.replaceSubrange(20000..<20005, with: Array("hello".utf8))
        flash.contents = contents
        XCTAssertThrowsError(try TestLog(flash)) { error in
            XCTAssertEqual(error as? LogError, .foreign(offset: 20000, found: 0x6C6C_6568))
            XCTAssertEqual(
                (error as? LogError)?.text,
                "the flash is neither blank nor a log: at offset 0x00004E20 it has 0x6C6C6568")
        }
        XCTAssertTrue(flash.contents == contents, "it was written to")
    }

    func testZerosAndNoiseAreForeign() throws {
        let flash = SimulatedFlash.chip()
        var random = SplitMix64(seed: 4)
        let noise = (0..<flash.contents.count).map { _ in UInt8.random(in: 0...255, using: &random) }
        for contents in [Array(repeating: 0, count: noise.count), noise] {
            flash.contents = contents
            XCTAssertThrowsError(try TestLog(flash)) { error in
                guard case LogError.foreign(offset: 0, found: _) = error else { return XCTFail("\(error)") }
            }
            XCTAssertTrue(flash.contents == contents, "it was written to")
        }
    }

    func testANewerVersionIsRefused() throws {
        let flash = SimulatedFlash.chip()
        try TestLog(flash).put("name", "martlet")
        var contents = flash.contents
        contents[4] = 4
        contents.replaceSubrange(12..<16, with: crc32(contents[0..<12]))
        flash.contents = contents
        XCTAssertThrowsError(try TestLog(flash)) { error in
            XCTAssertEqual(error as? LogError, .newerVersion(4, offset: 0))
        }
        XCTAssertTrue(flash.contents == contents, "it was written to")
    }

    /// What version 1 wrote is read, and nothing more is written into its sectors until they are erased.
    func testAnOlderVersionIsReadAndReplaced() throws {
        let flash = SimulatedFlash.small(3, length: 512)
        var contents = flash.contents
        func write(_ words: [UInt32], at offset: Int, seed: [UInt32] = []) {
            let bytes = (seed + words).flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
            let stored = bytes[(seed.count * 4)...] + crc32(bytes[...])
            contents.replaceSubrange(offset..<offset + stored.count, with: stored)
        }
        for sector in 0..<3 { write([0x4C54_524D, 1 | 4 << 8 | 3 << 16, 0], at: sector * 512) }
        write([1], at: 16, seed: [0x4C54_524D])
        // Version 1 had only long headers: here of a key of 1 byte and a value of 3, with 24 zeros.
        let header: UInt32 = 0 | 1 << 3 | 3 << 11 | 24 << 27
        write([header, 0x0302_0161], at: 32, seed: [32, 1])
        flash.contents = contents
        let log = try TestLog(flash)
        XCTAssertTrue(log.report.isSound)
        XCTAssertEqual(try log.get("a"), "\u{1}\u{2}\u{3}")
        for number in 0..<100 { try log.put("other", "\(number)") }
        let mounted = try TestLog(flash)
        XCTAssertEqual(try mounted.get("a"), "\u{1}\u{2}\u{3}")
        XCTAssertEqual(try mounted.get("other"), "99")
        XCTAssertEqual((0..<3).map { flash.contents[$0 * 512 + 4] }, [3, 3, 3])
    }

    func testALogOfOtherFlashIsRefused() throws {
        let flash = SimulatedFlash.small(4, length: 1024)
        try TestLog(flash).put("name", "martlet")
        let other = SimulatedFlash.small(2, length: 2048)
        other.contents = flash.contents
        XCTAssertThrowsError(try TestLog(other)) { error in
            XCTAssertEqual(error as? LogError, .otherGeometry(offset: 0))
        }
        let wide = SimulatedFlash.small(4, length: 1024, unit: 8)
        wide.contents = flash.contents
        XCTAssertThrowsError(try TestLog(wide)) { error in
            XCTAssertEqual(error as? LogError, .otherGeometry(offset: 0))
        }
    }

    func testUnusableFlashIsRefused() {
        for flash in [SimulatedFlash(sectors: [4096]), .small(2, length: 128), .small(5, length: 65536)] {
            XCTAssertThrowsError(try TestLog(flash)) { error in
                XCTAssertEqual(error as? LogError, .unusableFlash)
            }
        }
    }

    /// CRC-32 by its definition, a bit at a time.
    private func crc32(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var crc: UInt32 = ~0
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
        }
        return (0..<4).map { UInt8(truncatingIfNeeded: ~crc >> ($0 * 8)) }
    }
}

extension LogError {
    var text: String {
        var output = StringOutput()
        write(to: &output)
        return output.text
    }
}

extension SimulatedFlash {
    /// Where the text first stands.
    func offset(of text: String) -> Int? {
        let bytes = Array(text.utf8)
        let stored = contents
        return stored.indices.first { stored[$0...].starts(with: bytes) }
    }
}
