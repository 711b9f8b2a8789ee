// `martlet doctor`: what is missing on this machine, and how to get it.
import ArgumentParser
import Foundation

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Says what is missing on this machine, and how to get it.",
        discussion: "The status is 1 if something is missing that a build needs.")

    @Flag(help: "Print JSON, for scripts.")
    var json = false

    struct Finding: Codable {
        let name: String
        let isFound: Bool
        /// A build cannot do without.
        let isRequired: Bool
        /// The version that was found, or what to do.
        let text: String
    }

    func run() throws {
        let findings = Self.examine()
        if json {
            try printJSON(findings)
        } else {
            for finding in findings {
                let word = finding.isFound ? "found  " : finding.isRequired ? "MISSING" : "missing"
                print("\(word)  \(finding.name): \(finding.text)")
            }
        }
        if findings.contains(where: { !$0.isFound && $0.isRequired }) { throw ExitCode(1) }
    }

    private static func examine() -> [Finding] {
        var findings: [Finding] = []
        func add(_ name: String, _ isFound: Bool, required: Bool, _ text: String) {
            findings.append(Finding(name: name, isFound: isFound, isRequired: required, text: text))
        }
        func tool(_ name: String, required: Bool, package: String, for what: String) {
            if Command.find(name) != nil, let version = try? Command(name, ["--version"]).capture().output {
                add(name, true, required: required, version.split(separator: "\n").first.map(String.init) ?? "")
            } else {
                add(name, false, required: required, "\(what); apt-get install \(package)")
            }
        }
        if let toolchain = try? SwiftSDK.toolchain() {
            let isRight = toolchain.contains("Swift version 6.3")
            add("swift", isRight, required: true, isRight ? toolchain : "\(toolchain); Martlet needs 6.3, swift.org/install")
        } else {
            add("swift", false, required: true, "the compiler, 6.3; swift.org/install")
        }
        tool(
            "arm-none-eabi-gcc", required: true, package: "gcc-arm-none-eabi libnewlib-arm-none-eabi",
            for: "the C library of the chip")
        tool("qemu-system-arm", required: false, package: "qemu-system-arm", for: "martlet run")
        tool("openocd", required: false, package: "openocd", for: "martlet flash")
        tool("gdb-multiarch", required: false, package: "gdb-multiarch", for: "martlet debug")
        do {
            let home = try Home.find()
            add("sources", true, required: true, home.folder.path)
        } catch {
            add("sources", false, required: true, "\(error)")
        }
        for cpu in SwiftSDK.cpus {
            do {
                let sdk = try SwiftSDK(cpu: cpu)
                try sdk.check()
                add("Swift SDK", true, required: true, sdk.name)
            } catch {
                add("Swift SDK", false, required: true, "\(error)")
            }
        }
        return findings
    }
}
