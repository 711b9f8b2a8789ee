// Lengths of time and points in it.

/// A length of time in microseconds.
public struct Interval: Comparable, Sendable {
    /// The length in microseconds; negative for what goes back.
    public var microseconds: Int64

    /// A length of so many microseconds.
    @inlinable @inline(__always)
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// A length of so many microseconds.
    @inlinable @inline(__always)
    public static func microseconds(_ count: Int64) -> Interval { Interval(microseconds: count) }
    /// A length of so many milliseconds; the longest there is, if that is longer.
    @inlinable @inline(__always)
    public static func milliseconds(_ count: Int64) -> Interval { Interval(microseconds: count.multiplied(clampingBy: 1000)) }
    /// A length of so many seconds; the longest there is, if that is longer.
    @inlinable @inline(__always)
    public static func seconds(_ count: Int64) -> Interval {
        Interval(microseconds: count.multiplied(clampingBy: 1_000_000))
    }

    @inlinable
    public static func < (left: Interval, right: Interval) -> Bool { left.microseconds < right.microseconds }
    /// Both lengths together. What is beyond the range is its end.
    @inlinable
    public static func + (left: Interval, right: Interval) -> Interval {
        Interval(microseconds: left.microseconds.added(clamping: right.microseconds))
    }
    /// The first length without the second. What is beyond the range is its end.
    @inlinable
    public static func - (left: Interval, right: Interval) -> Interval {
        Interval(microseconds: left.microseconds.subtracted(clamping: right.microseconds))
    }
    /// So many times the length. What is beyond the range is its end.
    @inlinable
    public static func * (interval: Interval, count: Int64) -> Interval {
        Interval(microseconds: interval.microseconds.multiplied(clampingBy: count))
    }
}

/// A point in time: microseconds since the clock was started, for 292,000 years.
public struct Instant: Comparable, Sendable {
    /// Microseconds since the clock was started.
    public var microseconds: Int64

    /// The point so many microseconds after the start.
    @inlinable @inline(__always)
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// After every other: the deadline of what waits as long as it takes.
    @inlinable @inline(__always)
    public static var never: Instant { Instant(microseconds: .max) }

    @inlinable
    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
    /// The point that much later. What is beyond the range is its end: `never`.
    @inlinable
    public static func + (instant: Instant, interval: Interval) -> Instant {
        Instant(microseconds: instant.microseconds.added(clamping: interval.microseconds))
    }
    /// The point that much earlier. What is beyond the range is its end.
    @inlinable
    public static func - (instant: Instant, interval: Interval) -> Instant {
        Instant(microseconds: instant.microseconds.subtracted(clamping: interval.microseconds))
    }
    /// The length from `right` to `left`.
    @inlinable
    public static func - (left: Instant, right: Instant) -> Interval {
        Interval(microseconds: left.microseconds.subtracted(clamping: right.microseconds))
    }
}

// What is beyond the range is its end: a deadline too far away is never, and not in the past.
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

extension Interval: CustomStringConvertible {
    /// The length in seconds with its decimals, such as `1.25 s`. Takes memory, as every string that is made does: text
    /// without any is `TextOutput`'s.
    public var description: String { "\(seconds: microseconds) s" }
}

extension Instant: CustomStringConvertible {
    /// The time since the clock was started in seconds with its decimals, such as `1.25 s`. Memory: as for an interval.
    public var description: String { self == .never ? "never" : "\(seconds: microseconds) s" }
}

extension DefaultStringInterpolation {
    /// Microseconds as seconds, without zeros at the end.
    fileprivate mutating func appendInterpolation(seconds microseconds: Int64) {
        let magnitude = microseconds.magnitude
        if microseconds < 0 { appendLiteral("-") }
        appendInterpolation(magnitude / 1_000_000)
        var rest = magnitude % 1_000_000
        guard rest > 0 else { return }
        appendLiteral(".")
        while rest > 0 {
            rest *= 10
            appendInterpolation(rest / 1_000_000)
            rest %= 1_000_000
        }
    }
}
