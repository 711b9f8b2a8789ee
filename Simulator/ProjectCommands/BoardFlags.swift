// The compiler's flags for a board, from where they are written: its toolset, its board.sh and the manifest.
import Foundation

struct BoardFlags {
    /// For Swift, with what the manifest adds on the device.
    let swift: [String]
    let c: [String]
    /// What names the core.
    let cpu: [String]

    init(_ board: String, _ home: Home) throws {
        let file = home.file("Boards/\(board)/toolset.json").path
        guard let toolset = try JSONSerialization.jsonObject(with: try readFile(file)) as? [String: Any],
            let swift = (toolset["swiftCompiler"] as? [String: Any])?["extraCLIOptions"] as? [String],
            let c = (toolset["cCompiler"] as? [String: Any])?["extraCLIOptions"] as? [String]
        else { throw Refusal(description: "\(file) names no extraCLIOptions for Swift and C") }
        // What is set on the device and not on the host: Embedded Swift, and flags of the optimiser.
        let host = try Self.settings(of: nil, home)
        let device = try Self.settings(of: board, home).filter { !host.contains($0) }
        self.swift = swift + device.flatMap { $0 }
        self.c = c
        cpu = (try home.settings(of: board)["cpu_flags"] ?? "").split(separator: " ").map(String.init)
    }

    /// What the manifest compiles a plain module with, a flag with its arguments each.
    private static func settings(of board: String?, _ home: Home) throws -> [[String]] {
        let variables = board.map { ["MARTLET_BOARD=\($0)"] } ?? ["-u", "MARTLET_BOARD"]
        let (text, status) = try Command(
            "env", variables + ["swift", "package", "--package-path", home.folder.path, "dump-package"]
        ).capture()
        guard status == 0, let brace = text.firstIndex(of: "{"),
            let manifest = try JSONSerialization.jsonObject(with: Data(text[brace...].utf8)) as? [String: Any],
            let targets = manifest["targets"] as? [[String: Any]],
            let module = targets.first(where: { $0["name"] as? String == "Text" }),
            let settings = module["settings"] as? [[String: Any]]
        else { throw Refusal(description: "the manifest of \(home.folder.path) cannot be read\n\(text)", status: 1) }
        return settings.compactMap { setting in
            guard let kind = setting["kind"] as? [String: Any] else { return nil }
            if let flags = (kind["unsafeFlags"] as? [String: Any])?["_0"] as? [String] { return flags }
            if let feature = (kind["enableExperimentalFeature"] as? [String: Any])?["_0"] as? String {
                return ["-enable-experimental-feature", feature]
            }
            return nil
        }
    }
}
