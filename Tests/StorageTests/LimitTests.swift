// What a log refuses, what it does when it is full, and what writing costs.
import Interfaces
import SimulatedFlash
import Storage
import XCTest

@testable import StorageTools

final class LimitTests: XCTestCase {
    func testKeysHaveOneTo255Bytes() throws {
        let log = try TestLog(.chip())
        for count in [0, 256, 1000] {
            XCTAssertThrowsError(try log.put([UInt8](repeating: 1, count: count), [1])) { error in
                XCTAssertEqual(error as? LogError, .keyLength(count))
            }
            XCTAssertNil(try log.get([UInt8](repeating: 1, count: count)))
        }
        let long = [UInt8](repeating: 1, count: 255)
        try log.put(long, [2])
        XCTAssertEqual(try log.get(long), [2])
        XCTAssertEqual(try TestLog(log.flash).get(long), [2])
    }

    func testTheLongestValueFits() throws {
        for unit in [1, 4, 8] {
            let log = try TestLog(.chip(unit: unit))
            let maximum = log.maximumValueLength
            XCTAssertGreaterThan(maximum, 7000)
            XCTAssertThrowsError(try log.put([1], [UInt8](repeating: 1, count: maximum + 1))) { error in
                XCTAssertEqual(error as? LogError, .valueTooLong(maximum + 1, maximum: maximum))
            }
            for number in 0..<20 {
                let value = [UInt8](repeating: UInt8(number), count: maximum)
                try log.put([1], value)
                XCTAssertEqual(try log.get([1]), value)
            }
            XCTAssertEqual(try TestLog(log.flash).get([1])?.count, maximum)
        }
    }

    /// All of a sector but its header, a footer, and the record's own eight bytes.
    func testAValueMayFillASectorOfFive() throws {
        for unit in [1, 4, 8] {
            let flash = SimulatedFlash(sectors: Array(repeating: 4096, count: 5), programUnit: unit)
            var log = try TestLog(flash)
            let maximum = log.maximumValueLength
            XCTAssertGreaterThan(maximum, 4000)
            try log.put("small", "kept")
            for number in 0..<50 {
                let value = (0..<maximum).map { UInt8(truncatingIfNeeded: $0 &+ number) }
                try log.put([1], value)
                try log.put("count", "\(number)")
                XCTAssertEqual(try log.get([1]), value)
                if number % 7 == 0 {
                    log = try TestLog(flash)
                    XCTAssertEqual(try log.get([1]), value)
                }
            }
            XCTAssertEqual(try TestLog(flash).get("small"), "kept")
            XCTAssertEqual(try TestLog(flash).get("count"), "49")
            XCTAssertTrue(try log.delete([1]))
            XCTAssertNil(try TestLog(flash).get([1]))
        }
    }

    func testAShortBufferIsRefused() throws {
        let log = try TestLog(.chip())
        try log.put([1], [1, 2, 3])
        XCTAssertThrowsError(try log.get([1], capacity: 2)) { error in
            XCTAssertEqual(error as? LogError, .bufferTooSmall(needed: 3))
        }
        XCTAssertEqual(try log.get([1], capacity: 3), [1, 2, 3])
    }

    func testAFullLogKeepsEverythingAndCanDelete() throws {
        for (count, length, value) in [(2, 512, 10), (3, 1024, 40), (3, 16384, 3000), (8, 512, 100)] {
            let flash = SimulatedFlash.small(count, length: length)
            let log = try TestLog(flash, slots: 1024)
            var model = Model()
            func fill() throws {
                for number in 0..<10000 {
                    let key = Array("\(number)".utf8)
                    let bytes = [UInt8](repeating: UInt8(number & 0xFF), count: value)
                    do {
                        try log.put(key, bytes)
                        model[key] = bytes
                    } catch LogError.full { return }
                }
                XCTFail("it must be full by now")
            }
            try fill()
            XCTAssertGreaterThan(model.count, 1)
            let mounted = try TestLog(flash, slots: 1024)
            for (key, bytes) in model { XCTAssertEqual(try mounted.get(key), bytes) }
            // Values of the same length still go in place of others.
            for key in model.keys {
                try mounted.put(key, [UInt8](repeating: 0xAA, count: value))
                model[key] = [UInt8](repeating: 0xAA, count: value)
            }
            for key in model.keys { XCTAssertTrue(try mounted.delete(key)) }
            XCTAssertEqual(try mounted.statistics.keys, 0)
            XCTAssertEqual(try mounted.statistics.liveBytes, 0)
            try mounted.put("room", "again")
            XCTAssertEqual(try TestLog(flash).keys(), ["room": 5])
        }
    }

