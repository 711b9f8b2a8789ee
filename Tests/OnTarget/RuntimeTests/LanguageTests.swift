// The concurrency of the language, feature by feature.
import Tasks

private actor Counter {
    private var count: UInt32 = 0
    func add(_ number: UInt32) -> UInt32 {
        count += number
        return count
    }
}

private actor Level6Counter {
    nonisolated var unownedExecutor: UnownedSerialExecutor { Level6.sharedUnownedExecutor }
    private var level: UInt32 = 0
    func priority() -> UInt32 { UInt32(Dispatcher.runningLevel) }
}

private struct Countdown: AsyncSequence, AsyncIteratorProtocol {
    var left: UInt32
    mutating func next() async -> UInt32? {
        await Task.yield()
        guard left > 0 else { return nil }
        left -= 1
        return left
    }
    func makeAsyncIterator() -> Countdown { self }
}

private enum Refusal: Error { case odd }

private func half(_ number: UInt32) async throws(Refusal) -> UInt32 {
    await Task.yield()
    guard number % 2 == 0 else { throw .odd }
    return number / 2
}

private func later(_ number: UInt32) async -> UInt32 {
    await sleep(for: .milliseconds(2))
    return number
}

@MainActor
enum LanguageTests {
    private static let counter = Counter()
    private static let level6 = Level6Counter()

    static func run() async {
        let seven: UInt32 = 7
        let task = Task { await later(seven) }
        Harness.expect("a task's value", await task.value, equals: 7)
        Harness.expect("and again, when it has ended", await task.value, equals: 7)

        async let first = later(20)
        async let second = later(22)
        Harness.expect("two async lets", await first + second, equals: 42)

        Harness.expect("an actor's method", await counter.add(5), equals: 5)
        Harness.expect("and its state", await counter.add(6), equals: 11)
        Harness.expect("an actor on an interrupt level", await level6.priority(), equals: 6)

        var sum: UInt32 = 0
        for await number in Countdown(left: 5) { sum += number }
        Harness.expect("for await", sum, equals: 10)

        do throws(Refusal) {
            Harness.expect("a typed throwing function", try await half(84), equals: 42)
            _ = try await half(3)
            Harness.expect("a typed error is thrown", false)
        } catch {
            Harness.expect("a typed error across an await", error == .odd)
        }

        let waiting = Task { () async -> UInt32 in
            var turns: UInt32 = 0
            while !Task.isCancelled, turns < 1000 {
                await sleep(for: .milliseconds(1))
                turns += 1
            }
            return Task.isCancelled ? 1 : 0
        }
        await sleep(for: .milliseconds(3))
        waiting.cancel()
        Harness.expect("a cancelled task sees it", await waiting.value, equals: 1)
        Harness.expect("and its handle says so", waiting.isCancelled)

        let handled = Task {
            _ = await withTaskCancellationHandler {
                await Shared.signal.wait()
            } onCancel: {
                Shared.signal.notify()
            }
            return UInt32(3)
        }
        await Task.yield()
        handled.cancel()
        Harness.expect("a cancellation handler ends a wait", await handled.value, equals: 3)
        for _ in 0..<100 { _ = await Task { UInt32(1) }.value }
        Harness.expect("slots are given back", Dispatcher.tasksInUseAtMost <= 6)
    }

    private enum Shared {
        static let signal = Signal()
    }
}
