// The bus for tasks over the STM32F4's I2C: writes, reads of every length the manual has a procedure for, and everything
// that can go wrong.
import Buses
import CortexM
import Interfaces
import STM32F4Drivers
import SimulatedChip
import Tasks
import XCTest

/// A memory of 256 bytes behind an address pointer, as small memories and most sensors are.
private final class MemoryTarget: I2CTargetModel {
    let address: UInt8
    var memory = (0...255).map { UInt8($0) ^ 0x5A }
    private var pointer: UInt8 = 0
    private var isPointerNext = false
    /// Bytes that it takes before it refuses one.
    var timeout = Int.max
    /// Bytes that were read and not asked for: the controller acknowledged one too many.
    private(set) var bytesRead = 0

    init(address: UInt8) { self.address = address }

    func begin(reading: Bool) -> Bool {
        isPointerNext = !reading
        return true
    }

    func write(_ byte: UInt8) -> Bool {
        guard timeout > 0 else { return false }
        timeout -= 1
        if isPointerNext {
            pointer = byte
            isPointerNext = false
        } else {
            memory[Int(pointer)] = byte
            pointer &+= 1
        }
        return true
    }

    func read() -> UInt8 {
        defer { pointer &+= 1 }
        bytesRead += 1
        return memory[Int(pointer)]
    }
}

private enum Program {
    // SAFETY: a simulated chip has one thread, and the tests read after its run.
    nonisolated(unsafe) static var bus: I2CBus<I2CController>!
    nonisolated(unsafe) static var notes: [String] = []
    nonisolated(unsafe) static var model: I2CModel!
}

