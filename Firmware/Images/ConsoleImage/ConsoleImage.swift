// The image that people talk to: a prompt on the serial port, a blinking LED, a Game Boy, and data that stays.
import Tasks

/// The console image, from start-up on.
public enum ConsoleImage {
    /// Takes the hardware and the memory, and starts the tasks. What calls it then runs the executor.
    @export(interface)
    @MainActor
    public static func start() {
        Hardware.start()
        GameBoyTask.reserve()
        GameBoySound.reset()
        DataLog.start()
        startTask("console", bytes: 4096) { await Shell.run() }
        let led = LEDState.stored
        startTask("led") { await LEDTask.run(led) }
        startTask("gameboy", bytes: 3072) { await GameBoyTask.work() }
    }
}
