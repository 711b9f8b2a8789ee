// The chip behind the port: what identifies it, the core's debug registers, and flash.
import SimulatedChip
import SimulatedProbe
import XCTest

final class ChipTests: XCTestCase {
    private let chip = ProbedChip()
    private lazy var debugger = Debugger(chip)

    private enum Register {
        static let flashKey: UInt32 = 0x4002_3C04
        static let flashStatus: UInt32 = 0x4002_3C0C
        static let flashControl: UInt32 = 0x4002_3C10
        static let haltingControl: UInt32 = 0xE000_EDF0
        static let registerSelect: UInt32 = 0xE000_EDF4
        static let registerData: UInt32 = 0xE000_EDF8
        static let monitorControl: UInt32 = 0xE000_EDFC
        static let resetControl: UInt32 = 0xE000_ED0C
    }
    private static let isHalted: UInt32 = 1 << 17

    // MARK: Identity

    func testTheChipIdentifiesItself() {
        XCTAssertEqual(debugger.load(0xE000_ED00), 0x410F_C241)
        XCTAssertEqual(debugger.load(0xE004_2000) & 0xFFF, 0x413)
        debugger.setTransfer(0x1FFF_7A22, size: 1)
        XCTAssertEqual(debugger.readAccessPort(0x0C) >> 16, 1024)
    }

    // MARK: The core

    private func resetAndHalt() {
        debugger.store(0xA05F_0001, to: Register.haltingControl)
        debugger.store(1, to: Register.monitorControl)
        debugger.store(0x05FA_0004, to: Register.resetControl)
    }

    func testHaltingWantsTheKey() {
        debugger.store(0x0000_0003, to: Register.haltingControl)
        XCTAssertEqual(debugger.load(Register.haltingControl) & Self.isHalted, 0)
        debugger.store(0xA05F_0003, to: Register.haltingControl)
        XCTAssertNotEqual(debugger.load(Register.haltingControl) & Self.isHalted, 0)
        debugger.store(0xA05F_0001, to: Register.haltingControl)
        XCTAssertEqual(debugger.load(Register.haltingControl) & Self.isHalted, 0)
    }

    func testRegistersAreTransferred() {
        debugger.store(0xCAFE, to: Register.registerData)
        debugger.store(1 << 16 | 4, to: Register.registerSelect)
        debugger.store(0, to: Register.registerData)
        debugger.store(4, to: Register.registerSelect)
        XCTAssertEqual(debugger.load(Register.registerData), 0xCAFE)
    }

    func testACaughtResetHaltsAtTheResetVector() {
        chip.flash.fill(at: 0, [0x00, 0x20, 0x00, 0x20, 0x41, 0x00, 0x00, 0x08])
        var start: CoreDebug.Start?
        chip.core.onStart = { start = $0 }
        resetAndHalt()
        XCTAssertEqual(start?.stackPointer, 0x2000_2000)
        XCTAssertEqual(start?.programCounter, 0x0800_0040)
        XCTAssertEqual(start?.isHalted, true)
        debugger.store(15, to: Register.registerSelect)
        XCTAssertEqual(debugger.load(Register.registerData), 0x0800_0040)
        XCTAssertEqual(debugger.load(0xE000_ED30), 1 << 3, "the vector catch is why it halted")
    }

    func testAnUncaughtResetRuns() {
        resetAndHalt()
        debugger.store(0, to: Register.monitorControl)
        debugger.store(0x05FA_0004, to: Register.resetControl)
        let control = debugger.load(Register.haltingControl)
        XCTAssertEqual(control & Self.isHalted, 0)
        XCTAssertNotEqual(control & 1 << 25, 0, "the reset is told of once")
        XCTAssertEqual(debugger.load(Register.haltingControl) & 1 << 25, 0)
    }

    func testTheResetLineResetsWhenLetGo() {
        var starts = 0
        chip.core.onStart = { _ in starts += 1 }
        let wires = Wires(chip)
        wires.send("s")
        XCTAssertEqual(starts, 0)
        wires.send("r")
        XCTAssertEqual(starts, 1)
    }

