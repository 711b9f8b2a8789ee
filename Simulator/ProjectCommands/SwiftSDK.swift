// The Swift SDK: what a toolchain lacks for the chip. It has the concurrency module, the runtime's C parts, the C library
// and the linker script, each built for one core; HAL, tasks and boards come from the package, as source, so that the host
// builds the same and the optimiser sees across modules.
import Foundation
import MartletRelease

struct SwiftSDK {
    static let triple = "armv7em-none-none-eabi"

    let name: String
    private let cpu: String

    static let cpus = ["cortex-m4", "cortex-m7"]

    init(cpu: String) throws {
        switch cpu {
        case "cortex-m4": name = "armv7em-martlet"
        case "cortex-m7": name = "armv7em-m7-martlet"
        default:
            throw Refusal(
                description: "there is no Swift SDK for the core \(cpu); there are: \(Self.cpus.joined(separator: ", "))")
        }
        self.cpu = cpu
    }

    /// The folder of its files. The bundle that `swift sdk` knows names them by their paths.
    private static var root: URL {
        let environment = ProcessInfo.processInfo.environment
        // SwiftPM keeps its list of Swift SDKs in the user's folder by the password file, whatever HOME is.
        let data = environment["XDG_DATA_HOME"] ?? FileManager.userFolder + "/.local/share"
        return URL(fileURLWithPath: data, isDirectory: true).appendingPathComponent("martlet/sdk", isDirectory: true)
    }
    private var folder: URL { Self.root.appendingPathComponent(name, isDirectory: true) }
    private var stamp: URL { folder.appendingPathComponent("toolchain") }

    static func toolchain() throws -> String {
        let (text, status) = try Command("swiftc", ["--version"]).capture()
        guard status == 0, let line = text.split(separator: "\n").first(where: { $0.contains("Swift version") }) else {
            throw Refusal(description: "swiftc --version does not answer; martlet doctor says how to get Swift")
        }
        return String(line)
    }

    /// Throws what is to be done if it is not installed, or was made by another toolchain.
    func check() throws {
        let here = try Self.toolchain()
        guard FileManager.default.fileExists(atPath: stamp.path) else {
            throw Refusal(description: "the Swift SDK for the \(cpu) is not installed; run: martlet sdk install")
        }
        let made = String(decoding: try readFile(stamp.path), as: UTF8.self)
        guard made == here else {
            throw Refusal(description: "the Swift SDK was made by \(made), and this is \(here); run: martlet sdk install")
        }
    }

    // MARK: - Making it

    func install(from home: Home, isVerbose: Bool) throws {
        let toolchain = try Self.toolchain()
        guard
            let board = try home.boards.first(where: {
                (try home.settings(of: $0)["cpu_flags"] ?? "").contains("-mcpu=\(cpu) ")
            })
        else { throw Refusal(description: "no board of \(home.folder.path) has a \(cpu)") }
        let flags = try BoardFlags(board, home)
        let built = try buildRuntime(home, board, isVerbose: isVerbose)
        let manager = FileManager.default
        try? manager.removeItem(at: folder)
        for part in ["modules", "lib", "ld", "sdk"] {
            try manager.createDirectory(at: folder.appendingPathComponent(part), withIntermediateDirectories: true)
        }
        try manager.copyItem(
            at: built.appendingPathComponent("Modules/_Concurrency.swiftmodule"),
            to: folder.appendingPathComponent("modules/_Concurrency.swiftmodule"))
        try archive(["_Concurrency", "ConcurrencyABI", "Startup"].map { built.appendingPathComponent("\($0).build") })
        for (module, path) in Self.headers {
            try manager.copyItem(at: home.file(path), to: folder.appendingPathComponent("modules/\(module)"))
        }
        try write(moduleMap, to: "modules/module.modulemap")
        for library in ["libgcc.a", "libc.a", "libm.a"] {
            let (path, _) = try Command("arm-none-eabi-gcc", flags.cpu + ["-print-file-name=\(library)"]).capture()
            try manager.copyItem(
                atPath: path.trimmingCharacters(in: .whitespacesAndNewlines),
                toPath: folder.appendingPathComponent("lib/\(library)").path)
        }
        try manager.copyItem(at: home.file("LinkerScripts/martlet.ld"), to: folder.appendingPathComponent("ld/martlet.ld"))
        try register(flags, unicodeTables: try Self.unicodeTables())
        try write(toolchain, to: stamp.lastPathComponent)
    }

    private static let headers = [
        ("CortexMInstructions", "HAL/Core/CortexMInstructions/include"), ("Startup", "Firmware/Runtime/Startup/include"),
        ("ConcurrencyABI", "Firmware/Runtime/ConcurrencyABI/include"),
    ]

    private var moduleMap: String {
        Self.headers.map { "module \($0.0) { umbrella \"\($0.0)\" export * }\n" }.joined()
    }

