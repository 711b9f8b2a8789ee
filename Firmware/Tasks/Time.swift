// Points in time. Lengths of it are the quantity `Interval` of `Units`.
@_exported import Units

/// A point in time: microseconds since the clock was started, for 292,000 years.
public struct Instant: Comparable, Sendable {
    /// Microseconds since the clock was started.
    public var microseconds: Int64

    /// The point so many microseconds after the start.
    @inlinable @inline(__always)
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// How long after the start it is.
    @inlinable @inline(__always)
    var sinceStart: Interval { .microseconds(microseconds) }

    /// After every other: the deadline of what waits as long as it takes.
    @inlinable @inline(__always)
    public static var never: Instant { Instant(microseconds: .max) }

    @inlinable
    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
    /// The point that much later. What is beyond the range is its end: `never`.
    @inlinable
    public static func + (instant: Instant, interval: Interval) -> Instant {
        Instant(microseconds: (instant.sinceStart + interval).microseconds)
    }
    /// The point that much earlier. What is beyond the range is its end.
    @inlinable
    public static func - (instant: Instant, interval: Interval) -> Instant {
        Instant(microseconds: (instant.sinceStart - interval).microseconds)
    }
    /// The length from `right` to `left`.
    @inlinable
    public static func - (left: Instant, right: Instant) -> Interval {
        left.sinceStart - right.sinceStart
    }
}

extension Instant: CustomStringConvertible {
    /// The time since the clock was started, as that of an interval: `1.25 s`. Memory: as for an interval.
    public var description: String { self == .never ? "never" : sinceStart.description }
}
