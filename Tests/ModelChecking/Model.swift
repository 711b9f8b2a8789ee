// A model checker for code on atomics: it runs a scenario of a few threads again and again, each time in another order of
// their operations and with other values read, until there is no other. What C++11 allows and no processor here does is tried,
// too.
//
// The memory model is that of C++11 for relaxed, acquiring, releasing and both, in the operational form of views: a location
// keeps all stores to it in modification order, and a thread's view says which of them is the oldest that it may still read. A
// releasing store carries the thread's view, and an acquiring load of it takes it over (as in Kang et al., "A promising
// semantics for relaxed-memory concurrency", without promises). So a load may read an old value, two threads may see stores to
// two locations in different orders, and a store may take its place in modification order before one that was made earlier.
// What is left out: a load never reads a store that its own thread makes later, which the standard's text allows and forbids by
// turns ("out of thin air"). Sequentially consistent operations act as if between two fences of that order, which is stronger
// than the standard, so code whose proof needs such loads and stores without fences is not for this checker.
//
// Interleavings that differ only in the order of independent operations are explored once (sleep sets, Godefroid).
import Foundation

/// What the checker found in a scenario.
public struct Exploration: Sendable, CustomStringConvertible {
    /// Executions to their end, no two alike.
    public internal(set) var executions = 0
    /// Executions that were given up since all that could come next had been explored.
    public internal(set) var redundant = 0
    /// Executions with more steps than the limit: loops that wait for another thread have them.
    public internal(set) var cut = 0
    /// The first failure, and the execution that led to it, an operation a line.
    public internal(set) var failure: String?

    public var description: String {
        "\(executions) executions, \(redundant) redundant, \(cut) cut" + (failure.map { "; failed: \($0)" } ?? "")
    }
}

/// A program that is checked: what its threads do, and what must hold at the end.
public struct Scenario {
    let threads: [() -> Void]
    let finally: () throws -> Void

    /// Threads, and a check when all have ended; what it throws is the failure.
    public init(threads: [() -> Void], finally: @escaping () throws -> Void = {}) {
        (self.threads, self.finally) = (threads, finally)
    }
}

/// A failure that a scenario reports.
public struct ModelFailure: Error, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

/// Explores every execution of what `make` makes, anew for each. One call at a time in a process.
///
/// - Parameters:
///   - limit: steps of a thread after which an execution is cut.
///   - most: executions after which it gives up with a failure, since not all have been seen.
///   - weakening: a source line whose orderings are taken to be relaxed, to see whether they are needed.
public func explore(
    limit: Int = 64, most: Int = 3_000_000, weakening: UInt? = nil, _ make: () -> Scenario
) -> Exploration {
    let explorer = Explorer(limit: limit, weakening: weakening)
    Explorer.current = explorer
    defer { Explorer.current = nil }
    repeat {
        explorer.run(make)
        if explorer.result.failure == nil, explorer.result.executions > most {
            explorer.result.failure = "more than \(most) executions"
        }
    } while explorer.result.failure == nil && explorer.backtrack()
    explorer.end()
    return explorer.result
}

/// The depth-first search: the path of choices that leads to an execution, and how to run it.
final class Explorer: @unchecked Sendable {
    // SAFETY of `@unchecked`: one thread of a scenario runs at a time, and they hand over by semaphores.
    // SAFETY: set by `explore`, which is called once at a time, before the scenario's threads run.
    nonisolated(unsafe) static var current: Explorer?

    /// One decision on the path.
    private enum Choice {
        /// Which thread's operation comes next: those still to try, and those that need not be, since that was explored before.
        case thread(chosen: Int, left: [Int], sleeping: Set<Int>)
        /// Which of so many outcomes an operation has.
        case outcome(chosen: Int, count: Int)
    }

    private let limit: Int
    let weakening: UInt?
    var result = Exploration()
    private var path: [Choice] = []
    private var depth = 0
    private var sleeping: Set<Int> = []

    var memory = Memory(threads: 0)
    private var workers: [Worker] = []
    private var pending: [Operation?] = []
    private var steps: [Int] = []
    private var trace: [String] = []
    /// Set when the rest of an execution is of no interest: its threads run to their ends one after the other.
    private(set) var isAbandoned = false
    /// The thread that runs; nil while the scenario is made and looked at.
    private(set) var running: Int?
    private let ended = DispatchSemaphore(value: 0)

    init(limit: Int, weakening: UInt?) { (self.limit, self.weakening) = (limit, weakening) }

    // MARK: - One execution

    func run(_ make: () -> Scenario) {
        depth = 0
        sleeping = []
        isAbandoned = false
        trace = []
        running = nil
        memory = Memory(threads: 0)
        let scenario = make()
        let count = scenario.threads.count
        memory.begin(threads: count)
        while workers.count < count { workers.append(Worker()) }
        pending = Array(repeating: .start, count: count)
        steps = Array(repeating: 0, count: count)
        for index in 0..<count {
            workers[index].begin(scenario.threads[index]) { [self] in finish(index) }
        }
        handOver(from: nil)
        ended.wait()
        running = nil
        memory.endThreads()
        guard !isAbandoned else { return }
        result.executions += 1
        do { try scenario.finally() } catch { fail("\(error)") }
    }

