// Levels: who runs first, who interrupts whom, and where an await continues.
import CortexM
import SimulatedChip
import Tasks
import XCTest

@Level3 private func atLevel3(_ entry: String) { Trace.add(entry) }
@Level5 private func atLevel5(_ entry: String) { Trace.add(entry) }

@Level3 private var countAtLevel3 = 0
@Level3 private func incremented() -> Int {
    countAtLevel3 += 1
    return countAtLevel3
}

@Level5 private func fromLevel5ToLevel3() async {
    Trace.add("5 before")
    await atLevel3("3")
    Trace.add("5 after")
}

/// The level of the task that runs, as its report says.
private func currentLevel() -> Int { TaskReport.at(0)!.level }

final class LevelTests: XCTestCase {
    func testAPriorityIsTheMoreUrgentTheHigherTheLevel() {
        XCTAssertEqual(
            [Level1.priority, Level2.priority, Level3.priority, Level4.priority],
            [0x80, 0x70, 0x60, 0x50])
        XCTAssertEqual(
            [Level5.priority, Level6.priority, Level7.priority, Level8.priority],
            [0x40, 0x30, 0x20, 0x10])
    }

    func testThreadModeAwaitsALevelAndComesBack() {
        XCTAssertEqual(
            Trace.of {
                startTask("task") { @MainActor in
                    Trace.add("thread before")
                    await atLevel3("level")
                    Trace.add("thread after")
                }
            }, ["thread before", "level", "thread after"])
    }

    func testALevelAwaitsALowerOneAndComesBack() {
        XCTAssertEqual(
            Trace.of { startTask("task") { await fromLevel5ToLevel3() } }, ["5 before", "3", "5 after"])
    }

    func testATaskIsAtTheLevelThatItAwaits() {
        XCTAssertEqual(
            Trace.of {
                startTask("task") { @MainActor in
                    Trace.add("\(currentLevel())")
                    await { @Level7 in Trace.add("\(currentLevel())") }()
                    await { @Level1 in Trace.add("\(currentLevel())") }()
                    Trace.add("\(currentLevel())")
                }
            }, ["0", "7", "1", "0"])
    }

    func testWokenTasksRunHighestLevelFirstAndInOrderWithinOne() {
        XCTAssertEqual(
            Trace.of {
                startTask("thread") { @MainActor in
                    await sleep(until: Instant(microseconds: 5000))
                    Trace.add("thread")
                }
                for name in ["3a", "3b"] {
                    startTask("three") {
                        await { @Level3 in
                            await sleep(until: Instant(microseconds: 5000))
                            Trace.add(name)
                        }()
                    }
                }
                startTask("five") {
                    await { @Level5 in
                        await sleep(until: Instant(microseconds: 5000))
                        Trace.add("5")
                    }()
                }
            }, ["5", "3a", "3b", "thread"])
    }

    func testSeveralTasksShareALevelsStateWithoutLoss() {
        XCTAssertEqual(
            Trace.of {
                for _ in 0..<4 {
                    startTask("counter") { @MainActor in
                        for _ in 0..<25 {
                            let count = await incremented()
                            if count == 100 { Trace.add("all counted") }
                        }
                    }
                }
            }, ["all counted"])
    }
}

final class BoundHandlerTests: XCTestCase {
    func testAHandlerRunsInsideTheAccessThatPendsItsLine() {
        XCTAssertEqual(
            Trace.of {
                Level4.bind(line(9)) { Trace.add("handler") }
                startTask("task") { @MainActor in
                    Trace.add("before")
                    NVIC.pend(line(9))
                    Trace.add("after")
                }
            }, ["before", "handler", "after"])
    }

    func testBindingGivesTheLineItsLevelsPriorityAndForgetsWhatWasPending() {
        XCTAssertEqual(
            Trace.of {
                NVIC.pend(line(9))
                Level4.bind(line(9)) { Trace.add("handler") }
                XCTAssertTrue(NVIC.isEnabled(line(9)))
                XCTAssertEqual(NVIC.priority(of: line(9)), Level4.priority)
            }, [])
    }

    func testAHigherLevelsHandlerPreemptsAndALowerOnesWaits() {
        XCTAssertEqual(
            Trace.of {
                Level4.bind(line(1)) {
                    Trace.add("4 begins")
                    NVIC.pend(line(2))
                    NVIC.pend(line(3))
                    Trace.add("4 ends")
                }
                Level2.bind(line(2)) { Trace.add("2") }
                Level8.bind(line(3)) { Trace.add("8") }
                startTask("task") { @MainActor in
                    NVIC.pend(line(1))
                    Trace.add("thread")
                }
            }, ["4 begins", "8", "4 ends", "2", "thread"])
    }

    func testHandlersNestAsDeepAsThereAreLevels() {
        XCTAssertEqual(
            Trace.of {
                Level1.bind(line(1)) {
                    NVIC.pend(line(2))
                    Trace.add("1")
                }
                Level3.bind(line(2)) {
                    NVIC.pend(line(3))
                    Trace.add("3")
                }
                Level6.bind(line(3)) {
                    NVIC.pend(line(4))
                    Trace.add("6")
                }
                Level8.bind(line(4)) {
                    NVIC.pend(line(1))
                    Trace.add("8")
                    NVIC.disable(line(1))
                }
                NVIC.pend(line(1))
            }, ["8", "6", "3", "1"])
    }

    func testAMaskedSectionHoldsEveryLevelOff() {
        XCTAssertEqual(
            Trace.of {
                Level1.bind(line(1)) { Trace.add("1") }
                Level8.bind(line(8)) { Trace.add("8") }
                startTask("task") { @MainActor in
                    withInterruptsMasked {
                        NVIC.pend(line(1))
                        withInterruptsMasked { NVIC.pend(line(8)) }
                        Trace.add("masked")
                    }
                    Trace.add("thread")
                }
            }, ["masked", "8", "1", "thread"])
    }

    func testAHandlerWakesATaskOfItsLevelWhichRunsBehindTheCodeItInterrupted() {
        XCTAssertEqual(
            Trace.of {
                Level5.bind(line(1)) {
                    Trace.add("handler")
                    bell.notify()
                }
                startTask("worker") {
                    await { @Level5 in
                        await bell.wait()
                        Trace.add("worker")
                    }()
                }
                startTask("cause") { @MainActor in
                    await sleep(for: .milliseconds(1))
                    NVIC.pend(line(1))
                    Trace.add("cause")
                    await Task.yield()
                    Trace.add("cause again")
                }
            }, ["handler", "cause", "worker", "cause again"])
    }
}

private let bell = Signal()
