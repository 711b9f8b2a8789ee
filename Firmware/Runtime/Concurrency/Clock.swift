// Clocks, as generic code knows them. `Tasks` has the chip's own.
import Swift

/// A wait ended because its task was cancelled.
public struct CancellationError: Error {
    /// The error, which carries nothing.
    @_alwaysEmitIntoClient
    public init() {}
}

/// What tells the time and waits for one.
public protocol Clock<Duration>: Sendable {
    /// A length of the clock's time.
    associatedtype Duration where Duration == Instant.Duration
    /// A point in the clock's time.
    associatedtype Instant: InstantProtocol

    /// The clock's reading.
    var now: Instant { get }
    /// The least by which two readings can differ.
    var minimumResolution: Duration { get }
    /// Waits until the clock reaches `deadline`. It may wait longer by `tolerance`.
    /// - Throws: `CancellationError` if the task is cancelled first.
    func sleep(until deadline: Instant, tolerance: Duration?) async throws(CancellationError)
}

extension Clock {
    /// Waits for `duration` from now on.
    /// - Throws: `CancellationError` if the task is cancelled first.
    @_alwaysEmitIntoClient
    nonisolated(nonsending) public func sleep(
        for duration: Duration, tolerance: Duration? = nil
    ) async throws(CancellationError) {
        try await sleep(until: now.advanced(by: duration), tolerance: tolerance)
    }

    /// How long `work` takes.
    @_alwaysEmitIntoClient
    public func measure<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) -> Duration {
        let start = now
        try work()
        return start.duration(to: now)
    }

    /// The same for work that waits.
    @_alwaysEmitIntoClient
    nonisolated(nonsending) public func measure<Failure: Error>(
        _ work: nonisolated(nonsending) () async throws(Failure) -> Void
    ) async throws(Failure) -> Duration {
        let start = now
        try await work()
        return start.duration(to: now)
    }
}

extension Task where Success == Never, Failure == Never {
    /// Waits until `clock` reaches `deadline`, or the task is cancelled: then it throws. Task context.
    @_alwaysEmitIntoClient
    nonisolated(nonsending) public static func sleep<C: Clock>(
        until deadline: C.Instant, tolerance: C.Duration? = nil, clock: C
    ) async throws(CancellationError) {
        try await clock.sleep(until: deadline, tolerance: tolerance)
    }

    /// Waits for `duration`, or until the task is cancelled: then it throws. Task context.
    @_alwaysEmitIntoClient
    nonisolated(nonsending) public static func sleep<C: Clock>(
        for duration: C.Duration, tolerance: C.Duration? = nil, clock: C
    ) async throws(CancellationError) {
        try await clock.sleep(for: duration, tolerance: tolerance)
    }
}
