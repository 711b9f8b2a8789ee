// `martlet storage bench`: how fast the host's store is on this machine, beside others in the same run.
import ArgumentParser
import Foundation
import HostStore
import ProjectCommands

extension HostStore.Synchronization: ExpressibleByArgument {}

extension StorageCommand {
    struct Bench: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Measures the host's store: throughput, latency, and the length of its files.",
            discussion: """
                Keys have 16 bytes. First every key is put once, each put timed, then --ops operations on keys at random: puts alone, gets \
                alone, and, with --mix, both. LMDB and RocksDB are measured in the same run where their libraries are \
                installed (liblmdb0 and librocksdb7.8 on Debian): each put a transaction of its own.
                """)

        @Option(help: "How many keys there are.")
        var keys = 10_000

        @Option(help: "How many operations of each kind are measured.")
        var ops = 1_000_000

        @Option(help: "Bytes of a value.")
        var value = 100

        @Option(help: "Puts and gets of a mixed run, such as 1:9.")
        var mix: String?

        @Option(help: "When a put is on the disk: none, group or each.")
        var sync = HostStore.Synchronization.none

        @Option(help: "Threads that put or get at the same time.")
        var threads = 1

        @Option(help: "Where the stores are made; what is made is removed.")
        var directory = NSTemporaryDirectory()

        @Flag(help: "Measures ours alone.")
        var alone = false

        func validate() throws {
            guard keys > 0, ops > 0, (0...1 << 20).contains(value), (1...256).contains(threads) else {
                throw ValidationError("--keys and --ops are above 0, --value 0 to 1048576, --threads 1 to 256")
            }
            if mix != nil, share == nil { throw ValidationError("--mix is two numbers, puts:gets, such as 1:9") }
        }

        /// The share of puts in the mixed run.
        private var share: Double? {
            guard let parts = mix?.split(separator: ":").map({ Double($0) }), parts.count == 2, let puts = parts[0],
                let gets = parts[1], puts >= 0, gets >= 0, puts + gets > 0
            else { return nil }
            return puts / (puts + gets)
        }

        func run() throws {
            let synchronizes = sync != .none
            try measure("martlet") { path in try MeasuredHostStore(directory: path, synchronization: sync) }
            guard !alone else { return }
            try measure("LMDB") { path in try MeasuredLMDB(directory: path, synchronizes: synchronizes) }
            try measure("RocksDB") { path in try MeasuredRocksDB(directory: path, synchronizes: synchronizes) }
        }

        private func measure(_ name: String, _ make: (String) throws -> any MeasuredStore) throws {
            let path = directory + "/martlet-bench-\(name)-\(ProcessInfo.processInfo.processIdentifier)"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: path) }
            do {
                let store = try make(path)
                // With synchronisations filling takes as long as measuring: then only what is measured is put.
                let fill = sync == .none ? keys : 0
                if fill > 0 {
                    let filling = Workload(keys: keys, value: value, operations: fill, share: nil, isOrdered: true)
                    filling.isTimed = true
                    let seconds = try filling.run(store, threads: 1)
                    print("\(name) fill: \(number(Double(fill) / seconds / 1e6)) million a second, \(filling.latencies())")
                }
                for (kind, share) in [("put", 1), ("get", 0), ("mix", share)] as [(String, Double?)] {
                    guard let share else { continue }
                    let workload = Workload(keys: keys, value: value, operations: ops, share: share, isOrdered: false)
                    let seconds = try workload.run(store, threads: threads)
                    var line = "\(name) \(kind): \(number(Double(ops) / seconds / 1e6)) million a second"
                    workload.isTimed = true
                    workload.operations = min(ops, 200_000)
                    try workload.run(store, threads: threads)
                    line += ", " + workload.latencies()
                    if workload.missing > 0, sync == .none { line += ", \(workload.missing) MISSING" }
                    print(line)
                }
                if let ours = store as? MeasuredHostStore {
                    let figures = ours.store.statistics
                    print(
                        "\(name): \(figures.keys) keys, \(figures.liveBytes) bytes live in \(figures.fileBytes) of files, "
                            + "\(figures.copiedBytes) copied, \(figures.synchronizations) synchronisations")
                }
            } catch let error as PeerError { print("\(name): \(error.description)") }
        }

        private func number(_ value: Double) -> String { String(format: "%.3g", value) }
    }
}

