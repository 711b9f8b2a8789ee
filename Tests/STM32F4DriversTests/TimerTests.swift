// General-purpose timers: input capture, from the simulated timer through its interrupt to a task.
import CortexM
import Inputs
import Interfaces
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

/// What the image under test shares between its handlers and its tasks.
private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var wide: CaptureStream<CaptureInput<TIM2>, 4>!
    nonisolated(unsafe) static var narrow: CaptureStream<CaptureInput<TIM3>, 4>!
    nonisolated(unsafe) static var captures: [Capture] = []
}

final class TimerTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let clocks = ClockOutcome(source: .crystal, coreClock: 168.megahertz)

    /// Runs a program; `outside` is what happens to the pins, by the microsecond. Answers what was refused.
    @discardableResult
    private func run(
        for limit: Interval = .milliseconds(20), _ outside: [(Int, () -> Void)] = [],
        _ start: () throws(TimerError) -> Void
    ) -> TimerError? {
        Program.captures = []
        var rest = outside[...]
        var error: TimerError?
        let begin = board.chip.cycles
        _ = board.chip.run(
            for: limit, inStepsOf: .microseconds(1),
            whenIdle: {
                while let next = rest.first, next.0 <= Int((self.board.chip.cycles - begin) / 168) {
                    next.1()
                    rest.removeFirst()
                }
            }
        ) {
            SystemClock.start(coreClock: board.chip.coreClock)
            do throws(TimerError) { try start() } catch let caught { error = caught }
        }
        return error
    }

    /// Both edges of PB3, by TIM2 at a megahertz.
    private func startWide(_ edges: Edges) throws(TimerError) {
        guard let timer = TIM2.take(), let pin = PB3.take() else { return XCTFail("the pin is in use") }
        let capture = try InputCapture(timer, frequency: 1.megahertz, clocks: clocks)
        XCTAssertEqual(capture.frequency, 1.megahertz)
        let input = capture.input(try TIM2.channel2(pin), on: edges)
        Program.wide = CaptureStream(input)
        Level4.bind(input.interruptLine) { Program.wide.handleInterrupt() }
    }

    private func startListener(delay: Interval = .microseconds(0)) {
        startTask("listener") { @MainActor in
            await sleep(for: delay)
            for await capture in Program.wide { Program.captures.append(capture) }
        }
    }

    private func edges(_ times: Int...) -> [(Int, () -> Void)] {
        times.enumerated().map { index, time in (time, { self.board.timer2.drive(2, index % 2 == 0) }) }
    }

    private var distances: [UInt32] {
        zip(Program.captures.dropFirst(), Program.captures).map { $0.counts(since: $1) }
    }

    func testPeriodsAreMeasuredFromRisingEdgeToRisingEdge() {
        run(edges(100, 350, 1100, 1200, 2100, 2900)) { () throws(TimerError) in
            try startWide(.rising)
            startListener()
        }
        XCTAssertEqual(distances, [1000, 1000])
        XCTAssertFalse(Program.captures.contains { $0.followsGap })
    }

    func testFallingEdgesAndBoth() {
        run(edges(100, 350, 1100, 1200)) { () throws(TimerError) in
            try startWide(.falling)
            startListener()
        }
        XCTAssertEqual(distances, [850])
        run(edges(100, 350, 1100, 1200)) { () throws(TimerError) in
            try startWide(.both)
            startListener()
        }
        XCTAssertEqual(distances, [250, 750, 100])
    }

    /// A count is that of the edge, whenever the task comes to it.
    func testATaskThatIsLateSeesTheSameCounts() {
        run(edges(100, 350, 1100, 1200)) { () throws(TimerError) in
            try startWide(.both)
            startListener(delay: .milliseconds(10))
        }
        XCTAssertEqual(distances, [250, 750, 100])
    }

    func testCapturesThatFoundNoRoomLeaveAGapThatIsSaid() {
        run(edges(100, 200, 300, 400, 500, 600, 15_000, 15_100)) { () throws(TimerError) in
            try startWide(.both)
            startListener(delay: .milliseconds(10))
        }
        XCTAssertEqual(Program.captures.map(\.followsGap), [false, false, false, false, true, false])
    }

    /// Two edges before the interrupt is taken: the first is lost in the timer, which says so.
    func testAnEdgeThatTheTimerLostIsSaid() {
        run([
            (
                100,
                {
                    withInterruptsMasked {
                        for level in [true, false, true] { self.board.timer2.drive(2, level) }
                    }
                }
            )
        ]) { () throws(TimerError) in
            try startWide(.both)
            startListener()
        }
        XCTAssertEqual(Program.captures.map(\.followsGap), [true])
    }

    func testANarrowCounterGoesRound() {
        run(
            for: .milliseconds(200),
            [(60_000, { self.board.timer3.drive(1, true) }), (120_000, { self.board.timer3.drive(1, false) })]
        ) { () throws(TimerError) in
            guard let timer = TIM3.take(), let pin = PA6.take() else { return XCTFail("the pin is in use") }
            let capture = try InputCapture(timer, frequency: 1.megahertz, clocks: clocks)
            let input = capture.input(try TIM3.channel1(pin), on: .both)
            Program.narrow = CaptureStream(input)
            Level4.bind(input.interruptLine) { Program.narrow.handleInterrupt() }
            startTask("listener") { @MainActor in
                for await capture in Program.narrow { Program.captures.append(capture) }
            }
        }
        XCTAssertEqual(distances, [60_000])
        XCTAssertLessThan(Program.captures[1].count, Program.captures[0].count, "the counter began anew between")
    }

    func testFrequenciesThatTheClockCannotBeDividedTo() {
        for frequency in [.zero, 1281.hertz, 84_000_001.hertz] as [Frequency] {
            let refused = run(for: .microseconds(2)) { () throws(TimerError) in
                guard let timer = TIM3.take() else { return }
                _ = try InputCapture(timer, frequency: frequency, clocks: clocks)
            }
            XCTAssertEqual(refused, .frequencyOutOfRange(frequency))
        }
    }

    func testAChannelHasOneDriver() {
        let refused = run(for: .microseconds(2)) { () throws(TimerError) in
            guard let first = PB3.take(), let second = PA1.take() else { return }
            _ = try TIM2.channel2(first)
            _ = try TIM2.channel2(second)
        }
        XCTAssertEqual(refused, .channelInUse)
    }
}
