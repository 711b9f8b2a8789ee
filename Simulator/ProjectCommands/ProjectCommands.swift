// What is done with a package that builds on Martlet: build, run, test, flash.
import ArgumentParser
import Foundation

/// The commands that are for a package of one's own.
package var projectCommands: CommandGroup {
    CommandGroup(
        name: "A package of your own",
        subcommands: [
            NewCommand.self, BuildCommand.self, RunCommand.self, SimulateCommand.self, TestCommand.self, DebugCommand.self,
            FlashCommand.self, SizeCommand.self, PACCommand.self, SDKCommand.self, DoctorCommand.self,
        ])
}

struct ProjectOptions: ParsableArguments {
    @Option(help: "The package's folder; otherwise the nearest with a martlet.json, from here up.")
    var packagePath: String?

    func project() throws -> Project { try Project.find(from: packagePath) }
}

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Builds a package's image for its board, and prints its path.")

    @OptionGroup var options: ProjectOptions

    func run() throws {
        try refusing {
            let project = try options.project()
            try project.build()
            print(project.elf.path)
        }
    }
}

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Builds a package's image and runs it in QEMU.",
        discussion: """
            The console is on standard input and output; at a terminal Ctrl-A X ends QEMU. A fault is explained on \
            standard error, with the file and line of each address, and the status is then 70; otherwise it is \
            the image's.
            """)

    @OptionGroup var options: ProjectOptions

    @Argument(parsing: .postTerminator, help: "Arguments for QEMU.")
    var arguments: [String] = []

    func run() throws {
        try refusing {
            let project = try options.project()
            guard let machine = project.settings.machine else {
                throw Refusal(
                    description: "\(project.settings.board) has no machine in QEMU (martlet.json); flash it with martlet flash")
            }
            let home = try Home.find()
            try project.build()
            let qemu = ProcessInfo.processInfo.environment["QEMU_SYSTEM_ARM"] ?? "qemu-system-arm"
            guard Command.find(qemu) != nil else {
                throw Refusal(description: "\(qemu) is missing; martlet doctor says how to get it")
            }
            let script = home.file("Boards/qemu.sh").path
            let words = [script, project.elf.path, machine, Project.semihosting]
            try Command("bash", words + arguments).become()
        }
    }
}

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Runs a package's tests on the host, on a simulated chip.",
        discussion: "Arguments after -- go to swift test.")

    @OptionGroup var options: ProjectOptions

    @Argument(parsing: .postTerminator, help: "Arguments for swift test.")
    var arguments: [String] = []

    func run() throws {
        try refusing {
            let project = try options.project()
            try Command("swift", ["test", "--scratch-path", ".build/host"] + arguments, in: project.folder).become()
        }
    }
}

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Runs a package's image natively on the host, on a simulated chip.",
        discussion: """
            It is the image's source, from main.swift on; its registers are those of the simulated chip. The console is on \
            standard input and output, and each change of an output that main.swift names is a line on standard error. \
            At a terminal Ctrl-C ends it. The status is the image's.
            """)

    @OptionGroup var options: ProjectOptions

    @Option(help: "End it after so many seconds of the chip's time.")
    var seconds: Int?

    func run() throws {
        try refusing {
            let project = try options.project()
            let words = ["run", "--scratch-path", ".build/host", "--traits", "Simulation", project.settings.image]
            try Command("swift", words + (seconds.map { ["--seconds", "\($0)"] } ?? []), in: project.folder).become()
        }
    }
}

struct FlashCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flash", abstract: "Builds a package's image and programs it into its board through OpenOCD.",
        discussion: """
            Only the sectors that the image has bytes in are erased, so a log keeps what it holds. The image is looked at \
            first: it must lie in the regions of memory.ld, and begin with a vector table that a core can start from.
            """)

    enum Probe: String, ExpressibleByArgument, CaseIterable {
        case stlink
        case cmsisDAP = "cmsis-dap"
        case jlink
    }

    @OptionGroup var options: ProjectOptions

    @Option(help: "The debug probe: stlink, cmsis-dap or jlink.")
    var probe = Probe.stlink

    @Flag(help: "Print OpenOCD's command line, and stop.")
    var dryRun = false

    func run() throws {
        try refusing {
            let project = try options.project()
            guard let target = project.settings.openocd else {
                throw Refusal(
                    description:
                        "\(project.settings.board) is not flashed: martlet.json has no \"openocd\", a target of OpenOCD's")
            }
            let script = try Home.find().file("Boards/program.sh").path
            try project.build()
            let words = [
                script, "--elf", project.elf.path, "--board", project.settings.board, "--memory",
                project.folder.appendingPathComponent("memory.ld").path, "--target", target, "--probe", probe.rawValue,
            ]
            try Command("bash", words + (dryRun ? ["--dry-run"] : [])).become()
        }
    }
}
