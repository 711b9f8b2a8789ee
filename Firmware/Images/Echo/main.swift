// Two tasks: one blinks the board's LED, the other sends back what comes in on the serial port. This is the image that
// sizes are compared by.
import Serial
import TargetBoard
import Tasks

private let clocks = ThisBoard.startClocks()
private let port = BufferedSerialPort<ThisBoard.Console, 16>(
    ThisBoard.makeConsole(clocks), transmitLine: ThisBoard.consoleTransmitLine)

Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: clocks.coreClock)
Level5.bind(ThisBoard.consoleReceiveLine) { port.handleInterrupt() }
if ThisBoard.consoleTransmitLine != ThisBoard.consoleReceiveLine {
    Level5.bind(ThisBoard.consoleTransmitLine) { port.handleInterrupt() }
}
port.start()

startTask("blink", bytes: 512) { @MainActor in
    let led = ThisBoard.makeLED()
    while true {
        led.set(true)
        await sleep(for: .milliseconds(500))
        led.set(false)
        await sleep(for: .milliseconds(500))
    }
}
startTask("echo", bytes: 512) { @MainActor in
    while let received = await port.receive() {
        let byte: InlineArray<1, UInt8> = [received]
        try? await port.send(byte.span)
    }
}
Dispatcher.run()