/// Operations on keys at random, the same in each run.
// SAFETY of `@unchecked`: what threads change is behind the lock; the rest is set between runs.
private final class Workload: @unchecked Sendable {
    private let keys: Int
    private let value: Int
    var operations: Int
    private let share: Double
    /// Every key once, in order.
    private let isOrdered: Bool
    var isTimed = false
    /// Nanoseconds of each operation, the clock's two readings included.
    private var times: [UInt32] = []
    private(set) var missing = 0
    private let lock = NSLock()

    init(keys: Int, value: Int, operations: Int, share: Double?, isOrdered: Bool) {
        (self.keys, self.value, self.operations, self.isOrdered) = (keys, value, operations, isOrdered)
        self.share = share ?? 1
    }

    /// Answers the seconds that it took.
    @discardableResult
    func run(_ store: any MeasuredStore, threads count: Int) throws -> Double {
        times = []
        missing = 0
        // SAFETY: each thread has a client of its own.
        nonisolated(unsafe) let clients = try (0..<count).map { _ in try store.makeClient(isMixed: share > 0 && share < 1) }
        let start = DispatchTime.now().uptimeNanoseconds
        if count == 1 {
            try run(clients[0], operations, seed: 1)
        } else {
            DispatchQueue.concurrentPerform(iterations: count) { index in
                do { try run(clients[index], operations / count, seed: UInt64(index) + 1) } catch {
                    complain("\(error)")
                }
            }
        }
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    }

    private func run(_ client: any MeasuredClient, _ operations: Int, seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        let key = UnsafeMutableRawBufferPointer.allocate(byteCount: 16, alignment: 8)
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(value, 1), alignment: 8)
        defer {
            key.deallocate()
            bytes.deallocate()
        }
        let target = UnsafeMutableRawBufferPointer(rebasing: bytes[..<value])
        var times: [UInt32] = []
        if isTimed { times.reserveCapacity(operations) }
        var missing = 0
        let puts = UInt32(min(share * 4_294_967_296, 4_294_967_295))
        for number in 0..<operations {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let index = isOrdered ? UInt64(number) : (state >> 33) % UInt64(keys)
            key.storeBytes(of: index &* 0x9E37_79B9_7F4A_7C15, as: UInt64.self)
            key.storeBytes(of: index, toByteOffset: 8, as: UInt64.self)
            let start = isTimed ? DispatchTime.now().uptimeNanoseconds : 0
            if share == 1 || (share > 0 && UInt32(truncatingIfNeeded: state >> 8) < puts) {
                target.first.map { _ in target[0] = UInt8(truncatingIfNeeded: state >> 40) }
                try client.put(UnsafeRawBufferPointer(key), UnsafeRawBufferPointer(target))
            } else if try client.get(UnsafeRawBufferPointer(key), into: target) < 0 {
                missing += 1
            }
            if isTimed {
                times.append(UInt32(clamping: DispatchTime.now().uptimeNanoseconds - start))
            }
        }
        lock.withLock {
            self.times += times
            self.missing += missing
        }
    }

    func latencies() -> String {
        times.sort()
        func part(_ share: Double) -> String {
            let time = times[min(times.count - 1, Int(Double(times.count) * share))]
            return time < 10_000 ? "\(time) ns" : "\(time / 1000) us"
        }
        return "p50 \(part(0.5)), p99 \(part(0.99)), p99.9 \(part(0.999)), most \(part(1))"
    }
}
