import Tasks
import XCTest

private final class Box: Sendable {
    let mutex = AsyncMutex<[String]>([])
}

private enum Refusal: Error { case full }

final class AsyncMutexTests: XCTestCase {
    func testTurnsAreWholeAndInOrder() {
        simulate {
            let box = Box()
            for name in ["a", "b", "c"] {
                Task {
                    for _ in 0..<2 {
                        await box.mutex.withLock { value in
                            value.append("\(name) in")
                            await sleep(for: .milliseconds(1))
                            value.append("\(name) out")
                        }
                    }
                }
            }
            await sleep(for: .milliseconds(50))
            let entries = await box.mutex.withLock { $0 }
            XCTAssertEqual(
                entries,
                ["a", "b", "c", "a", "b", "c"].flatMap { ["\($0) in", "\($0) out"] })
        }
    }

    func testABodyThatThrowsGivesTheTurnOn() {
        simulate {
            let box = Box()
            let failing = Task { () async -> Bool in
                do throws(Refusal) {
                    try await box.mutex.withLock { value async throws(Refusal) in
                        value.append("changed")
                        await sleep(for: .milliseconds(1))
                        throw Refusal.full
                    }
                    return false
                } catch {
                    return error == .full
                }
            }
            await settle()
            let entries = await box.mutex.withLock { $0 }
            let failed = await failing.value
            XCTAssertTrue(failed)
            XCTAssertEqual(entries, ["changed"])
        }
    }

    func testACancelledTaskStillHasItsTurn() {
        simulate {
            let (box, trace) = (Box(), Trace())
            Task {
                await box.mutex.withLock { _ in
                    await sleep(for: .milliseconds(5))
                    trace.add("holder")
                }
            }
            await settle()
            let waiting = Task { await box.mutex.withLock { _ in trace.add("cancelled") } }
            await settle()
            waiting.cancel()
            await waiting.value
            XCTAssertEqual(trace.entries, ["holder", "cancelled"])
        }
    }
}
