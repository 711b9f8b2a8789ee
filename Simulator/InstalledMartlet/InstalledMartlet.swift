// The command as ./install.sh installs it: what a package of one's own needs, and no more, so that installing takes little.
// Everything else is in the whole command, which is built when it is asked for first.
import ArgumentParser
import MartletRelease
import ProjectCommands

@main
struct InstalledMartlet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: "Makes, builds, runs and tests firmware in Swift for Cortex-M.",
        version: "\(MartletVersion.text)",
        groupedSubcommands: [
            projectCommands,
            CommandGroup(
                name: "Martlet's own firmware on the host",
                subcommands: [
                    GameBoyCommand.self, ProbeCommand.self, RuntimeCommand.self, SimulateCommand.self, StorageCommand.self,
                ]),
        ])
}

/// A subcommand of the whole command.
protocol WholeCommand: ParsableCommand {
    static var name: String { get }
    static var abstract: String { get }
    /// What comes after its name, as it is.
    var arguments: [String] { get }
}

extension WholeCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(commandName: name, abstract: abstract) }

    func run() throws { try runWholeCommand([Self.name] + arguments) }
}

struct GameBoyCommand: WholeCommand {
    static let name = "gameboy"
    static let abstract = "Runs a Game Boy program and prints what it sends through the serial port."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct ProbeCommand: WholeCommand {
    static let name = "probe"
    static let abstract = "Serves OpenOCD as a debug probe that is wired to a simulated STM32F405."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct RuntimeCommand: WholeCommand {
    static let name = "runtime"
    static let abstract = "Measures what runs tasks on the host."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct SimulateCommand: WholeCommand {
    static let name = "simulate"
    static let abstract = "Runs an image natively on a simulated STM32F405."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct StorageCommand: WholeCommand {
    static let name = "storage"
    static let abstract = "Looks into a storage image, the file that run.sh keeps between runs; measures and tortures a log."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}
