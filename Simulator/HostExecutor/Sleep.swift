// Sleeping on the executor's timers.

extension HostExecutor {
    /// Suspends the calling task until `deadline`, or a tenth of a millisecond longer if a worker is free then. One
    /// that has passed suspends it all the same. Throws when the task is cancelled or the executor shut down.
    /// - Throws: `CancellationError` when the task is cancelled or the executor shut down.
    public func sleep(until deadline: ContinuousClock.Instant) async throws(CancellationError) {
        try await sleep(untilTicks: ClockOrigin.ticks(at: deadline))
    }

    /// Suspends the calling task for `duration` or a little more.
    /// - Throws: `CancellationError` when the task is cancelled or the executor shut down.
    public func sleep(for duration: Duration) async throws(CancellationError) {
        let (ticks, overflow) = Reactor.now().addingReportingOverflow(UInt64(clampingNanosecondsOf: duration))
        try await sleep(untilTicks: overflow ? .max - 1 : ticks)
    }

    private func sleep(untilTicks ticks: UInt64) async throws(CancellationError) {
        guard case .ready = await reactor.sleep(until: ticks) else { throw CancellationError() }
    }
}

/// A moment on the clock of Swift and the one of the system: the two run alike.
private enum ClockOrigin {
    static let origin = (instant: ContinuousClock.now, ticks: Reactor.now())

    static func ticks(at instant: ContinuousClock.Instant) -> UInt64 {
        let distance = origin.instant.duration(to: instant)
        if distance < .zero {
            let before = UInt64(clampingNanosecondsOf: .zero - distance)
            return before < origin.ticks ? origin.ticks - before : 0
        }
        let (ticks, overflow) = origin.ticks.addingReportingOverflow(UInt64(clampingNanosecondsOf: distance))
        return overflow ? .max - 1 : ticks
    }
}

extension UInt64 {
    /// Whole nanoseconds, rounded up; 0 for what is negative, and about 290 years for what is longer.
    fileprivate init(clampingNanosecondsOf duration: Duration) {
        let (seconds, attoseconds) = duration.components
        guard seconds >= 0, attoseconds >= 0 else {
            self = 0
            return
        }
        let limit: Int64 = 9_200_000_000
        self = UInt64(Swift.min(seconds, limit)) * 1_000_000_000 + UInt64((attoseconds + 999_999_999) / 1_000_000_000)
    }
}
