// The real-time clock, the backup registers and deep sleep: what goes on through resets and sleep, what interrupts, and
// each error.
import CortexM
import Inputs
import Interfaces
import MMIO
import STM32F405PAC
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

/// What the image under test shares between its handlers and its tasks.
private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var alarms: EdgeStream<ClockAlarm, 4>!
    nonisolated(unsafe) static var seen: [String] = []
}

final class RealTimeClockTests: XCTestCase {
    private var board = SimulatedSTM32F405()
    private let configuration = ClockConfiguration(crystal: 25.megahertz, core: 168.megahertz)

    /// Runs a program with the clock; answers what was refused.
    @discardableResult
    private func with(
        _ source: RealTimeClock.Source = .crystal, replacing: Bool = false, for limit: Interval = .milliseconds(1),
        _ body: (consuming RealTimeClock) throws(RealTimeClockError) -> Void = { _ throws(RealTimeClockError) in }
    ) -> RealTimeClockError? {
        var error: RealTimeClockError?
        _ = board.chip.run(for: limit) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let peripheral = STM32F4Drivers.RTC.take() else { return XCTFail("somebody has it") }
            do throws(RealTimeClockError) {
                try body(RealTimeClock(peripheral, source: source, replacing: replacing, oscillatorPatience: 1000))
            } catch let caught { error = caught }
        }
        return error
    }

    private func read() -> String {
        var text = "no time"
        with { clock throws(RealTimeClockError) in
            guard let time = try clock.read() else { return }
            text = "\(time.year)-\(time.month)-\(time.day) \(time.hour):\(time.minute):\(time.second)"
        }
        return text
    }

    private func set(_ year: UInt16, _ month: UInt8, _ day: UInt8, _ hour: UInt8, _ minute: UInt8, _ second: UInt8) {
        with { clock throws(RealTimeClockError) in
            try clock.set(
                CalendarTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)!)
        }
    }

    func testATimeThatWasNeverSetIsNone() { XCTAssertEqual(read(), "no time") }

    func testItCountsOnThroughResets() {
        set(2026, 11, 21, 13, 59, 58)
        XCTAssertEqual(read(), "2026-11-21 13:59:58")
        // Another run is what comes after a reset: the chip's clocks go on.
        with(for: .seconds(3)) { _ throws(RealTimeClockError) in }
        XCTAssertEqual(read(), "2026-11-21 14:0:1")
    }

    func testMonthsAndYearsEnd() {
        for (year, month, day, next) in [
            (2024, 2, 28, "2024-2-29 0:0:0"), (2024, 2, 29, "2024-3-1 0:0:0"), (2025, 2, 28, "2025-3-1 0:0:0"),
            (2025, 4, 30, "2025-5-1 0:0:0"), (2025, 12, 31, "2026-1-1 0:0:0"),
        ] as [(UInt16, UInt8, UInt8, String)] {
            set(year, month, day, 23, 59, 59)
            with(for: .milliseconds(1002)) { _ throws(RealTimeClockError) in }
            XCTAssertEqual(read(), next)
        }
    }

    func testASecondHasASecondFromEitherSource() {
        for source in [RealTimeClock.Source.crystal, .internalOscillator] {
            board = SimulatedSTM32F405()
            with(source, for: .milliseconds(10_500)) { clock throws(RealTimeClockError) in
                try clock.set(CalendarTime(year: 2026, month: 1, day: 1)!)
            }
            with(source) { clock throws(RealTimeClockError) in
                XCTAssertEqual(try clock.read(), CalendarTime(year: 2026, month: 1, day: 1, second: 10))
            }
        }
    }

    // MARK: - Errors

    func testAnOscillatorThatDoesNotStart() {
        board.clocks.hasWatchCrystal = false
        XCTAssertEqual(with(), .oscillator)
        XCTAssertNil(with(.internalOscillator))
        board = SimulatedSTM32F405()
        board.clocks.slowOscillatorStarts = false
        XCTAssertEqual(with(.internalOscillator), .oscillator)
    }

    func testAnotherSourceIsRefusedUnlessItIsAskedFor() {
        set(2026, 1, 1, 0, 0, 0)
        XCTAssertEqual(with(.internalOscillator), .otherSource)
        XCTAssertEqual(read(), "2026-1-1 0:0:0", "nothing is lost")
        XCTAssertNil(with(.internalOscillator, replacing: true))
        XCTAssertNil(
            with(.internalOscillator) { clock throws(RealTimeClockError) in
                XCTAssertNil(try clock.read(), "the time is lost")
            })
    }

    func testAClockThatStandsStillIsGivenUp() {
        set(2026, 1, 1, 0, 0, 0)
        board.realTimeClock.isStuck = true
        let time = CalendarTime(year: 2026, month: 1, day: 2)!
        XCTAssertEqual(with { clock throws(RealTimeClockError) in try clock.set(time) }, .timeout)
        XCTAssertEqual(with { clock throws(RealTimeClockError) in _ = try clock.read() }, .timeout)
        XCTAssertEqual(with { clock throws(RealTimeClockError) in _ = try clock.alarm(hour: 1, minute: 2) }, .timeout)
        XCTAssertEqual(with { clock throws(RealTimeClockError) in _ = try clock.wakeUp(every: .seconds(1)) }, .timeout)
        board.realTimeClock.isStuck = false
        XCTAssertEqual(read(), "2026-1-1 0:0:0", "what was not set is as it was")
    }

    func testWhatTheWakeUpTimerCannotCount() {
        for interval in [.zero, .milliseconds(1500), .seconds(65_537), .seconds(.max), .seconds(-1)] as [Interval] {
            XCTAssertEqual(
                with { clock throws(RealTimeClockError) in _ = try clock.wakeUp(every: interval) },
                .outOfRange(interval))
        }
    }

    // MARK: - Interrupts

    private func listen(_ alarm: ClockAlarm) {
        Program.seen = []
        Program.alarms = EdgeStream(alarm)
        Level4.bind(alarm.interruptLine) { Program.alarms.handleInterrupt() }
        startTask("listener") { @MainActor in
            for await edge in Program.alarms { Program.seen.append("\((edge.time.microseconds + 500) / 1000)") }
        }
    }

    func testTheAlarmComesOnAnyDay() {
        for day in [1, 15, 31] as [UInt8] {
            with(for: .seconds(180)) { clock throws(RealTimeClockError) in
                try clock.set(CalendarTime(year: 2026, month: 1, day: day, hour: 6, minute: 29)!)
                listen(try clock.alarm(hour: 6, minute: 30))
            }
            XCTAssertEqual(Program.seen.count, 1)
        }
    }

    func testTheWakeUpTimerComesEachTime() {
        with(for: .seconds(10)) { clock throws(RealTimeClockError) in listen(try clock.wakeUp(every: .seconds(3))) }
        XCTAssertEqual(Program.seen, ["3000", "6000", "9000"])
    }

    // MARK: - Backup registers

    func testBackupRegistersOutlastResets() {
        withBackup { for index in 0..<BackupRegisters.count { $0[index] = 0xC0FF_EE00 + UInt32(index) } }
        withBackup { for index in 0..<BackupRegisters.count { XCTAssertEqual($0[index], 0xC0FF_EE00 + UInt32(index)) } }
        with(.crystal)
        with(.internalOscillator, replacing: true)
        withBackup { XCTAssertEqual($0[7], 0, "a new source of the clock costs them") }
    }

    private func withBackup(_ body: (borrowing BackupRegisters) -> Void) {
        _ = board.chip.run(for: .milliseconds(1)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let peripheral = BKP.take() else { return XCTFail("somebody has them") }
            body(BackupRegisters(peripheral))
        }
    }

    // MARK: - Deep sleep

    func testDeepSleepEndsWithAnInterruptAndStartsTheClocksAgain() {
        with(for: .seconds(60)) { clock throws(RealTimeClockError) in
            _ = ClockTree.start(configuration)
            try clock.set(CalendarTime(year: 2026, month: 1, day: 1)!)
            listen(try clock.wakeUp(every: .seconds(5)))
            let before = board.chip.cycles
            let outcome = DeepSleep.sleep(configuration)
            XCTAssertEqual(outcome.source, .crystal)
            XCTAssertEqual(STM32F405.RCC.CFGR.read().SWS, .PLL)
            XCTAssertEqual(board.chip.cycles - before, 5 * 168_000_000)
            XCTAssertLessThan(SystemClock.now.microseconds, 1000, "the system's clock stood still")
            XCTAssertEqual(try clock.read(), CalendarTime(year: 2026, month: 1, day: 1, second: 5))
            XCTAssertFalse(board.chip.interrupts.load(at: 0xE000_ED10 - 0xE000_E100, width: .word) & 4 != 0)
        }
        // The first of them while the clock stood still, the others by its time.
        XCTAssertEqual(Program.seen.prefix(2), ["0", "5000"])
    }

    func testWhatIsPendingEndsItAtOnce() {
        with(for: .seconds(60)) { clock throws(RealTimeClockError) in
            listen(try clock.wakeUp(every: .seconds(5)))
            let before = board.chip.cycles
            withInterruptsMasked {
                NVIC.pend(InterruptLine(rawValue: STM32F405PAC.Interrupt.RTC_WKUP.rawValue))
                _ = DeepSleep.sleep(configuration)
            }
            XCTAssertEqual(board.chip.cycles, before)
        }
    }
}
