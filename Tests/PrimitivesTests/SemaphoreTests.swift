import CortexM
import Tasks
import XCTest

private final class Box: Sendable {
    let semaphore: Semaphore
    init(permits: Int) { semaphore = Semaphore(permits: permits) }
}

private let fromInterrupt = Semaphore(permits: 0)

final class SemaphoreTests: XCTestCase {
    func testThereAreAsManyPermitsAsItWasMadeWith() {
        simulate {
            let semaphore = Semaphore(permits: 2)
            XCTAssertTrue(semaphore.tryAcquire())
            let second = await semaphore.acquire()
            XCTAssertTrue(second)
            XCTAssertFalse(semaphore.tryAcquire())
            semaphore.release()
            XCTAssertEqual(semaphore.available, 1)
        }
    }

    func testPermitsGoToTheWaitingInOrderAndNobodyPasses() {
        simulate {
            let (box, trace) = (Box(permits: 0), Trace())
            for name in ["a", "b", "c"] {
                Task {
                    let acquired = await box.semaphore.acquire()
                    trace.add("\(name) \(acquired)")
                }
            }
            await settle()
            box.semaphore.release()
            XCTAssertFalse(box.semaphore.tryAcquire(), "it is a's already")
            await settle()
            XCTAssertEqual(trace.entries, ["a true"])
            box.semaphore.release()
            box.semaphore.release()
            box.semaphore.release()
            await settle()
            XCTAssertEqual(trace.entries, ["a true", "b true", "c true"])
            XCTAssertEqual(box.semaphore.available, 1)
        }
    }

    func testAnInterruptReleases() {
        simulate {
            let line = InterruptLine(rawValue: 22)
            Level4.bind(line) { fromInterrupt.release() }
            let waiting = Task { await fromInterrupt.acquire() }
            await settle()
            NVIC.pend(line)
            let acquired = await waiting.value
            XCTAssertTrue(acquired)
            XCTAssertEqual(fromInterrupt.available, 0)
        }
    }

    func testACancelledTaskHoldsNoPermitUnlessItWasChosen() {
        simulate {
            let box = Box(permits: 0)
            let tasks = (0..<3).map { _ in Task { await box.semaphore.acquire() } }
            await settle()
            tasks[0].cancel()
            box.semaphore.release()
            tasks[1].cancel()
            box.semaphore.release()
            let acquired = [await tasks[0].value, await tasks[1].value, await tasks[2].value]
            XCTAssertEqual(acquired, [false, true, true])
            XCTAssertEqual(box.semaphore.available, 0)
        }
    }

    func testADeadlineEndsTheWait() {
        simulate {
            let semaphore = Semaphore(permits: 0)
            let acquired = await semaphore.acquire(until: SystemClock.now + .milliseconds(3))
            XCTAssertFalse(acquired)
            XCTAssertEqual(SystemClock.now.microseconds, 3000)
            semaphore.release()
            XCTAssertEqual(semaphore.available, 1)
        }
    }

    func testRandomOperationsDoWhatTheModelDoes() {
        for seed in 1...20 as ClosedRange<UInt64> {
            simulate {
                var random = SeededGenerator(seed: seed)
                let (box, trace) = (Box(permits: 2), Trace())
                var tasks: [Task<Void, Never>] = []
                // The model: permits, who waits, and who ended how.
                var free = 2
                var waiting: [Int] = []
                var expected: Set<String> = []
                for step in 0..<300 {
                    let id = tasks.count
                    switch Int.random(in: 0..<5, using: &random) {
                    case 0:
                        XCTAssertEqual(box.semaphore.tryAcquire(), free > 0)
                        free = max(free - 1, 0)
                    case 1:
                        box.semaphore.release()
                        if waiting.isEmpty { free += 1 } else { expected.insert("\(waiting.removeFirst()) true") }
                    case 2:
                        tasks.append(
                            Task {
                                let acquired = await box.semaphore.acquire()
                                trace.add("\(id) \(acquired)")
                            })
                        await settle()
                        if free > 0 {
                            free -= 1
                            expected.insert("\(id) true")
                        } else {
                            waiting.append(id)
                        }
                    case 3 where !tasks.isEmpty:
                        let id = Int.random(in: max(0, id - 5)..<id, using: &random)
                        tasks[id].cancel()
                        if waiting.contains(id) { expected.insert("\(id) false") }
                        waiting.removeAll { $0 == id }
                    default:
                        await settle()
                        XCTAssertEqual(Set(trace.entries), expected, "seed \(seed), step \(step)")
                        XCTAssertEqual(trace.entries.count, expected.count)
                    }
                    XCTAssertEqual(box.semaphore.available, free, "seed \(seed), step \(step)")
                }
                tasks.forEach { $0.cancel() }
            }
        }
    }
}
