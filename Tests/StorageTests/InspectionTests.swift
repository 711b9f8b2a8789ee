// Looking into an image: what the inspector sees, and the statuses of `martlet storage`.
import Foundation
import Interfaces
import SimulatedFlash
import Storage
import XCTest

final class InspectionTests: XCTestCase {
    func testTheInspectorSeesWhatWasWritten() throws {
        let flash = SimulatedFlash.chip()
        let log = try TestLog(flash)
        try log.put("name", "martlet")
        XCTAssertTrue(try log.delete("name"))
        let operations = flash.counters.operations
        var inspector = try LogInspector(flash)
        let first = try inspector.inspect(sector: 0)
        XCTAssertEqual(first.state, .open)
        XCTAssertEqual(first.sequence, 1)
        XCTAssertEqual(try inspector.inspect(sector: 1).state, .prepared)
        var items: [LogItem] = []
        try inspector.forEachItem(in: 0, sequence: 1) { item, _ in items.append(item) }
        XCTAssertEqual(items, [.mark(offset: 32), .value(offset: 40, valueLength: 7), .tombstone(offset: 60)])
        XCTAssertEqual(flash.counters.operations, operations)
    }

    func testTheInspectorTellsTearsFromDamage() throws {
        let flash = SimulatedFlash.chip()
        let log = try TestLog(flash)
        try log.put("first", "martlet")
        try log.put("second", "swift")
        flash.cutPower(after: 3, .between)
        XCTAssertThrowsError(try log.put("third", "swallow"))
        flash.restorePower()
        flash.flipBit(0, at: try XCTUnwrap(flash.offset(of: "martlet")))
        var inspector = try LogInspector(flash)
        var items: [LogItem] = []
        try inspector.forEachItem(in: 0, sequence: 1) { item, _ in items.append(item) }
        XCTAssertEqual(
            items,
            [.mark(offset: 32), .damage(offset: 40), .value(offset: 60, valueLength: 5), .torn(offset: 80)])
    }

    /// 60 records in a sector, of which a footer speaks about all but the last few; then a bit of it flips.
    func testTheFooterIsComparedWithTheRecords() throws {
        let flash = SimulatedFlash.chip()
        let log = try TestLog(flash)
        for number in 0..<60 { try log.put("key \(number % 7)", "\(number)") }
        XCTAssertTrue(try log.delete("key 3"))
        var inspector = try LogInspector(flash)
        let footer = try inspector.inspectFooter(of: 0, sequence: 1)
        XCTAssertEqual(footer.blocks, 2)
        XCTAssertGreaterThan(footer.records, 40)
        XCTAssertFalse(footer.isClosed)
        XCTAssertNil(footer.firstWrongOffset)
        flash.flipBit(2, at: 16384 - 30)
        let damaged = try inspector.inspectFooter(of: 0, sequence: 1)
        XCTAssertEqual(damaged.blocks, 1)
        XCTAssertNotNil(damaged.firstWrongOffset)
        let mounted = try TestLog(flash)
        XCTAssertNil(try mounted.get("key 3"))
        for key in [0, 1, 2, 4, 5, 6] {
            XCTAssertEqual(try mounted.get("key \(key)"), "\((0..<60).last { $0 % 7 == key }!)")
        }
    }
}
