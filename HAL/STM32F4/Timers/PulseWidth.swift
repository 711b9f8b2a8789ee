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

    /// Counts `frequency` periods a second, as finely as that allows.
    public init(
        _ timer: consuming Peripheral<Timer>, frequency: UInt32, clocks: ClockOutcome
    ) throws(TimerError) {
        let period = try TimerPeriod(Timer.self, frequency: frequency, clocks: clocks)
        timer.turnedOn()
        resolution = period.counts
        period.start(Timer.self)
    }

    /// Drives the channel's pin, low until it is told otherwise. PWM mode 1: high while the count is below the compare
    /// value, which is taken over at each period's end.
    public func output(_ channel: consuming TimerChannel<Timer>) -> PulseWidthOutput {
        let registers = Timer.registers
        let index = UInt32(truncatingIfNeeded: channel.index)
        let output = PulseWidthOutput(compare: registers.CCR1.address &+ index &* 4, resolution: resolution)
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
}

/// An output. Its owner may set it at any time, from any context: one store.
public struct PulseWidthOutput: Sendable {
    fileprivate let compare: UInt32
    /// Counts in a period.
    public let resolution: UInt32

    /// High for so many counts of each period, from the next one on; for all of it from `resolution` up.
    public func set(counts: UInt32) { Register<Word, ReadWrite>(at: compare).write(Word(bits: min(counts, resolution))) }

    /// High for a part of each period, in 65536ths.
    public func set(share: UInt16) { set(counts: UInt32(truncatingIfNeeded: (UInt64(resolution) * UInt64(share)) >> 16)) }
}
