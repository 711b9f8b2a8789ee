// The concurrency of the language, feature by feature: the same source on the chip's runtime in QEMU and, under XCTest,
// on Swift's own.
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

/// What each check is told: its name, what came out, and what should have.
public typealias Expectation = @MainActor (StaticString, UInt32, UInt32) -> Void

/// Where an address is printed: what it is of, and the address.
public typealias AddressNote = @MainActor (StaticString, UInt) -> Void

@MainActor
public enum LanguageChecks {
    private static let counter = Counter()
    private static let level6 = Level6Counter()

    /// Runs all checks. On the chip they need 6 slots of the task pool and 8 blocks of 64 bytes.
    @export(interface)
    public static func run(_ expect: Expectation, note: AddressNote) async {
        await tasks(expect)
        await GroupChecks.run(expect)
        await TaskLocalChecks.run(expect)
        await ClockChecks.run(expect)
        await ExecutorChecks.run(expect)
        await PinnedChecks.run(expect, note: note)
    }

    private static func tasks(_ expect: Expectation) async {
        let seven: UInt32 = 7
        let task = Task { await later(seven) }
        expect("a task's value", await task.value, 7)
        expect("and again, when it has ended", await task.value, 7)

        async let first = later(20)
        async let second = later(22)
        expect("two async lets", await first + second, 42)

        expect("an actor's method", await counter.add(5), 5)
        expect("and its state", await counter.add(6), 11)
        expect("an actor on an interrupt level", await level6.priority(), 6)

        var sum: UInt32 = 0
        for await number in Countdown(left: 5) { sum += number }
        expect("for await", sum, 10)

        do throws(Refusal) {
            expect("a typed throwing function", try await half(84), 42)
            _ = try await half(3)
            expect("a typed error is thrown", 0, 1)
        } catch {
            expect("a typed error across an await", error == .odd ? 1 : 0, 1)
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
        expect("a cancelled task sees it", await waiting.value, 1)
        expect("and its handle says so", waiting.isCancelled ? 1 : 0, 1)

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
        expect("a cancellation handler ends a wait", await handled.value, 3)
        for _ in 0..<100 { _ = await Task { UInt32(1) }.value }
    }

    private enum Shared {
        static let signal = Signal()
    }
}
