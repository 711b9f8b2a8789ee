// What is flashed, and what martlet simulate runs on the host, on a simulated chip.
import Martlet
import __BOARD__
import __MODULE__

#if Simulation
    import SimulatedChip

    Simulation.begin(__CHIP__(), console: \.__CONSOLE__, outputs: ["__LED__"])
#endif

Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
startTask("work") { @MainActor in await work() }
Dispatcher.run()