    /// Builds the modules that it holds, for a board with this core. Returns the folder they are in.
    private func buildRuntime(_ home: Home, _ board: String, isVerbose: Bool) throws -> URL {
        let scratch = Self.root.appendingPathComponent("build/\(cpu)", isDirectory: true)
        for target in ["_Concurrency", "Startup"] {
            let command = Command(
                "swift",
                [
                    "build", "-c", "release", "--triple", Self.triple, "--toolset", "Boards/\(board)/toolset.json",
                    "--scratch-path", scratch.path, "--target", target,
                ], in: home.folder, environment: ["MARTLET_BOARD": board])
            let (output, status) = isVerbose ? ("", try command.run(isResult: false)) : try command.capture()
            guard status == 0 else {
                throw Refusal(description: "the runtime does not build for the \(cpu)\n\(output)", status: 1)
            }
        }
        return scratch.appendingPathComponent("\(Self.triple)/release", isDirectory: true)
    }

    private func archive(_ folders: [URL]) throws {
        var objects: [String] = []
        for folder in folders {
            let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".o") }.sorted()
            objects += names.map { folder.appendingPathComponent($0).path }
        }
        let library = folder.appendingPathComponent("lib/libmartlet.a").path
        let (output, status) = try Command("arm-none-eabi-ar", ["rcs", library] + objects).capture()
        guard status == 0 else { throw Refusal(description: "arm-none-eabi-ar: \(output)", status: 1) }
    }

    private static func unicodeTables() throws -> String {
        let (text, _) = try Command("swiftc", ["-print-target-info"]).capture()
        guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            let paths = object["paths"] as? [String: Any], let resources = paths["runtimeResourcePath"] as? String
        else { throw Refusal(description: "swiftc -print-target-info names no runtimeResourcePath") }
        return "\(resources)/embedded/\(triple)/libswiftUnicodeDataTables.a"
    }

    /// Tells `swift sdk` of it.
    private func register(_ flags: BoardFlags, unicodeTables: String) throws {
        let bundle = Self.root.appendingPathComponent("\(name).artifactbundle", isDirectory: true)
        try? FileManager.default.removeItem(at: bundle)
        let modules = folder.appendingPathComponent("modules").path
        let library = folder.appendingPathComponent("lib").path
        // What the board's firmware is compiled with, the modules that are here, and no start-up files of the host's.
        let swift =
            flags.swift
            + [
                "-use-ld=lld", "-Xclang-linker", "-nostdlib", "-Xfrontend", "-import-module", "-Xfrontend", "_Concurrency",
                "-I",
                modules, "-Xcc", "-fmodule-map-file=\(modules)/module.modulemap", "-Xcc", "-I\(modules)/CortexMInstructions",
            ]
        // The package's memory.ld is found in its folder, where the linker runs.
        let linker = [
            "-T", folder.appendingPathComponent("ld/martlet.ld").path, "--gc-sections", "--whole-archive",
            "\(library)/libmartlet.a", "--no-whole-archive", "-L\(library)", unicodeTables, "-lm", "-lc", "-lgcc",
        ]
        let host = try Self.hostTriple()
        let files: [(String, Any)] = [
            (
                "info.json",
                [
                    "schemaVersion": "1.0",
                    "artifacts": [
                        name: [
                            "type": "swiftSDK", "version": "\(MartletVersion.text)",
                            "variants": [["path": "sdk", "supportedTriples": [host]]],
                        ]
                    ],
                ] as [String: Any]
            ),
            (
                "sdk/swift-sdk.json",
                [
                    "schemaVersion": "4.0",
                    "targetTriples": [Self.triple: ["sdkRootPath": "root", "toolsetPaths": ["toolset.json"]]],
                ] as [String: Any]
            ),
            (
                "sdk/toolset.json",
                [
                    "schemaVersion": "1.0", "swiftCompiler": ["extraCLIOptions": swift],
                    "cCompiler": ["extraCLIOptions": flags.c],
                    "linker": ["extraCLIOptions": linker],
                ] as [String: Any]
            ),
        ]
        try FileManager.default.createDirectory(
            at: bundle.appendingPathComponent("sdk/root"), withIntermediateDirectories: true)
        for (path, object) in files {
            try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys])
                .write(to: bundle.appendingPathComponent(path))
        }
        _ = try Command("swift", ["sdk", "remove", name]).capture()
        let (output, status) = try Command("swift", ["sdk", "install", bundle.path]).capture()
        guard status == 0 else { throw Refusal(description: "swift sdk install: \(output)", status: 1) }
        try? FileManager.default.removeItem(at: bundle)
    }

    private static func hostTriple() throws -> String {
        let (text, _) = try Command("swiftc", ["-print-target-info"]).capture()
        guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            let target = object["target"] as? [String: Any], let triple = target["unversionedTriple"] as? String
        else { throw Refusal(description: "swiftc -print-target-info names no triple") }
        return triple
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(path))
    }

    // MARK: - The rest

    /// The names of those that are installed.
    static func installed() -> [String] {
        cpus.compactMap { cpu in
            guard let sdk = try? SwiftSDK(cpu: cpu), FileManager.default.fileExists(atPath: sdk.stamp.path) else { return nil }
            return sdk.name
        }
    }

    func remove() throws {
        _ = try Command("swift", ["sdk", "remove", name]).capture()
        try? FileManager.default.removeItem(at: folder)
    }
}
