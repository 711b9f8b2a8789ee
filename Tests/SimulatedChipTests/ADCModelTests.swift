// The model of the converters by the rules of the reference manual (RM0090 section 13).
import MMIO
import SimulatedChip
import XCTest

final class ADCModelTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    private enum Register {
        static let status: UInt32 = 0x4001_2000
        static let control1: UInt32 = 0x4001_2004
        static let control2: UInt32 = 0x4001_2008
        static let sequence1: UInt32 = 0x4001_202C
        static let sequence3: UInt32 = 0x4001_2034
        static let data: UInt32 = 0x4001_204C
    }
    private static let on: UInt32 = 1
    private static let endOfEach: UInt32 = 1 << 10
    private static let start: UInt32 = 1 << 30
    private static let endOfConversion: UInt32 = 1 << 1
    private static let started: UInt32 = 1 << 4
    private static let overrun: UInt32 = 1 << 5

    private func load(_ address: UInt32) -> UInt32 { CurrentBus.with(board.chip) { .load(from: address) } }
    private func store(_ value: UInt32, _ address: UInt32) {
        CurrentBus.with(board.chip) { UInt32.store(value, to: address) }
    }
    private func finishConversion() {
        guard let left = board.adc1.cyclesUntilEvent else { return XCTFail("nothing is converted") }
        board.adc1.advance(by: left)
    }

    /// Channels 4, 5 and 6.
    private func beginSequence(_ control: UInt32 = endOfEach) {
        board.adc1.value = { channel, _ in UInt16(channel) }
        store(1 << 8, Register.control1)
        store(2 << 20, Register.sequence1)
        store(4 | 5 << 5 | 6 << 10, Register.sequence3)
        store(Self.on, Register.control2)
        store(Self.on | control | Self.start, Register.control2)
    }

    func testAConversionTakesTwelveCyclesAndItsSamplingTime() {
        beginSequence()
        // 3 and 12 cycles of the bus's clock over 2, which has two of the core's.
        XCTAssertEqual(board.adc1.cyclesUntilEvent, 15 * 2 * 2)
        XCTAssertEqual(load(Register.status), Self.started)
    }

    func testReadingTheResultClearsTheEndOfItsConversion() {
        beginSequence()
        for channel in 4...6 as ClosedRange<UInt32> {
            finishConversion()
            XCTAssertEqual(load(Register.status), Self.started | Self.endOfConversion)
            XCTAssertEqual(load(Register.data), channel)
            XCTAssertEqual(load(Register.status), Self.started)
        }
        XCTAssertNil(board.adc1.cyclesUntilEvent)
    }

    func testWithoutEOCSOnlyTheLastConversionHasAnEnd() {
        beginSequence(0)
        finishConversion()
        finishConversion()
        XCTAssertEqual(load(Register.status), Self.started)
        finishConversion()
        XCTAssertEqual(load(Register.status), Self.started | Self.endOfConversion)
        XCTAssertEqual(load(Register.data), 6)
    }

    func testAResultThatNobodyTookIsAnOverrunAndNothingMoreIsConverted() {
        beginSequence()
        finishConversion()
        finishConversion()
        XCTAssertEqual(load(Register.status), Self.started | Self.endOfConversion | Self.overrun)
        XCTAssertEqual(load(Register.data), 4)
        XCTAssertNil(board.adc1.cyclesUntilEvent)
        store(Self.on | Self.start, Register.control2)
        XCTAssertNil(board.adc1.cyclesUntilEvent)
        // A 0 clears a flag, and a 1 leaves it.
        store(~Self.overrun, Register.status)
        XCTAssertEqual(load(Register.status), Self.started)
        store(Self.on | Self.start, Register.control2)
        XCTAssertNotNil(board.adc1.cyclesUntilEvent)
    }

    func testTurningItOffDropsWhatIsConverted() {
        beginSequence()
        store(0, Register.control2)
        XCTAssertNil(board.adc1.cyclesUntilEvent)
    }

    func testWhatCannotWorkIsComplainedAbout() {
        store(Self.on | Self.start, Register.control2)
        // Channel 16 while its sensor is off, and DMA that would end.
        store(16, Register.sequence3)
        store(Self.on | Self.start, Register.control2)
        store(Self.on | 1 << 8 | 1 << 1, Register.control2)
        XCTAssertEqual(board.adc1.complaints.count, 3)
    }
}
