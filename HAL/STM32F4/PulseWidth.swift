// Pulse-width modulation by the general-purpose timers (RM0090 section 18): outputs of one frequency, high for a part of
// each period.
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// One of the timers with four channels.
public protocol PulseWidthTimer: PeripheralIdentity {
    static var registers: TIM { get }
}

public enum TIM3: PulseWidthTimer {
    public static var claim: Int { 188 }
    public static var registers: TIM { STM32F405.TIM3 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.TIM3EN = true } }
}
public enum TIM4: PulseWidthTimer {
    public static var claim: Int { 189 }
    public static var registers: TIM { STM32F405.TIM4 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.TIM4EN = true } }
}

/// Why an output cannot be had.
public enum PulseWidthError: Error, Equatable, Sendable {
    /// The timer's clock cannot be divided to it: it divides by 2 to 2^32.
    case frequencyOutOfRange(hertz: UInt32)
    /// Another pin has the channel.
    case channelInUse
}

/// A timer that counts periods for up to four outputs.
public struct PulseWidthModulator<Timer: PulseWidthTimer>: ~Copyable, Sendable {
    /// Counts in a period: how finely a part of it can be told.
    public let resolution: UInt32

    /// Counts `frequency` periods a second, as finely as that allows.
    public init(
        _ timer: consuming Peripheral<Timer>, frequency: UInt32, clocks: ClockOutcome
    ) throws(PulseWidthError) {
        timer.turnedOn()
        let clock = clocks.slowTimerClock
        guard frequency > 0, clock / frequency >= 2 else { throw .frequencyOutOfRange(hertz: frequency) }
        let counts = clock / frequency
        // The smallest divider with which a period fits 16 bits.
        let divider = (counts &- 1) >> 16 &+ 1
        resolution = counts / divider
        let registers = Timer.registers
        registers.PSC.write { $0.PSC = UInt16(divider &- 1) }
        registers.ARR.write { $0.ARR_L = UInt16(resolution &- 1) }
        // The settings are taken over by an update, which is made by hand once (18.4.6).
        registers.EGR.write { $0.set(UG: true) }
        registers.CR1.modify {
            $0.ARPE = true
            $0.CEN = true
        }
    }

    /// Connects a channel and its pin, low until it is told otherwise. PWM mode 1: high while the count is below the
    /// compare value, which is taken over at each period's end.
    fileprivate func connect<Identity: PinIdentity>(
        _ channel: Int, _ pin: consuming Pin<Identity, Unconfigured>
    ) throws(PulseWidthError) -> PulseWidthOutput {
        // Behind all peripherals, four to a timer.
        guard Claims.claim(240 &+ (Timer.claim &- 188) &* 4 &+ channel) else {
            pin.asInput().release()
            throw .channelInUse
        }
        let registers = Timer.registers
        let output = PulseWidthOutput(
            compare: registers.CCR1.address &+ UInt32(truncatingIfNeeded: channel) &* 4, resolution: resolution)
        output.set(counts: 0)
        let mode: UInt32 = 0b0110_1000 &<< (UInt32(truncatingIfNeeded: channel & 1) &* 8)
        if channel < 2 {
            registers.CCMR1_Output.modify { $0.bits |= mode }
        } else {
            registers.CCMR2_Output.modify { $0.bits |= mode }
        }
        registers.CCER.modify { $0.bits |= 1 &<< (UInt32(truncatingIfNeeded: channel) &* 4) }
        pin.connect(to: 2)
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
    public func set(share: UInt16) { set(counts: (resolution &* UInt32(share)) >> 16) }
}

extension PulseWidthModulator where Timer == TIM3 {
    public func channel1(_ pin: consuming Pin<some TIM3Channel1Pin, Unconfigured>) throws(PulseWidthError)
        -> PulseWidthOutput
    { try connect(0, pin) }
    public func channel2(_ pin: consuming Pin<some TIM3Channel2Pin, Unconfigured>) throws(PulseWidthError)
        -> PulseWidthOutput
    { try connect(1, pin) }
    public func channel3(_ pin: consuming Pin<some TIM3Channel3Pin, Unconfigured>) throws(PulseWidthError)
        -> PulseWidthOutput
    { try connect(2, pin) }
    public func channel4(_ pin: consuming Pin<some TIM3Channel4Pin, Unconfigured>) throws(PulseWidthError)
        -> PulseWidthOutput
    { try connect(3, pin) }
}

extension PulseWidthModulator where Timer == TIM4 {
    public func channel1(_ pin: consuming Pin<some TIM4Channel1Pin, Unconfigured>) throws(PulseWidthError)
        -> PulseWidthOutput
    { try connect(0, pin) }
    public func channel2(_ pin: consuming Pin<some TIM4Channel2Pin, Unconfigured>) throws(PulseWidthError)
        -> PulseWidthOutput
    { try connect(1, pin) }
    public func channel3(_ pin: consuming Pin<some TIM4Channel3Pin, Unconfigured>) throws(PulseWidthError)
        -> PulseWidthOutput
    { try connect(2, pin) }
    public func channel4(_ pin: consuming Pin<some TIM4Channel4Pin, Unconfigured>) throws(PulseWidthError)
        -> PulseWidthOutput
    { try connect(3, pin) }
}
