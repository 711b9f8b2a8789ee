import Martlet

/// A short flash at the start of each second, until the task is cancelled.
public func blink(_ led: some OutputPin) async {
    var seconds = Ticker(every: .seconds(1))
    repeat {
        led.set(true)
        await sleep(for: .milliseconds(50))
        led.set(false)
    } while await seconds.next() != nil
}
