// The STM32F4's real-time clock and backup registers (RM0090 section 26), and the power control that guards them (5.4).
import MMIO
import Units

/// Power control: the bit that lets the backup domain be written, and how deep a deep sleep is.
public final class PowerModel: PeripheralModel {
    public let addresses: Range<UInt32> = 0x4000_7000..<0x4000_7400
    private var control: UInt32 = 0x4000

    /// Power control as after reset: the backup domain cannot be written.
    public init() {}

    /// DBP.
    var backupIsWritable: Bool { control >> 8 & 1 != 0 }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 { offset == 0 ? control : 0 }
    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) { if offset == 0 { control = value } }
}

/// The clock, counting seconds as the core's cycles go by, also while the chip sleeps deeply. It goes on through resets.
public final class RealTimeClockModel: TimedModel {
    public let addresses: Range<UInt32> = 0x4000_2800..<0x4000_2C00
    public let runsInDeepSleep = true
    private let coreClock: UInt64
    private let power: PowerModel
    private let clocks: ResetAndClockModel
    private let lines: ExternalInterruptModel
    private var time: UInt32 = 0
    private var date: UInt32 = 0x2101
    private var control: UInt32 = 0
    private var flags: UInt32 = 0
    private var prescaler: UInt32 = 0x007F_00FF
    private var wakeUp: UInt32 = 0xFFFF
    private var alarm: UInt32 = 0
    private var backup = [UInt32](repeating: 0, count: 20)
    private var keys: [UInt32] = []
    private var isSetting = false
    private var cyclesLeft: UInt64
    private var secondsToWakeUp: UInt32 = 0
    /// Whether it never lets itself be set, and never brings its copies up to date.
    public var isStuck = false

    private enum Flag {
        static let alarmWritable: UInt32 = 1 << 0
        static let wakeUpWritable: UInt32 = 1 << 2
        static let isSet: UInt32 = 1 << 4
        static let upToDate: UInt32 = 1 << 5
        static let standsStill: UInt32 = 1 << 6
        static let setting: UInt32 = 1 << 7
        static let alarm: UInt32 = 1 << 8
        static let wakeUp: UInt32 = 1 << 10
    }

    init(coreClock: Frequency, power: PowerModel, clocks: ResetAndClockModel, lines: ExternalInterruptModel) {
        self.coreClock = UInt64(coreClock.hertz)
        self.power = power
        self.clocks = clocks
        self.lines = lines
        cyclesLeft = UInt64(coreClock.hertz)
        clocks.onBackupReset = { [unowned self] in reset() }
    }

    /// The backup domain is reset: nothing else does that.
    private func reset() {
        (time, date, control, flags, prescaler, wakeUp, alarm) = (0, 0x2101, 0, 0, 0x007F_00FF, 0xFFFF, 0)
        backup = [UInt32](repeating: 0, count: 20)
    }

    private var isUnlocked: Bool { keys == [0xCA, 0x53] && power.backupIsWritable }

    // MARK: - Time

    /// Cycles of the core's full speed in one of its seconds.
    private var second: UInt64? {
        guard let source = clocks.realTimeClockFrequency, !isSetting else { return nil }
        let divided = UInt64(prescaler >> 16 & 0x7F) + 1
        return coreClock * divided * (UInt64(prescaler & 0x7FFF) + 1) / UInt64(source)
    }

    public var cyclesUntilEvent: UInt64? { second == nil ? nil : cyclesLeft }

    public func advance(by cycles: UInt64) {
        guard let second else { return }
        cyclesLeft -= min(cycles, cyclesLeft)
        guard cyclesLeft == 0 else { return }
        cyclesLeft = second
        tick()
    }

