// The operations, and what must hold after each.
import CortexM
import OnTargetHarness
import Tasks

/// Work for a level above thread mode, counted.
@Level4
private enum LevelWork {
    static var count: UInt32 = 0
    static func add() -> UInt32 {
        count += 1
        return count
    }
}

@MainActor
enum Sweep {
    /// Core clock cycles before the wrap at which an operation may begin, at the most: longer than any of them takes.
    static let longest: UInt32 = 90
    /// Instructions in a cycle of SysTick, rounded up: 168 MHz count one in six nanoseconds.
    static let instructionsInCycle: UInt32 = 6

    private static let wakeSleeper = Signal()
    private static let sleeperWoke = Signal()
    private static let question = Signal()
    private static let answer = Signal()
    private static var sleeperWakes: UInt32 = 0
    private static var answers: UInt32 = 0
    private static var sleeperDeadline = Instant(microseconds: 0)

    /// One who sleeps until the wrap, and one who answers.
    static func startPartners() {
        startTask("sleeper") { @MainActor in
            while true {
                await wakeSleeper.wait()
                await sleep(until: sleeperDeadline)
                sleeperWakes += 1
                sleeperWoke.notify()
            }
        }
        startTask("answers") { @MainActor in
            while true {
                await question.wait()
                answers += 1
                answer.notify()
            }
        }
    }

    static func run() async {
        await sweep("a resume, a push and a drain at every instruction") {
            question.notify()
            await answer.wait()
            return answers
        }
        await sweep("a call to another level at every instruction") { await LevelWork.add() }
        await sweep("a turn at every instruction") {
            await Task.yield()
            turns += 1
            return turns
        }
        await sweep("an insertion into the timer queue at every instruction") {
            await sleep(for: .milliseconds(1))
            sleeps += 1
            return sleeps
        }
        await sweep("a task made, cancelled and awaited at every instruction") {
            let task = Task { () async -> UInt32 in Task.isCancelled ? 1 : 1 }
            task.cancel()
            cancelled += await task.value
            return cancelled
        }
        await sweep("a group's child made, cancelled and taken at every instruction") {
            taken += await withTaskGroup(of: UInt32.self) { group in
                group.addTask { 1 }
                group.cancelAll()
                return await group.next() ?? 0
            }
            return taken
        }
    }
    private static var taken: UInt32 = 0
    private static var turns: UInt32 = 0
    private static var sleeps: UInt32 = 0
    private static var cancelled: UInt32 = 0

    /// Runs `operation`, which counts its runs and answers the count, with the sleeper's wrap at every instruction of
    /// it; both must have happened exactly once each time.
    private static func sweep(_ name: StaticString, _ operation: @MainActor () async -> UInt32) async {
        var runs: UInt32 = 0
        var wrongRuns: UInt32 = 0
        var wrongWakes: UInt32 = 0
        for cycles in 4..<longest {
            for instructions in 0..<instructionsInCycle {
                // Far enough for the sleeper to go to sleep; then the counter wraps at its deadline.
                sleeperDeadline = SystemClock.now + .microseconds(400)
                let wakesBefore = sleeperWakes
                wakeSleeper.notify()
                while SystemClock.now + .microseconds(30) < sleeperDeadline { await Task.yield() }
                waitForWrap(in: cycles, andThen: instructions)
                runs += 1
                if await operation() != runs { wrongRuns += 1 }
                await sleeperWoke.wait()
                if sleeperWakes != wakesBefore + 1 { wrongWakes += 1 }
            }
        }
        Harness.expect(name, wrongRuns, equals: 0)
        Harness.expect("and the interrupt's own work each time", wrongWakes, equals: 0)
        Harness.expect("of so many runs", runs, equals: (longest - 4) * instructionsInCycle)
    }

    /// Returns when SysTick is `cycles` before its wrap, and some instructions more.
    @inline(never)
    static func waitForWrap(in cycles: UInt32, andThen instructions: UInt32) {
        while SysTick.current > cycles {}
        var left = instructions
        while left > 0 { left = noOperation(left) }
    }

    /// One less, in a way that the optimiser does not see through.
    @inline(never) @_optimize(none)
    private static func noOperation(_ count: UInt32) -> UInt32 { count &- 1 }
}
