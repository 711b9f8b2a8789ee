// A hardware timer for a task: delays and periods that are exact to the cycle, beside the system clock's microseconds.
import Interfaces
import Synchronization
import Tasks

/// A timer for one task.
///
///     private let timer = IntervalTimer(TimerDevice(timer0, clock: 25.megahertz))
///
///     Level4.bind(timerLine) { timer.handleInterrupt() }
///     try timer.start(every: .microseconds(250))
///     while true { sample(try await timer.next()) }
///
/// The interrupt line is the device's `interruptLine` on the STM32F4, and the peripheral's `interrupt` on the CMSDK.
///
/// Waiting is bounded by the system clock: a timer that does not interrupt in twice its interval and a millisecond is
/// stopped, and the wait throws.
///
/// Cost: 36 bytes; about 60 instructions an interrupt. An object, made during start-up, so that its handler and its task may
/// have it both. Context: one task, but for `handleInterrupt`.
public final class IntervalTimer<Device: IntervalTimerDevice>: Sendable {
    private let device: Device
    private let ends = Atomic<UInt32>(0)
    /// In microseconds.
    private let interval = Atomic<UInt32>(0)
    private let ended = Signal()

    /// Takes over the device. Bind its interrupt before `start`.
    public init(_ device: Device) { self.device = device }

    /// Counts the end of an interval, if one has ended. The level that the interrupt is bound to.
    public func handleInterrupt() {
        guard device.takeEnd() else { return }
        ends.wrappingAdd(1, ordering: .relaxed)
        ended.notify()
    }

    /// Starts: an interval ends every `interval` from now on.
    /// - Throws: `outOfRange` if the timer cannot count so long; it stands still then.
    public func start(every interval: Interval) throws(IntervalTimerError) {
        device.stop()
        ended.reset()
        ends.store(0, ordering: .relaxed)
        // What does not fit is out of range for the device, too.
        self.interval.store(UInt32(clamping: interval.microseconds), ordering: .relaxed)
        try device.start(every: interval)
    }

    /// Stops the timer. An end that came before is forgotten.
    public func stop() {
        device.stop()
        ended.reset()
    }

    /// Waits for the end of the interval; says how many others ended since the last wait and will not be told again. Throws
    /// `cancelled` if the task was cancelled first: that end is still to come.
    public func next() async throws(IntervalTimerError) -> Int {
        let length = Int64(interval.load(ordering: .relaxed))
        let deadline = SystemClock.now + .microseconds(length * 2 + 1000)
        var outcome = Waiter.Outcome.served
        while true {
            // Looked at once more after the deadline: both may have come while a higher level ran.
            let count = ends.exchange(0, ordering: .relaxed)
            if count > 0 { return Int(count) - 1 }
            guard outcome == .served else { break }
            outcome = await ended.wait(until: deadline, endsWhenCancelled: true)
        }
        if outcome == .cancelled { throw .cancelled }
        stop()
        throw .timeout
    }

    /// Waits once. Throws `cancelled` if the task was cancelled first.
    public func delay(_ interval: Interval) async throws(IntervalTimerError) {
        try start(every: interval)
        defer { stop() }
        _ = try await next()
    }
}
