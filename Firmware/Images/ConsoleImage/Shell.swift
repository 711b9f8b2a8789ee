// The prompt: reads lines, finds commands, and answers.
import Console
import MartletRelease
import Serial
import Tasks
import Text

/// The console's task.
@MainActor
enum Shell {
    /// What is typed while a command waits for something else.
    private static var ahead = InlineArray<64, UInt8>(repeating: 0)
    private static var aheadCount = 0
    private static var isPrompting = false
    private static var editor = LineEditor<160>()

    /// Reads and answers until the program ends.
    static func run() async {
        editor = LineEditor()
        aheadCount = 0
        isPrompting = false
        var output = Output()
        await greet(&output)
        CrashReportCommand.note()
        CrashReportCommand.startupFinished()
        while true {
            await prompt(&output)
            switch await readLine(&output) {
            case .line: await execute(editor.line, &output)
            case .endOfInput:
                output.writeLine()
                await SystemCommands.exit(status: 0, &output)
            case .tooLong(let length):
                output.write("a line holds 160 characters, and this one has ")
                output.write(decimal: UInt32(length))
                await output.sendLine("; it was not run")
            case .typing, .interrupt: break
            }
            editor.clear()
        }
    }

    private static func greet(_ output: inout Output) async {
        output.writeLine()
        output.write("Martlet ")
        output.write(MartletVersion.text)
        output.write(" on ")
        SystemCommands.writeBoard(to: &output)
        await output.send()
        await DataLog.greet(&output)
        if CrashReportCommand.exists {
            await output.sendLine("the last run ended in a fault; `crash` shows it")
        }
        await output.sendLine("`help` lists the commands")
    }

    private static func prompt(_ output: inout Output) async {
        output.write("martlet> ")
        await output.send()
        isPrompting = true
    }

    private static func readLine(_ output: inout Output) async -> LineEvent {
        while true {
            let event = editor.accept(await nextByte(), echo: &output)
            if event != .typing { isPrompting = false }
            await output.send()
            if event != .typing { return event }
        }
    }

    private static func nextByte() async -> UInt8 {
        guard aheadCount > 0 else {
            // Nobody can cancel the console's task.
            while true { if let byte = await Hardware.port.pointee.receive() { return byte } }
        }
        let byte = ahead[0]
        aheadCount -= 1
        for index in 0..<aheadCount { ahead[index] = ahead[index + 1] }
        return byte
    }

    /// The next byte if one was typed, for a command that does something else meanwhile.
    static func byteIfTyped() async -> UInt8? {
        aheadCount > 0 ? await nextByte() : Hardware.port.pointee.tryReceive()
    }

    /// Whether Ctrl-C was typed since the prompt's line was ended. Other keys are kept for the next line, the
    /// first 64 of them.
    static func isInterrupted() -> Bool {
        while let byte = Hardware.port.pointee.tryReceive() {
            if byte == 0x03 { return true }
            guard aheadCount < 64 else { continue }
            ahead[aheadCount] = byte
            aheadCount += 1
        }
        return false
    }

    /// Prints lines of another task above the line being typed. Both together may be more than one piece holds,
    /// so a key may be echoed in between; the line is cleared again before it is redrawn.
    // Not inlined: it would be in the frame of a caller once for each call.
    @inline(never)
    static func interject(_ output: inout Output, _ write: (inout Output) -> Void) async {
        if isPrompting { output.write("\r\u{1B}[K") }
        write(&output)
        await output.send()
        guard isPrompting else { return }
        output.write("\r\u{1B}[Kmartlet> ")
        editor.redraw(to: &output)
        await output.send()
    }

    private static func execute(_ line: borrowing Span<UInt8>, _ output: inout Output) async {
        var arguments = Arguments(copy line)
        guard let command = arguments.next() else { return }
        if command.equals("help") {
            await SystemCommands.help(&output)
        } else if command.equals("kv") {
            await StorageCommands.run(&arguments, &output)
        } else if command.equals("gb") {
            await GameBoyCommands.run(&arguments, &output)
        } else if await !SystemCommands.run(command, &arguments, &output) {
            output.write("there is no command ")
            output.write(command.extracting(first: min(command.count, 32)))
            await output.sendLine("; `help` lists those there are")
        }
    }
}
