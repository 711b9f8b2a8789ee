// `martlet console`: the console image's logic on the simulated chip, its console on standard input and output.
import ArgumentParser
import ConsoleImage
import Foundation
import GameBoy
import ProjectCommands
import Semihosting
import SimulatedChip
import Tasks

struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: FirmwareCommand.console.rawValue,
        abstract: FirmwareCommand.console.abstract,
        discussion: """
            The image is the same source that runs on the board; its registers are those of the simulated chip. \
            The console is on standard input and output. The exit status is the image's.

            With --listen it is on a TCP connection instead: the first line printed is "listening on 127.0.0.1, \
            port N", the chip starts when somebody connects, and the end of the connection is the end of the \
            input. A reset of the chip ends it too, and is followed by another such line.
            """)

    @Option(help: "A file that the log's three flash sectors (48 KB) are kept in between runs.")
    var storage: String?

    @Option(help: "A Game Boy program for the cartridge slot.")
    var rom: String?

    @Option(help: "A port of this machine to have the console on; 0 picks a free one.")
    var listen: UInt16?

    /// Where the log's sectors lie in flash.
    private static let log = 16 << 10..<64 << 10
    private static let cartridgeSlot = 256 << 10..<1 << 20

    func run() throws {
        let board = SimulatedSTM32F405()
        if let rom { try insert(rom, into: board.flash) }
        let file = try storage.map { try StorageFile(path: $0, sectors: Self.log, of: board.flash) }
        board.flash.onChange = { file?.save($0, of: board.flash) }

        let socket = try listen.map(connect)
        let console = ConsoleLine(input: socket?.chipEnd ?? STDIN_FILENO, output: socket?.chipEnd ?? STDOUT_FILENO)
        board.usart1.onTransmit = console.put
        Semihosting.onExit = { board.chip.exit(status: $0) }
        let feed = {
            // While bytes wait to be taken time may go on; else it keeps step with the clock on the wall. The end of the
            // input is Ctrl-D, again and again.
            if board.usart1.pendingCount == 0 { board.usart1.send(console.hasEnded ? [0x04] : console.next()) }
        }
        let outcome = board.chip.run(for: .seconds(1 << 30), inStepsOf: .milliseconds(1), whenIdle: feed) {
            MainActor.assumeIsolated { ConsoleImage.start() }
        }
        console.restore()
        socket?.close()
        switch outcome {
        case .reset: throw badFile("/proc/self/exe", Simulation.restart())
        case .exited(let status): throw ExitCode(Int32(status))
        case .finished, .outOfTime: break
        }
    }

    private func connect(port: UInt16) throws -> ConsoleSocket {
        do {
            let socket = try ConsoleSocket(port: port)
            FileHandle.standardOutput.write(Data("listening on 127.0.0.1, port \(socket.port)\n".utf8))
            try socket.connect()
            return socket
        } catch {
            complain("port \(port) of 127.0.0.1: \(error)")
            throw ExitCode(2)
        }
    }

    private func insert(_ path: String, into flash: FlashMemoryModel) throws {
        let rom = try readFile(path)
        let capacity = Self.cartridgeSlot.count - Cartridge.slotHeaderLength
        guard rom.count <= capacity else {
            throw badFile(path, "has \(rom.count) bytes, and the cartridge slot holds \(capacity)")
        }
        let header = Cartridge.slotHeader(fileLength: UInt32(rom.count))
        flash.fill(at: Self.cartridgeSlot.lowerBound, header.indices.map { header[$0] } + rom)
    }
}

/// A file that holds a copy of some of the flash.
private final class StorageFile {
    private let handle: FileHandle
    private let sectors: Range<Int>

    /// Opens the file, which no other run may have, and puts its contents into the flash. A missing one is made from what the
    /// flash holds, and one that is shorter and erased, as a full disk leaves it, is finished.
    init(path: String, sectors: Range<Int>, of flash: FlashMemoryModel) throws {
        self.sectors = sectors
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw badFile(path, "cannot be opened for reading and writing: \(String(cString: strerror(errno)))")
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw badFile(path, "the storage file is in use by another run; give this one its own with --storage")
        }
        var contents = try handle.readToEnd() ?? Data()
        if contents.count < sectors.count, contents.allSatisfy({ $0 == 0xFF }) {
            contents = Data(flash.contents(sectors))
            try handle.seek(toOffset: 0)
            try handle.write(contentsOf: contents)
        }
        guard contents.count == sectors.count else {
            throw badFile(
                path, "has \(contents.count) bytes, and the log's sectors have \(sectors.count); it is left as it is")
        }
        flash.fill(at: sectors.lowerBound, contents)
    }

    func save(_ range: Range<Int>, of flash: FlashMemoryModel) {
        let range = range.clamped(to: sectors)
        guard !range.isEmpty else { return }
        do {
            try handle.seek(toOffset: UInt64(range.lowerBound - sectors.lowerBound))
            try handle.write(contentsOf: Data(flash.contents(range)))
        } catch {
            // The chip has been told that the word is in flash, so a lost one must not go unseen.
            fatalError("the storage file could not be written: \(error)")
        }
    }
}