    func testTheIndexLimitsTheKeys() throws {
        let flash = SimulatedFlash.chip()
        let log = try TestLog(flash, slots: 21 + 16)
        XCTAssertEqual(try log.statistics.keyCapacity, 14)
        for number in 0..<14 { try log.put([UInt8(number)], [1]) }
        XCTAssertThrowsError(try log.put([99], [1])) { error in
            XCTAssertEqual(error as? LogError, .tooManyKeys(capacity: 14))
        }
        try log.put([3], [2])
        XCTAssertTrue(try log.delete([4]))
        try log.put([99], [1])
        XCTAssertThrowsError(try TestLog(flash, slots: 21 + 8)) { error in
            XCTAssertEqual(error as? LogError, .tooManyKeys(capacity: 7))
        }
        XCTAssertThrowsError(try TestLog(flash, slots: 21)) { error in
            XCTAssertEqual(error as? LogError, .indexTooSmall(needed: 23))
        }
    }

    func testSectorsMayHaveAnyLengths() throws {
        for lengths in [[256, 1024], [512, 256, 2048], [1024, 1024, 1024, 4096], [4096, 256, 256, 256]] {
            let flash = SimulatedFlash(sectors: lengths)
            let log = try TestLog(flash)
            var model = Model()
            var workload = Workload(seed: 2, keys: 3, longestValue: 10)
            for _ in 0..<1500 {
                let step = workload.next()
                try log.apply(step)
                model.apply(step)
            }
            let mounted = try TestLog(flash)
            for (key, value) in model { XCTAssertEqual(try mounted.get(key), value, "\(lengths)") }
            XCTAssertEqual(try mounted.statistics.keys, model.count)
        }
    }

    /// Values of all lengths, puts that are refused since the log is full, deletes and mounts in between: no
    /// other error comes, and nothing acknowledged is lost.
    func testALogAtItsLimitAlwaysHasRoomToCollect() throws {
        let shapes = [
            [512, 512], [512, 512, 512], [1024, 1024, 1024], [256, 256, 256, 256, 256], [512, 1024, 512, 1024],
            [1024, 1024, 1024, 1024], [512, 512, 512, 512, 512, 512, 512, 512],
        ]
        for (seed, lengths) in shapes.enumerated() {
            let flash = SimulatedFlash(sectors: lengths)
            var log = try TestLog(flash)
            var random = SplitMix64(seed: UInt64(seed))
            var model = Model()
            var refused = 0
            for number in 0..<4000 {
                let key = [UInt8.random(in: 0..<40, using: &random)]
                let longest = Bool.random(using: &random) ? log.maximumValueLength : 8
                let value = [UInt8](repeating: UInt8(number & 0xFF), count: Int.random(in: 0...longest, using: &random))
                do {
                    try log.put(key, value)
                    model[key] = value
                } catch LogError.full {
                    refused += 1
                    if refused % 8 == 0, let key = model.keys.min(by: { $0[0] < $1[0] }) {
                        XCTAssertTrue(try log.delete(key), "\(lengths), \(number)")
                        model[key] = nil
                    }
                }
                if number % 97 == 0 {
                    log = try TestLog(flash)
                    for key in 0..<40 as Range<UInt8> {
                        XCTAssertEqual(try log.get([key]), model[[key]], "\(lengths), \(number)")
                    }
                }
            }
            XCTAssertGreaterThan(refused, 100)
        }
    }

    /// Footers take a quarter of what such records leave, so that there is only room for all without them.
    func testWhatIsUnderTheLimitIsAcceptedOfTheShortestRecords() throws {
        let flash = SimulatedFlash.small(16, length: 1024)
        let log = try TestLog(flash, slots: 2400)
        let limit = try log.statistics.liveByteLimit
        func key(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }
        for number in 0..<limit / 8 { try log.put(key(number), []) }
        XCTAssertEqual(try log.statistics.liveBytes, limit / 8 * 8)
        XCTAssertThrowsError(try log.put(key(limit / 8), [])) { XCTAssertEqual($0 as? LogError, .full) }
        for number in stride(from: 0, to: limit / 8, by: 7) {
            XCTAssertTrue(try log.delete(key(number)))
            try log.put(key(number), [])
        }
        let mounted = try TestLog(flash, slots: 2400)
        XCTAssertEqual(try mounted.statistics.keys, limit / 8)
        for number in 0..<limit / 8 { XCTAssertEqual(try mounted.get(key(number)), []) }
        for number in 0..<limit / 8 { XCTAssertTrue(try mounted.delete(key(number))) }
        XCTAssertEqual(try TestLog(flash, slots: 2400).statistics.keys, 0)
    }