final class I2CBusTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let target = MemoryTarget(address: 0x50)

    override func tearDown() {
        XCTAssertFalse(board.i2c1.controlWasDisturbed, "CR1 was written before a condition was out")
    }

    private func run(speed: I2CSpeed = .standard, _ body: @escaping @MainActor () async -> Void) {
        Program.notes = []
        Program.model = board.i2c1
        board.i2c1.targets = [target]
        _ = board.chip.run(for: .seconds(1)) {
            SystemClock.start(coreClock: board.chip.coreClock)
            guard let i2c = I2C1.take(), let clock = PB8.take(), let data = PB9.take() else {
                return XCTFail("something is in use")
            }
            Program.bus = I2CBus(
                I2CController(
                    i2c, clock: clock, data: data, clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz),
                    speed: speed))
            for interrupt in [I2C1.eventInterrupt, I2C1.errorInterrupt] {
                Level4.bind(InterruptLine(rawValue: interrupt.rawValue)) { Program.bus.handleInterrupt() }
            }
            startTask("test") { @MainActor in await body() }
        }
    }

    @MainActor
    private static func note(_ body: () async throws(I2CError) -> String) async {
        do throws(I2CError) {
            Program.notes.append(try await body())
        } catch { Program.notes.append("\(error)") }
    }

    @MainActor
    private static func read(_ count: Int, at pointer: UInt8, from address: UInt8 = 0x50) async {
        await note { () async throws(I2CError) in
            let register: [UInt8] = [pointer]
            var answer = [UInt8](repeating: 0, count: count)
            var span = answer.mutableSpan
            try await Program.bus.write(register.span, thenRead: &span, to: address)
            return "\(answer.map { $0 ^ 0x5A })"
        }
    }

    func testEachLengthOfAReadEndsWithItsLastByte() {
        for count in 1...9 {
            let before = target.bytesRead
            run { await Self.read(count, at: 10) }
            XCTAssertEqual(Program.notes, ["\((10..<10 + count).map { $0 })"])
            XCTAssertEqual(target.bytesRead - before, count, "the target was asked for more")
        }
        // A start and a repeated start each time, and one stop.
        XCTAssertEqual(board.i2c1.starts, 18)
        XCTAssertEqual(board.i2c1.stops, 9)
    }

    /// The acknowledge bit of the second byte is off before an interrupt could make it late, which the model would punish
    /// with a target that goes on and a bus that is not free.
    func testAReadOfTwoBytesIsNotInterruptedBeforeItsAcknowledgeBitIsOff() {
        run {
            await Self.read(2, at: 10)
            await Self.read(2, at: 12)
        }
        XCTAssertEqual(Program.notes, ["[10, 11]", "[12, 13]"])
        XCTAssertFalse(board.i2c1.wasLate)
        XCTAssertEqual(board.i2c1.stops, 2)
    }

    func testAnAddressOfEightBitsIsRefused() {
        run {
            for address in [0x80, 0xA0, 0xFF] as [UInt8] { await Self.read(2, at: 10, from: address) }
            // The bus is free.
            await Self.read(1, at: 10)
        }
        XCTAssertEqual(
            Program.notes, ["addressOutOfRange", "addressOutOfRange", "addressOutOfRange", "[10]"])
        XCTAssertEqual(target.bytesRead, 1)
    }

    func testWhatIsWrittenIsThere() {
        run {
            await Self.note { () async throws(I2CError) in
                let bytes: [UInt8] = [0x20, 1, 2, 3]
                try await Program.bus.write(bytes.span, to: 0x50)
                return "written"
            }
        }
        XCTAssertEqual(Program.notes, ["written"])
        XCTAssertEqual(Array(target.memory[0x20..<0x24]), [1, 2, 3, 0x23 ^ 0x5A])
        XCTAssertEqual(board.i2c1.stops, 1)
    }

    func testAReadWithoutAWriteGoesOnWhereTheTargetIs() {
        run {
            await Self.note { () async throws(I2CError) in
                var answer: [UInt8] = [0, 0]
                var span = answer.mutableSpan
                try await Program.bus.read(into: &span, from: 0x50)
                return "\(answer.map { $0 ^ 0x5A })"
            }
        }
        XCTAssertEqual(Program.notes, ["[0, 1]"])
    }

    func testNothingToWriteOrReadIsToSeeWhoIsThere() {
        run {
            for address in [0x50, 0x51] as [UInt8] {
                await Self.note { () async throws(I2CError) in
                    try await Program.bus.write([UInt8]().span, to: address)
                    return "there"
                }
            }
        }
        XCTAssertEqual(Program.notes, ["there", "addressNotAcknowledged"])
    }

    func testATransferTakesItsBitsTime() {
        for (speed, range) in [(I2CSpeed.standard, 810...830), (.fast, 202...220)] as [(I2CSpeed, ClosedRange<Int64>)] {
            run(speed: speed) {
                let start = SystemClock.now
                await Self.read(4, at: 0)
                Program.notes.append("\((SystemClock.now - start).microseconds)")
            }
            // Two starts, two addresses, a byte out and four in, of nine bits each in the model.
            let time = Int64(Program.notes.last ?? "") ?? 0
            XCTAssertTrue(range.contains(time), "\(time) us")
        }
    }

    func testAnAddressThatNobodyHas() {
        run {
            await Self.read(2, at: 0, from: 0x29)
            await Self.read(2, at: 0)
        }
        XCTAssertEqual(Program.notes, ["addressNotAcknowledged", "[0, 1]"])
    }

    func testAByteThatIsRefused() {
        target.timeout = 2
        run { [target = Unchecked(target)] in
            await Self.note { () async throws(I2CError) in
                let bytes: [UInt8] = [0x20, 1, 2, 3]
                try await Program.bus.write(bytes.span, to: 0x50)
                return "written"
            }
            target.value.timeout = .max
            await Self.read(1, at: 5)
        }
        XCTAssertEqual(Program.notes, ["dataNotAcknowledged", "[5]"])
    }

    func testFaultsOfTheBusAreErrorsAndThenItWorksAgain() {
        for (fault, error) in [
            (.misplacedCondition, "misplacedCondition"), (.arbitrationLost, "arbitrationLost"), (.overrun, "overrun"),
        ] as [(I2CModel.BusFault, String)] {
            run {
                Task { @MainActor in
                    await sleep(for: .microseconds(150))
                    Program.model.inject(fault)
                }
                await Self.read(3, at: 7)
                await Self.read(3, at: 7)
            }
            XCTAssertEqual(Program.notes, [error, "[7, 8, 9]"])
        }
    }

    func testAClockThatIsHeldIsATimeoutAndThenItWorksAgain() {
        run {
            Program.model.isStretched = true
            await Self.read(2, at: 3)
            Program.model.isStretched = false
            Program.notes.append("\(SystemClock.now.microseconds / 1000)")
            await Self.read(2, at: 3)
        }
        XCTAssertEqual(Program.notes, ["timeout", "26", "[3, 4]"])
    }

    func testTasksHaveTheBusOneAfterAnother() {
        run {
            for pointer in 1...3 as ClosedRange<UInt8> {
                Task { @MainActor in await Self.read(2, at: pointer) }
            }
        }
        XCTAssertEqual(Set(Program.notes), ["[1, 2]", "[2, 3]", "[3, 4]"])
    }
}

/// Something of the test's own thread on its way into a task of the simulated chip, which runs there too.
private struct Unchecked<Value>: @unchecked Sendable {
    // SAFETY of `@unchecked`: there is one thread.
    let value: Value
    init(_ value: Value) { self.value = value }
}
