// What is flashed, and what martlet simulate runs on the host, on a simulated chip.
import Martlet
import __BOARD__
import __MODULE__

#if Simulation
    import SimulatedChip

    private let simulated = __CHIP__()
    simulated.__I2C__.targets = [TMP105Model()]
    Simulation.begin(simulated, console: \.__CONSOLE__, outputs: ["__LED__"])
#endif

private let clocks = ThisBoard.startClocks()
private let port = BufferedSerialPort<ThisBoard.Console, 64>(
    ThisBoard.makeConsole(clocks), transmitLine: ThisBoard.consoleTransmitLine)
private let bus = I2CBus(ThisBoard.makeI2C(clocks))

Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: clocks.coreClock)
Level5.bind(ThisBoard.consoleReceiveLine) { port.handleInterrupt() }
if ThisBoard.consoleTransmitLine != ThisBoard.consoleReceiveLine {
    Level5.bind(ThisBoard.consoleTransmitLine) { port.handleInterrupt() }
}
for index in ThisBoard.i2cLines.indices {
    Level2.bind(ThisBoard.i2cLines[index]) { bus.handleInterrupt() }
}
port.start()
startTask("thermometer", bytes: 2048) { @MainActor in
    await watch(TMP105(bus)) { report in
        // A line that takes no bytes loses them: there is nobody to tell.
        try? await port.send(report.text.span)
    }
}
Dispatcher.run()
