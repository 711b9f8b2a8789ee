// Commands about the chip and the program.
import Console
import CortexM
import Faults
import Interfaces
import MartletRelease
import Memory
import Semihosting
import Serial
import Storage
import TargetBoard
import Tasks
import Text

#if hasFeature(Embedded)
    import Startup
#endif

@MainActor
enum SystemCommands {
    /// Runs a command that is not of a group; false if there is none of that name.
    static func run(
        _ command: borrowing Span<UInt8>, _ arguments: inout Arguments, _ output: inout Output
    ) async -> Bool {
        if command.equals("version") {
            await version(&output)
        } else if command.equals("uptime") {
            await uptime(&output)
        } else if command.equals("tasks") {
            await tasks(&output)
        } else if command.equals("memory") {
            await memory(&output)
        } else if command.equals("led") {
            await led(&arguments, &output)
        } else if command.equals("crash") {
            await CrashReportCommand.run(&arguments, &output)
        } else if command.equals("events") {
            await DataLog.showEvents(&output)
        } else if command.equals("reboot") {
            await reboot(&output)
        } else if command.equals("exit") {
            await exit(&arguments, &output)
        } else {
            return false
        }
        return true
    }

    static func help(_ output: inout Output) async {
        await output.sendLine("help                      this list")
        await output.sendLine("version                   the program, the board and its clock")
        await output.sendLine("uptime                    time since start")
        await output.sendLine("tasks                     each task: level, wakes, time, memory")
        await output.sendLine("memory                    stack, static data, allocations")
        await output.sendLine("led on|off|blink          the board's LED")
        await output.sendLine("kv put KEY VALUE          keep a value under a key")
        await output.sendLine("kv get KEY                the value of a key")
        await output.sendLine("kv delete KEY             forget a key")
        await output.sendLine("kv list [PREFIX]          keys and their values")
        await output.sendLine("kv stats                  how full and how worn each sector is")
        await output.sendLine("kv format                 forget all keys, after kv format yes")
        await output.sendLine("gb info                   the cartridge in the slot")
        await output.sendLine("gb run FRAMES             run it in the background; Ctrl-C stops it")
        await output.sendLine("gb status                 frames, their cost, and what is left of the chip")
        await output.sendLine("gb key BUTTON [FRAMES]    press a, b, start, select, up, down, left or right")
        await output.sendLine("gb keys                   play: arrows, x and z, Enter, Space; q ends")
        await output.sendLine("gb speed fast|real        as fast as it goes, or 59.73 frames a second")
        await output.sendLine("gb skip PICTURES          leave out so many in a row; while real, if late")
        await output.sendLine("gb screenshot [FILE]      the picture, as a PNG of the host or drawn here")
        await output.sendLine("gb sound on|off           to the board's sound output, which then sets the speed")
        await output.sendLine("gb record FILE [FRAMES]   sound to a WAV file of the host, to the end of the run")
        await output.sendLine("gb forget                 delete the cartridge's save")
        await output.sendLine("crash [now|clear]         the last fault; cause one; forget it")
        await output.sendLine("events                    what happened, through restarts")
        await output.sendLine("reboot                    start again")
        await output.sendLine("exit [STATUS]             end the emulation")
    }

    // MARK: - What there is

    static func writeBoard(to output: inout Output) {
        output.write(ThisBoard.name)
        output.write(", ")
        output.write(decimal: Hardware.clocks.coreClock / 1.megahertz)
        switch Hardware.clocks.source {
        case .crystal: output.writeLine(" MHz from the crystal")
        case .internalOscillator:
            output.writeLine(" MHz from the internal oscillator: the crystal did not start")
        case .unscaledInternalOscillator:
            output.writeLine(" MHz from the internal oscillator: neither crystal nor PLL started")
        case .fixed: output.writeLine(" MHz")
        }
    }

    private static func version(_ output: inout Output) async {
        output.write("Martlet ")
        output.writeLine(MartletVersion.text)
        writeBoard(to: &output)
        await output.send()
    }

    private static func uptime(_ output: inout Output) async {
        let now = SystemClock.now.microseconds
        let seconds = UInt32(truncatingIfNeeded: now / 1_000_000)
        output.write(decimal: seconds / 86400)
        output.write(" d ")
        output.write(decimal: seconds / 3600 % 24)
        output.write(" h ")
        output.write(decimal: seconds / 60 % 60)
        output.write(" min ")
        output.write(decimal: seconds % 60)
        output.write(".")
        output.write(decimal: UInt32(truncatingIfNeeded: now % 1_000_000) / 1000, width: 3, padding: 0x30)
        await output.sendLine(" s")
    }

