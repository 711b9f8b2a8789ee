// The log on a W25Q behind the simulated SPI: what tasks read and write at once, erases that nobody waits for, power cuts.
import Buses
import CortexM
import Interfaces
import STM32F4Drivers
import SerialFlash
import SharedStorage
import SimulatedChip
import Storage
import Tasks
import XCTest

private typealias Sectors = W25QSectors<SPIController, SharedOutput>

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var bus: SPIBus<SPIController>!
    nonisolated(unsafe) static var log: SharedLog<Sectors>!
    nonisolated(unsafe) static var model: W25QModel!
    nonisolated(unsafe) static var notes: [String] = []
    nonisolated(unsafe) static var isDone = false

    @MainActor
    static func note(_ body: () async throws(LogError) -> Void) async {
        do throws(LogError) { try await body() } catch { notes.append("\(error)") }
    }

    @MainActor
    static func put(_ key: String, _ value: String) async {
        await note { () async throws(LogError) in try await log.put(Array(key.utf8).span, Array(value.utf8).span) }
    }

    @MainActor
    static func get(_ key: String) async -> String? {
        var bytes = [UInt8](repeating: 0, count: 64)
        var count: Int?
        await note { () async throws(LogError) in
            var span = bytes.mutableSpan
            count = try await log.get(Array(key.utf8).span, into: &span)
        }
        return count.map { String(decoding: bytes.prefix($0), as: UTF8.self) }
    }
}

/// Three puts, all or none.
private struct ThreePuts: LogWork {
    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError) {
        try log.transaction(room: 64) { changes throws(LogError) in
            for key in 1...3 as ClosedRange<UInt8> { try changes.put([key].span, [key, key].span) }
            return true
        }
    }
}

private struct Keys: LogWork {
    var keys: [String] = []

    mutating func run<Flash: NORFlash & ~Copyable>(on log: inout KeyValueLog<Flash>) throws(LogError) {
        try log.forEach(prefix: [UInt8]().span) { key, _ in
            keys.append(String(decoding: key.indices.map { key[$0] }, as: UTF8.self))
        }
    }
}

final class SharedLogTests: XCTestCase {
    private var board = SimulatedSTM32F405()
    private lazy var model = W25QModel(capacity: 1 << 20) { [unowned self] in board.chip.cycles / 168 }
    private let memory = UnsafeMutableBufferPointer<IndexSlot>.allocate(capacity: 512)

    override func setUp() { memory.initialize(repeating: IndexSlot()) }
    override func tearDown() { memory.deallocate() }

