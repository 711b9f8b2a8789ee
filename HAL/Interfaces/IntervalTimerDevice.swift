// What firmware asks of a timer that interrupts at equal intervals.
import Units

/// Why a timer was not started.
public enum IntervalTimerError: Error, Equatable, Sendable {
    /// The interval is zero, too short for the timer's clock, or longer than its counter.
    case outOfRange(Interval)
    /// It did not interrupt when it should have.
    case timeout
    /// The task was cancelled before the interval ended; that end is still to be told.
    case cancelled
}

/// A timer. `IntervalTimer` of the firmware makes one with `await` of it.
public protocol IntervalTimerDevice: Sendable {
    /// Begins anew: interrupts every `interval` from now on.
    /// - Throws: `outOfRange` if the timer cannot count so long; it then goes on as it was.
    func start(every interval: Interval) throws(IntervalTimerError)
    /// Stops, and forgets an interval that has ended.
    func stop()
    /// Whether an interval has ended since this was asked last. Clears the interrupt. The interrupt's level.
    func takeEnd() -> Bool
}