    /// Called by a thread before each operation: returns when its turn has come.
    func wait(for operation: Operation) {
        guard let me = running else { return }
        guard !isAbandoned else { return takeTurns(me) }
        steps[me] += 1
        if steps[me] > limit {
            result.cut += 1
            abandon()
            return takeTurns(me)
        }
        pending[me] = operation
        handOver(from: me)
    }

    /// After an execution was given up its threads run to their ends, an operation each: a loop may wait for another thread.
    private func takeTurns(_ me: Int) {
        let others = (me + 1..<me + pending.count).map { $0 % pending.count }
        guard let next = others.first(where: { pending[$0] != nil }) else { return }
        running = next
        workers[next].resume()
        workers[me].pause()
    }

    private func finish(_ thread: Int) {
        pending[thread] = nil
        guard pending.contains(where: { $0 != nil }) else {
            ended.signal()
            return
        }
        if isAbandoned {
            let next = pending.firstIndex { $0 != nil }!
            running = next
            workers[next].resume()
        } else {
            handOver(from: nil)
        }
    }

    /// Chooses the thread whose operation is next, and lets it go on.
    private func handOver(from me: Int?) {
        let next: Int
        if let chosen = chooseThread() {
            next = chosen
        } else {
            result.redundant += 1
            abandon()
            next = me ?? pending.firstIndex { $0 != nil }!
        }
        running = next
        if next == me { return }
        workers[next].resume()
        if let me { workers[me].pause() }
    }

    private func chooseThread() -> Int? {
        let ready = pending.indices.filter { pending[$0] != nil }
        if depth == path.count {
            let candidates = ready.filter { !sleeping.contains($0) }
            guard let first = candidates.first else { return nil }
            path.append(.thread(chosen: first, left: Array(candidates.dropFirst()), sleeping: sleeping))
        }
        guard case .thread(let chosen, _, let asleep) = path[depth] else { fatalError("a scenario is not the same each time") }
        depth += 1
        // Who sleeps goes on sleeping until something happens that its operation depends on.
        let operation = pending[chosen]!
        sleeping = asleep.filter { other in pending[other].map { !$0.depends(on: operation) } ?? false }
        return chosen
    }

    /// Chooses one of the outcomes that an operation may have.
    func choose(_ count: Int) -> Int {
        guard count > 1, !isAbandoned, running != nil else { return count - 1 }
        if depth == path.count { path.append(.outcome(chosen: 0, count: count)) }
        guard case .outcome(let chosen, _) = path[depth] else { fatalError("a scenario is not the same each time") }
        depth += 1
        return chosen
    }

    /// Goes to the next execution; false if there is none.
    func backtrack() -> Bool {
        path.removeSubrange(min(depth, path.count)...)
        while let last = path.popLast() {
            switch last {
            case .outcome(let chosen, let count) where chosen + 1 < count:
                path.append(.outcome(chosen: chosen + 1, count: count))
                return true
            case .thread(let chosen, let left, let sleeping) where !left.isEmpty:
                path.append(.thread(chosen: left[0], left: Array(left.dropFirst()), sleeping: sleeping.union([chosen])))
                return true
            default: continue
            }
        }
        return false
    }

    func end() { for worker in workers { worker.end() } }

    // MARK: - What went wrong

    private func abandon() { isAbandoned = true }

    func note(_ text: @autoclosure () -> String) {
        if let running, !isAbandoned { trace.append("thread \(running): \(text())") }
    }

    func fail(_ text: String) {
        guard result.failure == nil, !isAbandoned else { return }
        result.failure = "\(text)\n" + trace.joined(separator: "\n")
        abandon()
    }
}

/// What a thread is about to do, as far as it matters to others.
enum Operation {
    /// It begins.
    case start
    case load(Int)
    case store(Int)
    case fence

    /// Whether the order of the two can make a difference.
    func depends(on other: Operation) -> Bool {
        switch (self, other) {
        case (.start, _), (_, .start), (.load, .load): false
        case (.fence, .fence): true
        case (.fence, _), (_, .fence): false
        case (.load(let mine), .store(let its)), (.store(let mine), .load(let its)), (.store(let mine), .store(let its)):
            mine == its
        }
    }
}

/// A thread that runs one execution's work after the other.
private final class Worker: @unchecked Sendable {
    // SAFETY of `@unchecked`: what it holds is written while the thread waits for `turn`, and read after.
    private let turn = DispatchSemaphore(value: 0)
    private var work: (() -> Void)?
    private var finish: () -> Void = {}

    init() {
        Thread { [self] in
            while true {
                turn.wait()
                guard work != nil else { return }
                work?()
                // Before the end is told: with the work goes the last hold on what the scenario has made, but for its maker's.
                work = nil
                finish()
            }
        }.start()
    }

    func begin(_ work: @escaping () -> Void, finish: @escaping () -> Void) { (self.work, self.finish) = (work, finish) }
    func resume() { turn.signal() }
    func pause() { turn.wait() }
    /// The thread ends, which waits for work.
    func end() { turn.signal() }
}