    private static func tasks(_ output: inout Output) async {
        await output.sendLine("task       level      wakes    time ms  longest us  overruns  memory B")
        // A report is written and sent at a time; tasks are never taken away, so the index stays good.
        var index = 0
        while let report = TaskReport.at(index) {
            var width = 0
            while report.name[width] != 0 {
                output.write(byte: report.name[width])
                width += 1
            }
            output.write(spaces: 11 - width)
            output.write(decimal: UInt32(report.level), width: 5)
            output.write(decimal: report.wakes, width: 11)
            let milliseconds = report.cycles / (UInt64(SystemClock.cyclesInMicrosecond) * 1000)
            output.write(decimal: UInt32(truncatingIfNeeded: milliseconds), width: 11)
            output.write(decimal: report.longestPoll / SystemClock.cyclesInMicrosecond, width: 12)
            output.write(decimal: UInt32(report.overruns), width: 10)
            output.write(decimal: UInt32(report.bytesUsed), width: 6)
            output.write("/")
            output.write(decimal: UInt32(report.bytesReserved))
            await output.sendLine(report.isFinished ? " finished" : "")
            index += 1
        }
    }

    private static func memory(_ output: inout Output) async {
        #if hasFeature(Embedded)
            let stack = martlet_stack_region()
            output.write("stack      ")
            output.write(decimal: UInt32(martlet_stack_high_water()))
            output.write(" of ")
            output.write(decimal: UInt32(stack.end - stack.start))
            await output.sendLine(" bytes at the most")
            let statics = martlet_static_region()
            output.write("static     ")
            output.write(decimal: UInt32(statics.end - statics.start))
            await output.sendLine(" bytes of variables")
        #endif
        output.write("start-up   ")
        output.write(decimal: UInt32(StartupMemory.used))
        output.write(" of ")
        output.write(decimal: UInt32(StartupMemory.capacity))
        await output.sendLine(" bytes given to tasks and buffers")
        output.write("allocations since start: ")
        output.write(decimal: UInt32(StartupMemory.allocationsSinceSeal))
        await output.sendLine("")
    }

    private static func led(_ arguments: inout Arguments, _ output: inout Output) async {
        guard let word = arguments.next() else { return await output.sendLine("led on|off|blink") }
        let state: LEDState
        if word.equals("on") {
            state = .on
        } else if word.equals("off") {
            state = .off
        } else if word.equals("blink") {
            state = .blinking
        } else {
            return await output.sendLine("led takes on, off or blink")
        }
        await LEDTask.set(state)
        do throws(LogError) {
            try DataLog.use { log throws(LogError) in try log.set(LEDState.setting, to: state.rawValue) }
        } catch {
            output.write("led: it is not kept for the next start: ")
            error.write(to: &output)
            await output.sendLine("")
        }
    }

    // MARK: - Ending

    private static func reboot(_ output: inout Output) async {
        guard await GameBoyTask.finish(&output) else { return }
        var event = TextBuffer<32>()
        event.write("restart asked for")
        DataLog.note(event.span)
        await output.sendLine("restarting")
        // Whoever takes nothing is not waited for.
        try? await Hardware.port.pointee.drain()
        SystemControl.requestReset()
        // The request takes a few cycles.
        await sleep(for: .seconds(1))
    }

    private static func exit(_ arguments: inout Arguments, _ output: inout Output) async {
        guard let word = arguments.next() else { return await exit(status: 0, &output) }
        guard let status = word.decimal, status < 256 else {
            return await output.sendLine("exit takes a status from 0 to 255")
        }
        await exit(status: status, &output)
    }

    /// Ends the emulation, after whatever still runs.
    static func exit(status: UInt32, _ output: inout Output) async {
        guard await GameBoyTask.finish(&output) else { return }
        // Whoever takes nothing is not waited for.
        try? await Hardware.port.pointee.drain()
        Semihosting.exit(status: status)
        // A simulated chip ends at its next turn.
        await sleep(for: .milliseconds(2))
        await output.sendLine("there is no emulator or debugger to exit to; `reboot` restarts")
    }
}

/// The last fault.
@MainActor
enum CrashReportCommand {
    #if hasFeature(Embedded)
        static var exists: Bool { CrashReport.exists }
        static func startupFinished() { CrashReport.startupFinished() }

        /// Keeps the fault that the last run ended in among the events, where it outlasts the power.
        static func note() {
            guard CrashReport.isNew else { return }
            var summary = TextBuffer<96>()
            CrashReport.writeSummary(to: &summary)
            DataLog.note(summary.span)
        }

        static func run(_ arguments: inout Arguments, _ output: inout Output) async {
            guard let word = arguments.next() else {
                var report = TextBuffer<1200>()
                CrashReport.write(to: &report)
                return await output.sendLines(report.span)
            }
            if word.equals("clear") {
                CrashReport.clear()
            } else if word.equals("now") {
                martlet_fail(StaticString("asked for at the prompt").characters, 0)
            } else {
                await output.sendLine("crash takes nothing, now or clear")
            }
        }
    #else
        static var exists: Bool { false }
        static func startupFinished() {}
        static func note() {}

        static func run(_ arguments: inout Arguments, _ output: inout Output) async {
            await output.sendLine("a fault of the simulated chip ends the process that simulates it")
        }
    #endif
}
