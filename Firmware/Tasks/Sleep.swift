// Waits for a time, and for nothing else.

/// Waits until the clock reaches `deadline`, to the microsecond; a deadline that has passed only lets others run first.
/// If the task is cancelled it returns at once: false. Task context.
@discardableResult
public func sleep(until deadline: Instant) async -> Bool {
    guard deadline > SystemClock.now else {
        await Task.yield()
        return true
    }
    return await wait(in: nil, until: deadline) { false } == .expired
}

/// Waits for `interval`, or until the task is cancelled: false. Task context.
@discardableResult
public func sleep(for interval: Interval) async -> Bool {
    await sleep(until: SystemClock.now + interval)
}
