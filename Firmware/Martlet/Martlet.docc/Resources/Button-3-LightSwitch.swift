import Martlet

/// Switches the lamp at each press, until the task is cancelled. Task context.
public func lightSwitch(
    _ lamp: some OutputPin, _ button: EdgeStream<some EdgeDevice, 4>
) async {
    var isOn = false
    for await _ in button {
        isOn.toggle()
        lamp.set(isOn)
    }
}
