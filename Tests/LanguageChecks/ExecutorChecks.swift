// Task executors: levels that a task's `@concurrent` code prefers.
import Tasks

@concurrent
private func level() async -> UInt32 { UInt32(Dispatcher.runningLevel) }

@concurrent
private func levelBehindAWait() async -> UInt32 {
    await sleep(for: .milliseconds(1))
    return UInt32(Dispatcher.runningLevel)
}

@concurrent
private func levelOfChildren() async -> UInt32 {
    async let first = level()
    let second = await withTaskGroup(of: UInt32.self) { group in
        group.addTask { await levelBehindAWait() }
        return await group.next() ?? 0
    }
    return await first * 10 + second
}

@Level6
private func thereAndBack() async -> UInt32 { await level() * 10 + UInt32(Dispatcher.runningLevel) }

private enum Refusal: Error { case refused }

@MainActor
enum ExecutorChecks {
    static func run(_ expect: Expectation) async {
        let preferred = await withTaskExecutorPreference(Level3.taskExecutor) {
            await level() * 100 + levelBehindAWait() * 10 + UInt32(Dispatcher.runningLevel)
        }
        expect("@concurrent code runs at the preferred level", preferred, 330)
        expect("and its caller where it did before", UInt32(Dispatcher.runningLevel), 0)
        expect("an actor's level comes before the preferred one", await preferring4 { await thereAndBack() }, 46)

        let nested = await withTaskExecutorPreference(Level3.taskExecutor) {
            let inner = await withTaskExecutorPreference(Level5.taskExecutor) { await level() }
            return await inner * 10 + level()
        }
        expect("a preference within another", nested, 53)
        expect("children prefer what their parent does", await preferring4 { await levelOfChildren() }, 44)

        let detached = await withTaskExecutorPreference(Level3.taskExecutor) {
            await Task.detached { await level() }.value
        }
        expect("a detached task does not", detached == 3 ? 1 : 0, 0)
        let afterwards = await withTaskExecutorPreference(Level3.taskExecutor) { await refuse() }
        expect("an error of preferring code", afterwards, 3)
        expect("none is preferred after it", await level() == 3 ? 1 : 0, 0)
    }

    private static func preferring4(_ operation: @Sendable @concurrent () async -> UInt32) async -> UInt32 {
        await withTaskExecutorPreference(Level4.taskExecutor, operation: operation)
    }

    @concurrent
    private static func refuse() async -> UInt32 {
        do throws(Refusal) { return try await refusing() } catch { return UInt32(Dispatcher.runningLevel) }
    }

    @concurrent
    private static func refusing() async throws(Refusal) -> UInt32 {
        await Task.yield()
        throw .refused
    }
}
