// The bus for tasks over the PL022: rates, modes, transfers, everything that can go wrong, and a flash device on it, whose
// driver is the same on the STM32F4.
import Buses
import CMSDKDrivers
import CortexM
import Interfaces
import SerialFlash
import SimulatedChip
import Tasks
import XCTest

private final class EchoTarget: SPITargetModel {
    var isSelected = false
    private(set) var got: [UInt8] = []
    func exchange(_ byte: UInt8) -> UInt8 {
        got.append(byte)
        return ~byte
    }
}

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var bus: SPIBus<SSPController>!
    nonisolated(unsafe) static var port: SSPModel!
    nonisolated(unsafe) static var notes: [String] = []
}

final class SSPControllerTests: XCTestCase {
    private let board = SimulatedMPS2()
    private let target = EchoTarget()

    private func run(
        bitRate: Frequency = 10.megahertz, mode: SPIMode = .mode0, loopBack: Bool = false,
        _ body: @escaping @MainActor () async -> Void = {}
    ) {
        Program.notes = []
        Program.port = board.port0
        if board.port0.targets.isEmpty {
            board.port0.targets = [target]
            board.boardIO.onLines = { [target] in target.isSelected = $0 & 0b10 == 0 }
        }
        _ = board.chip.run(for: .seconds(1)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let port = SSP0.take() else { return XCTFail("somebody has it") }
            if SSP0.take() != nil { XCTFail("taken twice") }
            BoardSelect(.header).set(true)
            Program.bus = SPIBus(
                SSPController(port, clock: 25.megahertz, bitRate: bitRate, mode: mode, loopBack: loopBack))
            Level4.bind(SSP0.interrupt) { Program.bus.handleInterrupt() }
            startTask("test") { @MainActor in await body() }
        }
    }

    @MainActor
    private static func exchange(_ bytes: [UInt8]) async -> String {
        var bytes = bytes
        do throws(SPIError) {
            try await Program.bus.withSelected(BoardSelect(.header)) { () async throws(SPIError) in
                var span = bytes.mutableSpan
                try await Program.bus.exchange(&span)
            }
            return "\(bytes)"
        } catch { return "\(error)" }
    }

    func testBytesGoOutAndComeIn() {
        run { Program.notes.append(await Self.exchange([1, 2, 3])) }
        XCTAssertEqual(Program.notes, ["[254, 253, 252]"])
        XCTAssertEqual(target.got, [1, 2, 3])
        XCTAssertFalse(target.isSelected)
        XCTAssertEqual(board.port0.bits, 8)
        XCTAssertEqual(board.port0.assertedLines, [])
    }

    func testLoopedBackItHearsItself() {
        run(loopBack: true) { Program.notes.append(await Self.exchange([5, 6])) }
        XCTAssertEqual(Program.notes, ["[5, 6]"])
    }

    func testTheRateIsTheFastestThatIsNotAboveWhatWasAsked() {
        for (asked, divider) in [
            (.hertz(.max), 2), (12_500.kilohertz, 2), (12_499_999.hertz, 4), (1.megahertz, 26), (1.hertz, 250),
        ] as [(Frequency, Int)] {
            run(bitRate: asked)
            XCTAssertEqual(board.port0.divider, divider, "\(asked)")
        }
    }

    func testEachModeIsItsPolarityAndPhase() {
        for mode in [SPIMode.mode0, .mode1, .mode2, .mode3] {
            run(mode: mode)
            XCTAssertEqual(board.port0.mode, Int(mode.rawValue))
        }
    }

    func testAByteThatNeverEndsIsATimeoutAndThenItWorksAgain() {
        run {
            Program.port.isStuck = true
            Program.notes.append(await Self.exchange([1, 2]))
            Program.port.isStuck = false
            Program.notes.append(await Self.exchange([3]))
        }
        XCTAssertEqual(Program.notes, ["timeout", "[252]"])
    }

    func testAByteThatIsLostIsATimeout() {
        run {
            Program.port.losesBytes = true
            Program.notes.append(await Self.exchange([1]))
            Program.port.losesBytes = false
            Program.notes.append(await Self.exchange([2]))
        }
        XCTAssertEqual(Program.notes, ["timeout", "[253]"])
    }

    func testAnOverrunIsAnErrorAndThenItWorksAgain() {
        run {
            Program.port.injectOverrun()
            Program.notes.append(await Self.exchange([1]))
            Program.notes.append(await Self.exchange([2]))
        }
        XCTAssertEqual(Program.notes, ["overrun", "[253]"])
    }

    func testTheFlashDriverIsTheSameOnThisPort() {
        let flash = W25QModel(capacity: 1 << 20) { [board] in board.chip.cycles / 25 }
        board.port0.targets = [flash]
        board.boardIO.onLines = { flash.isSelected = $0 & 0b10 == 0 }
        run {
            let driver = W25Q(Program.bus, select: BoardSelect(.header))
            do throws(SerialFlashError) {
                try await driver.start()
                let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0) }
                try await driver.program(bytes.span, at: 0x10F0)
                try await driver.erase(sector: 0)
                Program.notes.append("\(driver.capacity)")
            } catch { Program.notes.append("\(error)") }
        }
        XCTAssertEqual(Program.notes, ["1048576"])
        XCTAssertEqual(flash.memory[0x10F0], 0)
        XCTAssertEqual(flash.memory[0x10F0 + 299], 43)
        XCTAssertEqual(flash.complaints, [])
    }
}
