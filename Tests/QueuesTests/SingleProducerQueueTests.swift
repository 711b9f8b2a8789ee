// The queue between two contexts: order, limits, many laps, and two threads at once.
import Foundation
import Queues
import XCTest

final class SingleProducerQueueTests: XCTestCase {
    func testBeginsEmpty() {
        let queue = SingleProducerQueue<Int, 4>(filler: 0)
        XCTAssertEqual(queue.count, 0)
        XCTAssertNil(queue.pop())
        XCTAssertEqual(queue.count, 0)
    }

    func testComesOutInTheOrderItWentIn() {
        let queue = SingleProducerQueue<Int, 4>(filler: 0)
        for element in 1...4 { XCTAssertTrue(queue.push(element)) }
        XCTAssertEqual((1...4).map { _ in queue.pop() }, [1, 2, 3, 4])
        XCTAssertNil(queue.pop())
    }

    func testTheFillerIsNeverSeen() {
        let queue = SingleProducerQueue<Int, 2>(filler: -1)
        XCTAssertNil(queue.pop())
        XCTAssertTrue(queue.push(5))
        XCTAssertEqual(queue.pop(), 5)
        XCTAssertNil(queue.pop())
    }

    func testHoldsItsWholeCapacityAndThenRefuses() {
        let queue = SingleProducerQueue<Int, 4>(filler: 0)
        for element in 1...4 { XCTAssertTrue(queue.push(element)) }
        XCTAssertFalse(queue.push(5))
        XCTAssertEqual(queue.count, 4)
        XCTAssertEqual(queue.pop(), 1)
        XCTAssertTrue(queue.push(6))
        XCTAssertEqual((1...4).map { _ in queue.pop() }, [2, 3, 4, 6])
    }

    func testACapacityOfOneWorks() {
        let queue = SingleProducerQueue<UInt8, 1>(filler: 0)
        for element in UInt8(0)..<10 {
            XCTAssertTrue(queue.push(element))
            XCTAssertFalse(queue.push(99))
            XCTAssertEqual(queue.pop(), element)
        }
    }

    func testCountFollowsPushesAndPops() {
        let queue = SingleProducerQueue<Int, 8>(filler: 0)
        for element in 0..<8 {
            XCTAssertEqual(queue.count, element)
            _ = queue.push(element)
        }
        for left in (0..<8).reversed() {
            _ = queue.pop()
            XCTAssertEqual(queue.count, left)
        }
    }

    /// Every fill level at every place of the ring, for thousands of laps.
    func testStaysInOrderForManyLaps() {
        let queue = SingleProducerQueue<Int, 8>(filler: 0)
        var next = 0
        var expected = 0
        for round in 0..<20_000 {
            for _ in 0..<round % 9 where queue.push(next) { next += 1 }
            for _ in 0..<(round / 9) % 9 {
                guard let element = queue.pop() else { break }
                XCTAssertEqual(element, expected)
                expected += 1
            }
            XCTAssertEqual(queue.count, next - expected)
        }
        XCTAssertGreaterThan(expected, 8 * 5000)
    }

    /// What an element consists of arrives together, and the consumer never counts an element that is not there.
    func testOneThreadProducesWhileAnotherConsumes() {
        struct Pair: BitwiseCopyable, Sendable {
            let value: UInt32
            let complement: UInt32
        }
        final class Shared: Sendable {
            let queue = SingleProducerQueue<Pair, 64>(filler: Pair(value: 0, complement: 0))
        }
        let shared = Shared()
        let elements: UInt32 = 1_000_000
        let producer = Thread {
            for value in 0..<elements {
                while !shared.queue.push(Pair(value: value, complement: ~value)) { sched_yield() }
            }
        }
        producer.start()
        var wrong = 0
        for expected in 0..<elements {
            var element = shared.queue.pop()
            while element == nil {
                sched_yield()
                element = shared.queue.pop()
            }
            if element!.value != expected || element!.complement != ~expected { wrong += 1 }
        }
        XCTAssertEqual(wrong, 0)
        XCTAssertNil(shared.queue.pop())
    }
}
