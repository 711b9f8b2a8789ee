// The image of a handheld: the program in the cartridge slot from power-on, on a display, with sound and buttons.
import Tasks

/// The handheld image, from start-up on.
public enum HandheldImage {
    /// Takes the hardware and the memory, and starts the tasks. What calls it then runs the executor.
    @export(interface)
    @MainActor
    public static func start() {
        Hardware.start()
        GameTask.reserve()
        DataLog.start()
        startTask("game", bytes: 1536) { await GameTask.run() }
        startTask("display", bytes: 5120) { await DisplayTask.run() }
    }
}