    private func tick() {
        if countUp(&time, 0, tens: 4, ones: 4, from: 0, through: 59), countUp(&time, 8, tens: 4, ones: 4, from: 0, through: 59),
            countUp(&time, 16, tens: 2, ones: 4, from: 0, through: 23)
        {
            let weekday = date >> 13 & 7
            date = date & ~(7 << 13) | (weekday == 7 ? 1 : weekday + 1) << 13
            if countUp(&date, 0, tens: 2, ones: 4, from: 1, through: daysInMonth),
                countUp(&date, 8, tens: 1, ones: 4, from: 1, through: 12)
            {
                _ = countUp(&date, 16, tens: 4, ones: 4, from: 0, through: 99)
            }
        }
        // The date is always masked here: alarms of every day.
        if control >> 8 & 1 != 0, alarm >> 31 != 0, time & 0x7F_7F7F == alarm & 0x7F_7F7F {
            raise(Flag.alarm, enable: 12, line: 17)
        }
        guard control >> 10 & 1 != 0 else { return }
        if secondsToWakeUp > 0 {
            secondsToWakeUp -= 1
        } else {
            secondsToWakeUp = wakeUp
            raise(Flag.wakeUp, enable: 14, line: 22)
        }
    }

    private func raise(_ flag: UInt32, enable: UInt32, line: Int) {
        // The line sees the flag rise; one that is still up is no edge.
        if flags & flag == 0, control >> enable & 1 != 0 { lines.edge(at: line, isRising: true) }
        flags |= flag
    }

    private func number(_ register: UInt32, _ shift: UInt32, tens: UInt32) -> UInt32 {
        (register >> (shift + 4) & ((1 << tens) - 1)) * 10 + (register >> shift & 0xF)
    }

    private var daysInMonth: UInt32 {
        switch number(date, 8, tens: 1) {
        case 2: number(date, 16, tens: 4) % 4 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Counts a number of two decimal digits up; true if it began anew.
    private func countUp(
        _ register: inout UInt32, _ shift: UInt32, tens: UInt32, ones: UInt32, from first: UInt32, through last: UInt32
    ) -> Bool {
        let old = number(register, shift, tens: tens)
        let new = old >= last ? first : old + 1
        let mask = ((1 << (tens + ones)) - 1 as UInt32) << shift
        register = register & ~mask | ((new / 10) << 4 | new % 10) << shift
        return old >= last
    }

    // MARK: - Registers

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x00: time
        case 0x04: date
        case 0x08: control
        case 0x0C: status
        case 0x10: prescaler
        case 0x14: wakeUp
        case 0x1C: alarm
        case 0x50..<0xA0: backup[Int(offset - 0x50) / 4]
        default: 0
        }
    }

    private var status: UInt32 {
        var value = flags
        // An alarm and the wake-up timer can be set only while they are off.
        if control >> 8 & 1 == 0, !isStuck { value |= Flag.alarmWritable }
        if control >> 10 & 1 == 0, !isStuck { value |= Flag.wakeUpWritable }
        if date >> 16 & 0xFF != 0 { value |= Flag.isSet }
        if second != nil, !isStuck { value |= Flag.upToDate }
        if isSetting, !isStuck { value |= Flag.standsStill }
        return isSetting ? value | Flag.setting : value
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x24: keys = Array((keys + [value & 0xFF]).suffix(2))
        case 0x50..<0xA0 where power.backupIsWritable: backup[Int(offset - 0x50) / 4] = value
        case 0x0C:
            // Flags are cleared without the keys; INIT needs them (26.3.5).
            flags &= value | ~(Flag.alarm | Flag.wakeUp)
            if isUnlocked { setSetting(value & Flag.setting != 0) }
        case _ where !isUnlocked: break
        case 0x00 where isSetting: time = value
        case 0x04 where isSetting: date = value
        case 0x10 where isSetting: prescaler = value
        case 0x08:
            if value >> 10 & 1 != 0, control >> 10 & 1 == 0 { secondsToWakeUp = wakeUp }
            control = value
        case 0x14 where control >> 10 & 1 == 0: wakeUp = value & 0xFFFF
        case 0x1C where control >> 8 & 1 == 0: alarm = value
        default: break
        }
    }

    private func setSetting(_ isOn: Bool) {
        isSetting = isOn
        // Counting begins with a whole second.
        if let second { cyclesLeft = second }
    }
}
