// The store on the host against a dictionary: what is put, overwritten and deleted, found again after opening it anew.
import HostStore
import XCTest

final class HostStoreTests: XCTestCase {
    private var directory = ""

    override func setUp() {
        directory = NSTemporaryDirectory() + "martlet-store-\(UUID().uuidString)"
    }

    override func tearDown() { try? FileManager.default.removeItem(atPath: directory) }

    private func open(_ synchronization: HostStore.Synchronization = .none) throws -> HostStore {
        try HostStore(directory: directory, synchronization: synchronization)
    }

    private func put(_ store: HostStore, _ key: String, _ value: [UInt8]) throws {
        try store.put(Array(key.utf8).span, value.span)
    }

    private func get(_ store: HostStore, _ key: String) throws -> [UInt8]? {
        let key = Array(key.utf8)
        return try store.makeReader().withValue(of: key.span) { value in value.indices.map { value[$0] } }
    }

    func testValuesAreThereAfterOpeningItAgain() throws {
        do {
            let store = try open()
            try put(store, "one", [1])
            try put(store, "two", [2, 2])
            try put(store, "nothing", [])
            try put(store, "one", [1, 1, 1])
            XCTAssertTrue(try store.delete(Array("two".utf8).span))
            XCTAssertFalse(try store.delete(Array("two".utf8).span))
        }
        for _ in 0..<3 {
            let store = try open()
            XCTAssertEqual(try get(store, "one"), [1, 1, 1])
            XCTAssertNil(try get(store, "two"))
            XCTAssertEqual(try get(store, "nothing"), [])
            XCTAssertEqual(store.statistics.keys, 2)
            XCTAssertEqual(store.report.damagedRecords, 0)
        }
    }

    /// Random puts, deletes and openings, of every length, held against a dictionary.
    func testItIsADictionary() throws {
        var random = SeededGenerator(seed: 7)
        var expected: [String: [UInt8]] = [:]
        for _ in 0..<6 {
            let store = try open()
            let reader = store.makeReader()
            XCTAssertEqual(store.statistics.keys, expected.count)
            for (key, value) in expected { XCTAssertEqual(try get(store, key), value) }
            for _ in 0..<4000 {
                let key = "key \(Int.random(in: 0..<500, using: &random))"
                if Int.random(in: 0..<5, using: &random) == 0 {
                    XCTAssertEqual(try store.delete(Array(key.utf8).span), expected.removeValue(forKey: key) != nil)
                } else {
                    let value = [UInt8](
                        repeating: .random(in: 0...255, using: &random), count: .random(in: 0...300, using: &random))
                    try put(store, key, value)
                    expected[key] = value
                }
            }
            var found = 0
            try store.forEachKey { _, _ in found += 1 }
            XCTAssertEqual(found, expected.count)
            withExtendedLifetime(reader) {}
        }
        let store = try open()
        for (key, value) in expected { XCTAssertEqual(try get(store, key), value) }
    }

    /// The files stay below three times what is in them, whatever is overwritten.
    func testItDoesNotGrow() throws {
        let store = try open()
        let value = [UInt8](repeating: 0x55, count: 100)
        var most = 0
        for number in 0..<100_000 {
            try put(store, "key number \(1000 + number % 1000)", value)
            if number > 20_000 { most = max(most, store.statistics.fileBytes) }
        }
        XCTAssertEqual(store.statistics.keys, 1000)
        XCTAssertLessThan(most, 3 * store.statistics.liveBytes)
    }

    func testAValueLargerThanASegment() throws {
        let large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        do {
            let store = try open()
            try put(store, "large", large)
            try put(store, "small", [1])
            XCTAssertEqual(try get(store, "large"), large)
        }
        XCTAssertEqual(try get(try open(), "large"), large)
    }

    func testThreadsReadWhileOneWrites() throws {
        let store = try open()
        for number in 0..<100 { try put(store, "key \(number)", [UInt8](repeating: 0, count: 8)) }
        let isOver = Flag()
        let wrong = Flag()
        let threads = (0..<2).map { _ in
            Thread {
                let reader = store.makeReader()
                while !isOver.isSet {
                    for number in 0..<100 {
                        let key = Array("key \(number)".utf8)
                        // All bytes of a value are alike.
                        let isWhole = try? reader.withValue(of: key.span) { value in
                            value.indices.allSatisfy { value[$0] == value[0] }
                        }
                        if isWhole != true { wrong.set() }
                    }
                }
            }
        }
        threads.forEach { $0.start() }
        for round in 0..<20_000 {
            try put(store, "key \(round % 100)", [UInt8](repeating: UInt8(truncatingIfNeeded: round), count: 8 + round % 50))
        }
        isOver.set()
        while threads.contains(where: { !$0.isFinished }) { Thread.sleep(forTimeInterval: 0.001) }
        XCTAssertFalse(wrong.isSet, "a reader found a torn value or none")
    }

