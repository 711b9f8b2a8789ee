// What is flashed, and what martlet simulate runs on the host, on a simulated chip.
import Martlet
import STM32F4Discovery
import Blinky

#if Simulation
    import SimulatedChip

    Simulation.begin(SimulatedSTM32F405(), console: \.usart2, outputs: ["PD12"])
#endif

Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
startTask("blink") { @MainActor in await blink(ThisBoard.makeLED()) }
Dispatcher.run()
