// Pins of the expansion connector, their edges, and what is on the board.
import CMSDKDrivers
import CortexM
import Inputs
import Interfaces
import MMIO
import SimulatedChip
import Tasks
import XCTest

final class PinTests: XCTestCase {
    private let board = SimulatedMPS2()

    private func withBoard(_ body: () throws -> Void) rethrows {
        Claims.releaseAll()
        try CurrentBus.with(board.chip) { try body() }
    }

    func testAPinIsTakenOnce() {
        withBoard {
            guard let pin = EXP20.take() else { return XCTFail("somebody has it") }
            if EXP20.take() != nil { XCTFail("taken twice") }
            pin.release()
            if EXP20.take() == nil { XCTFail("not given back") }
        }
    }

    func testAnOutputDrivesItsPinAndNoOther() {
        var changes: [String] = []
        for (port, model) in board.ports.enumerated() {
            model.onChange = { changes.append("\(port).\($0) \($1)") }
        }
        withBoard {
            guard let low = EXP3.take(), let high = EXP12.take(), let last = EXP51.take() else {
                return XCTFail("somebody has it")
            }
            let first = low.asOutput(isHigh: true)
            let second = high.asOutput()
            second.set(true)
            first.set(false)
            let third = last.asOutput().shared()
            third.set(true)
            XCTAssertEqual(board.ports[0].outputs, 1 << 12)
            XCTAssertEqual(board.ports[0].directions, 1 << 3 | 1 << 12)
            XCTAssertEqual(board.ports[3].outputs, 1 << 3)
        }
        XCTAssertEqual(changes, ["0.3 true", "0.12 true", "0.3 false", "3.3 true"])
    }

    func testAnInputReadsItsPin() {
        withBoard {
            guard let pin = EXP17.take() else { return XCTFail("somebody has it") }
            let input = pin.asOutput(isHigh: true).asInput()
            XCTAssertFalse(input.isHigh)
            board.ports[1].drive(1, true)
            XCTAssertTrue(input.isHigh)
            XCTAssertEqual(board.ports[1].directions, 0)
        }
    }

    private enum Program {
        // SAFETY: a simulated chip has one thread, and the tests read after its run.
        nonisolated(unsafe) static var edges: EdgeStream<EdgeInput, 4>!
        nonisolated(unsafe) static var notes: [String] = []
    }

    func testEdgesReachTheTask() {
        for edge in [DetectedEdge.rising, .falling] {
            board.ports[2].drive(2, false)
            Program.notes = []
            _ = board.chip.run(for: .seconds(1)) {
                SystemClock.start(coreClock: board.chip.coreClock)
                guard let pin = EXP34.take() else { return XCTFail("somebody has it") }
                let input = EdgeInput(pin.asInput(), on: edge)
                XCTAssertEqual(input.interruptLine.rawValue, 16)
                Program.edges = EdgeStream(input)
                Level4.bind(input.interruptLine) { Program.edges.handleInterrupt() }
                startTask("test") { @MainActor in
                    while let edge = await Program.edges.next(until: SystemClock.now + .milliseconds(50)) {
                        Program.notes.append("\(edge.isHigh)")
                    }
                }
                startTask("hand") { @MainActor [ports = Ports(ports: self.board.ports)] in
                    for _ in 0..<2 {
                        await sleep(for: .milliseconds(1))
                        ports.ports[2].drive(2, true)
                        await sleep(for: .milliseconds(1))
                        ports.ports[2].drive(2, false)
                    }
                }
            }
            XCTAssertEqual(Program.notes, edge == .rising ? ["true", "true"] : ["false", "false"])
        }
    }

    func testButtonsAndLEDsAndSelectLines() {
        withBoard {
            board.boardIO.buttons = 0b10
            XCTAssertFalse(BoardButton(.zero).isHigh)
            XCTAssertTrue(BoardButton(.one).isHigh)
            BoardLED(.one).set(true)
            XCTAssertEqual(board.boardIO.leds, 0b10)
            BoardSelect(.header).set(true)
            BoardSelect(.display).set(true)
            BoardSelect(.header).set(false)
            XCTAssertEqual(board.boardIO.lines, 0b01)
            BoardSelect(.displayData).set(true)
            XCTAssertEqual(board.boardIO.lines, 0b1_0001)
        }
    }
}

/// The models in a closure that is sent.
private struct Ports: @unchecked Sendable {
    // SAFETY: a simulated chip has one thread.
    let ports: [CMSDKPortModel]
}
