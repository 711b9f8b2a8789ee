// The whole command, with everything that an installed one leaves out, built from the sources when it is asked for.
import ArgumentParser
import Foundation

/// What `martlet --help` begins with.
package let martletAbstract = "Makes, builds, runs and tests firmware in Swift for Cortex-M."

/// The subcommands that are about Martlet's own firmware, which only the whole command has.
package enum FirmwareCommand: String {
    case bench, console, downlink, gameboy, probe, runtime, storage

    package var abstract: String {
        switch self {
        case .bench: "Measures the building blocks on the host, beside what else would do the same."
        case .console: "Runs the console image natively on a simulated STM32F405."
        case .downlink: "Decodes a stream of telemetry packets to lines of JSON."
        case .gameboy: "Runs a Game Boy program and prints what it sends through the serial port."
        case .probe: "Serves OpenOCD as a debug probe that is wired to a simulated STM32F405."
        case .runtime: "Measures what runs tasks on the host."
        case .storage: "Looks into a storage image, the file that run.sh keeps between runs; measures and tortures a log."
        }
    }

    package static func group(_ subcommands: [any ParsableCommand.Type]) -> CommandGroup {
        CommandGroup(name: "Martlet's own firmware on the host", subcommands: subcommands)
    }
}

/// Becomes the whole command with these arguments, after building it if need be: some minutes the first time, and about
/// two seconds once it is there. It is kept in ~/.cache/martlet (XDG_CACHE_HOME).
package func runWholeCommand(_ arguments: [String]) throws {
    try refusing {
        let home = try Home.find()
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? FileManager.userFolder + "/.cache"
        let scratch = "\(cache)/martlet/build"
        let program = "\(scratch)/release/martlet"
        if !FileManager.default.fileExists(atPath: program) {
            complain("building what martlet \(arguments.first ?? "") needs; this takes some minutes, once")
        }
        let build = Command(
            "swift",
            ["build", "-c", "release", "--package-path", home.folder.path, "--scratch-path", scratch, "--product", "martlet"])
        let (output, status) = try build.capture()
        guard status == 0 else {
            throw Refusal(description: "martlet does not build in \(home.folder.path)\n\(output)", status: 1)
        }
        try Command(program, arguments).become()
    }
}
