// The pool and the static cell: places that come and go, values that end, and threads at once.
import Foundation
import Memory
import Synchronization
import XCTest

final class PoolTests: XCTestCase {
    /// Counts how many of it there are.
    private struct Counted: ~Copyable, Sendable {
        static let alive = Atomic<Int>(0)
        var number: Int
        init(_ number: Int) {
            self.number = number
            Self.alive.wrappingAdd(1, ordering: .relaxed)
        }
        deinit { Self.alive.wrappingSubtract(1, ordering: .relaxed) }
    }

    private func expect(_ value: borrowing PoolValue<Counted>, _ number: Int) {
        let found = value.value.number
        XCTAssertEqual(found, number)
    }

    func testPlacesComeAndGo() {
        let pool = Pool<Counted, 3>()
        do {
            guard let first = pool.take(Counted(1)), var second = pool.take(Counted(2)), let third = pool.take(Counted(3))
            else { return XCTFail("no place") }
            XCTAssertTrue(pool.take(Counted(4)) == nil)
            XCTAssertEqual(Counted.alive.load(ordering: .relaxed), 3)
            expect(first, 1)
            second.value.number = 20
            expect(second, 20)
            expect(third, 3)
            _ = consume second
            XCTAssertEqual(Counted.alive.load(ordering: .relaxed), 2)
            guard let fourth = pool.take(Counted(5)) else { return XCTFail("no place") }
            expect(fourth, 5)
        }
        XCTAssertEqual(Counted.alive.load(ordering: .relaxed), 0)
        for round in 0..<1000 {
            guard let one = pool.take(Counted(round)), let two = pool.take(Counted(-round)) else { return XCTFail("no place") }
            expect(one, round)
            expect(two, -round)
        }
    }

    func testAPoolOfOne() {
        let pool = Pool<Counted, 1>()
        for round in 0..<10 {
            guard let place = pool.take(Counted(round)) else { return XCTFail("no place") }
            XCTAssertTrue(pool.take(Counted(-1)) == nil)
            expect(place, round)
        }
    }

    /// Each thread writes its own number into its places, and finds it there.
    func testFourThreadsTakeAndGiveBack() {
        final class Shared: Sendable {
            let pool = Pool<Int, 3>()
            let wrong = Atomic<Int>(0)
            let taken = Atomic<Int>(0)
        }
        let shared = Shared()
        let group = DispatchGroup()
        for thread in 0..<4 {
            group.enter()
            Thread {
                for round in 0..<20_000 {
                    guard let place = shared.pool.take(thread << 32 | round) else {
                        sched_yield()
                        continue
                    }
                    shared.taken.wrappingAdd(1, ordering: .relaxed)
                    let value = place.value
                    if value != thread << 32 | round { shared.wrong.wrappingAdd(1, ordering: .relaxed) }
                }
                group.leave()
            }.start()
        }
        group.wait()
        XCTAssertEqual(shared.wrong.load(ordering: .relaxed), 0)
        XCTAssertGreaterThan(shared.taken.load(ordering: .relaxed), 20_000)
        guard let one = shared.pool.take(1), let two = shared.pool.take(2), let three = shared.pool.take(3)
        else { return XCTFail("a place is lost") }
        let sum = one.value + two.value + three.value
        XCTAssertEqual(sum, 6)
    }

    func testACellKeepsItsValueWhereItIs() {
        enum Static { static let cell = StaticCell<Counted>() }
        let reference = Static.cell.initialize(Counted(5))
        let copy = reference
        let number = copy.value.number
        XCTAssertEqual(number, 5)
        XCTAssertEqual(Counted.alive.load(ordering: .relaxed), 1)
        // It lives as long as the program.
        Counted.alive.store(0, ordering: .relaxed)
    }
}
