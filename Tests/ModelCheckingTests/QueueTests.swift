// Every execution of small cases of the queues, as C++11 allows them: no race on an element, nothing lost, nothing twice, and
// each producer's elements in their order. And none of the orderings in their source is stronger than it needs to be: each one
// made relaxed lets the checker find a failure.
import Foundation
import ModelCheckedQueues
import ModelChecking
import XCTest

final class QueueTests: XCTestCase {
    /// What the threads of one execution have seen.
    private final class Log {
        /// By producer: what a push has taken.
        var pushed: [[UInt32]]
        /// By consumer, in its order.
        var popped: [[UInt32]]

        init(producers: Int, consumers: Int) {
            pushed = Array(repeating: [], count: producers)
            popped = Array(repeating: [], count: consumers)
        }

        /// Nothing lost or twice; of one producer, in one consumer, in order.
        func check(left: [UInt32]) throws {
            let all = pushed.flatMap { $0 }.sorted()
            let seen = (popped.flatMap { $0 } + left).sorted()
            guard all == seen else { throw ModelFailure("pushed \(all), popped \(seen)") }
            for (producer, elements) in pushed.enumerated() {
                for part in popped + [left] {
                    let own = part.filter { $0 / 10 == UInt32(producer) }
                    guard own == own.sorted() else {
                        throw ModelFailure("producer \(producer) pushed \(elements), out came \(own)")
                    }
                }
            }
            if popped.count == 1 {
                for producer in pushed.indices {
                    let own = (popped[0] + left).filter { $0 / 10 == UInt32(producer) }
                    guard own == pushed[producer] else { throw ModelFailure("out of order: \(own)") }
                }
            }
        }
    }

    // MARK: - The scenarios

    private func singleProducer(_ pushes: Int, _ pops: Int) -> Scenario {
        final class Queue: Sendable { let queue = SPSCQueue<UInt32, 2>(filler: 99) }
        let queue = Queue()
        let log = Log(producers: 1, consumers: 1)
        return Scenario(threads: [
            {
                var producer = queue.queue.takeProducer()
                for element in 0..<UInt32(pushes) where producer.push(element) { log.pushed[0].append(element) }
            },
            {
                var consumer = queue.queue.takeConsumer()
                for _ in 0..<pops { if let element = consumer.pop() { log.popped[0].append(element) } }
            },
        ]) {
            var consumer = queue.queue.takeConsumer()
            var left: [UInt32] = []
            while let element = consumer.pop() { left.append(element) }
            try log.check(left: left)
        }
    }

    private func manyProducers(_ pushes: [Int], _ pops: Int) -> Scenario {
        final class Queue: Sendable { let queue = MPSCQueue<UInt32, 2>(filler: 99) }
        let queue = Queue()
        let log = Log(producers: pushes.count, consumers: 1)
        let producers = pushes.indices.map { producer in
            {
                for index in 0..<UInt32(pushes[producer]) where queue.queue.push(UInt32(producer) * 10 + index) {
                    log.pushed[producer].append(UInt32(producer) * 10 + index)
                }
            }
        }
        return Scenario(
            threads: producers + [
                {
                    var consumer = queue.queue.takeConsumer()
                    for _ in 0..<pops { if let element = consumer.pop() { log.popped[0].append(element) } }
                }
            ]
        ) {
            var consumer = queue.queue.takeConsumer()
            var left: [UInt32] = []
            while let element = consumer.pop() { left.append(element) }
            try log.check(left: left)
        }
    }

    private func manyConsumers(_ pushes: [Int], _ pops: [Int]) -> Scenario {
        final class Queue: Sendable { let queue = MPMCQueue<UInt32, 2>(filler: 99) }
        let queue = Queue()
        let log = Log(producers: pushes.count, consumers: pops.count)
        let producers = pushes.indices.map { producer in
            {
                for index in 0..<UInt32(pushes[producer]) where queue.queue.push(UInt32(producer) * 10 + index) {
                    log.pushed[producer].append(UInt32(producer) * 10 + index)
                }
            }
        }
        let consumers = pops.indices.map { consumer in
            { for _ in 0..<pops[consumer] { if let element = queue.queue.pop() { log.popped[consumer].append(element) } } }
        }
        return Scenario(threads: producers + consumers) {
            var left: [UInt32] = []
            while let element = queue.queue.pop() { left.append(element) }
            try log.check(left: left)
        }
    }

