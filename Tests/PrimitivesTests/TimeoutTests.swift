import Tasks
import XCTest

private final class Box: Sendable {
    let signal = Signal()
}

final class TimeoutTests: XCTestCase {
    func testAnOperationInTime() {
        simulate {
            let result = await withTimeout(.milliseconds(10)) {
                await sleep(for: .milliseconds(4))
                return 7
            }
            XCTAssertEqual(result, 7)
            XCTAssertEqual(SystemClock.now.microseconds, 4000)
        }
    }

    func testALateOneIsCancelledAndWaitedFor() {
        simulate {
            let (box, trace) = (Box(), Trace())
            let result = await withTimeout(.milliseconds(10)) {
                let notified = await box.signal.wait()
                await trace.add("notified: \(notified)")
                return 7
            }
            XCTAssertNil(result)
            XCTAssertEqual(SystemClock.now.microseconds, 10_000)
            XCTAssertEqual(trace.entries, ["notified: false"])
        }
    }

    func testOneThatDoesNotHeedCancellationIsWaitedFor() {
        simulate {
            let result = await withTimeout(.milliseconds(2)) {
                let end = SystemClock.now + .milliseconds(6)
                while SystemClock.now < end {
                    // Not cancellable: a task of its own sleeps.
                    await Task { _ = await sleep(for: .milliseconds(1)) }.value
                }
                return 7
            }
            XCTAssertNil(result)
            XCTAssertEqual(SystemClock.now.microseconds, 6000)
        }
    }

    func testTheTasksOwnCancellationReachesTheOperation() {
        simulate {
            let box = Box()
            let task = Task { await withTimeout(.seconds(1000)) { await box.signal.wait() } }
            await settle()
            task.cancel()
            let result = await task.value
            XCTAssertEqual(result, false)
            XCTAssertEqual(SystemClock.now.microseconds, 0)
        }
    }
}
