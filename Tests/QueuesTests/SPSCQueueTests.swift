// The queue between two contexts: order, limits, many laps, and two threads at once.
import Foundation
import Queues
import XCTest

final class SPSCQueueTests: XCTestCase {
    func testBeginsEmpty() {
        let queue = SPSCQueue<Int, 4>(filler: 0)
        var consumer = queue.takeConsumer()
        XCTAssertEqual(queue.count, 0)
        XCTAssertNil(consumer.pop())
        XCTAssertEqual(queue.count, 0)
    }

    func testComesOutInTheOrderItWentIn() {
        let queue = SPSCQueue<Int, 4>(filler: 0)
        var producer = queue.takeProducer()
        var consumer = queue.takeConsumer()
        for element in 1...4 { XCTAssertTrue(producer.push(element)) }
        XCTAssertEqual((1...4).map { _ in consumer.pop() }, [1, 2, 3, 4])
        XCTAssertNil(consumer.pop())
    }

    func testTheFillerIsNeverSeen() {
        let queue = SPSCQueue<Int, 2>(filler: -1)
        var producer = queue.takeProducer()
        var consumer = queue.takeConsumer()
        XCTAssertNil(consumer.pop())
        XCTAssertTrue(producer.push(5))
        XCTAssertEqual(consumer.pop(), 5)
        XCTAssertNil(consumer.pop())
    }

    func testHoldsItsWholeCapacityAndThenRefuses() {
        let queue = SPSCQueue<Int, 4>(filler: 0)
        var producer = queue.takeProducer()
        var consumer = queue.takeConsumer()
        for element in 1...4 { XCTAssertTrue(producer.push(element)) }
        XCTAssertFalse(producer.push(5))
        XCTAssertEqual(queue.count, 4)
        XCTAssertEqual(consumer.pop(), 1)
        XCTAssertTrue(producer.push(6))
        XCTAssertEqual((1...4).map { _ in consumer.pop() }, [2, 3, 4, 6])
    }

    func testACapacityOfOneWorks() {
        let queue = SPSCQueue<UInt8, 1>(filler: 0)
        var producer = queue.takeProducer()
        var consumer = queue.takeConsumer()
        for element in UInt8(0)..<10 {
            XCTAssertTrue(producer.push(element))
            XCTAssertFalse(producer.push(99))
            XCTAssertEqual(consumer.pop(), element)
        }
    }

    func testCountFollowsPushesAndPops() {
        let queue = SPSCQueue<Int, 8>(filler: 0)
        var producer = queue.takeProducer()
        var consumer = queue.takeConsumer()
        for element in 0..<8 {
            XCTAssertEqual(queue.count, element)
            _ = producer.push(element)
        }
        for left in (0..<8).reversed() {
            _ = consumer.pop()
            XCTAssertEqual(queue.count, left)
        }
    }

    /// Every fill level at every place of the ring, for thousands of laps.
    func testStaysInOrderForManyLaps() {
        let queue = SPSCQueue<Int, 8>(filler: 0)
        var producer = queue.takeProducer()
        var consumer = queue.takeConsumer()
        var next = 0
        var expected = 0
        for round in 0..<20_000 {
            for _ in 0..<round % 9 where producer.push(next) { next += 1 }
            for _ in 0..<(round / 9) % 9 {
                guard let element = consumer.pop() else { break }
                XCTAssertEqual(element, expected)
                expected += 1
            }
            XCTAssertEqual(queue.count, next - expected)
        }
        XCTAssertGreaterThan(expected, 8 * 5000)
    }

    /// An end that is given back may be taken again, by another driver say, and goes on where the last one was.
    func testAnEndThatIsGivenBackCanBeTakenAgain() {
        let queue = SPSCQueue<Int, 4>(filler: 0)
        do {
            var producer = queue.takeProducer()
            XCTAssertTrue(producer.push(1))
        }
        do {
            var producer = queue.takeProducer()
            var consumer = queue.takeConsumer()
            XCTAssertTrue(producer.push(2))
            XCTAssertEqual(consumer.pop(), 1)
        }
        var consumer = queue.takeConsumer()
        XCTAssertEqual(consumer.pop(), 2)
        XCTAssertNil(consumer.pop())
    }

    /// What an element consists of arrives together, and the consumer never counts an element that is not there.
    func testOneThreadProducesWhileAnotherConsumes() {
        struct Pair: BitwiseCopyable, Sendable {
            let value: UInt32
            let complement: UInt32
        }
        final class Shared: Sendable {
            let queue = SPSCQueue<Pair, 64>(filler: Pair(value: 0, complement: 0))
        }
        let shared = Shared()
        var consumer = shared.queue.takeConsumer()
        let elements: UInt32 = 1_000_000
        let thread = Thread {
            var producer = shared.queue.takeProducer()
            for value in 0..<elements {
                while !producer.push(Pair(value: value, complement: ~value)) { sched_yield() }
            }
        }
        thread.start()
        var wrong = 0
        for expected in 0..<elements {
            var element = consumer.pop()
            while element == nil {
                sched_yield()
                element = consumer.pop()
            }
            if element!.value != expected || element!.complement != ~expected { wrong += 1 }
        }
        XCTAssertEqual(wrong, 0)
        XCTAssertNil(consumer.pop())
    }
}
