// The models of flash, ports and the clock control, by the rules of the reference manual (RM0090).
import MMIO
import SimulatedChip
import XCTest

final class FlashModelTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private let address: UInt32 = 0x0800_4000

    private enum Register {
        static let keys: UInt32 = 0x4002_3C04
        static let status: UInt32 = 0x4002_3C0C
        static let control: UInt32 = 0x4002_3C10
    }
    private static let wordProgram: UInt32 = 0b10 << 8 | 1
    private static let sequenceError: UInt32 = 1 << 7
    private static let parallelismError: UInt32 = 1 << 6

    private func load(_ address: UInt32) -> UInt32 { CurrentBus.with(board.chip) { .load(from: address) } }
    private func store(_ value: UInt32, _ address: UInt32) {
        CurrentBus.with(board.chip) { UInt32.store(value, to: address) }
    }
    private func unlock() {
        store(0x4567_0123, Register.keys)
        store(0xCDEF_89AB, Register.keys)
    }

    private var isLocked: Bool { load(Register.control) >> 31 == 1 }

    func testIsBlankAndLockedAtFirst() {
        XCTAssertEqual(load(address), 0xFFFF_FFFF)
        XCTAssertTrue(isLocked)
    }

    func testTheTwoKeysUnlockItAndTheLockBitLocksItAgain() {
        unlock()
        XCTAssertFalse(isLocked)
        store(1 << 31, Register.control)
        XCTAssertTrue(isLocked)
        unlock()
        XCTAssertFalse(isLocked)
    }

    func testAWrongKeyLocksItUntilTheNextReset() {
        for wrong in [[0xCDEF_89AB], [0x4567_0123, 1], [0x4567_0123, 0x4567_0123]] as [[UInt32]] {
            let board = SimulatedSTM32F405()
            CurrentBus.with(board.chip) {
                for key in wrong + [0x4567_0123, 0xCDEF_89AB] { UInt32.store(key, to: Register.keys) }
                XCTAssertEqual(UInt32.load(from: Register.control) >> 31, 1, "\(wrong)")
            }
        }
    }

    func testALockedControlRegisterIgnoresWrites() {
        store(Self.wordProgram, Register.control)
        XCTAssertEqual(load(Register.control), 1 << 31)
    }

    func testAStoreThatIsNotProgrammingIsASequenceError() {
        store(0, address)
        XCTAssertEqual(load(address), 0xFFFF_FFFF)
        XCTAssertEqual(load(Register.status), Self.sequenceError)
        store(Self.sequenceError, Register.status)
        XCTAssertEqual(load(Register.status), 0, "a 1 clears the flag")
    }

    func testProgrammingIsAnAnd() {
        unlock()
        store(Self.wordProgram, Register.control)
        store(0xFF00_FF0F, address)
        store(0x0FF0_FFFF, address)
        XCTAssertEqual(load(address), 0x0F00_FF0F)
        XCTAssertEqual(load(Register.status), 0)
    }

    func testAStoreOfAnotherWidthThanChosenIsAParallelismError() {
        unlock()
        store(Self.wordProgram, Register.control)
        CurrentBus.with(board.chip) { UInt8.store(0, to: address) }
        XCTAssertEqual(load(address), 0xFFFF_FFFF)
        XCTAssertEqual(load(Register.status), Self.parallelismError)
    }

    func testErasingSetsTheWholeSectorAndNoOther() {
        for (sector, range) in FlashMemoryModel.sectors.enumerated() {
            let board = SimulatedSTM32F405()
            board.flash.fill(at: 0, [UInt8](repeating: 0, count: 1 << 20))
            CurrentBus.with(board.chip) {
                UInt32.store(0x4567_0123, to: Register.keys)
                UInt32.store(0xCDEF_89AB, to: Register.keys)
                UInt32.store(1 << 16 | 1 << 1 | UInt32(sector) << 3, to: Register.control)
            }
            let contents = board.flash.contents(0..<1 << 20)
            XCTAssertEqual(contents.firstIndex(of: 0xFF), range.lowerBound)
            XCTAssertEqual(contents.lastIndex(of: 0xFF), range.upperBound - 1)
            XCTAssertFalse(contents[range].contains(0))
        }
    }

    func testSectorsFollowOneAnotherAndFillTheMegabyte() {
        XCTAssertEqual(
            FlashMemoryModel.sectors.map { $0.count >> 10 }, [16, 16, 16, 16, 64] + [Int](repeating: 128, count: 7))
        XCTAssertEqual(FlashMemoryModel.sectors.last?.upperBound, 1 << 20)
    }

    func testEveryChangeIsToldWithItsRange() {
        var changes: [Range<Int>] = []
        board.flash.onChange = { changes.append($0) }
        unlock()
        store(Self.wordProgram, Register.control)
        store(0, address)
        store(1 << 16 | 1 << 1 | 1 << 3, Register.control)
        XCTAssertEqual(changes, [0x4000..<0x4004, 0x4000..<0x8000])
    }

    func testMemoryIsReadInPlaceWithinItsBounds() throws {
        board.flash.fill(at: 0x4_0000, [1, 2, 3])
        let bytes = try XCTUnwrap(CurrentBus.with(board.chip) { mappedMemory(at: 0x0804_0000, count: 3) })
        XCTAssertEqual(Array(bytes), [1, 2, 3])
        XCTAssertNil(CurrentBus.with(board.chip) { mappedMemory(at: 0x080F_FFFF, count: 2) })
        XCTAssertNil(CurrentBus.with(board.chip) { mappedMemory(at: 0x6000_0000, count: 1) })
    }
}

