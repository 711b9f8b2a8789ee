import XCTest

// A full disk, very long values, an index that grows, and calls within calls.
@testable import HostStore

final class LimitTests: XCTestCase {
    private let directory = NSTemporaryDirectory() + "martlet-limits-\(UUID().uuidString)"

    override func tearDown() { try? FileManager.default.removeItem(atPath: directory) }

    /// A disk of so many bytes for the store's files.
    private func open(bytes: Int = .max) throws -> HostStore {
        let directory = directory
        return try HostStore(directory: directory, synchronization: .none) { path, length throws(HostStoreError) in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
            let used = names.reduce(0) { sum, name in
                let attributes = try? FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")
                return sum + ((attributes?[.size] as? Int) ?? 0)
            }
            guard used + length <= bytes else { throw .system(operation: "allocate", path: path, code: ENOSPC) }
            return try MappedFile(creating: path, length: length)
        }
    }

    private func put(_ store: HostStore, _ key: String, _ value: [UInt8]) throws {
        try store.put(Array(key.utf8).span, value.span)
    }

    private func get(_ store: HostStore, _ key: String) throws -> [UInt8]? {
        let key = Array(key.utf8)
        return try store.makeReader().withValue(of: key.span) { value in value.indices.map { value[$0] } }
    }

    func testAFullDiskTakesOverwritesAndDeletions() throws {
        for bytes in [100 << 10, 200 << 10, 1 << 20] {
            try? FileManager.default.removeItem(atPath: directory)
            var expected: [String: [UInt8]] = [:]
            var store: HostStore? = try open(bytes: bytes)
            var number = 0
            while true {
                let value = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 200)
                do { try put(store!, "key \(number)", value) } catch {
                    XCTAssertEqual((error as? HostStoreError)?.isFullDisk, true, "\(error)")
                    break
                }
                expected["key \(number)"] = value
                number += 1
            }
            XCTAssertGreaterThan(expected.count * 2 * 200, bytes)
            for round in 0..<4 {
                for key in expected.keys.sorted() {
                    let value = [UInt8](repeating: UInt8(truncatingIfNeeded: round), count: 200)
                    try put(store!, key, value)
                    expected[key] = value
                }
                // Opening it needs no room, for reading or for more.
                store = nil
                store = try open(bytes: round % 2 == 0 ? 0 : bytes)
                XCTAssertTrue(store!.report.isSound)
                for (key, value) in expected { XCTAssertEqual(try get(store!, key), value) }
                store = nil
                store = try open(bytes: bytes)
            }
            for key in expected.keys { XCTAssertTrue(try store!.delete(Array(key.utf8).span)) }
            XCTAssertEqual(store!.statistics.keys, 0)
            try put(store!, "room", [1])
            XCTAssertEqual(try get(store!, "room"), [1])
        }
    }

    func testTheFilesOfAVeryLongValueGoAfterIt() throws {
        let store = try open()
        for number in 0..<20 { try put(store, "key \(number)", [UInt8](repeating: 1, count: 100)) }
        try put(store, "long", [UInt8](repeating: 2, count: 20 << 20))
        XCTAssertGreaterThan(store.statistics.fileBytes, 20 << 20)
        try put(store, "long", [3])
        for number in 0..<40 { try put(store, "key \(number % 20)", [UInt8](repeating: 4, count: 100)) }
        XCTAssertLessThan(store.statistics.fileBytes, 256 << 10)
        let names = try FileManager.default.contentsOfDirectory(atPath: directory)
        let sizes = try names.map { try FileManager.default.attributesOfItem(atPath: "\(directory)/\($0)")[.size] as? Int ?? 0 }
        XCTAssertLessThan(sizes.reduce(0, +), 512 << 10)
        XCTAssertEqual(try get(store, "long"), [3])
    }

    /// No write moves more than a few entries to a larger table, and all are found meanwhile.
    func testTheIndexGrowsStepByStep() throws {
        let store = try open()
        var writesWhileGrowing = 0
        var tables: Set<Int> = []
        for number in 0..<20_000 {
            try put(store, "key \(number)", [UInt8(truncatingIfNeeded: number)])
            tables.insert(store.state.pointee.table.count)
            guard store.state.pointee.table.previous != nil else { continue }
            writesWhileGrowing += 1
            for old in [0, number / 2, number] {
                XCTAssertEqual(try get(store, "key \(old)"), [UInt8(truncatingIfNeeded: old)], "\(number)")
            }
            if number % 7 == 0 {
                XCTAssertTrue(try store.delete(Array("key \(number)".utf8).span))
                XCTAssertNil(try get(store, "key \(number)"))
                try put(store, "key \(number)", [UInt8(truncatingIfNeeded: number)])
            }
        }
        XCTAssertEqual(
            tables,
            [1024, 2048, 4096, 8192, 16384, 32768, 65536].filter { tables.contains($0) }.reduce(into: []) { $0.insert($1) })
        XCTAssertGreaterThan(tables.count, 4)
        // Eight slots a write: growth from a table takes an eighth as many writes as that has slots.
        XCTAssertGreaterThan(writesWhileGrowing, 2000)
        for number in 0..<20_000 {
            XCTAssertEqual(try get(store, "key \(number)"), [UInt8(truncatingIfNeeded: number)])
        }
        XCTAssertEqual(store.statistics.keys, 20_000)
        for number in 0..<20_000 { XCTAssertTrue(try store.delete(Array("key \(number)".utf8).span)) }
        XCTAssertEqual(store.statistics.keys, 0)
        for number in 0..<2000 { try put(store, "new \(number)", [1]) }
        XCTAssertEqual(store.statistics.keys, 2000)
    }

    /// Files that an outer call lends from are not used again when an inner one ends.
    func testANestedReadLeavesTheOuterValueAlone() throws {
        let store = try open()
        let value = (0..<200).map { UInt8($0) }
        try put(store, "outer", value)
        try put(store, "inner", [1])
        let reader = store.makeReader()
        let isKept = try reader.withValue(of: Array("outer".utf8).span) { outer throws(HostStoreError) in
            _ = try reader.withValue(of: Array("inner".utf8).span) { $0.count }
            for number in 0..<20_000 {
                try store.put(Array("outer".utf8).span, [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 200).span)
            }
            return outer.indices.allSatisfy { outer[$0] == value[$0] }
        }
        XCTAssertEqual(isKept, true)
        XCTAssertGreaterThan(store.statistics.fileBytes, 1 << 20, "the files were used again")
    }

    func testTheStoreCanBeUsedWhileItsKeysAreMet() throws {
        let store = try open()
        for number in 0..<3000 { try put(store, "key \(number)", [1]) }
        var met: Set<[UInt8]> = []
        try store.forEachKey { key, _ in
            let key = key.indices.map { key[$0] }
            XCTAssertTrue(met.insert(key).inserted)
            XCTAssertEqual(store.statistics.keys, 3001 - met.count)
            XCTAssertEqual(try? store.delete(key.span), true)
        }
        XCTAssertEqual(met.count, 3000)
        XCTAssertEqual(store.statistics.keys, 0)
    }
}
