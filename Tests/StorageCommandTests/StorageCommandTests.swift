// `martlet storage`: its statuses, and that each of its measuring commands runs.
import ArgumentParser
import Foundation
import Interfaces
import SimulatedFlash
import Storage
import XCTest

@testable import MartletCommand

final class StorageCommandTests: XCTestCase {
    func testTheCommandsStatuses() throws {
        let flash = SimulatedFlash(sectors: Array(repeating: 16384, count: 3))
        try put([("name", "martlet"), ("other", "swift")], into: flash)
        try withFile(flash.contents) { path in
            XCTAssertNoThrow(try StorageCommand.Check.parse([path]).run())
            XCTAssertNoThrow(try StorageCommand.Dump.parse([path]).run())
            XCTAssertEqual(FileManager.default.contents(atPath: path), Data(flash.contents))
        }
        let value = try XCTUnwrap(Data(flash.contents).range(of: Data("martlet".utf8)))
        flash.flipBit(0, at: value.lowerBound)
        try withFile(flash.contents) { try assertStatus(1, $0) }
        try withFile([1, 2, 3]) { try assertStatus(2, $0) }
        try withFile(Array(repeating: 0, count: 49152)) { try assertStatus(2, $0) }
        try assertStatus(2, "/no/such/file")
    }

    func testTheMeasuringCommandsRun() throws {
        XCTAssertNoThrow(try StorageCommand.Torture.parse(["--cuts", "300", "--flips", "100"]).run())
        XCTAssertThrowsError(try StorageCommand.Torture.parse(["--unit", "3"]))
        XCTAssertNoThrow(
            try StorageCommand.Bench.parse(["--keys", "10", "--ops", "1000", "--mix", "1:9", "--threads", "2"]).run())
        XCTAssertThrowsError(try StorageCommand.Bench.parse(["--keys", "0"]))
        XCTAssertThrowsError(try StorageCommand.Bench.parse(["--mix", "7"]))
    }

    func testAWriterThatIsKilledLosesNothing() throws {
        let program = Bundle.main.bundleURL.appendingPathComponent("martlet").path
        XCTAssertNoThrow(
            try StorageCommand.Crash.parse(["--rounds", "12", "--milliseconds", "120", "--program", program]).run())
        XCTAssertThrowsError(try StorageCommand.Crash.parse(["--rounds", "0"]))
    }

    /// `storage crash` shows nothing if its writer never got as far as a word.
    func testACrashTestWithoutAcknowledgementsFails() throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-writer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let writer = directory.appendingPathComponent("writer")
        try Data("#!/bin/sh\nexec sleep 60\n".utf8).write(to: writer)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: writer.path)
        let arguments = ["--rounds", "2", "--milliseconds", "20", "--directory", directory.path, "--program", writer.path]
        XCTAssertThrowsError(try StorageCommand.Crash.parse(arguments).run())
    }

    private func put(_ values: [(String, String)], into flash: SimulatedFlash) throws {
        let memory = UnsafeMutableBufferPointer<IndexSlot>.allocate(capacity: 64)
        // SAFETY: the log that borrows the memory ends with this function.
        defer { memory.deallocate() }
        var log = try KeyValueLog.mount(flash, index: memory)
        for (key, value) in values { try log.put(Array(key.utf8).span, Array(value.utf8).span) }
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
