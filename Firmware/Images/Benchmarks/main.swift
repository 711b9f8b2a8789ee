// What the runtime and the flash log cost, and a frame of the Game Boy program in the slot, in instructions: run under QEMU's -icount, where an instruction takes a nanosecond.
import CortexM
import Memory
import TargetBoard
import Tasks

Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
Dispatcher.reserveTasks(4, bytes: 768)
StartupMemory.reserveBlocks(8, bytes: 64)
GameBoyBenchmark.reserve()
StorageBenchmark.reserve()
SoundBenchmark.reserve()
MatrixBenchmark.reserve()
startTask("benchmarks", bytes: 6144) { @MainActor in
    RuntimeBenchmarks.start()
    await RuntimeBenchmarks.run()
    StorageBenchmark.run()
    await SoundBenchmark.run()
    UnitsBenchmark.run()
    MatrixBenchmark.run()
    FramesBenchmark.run()
    GameBoyBenchmark.run()
    Report.finish()
}
RuntimeBenchmarks.startPartners()
Dispatcher.run()
