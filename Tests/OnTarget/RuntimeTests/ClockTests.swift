// The clock: time goes on, sleeps end in order and not early.
import CortexM
import OnTargetHarness
import Tasks

@MainActor
enum ClockTests {
    static func run() async {
        let start = SystemClock.now
        await sleep(for: .milliseconds(20))
        let slept = (SystemClock.now - start).microseconds
        Harness.expect("a sleep of 20 ms is not shorter", slept >= 20_000)
        // How much longer depends on the emulator's host; a whole second would be a lost tick.
        Harness.expect("and not a second longer", slept < 1_020_000)

        var last = SystemClock.now
        var steps: UInt32 = 0
        var backwards: UInt32 = 0
        while steps < 20_000 {
            let now = SystemClock.now
            if now < last { backwards += 1 }
            last = now
            steps += 1
        }
        Harness.expect("the clock never goes backwards", backwards, equals: 0)

        let deadline = SystemClock.now + .milliseconds(5)
        await sleep(until: deadline)
        Harness.expect("sleep(until:) ends at or behind its deadline", SystemClock.now >= deadline)
        await sleep(until: start)
        Harness.expect("a deadline in the past returns", true)
    }
}
