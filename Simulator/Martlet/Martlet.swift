// The host command: each subcommand is a file of this folder.
import ArgumentParser
import MartletRelease
import ProjectCommands

@main
struct Martlet: ParsableCommand {
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
