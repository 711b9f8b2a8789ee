// The checker against the litmus tests of the memory model: the outcomes that it finds are those that C++11 allows, all of them.
import ModelChecking
import XCTest

final class LitmusTests: XCTestCase {
    private final class Locations {
        let x = Atomic<UInt32>(0)
        let y = Atomic<UInt32>(0)
    }

    /// Every outcome of some threads, each of which returns what it has read.
    private func outcomes(_ threads: [(Locations) -> [UInt32]]) -> Set<[UInt32]> {
        var found: Set<[UInt32]> = []
        let exploration = explore {
            let locations = Locations()
            let results = Results(count: threads.count)
            return Scenario(threads: threads.indices.map { index in { results.values[index] = threads[index](locations) } }) {
                found.insert(results.values.flatMap { $0 })
            }
        }
        XCTAssertNil(exploration.failure)
        XCTAssertEqual(exploration.cut, 0)
        return found
    }

    private final class Results {
        var values: [[UInt32]]
        init(count: Int) { values = Array(repeating: [], count: count) }
    }

    // MARK: - Message passing

    private func messagePassing(_ store: AtomicStoreOrdering, _ load: AtomicLoadOrdering) -> Set<[UInt32]> {
        outcomes([
            {
                $0.x.store(1, ordering: .relaxed)
                $0.y.store(1, ordering: store)
                return []
            },
            { [$0.y.load(ordering: load), $0.x.load(ordering: .relaxed)] },
        ])
    }

    func testMessagePassing() {
        XCTAssertEqual(messagePassing(.releasing, .acquiring), [[0, 0], [0, 1], [1, 1]])
        let all: Set<[UInt32]> = [[0, 0], [0, 1], [1, 0], [1, 1]]
        XCTAssertEqual(messagePassing(.relaxed, .acquiring), all)
        XCTAssertEqual(messagePassing(.releasing, .relaxed), all)
    }

    func testMessagePassingByFences() {
        let found = outcomes([
            {
                $0.x.store(1, ordering: .relaxed)
                atomicMemoryFence(ordering: .releasing)
                $0.y.store(1, ordering: .relaxed)
                return []
            },
            {
                let flag = $0.y.load(ordering: .relaxed)
                atomicMemoryFence(ordering: .acquiring)
                return [flag, $0.x.load(ordering: .relaxed)]
            },
        ])
        XCTAssertEqual(found, [[0, 0], [0, 1], [1, 1]])
    }

    /// An update of another thread's continues what a releasing store has begun (release sequence).
    func testAReleaseSequence() {
        let found = outcomes([
            {
                $0.x.store(1, ordering: .relaxed)
                $0.y.store(1, ordering: .releasing)
                return []
            },
            { [$0.y.wrappingAdd(1, ordering: .relaxed).oldValue] },
            { [$0.y.load(ordering: .acquiring), $0.x.load(ordering: .relaxed)] },
        ])
        XCTAssertTrue(found.contains([1, 2, 1]))
        XCTAssertFalse(found.contains([1, 2, 0]))
    }

    // MARK: - Stores that are seen late, and in other orders

    private func storeBuffering(_ fence: AtomicUpdateOrdering) -> Set<[UInt32]> {
        outcomes([
            {
                $0.x.store(1, ordering: .releasing)
                atomicMemoryFence(ordering: fence)
                return [$0.y.load(ordering: .acquiring)]
            },
            {
                $0.y.store(1, ordering: .releasing)
                atomicMemoryFence(ordering: fence)
                return [$0.x.load(ordering: .acquiring)]
            },
        ])
    }

    func testStoreBuffering() {
        XCTAssertEqual(storeBuffering(.acquiringAndReleasing), [[0, 0], [0, 1], [1, 0], [1, 1]])
        XCTAssertEqual(storeBuffering(.sequentiallyConsistent), [[0, 1], [1, 0], [1, 1]])
    }

