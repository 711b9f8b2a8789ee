// `martlet debug`: gdb on a package's image, with its tasks.
import ArgumentParser
import Foundation

struct DebugCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "debug", abstract: "Builds a package's image and debugs it by gdb, in QEMU or on its board.",
        discussion: """
            The chip stands at its first instruction. gdb's commands martlet tasks and martlet backtrace show the tasks, what \
            each waits for, and the async calls that it is in; help martlet lists all. In QEMU the console's output \
            appears in the same terminal, and martlet type types at it. With --probe it is the board, by OpenOCD: martlet \
            flash programs it first. Arguments after -- go to gdb, such as -batch -ex continue.
            """)

    @OptionGroup var options: ProjectOptions

    @Option(help: "The debug probe, for the board in place of QEMU: stlink, cmsis-dap or jlink.")
    var probe: FlashCommand.Probe?

    @Argument(parsing: .postTerminator, help: "Arguments for gdb.")
    var arguments: [String] = []

    func run() throws {
        try refusing {
            let project = try options.project()
            let board = project.settings.board
            let chip: [String]
            if let probe {
                guard let target = project.settings.openocd else {
                    throw Refusal(description: "\(board) has no target of OpenOCD's (martlet.json, \"openocd\")")
                }
                chip = [probe.rawValue, target]
            } else {
                guard let machine = project.settings.machine else {
                    throw Refusal(description: "\(board) has no machine in QEMU (martlet.json); debug the board with --probe")
                }
                chip = ["qemu", machine, Project.semihosting]
            }
            let gdb = ProcessInfo.processInfo.environment["GDB"] ?? "gdb-multiarch"
            guard Command.find(gdb) != nil else {
                throw Refusal(description: "\(gdb) is missing; martlet doctor says how to get it")
            }
            let script = try Home.find().file("Boards/debug.sh").path
            try project.build()
            try Command("bash", [script, project.elf.path] + chip + ["--"] + arguments).become()
        }
    }
}
