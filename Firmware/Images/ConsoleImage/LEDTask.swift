// The LED: off, on or blinking, in a task of its own at level 1.
import Interfaces
import TargetBoard
import Tasks

/// What the LED does.
enum LEDState: Sendable {
    case off, on, blinking
}

/// The task that owns the LED. It runs at level 1, so a busy thread mode does not stop the blinking.
@Level1
enum LEDTask {
    private static var state = LEDState.blinking

    /// Changes what the LED does, at the latest half a second from now.
    static func set(_ newState: LEDState) { state = newState }

    static func run() async {
        state = .blinking
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
