// `martlet downlink`: a stream of telemetry packets as lines of JSON.
import ArgumentParser
import DownlinkTools
import Foundation
import ProjectCommands

struct DownlinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: FirmwareCommand.downlink.rawValue,
        abstract: FirmwareCommand.downlink.abstract,
        discussion: """
            The stream is COBS frames with a CRC-16, each of one CCSDS space packet or several. A bad frame is a line too, with \
            what is wrong, its offset, and what was expected; the next frame is read again. The status is 0 if all were good, 1 \
            if any was bad, and 2 if there is no such file.
            """)

    @Argument(help: "The stream; standard input if there is none.")
    var file: String?

    func run() throws {
        let input = try file.map { path in
            guard let handle = FileHandle(forReadingAtPath: path) else { throw badFile(path, "cannot be read") }
            return handle
        }
        // Not by `print`: lines are seen as the packets come, in a pipe too.
        let decoder = DownlinkDecoder {
            do { try FileHandle.standardOutput.write(contentsOf: Data(($0 + "\n").utf8)) } catch {
                complain("standard output cannot be written: \(error.localizedDescription)")
                DownlinkCommand.exit(withError: ExitCode(2))
            }
        }
        do {
            while let bytes = try (input ?? .standardInput).read(upToCount: 4096), !bytes.isEmpty { decoder.add(bytes.bytes) }
        } catch {
            throw badFile(file ?? "standard input", "cannot be read")
        }
        decoder.finish()
        if !decoder.isSound { throw ExitCode(1) }
    }
}
