// `martlet storage`: looks into the file that keeps a board's storage under QEMU.
import ArgumentParser
import Foundation
import HostStore
import Interfaces
import ProjectCommands
import SimulatedFlash
import Storage
import StorageTools
import Text

struct StorageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: FirmwareCommand.storage.rawValue,
        abstract: FirmwareCommand.storage.abstract,
        subcommands: [
            Bench.self, Check.self, Crash.self, CrashWriter.self, Dump.self, Figures.self, Torture.self,
        ])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Verifies an image, or a store of the host, and explains it.",
            discussion: """
                The status is 0 for a sound one, 1 for a damaged one, and 2 for what is neither. A write that was \
                interrupted is no damage: nobody was told that it had succeeded. A store that --repair has repaired \
                counts as sound.
                """)

        @Argument(help: "The image, 48 KB, or the directory of a store.")
        var file: String

        @Flag(help: "Of a store: writes what is sound into new files, and keeps those with damage as *.damaged.")
        var repair = false

        func run() throws {
            var isDirectory: ObjCBool = false
            if FileManager.default.fileExists(atPath: file, isDirectory: &isDirectory), isDirectory.boolValue {
                return try checkStore()
            }
            guard !repair else { throw badFile(file, "is not the directory of a store, which --repair is for") }
            let image = try StorageImage(path: file)
            var isSound = true
            for sector in image.sectors {
                print(sector.line)
                for item in sector.items {
                    switch item {
                    case .damage(let offset):
                        isSound = false
                        print("  damaged at \(hex(offset))")
                    case .torn(let offset): print("  interrupted write at \(hex(offset))")
                    case .value, .tombstone, .mark: break
                    }
                }
                if sector.inspection.isCorrected { isSound = false }
                if let offset = sector.footer.firstWrongOffset {
                    isSound = false
                    print("  the footer is wrong about \(hex(offset))")
                }
            }
            let report = try image.mount().report
            if report.damagedSectors > 0 {
                isSound = false
                print("sectors whose records are lost with their header: \(report.damagedSectors)")
            }
            if report.wasFormatted { print("the image is blank") }
            print("\(report.keys) keys, \(isSound ? "sound" : "damaged")")
            if !isSound { throw ExitCode(1) }
        }

        private func checkStore() throws {
            do {
                let hasSegments = try FileManager.default.contentsOfDirectory(atPath: file).contains {
                    $0.hasSuffix(".segment")
                }
                guard hasSegments else { throw badFile(file, "is no store: it has no segments") }
                let report = try repair ? HostStore.repair(directory: file) : HostStore(directory: file).report
                print("\(report.segments) segments, \(report.records) records")
                for path in report.damagedFiles { print("\(path): cut off, zeroed, or its header is damaged") }
                if report.missingSegments > 0 { print("missing segments: \(report.missingSegments)") }
                if report.damagedRecords > 0 { print("damaged records: \(report.damagedRecords)") }
                print(report.isSound ? "sound" : repair ? "repaired; keys may have older values or none" : "damaged")
                if !report.isSound, !repair { throw ExitCode(1) }
            } catch let error as HostStoreError {
                throw badFile(file, error.description)
            }
        }
    }

    struct Dump: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the keys of an image and their values, a line each, sorted.",
            discussion: """
                What is no printable ASCII is printed as \\xNN, a backslash as \\\\. The status is 0, 1 if a \
                record is damaged, and 2 for a file that is no image.
                """)

        @Argument(help: "The image, 48 KB.")
        var file: String

        func run() throws {
            let mounted = try StorageImage(path: file).mount()
            for (key, value) in mounted.values {
                print("\(printable(key)) = \(printable(value))")
            }
            for key in mounted.damagedKeys { complain("\(file): the value of \(printable(key)) is damaged") }
            if let offset = mounted.damagedOffset { complain("\(file): a record at \(hex(offset)) is damaged") }
            if !mounted.damagedKeys.isEmpty || mounted.damagedOffset != nil || !mounted.report.isSound { throw ExitCode(1) }
        }
    }
}

// MARK: - Images

/// A file's bytes as the flash that wrote them; the file itself is never written.
private struct StorageImage {
    struct Sector {
        let number: Int
        let inspection: SectorInspection
        let items: [LogItem]
        let footer: FooterInspection

