// Protocols with async requirements, called by generic code: every call is a frame of the caller's task, and none asks
// for memory.

/// Where values come from, one after another.
protocol AsyncSource<Element> {
    associatedtype Element: Sendable
    associatedtype Failure: Error
    mutating func next() async throws(Failure) -> Element?
}

/// What makes one value of another.
protocol Stage<Input, Output> {
    associatedtype Input: Sendable
    associatedtype Output: Sendable
    associatedtype Failure: Error
    mutating func process(_ input: Input) async throws(Failure) -> Output
}

/// Where values go.
protocol Sink<Input> {
    associatedtype Input: Sendable
    mutating func accept(_ input: Input) async
}

/// How a task gives its place up for a while, in the middle of its work.
public protocol Pause: Sendable {
    func pause() async
}

// MARK: - Generic code

/// A source that passes a stage is a source.
struct Staged<Source: AsyncSource, Next: Stage>: AsyncSource
where Next.Input == Source.Element, Next.Failure == Source.Failure {
    var source: Source
    var stage: Next

    mutating func next() async throws(Source.Failure) -> Next.Output? {
        guard let input = try await source.next() else { return nil }
        return try await stage.process(input)
    }
}

/// Takes everything from the source to the sink; how many values that were.
func drain<Source: AsyncSource, Drain: Sink>(
    _ source: inout Source, into sink: inout Drain
) async throws(Source.Failure) -> UInt32 where Drain.Input == Source.Element {
    var count: UInt32 = 0
    while let value = try await source.next() {
        await sink.accept(value)
        count += 1
    }
    return count
}

// MARK: - What runs through it

private enum Overflow: Error { case above(UInt32) }

private struct Numbers<P: Pause>: AsyncSource {
    var left: UInt32
    let pause: P

    mutating func next() async throws(Overflow) -> UInt32? {
        await pause.pause()
        guard left > 0 else { return nil }
        left -= 1
        return left
    }
}

/// A result of another size than what it is made of, so that frames differ from stage to stage.
private struct Sample: Sendable {
    var value: UInt32
    var square: UInt64
}

private struct Squaring<P: Pause>: Stage {
    let limit: UInt32
    let pause: P

    mutating func process(_ input: UInt32) async throws(Overflow) -> Sample {
        guard input <= limit else { throw .above(limit) }
        await pause.pause()
        return Sample(value: input, square: UInt64(input) * UInt64(input))
    }
}

private struct Averaging: Stage {
    private var last: UInt64 = 0

    mutating func process(_ input: Sample) async throws(Overflow) -> UInt32 {
        defer { last = input.square }
        return UInt32(truncatingIfNeeded: (last + input.square) / 2)
    }
}

private struct Total: Sink {
    var sum: UInt32 = 0
    mutating func accept(_ input: UInt32) async { sum += input }
}

public enum AsyncProtocolChecks {
    /// Runs the checks where the caller is.
    ///
    /// - Parameters:
    ///   - pause: 21 times in a run of the pipeline.
    ///   - allocations: how often memory was asked for until now.
    public static func run<P: Pause>(
        pause: P, allocations: () -> UInt32, _ expect: (StaticString, UInt32, UInt32) -> Void
    ) async {
        // 40 + 72 + 56 + 42 + 30 + 20 + 12 + 6 + 2 + 0, each half of two neighbours among the squares 81, 64, … 0.
        expect("a pipeline of async protocols", await pipeline(limit: 100, pause: pause), 280)
        expect("and its typed error", await pipeline(limit: 8, pause: pause), 1008)

        // Swift's own runtime describes types to itself when they are first used, and keeps a task's memory: all of
        // that comes from the first round.
        _ = await sumOfRuns(pause: pause)
        let before = allocations()
        let sum = await sumOfRuns(pause: pause)
        expect("200 runs more ask for no memory", allocations() - before, 0)
        expect("and come out the same", sum, 128_800)
    }

    private static func sumOfRuns<P: Pause>(pause: P) async -> UInt32 {
        var sum: UInt32 = 0
        for _ in 0..<100 {
            sum += await pipeline(limit: 100, pause: pause)
            sum += await pipeline(limit: 8, pause: pause)
        }
        return sum
    }

    /// The sum of what a source of 10 numbers gives after two stages, or 1000 and the limit where a stage throws.
    @inline(never)
    private static func pipeline<P: Pause>(limit: UInt32, pause: P) async -> UInt32 {
        var source = Staged(
            source: Staged(source: Numbers(left: 10, pause: pause), stage: Squaring(limit: limit, pause: pause)),
            stage: Averaging())
        var sink = Total()
        do throws(Overflow) {
            let count = try await drain(&source, into: &sink)
            return count == 10 ? sink.sum : 0
        } catch {
            switch error {
            case .above(let limit): return 1000 + limit
            }
        }
    }
}
