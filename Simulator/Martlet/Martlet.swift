// The host command: each subcommand is a file of this folder.
import ArgumentParser
import MartletRelease
import ProjectCommands

@main
struct Martlet: ParsableCommand {
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
