// An end for what may take too long.

/// Runs `operation` for at most `interval`: its result, or nil if the interval ended first. Then the operation is cancelled and
/// waited for, so it should heed cancellation, as every wait of this module does; what it returns that late is dropped. Where a
/// value must not be lost that way, use `Channel.receive(until:)` and its like, which need no operation that runs beside.
///
/// If the task itself is cancelled, so is the operation, and what it makes of that is the result.
///
/// Cost: one task of `Dispatcher.reserveTasks` and a block of `StartupMemory.reserveBlocks` while it runs; 320 bytes
/// and the result in the frame of its caller. Context: tasks; the operation runs at the caller's level until it goes
/// elsewhere.
public func withTimeout<Result: Sendable>(
    _ interval: Interval, _ operation: @Sendable () async -> Result
) async -> Result? {
    let deadline = SystemClock.now + interval
    let finish = Finish()
    let reference = finish.reference
    async let result = reference.note(1, after: operation)
    // The children are cancelled with this task, and their ends are what it waits for.
    guard await finish.wait(until: deadline) != nil else { return nil }
    return await result
}
