import Martlet

/// Half a second on, half a second off, until the task is cancelled. Task context.
public func blink(_ led: some OutputPin) async {
    while !Task.isCancelled {
        led.set(true)
        await sleep(for: .milliseconds(500))
        led.set(false)
        await sleep(for: .milliseconds(500))
    }
}
