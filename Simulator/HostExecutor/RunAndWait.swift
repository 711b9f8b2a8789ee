// The way from a thread that runs no tasks into one that does.

/// Runs `operation` in a task on `executor`, Swift's global one if that is nil, and blocks the calling thread until it
/// has ended. Only for a thread that runs no tasks, such as a program's first.
public func runAndWait<Success: Sendable>(
    on executor: (any TaskExecutor)?, _ operation: @escaping @Sendable () async -> Success
) -> Success {
    let outcome = Outcome<Success>()
    Task(executorPreference: executor) { outcome.finish(await operation()) }
    return outcome.wait()
}

/// What a task hands to the thread that waits for it.
private final class Outcome<Success: Sendable>: Sendable {
    private let value = Lock<Success?>(nil)
    private let signal = ThreadSignal()

    func finish(_ success: Success) {
        value.withLock { $0 = success }
        signal.send()
    }

    func wait() -> Success {
        signal.wait()
        return value.withLock { $0! }
    }
}
