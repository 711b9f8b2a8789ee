// The bus for tasks over an SPI whose bytes go by DMA: transfers, what they cost, and everything that can go wrong.
import Buses
import CortexM
import Interfaces
import MMIO
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

/// A target that answers each byte with its complement.
private final class ComplementTarget: SPITargetModel {
    var isSelected = false
    var bytes: [UInt8] = []

    func exchange(_ byte: UInt8) -> UInt8 {
        bytes.append(byte)
        return ~byte
    }
}

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var bus: SPIBus<SPIDMAController>!
    nonisolated(unsafe) static var select: SharedOutput!
    nonisolated(unsafe) static var notes: [String] = []
    nonisolated(unsafe) static var interrupts = 0
    nonisolated(unsafe) static var board: SimulatedSTM32F405!
}

final class SPIDMATests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let target = ComplementTarget()

    private func run(_ body: @escaping @MainActor () async -> Void) {
        Program.notes = []
        Program.interrupts = 0
        Program.board = board
        board.spi1.targets = [target]
        board.ports[0].onChange = { [target] pin, isHigh in if pin == 4 { target.isSelected = !isHigh } }
        _ = board.chip.run(for: .seconds(1)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let spi = SPI1.take(), let clock = PA5.take(), let input = PA6.take(), let output = PA7.take(),
                let select = PA4.take(), let receiver = DMA2Stream0.take(), let transmitter = DMA2Stream3.take()
            else { return XCTFail("something is in use") }
            Program.bus = SPIBus(
                SPIDMAController(
                    spi, clock: clock, input: input, output: output, receivingBy: receiver, transmittingBy: transmitter,
                    clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz), bitRate: 10.megahertz))
            Program.select = select.asOutput(isHigh: true).shared()
            for line in [SPI1.interrupt.rawValue, DMA2Stream0.interrupt.rawValue, DMA2Stream3.interrupt.rawValue] {
                Level4.bind(InterruptLine(rawValue: line)) {
                    Program.interrupts += 1
                    Program.bus.handleInterrupt()
                }
            }
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
            Program.notes.append(await Self.exchange([4]))
        }
        XCTAssertEqual(Program.notes, ["[254, 253, 252]", "[]", "[251]"])
        XCTAssertEqual(target.bytes, [1, 2, 3, 4])
        XCTAssertEqual(Program.interrupts, 2)
        XCTAssertEqual(HostLentMemory.count, 0)
    }

    func testWhatNobodyWantsIsDropped() {
        run {
            let bytes: [UInt8] = [1, 2, 3]
            do throws(SPIError) {
                try await Program.bus.withSelected(Program.select) { () async throws(SPIError) in
                    try await Program.bus.write(bytes.span)
                }
                Program.notes.append("\(bytes)")
            } catch { Program.notes.append("\(error)") }
        }
        XCTAssertEqual(Program.notes, ["[1, 2, 3]"])
        XCTAssertEqual(target.bytes, [1, 2, 3])
    }

    /// A stream counts to 65,535: twice that and five bytes are three of its transfers.
    func testLongTransfersGoInPieces() {
        run {
            var bytes = (0..<131_075).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let expected = bytes.map { ~$0 }
            do throws(SPIError) {
                try await Program.bus.withSelected(Program.select) { () async throws(SPIError) in
                    var span = bytes.mutableSpan
                    try await Program.bus.exchange(&span)
                }
                Program.notes.append(bytes == expected ? "right" : "wrong")
            } catch { Program.notes.append("\(error)") }
        }
        XCTAssertEqual(Program.notes, ["right"])
        XCTAssertEqual(Program.interrupts, 3)
    }

    private func expectFailure(
        _ name: String, lentBehind: Int = 0, _ break: @escaping @MainActor () -> Void,
        mend: @escaping @MainActor () -> Void = {}
    ) {
        target.bytes = []
        run {
            `break`()
            Program.notes.append(String(await Self.exchange([1, 2]).prefix(name.count)))
            mend()
            Program.notes.append(await Self.exchange([3]))
        }
        XCTAssertEqual(Program.notes, [name, "[252]"])
        XCTAssertEqual(HostLentMemory.count, lentBehind)
    }

    func testEachFailureOfAStreamIsAnErrorAndThenItWorksAgain() {
        expectFailure("dma(Interfaces.DMAError.transfer)", { Program.board.dma2.inject(.transfer, into: 0) })
        expectFailure("dma(Interfaces.DMAError.transfer)", { Program.board.dma2.inject(.transfer, into: 3) })
        expectFailure("dma(Interfaces.DMAError.directMode)", { Program.board.dma2.inject(.directMode, into: 0) })
        expectFailure("dma(Interfaces.DMAError.fifo)", { Program.board.dma2.inject(.fifo, into: 0) })
    }

    func testErrorsOfTheSPIAreErrorsAndThenItWorksAgain() {
        expectFailure("overrun", { Program.board.spi1.injectOverrun() })
        expectFailure("modeFault", { Program.board.spi1.injectModeFault() })
    }

    /// Two bytes at 5.25 MHz, eight times over, and a millisecond.
    func testRequestsThatNeverComeAreATimeout() {
        expectFailure("timeout at 1024", { Program.board.spi1.isStuck = true }, mend: { Program.board.spi1.isStuck = false })
        expectFailure(
            "timeout at 1024", { Program.board.dma2.deafStreams = [3] }, mend: { Program.board.dma2.deafStreams = [] })
    }

    /// The controller is reset where a stream does not stop, before its memory is the task's again. The other stream has
    /// lost its address by then, so the host does not hear that it is not used any more.
    func testAStreamThatDoesNotStopIsStoppedByAReset() {
        expectFailure(
            "timeout at 1024", lentBehind: 1,
            {
                Program.board.dma2.deafStreams = [3]
                Program.board.dma2.unstoppableStreams = [3]
            },
            mend: {
                XCTAssertFalse(Program.board.dma2.isEnabled(3))
                Program.board.dma2.deafStreams = []
                Program.board.dma2.unstoppableStreams = []
            })
    }

    func testACancelledTaskKeepsItsBytesUntilTheTransferIsOver() {
        board.dma2.deafStreams = [3]
        run {
            let task = Task { @MainActor in await Self.exchange([1, 2, 3]) }
            await sleep(for: .microseconds(10))
            task.cancel()
            await sleep(for: .microseconds(10))
            Program.notes.append("\(HostLentMemory.count) lent")
            Program.board.dma2.deafStreams = []
            Program.notes.append(await task.value)
            Program.notes.append("\(HostLentMemory.count) lent")
        }
        XCTAssertEqual(Program.notes, ["2 lent", "[254, 253, 252]", "0 lent"])
    }
}
