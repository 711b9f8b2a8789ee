// The queue of a worker and its thieves: order, limits, shares, and three threads at once.
import Foundation
import XCTest

@testable import HostExecutor

final class StealQueueTests: XCTestCase {
    // SAFETY of both casts: the queue moves jobs and looks into none, and these are never run.
    private static func job(_ number: Int) -> UnownedJob { unsafeBitCast(number, to: UnownedJob.self) }
    private static func number(_ job: UnownedJob?) -> Int? { job.map { unsafeBitCast($0, to: Int.self) } }

    private func fill(_ queue: StealQueue, _ numbers: ClosedRange<Int>) {
        for (index, number) in numbers.enumerated() { XCTAssertEqual(queue.push(Self.job(number)), index) }
    }

    private func drain(_ queue: StealQueue) -> [Int] {
        var numbers: [Int] = []
        while let number = Self.number(queue.pop()) { numbers.append(number) }
        return numbers
    }

    func testComesOutInTheOrderItWentIn() {
        let queue = StealQueue()
        XCTAssertNil(queue.pop())
        fill(queue, 1...5)
        XCTAssertEqual(queue.count, 5)
        XCTAssertEqual(drain(queue), [1, 2, 3, 4, 5])
        XCTAssertEqual(queue.count, 0)
    }

    func testAFullQueueRefuses() {
        let queue = StealQueue()
        fill(queue, 1...StealQueue.capacity)
        XCTAssertNil(queue.push(Self.job(1000)))
        XCTAssertEqual(Self.number(queue.pop()), 1)
        XCTAssertEqual(queue.push(Self.job(1000)), StealQueue.capacity - 1)
        XCTAssertEqual(drain(queue), Array(2...StealQueue.capacity) + [1000])
    }

    func testAThiefTakesTheFirstHalfRoundedUp() {
        for (count, share) in [(1, 1), (2, 1), (3, 2), (7, 4), (256, 128)] {
            let (queue, thief) = (StealQueue(), StealQueue())
            fill(queue, 1...count)
            XCTAssertEqual(Self.number(queue.steal(atLeast: 1, into: thief)), 1)
            XCTAssertEqual(drain(thief), Array(1...count).dropFirst().prefix(share - 1).map { $0 })
            XCTAssertEqual(drain(queue), Array(1...count).dropFirst(share).map { $0 })
        }
    }

    func testAThiefLeavesTooFew() {
        let (queue, thief) = (StealQueue(), StealQueue())
        XCTAssertNil(queue.steal(atLeast: 1, into: thief))
        fill(queue, 1...1)
        XCTAssertNil(queue.steal(atLeast: 2, into: thief))
        XCTAssertEqual(drain(queue), [1])
    }

    /// Many laps at every fill level: the indices pass the end of the ring wherever they can.
    func testStaysInOrderForManyLaps() {
        let queue = StealQueue()
        var (next, expected, wrong) = (1, 1, 0)
        for round in 0..<20_000 {
            for _ in 0..<round % 37 where queue.push(Self.job(next)) != nil { next += 1 }
            for _ in 0..<round % 41 {
                guard let number = Self.number(queue.pop()) else { break }
                if number != expected { wrong += 1 }
                expected += 1
            }
        }
        XCTAssertEqual(wrong, 0)
        XCTAssertGreaterThan(expected, StealQueue.capacity * 100)
    }

    /// The owner pushes and pops while two thieves steal: every job comes out once, and to nobody two out of order.
    func testEveryJobIsTakenOnceWhileThievesAreAtWork() {
        let total = 300_000
        let queue = StealQueue()
        let taken = (0...total).map { _ in Counter() }
        let outOfOrder = Counter()
        let remaining = Counter()
        remaining.add(total)

        @Sendable func take(_ job: UnownedJob, after last: inout Int) {
            let number = Self.number(job)!
            taken[number].add()
            if number <= last { outOfOrder.add() }
            last = number
            remaining.add(-1)
        }
        let thieves = (0..<2).map { _ in
            let ended = DispatchSemaphore(value: 0)
            Thread {
                let own = StealQueue()
                var last = 0
                while remaining.value > 0 {
                    guard let job = queue.steal(atLeast: 1, into: own) else {
                        sched_yield()
                        continue
                    }
                    take(job, after: &last)
                    while let job = own.pop() { take(job, after: &last) }
                }
                ended.signal()
            }.start()
            return ended
        }
        var next = 1
        var last = 0
        while next <= total {
            // Bursts, so that thieves meet it full, nearly empty and empty.
            for _ in 0..<1 + next % 300 where next <= total && queue.push(Self.job(next)) != nil { next += 1 }
            for _ in 0..<next % 97 {
                guard let job = queue.pop() else { break }
                take(job, after: &last)
            }
        }
        while let job = queue.pop() { take(job, after: &last) }
        for thief in thieves { thief.wait() }
        XCTAssertEqual(taken.dropFirst().filter { $0.value != 1 }.count, 0)
        XCTAssertEqual(outOfOrder.value, 0)
        XCTAssertEqual(queue.count, 0)
    }
}
