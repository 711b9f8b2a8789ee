// `martlet pac`: Swift register types from a CMSIS-SVD file.
import ArgumentParser
import Foundation
import RegisterGenerator

struct PACCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pac",
        abstract: "Generates Swift register types from a CMSIS-SVD file.",
        discussion: """
            Writes a file a peripheral type, one that names the device's peripherals, and Interrupt.swift. \
            The same input gives the same bytes. What is wrong with the input but can be given a meaning is \
            reported as file:line: warning: path: message, which says what was done. What cannot is reported \
            without the word warning, all of it; the status is then 2 and nothing is written.

            An overlay is a JSON file with what the manufacturer left out:
              device       another name for the device
              peripherals  by name: name, type, description, like (another), remove;
                           baseAddress makes one, interrupts adds to it
              interrupts   by name: a new name, or "" to remove
              registers    by TYPE.REGISTER:
                offset     makes one
                name, description, size, access, resetValue, readAction,
                modifiedWriteValues, remove
                join       NAME: bits NAME0, NAME1... become one field
                add        fields: name, bitRange, description
                fields     by name or NAME%s: name, description, bitRange, access,
                           modifiedWriteValues, readAction, enumeration, values,
                           remove
                arrays     NAME%s: fields that are also reached by index
            Simulator/RegisterGenerator/README.md has examples.
            """)

    @Argument(help: "The register description.", completion: .file(extensions: ["svd"]))
    var svd: String

    @Option(help: "The folder to write to; it is made if it is not there.")
    var output: String

    @Option(help: "Peripherals to generate and to look at, separated by commas. All if not given.")
    var peripherals: String?

    @Option(help: "A JSON file with additions and corrections.")
    var overlay: String?

    @Flag(help: "Print every warning, not only the first of each kind.")
    var allWarnings = false

    func validate() throws {
        if let names, names.isEmpty { throw ValidationError("--peripherals names none.") }
    }

    private var names: [String]? {
        peripherals?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    func run() throws {
        do {
            let generator = try RegisterGenerator(
                svd: try readFile(svd), svdName: name(svd), overlay: try overlay.map { (try readFile($0), name($0)) },
                peripherals: names)
            let files = generator.files(output: local(output), overlay: overlay.flatMap(local))
            report(generator.warnings)
            try write(files.map { ($0.name, Data($0.text.utf8)) })
            print(
                "\(files.count) files, \(generator.device.peripherals.count) peripherals in \(name(svd)), "
                    + "\(generator.device.expandedFieldCount) fields")
        } catch let error as GeneratorError {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode(2)
        }
    }

    /// The first of each kind, unless all are wanted: a file may have thousands that say the same.
    private func report(_ warnings: [Finding]) {
        var kinds: [String: Int] = [:]
        var lines: [String] = []
        for warning in warnings {
            // Two are of one kind if they differ in nothing but names and numbers.
            let kind = warning.message.split(separator: " ").filter { word in
                word.allSatisfy { $0.isLowercase || ",:".contains($0) }
            }.joined(separator: " ")
            kinds[kind, default: 0] += 1
            if allWarnings || kinds[kind, default: 0] <= 3 { lines.append("\(warning)") }
        }
        if lines.count < warnings.count {
            lines.append("\(warnings.count - lines.count) more warnings of these kinds; --all-warnings prints them")
        }
        if !lines.isEmpty { FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8)) }
    }

    private func write(_ files: [(name: String, contents: Data)]) throws {
        let folder = URL(fileURLWithPath: output, isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try removeFormerOutput(in: folder, keeping: files.map(\.name))
            for file in files { try file.contents.write(to: folder.appendingPathComponent(file.name)) }
        } catch {
            throw unwritable(output, error)
        }
    }

    /// A peripheral that is no longer asked for must not stay behind. Only files that say they are
    /// generated are removed.
    private func removeFormerOutput(in folder: URL, keeping names: [String]) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where name.hasSuffix(".swift") && !names.contains(name) {
            let file = folder.appendingPathComponent(name)
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", maxSplits: 2)
            if lines.count > 1, lines[1].hasPrefix("// Generated from"),
                lines[1].hasSuffix("do not edit. To make it again:")
            {
                try FileManager.default.removeItem(at: file)
            }
        }
    }

    /// A path for the files' own command: as it was typed, if it is a place in this folder.
    private func local(_ path: String) -> String? { path.hasPrefix("/") || path.hasPrefix("..") ? nil : path }

    private func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}
