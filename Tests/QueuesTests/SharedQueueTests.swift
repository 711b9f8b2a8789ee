// The queues that several contexts push into: order, limits, laps, the wrap of their positions, and threads at once.
import Foundation
import XCTest

@testable import Queues

final class SharedQueueTests: XCTestCase {
    func testComesOutInTheOrderItWentIn() {
        let queue = MPSCQueue<Int, 4>(filler: 0)
        var consumer = queue.takeConsumer()
        XCTAssertNil(consumer.pop())
        for element in 1...4 { XCTAssertTrue(queue.push(element)) }
        XCTAssertFalse(queue.push(5))
        XCTAssertEqual(queue.count, 4)
        XCTAssertEqual((1...4).map { _ in consumer.pop() }, [1, 2, 3, 4])
        XCTAssertNil(consumer.pop())
        XCTAssertEqual(consumer.count, 0)
    }

    func testBothKindsStayInOrderForManyLaps() {
        let single = MPSCQueue<Int, 8>(filler: 0)
        var consumer = single.takeConsumer()
        let many = MPMCQueue<Int, 2>(filler: 0)
        var (next, expected) = (0, 0)
        for round in 0..<20_000 {
            for _ in 0..<round % 9 where single.push(next) { next += 1 }
            for _ in 0..<round / 9 % 9 {
                guard let element = consumer.pop() else { break }
                XCTAssertEqual(element, expected)
                expected += 1
            }
            XCTAssertEqual(single.count, next - expected)
            XCTAssertTrue(many.push(round * 2))
            XCTAssertTrue(many.push(round * 2 + 1))
            XCTAssertFalse(many.push(-1))
            XCTAssertEqual(many.pop(), round * 2)
            XCTAssertEqual(many.pop(), round * 2 + 1)
            XCTAssertNil(many.pop())
        }
        XCTAssertGreaterThan(expected, 8 * 5000)
    }

    func testTheConsumersEndCanBeGivenBack() {
        let queue = MPSCQueue<Int, 2>(filler: 0)
        XCTAssertTrue(queue.push(1))
        do {
            var consumer = queue.takeConsumer()
            XCTAssertEqual(consumer.pop(), 1)
        }
        XCTAssertTrue(queue.push(2))
        var consumer = queue.takeConsumer()
        XCTAssertEqual(consumer.pop(), 2)
    }

    /// Positions have 32 bits and wrap: here they do after eight of them.
    func testPositionsWrap() {
        let storage = RingStorage<Int, 4>(filler: 0)
        let ring = storage.ring
        let start = UInt32.max - 7
        ring.indices.pointee.tail.store(start, ordering: .relaxed)
        ring.indices.pointee.head.store(start, ordering: .relaxed)
        for index in 0..<4 { ring.turns[index].store(start & ~3, ordering: .relaxed) }
        for round in 0..<50 {
            for element in 0..<4 { XCTAssertTrue(ring.push(round * 4 + element)) }
            XCTAssertFalse(ring.push(-1))
            XCTAssertEqual(ring.count, 4)
            for element in 0..<4 { XCTAssertEqual(element % 2 == 0 ? ring.pop() : ring.popAlone(), round * 4 + element) }
            XCTAssertNil(ring.pop())
        }
    }

    // MARK: - Threads

    /// Runs a closure on so many threads at once, each with its number.
    private func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let group = DispatchGroup()
        for index in 0..<count {
            group.enter()
            Thread {
                body(index)
                group.leave()
            }.start()
        }
        group.wait()
    }

    func testThreeThreadsPushWhileAnotherPops() {
        final class Shared: @unchecked Sendable {
            // SAFETY of `@unchecked`: `seen` is the popping thread's, and read when it has ended.
            let queue = MPSCQueue<UInt32, 16>(filler: 0)
            var seen: [[UInt32]] = [[], [], []]
        }
        let shared = Shared()
        let each: UInt32 = 10_000
        onThreads(4) { thread in
            if thread < 3 {
                var element: UInt32 = 0
                while element < each {
                    if shared.queue.push(UInt32(thread) << 24 | element) { element += 1 } else { sched_yield() }
                }
            } else {
                var consumer = shared.queue.takeConsumer()
                var left = Int(each) * 3
                while left > 0 {
                    guard let element = consumer.pop() else {
                        sched_yield()
                        continue
                    }
                    shared.seen[Int(element >> 24)].append(element & 0xFF_FFFF)
                    left -= 1
                }
            }
        }
        for seen in shared.seen { XCTAssertTrue(seen.elementsEqual(0..<each)) }
    }

    func testTwoThreadsPushWhileTwoPop() {
        final class Shared: @unchecked Sendable {
            // SAFETY of `@unchecked`: each of `seen` is one thread's, and read when it has ended.
            let queue = MPMCQueue<UInt32, 8>(filler: 0)
            let seen = UnsafeMutablePointer<[UInt32]>.allocate(capacity: 2)
            let lock = NSLock()
            var left: Int
            init(_ count: Int) {
                left = count
                seen.initialize(repeating: [], count: 2)
            }
            func take() -> Bool {
                lock.withLock {
                    left -= 1
                    return left >= 0
                }
            }
        }
        let each: UInt32 = 10_000
        let shared = Shared(Int(each) * 2)
        onThreads(4) { thread in
            if thread < 2 {
                var element: UInt32 = 0
                while element < each {
                    if shared.queue.push(UInt32(thread) << 24 | element) { element += 1 } else { sched_yield() }
                }
            } else {
                var own: [UInt32] = []
                while shared.take() {
                    var element = shared.queue.pop()
                    while element == nil {
                        sched_yield()
                        element = shared.queue.pop()
                    }
                    own.append(element!)
                }
                shared.seen[thread - 2] = own
            }
        }
        let all = shared.seen[0] + shared.seen[1]
        XCTAssertEqual(all.count, Int(each) * 2)
        XCTAssertEqual(Set(all).count, all.count)
        for consumer in 0..<2 {
            for producer in 0..<2 {
                let own = shared.seen[consumer].filter { $0 >> 24 == UInt32(producer) }
                XCTAssertEqual(own, own.sorted())
            }
        }
    }
}
