// The bus for tasks over the two-wire interface: every bit of it, its conditions, and everything that can go wrong.
import Buses
import CMSDKDrivers
import CortexM
import Interfaces
import SimulatedChip
import Tasks
import XCTest

/// A target with registers that go on by themselves: the first byte written says where.
private final class RegisterTarget: I2CTargetModel {
    let address: UInt8 = 0x52
    var registers = [UInt8](repeating: 0, count: 256)
    var refusesFrom = Int.max
    private var pointer: UInt8 = 0
    private var written = 0

    func begin(reading: Bool) -> Bool {
        written = 0
        return true
    }
    func write(_ byte: UInt8) -> Bool {
        if Program.holdsData { Program.wires.isDataHeld = true }
        if written == 0 { pointer = byte } else { registers[Int(pointer)] = byte }
        if written > 0 { pointer &+= 1 }
        written += 1
        return written <= refusesFrom
    }
    func read() -> UInt8 {
        defer { pointer &+= 1 }
        return registers[Int(pointer)]
    }
}

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var bus: I2CBus<TwoWireController>!
    nonisolated(unsafe) static var notes: [String] = []
    nonisolated(unsafe) static var wires: TwoWireModel!
    /// Whether data is held low from the next byte's acknowledge on.
    nonisolated(unsafe) static var holdsData = false

    @MainActor
    static func exchange(_ bytes: [UInt8], reading count: Int = 0, at address: UInt8 = 0x52) async {
        var answer = [UInt8](repeating: 0, count: count)
        do throws(I2CError) {
            var span = answer.mutableSpan
            try await bus.write(bytes.span, thenRead: &span, to: address)
            notes.append("\(answer)")
        } catch { notes.append("\(error)") }
    }
}

final class TwoWireControllerTests: XCTestCase {
    private let board = SimulatedMPS2()
    private let target = RegisterTarget()

    private func run(_ body: @escaping @MainActor () async -> Void) {
        Program.notes = []
        Program.wires = board.shield0
        board.shield0.targets = [target]
        _ = board.chip.run(for: .seconds(1)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let wires = SBCON2.take() else { return XCTFail("somebody has it") }
            let line = InterruptLine(rawValue: 19)
            Program.bus = I2CBus(TwoWireController(wires, clock: 25.megahertz, pending: line))
            Level2.bind(line) { Program.bus.handleInterrupt() }
            startTask("test") { @MainActor in await body() }
        }
    }

    func testBytesAreWrittenAndReadBack() {
        run {
            await Program.exchange([0x10, 0xA5, 0x00, 0xFF, 0x5A])
            await Program.exchange([0x10], reading: 4)
            await Program.exchange([0x11], reading: 1)
            await Program.exchange([], reading: 2)
        }
        XCTAssertEqual(Array(target.registers[0x10..<0x14]), [0xA5, 0x00, 0xFF, 0x5A])
        XCTAssertEqual(Program.notes, ["[]", "[165, 0, 255, 90]", "[0]", "[255, 90]"])
        // A write, two with a repeated start, a read.
        XCTAssertEqual(board.shield0.starts, 6)
        XCTAssertEqual(board.shield0.stops, 4)
    }

    func testAnAddressAloneSeesWhoIsThere() {
        run {
            await Program.exchange([])
            await Program.exchange([], at: 0x53)
        }
        XCTAssertEqual(Program.notes, ["[]", "addressNotAcknowledged"])
    }

    func testNobodyHasTheAddressAndThenItWorksAgain() {
        run {
            await Program.exchange([1], at: 0x20)
            await Program.exchange([0x20, 7])
        }
        XCTAssertEqual(Program.notes, ["addressNotAcknowledged", "[]"])
        XCTAssertEqual(target.registers[0x20], 7)
    }

    func testAByteThatIsNotTaken() {
        target.refusesFrom = 1
        run {
            await Program.exchange([0, 1, 2])
            await Program.exchange([0], reading: 1)
        }
        XCTAssertEqual(Program.notes, ["dataNotAcknowledged", "[1]"])
    }

    func testAClockThatIsHeldIsATimeout() {
        run {
            Program.wires.isStretched = true
            await Program.exchange([0, 1])
            Program.wires.isStretched = false
            await Program.exchange([0, 3])
        }
        XCTAssertEqual(Program.notes, ["timeout", "[]"])
        XCTAssertEqual(target.registers[0], 3)
    }

    func testADataLineThatIsHeldIsSomebodyElses() {
        run {
            Program.wires.isDataHeld = true
            await Program.exchange([0, 1])
            Program.wires.isDataHeld = false
            await Program.exchange([0, 3])
        }
        XCTAssertEqual(Program.notes, ["arbitrationLost", "[]"])
    }

    func testAStopThatDoesNotComeOut() {
        // Held from the last byte's acknowledge on: the byte looks taken, and data does not rise.
        Program.holdsData = true
        run {
            await Program.exchange([0])
            Program.holdsData = false
            Program.wires.isDataHeld = false
            await Program.exchange([0], reading: 1)
        }
        XCTAssertEqual(Program.notes, ["misplacedCondition", "[0]"])
    }
}
