import XCTest

// The power goes during a synchronisation: of what was stored since the last one, the disk has any pages or none.
@testable import HostStore

final class PowerCutTests: XCTestCase {
    /// The files of a directory by name.
    private typealias Image = [String: [UInt8]]

    private let directory = NSTemporaryDirectory() + "martlet-power-\(UUID().uuidString)"
    private let after = NSTemporaryDirectory() + "martlet-after-\(UUID().uuidString)"

    override func tearDown() {
        for path in [directory, after] { try? FileManager.default.removeItem(atPath: path) }
    }

    private func read(_ path: String) throws -> Image {
        var image: Image = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) where name.hasSuffix(".segment") {
            image[name] = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
        }
        return image
    }

    /// What the disk may have: each sector as it was or as it is, and files that were made or removed or not.
    private func cut(_ before: Image, _ now: Image, _ random: inout SeededGenerator) -> Image {
        var image: Image = [:]
        for name in Set(before.keys).union(now.keys).sorted() {
            switch (before[name], now[name]) {
            case (let old?, let new?):
                image[name] = new
                // Pages, and the sectors of one.
                let unit = Bool.random(using: &random) ? 4096 : 512
                for start in stride(from: 0, to: old.count, by: unit) where Bool.random(using: &random) {
                    image[name]!.replaceSubrange(
                        start..<min(start + unit, old.count), with: old[start..<min(start + unit, old.count)])
                }
            case (let only?, nil): if Bool.random(using: &random) { image[name] = only }
            case (nil, let only?):
                guard Bool.random(using: &random) else { continue }
                image[name] = only
                for start in stride(from: 0, to: only.count, by: 4096) where Bool.random(using: &random) {
                    image[name]!.replaceSubrange(
                        start..<min(start + 4096, only.count), with: repeatElement(0, count: min(4096, only.count - start)))
                }
            case (nil, nil): break
            }
        }
        return image
    }

    private func contents(_ image: Image) throws -> [String: [UInt8]] {
        try? FileManager.default.removeItem(atPath: after)
        try FileManager.default.createDirectory(atPath: after, withIntermediateDirectories: true)
        for (name, bytes) in image { try Data(bytes).write(to: URL(fileURLWithPath: "\(after)/\(name)")) }
        let store = try HostStore(directory: after, synchronization: .none)
        var keys: [[UInt8]] = []
        try store.forEachKey { key, _ in keys.append(key.indices.map { key[$0] }) }
        let reader = store.makeReader()
        var found: [String: [UInt8]] = [:]
        for key in keys {
            found[String(decoding: key, as: UTF8.self)] = try reader.withValue(of: key.span) { value in
                value.indices.map { value[$0] }
            }
        }
        return found
    }

    func testWhatWasAcknowledgedIsThereAfterEveryCut() throws {
        var random = SeededGenerator(seed: 11)
        let store = try HostStore(directory: directory, synchronization: .group)
        var onDisk = try read(directory)
        var acknowledged: [String: [UInt8]] = [:]
        var next: [String: [UInt8]] = [:]
        var cuts = 0
        var failure: Error?
        store.willSynchronize = { [self] in
            do {
                let now = try read(directory)
                for _ in 0..<2 {
                    let found = try contents(cut(onDisk, now, &random))
                    if found != acknowledged && found != next, cuts >= 0 {
                        XCTFail("after \(cuts) cuts \(found.count) keys were found, \(acknowledged.count) acknowledged")
                        cuts = .min / 2
                    }
                    cuts += 1
                }
                onDisk = now
            } catch { failure = error }
        }
        // Small keys and large values, so that files are collected, used again and removed.
        for _ in 0..<400 {
            let key = "key \(Int.random(in: 0..<24, using: &random))"
            next = acknowledged
            if Int.random(in: 0..<6, using: &random) == 0 {
                next[key] = nil
                try store.delete(Array(key.utf8).span)
            } else {
                let value = [UInt8](
                    repeating: .random(in: 0...255, using: &random), count: .random(in: 0...3000, using: &random))
                next[key] = value
                try store.put(Array(key.utf8).span, value.span)
            }
            acknowledged = next
        }
        XCTAssertNil(failure.map { "\($0)" })
        XCTAssertGreaterThan(cuts, 700)
        XCTAssertGreaterThan(store.statistics.copiedBytes, 0, "nothing was collected")
    }
}
