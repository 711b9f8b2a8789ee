// A task that never has to wait, beside one of its own level.
import OnTargetHarness
import Tasks

private let permits = Semaphore(permits: 1)

@MainActor
enum FairnessTests {
    private static let go = Signal()
    private static let computing = Signal()
    private static var isBusy = false
    private static var acquisitions: UInt32 = 0

    static func start() {
        startTask("never waits") { @MainActor in
            await go.wait()
            while isBusy {
                _ = await permits.acquire()
                permits.release()
                acquisitions &+= 1
            }
        }
        startTask("computes") { @MainActor in
            await computing.wait()
            let end = SystemClock.now + .microseconds(2500)
            while SystemClock.now < end {}
        }
    }

    private static func report(_ name: StaticString) -> TaskReport? {
        var index = 0
        while let report = TaskReport.at(index) {
            var position = 0
            while position < name.utf8CodeUnitCount, report.name[position] == name.utf8Start[position] { position += 1 }
            if position == name.utf8CodeUnitCount { return report }
            index += 1
        }
        return nil
    }

    static func run() async {
        Dispatcher.setBudget(.microseconds(300), ofLevel: 0)
        isBusy = true
        go.notify()
        for _ in 0..<3 { await Task.yield() }
        isBusy = false
        Dispatcher.setBudget(.milliseconds(1), ofLevel: 0)
        Harness.expect("a task that never has to wait lets others run", acquisitions > 100)
        guard let busy = report("never waits") else { return Harness.expect("the busy task has a report", false) }
        let longest = busy.longestPoll / SystemClock.cyclesInMicrosecond
        Harness.expect("it ran no longer than its budget and one more wait", longest >= 300 && longest < 310)
        Harness.expect("each time it yielded", UInt32(busy.overruns), equals: 3)

        computing.notify()
        await Task.yield()
        await Task.yield()
        guard let computes = report("computes") else { return Harness.expect("the other has one too", false) }
        let poll = computes.longestPoll / SystemClock.cyclesInMicrosecond
        Harness.expect("a long computation is the longest poll", poll >= 2495 && poll < 2600)
        Harness.expect("and an overrun", UInt32(computes.overruns), equals: 1)
    }
}
