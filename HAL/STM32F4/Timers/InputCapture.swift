// Input capture: what a timer's count was at an edge of a pin (RM0090 section 18.3.5).
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// A timer that counts on for ever, for up to four inputs.
public struct InputCapture<Timer: GeneralTimer>: ~Copyable, Sendable {
    /// Counts a second.
    public let frequency: Frequency

    /// Counts `frequency` times a second: what the timer's clock divided by a whole number, up to 65,536, makes nearest
    /// above it. Two edges can be told apart up to 65,536 counts, with TIM2 and TIM5 up to 4,294,967,296.
    /// - Throws: `frequencyOutOfRange` for 0, more than the timer's clock, or less than a 65,536th of it; the timer may be
    ///   taken again.
    public init(
        _ timer: consuming Peripheral<Timer>, frequency: Frequency, clocks: ClockOutcome
    ) throws(TimerError) {
        let clock = clocks.slowTimerClock
        guard frequency > .zero, frequency <= clock, clock / frequency <= 65_536 else {
            timer.release()
            throw .frequencyOutOfRange(frequency)
        }
        timer.turnedOn()
        let divider = clock / frequency
        self.frequency = clock / divider
        // The whole of the counter: for 32 bits a number of counts that is one too large to write, and 0.
        TimerPeriod(divider: divider, counts: Timer.counterBits == 32 ? 0 : 65_536).start(Timer.self)
    }

    /// Captures the count at the channel's edges. `filter` is how long a level has to last (IC1F, 18.4.7): 0 takes every
    /// edge, 15 what lasts eight samples at a 32nd of the timer's clock.
    public func input(
        _ channel: consuming TimerChannel<Timer>, on edges: Edges, filter: UInt8 = 0
    ) -> CaptureInput<Timer> {
        precondition(filter < 16, "filters are 0 to 15")
        let registers = Timer.registers
        let index = UInt32(truncatingIfNeeded: channel.index)
        // CCxS: the channel is an input, from its own pin.
        let mode = (UInt32(filter) &<< 4 | 0b01) &<< ((index & 1) &* 8)
        if index < 2 {
            registers.CCMR1_Input.modify { $0.bits |= mode }
        } else {
            registers.CCMR2_Input.modify { $0.bits |= mode }
        }
        // CCxE, and in CCxP and CCxNP which edges.
        let polarity: UInt32 =
            switch edges {
            case .rising: 0b0001
            case .falling: 0b0011
            case .both: 0b1011
            }
        registers.CCER.modify { $0.bits |= polarity &<< (index &* 4) }
        let input = CaptureInput<Timer>(index: index, pin: UInt8(truncatingIfNeeded: channel.pin))
        _ = input.takeCapture()
        registers.DIER.modify { $0.bits |= 2 &<< index }
        return input
    }

    /// Ends the driver: the timer stops, and may be taken again. Its inputs keep their pins until each is released.
    public consuming func release() {
        Timer.registers.DIER.write { _ in }
        Timer.registers.CR1.write { _ in }
        Claims.release(Timer.claim)
    }
}

/// A channel that captures. All of a timer's interrupt by one line: a handler asks each that it may have been.
public struct CaptureInput<Timer: GeneralTimer>: CaptureDevice {
    /// 0 to 3.
    let index: UInt32
    /// What `Claims` knows the pin by.
    fileprivate let pin: UInt8
    /// The timer's line, which all of its inputs share.
    public var interruptLine: InterruptLine { Timer.interruptLine }

    /// Ends the input: the pin is free of the timer, and it and the channel may be taken again. Copies are of no use from
    /// here. Context: that of whoever configures the timer.
    public func release() {
        let registers = Timer.registers
        registers.DIER.modify { $0.bits &= ~(2 &<< index) }
        registers.CCER.modify { $0.bits &= ~(0b1011 &<< (index &* 4)) }
        let mode: UInt32 = 0xFF &<< ((index & 1) &* 8)
        if index < 2 {
            registers.CCMR1_Input.modify { $0.bits &= ~mode }
        } else {
            registers.CCMR2_Input.modify { $0.bits &= ~mode }
        }
        PortPin(claim: Int(pin)).giveBack()
        Claims.release(Timer.firstChannelClaim &+ Int(index))
    }

    public func takeCapture() -> Capture? {
        let registers = Timer.registers
        let status = registers.SR.read().bits
        guard status & 2 &<< index != 0 else { return nil }
        // CCxOF: another edge came before the one before it was taken. Written 0 they clear, 1 leaves (18.4.5); before
        // the count is read, so that an edge from here on is not lost.
        let missed = status & 0x200 &<< index != 0
        registers.SR.write(.init(bits: ~(0x202 &<< index)))
        let count = Register<Word, ReadWrite>(at: registers.CCR1.address &+ index &* 4).read().bits
        return Capture(count: count, counterBits: Timer.counterBits, followsGap: missed)
    }
}
