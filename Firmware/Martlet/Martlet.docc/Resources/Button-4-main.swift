// What is flashed, and what martlet simulate runs on the host, on a simulated chip.
import Blinky
import Martlet
import STM32F4Discovery

#if Simulation
    import SimulatedChip

    Simulation.begin(
        SimulatedSTM32F405(), console: \.usart2, outputs: ["PD12", "PD15"])
#endif

Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)

let input = makeButton()
let button = EdgeStream<_, 4>(input)
let lamp = makeLamp()
Level4.bind(input.interruptLine) { button.handleInterrupt() }

startTask("blink") { @MainActor in await blink(ThisBoard.makeLED()) }
startTask("switch") { @MainActor in await lightSwitch(lamp, button) }
Dispatcher.run()
