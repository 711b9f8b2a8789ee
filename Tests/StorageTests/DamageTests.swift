// Flash that is not as it was left: flipped bits, blank, foreign and newer images.
import Interfaces
import SimulatedFlash
import Storage
import Text
import XCTest

@testable import StorageTools

final class DamageTests: XCTestCase {
    /// After one flipped bit every key has its value, or one says that its record is damaged, or has an older value
    /// or none and the mount says that something was damaged or torn. Never does a key have a value that was not
    /// put.
    func testTenThousandFlippedBitsAreNeverSilent() throws {
        for unit in [4, 8] {
            let counts = try StorageTorture.run(seed: 3, unit: unit, sectors: [2048, 2048, 2048]) { try $0.flip(5000) }
            XCTAssertEqual(counts.unaffected + counts.refused + counts.stale, 5000)
            XCTAssertGreaterThan(counts.unaffected, 2500)
            XCTAssertGreaterThan(counts.stale, 10)
        }
    }

    /// In a log with much erased flash, where a mount's own repair meets the flipped bit.
    func testAFlippedBitOfAnyPartOfALargerLogIsNeverSilent() throws {
        // With seed 22 a footer ends in the middle of a transaction.
        for (seed, unit) in [(9, 1), (9, 4), (9, 8), (22, 4)] as [(UInt64, Int)] {
            let sectors = [Int](repeating: 2048, count: 8)
            let counts = try StorageTorture.run(seed: seed, unit: unit, sectors: sectors, longestValue: 200) {
                try $0.flip(2000)
            }
            XCTAssertEqual(counts.unaffected + counts.refused + counts.stale, 2000)
        }
    }

