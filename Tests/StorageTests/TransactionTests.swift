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
}
