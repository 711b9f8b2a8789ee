// Images that other versions of the log wrote: older ones are read, newer ones refused.
import Foundation
import Interfaces
import SimulatedFlash
import Storage
import XCTest

final class VersionTests: XCTestCase {
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

    /// Version 2 had no footers. This image was written by it: thirty puts of one key, a longer key, a deletion, a
    /// transaction, a write that was cut short, and the repair of that.
    func testVersionTwoIsReadAndReplaced() throws {
        let flash = SimulatedFlash.small(3, length: 512)
        let image = try XCTUnwrap(Data(base64Encoded: Self.versionTwo, options: .ignoreUnknownCharacters))
        var contents = flash.contents
        contents.replaceSubrange(0..<image.count, with: image)
        contents.replaceSubrange(1024..<1040, with: image[0..<16])
        flash.contents = contents
        let log = try TestLog(flash)
        XCTAssertTrue(log.report.isSound)
        XCTAssertEqual(log.report.tornRecords, 1)
        XCTAssertEqual(try log.statistics.liveBytes, 16 + 40 + 12 + 24)
        XCTAssertEqual(try log.keys(), ["often": 2, "a longer key": 20, "two": 1, "last": 11])
        for number in 0..<100 { try log.put("other", "\(number)") }
        let mounted = try TestLog(flash)
        XCTAssertEqual(try mounted.get("often"), "29")
        XCTAssertEqual(try mounted.get("a longer key"), "and a value under it")
        XCTAssertEqual(try mounted.get("two"), "\u{2}")
        XCTAssertEqual(try mounted.get("last"), "after a cut")
        XCTAssertEqual(try mounted.get("other"), "99")
        XCTAssertEqual((0..<3).map { flash.contents[$0 * 512 + 4] }, [3, 3, 3])
    }

    private static let versionTwo = """
        TVJUTAIEAwAAAAAAdZNsTQEAAAAHaFDR//////////8DAADIZfhEKGdwb2Z0ZW4wZu1CvWdwb2Z0ZW4xpjBAi2dwb2Z0ZW4ygp4eGWdwb2Z0
        ZW4z3H07yWdwb2Z0ZW40ZppJZWdwb2Z0ZW412zx0RGdwb2Z0ZW42eB9r72dwb2Z0ZW43JvxOP2dwb2Z0ZW443fNb+Gdwb2Z0ZW45HS5Zzqdw
        b2Z0ZW4xMP///97v962ncG9mdGVuMTH///81RqHNp3BvZnRlbjEy/////NkcMKdwb2Z0ZW4xM////xdwSlCncG9mdGVuMTT///8zTtz3p3Bv
        ZnRlbjE1////2OeKl6dwb2Z0ZW4xNv///2gi036ncG9mdGVuMTf///+Di4Uep3BvZnRlbjE4////lT3It6dwb2Z0ZW4xOf///36UntencG9m
        dGVuMjD///9qsdvhp3BvZnRlbjIx////gRiNgadwb2Z0ZW4yMv///7zidiGncG9mdGVuMjP///9XSyBBp3BvZnRlbjI0////b9t8Aadwb2Z0
        ZW4yNf///4RyKmGncG9mdGVuMjb///+5iNHBp3BvZnRlbjI3////UiGHoadwb2Z0ZW4yOP///7DyjFWncG9mdGVuMjn///9bW9o1BAAA0Fpf
        1Tf///////////////////////////////9NUlRMAgQDAAAAAAB1k2xNAgAAAOnH5cP//////////2CgALhhIGxvbmdlciBrZXlhbmQgYSB2
        YWx1ZSB1bmRlciBpdKyHzi0fYWdvbmVzb29u//8osbrUIQAAyGdvbmX7YincHQgAsG9uZQHZaWHPHQgAsHR3bwKR6n4KHgAAuG9uZf/G03JH
        AUAAyJkAogACAAAA5Q0LigFAAMiZAKIAAgAAAMCmzWonY25ldmVyYeNvfm//////AgAA0JZNpD8BQADImQCiAAIAAABBeygiAwAAyFOoKrrf
        Qmxhc3RhZnRlciBhIGN1dP///wtb6lD/////AgAA0Oe3zQrfQmxhc3RhZnRlciBhIGN1dP///yxfeRsDAADI/JQGKP//
        """

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
