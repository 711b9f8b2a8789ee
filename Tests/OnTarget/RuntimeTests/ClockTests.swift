// The clock: time goes on, sleeps end in order and not early.
import CortexM
import MMIO
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
        Harness.expect("sleep(until:) ends at or after its deadline", SystemClock.now >= deadline)
        await sleep(until: start)
        Harness.expect("a deadline in the past returns", true)
        await precision()
        await drift()
    }

    /// Sleeps inside the period that runs, after it, and around the shortest that is chosen ahead.
    private static func precision() async {
        var early: UInt32 = 0
        var late: UInt32 = 0
        for microseconds in stride(from: 20, to: 2000, by: 33) as StrideTo<Int64> {
            let deadline = SystemClock.now + .microseconds(microseconds)
            await sleep(until: deadline)
            let lateness = (SystemClock.now - deadline).microseconds
            if lateness < 0 { early += 1 }
            // An instruction is a nanosecond of virtual time, so waking takes less than a microsecond.
            if lateness > 1 { late += 1 }
        }
        Harness.expect("sleeps that end too early", early, equals: 0)
        Harness.expect("sleeps that end after their microsecond", late, equals: 0)
    }

    /// Against the board's other counter, with the count of SysTick started anew again and again.
    private static func drift() async {
        #if REFERENCE_COUNTER
            // FPGAIO COUNTER, 25 MHz (Arm Application Note AN386, 4.5.2).
            let counter = Register<Word, ReadOnly>(at: 0x4002_8018)
            let start = (counter.read().bits, SystemClock.now)
            for microseconds in 0..<1000 as Range<Int64> { await sleep(for: .microseconds(20 + microseconds % 150)) }
            let end = (counter.read().bits, SystemClock.now)
            let elapsed = Int64((end.0 &- start.0) / 25)
            let drift = (end.1 - start.1).microseconds - elapsed
            Harness.expect("a thousand counts started anew lose or win less than two cycles each", drift > -80 && drift < 80)
        #endif
    }
}
