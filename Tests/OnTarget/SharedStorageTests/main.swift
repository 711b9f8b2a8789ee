// The process stack, and the flash log on it, on the chip: what XCTest on the host has a thread for.
import CortexM
import LinearAlgebraChecks
import Memory
import OnTargetHarness
import TargetBoard
import Tasks

Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
startTask("tests", bytes: 2048) { @MainActor in
    await ProcessStackTests.run()
    // Here, since the largest image has no room for them.
    LinearAlgebraChecks.run { Harness.expect($0, $1, equals: $2) }
    Harness.expect("no allocation since start", UInt32(StartupMemory.allocationsSinceSeal), equals: 0)
    Harness.finish()
}
ProcessStackTests.start()
Dispatcher.run()
