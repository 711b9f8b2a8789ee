// The independent watchdog: how long it waits, who keeps it from biting, and what it refuses.
import CortexM
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

final class WatchdogTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    /// Starts a program with the watchdog, or without if that fails; answers how and when it ended.
    private func run(
        within time: Interval, for limit: Interval = .seconds(100), feeding interval: Interval? = nil, times: Int = .max
    ) -> (outcome: SimulatedChip.Outcome, milliseconds: UInt64, error: Watchdog.StartError?) {
        var error: Watchdog.StartError?
        let begin = board.chip.cycles
        let outcome = board.chip.run(for: limit) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let peripheral = IWDG.take() else { return XCTFail("somebody has it") }
            do throws(Watchdog.StartError) {
                let watchdog = try Watchdog(peripheral, within: time)
                guard let interval else { return }
                startFeeder(watchdog, interval, times)
            } catch let caught { error = caught }
        }
        return (outcome, (board.chip.cycles - begin) / 168_000, error)
    }

    private func startFeeder(_ watchdog: consuming Watchdog, _ interval: Interval, _ times: Int) {
        Feeder.watchdog = consume watchdog
        startTask("feeder") { @MainActor in
            var left = times
            while left > 0 {
                await sleep(for: interval)
                Feeder.watchdog?.feed()
                left -= 1
            }
        }
    }

    func testItBitesWhenItsTimeIsUp() {
        for milliseconds in [1, 2, 100, 512, 513, 5000, 32_768] as [Int64] {
            let end = run(within: .milliseconds(milliseconds))
            XCTAssertEqual(end.outcome, .reset)
            XCTAssertEqual(Double(end.milliseconds), Double(milliseconds), accuracy: Double(milliseconds) * 0.01 + 1)
        }
    }

    func testItDoesNotBiteWhoFeedsIt() {
        let end = run(within: .milliseconds(100), for: .seconds(10), feeding: .milliseconds(60))
        XCTAssertEqual(end.outcome, .outOfTime)
    }

    func testItBitesWhoStops() {
        let end = run(within: .milliseconds(100), for: .seconds(10), feeding: .milliseconds(50), times: 10)
        XCTAssertEqual(end.outcome, .reset)
        XCTAssertEqual(Double(end.milliseconds), 600, accuracy: 2)
    }

    func testTimesItCannotCountAreRefused() {
        for time in [.zero, .microseconds(999), .milliseconds(32_769), .seconds(.max), .seconds(-1)] as [Interval] {
            let end = run(within: time, for: .milliseconds(10))
            XCTAssertEqual(end.error, .outOfRange(time))
            XCTAssertEqual(end.outcome, .outOfTime)
        }
    }

    func testOneThatDoesNotTakeItsSettings() {
        board.watchdog.isStuck = true
        XCTAssertEqual(run(within: .milliseconds(100), for: .milliseconds(1)).error, .timeout)
    }
}

private enum Feeder {
    // SAFETY: a simulated chip has one thread.
    nonisolated(unsafe) static var watchdog: Watchdog?
}
