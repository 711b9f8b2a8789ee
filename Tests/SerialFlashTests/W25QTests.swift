// The flash's driver against the flash's model, over the simulated SPI: what is stored, how long it takes, who waits for
// whom, and every error.
import Buses
import CortexM
import Interfaces
import STM32F4Drivers
import SerialFlash
import SimulatedChip
import Tasks
import XCTest

private typealias Flash = W25Q<SPIController, SharedOutput>

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var bus: SPIBus<SPIController>!
    nonisolated(unsafe) static var flash: Flash!
    nonisolated(unsafe) static var model: W25QModel!
    nonisolated(unsafe) static var spi: SPIModel!
    nonisolated(unsafe) static var notes: [String] = []
    nonisolated(unsafe) static var isDone = false

    @MainActor
    static func note(_ body: () async throws(SerialFlashError) -> Void) async {
        do throws(SerialFlashError) {
            try await body()
            notes.append("done")
        } catch { notes.append("\(error)") }
    }

    @MainActor
    static func start() async { await note { () async throws(SerialFlashError) in try await flash.start() } }

    @MainActor
    static func program(_ bytes: [UInt8], at offset: UInt32) async {
        await note { () async throws(SerialFlashError) in try await flash.program(bytes.span, at: offset) }
    }

    @MainActor
    static func erase(_ sector: Int) async {
        await note { () async throws(SerialFlashError) in try await flash.erase(sector: sector) }
    }

    @MainActor
    static func read(_ count: Int, at offset: UInt32) async -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        await note { () async throws(SerialFlashError) in
            var span = bytes.mutableSpan
            try await flash.read(at: offset, into: &span)
        }
        return bytes
    }
}

