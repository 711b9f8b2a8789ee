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
            self.init(count: isNegative ? .min : .max)
            return
        }
        rest = rest << 32 | low >> 32
        var quotient = (rest / divisor) << 32
        rest = (rest % divisor) << 32 | low & 0xFFFF_FFFF
        quotient |= rest / divisor
        let microseconds = Int64(clamping: quotient)
        self.init(count: isNegative ? -microseconds : microseconds)
    }
}

extension Duration {
    /// The same length. Cost: a multiplication of 128 bits.
    public init(_ interval: Interval) { self = .microseconds(interval.microseconds) }
}

/// The system clock. It goes on while the chip sleeps.
public struct ContinuousClock: Clock {
    /// A point in the system clock's time.
    public struct Instant: InstantProtocol {
        /// The same point as the system clock has it.
        public var onSystemClock: Tasks.Instant

        /// A point in the system clock's time.
        public init(onSystemClock: Tasks.Instant) { self.onSystemClock = onSystemClock }

        /// The clock's reading. Cost: that of `SystemClock.now`.
        public static var now: Instant { ContinuousClock.now }
        /// A point beyond the clock's time is its last, or its first.
        public func advanced(by duration: Duration) -> Instant {
            Instant(onSystemClock: onSystemClock + Interval(duration))
        }
        /// The length from this point to `other`, to the microsecond.
        public func duration(to other: Instant) -> Duration { Duration(other.onSystemClock - onSystemClock) }
        public static func < (left: Instant, right: Instant) -> Bool { left.onSystemClock < right.onSystemClock }
        public func hash(into hasher: inout Hasher) { hasher.combine(onSystemClock.microseconds) }

        /// The point that much later, rounded up to a microsecond; past the clock's last point it is that.
        public static func + (instant: Instant, duration: Duration) -> Instant { instant.advanced(by: duration) }
        /// Moves the point that much later.
        public static func += (instant: inout Instant, duration: Duration) { instant = instant + duration }
        /// The point that much earlier; past the clock's first point it is that.
        public static func - (instant: Instant, duration: Duration) -> Instant {
            instant.advanced(by: .zero - duration)
        }
        /// Moves the point that much earlier.
        public static func -= (instant: inout Instant, duration: Duration) { instant = instant - duration }
        /// The length from `right` to `left`, to the microsecond.
        public static func - (left: Instant, right: Instant) -> Duration { right.duration(to: left) }
    }

    /// The clock, of which there is one: every value is the same.
    public init() {}

    /// The clock's reading. Cost: that of `SystemClock.now`.
    public static var now: Instant { Instant(onSystemClock: SystemClock.now) }
    /// The clock's reading. Cost: that of `SystemClock.now`.
    public var now: Instant { ContinuousClock.now }
    /// A microsecond: no two readings that differ are nearer.
    public var minimumResolution: Duration { .microseconds(1) }

    /// Waits until the clock reaches `deadline`, or the task is cancelled: then it throws. `tolerance` makes no
    /// difference: a wait ends as soon as it can. Task context.
    /// - Throws: `CancellationError` if the task was cancelled first.
    public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws(CancellationError) {
        guard !Task.isCancelled, await Tasks.sleep(until: deadline.onSystemClock) else { throw CancellationError() }
    }
}

/// The chip is never suspended, so the clock that would stop meanwhile is the same.
public typealias SuspendingClock = ContinuousClock

extension Clock where Self == ContinuousClock {
    /// The system clock, for calls that take a clock.
    public static var continuous: ContinuousClock { ContinuousClock() }
    /// The same clock: the chip is never suspended.
    public static var suspending: SuspendingClock { SuspendingClock() }
}

extension Task where Success == Never, Failure == Never {
    /// Waits for `duration`, or until the task is cancelled: then it throws. Task context. Cost: that of
    /// `sleep(until:)`, and of `Interval.init(_: Duration)`.
    /// - Throws: `CancellationError` if the task was cancelled first.
    public static func sleep(for duration: Duration) async throws(CancellationError) {
        try await ContinuousClock().sleep(until: .now.advanced(by: duration))
    }

    /// Waits for `nanoseconds`, rounded up to a microsecond, or until the task is cancelled: then it throws. Task
    /// context.
    /// - Throws: `CancellationError` if the task was cancelled first.
    public static func sleep(nanoseconds: UInt64) async throws(CancellationError) {
        let interval = Interval.microseconds(Int64(nanoseconds / 1000) + (nanoseconds % 1000 > 0 ? 1 : 0))
        try await ContinuousClock().sleep(until: .init(onSystemClock: SystemClock.now + interval))
    }
}