    /// Independent reads of independent writes: two readers may disagree on the order.
    func testIndependentReadsOfIndependentWrites() {
        let found = outcomes([
            {
                $0.x.store(1, ordering: .releasing)
                return []
            },
            {
                $0.y.store(1, ordering: .releasing)
                return []
            },
            { [$0.x.load(ordering: .acquiring), $0.y.load(ordering: .acquiring)] },
            { [$0.y.load(ordering: .acquiring), $0.x.load(ordering: .acquiring)] },
        ])
        XCTAssertEqual(found.count, 16)
        XCTAssertTrue(found.contains([1, 0, 1, 0]))
    }

    /// Two threads write two locations in opposite orders: each location may keep what was written first.
    func testTwoWritesTwice() {
        final class Last { var values: [UInt32] = [] }
        var found: Set<[UInt32]> = []
        _ = explore {
            let locations = Locations()
            return Scenario(threads: [
                {
                    locations.x.store(1, ordering: .relaxed)
                    locations.y.store(2, ordering: .relaxed)
                },
                {
                    locations.y.store(1, ordering: .relaxed)
                    locations.x.store(2, ordering: .relaxed)
                },
            ]) {
                found.insert([locations.x.load(ordering: .relaxed), locations.y.load(ordering: .relaxed)])
            }
        }
        XCTAssertEqual(found, [[1, 1], [1, 2], [2, 1], [2, 2]])
    }

    // MARK: - Coherence

    /// Two loads of one location do not go back in modification order.
    func testReadsOfOneLocationAreCoherent() {
        let found = outcomes([
            {
                $0.x.store(1, ordering: .relaxed)
                $0.x.store(2, ordering: .relaxed)
                return []
            },
            { [$0.x.load(ordering: .relaxed), $0.x.load(ordering: .relaxed)] },
        ])
        XCTAssertEqual(found, [[0, 0], [0, 1], [0, 2], [1, 1], [1, 2], [2, 2]])
    }

    func testUpdatesAreAtomic() {
        let found = outcomes(
            Array(repeating: { [$0.x.wrappingAdd(1, ordering: .relaxed).oldValue] }, count: 3))
        XCTAssertEqual(found.count, 6)
        XCTAssertTrue(found.allSatisfy { $0.sorted() == [0, 1, 2] })
    }

    /// Of two that expect the same value one succeeds, and a store does not come between what an update reads and writes.
    func testACompareExchangeSucceedsOnce() {
        let found = outcomes([
            { [$0.x.compareExchange(expected: 0, desired: 1, ordering: .relaxed).exchanged ? 1 : 0] },
            { [$0.x.compareExchange(expected: 0, desired: 2, ordering: .relaxed).exchanged ? 1 : 0] },
        ])
        XCTAssertEqual(found, [[0, 1], [1, 0]])
    }

    // MARK: - Races

    private func raced(_ store: AtomicStoreOrdering) -> String? {
        explore {
            let locations = Locations()
            let cell = UnsafeMutablePointer<Int>.allocate(capacity: 1)
            return Scenario(threads: [
                {
                    PlainMemory.willWrite(cell)
                    locations.x.store(1, ordering: store)
                },
                { if locations.x.load(ordering: .acquiring) == 1 { PlainMemory.willRead(cell) } },
            ]) { cell.deallocate() }
        }.failure
    }

    func testARaceIsFound() {
        XCTAssertNil(raced(.releasing))
        XCTAssertTrue(raced(.relaxed)?.contains("a read by thread 1 races with a write by thread 0") ?? false)
    }

    /// The orders of independent operations are not told apart.
    func testIndependentOperationsAreExploredOnce() {
        var result = explore {
            let locations = Locations()
            return Scenario(threads: [
                { for value in 1...4 { locations.x.store(UInt32(value), ordering: .relaxed) } },
                { for value in 1...4 { locations.y.store(UInt32(value), ordering: .relaxed) } },
            ])
        }
        XCTAssertEqual(result.executions, 1)
        result = explore(limit: 10) {
            let locations = Locations()
            return Scenario(threads: [
                { while locations.x.load(ordering: .relaxed) == 0 {} }, { locations.x.store(1, ordering: .relaxed) },
            ])
        }
        XCTAssertGreaterThan(result.cut, 0)
        XCTAssertNil(result.failure)
    }
}
