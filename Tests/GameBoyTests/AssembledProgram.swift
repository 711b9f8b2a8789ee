// Builds the programs of Tests/GameBoyPrograms: assembler, linker, and what makes a cartridge of their output.
import Foundation
import XCTest

/// A program of the project's own.
struct AssembledProgram {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("GameBoyPrograms")

    /// The names of all there are.
    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".s") }
            .map { String($0.dropLast(2)) }.sorted()
    }

    let rom: [UInt8]

    /// Assembles and links a program. Skips the test where there is no assembler.
    init(_ name: String) throws {
        guard let assembler = Self.tool("sdasgb"), let linker = Self.tool("sdldgb") else {
            throw XCTSkip("sdasgb is not installed (Debian: sdcc), so the own programs cannot be assembled")
        }
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let object = scratch.appendingPathComponent("program.rel").path
        let image = scratch.appendingPathComponent("program.ihx").path
        try Self.run(assembler, ["-o", object, "\(name).s"], in: Self.folder)
        try Self.run(linker, ["-n", "-i", image, object], in: scratch)
        rom = try Self.cartridge(intelHex: String(contentsOfFile: image, encoding: .utf8))
    }

    private static func tool(_ name: String) -> URL? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        return folders.map { URL(fileURLWithPath: "\($0)/\(name)") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
    }

    private static func run(_ tool: URL, _ arguments: [String], in folder: URL) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0, !text.contains("?ASlink-Warning") else {
            throw Failure(description: "\(tool.lastPathComponent) \(arguments.joined(separator: " ")): \(text)")
        }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Source: Intel, "Hexadecimal Object File Format Specification".
    static func cartridge(intelHex text: String) throws -> [UInt8] {
        var rom = [UInt8](repeating: 0, count: 0x8000)
        for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix(":00000001") == false {
            let digits = Array(line.dropFirst().utf8)
            let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
                UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
            }
            guard line.hasPrefix(":"), bytes.count >= 5, bytes.count == Int(bytes[0]) + 5, bytes[3] == 0,
                bytes.reduce(0, &+) == 0
            else { throw Failure(description: "no line of data: \(line)") }
            let address = Int(bytes[1]) << 8 | Int(bytes[2])
            guard address + Int(bytes[0]) <= rom.count else { throw Failure(description: "beyond the ROM: \(line)") }
            rom.replaceSubrange(address..<address + Int(bytes[0]), with: bytes[4..<4 + Int(bytes[0])])
        }
        rom += [UInt8](repeating: 0, count: 0x8000 << Int(rom[0x148]) - 0x8000)
        for bank in 0..<rom.count / 0x4000 {
            rom[bank * 0x4000 + 0x3FFE] = UInt8(bank & 0xFF)
            rom[bank * 0x4000 + 0x3FFF] = UInt8(bank >> 8)
        }
        fixChecksum(&rom)
        return rom
    }
}
