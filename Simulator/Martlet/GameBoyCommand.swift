// `martlet gameboy`: runs a Game Boy program on the host, with the very core that runs on the chip.
import ArgumentParser
import Foundation
import GameBoy
import GameBoyTools
import ProjectCommands
import Text

struct GameBoyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: FirmwareCommand.gameboy.rawValue,
        abstract: FirmwareCommand.gameboy.abstract,
        discussion: """
            The status is 0 if the run ended as asked, 2 for a file that cannot be used, and 1 otherwise: \
            the frames ran out before what --until waits for, a test failed, or the CPU met an illegal opcode. \
            A file that cannot be written is found before the run.

            What is odd about the program or the save, and can be used all the same, is said on standard error: a \
            wrong checksum in the header, a size there that is not the file's, padding, a save that is short or has a \
            clock of another form. --strict refuses it.

            An input file has a line for each change: a frame number, then the buttons held from that frame \
            on, out of up, down, left, right, a, b, select, start; none means that all are let go. Text \
            after # is ignored. For example:

              60 start
              64            # let go
              120 right a
            """)

    enum Ending: String, ExpressibleByArgument, CaseIterable {
        case serial
        case breakpoint
    }

    enum Model: String, ExpressibleByArgument, CaseIterable {
        case dmg
        case cgb
    }

    @Argument(help: "The program, a .gb file.")
    var rom: String

    @Option(help: "The machine. Default: cgb for a program that says at 0x0143 that it knows colours, else dmg.")
    var model: Model?

    @Option(help: "Start with this boot ROM: 256 bytes of a DMG's, 2304 of a CGB's. Default: start after it.")
    var bootROM: String?

    @Option(help: "Frames to run; the limit where --until is given. Default: 60, with --until 7200.")
    var frames: Int?

    @Option(
        help: """
            Run until the serial text has a line that says Passed or Failed, or until the program executes \
            LD B,B.
            """)
    var until: Ending?

    @Option(help: "A file of buttons to press.")
    var input: String?

    @Option(help: "Write the last picture to this PNG file.")
    var screenshot: String?

    @Option(help: "Write the sound to this WAV file.")
    var sound: String?

    @Option(help: "Read the cartridge's RAM from this file if it exists, and write it there at the end.")
    var save: String?

    @Option(help: "Start from the state of the whole machine in this file.")
    var loadState: String?

    @Option(help: "Write the state of the whole machine to this file at the end.")
    var saveState: String?

    @Option(
        help: "Print these bytes at the end, in hex: ADDRESS:LENGTH, in decimal or 0x hex.",
        transform: MemoryRange.init(argument:))
    var memory: MemoryRange?

    @Flag(help: "Refuse what is odd about the program or the save, which is otherwise a warning.")
    var strict = false

    @Flag(help: "Press buttons by a fixed script; print frames a second and the picture's hash.")
    var benchmark = false

    @Flag(
        help: """
            Play it in this terminal: arrows, x and z for A and B, Enter for Start, Space for Select; q or Ctrl-C ends.
            """)
    var play = false

    @Flag(help: "Run a plain CPU beside the core, and stop at the first difference.")
    var lockstep = false

    @Flag(help: "Read a debugger's commands from standard input; help lists them.")
    var debug = false

    func validate() throws {
        if [play, lockstep, debug, benchmark].count(where: { $0 }) > 1 {
            throw ValidationError("--play, --lockstep, --debug and --benchmark exclude each other.")
        }
        if let frames, frames < 1 { throw ValidationError("--frames must be at least 1.") }
        if benchmark && input != nil { throw ValidationError("--benchmark has its own input.") }
    }

    func run() throws {
        let outputs = try outputs()
        switch model ?? (Self.knowsColours(rom) ? .cgb : .dmg) {
        case .dmg: try run(on: HostedGameBoy<DMG>(rom: rom, bootROM: bootROM, save: outputs.save, isStrict: strict), outputs)
        case .cgb: try run(on: HostedGameBoy<CGB>(rom: rom, bootROM: bootROM, save: outputs.save, isStrict: strict), outputs)
        }
    }

    /// The files that are written at the end.
    private struct Outputs {
        var save: OutputFile?
        var saveState: OutputFile?
        var screenshot: OutputFile?
        var sound: OutputFile?
    }

    /// Throws the status of a bad file, after saying why, if one of them cannot be written or would take the place of
    /// another or of the program.
    private func outputs() throws -> Outputs {
        let outputs = Outputs(
            save: try save.map { try OutputFile($0) }, saveState: try saveState.map { try OutputFile($0) },
            screenshot: try screenshot.map { try OutputFile($0) }, sound: try sound.map { try OutputFile($0) })
        var others: [(option: String, path: String?)] = [
            ("the program", rom), ("--boot-rom", bootROM), ("--input", input), ("--load-state", loadState),
        ]
        for (option, file) in [
            ("--save", outputs.save), ("--save-state", outputs.saveState), ("--screenshot", outputs.screenshot),
            ("--sound", outputs.sound),
        ] {
            guard let file else { continue }
            // A state may be gone on with from run to run.
            let isTaken = { (other: (option: String, path: String?)) in
                other.path.map(file.isSame) ?? false && (option, other.option) != ("--save-state", "--load-state")
            }
            if let other = others.first(where: isTaken) {
                throw badFile(file.path, "\(option) would take the place of \(other.option)")
            }
            others.append((option, file.path))
        }
        return outputs
    }

    /// Whether the byte at 0x0143 says so. A file that cannot be read is refused later.
    private static func knowsColours(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path), let header = try? file.read(upToCount: 0x144) else {
            return false
        }
        return header.count == 0x144 && header[0x143] & 0x80 != 0
    }

    private var limit: Int { frames ?? (until == nil ? 60 : 7200) }

    private func run<M>(on console: HostedGameBoy<M>, _ outputs: Outputs) throws {
        if let loadState { try console.loadState(from: loadState) }
        if play || lockstep || debug { try watch(console) } else { try runAlone(console, outputs) }
    }

    /// The ways in which somebody looks on.
    private func watch<M>(_ console: HostedGameBoy<M>) throws {
        if play { return try play(console) }
        if lockstep {
            return try runInLockstep(console, frames: limit, try input.map { try ButtonScript(path: $0) })
        }
        debug(console)
        try console.writeBatterySave()
    }

    private func runAlone<M>(_ console: HostedGameBoy<M>, _ outputs: Outputs) throws {
        let script = try input.map { try ButtonScript(path: $0) }
        let limit = limit
        console.stopsAtBreakpoints = until == .breakpoint
        var recording = sound.map { _ in SoundFile() }
        if recording != nil || benchmark { console.clocksPerSample = SoundFile.clocksPerSample }
        var serial = SerialText()
        var ending: HostedEnding?
        var frame = 0
        let start = ContinuousClock.now
        while frame < limit && ending == nil {
            if benchmark {
                console.hold(.benchmark(frame: UInt32(truncatingIfNeeded: frame)))
            } else if let buttons = script?.buttons(at: frame) {
                console.hold(buttons)
            }
            let reason = console.runFrame()
            serial.append(console.takeSerial())
            let samples = console.takeSound()
            recording?.append(samples)
            switch reason {
            case .breakpoint: ending = .asAsked
            case .locked: ending = .lockedUp
            case .frame, .budget: frame += 1
            }
            if until == .serial, let passed = serial.verdict { ending = passed ? .asAsked : .testFailed }
        }
        let elapsed = ContinuousClock.now - start
        serial.finish()

        if ending == .asAsked && until == .breakpoint { print(console.breakpointLine) }
        if benchmark {
            let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
            print("\(frame) frames, \(Int(Double(frame) / seconds)) frames a second, picture \(console.pictureHash)")
        }
        if let memory { print(console.hex(memory)) }
        // The save first: nothing else that goes wrong may lose it.
        try console.writeBatterySave()
        if let file = outputs.saveState { try console.writeSaveState(to: file) }
        if let file = outputs.screenshot { try console.writeScreenshot(to: file) }
        if let file = outputs.sound { try recording?.write(to: file) }

        switch ending {
        case .asAsked: return
        case .testFailed: throw ExitCode(1)
        case .lockedUp:
            complain("the CPU met an illegal opcode, before 0x\(console.programCounter)")
            throw ExitCode(1)
        case nil:
            guard until != nil else { return }
            complain("\(limit) frames ran and the end asked for did not come")
            throw ExitCode(1)
        }
    }
}

