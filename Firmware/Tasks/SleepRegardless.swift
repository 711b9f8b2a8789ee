// A sleep for drivers. In a file of its own: an image carries all async functions of a file that it uses one of.

/// Waits until the clock reaches `deadline`, whether the task is cancelled or not: for a device that has begun what cannot
/// be left in the middle. Task context.
public func sleepRegardless(until deadline: Instant) async {
    guard deadline > SystemClock.now else { return await Task.yield() }
    _ = await wait(in: nil, until: deadline, endsWhenCancelled: false) { false }
}
