// The model of the converters to voltages by the rules of the reference manual (RM0090 section 14).
import MMIO
import SimulatedChip
import XCTest

final class DACModelTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    private enum Register {
        static let control: UInt32 = 0x4000_7400
        static let both: UInt32 = 0x4000_7424
        static let left: UInt32 = 0x4000_742C
        static let status: UInt32 = 0x4000_7434
        static let timerControl: UInt32 = 0x4000_1000
        static let timerTrigger: UInt32 = 0x4000_1004
        static let timerEvents: UInt32 = 0x4000_1014
        static let timerReload: UInt32 = 0x4000_102C
    }
    private static let on: UInt32 = 0x0001_0001
    private static let triggered: UInt32 = 0x0004_0004
    private static let requests: UInt32 = 1 << 12
    private static let underrunInterrupt: UInt32 = 1 << 13
    private static let underrun: UInt32 = 1 << 13

    private func load(_ address: UInt32) -> UInt32 { CurrentBus.with(board.chip) { .load(from: address) } }
    private func store(_ value: UInt32, _ address: UInt32) {
        CurrentBus.with(board.chip) { UInt32.store(value, to: address) }
    }

    /// TIM6 triggers each 100 of its clocks, 200 of the core's.
    private func startTimer() {
        store(99, Register.timerReload)
        store(1, Register.timerEvents)
        store(0b010 << 4, Register.timerTrigger)
        store(1, Register.timerControl)
    }
    private func passTrigger() {
        guard let left = board.dac.cyclesUntilEvent else { return XCTFail("nothing triggers") }
        board.dac.advance(by: left)
    }

    func testWithoutATriggerWhatIsWrittenIsPutOutAtOnce() {
        store(Self.on, Register.control)
        store(0x1230_ABC0, Register.both)
        XCTAssertEqual(board.dac.levels, [0xABC, 0x123])
        XCTAssertEqual(load(Register.left), 0xABC)
    }

    func testATriggerPutsOutWhatWasWritten() {
        startTimer()
        store(Self.on | Self.triggered, Register.control)
        store(0x1230_ABC0, Register.both)
        XCTAssertEqual(board.dac.levels, [0, 0])
        XCTAssertEqual(board.dac.cyclesUntilEvent, 200)
        passTrigger()
        passTrigger()
        XCTAssertEqual(board.dac.outputs.map(\.cycle), [200, 400])
        XCTAssertEqual(board.dac.outputs.map(\.left), [0xABC, 0xABC])
        XCTAssertEqual(board.dac.outputs.map(\.right), [0x123, 0x123])
    }

    func testARequestThatNobodyAnswersIsAnUnderrunAtTheNextTrigger() {
        startTimer()
        store(Self.on | Self.triggered | Self.requests | Self.underrunInterrupt, Register.control)
        passTrigger()
        XCTAssertEqual(load(Register.status), 0)
        passTrigger()
        XCTAssertEqual(load(Register.status), Self.underrun)
        XCTAssertEqual(board.dac.assertedLines, [54])
        store(Self.underrun, Register.status)
        XCTAssertEqual(load(Register.status), 0)
    }

    func testAnAnswerIsASampleForBothSides() {
        startTimer()
        store(Self.on | Self.triggered | Self.requests, Register.control)
        for number in 1...3 as ClosedRange<UInt32> {
            passTrigger()
            store(number << 4 | number << 20, Register.both)
        }
        passTrigger()
        XCTAssertEqual(board.dac.outputs.map(\.left), [0, 1, 2, 3])
        XCTAssertEqual(load(Register.status), 0)
    }
}
