// The host command: each subcommand is a file of this folder.
import ArgumentParser

@main
struct Martlet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: "Makes, builds, runs and tests firmware in Swift for Cortex-M.",
        groupedSubcommands: [
            CommandGroup(
                name: "A package of your own",
                subcommands: [
                    NewCommand.self, BuildCommand.self, RunCommand.self, TestCommand.self, FlashCommand.self, SizeCommand.self,
                    DebugCommand.self, PACCommand.self, SDKCommand.self, DoctorCommand.self,
                ]),
            CommandGroup(
                name: "Martlet's own firmware on the host",
                subcommands: [
                    GameBoyCommand.self, ProbeCommand.self, RuntimeCommand.self, SimulateCommand.self, StorageCommand.self,
                ]),
        ])
}