final class W25QTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private lazy var model = W25QModel(capacity: 1 << 20) { [board] in board.chip.cycles / 168 }

    @discardableResult
    private func run(starting: Bool = true, _ body: @escaping @MainActor () async -> Void) -> SimulatedChip.Outcome {
        Program.notes = []
        Program.spi = board.spi1
        Program.model = model
        board.spi1.targets = [model]
        board.ports[0].onChange = { [model] pin, isHigh in if pin == 4 { model.isSelected = !isHigh } }
        Program.isDone = false
        return board.chip.run(for: .seconds(20), until: { Program.isDone }) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let spi = SPI1.take(), let clock = PA5.take(), let input = PA6.take(), let output = PA7.take(),
                let select = PA4.take()
            else { return XCTFail("something is in use") }
            Program.bus = SPIBus(
                SPIController(
                    spi, clock: clock, input: input, output: output,
                    clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz), bitRate: 10.megahertz))
            Program.flash = Flash(Program.bus, select: select.asOutput(isHigh: true).shared())
            Level4.bind(InterruptLine(rawValue: SPI1.interrupt.rawValue)) { Program.bus.handleInterrupt() }
            startTask("test") { @MainActor in
                if starting { await Program.start() }
                await body()
                Program.isDone = true
            }
        }
    }

    func testItIsThereAndHasItsSize() {
        run {}
        XCTAssertEqual(Program.notes, ["done"])
        XCTAssertEqual(Program.flash.capacity, 1 << 20)
        XCTAssertEqual(Program.flash.sectorCount, 256)
        XCTAssertEqual(Program.flash.sector(255), FlashSector(offset: 0xF_F000, length: 4096))
        XCTAssertEqual(model.complaints, [])
    }

    func testEveryCapacityWithAddressesOfThreeBytes() {
        for exponent in 20...24 {
            model.identity = 0xEF_4000 | UInt32(exponent)
            run {}
            XCTAssertEqual(Program.flash.capacity, 1 << exponent)
        }
    }

    func testWhatIsProgrammedIsRead() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        run {
            // From the middle of a page over three ends of pages.
            await Program.program(bytes, at: 0x1F80)
            let read = await Program.read(1000, at: 0x1F80)
            Program.notes.append("\(read == bytes)")
        }
        XCTAssertEqual(Program.notes, ["done", "done", "done", "true"])
        XCTAssertEqual(Array(model.memory[0x1F80..<0x1F80 + 1000]), bytes)
        XCTAssertEqual(model.memory[0x1F7F], 0xFF)
        XCTAssertEqual(model.memory[0x1F80 + 1000], 0xFF)
        XCTAssertEqual(model.complaints, [])
    }

    func testAnErasedSectorIsErasedAndItsNeighboursAreNot() {
        run {
            await Program.program([1, 2, 3], at: 0x2FFE)
            await Program.program([4], at: 0x4000)
            await Program.erase(3)
        }
        XCTAssertEqual(Program.notes, ["done", "done", "done", "done"])
        XCTAssertEqual(Array(model.memory[0x2FFE...0x3000]), [1, 2, 0xFF])
        XCTAssertEqual(model.memory[0x4000], 4)
        XCTAssertEqual(model.complaints, [])
        XCTAssertGreaterThan(board.chip.cycles / 168, model.eraseTime)
    }

    func testAReadSuspendsTheEraseOfAnotherSector() {
        run {
            await Program.program([9, 8, 7], at: 0x1_0000)
            let erase = Task { @MainActor in await Program.erase(0) }
            await sleep(for: .milliseconds(10))
            let begin = SystemClock.now
            for _ in 0..<5 {
                let read = await Program.read(3, at: 0x1_0000)
                if read != [9, 8, 7] { Program.notes.append("\(read)") }
            }
            // Each lets the erase go on for a millisecond first, and is over long before its end.
            Program.notes.append("\((SystemClock.now - begin) < .milliseconds(10)), \(Program.model.isBusy)")
            await erase.value
        }
        XCTAssertEqual(Program.notes, ["done", "done"] + Array(repeating: "done", count: 5) + ["true, true", "done"])
        XCTAssertEqual(model.suspensions, 5)
        XCTAssertEqual(model.complaints, [])
    }

    func testAProgramSuspendsTheEraseOfAnotherSector() {
        let bytes = (0..<600).map { UInt8(truncatingIfNeeded: $0 * 3) }
        run {
            await Program.program([1], at: 0x0FFF)
            let erase = Task { @MainActor in await Program.erase(0) }
            await sleep(for: .milliseconds(10))
            let begin = SystemClock.now
            await Program.program(bytes, at: 0x1080)
            Program.notes.append("\((SystemClock.now - begin) < .milliseconds(15)), \(Program.model.isBusy)")
            // Into the sector itself: after the erase.
            await Program.program([5], at: 0x0800)
            await erase.value
        }
        XCTAssertEqual(Program.notes.filter { $0 != "done" }, ["true, true"])
        XCTAssertEqual(Program.notes.count, 6)
        // 600 bytes from the middle of a page on are in three pages.
        XCTAssertEqual(model.suspensions, 3)
        XCTAssertEqual(Array(model.memory[0x1080..<0x1080 + 600]), bytes)
        XCTAssertEqual(model.memory[0x0FFF], 0xFF)
        XCTAssertEqual(model.memory[0x0800], 5)
        XCTAssertEqual(model.complaints, [])
    }

    func testAReaderThatNeverRestsDoesNotKeepTheEraseFromItsEnd() {
        run {
            let erase = Task { @MainActor in
                await Program.erase(0)
                Program.notes.append("erased")
            }
            while !Program.notes.contains("erased") { _ = await Program.read(16, at: 0x1_0000) }
            await erase.value
        }
        XCTAssertTrue(Program.notes.allSatisfy { $0 == "done" || $0 == "erased" }, "\(Set(Program.notes))")
        XCTAssertGreaterThan(model.suspensions, 20)
        XCTAssertEqual(model.complaints, [])
    }

    func testAReadOfTheSectorThatIsErasedWaits() {
        run {
            await Program.program([0], at: 0x5010)
            let erase = Task { @MainActor in await Program.erase(5) }
            await sleep(for: .milliseconds(10))
            // From the sector before into it.
            let read = await Program.read(0x20, at: 0x4FF8)
            Program.notes.append("\(read.allSatisfy { $0 == 0xFF })")
            await erase.value
        }
        XCTAssertEqual(Program.notes.filter { $0 != "done" }, ["true"])
        XCTAssertEqual(model.suspensions, 0)
        XCTAssertEqual(model.complaints, [])
    }

    func testChangesWaitForEachOther() {
        run {
            let first = Task { @MainActor in await Program.erase(1) }
            await sleep(for: .milliseconds(1))
            await Program.program([0x42], at: 0x1000)
            await first.value
        }
        XCTAssertEqual(Program.notes, ["done", "done", "done"])
        XCTAssertEqual(model.memory[0x1000], 0x42)
        XCTAssertEqual(model.complaints, [])
    }

    func testACancellationDoesNotLeaveAnEraseUnwatched() {
        run {
            let erase = Task { @MainActor in await Program.erase(1) }
            await sleep(for: .milliseconds(5))
            erase.cancel()
            await erase.value
            await Program.program([1], at: 0)
        }
        XCTAssertEqual(Program.notes, ["done", "done", "done"])
        XCTAssertEqual(model.complaints, [])
    }

    func testASleepingDeviceRefusesUntilItIsWoken() {
        run {
            await Program.note { () async throws(SerialFlashError) in try await Program.flash.powerDown() }
            _ = await Program.read(1, at: 0)
            await Program.program([1], at: 0)
            await Program.erase(0)
            await Program.note { () async throws(SerialFlashError) in try await Program.flash.wake() }
            _ = await Program.read(1, at: 0)
        }
        XCTAssertEqual(
            Program.notes, ["done", "done", "poweredDown", "poweredDown", "poweredDown", "done", "done"])
        XCTAssertEqual(model.complaints, [])
    }

    func testAStartWakesItAndEndsWhatAResetLeftBehind() {
        model.leaveAsleep()
        run {}
        XCTAssertEqual(Program.notes, ["done"])
        model.leaveSuspended(sector: 7)
        run { await Program.program([1], at: 0) }
        XCTAssertEqual(Program.notes, ["done", "done"])
        XCTAssertEqual(model.complaints, [])
    }

    // MARK: - Errors

    func testNobodyThere() {
        for answer in [0, 0xFF_FFFF] as [UInt32] {
            model.identity = answer
            run {}
            XCTAssertEqual(Program.notes, ["noDevice"])
        }
    }

    func testAnotherDeviceIsRefusedByWhatItSays() {
        for answer in [0xC2_2018, 0xEF_4019, 0xEF_4010] as [UInt32] {
            model.identity = answer
            run {}
            XCTAssertEqual(Program.notes, ["unknownDevice(\(answer))"])
        }
    }

    func testWhatLiesOutsideIsRefused() {
        run {
            _ = await Program.read(2, at: 0xF_FFFF)
            _ = await Program.read(1, at: .max)
            await Program.program([1, 2], at: 0xF_FFFF)
            await Program.erase(256)
            await Program.erase(-1)
            await Program.program([1], at: 0xF_FFFF)
        }
        XCTAssertEqual(
            Program.notes,
            [
                "done", "outOfRange(address: 1048575, length: 2)", "outOfRange(address: 4294967295, length: 1)",
                "outOfRange(address: 1048575, length: 2)", "outOfRange(address: 1048576, length: 4096)",
                "outOfRange(address: 4294963200, length: 4096)", "done",
            ])
    }

    func testBeforeItsStartItHasNothing() {
        run(starting: false) {
            _ = await Program.read(1, at: 0)
            await Program.erase(0)
        }
        XCTAssertEqual(
            Program.notes, ["outOfRange(address: 0, length: 1)", "outOfRange(address: 0, length: 4096)"])
    }

    func testALostWriteEnable() {
        model.losesWriteEnable = true
        run {
            await Program.program([1], at: 0)
            await Program.erase(0)
        }
        XCTAssertEqual(Program.notes, ["done", "notWriteEnabled", "notWriteEnabled"])
    }

    func testProtectedBlocks() {
        model.protection = 0b1_0000
        run {
            await Program.program([1], at: 0)
            await Program.erase(0)
        }
        XCTAssertEqual(Program.notes, ["done", "protected", "protected"])
    }

    func testAZeroDoesNotBecomeAOne() {
        run {
            await Program.program([0xFF, 0x0F], at: 0x300)
            await Program.program([0xFF, 0xFF], at: 0x300)
        }
        XCTAssertEqual(Program.notes, ["done", "done", "notProgrammed(address: 769)"])
    }

    func testABitThatIsWorn() {
        model.wornAddress = 0x1ABC
        run { await Program.erase(1) }
        XCTAssertEqual(Program.notes, ["done", "notErased(sector: 1)"])
    }

    func testADeviceThatStaysBusy() {
        run {
            Program.model.isStuckBusy = true
            let begin = SystemClock.now
            await Program.program([1], at: 0)
            Program.notes.append("\((SystemClock.now - begin) < .milliseconds(8))")
        }
        XCTAssertEqual(Program.notes, ["done", "timeout", "true"])
    }

    func testAnEraseThatDoesNotEnd() {
        run {
            Program.model.isStuckBusy = true
            let begin = SystemClock.now
            await Program.erase(1)
            Program.notes.append("\((SystemClock.now - begin).microseconds / 100_000)")
        }
        XCTAssertEqual(Program.notes, ["done", "timeout", "8"])
    }

    func testABusErrorIsTheFlashs() {
        run {
            Program.spi.isStuck = true
            _ = await Program.read(1, at: 0)
        }
        XCTAssertEqual(Program.notes, ["done", "bus(Interfaces.SPIError.timeout)"])
    }

    func testACancelledTaskThatWaitsForItsTurn() {
        run {
            let first = Task { @MainActor in await Program.erase(1) }
            await sleep(for: .milliseconds(1))
            let second = Task { @MainActor in await Program.erase(2) }
            await sleep(for: .milliseconds(1))
            second.cancel()
            await second.value
            await first.value
        }
        XCTAssertEqual(Program.notes, ["done", "cancelled", "done"])
    }
}
