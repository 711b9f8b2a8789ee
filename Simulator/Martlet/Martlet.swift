// The host command: each subcommand is a file of this folder.
import ArgumentParser

@main
struct Martlet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: "Runs, checks and measures Martlet's firmware on the host.",
        subcommands: [
            GameBoyCommand.self,
            PACCommand.self,
            ProbeCommand.self,
            RuntimeCommand.self,
            SimulateCommand.self,
            SizeCommand.self,
            StorageCommand.self,
        ])
}
