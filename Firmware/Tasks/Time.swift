// Lengths of time and points in it.

/// A length of time in microseconds.
public struct Interval: Comparable, Sendable {
    public var microseconds: Int64

    @inlinable @inline(__always)
    public init(microseconds: Int64) { self.microseconds = microseconds }

    @inlinable @inline(__always)
    public static func microseconds(_ count: Int64) -> Interval { Interval(microseconds: count) }
    @inlinable @inline(__always)
    public static func milliseconds(_ count: Int64) -> Interval { Interval(microseconds: count &* 1000) }
    @inlinable @inline(__always)
    public static func seconds(_ count: Int64) -> Interval { Interval(microseconds: count &* 1_000_000) }

    @inlinable
    public static func < (left: Interval, right: Interval) -> Bool { left.microseconds < right.microseconds }
}

/// A point in time: microseconds since the clock was started. Wraps after 292,000 years.
public struct Instant: Comparable, Sendable {
    public var microseconds: Int64

    @inlinable @inline(__always)
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// Behind every other: the deadline of what waits as long as it takes.
    @inlinable @inline(__always)
    public static var never: Instant { Instant(microseconds: .max) }

    @inlinable
    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
    @inlinable
    public static func + (instant: Instant, interval: Interval) -> Instant {
        Instant(microseconds: instant.microseconds &+ interval.microseconds)
    }
    @inlinable
    public static func - (left: Instant, right: Instant) -> Interval {
        Interval(microseconds: left.microseconds &- right.microseconds)
    }
}
