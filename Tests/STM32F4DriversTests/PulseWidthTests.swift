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
    private let clocks = ClockOutcome(source: .crystal, coreClock: 168_000_000)

    /// Runs `body` with TIM3 at a frequency; answers what was refused.
    @discardableResult
    private func with(
        frequency: UInt32, _ body: (borrowing PulseWidthModulator<STM32F4Drivers.TIM3>) throws(TimerError) -> Void = { _ in }
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
            XCTAssertNil(with(frequency: frequency))
            let cycles = try XCTUnwrap(board.timer3.cyclesInPeriod)
            XCTAssertEqual(84_000_000 / Double(cycles), Double(frequency), accuracy: Double(frequency) * 0.002)
        }
    }

    func testAnOutputIsHighForItsShareFromTheFirstToTheLastCount() throws {
        with(frequency: 1000) { modulator throws(TimerError) in
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

    func testFrequenciesThatTheClockCannotBeDividedTo() {
        for frequency in [0, 42_000_001, .max] as [UInt32] {
            XCTAssertEqual(with(frequency: frequency), .frequencyOutOfRange(hertz: frequency))
        }
    }

    func testAChannelHasOnePin() {
        let refused = with(frequency: 1000) { modulator throws(TimerError) in
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
