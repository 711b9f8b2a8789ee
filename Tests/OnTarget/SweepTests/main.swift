// An interrupt at every instruction of what tasks and interrupts share: resuming, queueing, draining, switching,
// cancelling, and the timer queue. Run under QEMU's -icount, where the same code takes the same time each run.
//
// Before each operation the code waits until SysTick stands a certain number of cycles before its wrap, and then some
// instructions more, fewer than a cycle has: so the wrap's interrupt, which resumes a sleeper, falls on one
// instruction of the operation after another.
import CortexM
import Memory
import OnTargetHarness
import TargetBoard
import Tasks

Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
// The clock is told of 8 MHz, a twenty-first of what it counts at, so that its microseconds are short and there is
// little waiting between the runs.
_ = ThisBoard.startClocks()
SystemClock.start(coreClock: 8.megahertz)
Dispatcher.reserveTasks(3, bytes: 1024)
StartupMemory.reserveBlocks(4, bytes: 32)
startTask("sweep", bytes: 2048) { @MainActor in
    await Sweep.run()
    await Sweep.sweepQueues()
    Harness.finish()
}
Sweep.startPartners()
Sweep.startQueuePartner()
Dispatcher.run()
