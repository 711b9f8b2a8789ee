// `martlet sdk`: the Swift SDK for the chip.
import ArgumentParser
import Foundation

struct SDKCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sdk", abstract: "Makes and installs the Swift SDK for the chip.",
        discussion: """
            It has what the toolchain lacks for a Cortex-M: the concurrency module, start-up, the C library, and the \
            linker script. With it, swift build --swift-sdk armv7em-martlet builds a package whose manifest has \
            no flag. It is made here, from this toolchain and Debian's gcc-arm-none-eabi and \
            libnewlib-arm-none-eabi, and made anew by the same command when the toolchain changes.
            """,
        subcommands: [Install.self, List.self, Remove.self])

    struct Install: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes it and tells swift sdk of it, one for each core.")

        @Option(help: "Only for this core: cortex-m4 or cortex-m7.")
        var cpu: String?

        @Flag(help: "Show what the compiler says.")
        var verbose = false

        func run() throws {
            try refusing {
                let home = try Home.find()
                for cpu in cpu.map({ [$0] }) ?? SwiftSDK.cpus {
                    let sdk = try SwiftSDK(cpu: cpu)
                    FileHandle.standardError.write(Data("making \(sdk.name) for the \(cpu)\n".utf8))
                    try sdk.install(from: home, isVerbose: verbose)
                    print(sdk.name)
                }
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints the names of those that are installed.")

        func run() throws { for name in SwiftSDK.installed() { print(name) } }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Removes it.")

        func run() throws { try refusing { for cpu in SwiftSDK.cpus { try SwiftSDK(cpu: cpu).remove() } } }
    }
}
