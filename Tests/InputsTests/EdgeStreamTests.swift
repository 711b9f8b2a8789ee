// Edges of pins, from the simulated port through the interrupt to a task.
import CortexM
import Inputs
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

/// What the image under test shares between its handler and its tasks.
private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var button: EdgeStream<EdgeInput, 4>!
    nonisolated(unsafe) static var other: EdgeStream<EdgeInput, 4>!
    nonisolated(unsafe) static var seen: [String] = []
}

final class EdgeStreamTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    /// Runs a program; `outside` is what happens to the pins, by the millisecond.
    private func run(_ outside: [Int: () -> Void] = [:], _ start: () -> Void) -> [String] {
        Program.seen = []
        var next = 0
        _ = board.chip.run(
            for: .milliseconds(20), inStepsOf: .milliseconds(1),
            whenIdle: {
                let now = Int(self.board.chip.cycles / 168_000)
                while next <= now {
                    outside[next]?()
                    next += 1
                }
            }
        ) {
            SystemClock.start(coreClock: board.chip.coreClock)
            start()
        }
        return Program.seen
    }

    private func startButton(_ edges: Edges, pull: Pull = .up) {
        guard let pin = PB3.take(), let line = EXTI3.take() else { return XCTFail("the pin is in use") }
        let input = EdgeInput(pin.asInput(pull: pull), line: line, on: edges)
        XCTAssertEqual(input.interruptLine.rawValue, 9)
        Program.button = EdgeStream(input)
        Level4.bind(input.interruptLine) { Program.button.handleInterrupt() }
    }

    private func startListener() {
        startTask("listener") { @MainActor in
            for await edge in Program.button {
                Program.seen.append("\(edge.time.microseconds / 1000) \(edge.isHigh ? "high" : "low")")
            }
        }
    }

    func testEachFallingEdgeReachesTheTask() {
        let port = board.ports[1]
        let seen = run([
            3: { port.drive(3, false) }, 5: { port.drive(3, true) }, 8: { port.drive(3, false) },
        ]) {
            startButton(.falling)
            startListener()
        }
        XCTAssertEqual(seen, ["3 low", "8 low"])
    }

    func testBothEdges() {
        let port = board.ports[1]
        let seen = run([2: { port.drive(3, false) }, 4: { port.drive(3, nil) }]) {
            startButton(.both)
            startListener()
        }
        XCTAssertEqual(seen, ["2 low", "4 high"])
    }

    func testTheSamePinOfAnotherPortIsNotHeard() {
        let port = board.ports[0]
        let seen = run([2: { port.drive(3, true) }, 4: { port.drive(3, false) }]) {
            startButton(.both)
            startListener()
        }
        XCTAssertEqual(seen, [])
    }

    func testLinesThatShareAnInterruptAreToldApart() {
        let ports = board.ports
        let seen = run([2: { ports[0].drive(8, true) }, 4: { ports[2].drive(6, true) }]) {
            guard let first = PA8.take(), let second = PC6.take(), let line8 = EXTI8.take(), let line6 = EXTI6.take()
            else { return XCTFail("a pin is in use") }
            Program.button = EdgeStream(EdgeInput(first.asInput(), line: line8, on: .rising))
            Program.other = EdgeStream(EdgeInput(second.asInput(), line: line6, on: .rising))
            Level4.bind(InterruptLine(rawValue: 23)) {
                Program.button.handleInterrupt()
                Program.other.handleInterrupt()
            }
            startListener()
            startTask("other") { @MainActor in
                for await edge in Program.other { Program.seen.append("\(edge.time.microseconds / 1000) other") }
            }
        }
        XCTAssertEqual(seen, ["2 high", "4 other"])
    }

    func testEdgesThatFindNoRoomAreCounted() {
        let port = board.ports[1]
        var toggles: [Int: () -> Void] = [:]
        for millisecond in 1...7 { toggles[millisecond] = { port.drive(3, millisecond % 2 == 0) } }
        _ = run(toggles) { startButton(.both) }
        XCTAssertEqual(Program.button.lostCount, 3)
    }

    func testAWaitForAnEdgeHasAnEnd() {
        let seen = run {
            startButton(.falling)
            startTask("listener") { @MainActor in
                let edge = await Program.button.next(until: Instant(microseconds: 5000))
                Program.seen.append(edge == nil ? "none by \(SystemClock.now.microseconds / 1000)" : "an edge")
            }
        }
        XCTAssertEqual(seen, ["none by 5"])
    }
}