final class PortModelTests: XCTestCase {
    private let board = SimulatedSTM32F405()
    private var port: PortModel { board.ports[0] }

    private func load(_ offset: UInt32) -> UInt32 { CurrentBus.with(board.chip) { .load(from: 0x4002_0000 + offset) } }
    private func store(_ value: UInt32, _ offset: UInt32) {
        CurrentBus.with(board.chip) { UInt32.store(value, to: 0x4002_0000 + offset) }
    }

    /// RM0090 8.4.7.
    func testTheSetResetRegisterSetsAndResetsAndKeepsTheRest() {
        store(0b0110, 0x18)
        XCTAssertEqual(load(0x14), 0b0110)
        store(0b1000 | 0b0010 << 16, 0x18)
        XCTAssertEqual(load(0x14), 0b1100)
        XCTAssertTrue(port.output(3))
        XCTAssertFalse(port.output(1))
    }

    func testSettingWinsOverResetting() {
        store(1 | 1 << 16, 0x18)
        XCTAssertTrue(port.output(0))
    }

    func testTheSetResetRegisterReadsZero() {
        store(1, 0x18)
        XCTAssertEqual(load(0x18), 0)
    }

    func testTheInputReadsWhatTheOutputDrives() {
        store(0x5555, 0x00)
        store(0xA5, 0x14)
        XCTAssertEqual(load(0x10), 0xA5)
    }

    func testAnInputReadsWhatDrivesItOrItsPull() {
        // Pin 2 is pulled up and pin 3 down.
        store(0b10_01_0000, 0x0C)
        XCTAssertEqual(load(0x10), 1 << 2)
        port.drive(2, false)
        port.drive(3, true)
        XCTAssertEqual(load(0x10), 1 << 3)
        port.drive(3, nil)
        XCTAssertEqual(load(0x10), 0)
    }

    func testOnlyChangesAreTold() {
        var changes: [String] = []
        port.onChange = { changes.append("\($0) \($1)") }
        store(1, 0x18)
        store(1, 0x18)
        store(1 << 16, 0x18)
        XCTAssertEqual(changes, ["0 true", "0 false"])
    }
}

final class ClockModelTests: XCTestCase {
    func testEachReadyBitFollowsItsEnableBitUnlessItIsBroken() {
        for (crystal, loop) in [(true, true), (true, false), (false, true)] {
            let board = SimulatedSTM32F405()
            board.clocks.hasCrystal = crystal
            board.clocks.phaseLockedLoopLocks = loop
            CurrentBus.with(board.chip) {
                XCTAssertEqual(UInt32.load(from: 0x4002_3800) & 0x0202_0002, 2, "the internal oscillator runs")
                UInt32.store(1 | 1 << 16 | 1 << 24, to: 0x4002_3800)
                XCTAssertEqual(
                    UInt32.load(from: 0x4002_3800) & 0x0202_0002,
                    2 | (crystal ? 1 << 17 : 0) | (loop ? 1 << 25 : 0))
            }
        }
    }
}
