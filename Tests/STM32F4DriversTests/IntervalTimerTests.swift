// General-purpose timers as interval timers, awaited by the same code as those of the MPS2 boards.
import CortexM
import Interfaces
import STM32F4Drivers
import SimulatedChip
import Tasks
import Timers
import XCTest

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var wide: IntervalTimer<TimerDevice<TIM2>>!
    nonisolated(unsafe) static var narrow: IntervalTimer<TimerDevice<TIM3>>!
    nonisolated(unsafe) static var notes: [String] = []

    @MainActor
    static func delay<Device: IntervalTimerDevice>(_ interval: Interval, by timer: IntervalTimer<Device>) async {
        do throws(IntervalTimerError) {
            try await timer.delay(interval)
            notes.append("over at \(SystemClock.now.microseconds)")
        } catch { notes.append("\(error) at \(SystemClock.now.microseconds)") }
    }
}

final class IntervalTimerTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    private func run(binding isBound: Bool = true, _ body: @escaping @MainActor () async -> Void) {
        Program.notes = []
        _ = board.chip.run(for: .seconds(100)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            let clocks = ClockOutcome(source: .crystal, coreClock: 168.megahertz)
            guard let wide = TIM2.take(), let narrow = TIM3.take() else { return XCTFail("somebody has it") }
            let (first, second) = (TimerDevice(wide, clocks: clocks), TimerDevice(narrow, clocks: clocks))
            Program.wide = IntervalTimer(first)
            Program.narrow = IntervalTimer(second)
            if isBound {
                Level4.bind(first.interruptLine) { Program.wide.handleInterrupt() }
                Level4.bind(second.interruptLine) { Program.narrow.handleInterrupt() }
            }
            startTask("test") { @MainActor in await body() }
        }
    }

    func testDelaysAreAsLongAsAsked() {
        run {
            await Program.delay(.microseconds(1), by: Program.wide)
            await Program.delay(.microseconds(60_000_000), by: Program.wide)
            await Program.delay(.microseconds(999), by: Program.narrow)
            // 1282 times 65,523 clocks are 5.8 microseconds more.
            await Program.delay(.microseconds(1_000_000), by: Program.narrow)
        }
        XCTAssertEqual(
            Program.notes, ["over at 1", "over at 60000001", "over at 60001000", "over at 61001005"])
    }

    func testTimesItCannotCountAreRefused() {
        run {
            await Program.delay(.microseconds(0), by: Program.wide)
            await Program.delay(.microseconds(0), by: Program.narrow)
            await Program.delay(.microseconds(.max), by: Program.narrow)
        }
        XCTAssertEqual(
            Program.notes,
            [
                "outOfRange(0 s) at 0", "outOfRange(0 s) at 0",
                "outOfRange(9223372036854.775807 s) at 0",
            ])
    }

    func testAnInterruptThatDoesNotComeIsATimeout() {
        run(binding: false) { await Program.delay(.microseconds(500), by: Program.narrow) }
        XCTAssertEqual(Program.notes, ["timeout at 2000"])
    }
}