// MARK: - Arguments

/// ADDRESS:LENGTH.
struct MemoryRange {
    let address: UInt16
    let length: Int

    init(argument: String) throws {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = Self.number(parts[0]), let length = Self.number(parts[1]) else {
            throw ValidationError("\"\(argument)\" is not ADDRESS:LENGTH")
        }
        guard let start = UInt16(exactly: address), length > 0, length <= 0x1_0000 - address else {
            throw ValidationError("\"\(argument)\" is not within the address space, 0x0000 to 0xFFFF")
        }
        self.address = start
        self.length = length
    }

    private static func number(_ text: Substring) -> Int? {
        text.lowercased().hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
    }
}

/// Which buttons are held when.
struct ButtonScript {
    private var changes: [Int: Buttons] = [:]

    private static let names: [String: Buttons] = [
        "up": .up, "down": .down, "left": .left, "right": .right,
        "a": .a, "b": .b, "select": .select, "start": .start,
    ]

    init(path: String) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw badFile(path, "cannot be read as text")
        }
        var last = -1
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" || $0 == "\r" }
            guard let first = words.first else { continue }
            guard let frame = Int(first), frame >= 0 else {
                throw badFile(path, "line \(index + 1): \"\(first)\" is no frame number")
            }
            var buttons: Buttons = []
            for word in words.dropFirst() {
                guard let button = Self.names[word.lowercased()] else {
                    throw badFile(path, "line \(index + 1): \"\(word)\" is no button")
                }
                buttons.insert(button)
            }
            guard frame > last else { throw badFile(path, "line \(index + 1): frame \(frame) does not come after \(last)") }
            last = frame
            changes[frame] = buttons
        }
    }

    /// The buttons held from this frame on, if they change there.
    func buttons(at frame: Int) -> Buttons? { changes[frame] }
}

/// The serial text, printed as it comes.
struct SerialText {
    private var line: [UInt8] = []
    private var found: Bool?
    private var endsLine = true
    private var quietFrames = 0

    /// Whether the test passed, once its line is ended; not every program ends its last line, so half a second of
    /// silence after the word is an end too.
    var verdict: Bool? { endsLine || quietFrames >= 30 ? found : nil }

    /// Takes what came in a frame.
    mutating func append(_ bytes: [UInt8]) {
        quietFrames = bytes.isEmpty ? quietFrames + 1 : 0
        guard !bytes.isEmpty else { return }
        FileHandle.standardOutput.write(Data(bytes))
        for byte in bytes {
            endsLine = byte == 0x0A
            if !endsLine { line.append(byte) }
            let text = String(decoding: line, as: UTF8.self)
            if text.contains("Passed") { found = found ?? true }
            if text.contains("Failed") { found = found ?? false }
            if endsLine { line = [] }
        }
    }

    /// Ends the last line, so that what is printed next starts its own.
    func finish() {
        if !endsLine { FileHandle.standardOutput.write(Data([0x0A])) }
    }
}
