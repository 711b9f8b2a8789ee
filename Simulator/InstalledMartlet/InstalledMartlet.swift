// The command as ./install.sh installs it: what a package of one's own needs, and no more, so that installing takes little.
// Everything else is in the whole command, which is built when it is asked for first.
import ArgumentParser
import MartletRelease
import ProjectCommands

@main
struct InstalledMartlet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: martletAbstract,
        version: "\(MartletVersion.text)",
        groupedSubcommands: [
            projectCommands,
            FirmwareCommand.group([
                BenchCommand.self, ConsoleCommand.self, DownlinkCommand.self, GameBoyCommand.self, ProbeCommand.self,
                RuntimeCommand.self, StorageCommand.self,
            ]),
        ])
}

/// A subcommand of the whole command.
protocol WholeCommand: ParsableCommand {
    static var command: FirmwareCommand { get }
    /// What comes after its name, as it is.
    var arguments: [String] { get }
}

extension WholeCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: command.rawValue, abstract: command.abstract)
    }

    func run() throws { try runWholeCommand([Self.command.rawValue] + arguments) }
}

struct BenchCommand: WholeCommand {
    static let command = FirmwareCommand.bench
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct ConsoleCommand: WholeCommand {
    static let command = FirmwareCommand.console
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct DownlinkCommand: WholeCommand {
    static let command = FirmwareCommand.downlink
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct GameBoyCommand: WholeCommand {
    static let command = FirmwareCommand.gameboy
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct ProbeCommand: WholeCommand {
    static let command = FirmwareCommand.probe
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct RuntimeCommand: WholeCommand {
    static let command = FirmwareCommand.runtime
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct StorageCommand: WholeCommand {
    static let command = FirmwareCommand.storage
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}