    func testThreadsThatPutShareSynchronisations() throws {
        let store = try open(.group)
        let threads = (0..<4).map { thread in
            Thread {
                for number in 0..<50 {
                    try? store.put(Array("key \(thread) \(number)".utf8).span, ([UInt8(number)] as [UInt8]).span)
                }
            }
        }
        threads.forEach { $0.start() }
        while threads.contains(where: { !$0.isFinished }) { Thread.sleep(forTimeInterval: 0.001) }
        XCTAssertEqual(store.statistics.keys, 200)
        XCTAssertLessThan(store.statistics.synchronizations, 200)
        XCTAssertGreaterThan(store.statistics.synchronizations, 0)
    }

    // MARK: - Errors

    private func error(_ body: () throws -> Void) -> HostStoreError? {
        do { try body() } catch { return error as? HostStoreError }
        return nil
    }

    func testTwoWriters() throws {
        let store = try open()
        XCTAssertEqual(error { _ = try open() }, .inUse(path: directory))
        withExtendedLifetime(store) {}
    }

    func testKeysThatAreNone() throws {
        let store = try open()
        XCTAssertEqual(error { try put(store, "", [1]) }, .keyLength(0))
        XCTAssertEqual(error { try put(store, String(repeating: "x", count: 65_536), [1]) }, .keyLength(65_536))
        try put(store, String(repeating: "x", count: 65_535), [1])
    }

    private func file() throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".segment") }
        return directory + "/" + (try XCTUnwrap(names.sorted().first))
    }

    private func change(_ path: String, _ body: (inout Data) -> Void) throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        body(&data)
        try data.write(to: URL(fileURLWithPath: path))
    }

    func testFilesThatBeginAsTheyDidBefore() throws {
        try put(open(), "one", [1])
        try change(file()) {
            XCTAssertEqual(Array($0[0..<8]), Array("MARTSTOR".utf8))
            $0.replaceSubrange(0..<8, with: Array("MARTLETS".utf8))
        }
        let store = try open()
        XCTAssertEqual(try get(store, "one"), [1])
        try put(store, "two", [2])
        XCTAssertEqual(try get(store, "two"), [2])
    }

    func testFilesThatAreNoneOfItsOwn() throws {
        try put(open(), "one", [1])
        let path = try file()
        let length = try Data(contentsOf: URL(fileURLWithPath: path)).count
        try change(path) { $0[0] ^= 1 }
        XCTAssertEqual(error { _ = try open() }, .foreign(path: path, offset: 0))
        try change(path) {
            $0[0] ^= 1
            $0[20] ^= 1
        }
        XCTAssertEqual(error { _ = try open() }, .foreign(path: path, offset: 36))
        try change(path) {
            $0[20] ^= 1
            $0[8] = 3
        }
        XCTAssertEqual(error { _ = try open() }, .newerVersion(path: path, version: 3))
        try change(path) {
            $0[8] = 2
            $0.append(0)
        }
        XCTAssertEqual(error { _ = try open() }, .wrongLength(path: path, found: length + 1, expected: length))
    }

    /// What a process leaves that dies while it makes a file: nothing in it, or zeros.
    func testFilesThatWereBeingMade() throws {
        try put(open(), "one", [1])
        for (name, length) in [("00000000000000f0", 0), ("00000000000000f1", 16 << 10)] {
            try Data(count: length).write(to: URL(fileURLWithPath: "\(directory)/\(name).segment"))
        }
        let store = try open()
        XCTAssertEqual(try get(store, "one"), [1])
        XCTAssertFalse(FileManager.default.fileExists(atPath: "\(directory)/00000000000000f0.segment"))
        XCTAssertFalse(FileManager.default.fileExists(atPath: "\(directory)/00000000000000f1.segment"))
    }

    /// A flipped bit costs the record that it is in, and says so; the key has the value before.
    func testADamagedRecord() throws {
        do {
            let store = try open()
            try put(store, "one", [1])
            try put(store, "one", [2])
            try put(store, "two", [3])
        }
        // Records of 16 bytes after a header of 40: the value of the second, and of the third.
        try change(try file()) { $0[40 + 16 + 15] ^= 1 }
        do {
            let store = try open()
            XCTAssertEqual(store.report.damagedRecords, 1)
            XCTAssertEqual(try get(store, "one"), [1])
            XCTAssertEqual(try get(store, "two"), [3])
            try put(store, "three", [4])
        }
        try change(try file()) { $0[40 + 32 + 15] ^= 1 }
        let store = try open()
        XCTAssertEqual(store.report.damagedRecords, 1, "one place, though two records")
        XCTAssertNil(try get(store, "two"))
        XCTAssertEqual(try get(store, "three"), [4])
    }
}

private final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private var value = false
    var isSet: Bool { lock.withLock { value } }
    func set() { lock.withLock { value = true } }
}

/// The same numbers each time.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