    // MARK: Flash

    private func unlock() {
        debugger.store(0x4567_0123, to: Register.flashKey)
        debugger.store(0xCDEF_89AB, to: Register.flashKey)
    }

    /// SER, the sector, STRT.
    private func erase(_ sector: UInt32) {
        debugger.store(1 << 1 | sector << 3 | 1 << 16, to: Register.flashControl)
    }

    /// PG, PSIZE a halfword.
    private func startProgramming() { debugger.store(1 << 0 | 1 << 8, to: Register.flashControl) }

    private func program(_ halfword: UInt16, at address: UInt32) {
        debugger.setTransfer(address, size: 1)
        debugger.writeAccessPort(0x0C, UInt32(halfword) << (address % 4 * 8))
    }

    func testALockedControllerProgramsNothing() {
        startProgramming()
        program(0, at: 0x0800_0000)
        XCTAssertEqual(debugger.load(0x0800_0000), 0xFFFF_FFFF)
        XCTAssertEqual(debugger.load(Register.flashControl), 1 << 31)
    }

    func testProgrammingClearsBitsAndErasingSetsThem() {
        unlock()
        startProgramming()
        program(0x0F0F, at: 0x0801_0000)
        program(0x00FF, at: 0x0801_0000)
        XCTAssertEqual(debugger.load(0x0801_0000), 0xFFFF_000F)
        erase(4)
        XCTAssertEqual(debugger.load(0x0801_0000), 0xFFFF_FFFF)
    }

    func testErasingASectorLeavesTheOthers() {
        for sector in FlashMemoryModel.sectors {
            chip.flash.fill(at: sector.lowerBound, [0])
            chip.flash.fill(at: sector.upperBound - 1, [0])
        }
        unlock()
        erase(4)
        for (index, sector) in FlashMemoryModel.sectors.enumerated() {
            let ends =
                chip.flash.contents(sector.lowerBound..<sector.lowerBound + 1)
                + chip.flash.contents(sector.upperBound - 1..<sector.upperBound)
            XCTAssertEqual(ends, index == 4 ? [0xFF, 0xFF] : [0, 0], "sector \(index)")
        }
    }

    func testMassEraseSetsEverySector() {
        chip.flash.fill(at: 0, [UInt8](repeating: 0, count: 1 << 20))
        unlock()
        debugger.store(1 << 2 | 1 << 16, to: Register.flashControl)
        XCTAssertTrue(chip.flash.contents(0..<1 << 20).allSatisfy { $0 == 0xFF })
    }

    func testTheStatusIsBusyForAMoment() {
        unlock()
        erase(0)
        XCTAssertEqual(debugger.load(Register.flashStatus), 1 << 16)
        XCTAssertEqual(debugger.load(Register.flashStatus), 0)
    }

    func testAWrongWidthIsAnErrorThatIsClearedByWritingIt() {
        unlock()
        startProgramming()
        debugger.store(0, to: 0x0800_0000)
        _ = debugger.load(Register.flashStatus)
        XCTAssertEqual(debugger.load(Register.flashStatus), 1 << 6)
        debugger.store(1 << 6, to: Register.flashStatus)
        XCTAssertEqual(debugger.load(Register.flashStatus), 0)
        XCTAssertEqual(debugger.load(0x0800_0000), 0xFFFF_FFFF)
    }

    func testAWornByteIsNotProgrammed() {
        chip.flash.wornBytes = [1]
        unlock()
        startProgramming()
        program(0x1234, at: 0x0800_0000)
        XCTAssertEqual(debugger.load(0x0800_0000), 0xFFFF_FF34)
    }

    func testAResetLocksTheController() {
        unlock()
        XCTAssertEqual(debugger.load(Register.flashControl), 0)
        resetAndHalt()
        XCTAssertEqual(debugger.load(Register.flashControl), 1 << 31)
    }

    func testNothingIsProtected() {
        XCTAssertEqual(debugger.load(0x4002_3C14) >> 16 & 0xFFF, 0xFFF)
    }
}
