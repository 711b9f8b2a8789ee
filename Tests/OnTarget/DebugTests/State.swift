// What the tasks wait for, and the calls that they are in.
import Tasks

let door = Signal()
let readings = Channel<Int, 4>()
let turnstile = Semaphore(permits: 0)

@MainActor var returns = 0

/// Several calls deep, one of them twice, and the innermost at another level than its callers.
@MainActor @inline(never) func outermost() async {
    await middle(1)
    returns += 1
}
@MainActor @inline(never) func middle(_ depth: Int) async {
    if depth > 0 { await middle(depth - 1) } else { await innermost() }
    returns += 1
}
@Level3 @inline(never) func innermost() async {
    await door.wait()
    stopHere()
}

@Level5 @inline(never) func watchReadings() async {
    _ = await readings.receive(until: SystemClock.now + .seconds(7200))
    stopHere()
}

@Level6 @inline(never) func passTurnstile() async {
    _ = await turnstile.acquire()
    stopHere()
}

/// What a child computes, long after the test has ended.
@Level4 @inline(never) func childWork() async -> Int {
    await sleep(for: .seconds(3600))
    return 1
}

/// Two calls deep in a task of level 2, which has preempted one of thread mode.
@Level2 @inline(never) func visit() async {
    await enter()
    stopHere()
}
@Level2 @inline(never) func enter() async {
    await sleep(for: .milliseconds(5))
    stopHere()  // Tests/Debugging stops here.
    await sleep(for: .seconds(3600))
}

@inline(never) func stopHere() { stops &+= 1 }
// SAFETY: a counter that nobody reads, so that the call is not removed.
nonisolated(unsafe) var stops = 0
