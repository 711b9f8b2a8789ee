// The byte queue that lends its memory: pieces of every size at every place, and two threads at once.
import Foundation
import Queues
import XCTest

final class BipBufferTests: XCTestCase {
    private func write<let capacity: Int>(_ bytes: [UInt8], _ producer: inout BipBuffer<capacity>.Producer) -> Bool {
        var free = producer.free(atLeast: bytes.count)
        guard free.count >= bytes.count else { return false }
        for index in bytes.indices { free[index] = bytes[index] }
        producer.commit(bytes.count)
        return true
    }

    private func read<let capacity: Int>(
        _ consumer: inout BipBuffer<capacity>.Consumer, atMost most: Int = .max
    ) -> [UInt8] {
        let values = copy(consumer.bytes, atMost: most)
        consumer.release(values.count)
        return values
    }

    private func copy(_ bytes: Span<UInt8>, atMost most: Int) -> [UInt8] {
        (0..<min(most, bytes.count)).map { bytes[$0] }
    }

    func testAPieceIsInOnePiece() {
        let buffer = BipBuffer<8>()
        var producer = buffer.takeProducer()
        var consumer = buffer.takeConsumer()
        XCTAssertTrue(consumer.bytes.isEmpty)
        XCTAssertTrue(write([1, 2, 3, 4, 5], &producer))
        XCTAssertEqual(read(&consumer, atMost: 4), [1, 2, 3, 4])
        // Three bytes are free at the end, and three at the start, since one is never used.
        XCTAssertFalse(write([6, 7, 8, 9], &producer))
        XCTAssertTrue(write([6, 7, 8], &producer))
        XCTAssertTrue(write([9, 10, 11], &producer))
        XCTAssertFalse(write([12], &producer))
        XCTAssertEqual(read(&consumer), [5, 6, 7, 8])
        XCTAssertEqual(read(&consumer), [9, 10, 11])
        XCTAssertEqual(read(&consumer), [])
    }

    func testWhatDoesNotFitAtTheEndBeginsAtTheStart() {
        let buffer = BipBuffer<8>()
        var producer = buffer.takeProducer()
        var consumer = buffer.takeConsumer()
        XCTAssertTrue(write([1, 2, 3, 4, 5, 6], &producer))
        XCTAssertEqual(read(&consumer), [1, 2, 3, 4, 5, 6])
        XCTAssertTrue(write([7, 8, 9, 10], &producer))
        XCTAssertEqual(read(&consumer, atMost: 2), [7, 8])
        XCTAssertEqual(read(&consumer), [9, 10])
    }

    func testWhatIsNotCommittedIsNotThere() {
        let buffer = BipBuffer<8>()
        var producer = buffer.takeProducer()
        var consumer = buffer.takeConsumer()
        var free = producer.free()
        free[0] = 1
        producer.commit(0)
        XCTAssertTrue(consumer.bytes.isEmpty)
        free = producer.free(atLeast: 3)
        for index in 0..<3 { free[index] = UInt8(index) }
        producer.commit(2)
        XCTAssertEqual(read(&consumer), [0, 1])
    }

    /// A piece of less than half is found at every place of an empty buffer, and every piece comes out as it went in.
    func testEveryPieceAtEveryPlace() {
        let buffer = BipBuffer<16>()
        var producer = buffer.takeProducer()
        var consumer = buffer.takeConsumer()
        var next: UInt8 = 0
        for round in 0..<4000 {
            let bytes = (0..<1 + round * 7 % 7).map { _ in
                next &+= 1
                return next
            }
            XCTAssertTrue(write(bytes, &producer), "\(bytes.count) bytes in round \(round)")
            XCTAssertEqual(read(&consumer), bytes)
            let offset = [UInt8](repeating: 0, count: 1 + round % 5)
            XCTAssertTrue(write(offset, &producer))
            XCTAssertEqual(read(&consumer), offset)
        }
    }

    func testOneThreadWritesWhileAnotherReads() {
        final class Shared: Sendable { let buffer = BipBuffer<64>() }
        let shared = Shared()
        let total = 300_000
        var consumer = shared.buffer.takeConsumer()
        Thread {
            var producer = shared.buffer.takeProducer()
            var (next, random) = (0, UInt32(1))
            while next < total {
                random = random &* 1_664_525 &+ 1_013_904_223
                let wanted = min(Int(random >> 28) + 1, total - next)
                var free = producer.free(atLeast: wanted)
                guard free.count >= wanted else {
                    sched_yield()
                    continue
                }
                for index in 0..<wanted { free[index] = UInt8(truncatingIfNeeded: next + index) }
                producer.commit(wanted)
                next += wanted
            }
        }.start()
        var (expected, wrong) = (0, 0)
        while expected < total {
            for byte in read(&consumer) {
                if byte != UInt8(truncatingIfNeeded: expected) { wrong += 1 }
                expected += 1
            }
        }
        XCTAssertEqual(wrong, 0)
    }
}
