// The timers of Arm's Cortex-M System Design Kit as interval timers: the APB timer (ARM DDI 0479 section 4.2) and the dual
// timer (section 4.4), both 32 bits that count down.
import CMSDKPAC
import CortexM
import Interfaces
import MMIO

/// An APB timer: up to 171 s at 25 MHz.
public struct TimerDevice: IntervalTimerDevice {
    let registers: TIMER
    let clock: Frequency
    /// What `Claims` knows the timer by.
    private let claim: Int

    /// `clock` is the peripherals', at least a megahertz.
    public init<Instance: TimerInstance>(_ timer: consuming Peripheral<Instance>, clock: Frequency) {
        registers = Instance.registers
        claim = Instance.claim
        self.clock = clock
        stop()
    }

    /// Ends the driver: the timer stops, and may be taken again. Copies of the device are of no use from here.
    public func release() {
        stop()
        Claims.release(claim)
    }

    public func start(every interval: Interval) throws(IntervalTimerError) {
        let cycles = try cyclesIn(interval, clock)
        stop()
        // It counts from RELOAD to 0: one cycle more than RELOAD says.
        registers.RELOAD.write { $0.bits = cycles &- 1 }
        registers.VALUE.write { $0.bits = cycles &- 1 }
        registers.CTRL.write {
            $0.INTEN = true
            $0.ENABLE = true
        }
    }

    public func stop() {
        registers.CTRL.write { $0.bits = 0 }
        registers.INTCLEAR.clear(.INT)
    }

    public func takeEnd() -> Bool {
        guard registers.INTSTATUS.read().INT else { return false }
        registers.INTCLEAR.clear(.INT)
        return true
    }
}

/// A half of the dual timer: up to 171 s at 25 MHz. Both interrupt by one line, so a handler asks both.
public struct DualTimerDevice: IntervalTimerDevice {
    enum Half: Sendable {
        case first, second
    }

    let half: Half
    let clock: Frequency

    /// Both halves. `clock` is the peripherals', at least a megahertz.
    public static func both(
        _ timer: consuming Peripheral<DUALTIMER>, clock: Frequency
    ) -> (first: DualTimerDevice, second: DualTimerDevice) {
        let halves = (DualTimerDevice(half: .first, clock: clock), DualTimerDevice(half: .second, clock: clock))
        halves.0.stop()
        halves.1.stop()
        return halves
    }

    /// Ends both drivers: the halves stop, and the timer may be taken again. They and their copies are of no use from here.
    public static func release(_ halves: (first: DualTimerDevice, second: DualTimerDevice)) {
        halves.first.stop()
        halves.second.stop()
        Claims.release(DUALTIMER.claim)
    }

    public func start(every interval: Interval) throws(IntervalTimerError) {
        let cycles = try cyclesIn(interval, clock)
        stop()
        // In the periodic mode it counts LOAD cycles (DDI 0479, 4.4.2).
        switch half {
        case .first:
            CMSDK.DUALTIMER.TIMER1LOAD.write { $0.bits = cycles }
            CMSDK.DUALTIMER.TIMER1CONTROL.write {
                $0.TimerSize = .bits32
                $0.TimerMode = .periodic
                $0.InterruptEnable = true
                $0.TimerEnable = true
            }
        case .second:
            CMSDK.DUALTIMER.TIMER2LOAD.write { $0.bits = cycles }
            CMSDK.DUALTIMER.TIMER2CONTROL.write {
                $0.TimerSize = .bits32
                $0.TimerMode = .periodic
                $0.InterruptEnable = true
                $0.TimerEnable = true
            }
        }
    }

    public func stop() {
        switch half {
        case .first: CMSDK.DUALTIMER.TIMER1CONTROL.write { $0.bits = 0 }
        case .second: CMSDK.DUALTIMER.TIMER2CONTROL.write { $0.bits = 0 }
        }
        clear()
    }

    public func takeEnd() -> Bool {
        let hasEnded: Bool
        switch half {
        case .first: hasEnded = CMSDK.DUALTIMER.TIMER1MIS.read().MIS
        case .second: hasEnded = CMSDK.DUALTIMER.TIMER2MIS.read().MIS
        }
        if hasEnded { clear() }
        return hasEnded
    }

    private func clear() {
        switch half {
        case .first: CMSDK.DUALTIMER.TIMER1INTCLR.clear(.INT)
        case .second: CMSDK.DUALTIMER.TIMER2INTCLR.clear(.INT)
        }
    }
}

/// Cycles of the clock, at least two and no more than 32 bits hold.
private func cyclesIn(_ interval: Interval, _ clock: Frequency) throws(IntervalTimerError) -> UInt32 {
    guard let microseconds = UInt32(exactly: interval.microseconds) else { throw .outOfRange(interval) }
    let cycles = UInt64(microseconds) &* UInt64(clock / 1.megahertz)
    guard cycles >= 2, cycles <= UInt64(UInt32.max) else { throw .outOfRange(interval) }
    return UInt32(cycles)
}
