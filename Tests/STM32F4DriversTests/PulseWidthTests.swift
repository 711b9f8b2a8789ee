// Pulse-width modulation: the frequency, the share of each period, and what is refused.
import CortexM
import Interfaces
import MMIO
import STM32F405PAC
import STM32F4Drivers
import SimulatedChip
import XCTest

final class PulseWidthTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let clocks = ClockOutcome(source: .crystal, coreClock: 168.megahertz)

    /// Runs `body` with TIM3 at a frequency; answers what was refused.
    @discardableResult
    private func with(
        frequency: Frequency, _ body: (borrowing PulseWidthModulator<STM32F4Drivers.TIM3>) throws(TimerError) -> Void = { _ in }
    ) -> TimerError? {
        Claims.releaseAll()
        return CurrentBus.with(board.chip) {
            guard let timer = STM32F4Drivers.TIM3.take() else { return nil }
            do throws(TimerError) {
                let modulator = try PulseWidthModulator(timer, frequency: frequency, clocks: clocks)
                try body(modulator)
                return nil
            } catch { return error }
        }
    }

    func testThePeriodIsThatOfTheFrequency() throws {
        for frequency in [1, 50, 1000, 1281, 1282, 20_000, 1_000_000, 42_000_000] as [UInt32] {
            XCTAssertNil(with(frequency: .hertz(frequency)))
            let cycles = try XCTUnwrap(board.timer3.cyclesInPeriod)
            XCTAssertEqual(84_000_000 / Double(cycles), Double(frequency), accuracy: Double(frequency) * 0.002)
        }
    }

    func testAnOutputIsHighForItsShareFromTheFirstToTheLastCount() throws {
        with(frequency: 1.kilohertz) { modulator throws(TimerError) in
            guard let pin = PB4.take(), let other = PC9.take() else { return XCTFail("a pin is in use") }
            let output = modulator.output(try STM32F4Drivers.TIM3.channel1(pin))
            XCTAssertEqual(board.timer3.cyclesHigh(1), 0)
            let half = modulator.output(try STM32F4Drivers.TIM3.channel4(other))
            half.set(share: 0x8000)
            output.set(counts: .max)
        }
        let period = try XCTUnwrap(board.timer3.cyclesInPeriod)
        XCTAssertEqual(board.timer3.cyclesHigh(1), period)
        XCTAssertEqual(board.timer3.cyclesHigh(4), period / 2)
        XCTAssertNil(board.timer3.cyclesHigh(2))
        CurrentBus.with(board.chip) {
            XCTAssertEqual(STM32F405.GPIOB.AFRL.read().AFRL4, 2)
            XCTAssertEqual(STM32F405.GPIOC.AFRH.read().AFRH9, 2)
        }
    }

    /// 65.536 MHz / 1000 is 65,536 counts, which a compare register of 16 bits cannot hold.
    func testAllOfALongPeriodIsHigh() throws {
        Claims.releaseAll()
        try CurrentBus.with(board.chip) {
            guard let timer = STM32F4Drivers.TIM3.take(), let pin = PB4.take() else { return XCTFail("in use") }
            let clocks = ClockOutcome(source: .crystal, coreClock: 65_536.kilohertz)
            XCTAssertEqual(clocks.slowTimerClock, 65_536.kilohertz)
            let modulator = try PulseWidthModulator(timer, frequency: 1.kilohertz, clocks: clocks)
            let output = modulator.output(try STM32F4Drivers.TIM3.channel1(pin))
            output.set(counts: modulator.resolution)
            XCTAssertEqual(board.timer3.cyclesHigh(1), board.timer3.cyclesInPeriod)
            XCTAssertEqual(modulator.resolution, 32_768)
            output.set(counts: .max)
            XCTAssertEqual(board.timer3.cyclesHigh(1), board.timer3.cyclesInPeriod)
        }
    }

    /// The upper bits of what is written to a register of 16 bits are not there.
    func testTheModelTruncatesAsHardwareDoes() {
        CurrentBus.with(board.chip) {
            STM32F405.TIM3.CCR1.write(.init(bits: 0x1_0000))
            STM32F405.TIM3.ARR.write(.init(bits: 0x1_2345))
            STM32F405.TIM2.CCR1.write(.init(bits: 0x1_0000))
            XCTAssertEqual(STM32F405.TIM3.CCR1.read().bits, 0)
            XCTAssertEqual(STM32F405.TIM3.ARR.read().bits, 0x2345)
            XCTAssertEqual(STM32F405.TIM2.CCR1.read().bits, 0x1_0000)
        }
    }

    func testItSaysWhichFrequencyItBecame() {
        for (asked, became) in [(1000, 1000), (50, 50), (9_999_999, 10_500_000), (33_000_000, 42_000_000)] as [(UInt32, UInt32)]
        {
            with(frequency: .hertz(asked)) { modulator throws(TimerError) in
                XCTAssertEqual(modulator.frequency, .hertz(became))
            }
            XCTAssertEqual(board.timer3.cyclesInPeriod.map { 84_000_000 / $0 }, UInt64(became))
        }
    }

    func testWhatIsReleasedMayBeTakenAgain() {
        Claims.releaseAll()
        CurrentBus.with(board.chip) {
            for _ in 0..<2 {
                guard let timer = STM32F4Drivers.TIM3.take(), let pin = PC9.take() else { return XCTFail("in use") }
                do throws(TimerError) {
                    let modulator = try PulseWidthModulator(timer, frequency: 1.kilohertz, clocks: clocks)
                    let output = modulator.output(try STM32F4Drivers.TIM3.channel4(pin))
                    XCTAssertNotNil(board.timer3.cyclesHigh(4))
                    output.release()
                    XCTAssertNil(board.timer3.cyclesHigh(4))
                    XCTAssertEqual(STM32F405.GPIOC.MODER.read().MODER9, .input)
                    modulator.release()
                    XCTAssertNil(board.timer3.cyclesInPeriod)
                } catch { XCTFail("\(error)") }
            }
        }
    }

    func testFrequenciesThatTheClockCannotBeDividedTo() {
        for frequency in [.zero, 42_000_001.hertz, .hertz(.max)] as [Frequency] {
            XCTAssertEqual(with(frequency: frequency), .frequencyOutOfRange(frequency))
        }
    }

    func testAChannelHasOnePin() {
        let refused = with(frequency: 1.kilohertz) { modulator throws(TimerError) in
            guard let first = PA6.take(), let second = PC6.take() else { return XCTFail("a pin is in use") }
            _ = modulator.output(try STM32F4Drivers.TIM3.channel1(first))
            _ = modulator.output(try STM32F4Drivers.TIM3.channel1(second))
        }
        XCTAssertEqual(refused, .channelInUse)
        // The pin that was refused is free again.
        CurrentBus.with(board.chip) {
            if let pin = PC6.take() { pin.release() } else { XCTFail("the pin is lost") }
        }
    }
}
