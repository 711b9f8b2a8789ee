// Tasks of one level take turns; sleepers wake in the order of their deadlines.
import OnTargetHarness
import Tasks

@MainActor
enum SwitchTests {
    private static let go = Signal()
    private static let done = Signal()
    private static var turns: UInt32 = 0
    private static var woken: UInt32 = 0
    private static var finished = 0

    static func start() {
        startTask("first") { @MainActor in
            await go.wait()
            go.notify()
            for _ in 0..<3 {
                turns = turns * 10 + 1
                await Task.yield()
            }
            await wake(after: 15, as: 3)
        }
        startTask("second") { @MainActor in
            await Task.yield()
            while turns == 0 { await Task.yield() }
            for _ in 0..<3 {
                turns = turns * 10 + 2
                await Task.yield()
            }
            await wake(after: 5, as: 1)
        }
        startTask("third") { @MainActor in
            while turns < 121_212 { await sleep(for: .milliseconds(1)) }
            await wake(after: 9, as: 2)
        }
    }

    private static func wake(after milliseconds: Int64, as digit: UInt32) async {
        if base == nil { base = SystemClock.now + .milliseconds(10) }
        await sleep(until: base! + .milliseconds(milliseconds))
        woken = woken * 10 + digit
        finished += 1
        if finished == 3 { done.notify() }
    }
    private static var base: Instant?

    static func run() async {
        go.notify()
        await done.wait()
        Harness.expect("tasks of one level take turns", turns, equals: 121_212)
        Harness.expect("sleepers wake by their deadlines", woken, equals: 123)
        var count: UInt32 = 0
        var index = 0
        while let report = TaskReport.at(index) {
            if report.isFinished { count += 1 }
            Harness.expect("a task stays within its memory", report.bytesUsed <= report.bytesReserved)
            index += 1
        }
        Harness.expect("three tasks have finished", count, equals: 3)
    }
}
