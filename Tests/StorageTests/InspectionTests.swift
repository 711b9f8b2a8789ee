// Looking into an image: what the inspector sees, and the statuses of `martlet storage`.
import ArgumentParser
import Foundation
import Interfaces
import SimulatedFlash
import Storage
import XCTest

@testable import martlet

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

    func testTheCommandsStatuses() throws {
        let flash = SimulatedFlash.chip()
        let log = try TestLog(flash)
        try log.put("name", "martlet")
        try log.put("other", "swift")
        try withFile(flash.contents) { path in
            XCTAssertNoThrow(try StorageCommand.Check.parse([path]).run())
            XCTAssertNoThrow(try StorageCommand.Dump.parse([path]).run())
            XCTAssertEqual(FileManager.default.contents(atPath: path), Data(flash.contents))
        }
        flash.flipBit(0, at: try XCTUnwrap(flash.offset(of: "martlet")))
        try withFile(flash.contents) { try assertStatus(1, $0) }
        try withFile([1, 2, 3]) { try assertStatus(2, $0) }
        try withFile(Array(repeating: 0, count: 49152)) { try assertStatus(2, $0) }
        try assertStatus(2, "/no/such/file")
    }

    func testTheMeasuringCommandsRun() throws {
        XCTAssertNoThrow(try StorageCommand.Torture.parse(["--cuts", "300", "--flips", "100"]).run())
        XCTAssertThrowsError(try StorageCommand.Torture.parse(["--unit", "3"]))
        XCTAssertNoThrow(try StorageCommand.Bench.parse(["--keys", "10", "--ops", "1000", "--mix", "1:9", "--threads", "2"]).run())
        XCTAssertThrowsError(try StorageCommand.Bench.parse(["--keys", "0"]))
        XCTAssertThrowsError(try StorageCommand.Bench.parse(["--mix", "7"]))
    }

    func testAWriterThatIsKilledLosesNothing() throws {
        let program = Bundle.main.bundleURL.appendingPathComponent("martlet").path
        XCTAssertNoThrow(
            try StorageCommand.Crash.parse(["--rounds", "12", "--milliseconds", "40", "--program", program]).run())
        XCTAssertThrowsError(try StorageCommand.Crash.parse(["--rounds", "0"]))
    }

    private func assertStatus(_ status: Int32, _ path: String, line: UInt = #line) throws {
        for command in [try StorageCommand.Check.parse([path]), try StorageCommand.Dump.parse([path])]
            as [any ParsableCommand]
        {
            var command = command
            XCTAssertThrowsError(try command.run(), line: line) { error in
                XCTAssertEqual((error as? ExitCode)?.rawValue, status, line: line)
            }
        }
    }

    private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        try body(url.path)
    }
}
