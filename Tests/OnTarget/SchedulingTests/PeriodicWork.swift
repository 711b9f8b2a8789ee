// Work that comes at regular times, and an account of when it began and ended.
import CortexM
import Tasks

/// What became of the releases of a periodic task. Its deadline is the next release.
struct PeriodicAccount: Sendable {
    var releases: UInt32 = 0
    /// Releases whose work ended after the next one, or never began because that was so late.
    var missed: UInt32 = 0
    /// Microseconds from a release to the first line of its work: the sum, the most, and how many took how long.
    var latenessSum: UInt32 = 0
    var latest: UInt32 = 0
    var lateness = InlineArray<6, UInt32>(repeating: 0)

    /// The upper bounds of the columns of `lateness`, in microseconds; the last has none.
    static var bounds: InlineArray<5, UInt32> { [2, 10, 100, 1000, 2000] }

    mutating func note(lateness microseconds: UInt32) {
        releases += 1
        latenessSum += microseconds
        latest = max(latest, microseconds)
        var column = 0
        while column < 5, microseconds >= Self.bounds[column] { column += 1 }
        lateness[column] += 1
    }
}

enum PeriodicWork {
    /// Turns of `compute`'s loop in a microsecond.
    // SAFETY: written once, before any task runs.
    nonisolated(unsafe) private static var turnsInMicrosecond: UInt32 = 1

    /// Measures the loop. Before any task runs, with nothing to interrupt it.
    static func calibrate() {
        let turns: UInt32 = 40_000
        let start = SystemClock.cycleCount
        loop(turns)
        let cycles = SystemClock.cycleCount &- start
        turnsInMicrosecond = turns * SystemClock.cyclesInMicrosecond / cycles
    }

    @inline(never)
    private static func loop(_ turns: UInt32) {
        var left = turns
        while left > 0 { left = oneLess(left) }
    }

    /// One less, in a way that the optimiser does not see through.
    @inline(never) @_optimize(none)
    private static func oneLess(_ count: UInt32) -> UInt32 { count &- 1 }

    /// Computes for some microseconds, and for what interrupts it.
    static func compute(microseconds: UInt32) { loop(microseconds * turnsInMicrosecond) }

    /// `count` releases `interval` apart, with some microseconds of computing each; what interrupts it makes it longer.
    /// At the caller's level.
    static func run(every interval: Interval, computing microseconds: UInt32, count: UInt32) async -> PeriodicAccount {
        var account = PeriodicAccount()
        var ticker = Ticker(every: interval)
        while account.releases + account.missed < count, let skipped = await ticker.next() {
            let release = ticker.deadline + .microseconds(-interval.microseconds)
            account.missed += UInt32(skipped)
            account.note(lateness: UInt32((SystemClock.now - release).microseconds))
            compute(microseconds: microseconds)
            if SystemClock.now > ticker.deadline { account.missed += 1 }
        }
        return account
    }
}
