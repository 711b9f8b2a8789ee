// What the image does about a fault: says what is known on the console, and lets the chip restart.
#if hasFeature(Embedded)
    import Faults
    import Semihosting
    import Serial
    import Startup
    import TargetBoard
    import Text

    /// Called by the fault handler with interrupts held off. Returns, and the chip restarts; but a third fault
    /// in a row before the prompt would only be followed by a fourth, so it ends an emulation.
    @c @implementation
    func martlet_report_crash() {
        var output = Hardware.portIfStarted?.pointee.polled
        output?.writeLine()
        if output != nil { CrashReport.write(to: &output!) }
        guard let crash = martlet_crash(), crash.pointee.in_a_row >= 3 else { return }
        output?.writeLine("three faults in a row before the prompt: giving up where there is an emulator to end")
        Semihosting.exit(status: 70)
    }
#endif
