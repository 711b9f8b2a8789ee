// Tasks in every state, for the debugger's test: at several levels, each waiting for something else, one several calls
// deep, one that has ended, one that computes, and two that wait for a child.
import Memory
import TargetBoard
import Tasks

Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
Dispatcher.reserveTasks(2, bytes: 768)
StartupMemory.reserveBlocks(8, bytes: 32)
startTask("deep") { @MainActor in await outermost() }
startTask("readings") { await watchReadings() }
startTask("turnstile") { await passTurnstile() }
startTask("parent") { @MainActor in
    let child = Task { await childWork() }
    returns += await child.value
}
startTask("group") { @MainActor in
    await withTaskGroup(of: Int.self) { group in
        group.addTask { await childWork() }
        for await value in group { returns += value }
    }
}
startTask("sleeper") { @MainActor in await sleep(for: .seconds(60)) }
startTask("ended") {}
startTask("visitor") { await visit() }
startTask("busy") { @MainActor in
    await sleep(for: .milliseconds(2))
    let end = SystemClock.now + .milliseconds(10)
    while SystemClock.now < end {}
    await sleep(for: .seconds(3600))
}
startTask("turn") { @MainActor in
    await sleep(for: .milliseconds(3))
    while true { await sleep(for: .seconds(3600)) }
}
Dispatcher.run()
