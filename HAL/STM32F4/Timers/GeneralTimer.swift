// The general-purpose timers with four channels (RM0090 section 18), and the channels with their pins (DS8626 table 9).
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// A timer of the slower bus that counts up to a period.
public protocol CountingTimer: PeripheralIdentity {
    /// Its registers, at its address.
    static var registers: TIM { get }
    /// 16 or 32: how wide the counter is.
    static var counterBits: UInt32 { get }
}

/// One of the timers TIM2 to TIM5.
public protocol GeneralTimer: CountingTimer {
    /// What the vector table calls its interrupt.
    static var interrupt: Interrupt { get }
    /// The alternate function of its pins.
    static var function: UInt8 { get }
    /// What `Claims` knows the first of its channels by.
    static var firstChannelClaim: Int { get }
}

/// A timer of 32 bits.
public enum TIM2: GeneralTimer {
    public static var claim: Int { 187 }
    public static var registers: TIM { STM32F405.TIM2 }
    public static var interrupt: Interrupt { .TIM2 }
    public static var counterBits: UInt32 { 32 }
    public static var function: UInt8 { 1 }
    public static var firstChannelClaim: Int { 240 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.TIM2EN = true } }
}
/// A timer of 16 bits.
public enum TIM3: GeneralTimer {
    public static var claim: Int { 188 }
    public static var registers: TIM { STM32F405.TIM3 }
    public static var interrupt: Interrupt { .TIM3 }
    public static var counterBits: UInt32 { 16 }
    public static var function: UInt8 { 2 }
    public static var firstChannelClaim: Int { 244 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.TIM3EN = true } }
}
/// A timer of 16 bits.
public enum TIM4: GeneralTimer {
    public static var claim: Int { 189 }
    public static var registers: TIM { STM32F405.TIM4 }
    public static var interrupt: Interrupt { .TIM4 }
    public static var counterBits: UInt32 { 16 }
    public static var function: UInt8 { 2 }
    public static var firstChannelClaim: Int { 248 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.TIM4EN = true } }
}
/// A timer of 32 bits.
public enum TIM5: GeneralTimer {
    public static var claim: Int { 191 }
    /// The registers of the others, but for those that choose what remaps its input (18.4.21).
    public static var registers: TIM { TIM(baseAddress: STM32F405.TIM5.baseAddress) }
    public static var interrupt: Interrupt { .TIM5 }
    public static var counterBits: UInt32 { 32 }
    public static var function: UInt8 { 2 }
    public static var firstChannelClaim: Int { 252 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.TIM5EN = true } }
}

/// The basic timers (section 20), which count and trigger. They have those of the others' registers that this takes.
public enum TIM6: CountingTimer {
    public static var claim: Int { 192 }
    public static var registers: TIM { TIM(baseAddress: STM32F405.TIM6.baseAddress) }
    public static var counterBits: UInt32 { 16 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.TIM6EN = true } }
}
/// The second basic timer.
public enum TIM7: CountingTimer {
    public static var claim: Int { 193 }
    public static var registers: TIM { TIM(baseAddress: STM32F405.TIM7.baseAddress) }
    public static var counterBits: UInt32 { 16 }
    public static func turnOn() { STM32F405.RCC.APB1ENR.modify { $0.TIM7EN = true } }
}

extension GeneralTimer {
    static var interruptLine: InterruptLine { InterruptLine(rawValue: interrupt.rawValue) }
}

/// Why a timer does not do what it was asked.
public enum TimerError: Error, Equatable, Sendable {
    /// The timer's clock cannot be divided to it.
    case frequencyOutOfRange(Frequency)
    /// Another pin has the channel.
    case channelInUse
}

/// Counting in periods, for whoever has a timer.
struct TimerPeriod {
    /// How many clocks are a count, and how many counts a period.
    let divider: UInt32
    let counts: UInt32

    init(divider: UInt32, counts: UInt32) {
        self.divider = divider
        self.counts = counts
    }

