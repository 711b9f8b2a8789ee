// The runtime on the chip: what XCTest on the host cannot show, because it is the chip's own.
import CortexM
import LanguageChecks
import Memory
import OnTargetHarness
import TargetBoard
import Tasks

/// A line that no peripheral drives and no level drains: tests pend it by hand.
let spareLine = InterruptLine(rawValue: 22)

Harness.expect("a variable with an initial value", UInt32(Initial.value), equals: 42)
Harness.expect("an unset variable is zero", Initial.zero, equals: 0)
MemoryFunctionTests.run()
Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
FaultOnPurpose.runIfAsked()

startTask("tests", bytes: 4096) { @MainActor in
    await LevelTests.run()
    await ClockTests.run()
    await SwitchTests.run()
    await LanguageChecks.run({ Harness.expect($0, $1, equals: $2) }, note: { Harness.note($0, address: $1) })
    await AsyncProtocolChecks.run(pause: Turn()) {
        UInt32(StartupMemory.allocations + StartupMemory.blocksHandedOut)
    } _: {
        Harness.expect($0, $1, equals: $2)
    }
    let handedOut = StartupMemory.blocksHandedOut
    _ = await Task { handedOut }.value
    Harness.expect("what a closure takes is counted", StartupMemory.blocksHandedOut > handedOut)
    await TaskLocalTests.run()
    await PrimitiveTests.run()
    await CeilingMutexTests.run()
    await FairnessTests.run()
    await DeviceTests.run()
    await AnalogTests.run()
    await TargetTests.run()
    await FloatTests.run()
    #if MPS2
        await MPS2Tests.run()
    #endif
    Harness.expect("slots of the task pool are given back", Dispatcher.tasksInUseAtMost <= 6)
    Harness.expect("no allocation since start", UInt32(StartupMemory.allocationsSinceSeal), equals: 0)
    Harness.finish()
}
Dispatcher.reserveTasks(6, bytes: 1024)
StartupMemory.reserveBlocks(16, bytes: 64)
LevelTests.start()
SwitchTests.start()
PrimitiveTests.start()
CeilingMutexTests.start()
FairnessTests.start()
DeviceTests.start()
AnalogTests.start()
TargetTests.start()
FloatTests.start()
#if MPS2
    MPS2Tests.start()
#endif
Dispatcher.run()

/// A turn of the other tasks of the level.
private struct Turn: Pause {
    func pause() async { await Task.yield() }
}

@MainActor
enum Initial {
    static var value = 42
    static var zero: UInt32 = 0
}
