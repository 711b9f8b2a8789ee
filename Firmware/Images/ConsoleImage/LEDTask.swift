// The LED: off, on or blinking, in a task of its own at level 1.
import Interfaces
import Storage
import TargetBoard
import Tasks

/// What the LED does.
enum LEDState: Int, Sendable {
    case off, on, blinking

    /// What it did last, kept through restarts.
    static var setting: Setting<Int> { Setting("led", default: LEDState.blinking.rawValue) }

    /// As stored; blinking if that cannot be read.
    @MainActor
    static var stored: LEDState {
        do throws(LogError) {
            let number = try DataLog.use { log throws(LogError) in try log.value(of: setting) }
            return LEDState(rawValue: number) ?? .blinking
        } catch { return .blinking }
    }
}

/// The task that owns the LED. It runs at level 1, so a busy thread mode does not stop the blinking.
@Level1
enum LEDTask {
    private static var state = LEDState.blinking

    /// Changes what the LED does, at the latest half a second from now.
    static func set(_ newState: LEDState) { state = newState }

    static func run(_ first: LEDState) async {
        state = first
        let led = ThisBoard.makeLED()
        var isOn = false
        var next = SystemClock.now
        while true {
            switch state {
            case .off: isOn = false
            case .on: isOn = true
            case .blinking: isOn.toggle()
            }
            led.set(isOn)
            next = next + .milliseconds(500)
            await sleep(until: next)
        }
    }
}
