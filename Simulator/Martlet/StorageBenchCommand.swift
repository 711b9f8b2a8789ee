// `martlet storage bench`: how fast the log is on this machine, over memory in place of flash.
import ArgumentParser
import Foundation
import Interfaces
import Storage

extension StorageCommand {
    struct Bench: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Measures puts and gets of a log in this machine's memory: throughput and latency.",
            discussion: """
                The log addresses 256 KB, so keys times values are limited. Nothing is synchronised to a disk: this \
                is the log's own time, which depends on the machine, as `figures` does not.
                """)

        @Option(help: "Keys of 16 bytes.")
        var keys = 1000

        @Option(help: "Puts and gets together.")
        var ops = 1_000_000

        @Option(help: "Bytes of a value.")
        var value = 100

        @Option(help: "Of how many operations of ten a put is one.")
        var puts = 5

        func validate() throws {
            guard keys > 0, keys <= 60_000, ops > 0, value >= 0, value <= 4000, (0...10).contains(puts) else {
                throw ValidationError("--keys is 1 to 60000, --ops above 0, --value 0 to 4000, --puts 0 to 10")
            }
        }

        func run() throws {
            let length = 256 << 10
            let flash = UnsafeMutableRawBufferPointer.allocate(byteCount: length, alignment: 8)
            let index = UnsafeMutableBufferPointer<IndexSlot>.allocate(capacity: 64 + 2 * keys)
            // SAFETY: the log on this memory ends with the call of `measure`.
            defer {
                flash.deallocate()
                index.deallocate()
            }
            do {
                try measure(MemoryFlash(flash, sectorCount: 16), index)
            } catch let error as LogError {
                complain("\(keys) keys with values of \(value) bytes: \(words(error))")
                throw ExitCode(2)
            }
        }

        private func measure(_ flash: MemoryFlash, _ index: UnsafeMutableBufferPointer<IndexSlot>) throws {
            var log = try Log.mount(flash, index: index)
            var bytes = [UInt8](repeating: 0x55, count: value)
            for number in 0..<keys { try log.put(key(number).span, bytes.span) }
            var random = SystemRandomNumberGenerator()
            var times: (put: [UInt64], get: [UInt64]) = ([], [])
            for _ in 0..<ops {
                let key = key(Int.random(in: 0..<keys, using: &random))
                let isPut = Int.random(in: 0..<10, using: &random) < puts
                let start = DispatchTime.now().uptimeNanoseconds
                if isPut {
                    try log.put(key.span, bytes.span)
                } else {
                    var span = bytes.mutableSpan
                    _ = try log.get(key.span, into: &span)
                }
                let time = DispatchTime.now().uptimeNanoseconds - start
                if isPut { times.put.append(time) } else { times.get.append(time) }
            }
            show("put", &times.put)
            show("get", &times.get)
        }

        private func key(_ number: Int) -> [UInt8] {
            (0..<16).map { UInt8(truncatingIfNeeded: number >> ($0 % 2 * 8)) }
        }

        /// Nanoseconds, the clock's two readings included.
        private func show(_ name: String, _ times: inout [UInt64]) {
            guard !times.isEmpty else { return }
            times.sort()
            let mean = Double(times.reduce(0, +)) / Double(times.count)
            func share(_ part: Double) -> UInt64 { times[min(times.count - 1, Int(Double(times.count) * part))] }
            print(
                String(
                    format: "%@: %.2f million a second, p50 %llu ns, p99 %llu ns, p99.9 %llu ns, most %llu ns", name,
                    1000 / mean, share(0.5), share(0.99), share(0.999), times[times.count - 1]))
        }
    }
}
