// Where Martlet's own sources are, which packages build on and the Swift SDK is made from.
import Foundation

/// The folder with Martlet's Package.swift.
struct Home {
    let folder: URL

    /// MARTLET_HOME, or share/martlet beside the folder of this program, or the checkout it was built in.
    static func find() throws -> Home {
        func isHome(_ folder: URL) -> Bool {
            FileManager.default.fileExists(atPath: folder.appendingPathComponent("LinkerScripts/martlet.ld").path)
        }
        if let path = ProcessInfo.processInfo.environment["MARTLET_HOME"] {
            let folder = URL(fileURLWithPath: path, isDirectory: true)
            guard isHome(folder) else {
                throw Refusal(description: "MARTLET_HOME is \(path), which has no LinkerScripts/martlet.ld")
            }
            return Home(folder: folder)
        }
        var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let installed = folder.deletingLastPathComponent().appendingPathComponent("share/martlet", isDirectory: true)
        if isHome(installed) { return Home(folder: installed) }
        while folder.path != "/" {
            if isHome(folder) { return Home(folder: folder) }
            folder.deleteLastPathComponent()
        }
        throw Refusal(
            description:
                "Martlet's sources are not beside this program; run ./install.sh of a checkout, or set MARTLET_HOME to one")
    }

    func file(_ path: String) -> URL { folder.appendingPathComponent(path) }

    /// The boards that come with Martlet.
    var boards: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: file("Boards").path)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: file("Boards/\($0)/board.sh").path) }.sorted()
    }

    /// The modules of Martlet's manifest, by its text.
    var modules: [String] {
        let text = String(decoding: (try? readFile(file("Package.swift").path)) ?? Data(), as: UTF8.self)
        let pattern = #"(?:module\(|name: )\s*"([A-Za-z_0-9]+)""#
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
        return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
            Range($0.range(at: 1), in: text).map { String(text[$0]) }
        }
    }

    /// What the scripts know of a board, by the names of board.sh.
    func settings(of board: String) throws -> [String: String] {
        guard boards.contains(board) else {
            throw Refusal(description: "there is no board \(board); there are: \(boards.joined(separator: ", "))")
        }
        let text = String(decoding: try readFile(file("Boards/\(board)/board.sh").path), as: UTF8.self)
        var settings: [String: String] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            settings[String(parts[0])] = parts[1].trimmingCharacters(in: ["\""])
        }
        return settings
    }
}