    /// Periods of `frequency` a second, in as many counts as the timer's counter can tell apart, but for the last: a
    /// compare register of as many bits then holds a number that no count reaches.
    init<Timer: CountingTimer>(
        _ timer: Timer.Type, frequency: Frequency, clocks: ClockOutcome
    ) throws(TimerError) {
        let clock = clocks.slowTimerClock
        guard frequency > .zero, clock / frequency >= 2 else { throw .frequencyOutOfRange(frequency) }
        let total = clock / frequency
        divider = Timer.counterBits == 32 ? 1 : (total &- 1) / 65_535 &+ 1
        counts = total / divider
    }

    /// Periods a second, rounded down.
    func frequency(_ clocks: ClockOutcome) -> Frequency { clocks.slowTimerClock / (divider * counts) }

    /// The settings are taken over by an update, which is made by hand once (18.4.6).
    func start<Timer: CountingTimer>(_ timer: Timer.Type) {
        let registers = Timer.registers
        registers.PSC.write { $0.PSC = UInt16(truncatingIfNeeded: divider &- 1) }
        registers.ARR.write(.init(bits: counts &- 1))
        registers.EGR.write { $0.set(UG: true) }
        registers.SR.clear(.UIF)
        registers.CR1.modify {
            $0.ARPE = true
            $0.CEN = true
        }
    }
}

/// A channel of a timer with its pin, for one driver.
public struct TimerChannel<Timer: GeneralTimer>: ~Copyable, Sendable {
    /// 0 to 3.
    let index: Int
    /// What `Claims` knows the pin by.
    let pin: Int

    fileprivate init<Identity: PinIdentity>(
        _ index: Int, _ pin: consuming Pin<Identity, Unconfigured>
    ) throws(TimerError) {
        guard Claims.claim(Timer.firstChannelClaim &+ index) else {
            pin.asInput().release()
            throw .channelInUse
        }
        self.index = index
        self.pin = Identity.claim
        pin.connect(to: Timer.function)
    }
}

extension TIM2 {
    /// Channel 1, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel1(
        _ pin: consuming Pin<some TIM2Channel1Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(0, pin) }
    /// Channel 2, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel2(
        _ pin: consuming Pin<some TIM2Channel2Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(1, pin) }
    /// Channel 3, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel3(
        _ pin: consuming Pin<some TIM2Channel3Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(2, pin) }
    /// Channel 4, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel4(
        _ pin: consuming Pin<some TIM2Channel4Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(3, pin) }
}

extension TIM3 {
    /// Channel 1, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel1(
        _ pin: consuming Pin<some TIM3Channel1Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(0, pin) }
    /// Channel 2, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel2(
        _ pin: consuming Pin<some TIM3Channel2Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(1, pin) }
    /// Channel 3, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel3(
        _ pin: consuming Pin<some TIM3Channel3Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(2, pin) }
    /// Channel 4, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel4(
        _ pin: consuming Pin<some TIM3Channel4Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(3, pin) }
}

extension TIM4 {
    /// Channel 1, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel1(
        _ pin: consuming Pin<some TIM4Channel1Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(0, pin) }
    /// Channel 2, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel2(
        _ pin: consuming Pin<some TIM4Channel2Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(1, pin) }
    /// Channel 3, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel3(
        _ pin: consuming Pin<some TIM4Channel3Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(2, pin) }
    /// Channel 4, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel4(
        _ pin: consuming Pin<some TIM4Channel4Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(3, pin) }
}

extension TIM5 {
    /// Channel 1, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel1(
        _ pin: consuming Pin<some TIM5Channel1Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(0, pin) }
    /// Channel 2, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel2(
        _ pin: consuming Pin<some TIM5Channel2Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(1, pin) }
    /// Channel 3, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel3(
        _ pin: consuming Pin<some TIM5Channel3Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(2, pin) }
    /// Channel 4, with a pin that carries it.
    /// - Throws: `channelInUse` if another pin has it; this one may be taken again.
    public static func channel4(
        _ pin: consuming Pin<some TIM5Channel4Pin, Unconfigured>
    ) throws(TimerError) -> TimerChannel<Self> { try TimerChannel(3, pin) }
}
