// The log's calls, one after the other, on flash that does as told.
import Interfaces
import SimulatedFlash
import Storage
import Text
import XCTest

final class LogTests: XCTestCase {
    func testAValueIsThereAfterItWasPut() throws {
        let log = try TestLog(.chip())
        try log.put("name", "martlet")
        XCTAssertEqual(try log.get("name"), "martlet")
        XCTAssertNil(try log.get("other"))
    }

    func testTheLastValueOfAKeyCounts() throws {
        let log = try TestLog(.chip())
        try log.put("name", "swift")
        try log.put("name", "")
        XCTAssertEqual(try log.get("name"), "")
        try log.put("name", "martlet")
        XCTAssertEqual(try log.get("name"), "martlet")
        XCTAssertEqual(try log.statistics.keys, 1)
    }

    func testADeletedKeyIsGoneAlsoAfterAMount() throws {
        let log = try TestLog(.chip())
        try log.put("name", "swift")
        XCTAssertTrue(try log.delete("name"))
        XCTAssertFalse(try log.delete("name"))
        XCTAssertNil(try log.get("name"))
        XCTAssertNil(try TestLog(log.flash).get("name"))
    }

    func testKeysAreFoundByPrefix() throws {
        let log = try TestLog(.chip())
        try log.put("net.address", "10.0.0.1")
        try log.put("net.mask", "8")
        try log.put("name", "swift")
        XCTAssertEqual(try log.keys(prefix: "net."), ["net.address": 8, "net.mask": 1])
        XCTAssertEqual(try log.keys().count, 3)
        XCTAssertEqual(try log.keys(prefix: "name of something longer"), [:])
    }

    func testEverythingSurvivesAMount() throws {
        let flash = SimulatedFlash.chip()
        for _ in 0..<3 {
            let log = try TestLog(flash)
            try log.put("boots", (try log.get("boots") ?? "") + "I")
        }
        let log = try TestLog(flash)
        XCTAssertEqual(try log.get("boots"), "III")
        XCTAssertTrue(log.report.isSound)
        XCTAssertEqual(log.report.keys, 1)
    }

    func testAMountAfterAMountWritesNothing() throws {
        let log = try TestLog(.chip())
        try log.put("name", "martlet")
        _ = try TestLog(log.flash)
        let before = log.flash.counters.operations
        _ = try TestLog(log.flash)
        XCTAssertEqual(log.flash.counters.operations, before)
    }

    func testOverwritesAreCollected() throws {
        for (count, length) in [(2, 512), (3, 512), (4, 256), (8, 1024), (3, 16384)] {
            let flash = SimulatedFlash.small(count, length: length)
            let log = try TestLog(flash)
            var model = Model()
            var workload = Workload(seed: 7, keys: 4, longestValue: 16)
            for _ in 0..<3000 {
                let step = workload.next()
                try log.apply(step)
                model.apply(step)
            }
            let mounted = try TestLog(flash)
            for key in model.keys {
                XCTAssertEqual(try log.get(key), model[key])
                XCTAssertEqual(try mounted.get(key), model[key])
            }
            XCTAssertEqual(try mounted.statistics.keys, model.count)
        }
    }
}
