// What firmware asks of a timer that interrupts at equal intervals.

/// Why a timer was not started.
public enum IntervalTimerError: Error, Equatable, Sendable {
    /// The interval is zero, too short for the timer's clock, or longer than its counter.
    case outOfRange(microseconds: UInt32)
    /// It did not interrupt when it should have.
    case timeout
    /// The task was cancelled before the interval ended; that end is still to be told.
    case cancelled
}

/// A timer. `IntervalTimer` of the firmware makes one with `await` of it.
public protocol IntervalTimerDevice: Sendable {
    /// Begins anew: interrupts every so many microseconds from now on.
    /// - Throws: `outOfRange` if the timer cannot count so many microseconds; it then goes on as it was.
    func start(everyMicroseconds interval: UInt32) throws(IntervalTimerError)
    /// Stops, and forgets an interval that has ended.
    func stop()
    /// Whether an interval has ended since this was asked last. Clears the interrupt. The interrupt's level.
    func takeEnd() -> Bool
}
