// A package that builds on Martlet, as the commands see it: a folder with a Package.swift and a martlet.json.
import Foundation

/// martlet.json: what the commands know of a package and its board.
struct ProjectSettings: Codable {
    static let keys = ["board", "cpu", "image", "machine", "openocd"]

    /// The executable product that is flashed.
    var image: String
    /// The board's name, for messages.
    var board: String
    /// The core: cortex-m4 or cortex-m7, each with floating point.
    var cpu: String
    /// The machine in QEMU; nil if there is none.
    var machine: String?
    /// OpenOCD's description of the chip; nil if there is none.
    var openocd: String?
}

struct Project {
    /// QEMU's configuration of semihosting: the firmware may talk to the host.
    static let semihosting = "enable=on,target=native"

    let folder: URL
    let settings: ProjectSettings

    /// The nearest folder with a martlet.json, from `path` up.
    static func find(from path: String?) throws -> Project {
        guard path != nil || !FileManager.default.currentDirectoryPath.isEmpty else {
            throw Refusal(description: "the current folder is no longer there")
        }
        var folder = URL(fileURLWithPath: path ?? FileManager.default.currentDirectoryPath, isDirectory: true)
        let start = folder.path
        if path != nil, !FileManager.default.fileExists(atPath: folder.appendingPathComponent("martlet.json").path) {
            throw Refusal(description: "\(path ?? "") is no Martlet package: it has no martlet.json")
        }
        while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("martlet.json").path) {
            guard folder.path != "/" else {
                throw Refusal(
                    description: "\(start) is not in a Martlet package: there is no martlet.json; martlet new makes one")
            }
            folder.deleteLastPathComponent()
        }
        let file = folder.appendingPathComponent("martlet.json").path
        do {
            if let keys = (try? JSONSerialization.jsonObject(with: try readFile(file))) as? [String: Any],
                let unknown = keys.keys.filter({ !ProjectSettings.keys.contains($0) }).min()
            {
                let known = ProjectSettings.keys.joined(separator: ", ")
                throw Refusal(description: "\(file): there is no '\(unknown)'; the keys are \(known)")
            }
            return Project(folder: folder, settings: try JSONDecoder().decode(ProjectSettings.self, from: try readFile(file)))
        } catch DecodingError.keyNotFound(let key, _) {
            throw Refusal(description: "\(file): '\(key.stringValue)' is missing")
        } catch DecodingError.typeMismatch(_, let context) {
            throw Refusal(
                description:
                    "\(file): '\(context.codingPath.map(\.stringValue).joined(separator: "."))' has to be a text in quotes")
        } catch DecodingError.valueNotFound(_, let context) {
            throw Refusal(
                description:
                    "\(file): '\(context.codingPath.map(\.stringValue).joined(separator: "."))' has to be a text in quotes")
        } catch is DecodingError {
            throw Refusal(description: "\(file): not well-formed JSON")
        }
    }

    /// The image, once it is built.
    var elf: URL { folder.appendingPathComponent(".build/\(SwiftSDK.triple)/release/\(settings.image)") }

    /// Looks that memory.ld has the regions of the linker script. An image that was linked before it changed is removed, since
    /// the build does not know the file.
    private func checkMemory() throws {
        let file = folder.appendingPathComponent("memory.ld").path
        let manager = FileManager.default
        guard manager.fileExists(atPath: file) else {
            throw Refusal(description: "\(file) is missing: the linker takes the chip's memory from it")
        }
        let text = String(decoding: try readFile(file), as: UTF8.self)
            .replacingOccurrences(of: #"(?s)/\*.*?\*/"#, with: " ", options: .regularExpression)
        let examples = [
            "BOOT": "(rx) : ORIGIN = 0x08000000, LENGTH = 16K", "CODE": "(rx) : ORIGIN = 0x08010000, LENGTH = 192K",
            "RAM": "(rwx) : ORIGIN = 0x20000000, LENGTH = 128K",
        ]
        for region in ["BOOT", "CODE", "RAM"]
        where text.range(of: #"\b\#(region)\s*(\([a-zA-Z!]*\))?\s*:\s*(ORIGIN|org|o)\b"#, options: .regularExpression) == nil {
            throw Refusal(
                description:
                    "\(file) has no region \(region): a line such as \(region) \(examples[region] ?? "")")
        }
        func changed(_ path: String) -> Date? { (try? manager.attributesOfItem(atPath: path))?[.modificationDate] as? Date }
        if let linked = changed(elf.path), let edited = changed(file), edited > linked { try? manager.removeItem(at: elf) }
    }

    /// Builds the image. What the compiler says goes to standard error.
    func build() throws {
        let sdk = try SwiftSDK(cpu: settings.cpu)
        try sdk.check()
        try checkMemory()
        let arguments = ["build", "-c", "release", "--swift-sdk", sdk.name, "--product", settings.image]
        let status = try Command("swift", arguments, in: folder).run(isResult: false)
        guard status == 0 else {
            throw Refusal(description: "\(settings.image) does not build for \(settings.board)", status: 1)
        }
    }
}
