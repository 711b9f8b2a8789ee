// The bus for tasks over the STM32F4's SPI: transfers, who has the bus, and everything that can go wrong.
import Buses
import CortexM
import Interfaces
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

/// A target that answers each byte with the one before it, and notes what it got between selections.
private final class EchoTarget: SPITargetModel {
    var isSelected = false {
        didSet { if isSelected, !oldValue { sessions.append([]) } }
    }
    private(set) var sessions: [[UInt8]] = []
    private var last: UInt8 = 0xEE

    func exchange(_ byte: UInt8) -> UInt8 {
        defer { last = byte }
        sessions[sessions.count - 1].append(byte)
        return last
    }
}

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var bus: SPIBus<SPIController>!
    nonisolated(unsafe) static var select: SharedOutput!
    nonisolated(unsafe) static var notes: [String] = []
    nonisolated(unsafe) static var spi: SPIModel!
}

final class SPIBusTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let target = EchoTarget()

    private func run(bitRate: Frequency = 10.megahertz, mode: SPIMode = .mode0, _ body: @escaping @MainActor () async -> Void) {
        Program.notes = []
        Program.spi = board.spi1
        board.spi1.targets = [target]
        board.ports[0].onChange = { [target] pin, isHigh in if pin == 4 { target.isSelected = !isHigh } }
        _ = board.chip.run(for: .seconds(1)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let spi = SPI1.take(), let clock = PA5.take(), let input = PA6.take(), let output = PA7.take(),
                let select = PA4.take()
            else { return XCTFail("something is in use") }
            let controller = SPIController(
                spi, clock: clock, input: input, output: output,
                clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz), bitRate: bitRate, mode: mode)
            Program.bus = SPIBus(controller)
            Program.select = select.asOutput(isHigh: true).shared()
            Level4.bind(InterruptLine(rawValue: SPI1.interrupt.rawValue)) { Program.bus.handleInterrupt() }
            startTask("test") { @MainActor in await body() }
        }
    }

    @MainActor
    private static func exchange(_ bytes: [UInt8]) async -> String {
        var bytes = bytes
        do throws(SPIError) {
            try await Program.bus.withSelected(Program.select) { () async throws(SPIError) in
                var span = bytes.mutableSpan
                try await Program.bus.exchange(&span)
            }
            return "\(bytes)"
        } catch {
            return "\(error) at \(SystemClock.now.microseconds)"
        }
    }

    func testBytesGoOutAndComeIn() {
        run {
            Program.notes.append(await Self.exchange([1, 2, 3]))
            Program.notes.append(await Self.exchange([]))
        }
        XCTAssertEqual(Program.notes, ["[238, 1, 2]", "[]"])
        XCTAssertEqual(target.sessions, [[1, 2, 3], []])
        XCTAssertFalse(target.isSelected)
    }

    func testTheRateIsTheFastestThatIsNotAboveWhatWasAsked() {
        for (asked, divider) in [(42.megahertz, 2), (41_999_999.hertz, 4), (10.megahertz, 16), (1.hertz, 256)]
            as [(Frequency, Int)]
        {
            run(bitRate: asked) {}
            XCTAssertEqual(board.spi1.divider, divider, "\(asked)")
        }
    }

    func testEachModeIsItsPolarityAndPhase() {
        for mode in [SPIMode.mode0, .mode1, .mode2, .mode3] {
            run(mode: mode) {}
            XCTAssertEqual(board.spi1.mode, Int(mode.rawValue))
        }
    }

    func testTasksHaveTheBusOneAfterAnother() {
        run {
            for letter in 1...3 as ClosedRange<UInt8> {
                Task { @MainActor in _ = await Self.exchange([letter, letter, letter]) }
            }
        }
        XCTAssertEqual(target.sessions.count, 3)
        XCTAssertEqual(Set(target.sessions), [[1, 1, 1], [2, 2, 2], [3, 3, 3]])
    }

    func testAControllerThatIsStuckIsATimeoutAndThenWorksAgain() {
        board.spi1.isStuck = true
        run {
            Program.notes.append(await Self.exchange([1, 2]))
            Program.spi.isStuck = false
            Program.notes.append(await Self.exchange([3, 4]))
        }
        // Two bytes at 5.25 MHz, eight times over, and a millisecond.
        XCTAssertEqual(Program.notes, ["timeout at 1024", "[238, 3]"])
    }

    func testAnOverrunIsAnErrorAndThenItWorksAgain() {
        run {
            Program.spi.injectOverrun()
            Program.notes.append(String(await Self.exchange([1, 2]).prefix(7)))
            Program.notes.append(await Self.exchange([3]))
        }
        XCTAssertEqual(Program.notes, ["overrun", "[1]"])
    }

    func testAModeFaultIsAnErrorAndThenItIsTheControllerAgain() {
        run {
            Program.spi.injectModeFault()
            Program.notes.append(String(await Self.exchange([1, 2]).prefix(9)))
            Program.notes.append(await Self.exchange([3]))
        }
        XCTAssertEqual(Program.notes, ["modeFault", "[238]"])
    }

    func testACancelledTaskDoesNotLeaveATransferHalfDone() {
        run {
            let task = Task { @MainActor in await Self.exchange([1, 2, 3]) }
            task.cancel()
            Program.notes.append(await task.value)
            Program.notes.append(await Self.exchange([4]))
        }
        XCTAssertEqual(Program.notes, ["[238, 1, 2]", "[3]"])
    }
}
