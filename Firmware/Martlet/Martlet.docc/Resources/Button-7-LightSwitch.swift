import Martlet

/// Switches the lamp at each press, until the task is cancelled. Task context.
public func lightSwitch(
    _ lamp: some OutputPin, _ button: EdgeStream<some EdgeDevice, 4>
) async {
    var isOn = false
    for await press in button {
        isOn.toggle()
        lamp.set(isOn)
        // A contact bounces for some milliseconds. What comes then is no press.
        let settled = press.time + .milliseconds(20)
        while await button.next(until: settled) != nil {}
    }
}
