// `martlet probe`: the simulated debug probe, for OpenOCD and no hardware.
import ArgumentParser
import Foundation
import ProjectCommands
import SimulatedChip
import SimulatedProbe

struct ProbeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: FirmwareCommand.probe.rawValue,
        abstract: FirmwareCommand.probe.abstract,
        discussion: """
            Speaks the remote_bitbang protocol on a port of 127.0.0.1, which the first line printed names: \
            "listening on 127.0.0.1, port N". Each session ends with a line for what was done to the chip. \
            The core executes nothing; OpenOCD needs WORKAREASIZE 0, JTAG, and no reset line. \
            ./flash.sh --probe simulated does all that.

            A session ends when the debugger leaves or falls silent, and the command after the last one. The \
            status is 1 if no debugger came, 2 for a file or a port that cannot be used.
            """)

    @Option(help: "The port; 0 picks a free one.")
    var port: UInt16 = 0

    @Option(help: "A file that the 1 MB of flash is kept in; one that is missing is made.")
    var flash: String?

    @Option(help: "How many sessions to serve, one after the other.")
    var sessions = 1

    @Option(help: "Seconds to wait for a debugger, and for its next word.")
    var idle = 60

    @Option(help: "An address in flash of a byte that has worn out: programming does not change it.")
    var worn: Address?

    func validate() throws {
        guard sessions > 0 else { throw ValidationError("--sessions must be at least 1.") }
        guard (1...3600).contains(idle) else { throw ValidationError("--idle must be 1 to 3600.") }
    }

    func run() throws {
        let memory = FlashMemoryModel()
        if let flash { try fill(memory, from: flash) }
        if let worn { memory.wornBytes = [worn.offset] }
        let chip = ProbedChip(flash: memory)
        let report = SessionReport(chip)

        let server: BitBangServer
        do {
            server = try BitBangServer(port: port, idleSeconds: idle)
        } catch {
            complain("\(error)")
            throw ExitCode(2)
        }
        say("listening on 127.0.0.1, port \(server.port)")
        for _ in 0..<sessions {
            guard try server.serve(chip) else {
                complain("no debugger came in \(idle) seconds")
                throw ExitCode(1)
            }
            if let flash { try write(memory, to: flash) }
            say(report.next())
        }
    }

    private static let whole = 0..<1 << 20

    private func fill(_ memory: FlashMemoryModel, from path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        let contents = try readFile(path)
        guard contents.count == Self.whole.count else {
            throw badFile(path, "has \(contents.count) bytes, and the flash \(Self.whole.count); it is left as it is")
        }
        memory.fill(at: 0, contents)
    }

    private func write(_ memory: FlashMemoryModel, to path: String) throws {
        do {
            try Data(memory.contents(Self.whole)).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw unwritable(path, error)
        }
    }
}

/// Prints a line at once, whatever reads it.
private func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

/// An address in flash.
struct Address: ExpressibleByArgument {
    /// From the beginning of flash.
    let offset: Int

    init?(argument: String) {
        let digits = argument.lowercased().hasPrefix("0x") ? argument.dropFirst(2) : ""
        guard let address = Int(digits, radix: 16), (0x0800_0000..<0x0810_0000).contains(address) else { return nil }
        offset = address - 0x0800_0000
    }
}

/// Collects what a session does to the chip, for the line at its end.
private final class SessionReport {
    private var erased: Set<Int> = []
    private var programmed = 0
    private var start: CoreDebug.Start?

    init(_ chip: ProbedChip) {
        chip.flash.onChange = { [unowned self] range in
            // An erase changes a sector at a time, a program a few bytes.
            if let sector = FlashMemoryModel.sectors.firstIndex(of: range) {
                erased.insert(sector)
            } else {
                programmed += range.count
            }
        }
        chip.core.onStart = { [unowned self] in start = $0 }
    }

    /// The line for the session that has ended.
    func next() -> String {
        defer { (erased, programmed, start) = ([], 0, nil) }
        var parts: [String] = []
        if !erased.isEmpty {
            parts.append("erased sectors \(erased.sorted().map(String.init).joined(separator: " "))")
        }
        if programmed > 0 { parts.append("programmed \(programmed) bytes") }
        if let start {
            parts.append(
                "reset: \(start.isHalted ? "halted" : "running") at \(hex(start.programCounter)), "
                    + "stack at \(hex(start.stackPointer))")
        }
        return "session: " + (parts.isEmpty ? "nothing was changed" : parts.joined(separator: "; "))
    }

    private func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