        var line: String {
            var line = "sector \(number) at \(hex(inspection.offset)): "
            switch inspection.state {
            case .blank: line += "blank"
            case .prepared: line += "erased"
            case .open: line += "sequence \(inspection.sequence ?? 0)"
            case .retired: line += "waits for its erase"
            case .unreadable: line += "no header, to be erased"
            }
            if let count = inspection.eraseCount { line += ", erased \(count) times" }
            if inspection.isCorrected { line += ", a wrong bit in its header" }
            guard inspection.state == .open else { return line }
            var values = 0
            var tombstones = 0
            for item in items {
                if case .value = item { values += 1 }
                if case .tombstone = item { tombstones += 1 }
            }
            return line + ", \(values) values, \(tombstones) deletions, footer of \(footer.blocks) blocks for \(footer.records)"
        }
    }

    /// What a mount finds.
    struct Mounted {
        var report: MountReport
        var values: [(key: [UInt8], value: [UInt8])] = []
        var damagedKeys: [[UInt8]] = []
        /// Where the first record is whose key cannot be said.
        var damagedOffset: UInt32?
    }

    private static let sectorLengths = [16384, 16384, 16384]
    private let path: String
    private let bytes: [UInt8]
    private(set) var sectors: [Sector] = []

    /// Throws the status of a bad file, after saying what is wrong with it.
    init(path: String) throws {
        let data = try readFile(path)
        let length = Self.sectorLengths.reduce(0, +)
        guard data.count == length else {
            throw badFile(path, "has \(data.count) bytes, and a storage image \(length)")
        }
        self.path = path
        bytes = Array(data)
        // A mount refuses what is no image; what it repairs is a copy.
        _ = try mount()
        do {
            var inspector = try LogInspector(flash)
            for number in 0..<inspector.sectorCount {
                let inspection = try inspector.inspect(sector: number)
                var items: [LogItem] = []
                var footer = FooterInspection()
                if let sequence = inspection.sequence {
                    footer = try inspector.inspectFooter(of: number, sequence: sequence)
                    try inspector.forEachItem(in: number, sequence: sequence) { item, _ in items.append(item) }
                }
                sectors.append(Sector(number: number, inspection: inspection, items: items, footer: footer))
            }
        } catch {
            throw refusal(error)
        }
    }

    /// The image on flash of its own.
    private var flash: SimulatedFlash {
        let flash = SimulatedFlash(sectors: Self.sectorLengths)
        flash.contents = bytes
        return flash
    }

    func mount() throws -> Mounted {
        // A key for every record that could be: more than any image holds.
        let memory = UnsafeMutableBufferPointer<IndexSlot>.allocate(capacity: 8192)
        // SAFETY: the log that borrows the memory ends before this function does.
        defer { memory.deallocate() }
        do {
            var log = try KeyValueLog.mount(flash, index: memory)
            var mounted = Mounted(report: log.report)
            var keys: [[UInt8]] = []
            do throws(LogError) {
                try log.forEach(prefix: [UInt8]().span) { key, _ in
                    keys.append(key.indices.map { key[$0] })
                }
            } catch {
                guard case .damagedRecord(let offset) = error else { throw error }
                mounted.damagedOffset = offset
            }
            var value = [UInt8](repeating: 0, count: 0x1_0000)
            for key in keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                do throws(LogError) {
                    var span = value.mutableSpan
                    guard let count = try log.get(key.span, into: &span) else { continue }
                    mounted.values.append((key, Array(value.prefix(count))))
                } catch {
                    guard case .damagedRecord = error else { throw error }
                    mounted.damagedKeys.append(key)
                }
            }
            return mounted
        } catch {
            throw refusal(error)
        }
    }

    private func refusal(_ error: any Error) -> any Error {
        guard let error = error as? LogError else { return error }
        return badFile(path, words(error))
    }
}

private func hex(_ offset: UInt32) -> String {
    let digits = String(offset, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

private func printable(_ bytes: [UInt8]) -> String {
    var text = ""
    for byte in bytes {
        if byte == 0x5C {
            text += "\\\\"
        } else if byte >= 0x20 && byte < 0x7F {
            text.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let digits = String(byte, radix: 16)
            text += "\\x" + (digits.count < 2 ? "0" : "") + digits
        }
    }
    return text
}
