// MBC3's clock, driven by the machine's own time. It is brought up to date when it is used, and at each frame's end.

/// What the clock shows.
public struct ClockTime: Equatable, Sendable {
    /// 0...59; a program can set up to 63, which count on to 0 without a carry.
    public var seconds: UInt8
    /// 0...59; a program can set up to 63, which count on to 0 without a carry.
    public var minutes: UInt8
    /// 0...23, or as set up to 31.
    public var hours: UInt8
    /// 0...511.
    public var days: UInt16
    /// The clock stands.
    public var isHalted: Bool
    /// The days went beyond 511.
    public var hasOverflowed: Bool

    /// A time; of each number only the bits that the register has.
    public init(
        seconds: UInt8 = 0, minutes: UInt8 = 0, hours: UInt8 = 0, days: UInt16 = 0, isHalted: Bool = false,
        hasOverflowed: Bool = false
    ) {
        self.seconds = seconds & 0x3F
        self.minutes = minutes & 0x3F
        self.hours = hours & 0x1F
        self.days = days & 0x1FF
        self.isHalted = isHalted
        self.hasOverflowed = hasOverflowed
    }

    /// The five registers as the CPU numbers them.
    subscript(register: UInt32) -> UInt8 {
        get {
            switch register {
            case 0: seconds
            case 1: minutes
            case 2: hours
            case 3: UInt8(truncatingIfNeeded: days)
            default: UInt8(truncatingIfNeeded: days &>> 8) | (isHalted ? 0x40 : 0) | (hasOverflowed ? 0x80 : 0)
            }
        }
        set {
            switch register {
            case 0: seconds = newValue & Self.mask(0)
            case 1: minutes = newValue & Self.mask(1)
            case 2: hours = newValue & Self.mask(2)
            case 3: days = days & 0x100 | UInt16(newValue)
            default:
                days = days & 0xFF | UInt16(newValue & 1) &<< 8
                isHalted = newValue & 0x40 != 0
                hasOverflowed = newValue & 0x80 != 0
            }
        }
    }

    /// The bits that a register has.
    static func mask(_ register: UInt32) -> UInt8 {
        switch register {
        case 0, 1: 0x3F
        case 2: 0x1F
        case 3: 0xFF
        default: 0xC1
        }
    }

    mutating func tick() {
        seconds = (seconds &+ 1) & 0x3F
        guard seconds == 60 else { return }
        seconds = 0
        minutes = (minutes &+ 1) & 0x3F
        guard minutes == 60 else { return }
        minutes = 0
        hours = (hours &+ 1) & 0x1F
        guard hours == 24 else { return }
        hours = 0
        days = (days &+ 1) & 0x1FF
        if days == 0 { hasOverflowed = true }
    }
}

/// Source: Pan Docs, "MBC3", "The Clock Counter Registers".
struct CartridgeClock {
    var time = ClockTime()
    /// What the CPU reads.
    var latched = ClockTime()
    /// Clocks of the current second, as of `counted`.
    var fraction: UInt32 = 0
    var counted: Moment = 0

    private static var clocksInSecond: UInt32 { 4_194_304 }

    @_optimize(size)
    mutating func catchUp(to now: Moment) {
        if !time.isHalted { fraction &+= now &- counted }
        counted = now
        while fraction >= Self.clocksInSecond {
            fraction &-= Self.clocksInSecond
            time.tick()
        }
    }

    mutating func latch(at now: Moment) {
        catchUp(to: now)
        latched = time
    }

    func readLatched(_ register: UInt32) -> UInt32 {
        // Bits that are not there read 0.
        UInt32(latched[register])
    }

    mutating func write(_ register: UInt32, _ value: UInt32, at now: Moment) {
        catchUp(to: now)
        if register == 0 { fraction = 0 }
        let byte = UInt8(truncatingIfNeeded: value)
        time[register] = byte
        latched[register] = byte
    }

    /// Lets time pass while the machine was off.
    @_optimize(size)
    mutating func advance(seconds: UInt32) {
        guard !time.isHalted else { return }
        // In one step as far as no register is beyond its range, which takes a minute, an hour or a day to mend.
        var left = seconds
        while left > 0 && (time.seconds > 59 || time.minutes > 59 || time.hours > 23) {
            time.tick()
            left &-= 1
        }
        guard left > 0 else { return }
        let (seconds, minutes, hours) = (UInt32(time.seconds), UInt32(time.minutes), UInt32(time.hours))
        let inDay = hours &* 3600 &+ minutes &* 60 &+ seconds
        let days = left / 86_400 &+ (inDay &+ left % 86_400) / 86_400 &+ UInt32(time.days)
        let rest = (inDay &+ left % 86_400) % 86_400
        time.seconds = UInt8(truncatingIfNeeded: rest % 60)
        time.minutes = UInt8(truncatingIfNeeded: rest / 60 % 60)
        time.hours = UInt8(truncatingIfNeeded: rest / 3600)
        time.days = UInt16(truncatingIfNeeded: days & 0x1FF)
        if days > 511 { time.hasOverflowed = true }
    }
}
