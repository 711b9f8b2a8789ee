// Files of the host, as the simulator opens them.
import Foundation
import Semihosting
import XCTest

/// A directory that goes with the test.
final class TemporaryDirectory {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }
    func contents(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: file(name)).map { Array($0) } }
    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: file(name))) }
}

final class HostFileTests: XCTestCase {
    private func open(_ path: String, _ mode: HostFile.Mode) -> HostFile? {
        HostFile(path: Array(path.utf8).span, mode: mode)
    }

    private func read(_ file: borrowing HostFile, _ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0xEE, count: count)
        var span = bytes.mutableSpan
        return file.read(into: &span) ? bytes : nil
    }

    func testAMissingFileIsNotOpenedToRead() throws {
        let directory = try TemporaryDirectory()
        XCTAssertTrue(open(directory.file("none"), .read) == nil)
        XCTAssertTrue(open(directory.file("none"), .update) == nil)
        XCTAssertNil(directory.contents("none"))
    }

    func testAFileInNoDirectoryIsNotMade() throws {
        let directory = try TemporaryDirectory()
        XCTAssertTrue(open(directory.file("none/file"), .create) == nil)
    }

    func testAPathThatIsTooLongIsRefused() {
        XCTAssertTrue(open(String(repeating: "a", count: 512), .create) == nil)
    }

    func testReadsFromWhereItWasMovedTo() throws {
        let directory = try TemporaryDirectory()
        try directory.write([1, 2, 3, 4], to: "file")
        let file = try unwrap(open(directory.file("file"), .read))
        XCTAssertEqual(file.length, 4)
        XCTAssertTrue(file.seek(to: 0))
        XCTAssertEqual(read(file, 2), [1, 2])
        XCTAssertEqual(read(file, 2), [3, 4])
        XCTAssertTrue(file.seek(to: 1))
        XCTAssertEqual(read(file, 3), [2, 3, 4])
    }

    func testReadingBeyondTheEndFails() throws {
        let directory = try TemporaryDirectory()
        try directory.write([1, 2], to: "file")
        let file = try unwrap(open(directory.file("file"), .read))
        XCTAssertNil(read(file, 3))
    }

    func testWhatIsWrittenIsInTheFileAtOnce() throws {
        let directory = try TemporaryDirectory()
        let file = try unwrap(open(directory.file("file"), .create))
        XCTAssertTrue(file.write([7, 8, 9].span))
        XCTAssertEqual(directory.contents("file"), [7, 8, 9])
    }

    func testUpdatingKeepsWhatIsNotWritten() throws {
        let directory = try TemporaryDirectory()
        try directory.write([1, 2, 3, 4], to: "file")
        let file = try unwrap(open(directory.file("file"), .update))
        XCTAssertTrue(file.seek(to: 1))
        XCTAssertTrue(file.write([9].span))
        XCTAssertEqual(directory.contents("file"), [1, 9, 3, 4])
        XCTAssertTrue(file.seek(to: 0))
        XCTAssertEqual(read(file, 4), [1, 9, 3, 4])
    }

    func testCreatingEmptiesTheFile() throws {
        let directory = try TemporaryDirectory()
        try directory.write([1, 2, 3], to: "file")
        let file = try unwrap(open(directory.file("file"), .createForUpdate))
        XCTAssertEqual(file.length, 0)
        XCTAssertTrue(file.write([5, 6].span))
        XCTAssertTrue(file.seek(to: 0))
        XCTAssertEqual(read(file, 2), [5, 6])
    }

    func testAFileOpenToReadIsNotWritten() throws {
        let directory = try TemporaryDirectory()
        try directory.write([1], to: "file")
        let file = try unwrap(open(directory.file("file"), .read))
        XCTAssertFalse(file.write([2].span))
        XCTAssertEqual(directory.contents("file"), [1])
    }
}

struct Nothing: Error {}

/// `XCTUnwrap` for values that cannot be copied.
func unwrap<Value: ~Copyable>(
    _ value: consuming Value?, file: StaticString = #filePath, line: UInt = #line
) throws -> Value {
    guard let value else {
        XCTFail("nil", file: file, line: line)
        throw Nothing()
    }
    return value
}
