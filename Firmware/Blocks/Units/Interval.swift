// The length of time that firmware waits: a quantity whose arithmetic ends at the ends of its range.

// What is beyond the range is its end: a deadline too far away is never, and not in the past.
extension Quantity where Unit == Microsecond, Scalar == Int64 {
    /// So many microseconds.
    @inlinable @inline(__always)
    public static func microseconds(_ count: Int64) -> Interval { Interval(count: count) }
    /// So many milliseconds; the longest there is, if that is longer.
    @inlinable @inline(__always)
    public static func milliseconds(_ count: Int64) -> Interval { Interval(count: count.multiplied(clampingBy: 1000)) }
    /// So many seconds; the longest there is, if that is longer.
    @inlinable @inline(__always)
    public static func seconds(_ count: Int64) -> Interval { Interval(count: count.multiplied(clampingBy: 1_000_000)) }
    /// So many minutes; the longest there is, if that is longer.
    @inlinable @inline(__always)
    public static func minutes(_ count: Int64) -> Interval { Interval(count: count.multiplied(clampingBy: 60_000_000)) }
    /// So many hours; the longest there is, if that is longer.
    @inlinable @inline(__always)
    public static func hours(_ count: Int64) -> Interval { Interval(count: count.multiplied(clampingBy: 3_600_000_000)) }
    /// So many days; the longest there is, if that is longer.
    @inlinable @inline(__always)
    public static func days(_ count: Int64) -> Interval { Interval(count: count.multiplied(clampingBy: 86_400_000_000)) }

    /// Both lengths together. What is beyond the range is its end.
    @inlinable
    public static func + (left: Interval, right: Interval) -> Interval {
        Interval(count: left.count.added(clamping: right.count))
    }
    /// The first length without the second. What is beyond the range is its end.
    @inlinable
    public static func - (left: Interval, right: Interval) -> Interval {
        Interval(count: left.count.subtracted(clamping: right.count))
    }
    /// So many times the length. What is beyond the range is its end.
    @inlinable
    public static func * (interval: Interval, number: Int64) -> Interval {
        Interval(count: interval.count.multiplied(clampingBy: number))
    }
    /// So many times the length. What is beyond the range is its end.
    @inlinable
    public static func * (number: Int64, interval: Interval) -> Interval { interval * number }
    /// Makes it longer. What is beyond the range is its end.
    @inlinable
    public static func += (left: inout Interval, right: Interval) { left = left + right }
    /// Makes it shorter. What is beyond the range is its end.
    @inlinable
    public static func -= (left: inout Interval, right: Interval) { left = left - right }
}

extension Int64 {
    @inlinable @inline(__always)
    func added(clamping other: Int64) -> Int64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? (other < 0 ? .min : .max) : sum
    }

    @inlinable @inline(__always)
    func subtracted(clamping other: Int64) -> Int64 {
        let (difference, overflows) = subtractingReportingOverflow(other)
        return overflows ? (other < 0 ? .max : .min) : difference
    }

    @inlinable @inline(__always)
    func multiplied(clampingBy other: Int64) -> Int64 {
        let (product, overflows) = multipliedReportingOverflow(by: other)
        return overflows ? ((self < 0) == (other < 0) ? .max : .min) : product
    }
}
