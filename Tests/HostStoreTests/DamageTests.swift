import XCTest

// Files that are not as they were left, while the store is open and between: damage is refused and counted, and never comes
// back under a right checksum.
@testable import HostStore

final class DamageTests: XCTestCase {
    private let directory = NSTemporaryDirectory() + "martlet-damage-\(UUID().uuidString)"

    override func tearDown() { try? FileManager.default.removeItem(atPath: directory) }

    private func open() throws -> HostStore { try HostStore(directory: directory, synchronization: .none) }

    private func put(_ store: HostStore, _ key: String, _ value: String) throws {
        try store.put(Array(key.utf8).span, Array(value.utf8).span)
    }

    private func get(_ store: HostStore, _ key: String) throws -> String? {
        let key = Array(key.utf8)
        return try store.makeReader().withValue(of: key.span) { value in
            String(decoding: value.indices.map { value[$0] }, as: UTF8.self)
        }
    }

    private func isRefused(_ store: HostStore, _ key: String) -> Bool {
        do { _ = try get(store, key) } catch {
            if case HostStoreError.damagedRecord? = error as? HostStoreError { return true }
        }
        return false
    }

    private func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".segment") }.sorted()
            .map { "\(directory)/\($0)" }
    }

    /// Changes bytes of a file where they are, as a disk does that others have mapped.
    private func change(_ path: String, at offset: Int, _ body: (inout UInt8) -> Void) throws {
        let file = try XCTUnwrap(FileHandle(forUpdatingAtPath: path))
        try file.seek(toOffset: UInt64(offset))
        var byte = try XCTUnwrap(file.read(upToCount: 1)?.first)
        body(&byte)
        try file.seek(toOffset: UInt64(offset))
        try file.write(contentsOf: [byte])
        try file.close()
    }

    /// Each bit of a record flips: what is put of other keys moves it, and it is refused, or counted and gone.
    func testCollectionNeverMakesDamageSound() throws {
        let value = "kept as it is"
        let length = Record.length(key: 4, value: value.utf8.count)
        for bit in 0..<8 * length {
            try? FileManager.default.removeItem(atPath: directory)
            let store = try open()
            try put(store, "name", value)
            for number in 0..<20 { try put(store, "other \(number)", "value \(number)") }
            try change(XCTUnwrap(files().first), at: SegmentHeader.length + bit / 8) { $0 ^= 1 << (bit % 8) }
            // The last bytes are padding, and no part of what is checked.
            let isPadding = bit / 8 >= Record.headerLength + 4 + value.utf8.count
            XCTAssertEqual(isRefused(store, "name"), !isPadding, "\(bit)")
            for number in 0..<6000 { try put(store, "again", "\(number) of a value that is overwritten") }
            XCTAssertGreaterThan(store.statistics.copiedBytes, 0)
            if isPadding {
                XCTAssertEqual(try get(store, "name"), value)
            } else {
                if !isRefused(store, "name") { XCTAssertNil(try get(store, "name"), "\(bit)") }
                XCTAssertGreaterThan(store.statistics.damagedRecords, 0, "\(bit)")
            }
            for number in 0..<20 { XCTAssertEqual(try get(store, "other \(number)"), "value \(number)", "\(bit)") }
            try put(store, "name", "new")
            XCTAssertEqual(try get(store, "name"), "new")
            XCTAssertTrue(try store.delete(Array("name".utf8).span))
            XCTAssertNil(try get(store, "name"))
            XCTAssertEqual(store.statistics.keys, 21)
        }
    }

    func testADamagedRecordIsLeftOutOfTheKeys() throws {
        let store = try open()
        for number in 0..<10 { try put(store, "key \(number)", "\(number)") }
        // The upper bytes of a length: it would lead far beyond the file.
        try change(XCTUnwrap(files().first), at: SegmentHeader.length + 3 * 24 + 10) { $0 ^= 0xFF }
        var keys = 0
        XCTAssertThrowsError(try store.forEachKey { _, _ in keys += 1 })
        XCTAssertEqual(keys, 9)
        XCTAssertTrue(isRefused(store, "key 3"))
    }

    /// Segments in the middle: one that is gone, one of zeros, and one that is cut off.
    func testSegmentsThatAreGoneAreReportedAndRepaired() throws {
        for damage in ["gone", "zeroed", "cut"] {
            try? FileManager.default.removeItem(atPath: directory)
            do {
                let store = try open()
                for number in 0..<400 { try put(store, "key \(number)", String(repeating: "\(number) ", count: 40)) }
            }
            XCTAssertTrue(try open().report.isSound)
            let path = try files()[2]
            let contents = try Data(contentsOf: URL(fileURLWithPath: path))
            switch damage {
            case "gone": try FileManager.default.removeItem(atPath: path)
            case "zeroed": try Data(count: contents.count).write(to: URL(fileURLWithPath: path))
            default: try contents.prefix(contents.count / 2 + 3).write(to: URL(fileURLWithPath: path))
            }
            for _ in 0..<2 {
                let report = try open().report
                XCTAssertFalse(report.isSound, damage)
                XCTAssertEqual(report.missingSegments, damage == "cut" ? 0 : 1)
                XCTAssertEqual(report.damagedFiles, damage == "gone" ? [] : [path])
                XCTAssertEqual(FileManager.default.fileExists(atPath: path), damage != "gone", "it was deleted")
            }
            XCTAssertFalse(try HostStore.repair(directory: directory).isSound)
            let store = try open()
            XCTAssertTrue(store.report.isSound, damage)
            XCTAssertEqual(FileManager.default.fileExists(atPath: path + ".damaged"), damage != "gone", damage)
            var found = 0
            for number in 0..<400 {
                guard let value = try get(store, "key \(number)") else { continue }
                XCTAssertEqual(value, String(repeating: "\(number) ", count: 40))
                found += 1
            }
            XCTAssertEqual(found, store.statistics.keys)
            XCTAssertTrue((200..<400).contains(found), "\(found)")
        }
    }

    func testAFileWithADamagedHeaderIsRefusedAndRepaired() throws {
        try put(open(), "one", "1")
        let path = try XCTUnwrap(files().first)
        try change(path, at: 20) { $0 ^= 1 }
        XCTAssertThrowsError(try open())
        XCTAssertEqual(try HostStore.repair(directory: directory).damagedFiles, [path])
        XCTAssertTrue(try open().report.isSound)
        XCTAssertTrue(FileManager.default.fileExists(atPath: path + ".damaged"))
    }
}
