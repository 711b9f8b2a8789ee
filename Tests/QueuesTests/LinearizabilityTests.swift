// Histories of threads at once, recorded, and held against what a queue does one call after the other: there has to be an order
// of the calls, each at a moment between its begin and its end, in which a plain queue answers the same (Herlihy and Wing).
import Foundation
import Queues
import Synchronization
import XCTest

/// A call that succeeded: a push, or a pop and what it took, between two moments.
struct RecordedCall: Equatable {
    let pushes: Bool
    let element: UInt32
    let begin: Int
    let end: Int
}

/// Whether there is such an order. The search of Wing and Gong: the next call is one that began before every other's end.
func isLinearizable(_ history: [RecordedCall]) -> Bool {
    struct State: Hashable {
        let left: Set<Int>
        let queue: [UInt32]
    }
    var refuted: Set<State> = []
    func search(_ left: Set<Int>, _ queue: [UInt32]) -> Bool {
        guard !left.isEmpty else { return true }
        let state = State(left: left, queue: queue)
        guard !refuted.contains(state) else { return false }
        let firstEnd = left.map { history[$0].end }.min()!
        for index in left where history[index].begin < firstEnd {
            let call = history[index]
            if call.pushes {
                if search(left.subtracting([index]), queue + [call.element]) { return true }
            } else if queue.first == call.element {
                if search(left.subtracting([index]), Array(queue.dropFirst())) { return true }
            }
        }
        refuted.insert(state)
        return false
    }
    return search(Set(history.indices), [])
}

final class LinearizabilityTests: XCTestCase {
    private final class Recording: @unchecked Sendable {
        // SAFETY of `@unchecked`: each thread appends to its own part, and they are read when all have ended.
        let queue = MPMCQueue<UInt32, 4>(filler: 0)
        let moment = Atomic<Int>(0)
        let ready = Atomic<Int>(0)
        let parts: UnsafeMutablePointer<[RecordedCall]>

        init(threads: Int) {
            parts = .allocate(capacity: threads)
            parts.initialize(repeating: [], count: threads)
        }

        func now() -> Int { moment.wrappingAdd(1, ordering: .sequentiallyConsistent).oldValue }

        func run(_ thread: Int, of threads: Int) {
            ready.wrappingAdd(1, ordering: .sequentiallyConsistent)
            while ready.load(ordering: .acquiring) < threads {}
            for index in 0..<5 {
                let begin = now()
                if (thread + index) % 2 == 0 {
                    let element = UInt32(thread * 10 + index)
                    guard queue.push(element) else { continue }
                    parts[thread].append(RecordedCall(pushes: true, element: element, begin: begin, end: now()))
                } else {
                    guard let element = queue.pop() else { continue }
                    parts[thread].append(RecordedCall(pushes: false, element: element, begin: begin, end: now()))
                }
            }
        }
    }

    func testRecordedHistoriesAreLinearizable() {
        let threads = 3
        var overlapping = 0
        for _ in 0..<400 {
            let recording = Recording(threads: threads)
            let group = DispatchGroup()
            for thread in 0..<threads {
                group.enter()
                Thread {
                    recording.run(thread, of: threads)
                    group.leave()
                }.start()
            }
            group.wait()
            let history = (0..<threads).flatMap { recording.parts[$0] }
            XCTAssertTrue(isLinearizable(history), "\(history)")
            if history.contains(where: { $0.end - $0.begin > 1 }) { overlapping += 1 }
        }
        XCTAssertGreaterThan(overlapping, 0, "no calls were at the same time")
    }

    func testTheSearchRefusesWhatIsNotLinearizable() {
        func push(_ element: UInt32, _ begin: Int, _ end: Int) -> RecordedCall {
            RecordedCall(pushes: true, element: element, begin: begin, end: end)
        }
        func pop(_ element: UInt32, _ begin: Int, _ end: Int) -> RecordedCall {
            RecordedCall(pushes: false, element: element, begin: begin, end: end)
        }
        XCTAssertTrue(isLinearizable([push(1, 0, 1), push(2, 2, 3), pop(1, 4, 5), pop(2, 6, 7)]))
        XCTAssertFalse(isLinearizable([push(1, 0, 1), push(2, 2, 3), pop(2, 4, 5), pop(1, 6, 7)]))
        // Two pushes at once may take either order, but both pops have to agree.
        XCTAssertTrue(isLinearizable([push(1, 0, 3), push(2, 1, 2), pop(2, 4, 5), pop(1, 6, 7)]))
        XCTAssertFalse(isLinearizable([push(1, 0, 1), pop(1, 2, 3), pop(1, 4, 5)]))
        XCTAssertFalse(isLinearizable([pop(1, 0, 1), push(1, 2, 3)]))
    }
}