    @discardableResult
    private func run(sectors: Int = 4, _ body: @escaping @MainActor () async -> Void) -> SimulatedChip.Outcome {
        Program.notes = []
        Program.model = model
        Program.isDone = false
        board.spi1.targets = [model]
        board.ports[0].onChange = { [model] pin, isHigh in if pin == 4 { model.isSelected = !isHigh } }
        return board.chip.run(for: .seconds(60), until: { Program.isDone }) { [memory, board] in
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let spi = SPI1.take(), let clock = PA5.take(), let input = PA6.take(), let output = PA7.take(),
                let select = PA4.take()
            else { return XCTFail("something is in use") }
            Program.bus = SPIBus(
                SPIController(
                    spi, clock: clock, input: input, output: output,
                    clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz), bitRate: 10.megahertz))
            let flash = W25Q(Program.bus, select: select.asOutput(isHigh: true).shared())
            Program.log = SharedLog(
                Sectors(flash, firstSector: 8, count: sectors), index: memory, stackBytes: 2816)
            Level4.bind(InterruptLine(rawValue: SPI1.interrupt.rawValue)) { Program.bus.handleInterrupt() }
            startTask("test") { @MainActor in
                do throws(SerialFlashError) { try await flash.start() } catch { Program.notes.append("\(error)") }
                await Program.note { () async throws(LogError) in _ = try await Program.log.mount() }
                await body()
                Program.isDone = true
            }
        }
    }

    func testWhatIsPutIsThereAfterAMount() {
        run {
            await Program.put("name", "martlet")
            await Program.put("name", "a martlet")
            await Program.put("other", "gone")
            await Program.note { () async throws(LogError) in
                Program.notes.append("\(try await Program.log.delete(Array("other".utf8).span))")
                let report = try await Program.log.mount()
                Program.notes.append("\(report.keys) \(report.records) \(report.isSound)")
            }
            Program.notes.append("\(await Program.get("name") ?? "-"), \(await Program.get("other") ?? "-")")
        }
        XCTAssertEqual(Program.notes, ["true", "1 4 true", "a martlet, -"])
        XCTAssertEqual(model.complaints, [])
        XCTAssertTrue(model.memory[..<0x8000].allSatisfy { $0 == 0xFF } && model.memory[0xC000...].allSatisfy { $0 == 0xFF })
    }

    func testFormatLeavesAnEmptyLog() {
        run {
            await Program.put("name", "martlet")
            await Program.note { () async throws(LogError) in
                let report = try await Program.log.format()
                Program.notes.append("\(report.wasFormatted) \(try await Program.log.statistics().keys)")
            }
            Program.notes.append(await Program.get("name") ?? "-")
            await Program.put("name", "again")
            await Program.note { () async throws(LogError) in
                Program.notes.append("\(try await Program.log.mount().keys)")
            }
            Program.notes.append(await Program.get("name") ?? "-")
        }
        XCTAssertEqual(Program.notes, ["true 0", "-", "1", "again"])
        XCTAssertEqual(model.complaints, [])
    }

    func testWorkOfTheCallersHasTheLogInOneGo() {
        run {
            var puts = ThreePuts()
            await Program.note { () async throws(LogError) in try await Program.log.perform(&puts) }
            var keys = Keys()
            await Program.note { () async throws(LogError) in try await Program.log.perform(&keys) }
            Program.notes.append("\(keys.keys.sorted())")
        }
        XCTAssertEqual(Program.notes, ["[\"\\u{01}\", \"\\u{02}\", \"\\u{03}\"]"])
    }

    /// Of 20 bytes, with its key and its checksum, at 10 Mbit/s.
    func testAGetIsOneTransaction() {
        run {
            await Program.put("name", "a martlet has no feet")
            await Program.put("other", "a swift has small ones")
            let before = Program.model.reads
            for _ in 0..<10 {
                _ = await Program.get("name")
                _ = await Program.get("other")
            }
            Program.notes.append("\(Program.model.reads - before)")
        }
        XCTAssertEqual(Program.notes, ["20"])
    }

    func testASettingIsKept() {
        run {
            let brightness = Setting<Int>("brightness", default: 5)
            await Program.note { () async throws(LogError) in
                Program.notes.append("\(try await Program.log.value(of: brightness))")
                try await Program.log.set(brightness, to: 7)
                _ = try await Program.log.mount()
                Program.notes.append("\(try await Program.log.value(of: brightness))")
            }
        }
        XCTAssertEqual(Program.notes, ["5", "7"])
    }

    /// What goes wrong with the device is said, and nothing is lost by it.
    func testErrorsOfTheDeviceAreTheLogs() {
        run {
            await Program.put("name", "martlet")
            Program.model.protection = 0b100
            await Program.put("name", "a swallow")
            Program.model.protection = 0
            Program.notes.append(await Program.get("name") ?? "-")
            await Program.put("name", "a swift")
            Program.model.isStuckBusy = true
            await Program.put("name", "a swallow")
            Program.model.isStuckBusy = false
            await Program.note { () async throws(LogError) in _ = try await Program.log.mount() }
            Program.notes.append(await Program.get("name") ?? "-")
        }
        XCTAssertEqual(Program.notes.count, 4)
        XCTAssertTrue(Program.notes[0].hasPrefix("flash(Interfaces.FlashError.protected"), Program.notes[0])
        XCTAssertEqual(Program.notes[1], "martlet")
        XCTAssertEqual(Program.notes[2], "flash(Interfaces.FlashError.timeout)")
        // It was told of a failure, and the write may have been made.
        XCTAssertTrue(["a swift", "a swallow"].contains(Program.notes[3]), Program.notes[3])
    }

    func testTasksReadWhileOneWrites() {
        run {
            for number in 0..<8 { await Program.put("key\(number)", "\(number)") }
            let writer = Task { @MainActor in
                for number in 0..<40 { await Program.put("count", "\(number)") }
            }
            var reads = 0
            let reader = Task { @MainActor in
                for number in 0..<40 {
                    if await Program.get("key\(number % 8)") == "\(number % 8)" { reads += 1 }
                }
            }
            await writer.value
            await reader.value
            Program.notes.append("\(reads) \(await Program.get("count") ?? "-")")
        }
        XCTAssertEqual(Program.notes, ["40 39"])
        XCTAssertEqual(model.complaints, [])
    }

    /// An erase takes 45 ms here. Gets and puts beside it take some of its time and do not wait for its end.
    func testNobodyWaitsForAnErase() {
        run {
            // Until a sector waits for its erase.
            var puts = 0
            while puts < 1000 {
                await Program.put("count", "\(puts) and as much more as makes it long")
                puts += 1
                var waiting = 0
                await Program.note { () async throws(LogError) in waiting = try await Program.log.statistics().sectorsToErase }
                if waiting > 0 { break }
            }
            var isErased = false
            let maintenance = Task { @MainActor in
                await Program.note { () async throws(LogError) in _ = try await Program.log.maintain() }
                isErased = true
            }
            await sleep(for: .milliseconds(5))
            let begin = SystemClock.now
            await Program.put("during", "the erase")
            let read = await Program.get("during")
            Program.notes.append("\(read ?? "-"), \(isErased), \((SystemClock.now - begin) < .milliseconds(20))")
            await maintenance.value
            Program.notes.append("\(isErased)")
            await Program.note { () async throws(LogError) in
                Program.notes.append(
                    "\(try await Program.log.mount().isSound) \(try await Program.log.statistics().sectorsToErase)")
            }
            Program.notes.append(await Program.get("during") ?? "-")
        }
        XCTAssertEqual(Program.notes, ["the erase, false, true", "true", "true 0", "the erase"])
        XCTAssertEqual(model.complaints, [])
    }

    /// The log goes round its sectors several times with a task that maintains it.
    func testMaintenanceBesidePutsLosesNothing() {
        run {
            var isRunning = true
            let maintenance = Task { @MainActor in
                while isRunning {
                    await Program.note { () async throws(LogError) in _ = try await Program.log.maintain() }
                    await sleep(for: .milliseconds(2))
                }
            }
            for number in 0..<1200 { await Program.put("key\(number % 12)", "the value number \(number) of them all") }
            isRunning = false
            await maintenance.value
            await Program.note { () async throws(LogError) in
                let statistics = try await Program.log.statistics()
                Program.notes.append("\(statistics.keys), \(statistics.erases > 4), \(statistics.erasesWhileWriting)")
                Program.notes.append("\(try await Program.log.mount().isSound)")
            }
            for key in 0..<12 {
                let value = await Program.get("key\(key)")
                if value != "the value number \(1188 + key) of them all" { Program.notes.append("\(key): \(value ?? "-")") }
            }
        }
        XCTAssertEqual(Program.notes, ["12, true, 0", "true"])
        XCTAssertEqual(model.complaints, [])
    }
}
