// The power goes at every program and every erase, and what was acknowledged is there afterwards.
import Foundation
import Interfaces
import SimulatedFlash
import Storage
import XCTest

@testable import StorageTools

final class PowerCutTests: XCTestCase {
    func testEveryCutOfAWorkloadBetweenWords() throws { try cutEverywhere(.between) }

    func testEveryCutOfAWorkloadWithinAWord() throws { try cutEverywhere(.torn) }

    /// Every step of a workload is begun from a mount and cut at each of its operations, those of the mount
    /// included.
    private func cutEverywhere(_ cut: SimulatedFlash.Cut) throws {
        for unit in [1, 2, 4, 8] {
            let flash = SimulatedFlash.small(3, length: 448, unit: unit, seed: UInt64(unit))
            var workload = Workload(seed: 11, keys: 4, longestValue: 20)
            var model = Model()
            _ = try TestLog(flash)
            var cuts = 0
            for number in 0..<60 {
                let step = workload.next(transactions: true)
                let before = flash.contents
                var operations = 0
                while true {
                    flash.contents = before
                    flash.cutPower(after: operations, cut)
                    guard !completes(step, on: flash) else { break }
                    flash.restorePower()
                    try check(flash, model, step, "unit \(unit), step \(number), cut \(operations)")
                    operations += 1
                }
                flash.restorePower()
                model.apply(step)
                cuts += operations
            }
            XCTAssertGreaterThan(cuts, 200)
            XCTAssertGreaterThan(flash.counters.erases.min()!, 1, "the workload must turn round")
        }
    }

    func testEveryCutOfTheRepairAfterEveryCut() throws {
        let flash = SimulatedFlash.small(3, length: 448)
        var workload = Workload(seed: 5, keys: 3, longestValue: 12)
        var model = Model()
        _ = try TestLog(flash)
        for number in 0..<30 {
            let step = workload.next(transactions: true)
            let before = flash.contents
            var first = 0
            while true {
                flash.contents = before
                flash.cutPower(after: first, .torn)
                guard !completes(step, on: flash) else { break }
                flash.restorePower()
                let torn = flash.contents
                var second = 0
                while true {
                    flash.contents = torn
                    flash.cutPower(after: second, .torn)
                    guard !completes(nil, on: flash) else { break }
                    flash.restorePower()
                    try check(flash, model, step, "step \(number), cuts \(first) and \(second)")
                    second += 1
                }
                flash.restorePower()
                first += 1
            }
            flash.restorePower()
            model.apply(step)
        }
    }

    func testThousandsOfCutsWithoutFormatting() throws {
        for unit in [1, 2, 4, 8] {
            try StorageTorture.run(seed: UInt64(20 + unit), unit: unit) { try $0.cut(5000) }
        }
    }

    /// Records that take several calls of the driver, and sectors that hold few of them.
    func testThousandsOfCutsOfLongRecordsAndSmallSectors() throws {
        for (sectors, longestValue) in [([Int](repeating: 1024, count: 8), 200), ([512, 512, 512, 512], 40)] {
            for unit in [1, 4, 8] {
                try StorageTorture.run(seed: 9, unit: unit, sectors: sectors, longestValue: longestValue) {
                    try $0.cut(2000)
                }
            }
        }
    }

    /// Power that goes within the first words after each start, hundreds of times, and then stays: what is under the limit
    /// is accepted, and nothing is lost. The oldest sector always has somewhere to go.
    func testABootLoopLeavesRoomToGoOn() throws {
        let shapes = [
            ([1024, 1024, 1024], 24), ([Int](repeating: 1024, count: 8), 24), ([2048, 2048, 2048], 20),
            ([512, 512, 512], 21), ([512, 512, 512, 512], 40),
        ]
        for (number, (sectors, longestValue)) in shapes.enumerated() {
            for unit in [1, 2, 4, 8] {
                let conditions = StorageTorture.Conditions(window: 16, bootLoop: 300)
                try StorageTorture.run(
                    seed: UInt64(100 * number + unit), unit: unit, sectors: sectors, longestValue: longestValue, conditions
                ) { try $0.cut(3000) }
            }
        }
    }

    /// The same with as many keys as there is room for, and with cuts at any time.
    func testAFullLogTakesWhatIsUnderItsLimitAfterAnyCuts() throws {
        for (sectors, longestValue) in [([1024, 1024, 1024], 24), ([Int](repeating: 512, count: 8), 12)] {
            for (unit, bootLoop) in [(1, 0), (4, 0), (4, 50), (8, 50)] {
                let conditions = StorageTorture.Conditions(bootLoop: bootLoop, isFull: true)
                try StorageTorture.run(
                    seed: 7, unit: unit, sectors: sectors, longestValue: longestValue, conditions
                ) { try $0.cut(1000) }
            }
        }
    }

