// The old question of scheduling: one task computes for 2 ms every 10 ms, another for 0.1 ms every 1 ms. Both need a
// third of the core. Tasks of one level take turns only where they wait, so there the short one misses the releases
// that fall into the long one's computing. At a higher level it preempts, and misses none.
import CortexM
import OnTargetHarness
import TargetBoard
import Tasks
import Text

@Level1 private func longAtLevel1(_ count: UInt32) async -> PeriodicAccount {
    await PeriodicWork.run(every: .milliseconds(10), computing: 2000, count: count)
}
@Level1 private func shortAtLevel1(_ count: UInt32) async -> PeriodicAccount {
    await PeriodicWork.run(every: .milliseconds(1), computing: 100, count: count)
}
@Level3 private func shortAtLevel3(_ count: UInt32) async -> PeriodicAccount {
    await PeriodicWork.run(every: .milliseconds(1), computing: 100, count: count)
}

@MainActor
private enum Results {
    static var long: PeriodicAccount?
    static var short: PeriodicAccount?
    static let startShort = Signal()
    static let startLong = Signal()
    static var seconds: UInt32 = 0
    static var withLevels = false

    /// Both, for some seconds. Spins meanwhile: in QEMU 7.2 time runs differently while the core sleeps.
    static func measure(seconds: UInt32, withLevels: Bool) async -> (long: PeriodicAccount, short: PeriodicAccount) {
        (long, short) = (nil, nil)
        Self.seconds = seconds
        Self.withLevels = withLevels
        startShort.notify()
        startLong.notify()
        while true {
            await Task.yield()
            if let long, let short { return (long, short) }
            PeriodicWork.compute(microseconds: 50)
        }
    }

    static func line(_ name: StaticString, _ account: PeriodicAccount) {
        var output = HostOutput()
        output.write("jitter: ")
        output.write(name)
        output.write(spaces: 24 - name.utf8CodeUnitCount)
        output.write(decimal: account.releases + account.missed, width: 8)
        output.write(decimal: account.missed, width: 8)
        for column in 0..<6 { output.write(decimal: account.lateness[column], width: 9) }
        output.write(decimal: account.latenessSum / account.releases, width: 7)
        output.write(decimal: account.latest, width: 8)
        output.writeLine()
    }
}

Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
PeriodicWork.calibrate()
startTask("short") { @MainActor in
    while true {
        await Results.startShort.wait()
        let count = Results.seconds * 1000
        Results.short = Results.withLevels ? await shortAtLevel3(count) : await shortAtLevel1(count)
    }
}
startTask("long") { @MainActor in
    while true {
        await Results.startLong.wait()
        Results.long = await longAtLevel1(Results.seconds * 100)
    }
}
startTask("question", bytes: 2048) { @MainActor in
    var output = HostOutput()
    output.writeLine(
        "jitter: microseconds late    releases  missed       <2      <10     <100    <1000    <2000   >=2000   mean    most")
    let oneLevel = await Results.measure(seconds: 2, withLevels: false)
    Results.line("one level, 2 of 10 ms", oneLevel.long)
    Results.line("one level, 0.1 of 1 ms", oneLevel.short)
    let levels = await Results.measure(seconds: 60, withLevels: true)
    Results.line("level 1, 2 of 10 ms", levels.long)
    Results.line("level 3, 0.1 of 1 ms", levels.short)
    Harness.expect("in one level the short task misses", oneLevel.short.missed > 190)
    Harness.expect("the long one does not", oneLevel.long.missed, equals: 0)
    Harness.expect("with levels nobody misses in a minute: the short one", levels.short.missed, equals: 0)
    Harness.expect("and the long one", levels.long.missed, equals: 0)
    Harness.expect("a minute of releases each millisecond", levels.short.releases, equals: 60_000)
    Harness.expect("the short one is never 10 us late", levels.short.latest < 10)
    Harness.finish()
}
Dispatcher.run()
