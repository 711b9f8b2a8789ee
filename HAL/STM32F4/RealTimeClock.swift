// The real-time clock (RM0090 section 26): date and time of day, an alarm, and a timer that wakes the chip from `DeepSleep`.
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// The real-time clock, as a peripheral of the backup domain.
public enum RTC: PeripheralIdentity {
    public static var claim: Int { 186 }
    public static func turnOn() { BackupDomain.unlock() }
}

/// Why the clock does not run, or was not set.
public enum RealTimeClockError: Error, Equatable, Sendable {
    /// The oscillator does not start.
    case oscillator
    /// It runs from the other oscillator, which only losing the time and the backup registers can change.
    case otherSource
    /// It does not take its settings, or does not bring its registers up to date: its clock stands still.
    case timeout
    /// A time that the wake-up timer cannot count.
    case outOfRange(Interval)
}

/// The clock of the chip. It goes on through resets, `DeepSleep` and, with a battery, without a supply.
public struct RealTimeClock: ~Copyable, Sendable {
    /// What it counts.
    public enum Source: Sendable {
        /// The crystal of 32,768 Hz on PC14 and PC15.
        case crystal
        /// The watchdog's oscillator, of 32 kHz give or take half.
        case internalOscillator

        fileprivate var selection: RCC.BDCR.RTCClock { self == .crystal ? .LSE : .LSI }
        /// What divides it into seconds, in two stages, each less one (26.3.1).
        fileprivate var dividers: (asynchronous: UInt8, synchronous: UInt16) {
            self == .crystal ? (127, 255) : (127, 249)
        }
    }

    /// Looks at a flag of the clock's before giving up: some 3 ms at 168 MHz, where two cycles of its clock are 0.06.
    private static let timeout = 100_000

    /// Starts it, or takes it as it goes on from before a reset. `replacing` lets it change its source, at the cost of the
    /// time and the backup registers. A crystal may take 2 s to start (DS8626 table 34): `oscillatorPatience` is how often
    /// its ready bit is looked at, the default at least 3 s at 168 MHz. Call it during start-up.
    /// - Throws: `otherSource` if it runs from the other one and may not be changed, `oscillator` if the source does not start
    ///   in `oscillatorPatience` looks, `timeout` if the clock does not take its dividers.
    public init(
        _ clock: consuming Peripheral<RTC>, source: Source, replacing: Bool = false,
        oscillatorPatience: Int = 100_000_000
    ) throws(RealTimeClockError) {
        clock.turnedOn()
        let control = STM32F405.RCC.BDCR
        if control.read().RTCSEL != .none, control.read().RTCSEL != source.selection {
            guard replacing else { throw .otherSource }
            control.modify { $0.BDRST = true }
            control.modify { $0.BDRST = false }
        }
        switch source {
        case .crystal:
            control.modify { $0.LSEON = true }
            guard Self.wait(oscillatorPatience, until: { control.read().LSERDY }) else { throw .oscillator }
        case .internalOscillator:
            STM32F405.RCC.CSR.modify { $0.LSION = true }
            guard Self.wait(oscillatorPatience, until: { STM32F405.RCC.CSR.read().LSIRDY }) else { throw .oscillator }
        }
        let wasRunning = control.read().RTCEN
        control.modify {
            $0.RTCSEL = source.selection
            $0.RTCEN = true
        }
        guard !wasRunning else { return }
        try Self.whileSetting { registers in
            // One field at a time, the synchronous first (26.3.5).
            registers.PRER.modify { $0.PREDIV_S = source.dividers.synchronous }
            registers.PRER.modify { $0.PREDIV_A = source.dividers.asynchronous }
        }
    }

    /// Sets it, at the beginning of that second. Bounded; task context.
    /// - Throws: `timeout` if the clock does not stand still to be set; the time is as it was.
    public func set(_ time: CalendarTime) throws(RealTimeClockError) {
        try Self.whileSetting { registers in
            registers.TR.write {
                ($0.HT, $0.HU) = Self.digits(time.hour)
                ($0.MNT, $0.MNU) = Self.digits(time.minute)
                ($0.ST, $0.SU) = Self.digits(time.second)
            }
            registers.DR.write {
                ($0.YT, $0.YU) = Self.digits(UInt8(time.year - 2000))
                let (tens, ones) = Self.digits(time.month)
                ($0.MT, $0.MU) = (tens != 0, ones)
                ($0.DT, $0.DU) = Self.digits(time.day)
                $0.WDU = time.weekday
            }
        }
    }

    /// What time it is; nil if it was never set. Bounded; one context at a time, since reading the time holds the date until
    /// that is read (26.3.6).
    /// - Throws: `timeout` if the registers are not brought up to date: the clock stands still.
    public func read() throws(RealTimeClockError) -> CalendarTime? {
        let registers = STM32F405.RTC
        guard registers.ISR.read().INITS else { return nil }
        // The registers are copies, which are old after a deep sleep: new ones come every two cycles of the clock.
        Self.unlocked { registers.ISR.clear(.RSF) }
        guard Self.wait(Self.timeout, until: { registers.ISR.read().RSF }) else { throw .timeout }
        let time = registers.TR.read()
        let date = registers.DR.read()
        return CalendarTime(
            year: 2000 + UInt16(date.YT) * 10 + UInt16(date.YU), month: (date.MT ? 10 : 0) + date.MU,
            day: date.DT * 10 + date.DU, hour: time.HT * 10 + time.HU, minute: time.MNT * 10 + time.MNU,
            second: time.ST * 10 + time.SU)
    }

