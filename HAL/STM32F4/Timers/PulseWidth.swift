// Pulse-width modulation (RM0090 section 18.3.9): outputs of one frequency, high for a part of
// each period.
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// A timer that counts periods for up to four outputs.
public struct PulseWidthModulator<Timer: GeneralTimer>: ~Copyable, Sendable {
    /// Counts in a period: how finely a part of it can be told.
    public let resolution: UInt32
    /// Periods a second, rounded: what the timer's clock can be divided to. It is not below what was asked for, and a
    /// period is shorter than that by less than two counts.
    public let frequency: Frequency

    /// Counts `frequency` periods a second, as finely as that allows; the property `frequency` says how many it became.
    /// - Throws: `frequencyOutOfRange` for 0 or more than half the timer's clock; the timer may be taken again.
    public init(
        _ timer: consuming Peripheral<Timer>, frequency: Frequency, clocks: ClockOutcome
    ) throws(TimerError) {
        let period: TimerPeriod
        do throws(TimerError) {
            period = try TimerPeriod(Timer.self, frequency: frequency, clocks: clocks)
        } catch {
            timer.release()
            throw error
        }
        timer.turnedOn()
        resolution = period.counts
        let clocksInPeriod = period.divider &* period.counts
        self.frequency = .hertz((clocks.slowTimerClock.hertz &+ clocksInPeriod / 2) / clocksInPeriod)
        period.start(Timer.self)
    }

    /// Drives the channel's pin, low until it is told otherwise. PWM mode 1: high while the count is below the compare
    /// value, which is taken over at each period's end.
    public func output(_ channel: consuming TimerChannel<Timer>) -> PulseWidthOutput {
        let registers = Timer.registers
        let index = UInt32(truncatingIfNeeded: channel.index)
        let output = PulseWidthOutput(
            timer: registers, index: index, pin: UInt8(truncatingIfNeeded: channel.pin),
            claim: UInt8(truncatingIfNeeded: Timer.firstChannelClaim &+ channel.index), resolution: resolution)
        output.set(counts: 0)
        let mode: UInt32 = 0b0110_1000 &<< ((index & 1) &* 8)
        if index < 2 {
            registers.CCMR1_Output.modify { $0.bits |= mode }
        } else {
            registers.CCMR2_Output.modify { $0.bits |= mode }
        }
        registers.CCER.modify { $0.bits |= 1 &<< (index &* 4) }
        return output
    }

    /// Ends the driver: the timer stops, and may be taken again. Its outputs keep their pins until each is released.
    public consuming func release() {
        Timer.registers.CR1.write { _ in }
        Claims.release(Timer.claim)
    }
}

/// An output. Its owner may set it at any time, from any context: one store.
public struct PulseWidthOutput: Sendable {
    fileprivate let timer: TIM
    /// The channel, 0 to 3, and what `Claims` knows the pin and the channel by.
    fileprivate let index: UInt32
    fileprivate let pin: UInt8
    fileprivate let claim: UInt8
    /// Counts in a period.
    public let resolution: UInt32

    /// High for so many counts of each period, from the next one on; for all of it from `resolution` up.
    public func set(counts: UInt32) {
        Register<Word, ReadWrite>(at: timer.CCR1.address &+ index &* 4).write(Word(bits: min(counts, resolution)))
    }

    /// Ends the output: the pin is an input, and it and the channel may be taken again. Copies are of no use from here.
    /// Context: that of whoever configures the timer.
    public func release() {
        timer.CCER.modify { $0.bits &= ~(0b1011 &<< (index &* 4)) }
        let mode: UInt32 = 0xFF &<< ((index & 1) &* 8)
        if index < 2 {
            timer.CCMR1_Output.modify { $0.bits &= ~mode }
        } else {
            timer.CCMR2_Output.modify { $0.bits &= ~mode }
        }
        PortPin(claim: Int(pin)).giveBack()
        Claims.release(Int(claim))
    }

    /// High for a part of each period, in 65536ths.
    public func set(share: UInt16) { set(counts: UInt32(truncatingIfNeeded: (UInt64(resolution) * UInt64(share)) >> 16)) }
}
