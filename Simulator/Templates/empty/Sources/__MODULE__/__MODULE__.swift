import Martlet

/// What the firmware does. Task context.
public func work() async {
    while !Task.isCancelled { await sleep(for: .seconds(1)) }
}