    func testACutOfTheFormattingIsNoForeignFlash() throws {
        for cut in [SimulatedFlash.Cut.between, .torn] {
            for operations in 0..<20 {
                let flash = SimulatedFlash.chip(seed: UInt64(operations))
                flash.cutPower(after: operations, cut)
                _ = completes(nil, on: flash)
                flash.restorePower()
                let log = try TestLog(flash)
                try log.put("name", "martlet")
                XCTAssertEqual(try TestLog(flash).get("name"), "martlet")
            }
        }
    }

    /// The first start is cut again and again, in each header in turn and in the erase that follows.
    func testFormattingThatIsCutAgainAndAgainIsFinished() throws {
        for cut in [SimulatedFlash.Cut.between, .torn] {
            for (unit, sectors) in [(1, 2), (1, 3), (2, 3), (4, 3), (8, 3), (4, 8), (2, 16)] {
                for seed in 0..<20 as Range<UInt64> {
                    let flash = SimulatedFlash.small(sectors, length: 512, unit: unit, seed: seed)
                    var random = SplitMix64(seed: seed)
                    for _ in 0..<60 {
                        flash.cutPower(after: Int.random(in: 0..<(sectors < 8 ? max(2, 12 / unit) : 40), using: &random), cut)
                        _ = completes(nil, on: flash)
                        flash.restorePower()
                        let contents = flash.contents
                        XCTAssertTrue(completes(.put([1], [2]), on: flash), "unit \(unit), seed \(seed)")
                        flash.contents = contents
                    }
                }
            }
        }
    }

    /// Formatting a log, cut at each of its operations: each key has its last value or none.
    func testFormattingALogLeavesNoOlderValues() throws {
        let flash = SimulatedFlash.small(4, length: 512)
        let log = try TestLog(flash)
        var workload = Workload(seed: 3)
        var model = Model()
        for _ in 0..<150 {
            let step = workload.next(transactions: true)
            try log.apply(step)
            model.apply(step)
        }
        let before = flash.contents
        let worn = try log.statistics.minimumEraseCount
        var operations = 0
        while true {
            flash.contents = before
            flash.cutPower(after: operations, .torn)
            do throws(LogError) { _ = try TestLog(formatting: flash) } catch {
                XCTAssertEqual(error, .flash(.input))
                flash.restorePower()
                let mounted = try TestLog(flash)
                for key in try mounted.keys().keys {
                    let key = key.unicodeScalars.map { UInt8($0.value) }
                    XCTAssertEqual(try mounted.get(key), model[key], "cut \(operations)")
                }
                operations += 1
                continue
            }
            break
        }
        flash.restorePower()
        XCTAssertGreaterThan(operations, 20)
        let formatted = try TestLog(flash)
        XCTAssertEqual(try formatted.keys(), [:])
        XCTAssertEqual(try formatted.statistics.minimumEraseCount, worn + 1)
    }

    func testAFailedWriteIsWrittenAroundWithoutAMount() throws {
        let flash = SimulatedFlash.chip()
        let log = try TestLog(flash)
        try log.put("name", "swift")
        flash.cutPower(after: 3, .torn)
        XCTAssertThrowsError(try log.put("name", "martlet"))
        flash.restorePower()
        XCTAssertEqual(try log.get("name"), "swift")
        try log.put("name", "swallow")
        XCTAssertEqual(try log.get("name"), "swallow")
        let mounted = try TestLog(flash)
        XCTAssertEqual(try mounted.get("name"), "swallow")
        XCTAssertEqual(mounted.report.tornRecords, 1)
        XCTAssertTrue(mounted.report.isSound)
    }

    // MARK: - Support

    /// Mounts and does the step; `false` if the power went meanwhile.
    private func completes(_ step: Workload.Step?, on flash: SimulatedFlash) -> Bool {
        do {
            let log = try TestLog(flash)
            if let step { try log.apply(step) }
            return true
        } catch LogError.flash(.input) {
            return false
        } catch {
            XCTFail("\(error)")
            return false
        }
    }

    /// Mounts and compares; then the log must be good for more, and be the same after another mount.
    private func check(_ flash: SimulatedFlash, _ model: Model, _ step: Workload.Step, _ name: String) throws {
        var model = model
        let log = try TestLog(flash)
        try compare(log, &model, step, name)
        XCTAssertTrue(log.report.isSound, name)
        try log.put("after", "the cut")
        let again = try TestLog(flash)
        XCTAssertEqual(try again.get("after"), "the cut", name)
        XCTAssertTrue(again.report.isSound, name)
        model[Array("after".utf8)] = Array("the cut".utf8)
        try compare(again, &model, nil, name)
    }

    /// The log holds the model, or the model with all of the step that was cut, which the model then has, too.
    private func compare(_ log: TestLog, _ model: inout Model, _ cut: Workload.Step?, _ name: String) throws {
        if let cut {
            var changed = model
            changed.apply(cut)
            let keys = Set(model.keys).union(changed.keys)
            if let key = keys.first(where: { model[$0] != changed[$0] }), try log.get(key) == changed[key] {
                model = changed
            }
        }
        for (key, value) in model { XCTAssertEqual(try log.get(key), value, name) }
        XCTAssertEqual(try log.keys().count, model.count, name)
    }
}
