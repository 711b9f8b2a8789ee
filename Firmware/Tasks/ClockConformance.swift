// The chip's clock as a `Clock` of the language, so that `Task.sleep` and generic code that waits work on it. On the
// host these take the place of Swift's own, which wait for the host's time.

extension Interval {
    /// Rounded up to a microsecond, so that a wait is not shorter than was asked for; a length beyond what an interval
    /// holds is the longest. Cost: two divisions of 64 bits, about 150 instructions.
    public init(_ duration: Duration) {
        // A duration counts attoseconds in 128 bits, for which the chip's libraries have no division. A microsecond is
        // 10¹² of them, 2¹² times a number that fits a word; so it is a shift, and a long division by words.
        let isNegative = duration._high < 0
        let magnitude = isNegative ? .zero - duration : duration
        let addend = isNegative ? 0 : 999_999_999_999 as UInt64
        let (sum, carry) = magnitude._low.addingReportingOverflow(addend)
        let high = UInt64(bitPattern: magnitude._high) &+ (carry ? 1 : 0)

        let divisor = 244_140_625 as UInt64
        var rest = high >> 12
        let low = high << 52 | sum >> 12
        guard rest < divisor else {
            self.init(microseconds: isNegative ? .min : .max)
            return
        }
        rest = rest << 32 | low >> 32
        var quotient = (rest / divisor) << 32
        rest = (rest % divisor) << 32 | low & 0xFFFF_FFFF
        quotient |= rest / divisor
        let microseconds = Int64(clamping: quotient)
        self.init(microseconds: isNegative ? -microseconds : microseconds)
    }
}

extension Duration {
    public init(_ interval: Interval) { self = .microseconds(interval.microseconds) }
}

/// The system clock. It goes on while the chip sleeps.
public struct ContinuousClock: Clock {
    /// A point in the system clock's time.
    public struct Instant: InstantProtocol {
        public var onSystemClock: Tasks.Instant

        public init(onSystemClock: Tasks.Instant) { self.onSystemClock = onSystemClock }

        public static var now: Instant { ContinuousClock.now }
        /// A point beyond the clock's time is its last, or its first.
        public func advanced(by duration: Duration) -> Instant {
            Instant(onSystemClock: onSystemClock + Interval(duration))
        }
        public func duration(to other: Instant) -> Duration { Duration(other.onSystemClock - onSystemClock) }
        public static func < (left: Instant, right: Instant) -> Bool { left.onSystemClock < right.onSystemClock }
        public func hash(into hasher: inout Hasher) { hasher.combine(onSystemClock.microseconds) }

        public static func + (instant: Instant, duration: Duration) -> Instant { instant.advanced(by: duration) }
        public static func += (instant: inout Instant, duration: Duration) { instant = instant + duration }
        public static func - (instant: Instant, duration: Duration) -> Instant {
            instant.advanced(by: .zero - duration)
        }
        public static func -= (instant: inout Instant, duration: Duration) { instant = instant - duration }
        public static func - (left: Instant, right: Instant) -> Duration { right.duration(to: left) }
    }

    public init() {}

    public static var now: Instant { Instant(onSystemClock: SystemClock.now) }
    public var now: Instant { ContinuousClock.now }
    public var minimumResolution: Duration { .microseconds(1) }

    /// Waits until the clock reaches `deadline`, or the task is cancelled: then it throws. `tolerance` makes no
    /// difference: a wait ends as soon as it can. Task context.
    public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws(CancellationError) {
        guard !Task.isCancelled, await Tasks.sleep(until: deadline.onSystemClock) else { throw CancellationError() }
    }
}

/// The chip is never suspended, so the clock that would stop meanwhile is the same.
public typealias SuspendingClock = ContinuousClock

extension Clock where Self == ContinuousClock {
    public static var continuous: ContinuousClock { ContinuousClock() }
    public static var suspending: SuspendingClock { SuspendingClock() }
}

extension Task where Success == Never, Failure == Never {
    /// Waits for `duration`, or until the task is cancelled: then it throws. Task context. Cost: that of
    /// `sleep(until:)`, and of `Interval.init(_: Duration)`.
    public static func sleep(for duration: Duration) async throws(CancellationError) {
        try await ContinuousClock().sleep(until: .now.advanced(by: duration))
    }

    /// Waits for `nanoseconds`, rounded up to a microsecond, or until the task is cancelled: then it throws. Task
    /// context.
    public static func sleep(nanoseconds: UInt64) async throws(CancellationError) {
        let interval = Interval(microseconds: Int64(nanoseconds / 1000) + (nanoseconds % 1000 > 0 ? 1 : 0))
        try await ContinuousClock().sleep(until: .init(onSystemClock: SystemClock.now + interval))
    }
}
