// Cuts the power of a log a great many times, and flips its bits, and holds what is left against what was promised.
import Interfaces
import SimulatedFlash
import Storage
import Text

/// A log on simulated flash under random puts, deletes, transactions and maintenance. Everything follows from the
/// seed, so that a failure comes again.
package struct StorageTorture {
    /// What was promised and not kept, and after how many cuts or flips.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        package let round: Int
        package let message: String
        package var description: String { "round \(round): \(message)" }
    }

    /// What flipped bits did to the keys.
    package struct FlipCounts: Equatable {
        /// Every key had its value.
        package var unaffected = 0
        /// Reading one key said that its record is damaged.
        package var refused = 0
        /// One key had an older value or none, and the mount reported damage or an interrupted write.
        package var stale = 0
    }

    /// When the power goes, and how much the log has to keep.
    package struct Conditions {
        /// The power goes at one of the first programmed words after a start, of which there are so many; 0 for cuts at any
        /// time.
        package var window = 0
        /// So many starts at the most end within the window, and then the power stays for a while; 0 for no such loop.
        package var bootLoop = 0
        /// There are so many keys that the log is full.
        package var isFull = false

        package init(window: Int = 0, bootLoop: Int = 0, isFull: Bool = false) {
            (self.window, self.bootLoop, self.isFull) = (window, bootLoop, isFull)
        }
    }

    private struct Change {
        let key: Int
        /// `nil` deletes.
        let value: [UInt8]?
    }

    package let flash: SimulatedFlash
    private let longestValue: Int
    private let conditions: Conditions
    private let keyCount: Int
    private var random: SplitMix64
    private let memory: UnsafeMutableBufferPointer<IndexSlot>
    /// What every key must have, and all that each ever had.
    private static let mostKeys = 1000
    private var model: [[UInt8]?]
    private var history: [Set<[UInt8]>]

    /// Calls `body` with a log to torture that nothing was written to.
    package static func run<Result>(
        seed: UInt64, unit: Int, sectors: [Int] = [1024, 1024, 1024], longestValue: Int = 24,
        _ conditions: Conditions = Conditions(), _ body: (inout StorageTorture) throws -> Result
    ) rethrows -> Result {
        let memory = UnsafeMutableBufferPointer<IndexSlot>.allocate(capacity: 2 * mostKeys + 2 * sectors.count)
        // SAFETY: no log outlives a call of the methods below, which are called within `body`.
        defer { memory.deallocate() }
        var torture = StorageTorture(
            flash: SimulatedFlash(sectors: sectors, programUnit: unit, seed: seed), seed: seed,
            longestValue: longestValue, conditions, memory: memory)
        return try body(&torture)
    }

    private init(
        flash: SimulatedFlash, seed: UInt64, longestValue: Int, _ conditions: Conditions,
        memory: UnsafeMutableBufferPointer<IndexSlot>
    ) {
        self.flash = flash
        self.longestValue = longestValue
        self.conditions = conditions
        // Values are half as long as the longest on average: these are twice as many as there is room for.
        let room = flash.contents.count / (longestValue / 2 + 12)
        keyCount = conditions.isFull ? min(Self.mostKeys, 2 * room) : 8
        model = Array(repeating: nil, count: keyCount)
        history = Array(repeating: [], count: keyCount)
        random = SplitMix64(seed: seed)
        self.memory = memory
    }

    // MARK: - Power cuts

    /// Mounts and writes until the power goes, again and again; the flash is never formatted in between. After each
    /// cut every key has its last value, or all of the interrupted change was made, and whatever is under the log's limit
    /// is accepted.
    package mutating func cut(_ cuts: Int, progress: (Int) -> Void = { _ in }) throws {
        var pending: [Change] = []
        var startsLeft = 0
        if conditions.isFull { try fill() }
        for round in 0..<cuts {
            flash.restorePower()
            if conditions.bootLoop > 0, startsLeft == 0 {
                startsLeft = Int.random(in: 1...conditions.bootLoop, using: &random)
                try useWithPower(round, &pending)
            }
            startsLeft -= 1
            let unitsInWord = max(1, 4 / flash.programUnit)
            let most = conditions.window > 0 ? conditions.window * unitsInWord : 25 * longestValue / flash.programUnit
            flash.cutPower(after: Int.random(in: 0..<most, using: &random), round % 3 == 0 ? .between : .torn)
            do {
                var log = try KeyValueLog.mount(flash, index: memory)
                try check(&log, round, pending)
                pending = []
                while true { try change(&log, round, &pending) }
            } catch LogError.flash(.input) where !flash.hasPower {
                if round % 10_000 == 9_999 { progress(round + 1) }
            } catch let error as LogError {
                throw Failure(round: round, message: words(error))
            }
        }
        flash.restorePower()
        try useWithPower(cuts, &pending)
        let log = try KeyValueLog.mount(flash, index: memory)
        guard log.report.isSound else { throw Failure(round: cuts, message: "the mount reports damage") }
    }

    /// Puts until most puts are refused.
    private mutating func fill() throws {
        do {
            var log = try KeyValueLog.mount(flash, index: memory)
            var pending: [Change] = []
            for _ in 0..<4 * keyCount { try change(&log, 0, &pending) }
        } catch let error as LogError {
            throw Failure(round: 0, message: "before the first cut: " + words(error))
        }
    }

    /// What cuts left takes puts and deletions again when the power stays.
    private mutating func useWithPower(_ round: Int, _ pending: inout [Change]) throws {
        do {
            var log = try KeyValueLog.mount(flash, index: memory)
            try check(&log, round, pending)
            for _ in 0..<20 { try change(&log, round, &pending) }
            var steps = 0
            while try log.maintain() {
                steps += 1
                guard steps < 10_000 else { throw Failure(round: round, message: "maintenance does not end") }
            }
            guard log.hasReserve else { throw Failure(round: round, message: "the reserve is gone") }
        } catch let error as LogError {
            throw Failure(round: round, message: "with power again: " + words(error))
        }
    }

    /// Makes a change, one of eight times with some maintenance.
    private mutating func change(
        _ log: inout KeyValueLog<SimulatedFlash>, _ round: Int, _ pending: inout [Change]
    ) throws {
        pending = nextChanges()
        do throws(LogError) {
            try apply(pending, to: &log)
            note(pending)
        } catch {
            guard error == .full, try isTooMuch(pending, for: &log) else { throw error }
        }
        pending = []
        if Int.random(in: 0..<8, using: &random) == 0 { _ = try log.maintain() }
        guard log.hasReserve else { throw Failure(round: round, message: "the reserve is gone") }
    }

    /// Whether the log would have more than it may with these changes.
    private func isTooMuch(_ changes: [Change], for log: inout KeyValueLog<SimulatedFlash>) throws -> Bool {
        let figures = try log.statistics()
        // Long records halve the limit; half of them are halved.
        let shortest = (0..<flash.sectorCount).map { Int(flash.sector($0).length) }.min()!
        let limit = longestValue + 16 <= shortest / 8 ? figures.liveByteLimit : figures.liveByteLimit / 2
        let added = changes.reduce(0) { $0 + ($1.value.map { $0.count + 20 } ?? 0) }
        return figures.liveBytes + added > limit
    }

    /// Throws unless every key has what it must have, or else all that the interrupted change gave it.
    private mutating func check(_ log: inout KeyValueLog<SimulatedFlash>, _ round: Int, _ pending: [Change]) throws {
        guard log.hasReserve else { throw Failure(round: round, message: "the mount left no reserve") }
        let values = try (0..<keyCount).map { try get($0, from: &log) }
        if values == model { return }
        note(pending)
        for (key, value) in values.enumerated() where value != model[key] {
            throw Failure(round: round, message: "key \(key) has neither its old value nor its new one")
        }
    }

    // MARK: - Flipped bits

    /// Flips one bit at a time of a log that was written on for a while.
    package mutating func flip(_ flips: Int, progress: (Int) -> Void = { _ in }) throws -> FlipCounts {
        var log = try KeyValueLog.mount(flash, index: memory)
        for _ in 0..<400 {
            let changes = nextChanges()
            try apply(changes, to: &log)
            note(changes)
        }
        let image = flash.contents
        var counts = FlipCounts()
        for round in 0..<flips {
            flash.contents = image
            flash.flipBit(
                Int.random(in: 0..<8, using: &random), at: Int.random(in: 0..<image.count, using: &random))
            do {
                var log = try KeyValueLog.mount(flash, index: memory)
                try count(&counts, &log, round)
            } catch let error as LogError {
                throw Failure(round: round, message: words(error))
            }
            if round % 10_000 == 9_999 { progress(round + 1) }
        }
        return counts
    }

    private func count(_ counts: inout FlipCounts, _ log: inout KeyValueLog<SimulatedFlash>, _ round: Int) throws {
        let saysSo = !log.report.isSound || log.report.tornRecords > 0
        var hurt = 0
        var isRefused = false
        for key in 0..<keyCount {
            do {
                let value = try get(key, from: &log)
                if value == model[key] { continue }
                guard saysSo else { throw Failure(round: round, message: "key \(key) is silently wrong") }
                guard value == nil || history[key].contains(value!) else {
                    throw Failure(round: round, message: "key \(key) has a value that was never put")
                }
            } catch LogError.damagedRecord { isRefused = true }
            hurt += 1
        }
        guard hurt <= 1 else { throw Failure(round: round, message: "one bit hurt \(hurt) keys") }
        if hurt == 0 { counts.unaffected += 1 } else if isRefused { counts.refused += 1 } else { counts.stale += 1 }
    }

    // MARK: - Changes

    private mutating func nextChanges() -> [Change] {
        let count = Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 2...3, using: &random) : 1
        return (0..<count).map { _ in
            let key = Int.random(in: 0..<keyCount, using: &random)
            if Int.random(in: 0..<8, using: &random) == 0 { return Change(key: key, value: nil) }
            let length = Int.random(in: 0...longestValue, using: &random)
            return Change(key: key, value: (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
    }

    private mutating func note(_ changes: [Change]) {
        for change in changes {
            model[change.key] = change.value
            if let value = change.value { history[change.key].insert(value) }
        }
    }

    /// Keys of different lengths.
    private func bytes(of key: Int) -> [UInt8] {
        let number = UInt8(key & 0xFF)
        return Array("key".utf8.prefix(key % 4)) + (key > 0xFF ? [0, number, UInt8(key >> 8)] : [number])
    }

    private func apply(_ changes: [Change], to log: inout KeyValueLog<SimulatedFlash>) throws(LogError) {
        guard changes.count != 1 else {
            let key = bytes(of: changes[0].key)
            if let value = changes[0].value { try log.put(key.span, value.span) } else { _ = try log.delete(key.span) }
            return
        }
        let room = changes.reduce(0) { $0 + 20 + ($1.value?.count ?? 0) }
        try log.transaction(room: max(128, room)) { transaction throws(LogError) in
            for change in changes {
                let key = bytes(of: change.key)
                if let value = change.value {
                    try transaction.put(key.span, value.span)
                } else {
                    try transaction.delete(key.span)
                }
            }
            return true
        }
    }

    private func get(_ key: Int, from log: inout KeyValueLog<SimulatedFlash>) throws(LogError) -> [UInt8]? {
        var value = [UInt8](repeating: 0, count: longestValue)
        var span = value.mutableSpan
        guard let count = try log.get(bytes(of: key).span, into: &span) else { return nil }
        return Array(value.prefix(count))
    }
}

/// An error as people read it.
package func words(_ error: LogError) -> String {
    var output = StringOutput()
    error.write(to: &output)
    return output.text
}