    // MARK: - Cost

    func testMaintenanceKeepsErasesOutOfPuts() throws {
        let log = try TestLog(.chip())
        for number in 0..<6000 {
            try log.put("key\(number % 50)", "value \(number)")
            while try log.maintain() {}
        }
        XCTAssertEqual(try log.statistics.erasesWhileWriting, 0)
        XCTAssertGreaterThan(try log.statistics.erases, 5)
    }

    func testAnEqualValueProgramsNothing() throws {
        for unit in [1, 4, 8] {
            let flash = SimulatedFlash.small(3, length: 1024, unit: unit)
            let log = try TestLog(flash)
            try log.put("empty", "")
            try log.put("name", "martlet")
            let before = flash.counters
            for _ in 0..<100 {
                try log.put("name", "martlet")
                try log.put("empty", "")
            }
            XCTAssertEqual(flash.counters.operations, before.operations)
            XCTAssertEqual(try log.statistics.puts, 202)
            for other in ["martlex", "martle", "martlets", ""] {
                try log.put("name", other)
                XCTAssertEqual(try log.get("name"), other)
                XCTAssertEqual(try TestLog(flash).get("name"), other)
            }
            // A record whose checksum was hit is written again.
            try log.put("name", "a last value")
            let value = try XCTUnwrap(flash.offset(of: "a last value"))
            let checksum = (value + 12 + max(4, unit) - 1 + 4) / max(4, unit) * max(4, unit) - 1
            flash.flipBit(0, at: checksum)
            XCTAssertThrowsError(try log.get("name"))
            try log.put("name", "a last value")
            XCTAssertEqual(try log.get("name"), "a last value")
        }
    }

    func testWearIsSpread() throws {
        let flash = SimulatedFlash.small(8, length: 1024)
        let log = try TestLog(flash)
        try log.put("seldom", "written")
        for number in 0..<20000 { try log.put("often", "\(number)") }
        XCTAssertGreaterThan(flash.counters.erases.min()!, 20)
        XCTAssertLessThanOrEqual(flash.counters.erases.max()! - flash.counters.erases.min()!, 1)
        let statistics = try TestLog(flash).statistics
        XCTAssertEqual(Int(statistics.minimumEraseCount), flash.counters.erases.min())
        XCTAssertEqual(Int(statistics.maximumEraseCount), flash.counters.erases.max())
    }

    /// 64 keys, random overwrites of 32 bytes in 16 sectors of 4 KB.
    func testTheCostOfScatteredPuts() throws {
        let figures = try StorageFigures.measure(.scattered)
        XCTAssertLessThan(figures.bytesPerPut, 43.5)
        XCTAssertLessThan(figures.erasesPerThousandPuts, 10)
        XCTAssertLessThanOrEqual(figures.worstPut, 112)
        XCTAssertLessThan(figures.bytesReadByMount, 3600)
        XCTAssertLessThan(figures.mostBytesReadByMount, 4800)
        XCTAssertLessThanOrEqual(figures.wear.upperBound - figures.wear.lowerBound, 1)
        XCTAssertLessThan(figures.bytesReadPerGet, 44)
    }

    /// 500 keys in the same flash, nine puts of ten to a tenth of them.
    func testTheCostOfPutsToALogHalfFull() throws {
        let figures = try StorageFigures.measure(.halfFull)
        XCTAssertLessThan(figures.bytesPerPut, 64.5)
        XCTAssertLessThan(figures.erasesPerThousandPuts, 15.5)
        XCTAssertLessThan(figures.bytesReadByMount, 6000)
        XCTAssertLessThan(figures.mostBytesReadByMount, 7000)
        XCTAssertLessThanOrEqual(figures.worstPut, 160)
        XCTAssertLessThanOrEqual(figures.wear.upperBound - figures.wear.lowerBound, 1)
        XCTAssertLessThan(figures.bytesReadPerGet, 44)
    }
}