    private static func digits(_ number: UInt8) -> (UInt8, UInt8) { (number / 10, number % 10) }

    /// Lets `body` set the clock while it stands still (26.3.5).
    private static func whileSetting(_ body: (STM32F405PAC.RTC) -> Void) throws(RealTimeClockError) {
        let registers = STM32F405.RTC
        let isStill = unlocked {
            registers.ISR.modify { $0.INIT = true }
            let isStill = wait(timeout, until: { registers.ISR.read().INITF })
            if isStill { body(registers) }
            registers.ISR.modify { $0.INIT = false }
            return isStill
        }
        if !isStill { throw .timeout }
    }

    /// Lets `body` write the clock's registers, which two keys unlock (26.3.5).
    fileprivate static func unlocked<Result>(_ body: () -> Result) -> Result {
        let protection = STM32F405.RTC.WPR
        protection.write { $0.set(KEY: 0xCA) }
        protection.write { $0.set(KEY: 0x53) }
        defer { protection.write { $0.set(KEY: 0xFF) } }
        return body()
    }

    fileprivate static func wait(_ timeout: Int, until condition: () -> Bool) -> Bool {
        for _ in 0..<timeout where condition() { return true }
        return false
    }
}

// MARK: - What it interrupts by

extension RealTimeClock {
    /// Interrupts every day at that time of day, by line 17 of EXTI: also in deep sleep.
    /// - Throws: `timeout` if the clock does not take the alarm; there is none then.
    public func alarm(hour: UInt8, minute: UInt8, second: UInt8 = 0) throws(RealTimeClockError) -> ClockAlarm {
        precondition(hour < 24 && minute < 60 && second < 60, "no such time of day")
        let registers = STM32F405.RTC
        let isSet = Self.unlocked {
            registers.CR.modify { $0.ALRAE = false }
            guard Self.wait(Self.timeout, until: { registers.ISR.read().ALRAWF }) else { return false }
            registers.ALRMAR.write {
                ($0.HT, $0.HU) = Self.digits(hour)
                ($0.MNT, $0.MNU) = Self.digits(minute)
                ($0.ST, $0.SU) = Self.digits(second)
                // Whatever the date.
                $0.MSK4 = true
            }
            registers.CR.modify {
                $0.ALRAE = true
                $0.ALRAIE = true
            }
            return true
        }
        guard isSet else { throw .timeout }
        let alarm = ClockAlarm(line: 17, interrupt: .RTC_Alarm)
        alarm.listen()
        return alarm
    }

    /// Interrupts every `interval`, of 1 to 65,536 whole seconds, by line 22 of EXTI: also in deep sleep.
    /// - Throws: `outOfRange` for what is no whole number of seconds, 0 or more than 65,536 of them; `timeout` if the clock does not take the period.
    public func wakeUp(every interval: Interval) throws(RealTimeClockError) -> ClockAlarm {
        guard let seconds = interval.value(in: .seconds), seconds >= 1, seconds <= 65_536 else { throw .outOfRange(interval) }
        let registers = STM32F405.RTC
        let isSet = Self.unlocked {
            registers.CR.modify { $0.WUTE = false }
            guard Self.wait(Self.timeout, until: { registers.ISR.read().WUTWF }) else { return false }
            registers.WUTR.write { $0.WUT = UInt16(seconds - 1) }
            registers.CR.modify {
                // The clock's seconds (26.6.3).
                $0.WCKSEL = 0b100
                $0.WUTE = true
                $0.WUTIE = true
            }
            return true
        }
        guard isSet else { throw .timeout }
        let alarm = ClockAlarm(line: 22, interrupt: .RTC_WKUP)
        alarm.listen()
        return alarm
    }
}

/// An alarm or the wake-up timer, as a device whose edges `EdgeStream` gives to a task.
public struct ClockAlarm: EdgeDevice {
    private let line: Int
    /// The line to bind: the alarm's or the wake-up timer's.
    public let interruptLine: InterruptLine
    /// It has no level.
    public var isHigh: Bool { true }

    fileprivate init(line: Int, interrupt: Interrupt) {
        self.line = line
        interruptLine = InterruptLine(rawValue: interrupt.rawValue)
    }

    /// Its line needs rising edges to be let through (26.5, table 126).
    fileprivate func listen() {
        _ = takeEdge()
        STM32F405.EXTI.RTSR.modify { $0[TR: line] = true }
        STM32F405.EXTI.IMR.modify { $0[MR: line] = true }
    }

    public func takeEdge() -> Bool {
        let status = STM32F405.RTC.ISR.read()
        guard line == 17 ? status.ALRAF : status.WUTF else { return false }
        // The flags of ISR need no keys (26.3.5). The line's own goes last: a next edge needs the clock's low.
        if line == 17 { STM32F405.RTC.ISR.clear(.ALRAF) } else { STM32F405.RTC.ISR.clear(.WUTF) }
        STM32F405.EXTI.PR.clear(.PR(line))
        return true
    }
}
