// The log of keys and values: found and mounted at start-up, wherever the board can keep it.
import GameBoyPlayer
import Interfaces
import Memory
import Semihosting
import Serial
import Storage
import TargetBoard
import Tasks
import Text

/// The image's log. Thread mode.
@MainActor
enum DataLog {
    /// Where nothing keeps data: four sectors of RAM.
    private static var memoryBytes: Int { 4096 }

    /// Where the log is kept.
    enum Place { case board, hostFile, memory }

    /// Why it is not kept where it should be.
    enum Trouble {
        case none
        case noHost
        case hostFile(HostFileFlash.Failure)
        case log(LogError)
    }

    private static var log: KeyValueLog<DataFlash>?
    /// Where the log should be, if that answers, and its index memory.
    private static var flash: DataFlash?
    private static var index = UnsafeMutableBufferPointer<IndexSlot>(start: nil, count: 0)
    private(set) static var place = Place.memory
    private static var trouble = Trouble.none

    /// Mounts the log. During start-up: it takes the memory.
    static func start() {
        index = LogIndex.allocate()
        log = nil
        flash = nil
        trouble = .none
        events = EventLog("event", capacity: 16)
        if let flash = ThisBoard.makeFlash() {
            place = .board
            mount(.board(flash))
        } else {
            place = .hostFile
            mountHostFile()
        }
        guard log == nil else { return }
        // What is there stays as it is, and people can still try the commands.
        place = .memory
        let region = UnsafeMutableRawBufferPointer(start: StartupMemory.allocate(bytes: memoryBytes), count: memoryBytes)
        let before = (trouble, flash)
        mount(.memory(MemoryFlash(region, sectorCount: 4)))
        trouble = before.0
        flash = before.1 ?? flash
    }

    private static func mount(_ flash: DataFlash) {
        self.flash = flash
        do throws(LogError) { log = try KeyValueLog.mount(flash, index: index) } catch { trouble = .log(error) }
    }

    /// Makes an empty log where it should be, of whatever is there.
    static func format() throws(LogError) {
        guard let flash else { throw .unusableFlash }
        log = nil
        log = try KeyValueLog.format(flash, index: index)
        trouble = .none
        events = EventLog("event", capacity: 16)
        switch flash {
        case .board: place = .board
        case .hostFile: place = .hostFile
        case .memory: place = .memory
        }
    }

    private static func mountHostFile() {
        var line = InlineArray<512, UInt8>(repeating: 0)
        var span = line.mutableSpan
        guard let length = Semihosting.commandLine(into: &span), let start = pathStart(line, length) else {
            trouble = .noHost
            return
        }
        do throws(HostFileFlash.Failure) {
            let file = StartupMemory.allocate(bytes: MemoryLayout<HostFileFlash>.size)
                .bindMemory(to: HostFileFlash.self, capacity: 1)
            file.initialize(to: try HostFileFlash.open(path: line.span.extracting(start..<length)))
            mount(.hostFile(file))
        } catch {
            trouble = .hostFile(error)
        }
    }

    /// Where the path begins in the command line: after `storage=`, and it goes to the end.
    private static func pathStart(_ line: InlineArray<512, UInt8>, _ length: Int) -> Int? {
        let option: StaticString = "storage="
        let count = option.utf8CodeUnitCount
        guard length > count else { return nil }
        next: for start in 0..<length - count {
            for index in 0..<count where line[start + index] != option.utf8Start[index] { continue next }
            return start + count
        }
        return nil
    }

    // MARK: - Using it

    /// Calls `body` with the log. There is always one: RAM holds a log that has just been made.
    static func use<Result>(_ body: (inout KeyValueLog<DataFlash>) throws(LogError) -> Result) throws(LogError) -> Result {
        guard log != nil else { throw .unusableFlash }
        return try body(&log!)
    }

    // MARK: - Events

    private static var events = EventLog("event", capacity: 16)

    /// Keeps what happened. Where that fails nobody can be told.
    static func note(_ text: borrowing Span<UInt8>) {
        let seconds = UInt32(truncatingIfNeeded: SystemClock.now.microseconds / 1_000_000)
        do throws(LogError) {
            try use { log throws(LogError) in try events.append(text, seconds: seconds, to: &log) }
        } catch {}
    }

    /// Shows the last events, the oldest first.
    static func showEvents(_ output: inout Output) async {
        var lines = TextBuffer<2048>()
        do throws(LogError) {
            try use { log throws(LogError) in
                try events.forEach(in: &log) { number, seconds, text in
                    lines.write(decimal: number, width: 5)
                    lines.write("  at ")
                    lines.write(decimal: seconds)
                    lines.write(" s  ")
                    for index in 0..<text.count { lines.write(byte: text[index]) }
                    lines.writeLine()
                }
            }
        } catch {
            output.write("events: ")
            error.write(to: &output)
            return await output.sendLine("")
        }
        if lines.count == 0 { return await output.sendLine("no events") }
        await output.sendLines(lines.span)
    }

    // MARK: - Saying where it is

    /// The line or two at the start.
    static func greet(_ output: inout Output) async {
        switch trouble {
        case .none: break
        case .noHost: output.writeLine("storage: neither a flash controller nor a host answers")
        case .hostFile(.unavailable): output.writeLine("storage: the host cannot open the storage file")
        case .hostFile(.wrongLength(let length)):
            output.write("storage: the storage file has ")
            output.write(decimal: UInt32(length))
            output.write(" bytes and should have ")
            output.write(decimal: UInt32(HostFileFlash.byteCount))
            output.writeLine("; it is left as it is")
        case .hostFile(.notWritten): output.writeLine("storage: the host failed to write the storage file")
        case .log(let error):
            output.write("storage: ")
            error.write(to: &output)
            output.writeLine("; it is left as it is")
        }
        await output.send()
        guard let report = log?.report else { return }
        output.write("storage: ")
        output.write(decimal: UInt32(report.keys))
        output.write(report.keys == 1 ? " key in " : " keys in ")
        output.writeLine(place == .memory ? "RAM, until the power goes" : name(of: flash))
        await output.send()
        if !report.isSound { await warn(report, &output) }
    }

    /// Where the log should be.
    static var placeName: StaticString { name(of: flash) }

    private static func name(of flash: DataFlash?) -> StaticString {
        switch flash {
        case .board: "the board's flash"
        case .hostFile: "a file of the host"
        case .memory, nil: "RAM"
        }
    }

    private static func warn(_ report: MountReport, _ output: inout Output) async {
        output.write("storage: ")
        if let offset = report.firstDamagedOffset {
            output.write(decimal: UInt32(report.damagedRecords))
            output.write(" damaged, the first at offset 0x")
            output.write(hex: offset, digits: 5)
            output.write("; ")
        }
        if report.damagedSectors > 0 {
            output.write(decimal: UInt32(report.damagedSectors))
            output.write(" sectors unreadable; ")
        }
        await output.sendLine("everything else is kept")
    }
}
