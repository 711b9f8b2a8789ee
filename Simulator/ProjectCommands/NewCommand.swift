// `martlet new`: a package of one's own, which builds on Martlet.
import ArgumentParser
import Foundation

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Makes a package with an image for a board and a test on the simulated chip.",
        discussion: """
            The package depends on the sources that this program was installed with, or on --dependency. Its \
            memory.ld says where the chip's memory is, and its martlet.json what the commands know of the board: \
            change both for a board of your own.
            """)

    enum Template: String, ExpressibleByArgument, CaseIterable {
        case blink, console, sensor, empty
    }

    enum Licence: String, ExpressibleByArgument, CaseIterable {
        case none
        case apache = "Apache-2.0"
        case mit = "MIT"
    }

    @Argument(help: "The package's name, and its folder's.")
    var name: String

    @Option(help: "The board.")
    var board: String

    @Option(help: "What it starts from: blink, console, sensor or empty.")
    var template = Template.blink

    @Option(help: "Martlet's address in place of its folder: a URL, with --from.")
    var dependency: String?

    @Option(help: "The version of --dependency, such as 0.1.0.")
    var from: String?

    @Option(help: "The licence that README.md names: none, Apache-2.0 or MIT.")
    var licence = Licence.none

    func validate() throws {
        guard name.first?.isLetter == true,
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        else {
            throw ValidationError(
                "\"\(name)\" cannot be a package's name: it begins with a letter, and has letters, digits, - and _.")
        }
        guard !Self.takenModules.contains(module) else {
            throw ValidationError("\"\(name)\" would be the module \(module), which is there already; choose another name.")
        }
        guard (dependency == nil) == (from == nil) else { throw ValidationError("--dependency and --from go together.") }
        if let dependency, dependency.isEmpty || dependency.contains(where: { "\"\\".contains($0) || $0.isNewline }) {
            throw ValidationError("\"\(dependency)\" is no address of a package.")
        }
        if let from, from.range(of: #"^\d+\.\d+\.\d+([-+].*)?$"#, options: .regularExpression) == nil || from.contains("\"") {
            throw ValidationError("\"\(from)\" is no version: those are three numbers, such as 0.1.0.")
        }
    }

    /// Modules that a package would have twice: its own image, Martlet's, and the toolchain's.
    private static var takenModules: Set<String> {
        let own = (try? Home.find().modules) ?? []
        return Set(
            own + [
                "Firmware", "Swift", "Foundation", "XCTest", "Testing", "Synchronization", "Class", "Self", "Type", "Any",
                "SwiftShims",
            ])
    }

    /// The name as a module's: `my-app` is `MyApp`.
    private var module: String {
        name.split { $0 == "-" || $0 == "_" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    func run() throws {
        try refusing {
            let home = try Home.find()
            let settings = try home.settings(of: board)
            if template == .sensor, settings["i2c"] != "yes" {
                let others = try home.boards.filter { try home.settings(of: $0)["i2c"] == "yes" }
                throw Refusal(
                    description: "the \(board) has no I2C bus for a sensor; these have: \(others.joined(separator: ", "))")
            }
            let folder = URL(fileURLWithPath: name, isDirectory: true)
            guard !FileManager.default.fileExists(atPath: folder.path) else {
                throw Refusal(description: "\(name) is there already; choose another name, or remove it")
            }
            var isOurs = false
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
                isOurs = true
                try write(to: folder, home, settings)
            } catch {
                // Half a package would be in the way of the next try. What was there before is not touched.
                if isOurs { try? FileManager.default.removeItem(at: folder) }
                if error is Refusal || error is ExitCode { throw error }
                throw Refusal(description: "\(name) cannot be made: \(error.localizedDescription)")
            }
            let runs =
                settings["qemu_machine", default: ""].isEmpty
                ? "martlet flash    # builds it and programs the board"
                : template == .sensor
                    ? "martlet run -- -device tmp105,address=0x48    # builds it and runs it in QEMU, with a sensor"
                    : "martlet run      # builds it and runs it in QEMU"
            print(
                """
                \(name) is a package for the \(board). Next:
                    cd \(name)
                    \(runs)
                    martlet simulate # runs it on the host, on a simulated chip
                    martlet test     # its test, on one
                """)
        }
    }

    private func write(to folder: URL, _ home: Home, _ settings: [String: String]) throws {
        let manager = FileManager.default
        let templates = home.file("Simulator/Templates")
        // What all have, and then what the template has besides or otherwise.
        for part in ["common", template.rawValue] {
            let source = templates.appendingPathComponent(part)
            for path in try manager.subpathsOfDirectory(atPath: source.path).sorted() {
                var isFolder: ObjCBool = false
                let file = source.appendingPathComponent(path)
                guard manager.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
                let target = folder.appendingPathComponent(filled(path, home, settings))
                try manager.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                let text = String(decoding: try readFile(file.path), as: UTF8.self)
                try Data(filled(text, home, settings).utf8).write(to: target)
            }
        }
        guard let memory = settings["memory_file"] else {
            throw Refusal(description: "Boards/\(board)/board.sh has no memory_file")
        }
        try manager.copyItem(at: home.file(memory), to: folder.appendingPathComponent("memory.ld"))
        func text(_ name: String) -> String? { settings[name].flatMap { $0.isEmpty ? nil : $0 } }
        let isM7 = (settings["cpu_flags"] ?? "").contains("cortex-m7")
        let project = ProjectSettings(
            image: "Firmware", board: board, cpu: isM7 ? "cortex-m7" : "cortex-m4", machine: text("qemu_machine"),
            openocd: text("openocd_target"))
        try writeJSON(project, to: folder.appendingPathComponent("martlet.json"))
        try writeJSON(LaunchFile(project), to: folder.appendingPathComponent(".vscode/launch.json"))
    }

    private func writeJSON(_ value: some Encodable, to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(value) + Data("\n".utf8)).write(to: file)
    }

    private func filled(_ text: String, _ home: Home, _ settings: [String: String]) -> String {
        let package =
            if let dependency, let from { ".package(url: \"\(dependency)\", from: \"\(from)\")" } else {
                ".package(name: \"martlet\", path: \"\(home.folder.path)\")"
            }
        let words = licence == .none ? "None is chosen yet." : "\(licence.rawValue)."
        return [
            ("__NAME__", name), ("__MODULE__", module), ("__BOARD__", board), ("__DEPENDENCY__", package),
            ("__LICENCE__", words), ("__CHIP__", settings["simulated_chip", default: ""]),
            ("__CONSOLE__", settings["simulated_console", default: ""]), ("__I2C__", settings["simulated_i2c", default: ""]),
            ("__LED__", settings["simulated_led", default: ""]),
        ]
        .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}
