// What the image says, on the board's serial port: why something is missing, and faults.
import Text

/// Text to the port, by polling: nothing else uses it.
struct Message: TextOutput {
    mutating func write(byte: UInt8) { Hardware.write(byte: byte) }
}

/// Writes a line.
func say(_ text: StaticString, _ more: (inout Message) -> Void = { _ in }) {
    var message = Message()
    message.write(text)
    more(&message)
    message.writeLine()
}

#if hasFeature(Embedded)
    import Faults
    import Startup

    /// Called by the fault handler with interrupts held off. Returns, and the chip restarts.
    @c @implementation
    func martlet_report_crash() {
        var message = Message()
        message.writeLine()
        CrashReport.write(to: &message)
    }

    /// A fault from here on is not one of start-up.
    func noteStart() { CrashReport.startupFinished() }
#else
    func noteStart() {}
#endif
