// What levels share under a ceiling, on the simulated chip.
import CortexM
import SimulatedChip
import Tasks
import XCTest

private let inner = CeilingMutex<Level2, Int>(0)
private let permits = Semaphore(permits: 1)
private let shared = CeilingMutex<Level4, [String]>([])

final class CeilingMutexTests: XCTestCase {
    func testOnlyLevelsAboveTheCeilingComeThrough() {
        let trace = Trace.of {
            Level2.bind(line(1)) { Trace.add("2") }
            Level4.bind(line(2)) { Trace.add("4") }
            Level5.bind(line(3)) { Trace.add("5") }
            startTask("task") { @MainActor in
                MainActor.withLock(shared) { value in
                    for number in 1...3 { NVIC.pend(line(number)) }
                    Trace.add("locked")
                    value.append("changed")
                }
                Trace.add("unlocked")
                Trace.add(MainActor.withLock(shared) { $0.joined() })
            }
        }
        XCTAssertEqual(trace, ["5", "locked", "4", "2", "unlocked", "changed"])
    }

    func testALockInsideALockHoldsBackTheHigherOfTheTwo() {
        let trace = Trace.of {
            Level3.bind(line(1)) { Trace.add("3") }
            startTask("task") { @MainActor in
                MainActor.withLock(shared) { _ in
                    MainActor.withLock(inner) { $0 += 1 }
                    NVIC.pend(line(1))
                    Trace.add("still locked")
                }
            }
        }
        XCTAssertEqual(trace, ["still locked", "3"])
    }
}

final class FairnessTests: XCTestCase {
    func testATaskThatNeverHasToWaitLetsOthersRun() {
        let trace = Trace.of {
            startTask("never waits") { @MainActor in
                while !Trace.entries.contains("ran") {
                    _ = await permits.acquire()
                    permits.release()
                }
                Trace.add("saw it")
            }
            startTask("other") { @MainActor in Trace.add("ran") }
        }
        XCTAssertEqual(trace, ["ran", "saw it"])
    }
}
