// The smallest image: one task and the board's LED.
import TargetBoard
import Tasks

Dispatcher.start(dispatchLines: ThisBoard.dispatchLines)
SystemClock.start(coreClock: ThisBoard.startClocks().coreClock)
startTask("blink") { @MainActor in
    let led = ThisBoard.makeLED()
    while true {
        led.set(true)
        await sleep(for: .milliseconds(500))
        led.set(false)
        await sleep(for: .milliseconds(500))
    }
}
Dispatcher.run()
