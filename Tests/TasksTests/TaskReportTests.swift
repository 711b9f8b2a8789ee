// What is known about tasks.
import SimulatedChip
import Tasks
import XCTest

final class TaskReportTests: XCTestCase {
    private func reports() -> [TaskReport] {
        var reports: [TaskReport] = []
        while let report = TaskReport.at(reports.count) { reports.append(report) }
        return reports
    }

    private func name(_ report: TaskReport) -> String { String(cString: report.name) }

    func testTasksAreListedByNameInTheOrderTheyWereStarted() {
        _ = runOnBareChip(for: .milliseconds(1)) {
            startTask("console") {}
            startTask("led") {}
        }
        XCTAssertEqual(reports().map(name), ["console", "led"])
        XCTAssertNil(TaskReport.at(2))
    }

    func testAChipThatStartsAgainKnowsItsOwnTasksAlone() {
        _ = runOnBareChip(for: .milliseconds(1)) { startTask("first") {} }
        _ = runOnBareChip(for: .milliseconds(1)) { startTask("second") {} }
        XCTAssertEqual(reports().map(name), ["second"])
    }

    func testATaskThatReturnsIsFinishedAndOneThatWaitsIsNot() {
        _ = runOnBareChip(for: .milliseconds(10)) {
            startTask("short") { @MainActor in await sleep(for: .milliseconds(2)) }
            startTask("long") { @MainActor in await sleep(for: .seconds(1)) }
        }
        XCTAssertEqual(reports().map(\.isFinished), [true, false])
    }

    func testEachTurnIsAWake() {
        _ = runOnBareChip(for: .milliseconds(10)) {
            startTask("once") {}
            startTask("five times") { @MainActor in
                for _ in 0..<4 { await sleep(for: .milliseconds(1)) }
            }
        }
        let wakes = reports().map(\.wakes)
        XCTAssertEqual(wakes[0], 1)
        // Going to thread mode is a turn of its own.
        XCTAssertEqual(wakes[1], 6)
    }
}