    /// Stretches of noise, of zeros and of what stood elsewhere, in the footers above all: never a trap, and never a value
    /// that the key did not have at some time.
    func testAnyDamageEndsWithAnErrorOrAnOlderValue() throws {
        for unit in [1, 4, 8] {
            let flash = SimulatedFlash.small(4, length: 1024, unit: unit, seed: UInt64(unit))
            let log = try TestLog(flash)
            var workload = Workload(seed: UInt64(unit))
            var history: [[UInt8]: Set<[UInt8]>] = [:]
            func note(_ step: Workload.Step) {
                switch step {
                case .put(let key, let value): history[key, default: []].insert(value)
                case .delete: break
                case .transaction(let steps): for step in steps { note(step) }
                }
            }
            for _ in 0..<300 {
                let step = workload.next(transactions: true)
                try log.apply(step)
                note(step)
            }
            let image = flash.contents
            var random = SplitMix64(seed: UInt64(unit))
            var sound = 0
            for round in 0..<1500 {
                var contents = image
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let length = Int.random(in: 1...80, using: &random)
                    let sector = Int.random(in: 0..<4, using: &random) * 1024
                    let start =
                        sector
                        + (round % 2 == 0
                            ? Int.random(in: 700..<1024 - 80, using: &random) : Int.random(in: 0..<940, using: &random))
                    let source = Int.random(in: 0..<image.count - 80, using: &random)
                    for index in 0..<length {
                        switch round % 3 {
                        case 0: contents[start + index] = UInt8.random(in: 0...255, using: &random)
                        case 1: contents[start + index] = 0
                        default: contents[start + index] = image[source + index]
                        }
                    }
                }
                flash.contents = contents
                do {
                    let mounted = try TestLog(flash)
                    for (key, values) in history {
                        do {
                            if let value = try mounted.get(key) { XCTAssertTrue(values.contains(value), "\(unit), \(round)") }
                        } catch LogError.damagedRecord {}
                    }
                    try mounted.put("after", "the damage")
                    XCTAssertEqual(try mounted.get("after"), "the damage")
                    sound += 1
                } catch {
                    switch error {
                    case .foreign, .newerVersion, .otherGeometry: break
                    default: XCTFail("\(unit), \(round): \(error)")
                    }
                }
            }
            XCTAssertGreaterThan(sound, 1400)
        }
    }

    /// A bit of any record flips while the log is mounted: all other keys are shown, none that nobody put, and the key can
    /// be deleted and put again.
    func testABitThatFlipsWhileMountedHurtsOneKeyAlone() throws {
        for unit in [4, 8] {
            let flash = SimulatedFlash.chip(unit: unit)
            let log = try TestLog(flash)
            for number in 0..<19 { try log.put("key\(number)", String(repeating: "v", count: number)) }
            let image = flash.contents
            let used = try XCTUnwrap(image[..<16000].lastIndex { $0 != 0xFF })
            for bit in 0..<(used + 1 - 32) * 8 {
                let mounted = try TestLog(flash)
                let start = flash.contents
                flash.flipBit(bit % 8, at: 32 + bit / 8)
                var shown: [String: Int] = [:]
                var isReported = false
                do throws(LogError) { try mounted.forEach { shown[$0] = $1 } } catch {
                    guard case .damagedRecord = error else { return XCTFail("\(error)") }
                    isReported = true
                }
                XCTAssertEqual(shown.count, isReported ? 18 : 19, "\(bit)")
                for (key, length) in shown { XCTAssertEqual(key, "key\(length)", "\(bit)") }
                if let hurt = (0..<19).first(where: { shown["key\($0)"] == nil }) {
                    XCTAssertThrowsError(try mounted.get("key\(hurt)"))
                    if bit % 2 == 0 {
                        XCTAssertTrue(try mounted.delete("key\(hurt)"), "\(bit)")
                        XCTAssertNil(try mounted.get("key\(hurt)"))
                    } else {
                        try mounted.put("key\(hurt)", "again")
                        XCTAssertEqual(try mounted.get("key\(hurt)"), "again")
                    }
                    try mounted.forEach { _, _ in }
                    let later = try TestLog(flash)
                    XCTAssertEqual(try later.get("key\(hurt)"), bit % 2 == 0 ? nil : "again", "\(bit)")
                    XCTAssertEqual(try later.keys().count, bit % 2 == 0 ? 18 : 19, "\(bit)")
                    XCTAssertEqual(try mounted.statistics.liveBytes, try later.statistics.liveBytes, "\(bit)")
                }
                flash.contents = start
            }
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
        XCTAssertEqual(try log.statistics.damagedRecords, 1)
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
            XCTAssertEqual(try mounted.statistics.sectorsToErase, 1)
        }
    }

    /// A bit that no longer reads as erased stands in the way of a put, of a move, or of a footer: it goes after it, and
    /// nobody is told.
    func testAFlippedBitOfErasedFlashIsNoErrorOfAPut() throws {
        for seed in 0..<40 as Range<UInt64> {
            let flash = SimulatedFlash.small(4, length: 1024, seed: seed)
            var log = try TestLog(flash)
            var random = SplitMix64(seed: seed)
            var model = Model()
            var workload = Workload(seed: seed)
            for number in 0..<400 {
                if number % 20 == 7 {
                    // Only erased bytes are of interest: a record that is hit is another test.
                    let contents = flash.contents
                    let offset = Int.random(in: 0..<contents.count, using: &random)
                    let around = contents[max(0, offset - 40)..<min(contents.count, offset + 40)]
                    if around.allSatisfy({ $0 == 0xFF }) { flash.flipBit(number % 8, at: offset) }
                }
                let step = workload.next()
                try log.apply(step)
                model.apply(step)
                if number % 53 == 0 { log = try TestLog(flash) }
            }
            let mounted = try TestLog(flash)
            for (key, value) in model { XCTAssertEqual(try mounted.get(key), value, "\(seed)") }
            XCTAssertEqual(try mounted.keys().count, model.count, "\(seed)")
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
            let log = try TestLog(formatting: flash)
            XCTAssertTrue(log.report.wasFormatted)
            try log.put("name", "martlet")
            XCTAssertEqual(try TestLog(flash).keys(), ["name": 7])
        }
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
