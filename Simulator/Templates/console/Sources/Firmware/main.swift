// What is flashed, and what martlet simulate runs on the host, on a simulated chip.
import Martlet
import __BOARD__
import __MODULE__

#if Simulation
    import SimulatedChip

    Simulation.begin(__CHIP__(), console: \.__CONSOLE__, outputs: ["__LED__"])
#endif

private let clocks = ThisBoard.startClocks()
private let port = BufferedSerialPort<ThisBoard.Console, 64>(
    ThisBoard.makeConsole(clocks), transmitLine: ThisBoard.consoleTransmitLine)

Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: clocks.coreClock)
Level5.bind(ThisBoard.consoleReceiveLine) { port.handleInterrupt() }
if ThisBoard.consoleTransmitLine != ThisBoard.consoleReceiveLine {
    Level5.bind(ThisBoard.consoleTransmitLine) { port.handleInterrupt() }
}
port.start()
startTask("console", bytes: 2048) { @MainActor in
    var conversation = Conversation()
    await send("__NAME__: type a line\r\n> ")
    while let byte = await port.receive() {
        switch conversation.receive(byte) {
        case .nothing: break
        case .echo(let byte): await send(byte)
        case .erase: await send("\u{8} \u{8}")
        case .line(let line, let count):
            await send("\r\nyou said: ")
            for index in 0..<count { await send(line[index]) }
            await send("\r\n> ")
        }
    }
}
Dispatcher.run()

@MainActor func send(_ byte: UInt8) async {
    let bytes: InlineArray<1, UInt8> = [byte]
    // A line that takes no bytes loses them: there is nobody to tell.
    try? await port.send(bytes.span)
}

@MainActor func send(_ text: StaticString) async {
    for index in 0..<text.utf8CodeUnitCount {
        // SAFETY: the index is below the text's count, and a `StaticString` is there for ever.
        await send(unsafe text.utf8Start[index])
    }
}
