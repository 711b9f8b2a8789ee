// Being a target: what a controller writes and reads, over the STM32F4's I2C, and everything that can go wrong.
import Buses
import CortexM
import Interfaces
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var target: I2CTarget<I2CTargetPort>!
    nonisolated(unsafe) static var notes: [String] = []
    nonisolated(unsafe) static var delay = Interval.microseconds(0)
    nonisolated(unsafe) static var room = 8
}

final class I2CTargetTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private typealias Transfer = I2CTargetPortModel.Transfer

    override func setUp() { (Program.delay, Program.room) = (.microseconds(0), 8) }

    /// Runs a target of 16 registers at address 0x42 whose task serves until nothing came for a while.
    private func run(
        _ transfers: [Transfer], for limit: Interval = .milliseconds(200), whenIdle: @escaping () -> Void = {}
    ) -> [String] {
        Program.notes = []
        _ = board.chip.run(for: limit, inStepsOf: .microseconds(50), whenIdle: whenIdle) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let i2c = I2C2.take(), let clock = PB10.take(), let data = PB11.take() else {
                return XCTFail("something is in use")
            }
            let port = I2CTargetPort(
                i2c, clock: clock, data: data, clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz),
                address: 0x42)
            Program.target = I2CTarget(port)
            for line in [port.eventLine, port.errorLine] { Level4.bind(line) { Program.target.handleInterrupt() } }
            startTask("target") { @MainActor in await Self.serve() }
            transfers.forEach(board.i2c2.add)
        }
        return Program.notes
    }

    @MainActor
    private static func serve() async {
        let registers = (0..<16).map { UInt8($0 * 3) }
        var bytes = [UInt8](repeating: 0, count: Program.room)
        while true {
            do throws(I2CTargetError) {
                var span = bytes.mutableSpan
                guard let request = try await Program.target.listen(into: &span, until: SystemClock.now + .milliseconds(50))
                else { return Program.notes.append("idle") }
                await sleep(for: Program.delay)
                switch request {
                case .written(let count): Program.notes.append("written \(bytes.prefix(count))")
                case .read(let count):
                    let first = count > 0 ? Int(bytes[0]) : 0
                    let sent = try await Program.target.respond(with: registers.span.extracting(droppingFirst: first))
                    Program.notes.append("read \(sent) from \(first)")
                }
            } catch { Program.notes.append("\(error)") }
        }
    }

    func testBytesThatAControllerWrites() {
        XCTAssertEqual(
            run([Transfer(to: 0x42, [1, 2, 3]), Transfer(to: 0x42, [4])]), ["written [1, 2, 3]", "written [4]", "idle"])
        XCTAssertEqual(board.i2c2.answers, [[], []])
    }

    func testBytesThatItReads() {
        XCTAssertEqual(
            run([Transfer(to: 0x42, read: 1), Transfer(to: 0x42, read: 4)]), ["read 1 from 0", "read 4 from 0", "idle"])
        XCTAssertEqual(board.i2c2.answers, [[0], [0, 3, 6, 9]])
    }

    func testARegisterThatItNamesAndReads() {
        XCTAssertEqual(
            run([Transfer(to: 0x42, [5], read: 3), Transfer(to: 0x42, [14], read: 4)]),
            ["read 3 from 5", "read 2 from 14", "idle"])
        XCTAssertEqual(board.i2c2.answers, [[15, 18, 21], [42, 45, 0xFF, 0xFF]], "ones beyond the last register")
    }

    func testATaskThatIsLateLosesNothing() {
        Program.delay = .milliseconds(5)
        XCTAssertEqual(
            run([Transfer(to: 0x42, [1, 2]), Transfer(to: 0x42, [3, 4]), Transfer(to: 0x42, [2], read: 2)]),
            ["written [1, 2]", "written [3, 4]", "read 2 from 2", "idle"])
        XCTAssertEqual(board.i2c2.answers, [[], [], [6, 9]])
        XCTAssertGreaterThan(board.i2c2.cyclesStretched, 3 * 4 * 168_000, "the controller waited")
    }

    func testAnotherAddressIsNotIts() {
        XCTAssertEqual(run([Transfer(to: 0x43, [1]), Transfer(to: 0x42, [2])]), ["written [2]", "idle"])
        XCTAssertEqual(board.i2c2.answers, [nil, []])
    }

    func testOnlyLookingWhoIsThereIsNoRequest() {
        XCTAssertEqual(run([Transfer(to: 0x42)]), ["idle"])
        XCTAssertEqual(board.i2c2.answers, [[]])
    }

    // MARK: - Errors

    func testMoreThanThereIsRoomForIsSaid() {
        Program.room = 2
        XCTAssertEqual(
            run([Transfer(to: 0x42, [1, 2, 3]), Transfer(to: 0x42, [4, 5])]), ["noRoom", "written [4, 5]", "idle"])
    }

    func testAControllerThatStandsStillIsGivenUp() {
        XCTAssertEqual(run([Transfer(to: 0x42, [1], read: 1, standsStill: true)]), ["timeout", "idle"])
    }

    func testErrorsOfTheBus() {
        for (fault, note) in [(.misplacedCondition, "misplacedCondition"), (.overrun, "overrun")]
            as [(I2CTargetPortModel.BusFault, String)]
        {
            var isOver = false
            let begin = board.chip.cycles
            let notes = run([Transfer(to: 0x42, [1, 2, 3])]) {
                guard !isOver, self.board.chip.cycles - begin > 200 * 168 else { return }
                isOver = true
                self.board.i2c2.inject(fault)
            }
            XCTAssertEqual(notes, [note, "idle"])
        }
    }
}
