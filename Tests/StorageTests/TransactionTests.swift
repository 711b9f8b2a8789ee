// Many keys at once. That a power cut leaves all or none is among the power cut tests.
import Interfaces
import SimulatedFlash
import Storage
import XCTest

final class TransactionTests: XCTestCase {
    func testAllOfACommittedTransactionIsThere() throws {
        let log = try TestLog(.chip())
        try log.put("old", "value")
        try log.transaction([.put([1], [10]), .put([2], [20]), .delete(Array("old".utf8)), .put([1], [11])])
        for log in [log, try TestLog(log.flash)] {
            XCTAssertEqual(try log.get([1]), [11])
            XCTAssertEqual(try log.get([2]), [20])
            XCTAssertNil(try log.get("old"))
            XCTAssertEqual(try log.statistics.keys, 2)
        }
    }

    func testNothingOfAnAbandonedTransactionIsThere() throws {
        let log = try TestLog(.chip())
        try log.put([1], [1])
        try log.transaction(commits: false, [.put([1], [10]), .put([2], [20])])
        try log.put([3], [3])
        try log.transaction([.put([4], [40])])
        for log in [log, try TestLog(log.flash)] {
            XCTAssertEqual(try log.get([1]), [1])
            XCTAssertNil(try log.get([2]))
            XCTAssertEqual(try log.get([3]), [3])
            XCTAssertEqual(try log.get([4]), [40])
        }
    }

    func testATransactionThatFailsChangesNothing() throws {
        let log = try TestLog(.chip())
        try log.put([1], [1])
        XCTAssertThrowsError(try log.transaction([.put([1], [10]), .put([], [20])])) { error in
            XCTAssertEqual(error as? LogError, .keyLength(0))
        }
        XCTAssertThrowsError(try log.transaction(room: 20, [.put([1], [10]), .put([2], [20])])) { error in
            XCTAssertEqual(error as? LogError, .transactionTooLong(maximum: 20))
        }
        XCTAssertThrowsError(try log.transaction(room: 1 << 20, [])) { error in
            guard case LogError.transactionTooLong = error else { return XCTFail("\(error)") }
        }
        XCTAssertEqual(try log.get([1]), [1])
        XCTAssertEqual(try TestLog(log.flash).get([1]), [1])
    }

    /// The flash fails once, and the log goes on without a mount: what it shows is what a mount shows after all has
    /// been collected.
    func testAFailedTransactionIsAllOrNothingWithoutAMount() throws {
        var outcomes: Set<[[UInt8]?]> = []
        for operations in 0..<40 {
            let flash = SimulatedFlash.small(4, length: 512)
            let log = try TestLog(flash)
            try log.transaction([.put([1], [1]), .put([2], [2])])
            flash.cutPower(after: operations, .between)
            try? log.transaction([.put([1], [10]), .put([2], [20])])
            flash.restorePower()
            let shown = [try log.get([1]), try log.get([2])]
            XCTAssertTrue([[[1], [2]], [[10], [20]]].contains(shown), "cut \(operations)")
            outcomes.insert(shown)
            for number in 0..<100 as Range<UInt8> { try log.put([3], [number]) }
            let mounted = try TestLog(flash)
            XCTAssertEqual([try mounted.get([1]), try mounted.get([2])], shown, "cut \(operations)")
        }
        XCTAssertEqual(outcomes.count, 2)
    }

    func testTransactionsAreCollected() throws {
        let flash = SimulatedFlash.small(4, length: 512)
        var log = try TestLog(flash)
        var model = Model()
        var workload = Workload(seed: 12, keys: 5, longestValue: 12)
        for number in 0..<3000 {
            let step = workload.next(transactions: true)
            try log.apply(step)
            model.apply(step)
            guard number % 50 == 0 else { continue }
            log = try TestLog(flash)
            for (key, value) in model { XCTAssertEqual(try log.get(key), value) }
            XCTAssertEqual(try log.statistics.keys, model.count)
        }
    }

    // MARK: - Limits

    /// One new key is one, however often a transaction writes it.
    func testANewKeyTwiceIsOneKey() throws {
        let flash = SimulatedFlash.chip()
        let log = try TestLog(flash, slots: 21 + 16)
        for number in 0..<13 as Range<UInt8> { try log.put([number], [1]) }
        try log.transaction([.put([99], [1]), .put([99], [2]), .delete([99]), .put([99], [3])])
        XCTAssertEqual(try log.get([99]), [3])
        XCTAssertThrowsError(try log.transaction([.put([100], [1])])) { error in
            XCTAssertEqual(error as? LogError, .tooManyKeys(capacity: 14))
        }
        try log.transaction([.delete([3]), .put([100], [1])])
        XCTAssertThrowsError(try log.transaction([.delete([4]), .put([101], [1]), .put([4], [2])]))
        let mounted = try TestLog(flash, slots: 21 + 16)
        XCTAssertEqual(try mounted.get([100]), [1])
        XCTAssertEqual(try mounted.get([4]), [1])
        XCTAssertNil(try mounted.get([3]))
        XCTAssertNil(try mounted.get([101]))
    }

    /// What a transaction deletes makes room for what it puts; what it puts twice counts once.
    func testADeletionMakesRoomForAPutOfAFullLog() throws {
        let flash = SimulatedFlash.small(3, length: 1024)
        let log = try TestLog(flash)
        var model = Model()
        while true {
            let key = [UInt8(model.count)]
            do throws(LogError) { try log.put(key, [UInt8](repeating: 1, count: 40)) } catch {
                XCTAssertEqual(error, .full)
                break
            }
            model[key] = [UInt8](repeating: 1, count: 40)
        }
        let limit = try log.statistics.liveByteLimit
        XCTAssertThrowsError(try log.transaction([.put([200], [UInt8](repeating: 2, count: 40))])) { error in
            XCTAssertEqual(error as? LogError, .full)
        }
        for number in 0..<UInt8(model.count) {
            let value = [UInt8](repeating: 3, count: 40)
            let steps: [Workload.Step] = [.delete([number]), .put([number &+ 100], value), .put([number &+ 100], value)]
            try log.transaction(room: 180, steps)
            for step in steps { model.apply(step) }
            XCTAssertLessThanOrEqual(try log.statistics.liveBytes, limit)
        }
        let mounted = try TestLog(flash)
        for (key, value) in model { XCTAssertEqual(try mounted.get(key), value) }
        XCTAssertEqual(try mounted.statistics.keys, model.count)
        // Shorter, and then longer than there is room for.
        XCTAssertThrowsError(
            try log.transaction([
                .put([100], [1]), .put([100], [UInt8](repeating: 1, count: 40)), .put([201], [UInt8](repeating: 1, count: 40)),
            ]))
    }
}