    /// Pieces of so many bytes are written and read, each byte by byte.
    private func pieces(_ written: [Int], _ reads: Int) -> Scenario {
        final class Queue: Sendable { let buffer = BipBuffer<4>() }
        let queue = Queue()
        let log = Log(producers: 1, consumers: 1)
        func read(_ consumer: inout BipBuffer<4>.Consumer) -> [UInt32] {
            let count = consumer.bytes.count
            let values = (0..<count).map { index in
                consumer.bytes.withUnsafeBufferPointer { PlainMemory.willRead($0.baseAddress! + index) }
                return UInt32(consumer.bytes[index])
            }
            consumer.release(count)
            return values
        }
        return Scenario(threads: [
            {
                var producer = queue.buffer.takeProducer()
                var next: UInt8 = 0
                for count in written {
                    var span = producer.free(atLeast: count)
                    guard span.count >= count else { continue }
                    for index in 0..<count {
                        span.withUnsafeMutableBufferPointer { PlainMemory.willWrite($0.baseAddress! + index) }
                        span[index] = next
                        log.pushed[0].append(UInt32(next))
                        next += 1
                    }
                    producer.commit(count)
                }
            },
            {
                var consumer = queue.buffer.takeConsumer()
                for _ in 0..<reads { log.popped[0] += read(&consumer) }
            },
        ]) {
            var consumer = queue.buffer.takeConsumer()
            var left: [UInt32] = []
            while !consumer.bytes.isEmpty { left += read(&consumer) }
            try log.check(left: left)
        }
    }

    /// Each thread takes places and gives them back, and touches what is in them.
    private func places(_ rounds: [Int]) -> Scenario {
        final class Shared: Sendable { let pool = Pool<UInt32, 2>() }
        let shared = Shared()
        return Scenario(
            threads: rounds.indices.map { thread in
                {
                    for round in 0..<rounds[thread] {
                        guard var taken = shared.pool.take(0) else { continue }
                        withUnsafeMutablePointer(to: &taken.value) { place in
                            PlainMemory.willWrite(place)
                            place.pointee = UInt32(round)
                            PlainMemory.willRead(place)
                        }
                    }
                }
            }
        ) {
            guard let first = shared.pool.take(1), let second = shared.pool.take(2) else {
                throw ModelFailure("a place is lost")
            }
            guard first.value == 1, second.value == 2 else { throw ModelFailure("a place was taken twice") }
            if let third = shared.pool.take(3) { throw ModelFailure("a place too many, with \(third.value)") }
        }
    }

    // MARK: - As they are

    private func sound(_ name: String, _ make: () -> Scenario) {
        let exploration = explore(make)
        print("\(name): \(exploration)")
        XCTAssertNil(exploration.failure, name)
        XCTAssertEqual(exploration.cut, 0, name)
        XCTAssertGreaterThan(exploration.executions, 10, name)
    }

    func testSingleProducer() { sound("single producer, 3 pushes, 3 pops") { singleProducer(3, 3) } }
    func testTwoProducers() { sound("two producers, 2 and 1 pushes, 2 pops") { manyProducers([2, 1], 2) } }
    func testThreeProducers() { sound("three producers, of which one finds no room") { manyProducers([1, 1, 1], 0) } }
    func testTwoConsumers() { sound("one producer, two consumers") { manyConsumers([2], [1, 1]) } }
    func testTwoOfEach() { sound("two producers, two consumers") { manyConsumers([1, 1], [1, 1]) } }
    func testPlaces() { sound("a pool of two, two threads") { places([2, 1]) } }
    func testPieces() { sound("pieces of 3, 1 and 2 bytes") { pieces([3, 1, 2], 2) } }

    // MARK: - Each ordering is needed

    /// The lines of a source that have an ordering other than relaxed, without those of marks that an end is taken.
    private func orderings(_ file: String) throws -> [UInt] {
        let path = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Firmware/Queues/\(file).swift").standardized
        let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.filter {
            lines[$0].contains("ordering: .") && !lines[$0].contains(".relaxed") && !lines[$0].contains("hasProducer")
                && !lines[$0].contains("hasConsumer")
        }.map { line in
            // A call of several lines is at its first one.
            let begins = ["load(", "store(", "xchange("]
            let first = (0...line).last { index in begins.contains { lines[index].contains($0) } }
            return UInt((first ?? line) + 1)
        }
    }

    private func needed(_ file: String, _ count: Int, _ scenarios: [() -> Scenario]) throws {
        let lines = try orderings(file)
        XCTAssertEqual(lines.count, count, file)
        for line in lines {
            let failures = scenarios.lazy.compactMap { explore(most: 20_000, weakening: line, $0).failure }
            XCTAssertNotNil(failures.first { !$0.hasPrefix("more than") }, "\(file):\(line) may be relaxed")
        }
    }

    func testSingleProducerNeedsItsOrderings() throws { try needed("SPSCQueue", 4, [{ self.singleProducer(3, 3) }]) }

    func testRingNeedsItsOrderings() throws {
        try needed("SequencedRing", 5, [{ self.manyProducers([3], 2) }, { self.manyConsumers([3], [2]) }])
    }

    func testPlacesNeedTheirOrderings() throws {
        try needed("../Runtime/Memory/Pool", 3, [{ self.places([2, 2]) }])
    }

    func testPiecesNeedTheirOrderings() throws { try needed("BipBuffer", 4, [{ self.pieces([3, 1, 2], 3) }]) }
}
