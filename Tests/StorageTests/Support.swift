// A log with its index memory, and arrays where the log takes spans.
import Interfaces
import SimulatedFlash
import Storage
import XCTest

/// A log on simulated flash. It holds the memory that the log borrows.
final class TestLog {
    let flash: SimulatedFlash
    private let memory: UnsafeMutableBufferPointer<IndexSlot>
    private var log: KeyValueLog<SimulatedFlash>

    convenience init(_ flash: SimulatedFlash, slots: Int = 256) throws(LogError) {
        try self.init(flash, slots: slots, KeyValueLog.mount)
    }

    /// An empty log, whatever the flash holds.
    convenience init(formatting flash: SimulatedFlash) throws(LogError) {
        try self.init(flash, slots: 256, KeyValueLog.format)
    }

    private init(
        _ flash: SimulatedFlash, slots: Int,
        _ make: (consuming SimulatedFlash, UnsafeMutableBufferPointer<IndexSlot>) throws(LogError) -> KeyValueLog<
            SimulatedFlash
        >
    ) throws(LogError) {
        self.flash = flash
        // SAFETY: freed in `deinit`, with the log.
        let memory = UnsafeMutableBufferPointer<IndexSlot>.allocate(capacity: slots)
        memory.initialize(repeating: IndexSlot())
        self.memory = memory
        log = try make(flash, memory)
    }

    deinit {
        memory.deallocate()
    }

    /// Calls `body` with a log on any flash, mounted with index memory for the length of the call.
    static func use<Flash: NORFlash>(_ flash: Flash, _ body: (inout KeyValueLog<Flash>) throws -> Void) throws {
        let memory = UnsafeMutableBufferPointer<IndexSlot>.allocate(capacity: 256)
        // SAFETY: the log that borrows the memory ends with this call.
        defer { memory.deallocate() }
        var log = try KeyValueLog.mount(flash, index: memory)
        try body(&log)
    }

    static func get<Flash: NORFlash>(
        _ key: [UInt8], from log: inout KeyValueLog<Flash>, at snapshot: borrowing LogSnapshot
    ) throws(LogError) -> [UInt8]? {
        var value = [UInt8](repeating: 0, count: 64)
        var span = value.mutableSpan
        guard let count = try log.get(key.span, at: snapshot, into: &span) else { return nil }
        return Array(value.prefix(count))
    }

    var report: MountReport { log.report }
    var statistics: LogStatistics { get throws(LogError) { try log.statistics() } }
    var maximumValueLength: Int { log.maximumValueLength(keyLength: 1) }

    func put(_ key: [UInt8], _ value: [UInt8]) throws(LogError) { try log.put(key.span, value.span) }

    func put(_ key: String, _ value: String) throws(LogError) { try put(Array(key.utf8), Array(value.utf8)) }

    func get(_ key: [UInt8], capacity: Int = 0x1_0000) throws(LogError) -> [UInt8]? {
        var value = [UInt8](repeating: 0, count: capacity)
        var span = value.mutableSpan
        guard let count = try log.get(key.span, into: &span) else { return nil }
        return Array(value.prefix(count))
    }

    func get(_ key: String) throws(LogError) -> String? {
        try get(Array(key.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    func delete(_ key: [UInt8]) throws(LogError) -> Bool { try log.delete(key.span) }

    func delete(_ key: String) throws(LogError) -> Bool { try delete(Array(key.utf8)) }

    func keys(prefix: String = "") throws(LogError) -> [String: Int] {
        var found: [String: Int] = [:]
        try forEach(prefix: prefix) { found[$0] = $1 }
        return found
    }

    func forEach(prefix: String = "", _ body: (String, Int) -> Void) throws(LogError) {
        try log.forEach(prefix: Array(prefix.utf8).span) { key, length in
            var text = ""
            for index in key.indices { text.unicodeScalars.append(Unicode.Scalar(key[index])) }
            body(text, length)
        }
    }

    /// All steps or none of them.
    func transaction(room: Int = 128, commits: Bool = true, _ steps: [Workload.Step]) throws(LogError) {
        try log.transaction(room: room) { changes throws(LogError) in
            for step in steps {
                switch step {
                case .put(let key, let value): try changes.put(key.span, value.span)
                case .delete(let key): try changes.delete(key.span)
                case .transaction: preconditionFailure("transactions have no transactions")
                }
            }
            return commits
        }
    }

    func maintain() throws(LogError) -> Bool { try log.maintain() }
}

extension SimulatedFlash {
    /// The sectors that a log has on an STM32F405.
    static func chip(unit: Int = 4, seed: UInt64 = 1) -> SimulatedFlash {
        SimulatedFlash(sectors: [16384, 16384, 16384], programUnit: unit, seed: seed)
    }

    /// Small sectors, so that collection is under way soon.
    static func small(_ count: Int = 3, length: Int = 512, unit: Int = 4, seed: UInt64 = 1) -> SimulatedFlash {
        SimulatedFlash(sectors: Array(repeating: length, count: count), programUnit: unit, seed: seed)
    }
}

/// What a log must hold.
typealias Model = [[UInt8]: [UInt8]]

/// A fixed choice of puts and deletes.
struct Workload {
    var random: SplitMix64
    let keys: Int
    let longestValue: Int

    init(seed: UInt64, keys: Int = 6, longestValue: Int = 24) {
        random = SplitMix64(seed: seed)
        self.keys = keys
        self.longestValue = longestValue
    }

    enum Step {
        case put([UInt8], [UInt8])
        case delete([UInt8])
        case transaction([Step])
    }

    /// A put, in one case of eight a delete; with `transactions`, in one of four several of them at once.
    mutating func next(transactions: Bool = false) -> Step {
        if transactions, Int.random(in: 0..<4, using: &random) == 0 {
            return .transaction((0..<Int.random(in: 1...3, using: &random)).map { _ in next() })
        }
        let number = Int.random(in: 0..<keys, using: &random)
        let key = Array("key\(number)".utf8.prefix(4 + number % 2)) + [UInt8(number)]
        if Int.random(in: 0..<8, using: &random) == 0 { return .delete(key) }
        let count = Int.random(in: 0...longestValue, using: &random)
        return .put(key, (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
}

extension TestLog {
    func apply(_ step: Workload.Step) throws(LogError) {
        switch step {
        case .put(let key, let value): try put(key, value)
        case .delete(let key): _ = try delete(key)
        case .transaction(let steps): try transaction(steps)
        }
    }
}

extension Model {
    mutating func apply(_ step: Workload.Step) {
        switch step {
        case .put(let key, let value): self[key] = value
        case .delete(let key): self[key] = nil
        case .transaction(let steps): for step in steps { apply(step) }
        }
    }
}
