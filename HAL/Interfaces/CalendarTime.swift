// A date and a time of day, as clocks on boards keep them: the years 2001 to 2099, in which every fourth is a leap year.

/// A moment, to the second, in no particular time zone.
public struct CalendarTime: Equatable, Sendable {
    /// 2001 to 2099.
    public let year: UInt16
    /// 1 to 12.
    public let month: UInt8
    /// 1 to 31.
    public let day: UInt8
    /// 0 to 23.
    public let hour: UInt8
    /// 0 to 59.
    public let minute: UInt8
    /// 0 to 59; there are no leap seconds.
    public let second: UInt8

    /// Nil if there is no such moment.
    public init?(year: UInt16, month: UInt8, day: UInt8, hour: UInt8 = 0, minute: UInt8 = 0, second: UInt8 = 0) {
        guard (2001...2099).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(in: month, of: year), hour < 24, minute < 60, second < 60
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    static func days(in month: UInt8, of year: UInt16) -> UInt8 {
        switch month {
        case 2: year % 4 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since the first of January 2001, which was a Monday.
    private var dayNumber: UInt32 {
        let years = UInt32(year) - 2001
        var days = years * 365 + years / 4 + UInt32(day) - 1
        for earlier in 1..<month { days += UInt32(Self.days(in: earlier, of: year)) }
        return days
    }

    /// 1, Monday, to 7.
    public var weekday: UInt8 { UInt8(truncatingIfNeeded: dayNumber % 7 + 1) }

    /// Seconds since the beginning of 2001: how long something took.
    public var secondsSince2001: UInt32 {
        dayNumber * 86_400 + UInt32(hour) * 3600 + UInt32(minute) * 60 + UInt32(second)
    }
}
