// Starting the clocks: four outcomes, and the order of the steps.
import Interfaces
import MMIO
import STM32F405PAC
import STM32F4Drivers
import SimulatedChip
import XCTest

final class ClockTreeTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    private let configuration = ClockConfiguration(crystal: 25.megahertz, core: 168.megahertz)

    private func start() -> ClockOutcome { CurrentBus.with(board.chip) { ClockTree.start(configuration) } }

    private func registers<Result>(_ body: () -> Result) -> Result { CurrentBus.with(board.chip, body) }

    func testWithACrystalTheCoreRunsAtFullSpeedFromIt() {
        let outcome = start()
        XCTAssertEqual(outcome.source, .crystal)
        XCTAssertEqual(outcome.coreClock, 168.megahertz)
        registers {
            let configuration = STM32F405.RCC.PLLCFGR.read()
            XCTAssertEqual(configuration.PLLSRC, .HSE)
            XCTAssertEqual(configuration.PLLM, 25)
            XCTAssertEqual(configuration.PLLN, 336)
            XCTAssertEqual(configuration.PLLP, .by2)
            XCTAssertEqual(configuration.PLLQ, 7)
            XCTAssertEqual(STM32F405.RCC.CFGR.read().SW, .PLL)
        }
    }

    func testWithoutACrystalTheInternalOscillatorDrivesTheLoop() {
        board.clocks.hasCrystal = false
        let outcome = start()
        XCTAssertEqual(outcome.source, .internalOscillator)
        XCTAssertEqual(outcome.coreClock, 168.megahertz)
        registers {
            XCTAssertEqual(STM32F405.RCC.PLLCFGR.read().PLLSRC, .HSI)
            XCTAssertEqual(STM32F405.RCC.PLLCFGR.read().PLLM, 16)
            XCTAssertFalse(STM32F405.RCC.CR.read().HSEON)
        }
    }

    func testALoopThatDoesNotLockLeavesTheInternalOscillatorAsItIs() {
        board.clocks.phaseLockedLoopLocks = false
        let outcome = start()
        XCTAssertEqual(outcome.source, .unscaledInternalOscillator)
        XCTAssertEqual(outcome.coreClock, 16.megahertz)
        registers {
            XCTAssertFalse(STM32F405.RCC.CR.read().PLLON)
            XCTAssertEqual(STM32F405.RCC.CFGR.read().SW, .HSI)
        }
    }

    func testWhereNoRegisterAnswersTheClockIsTakenAsItIs() {
        let chip = SimulatedChip(
            coreClock: 168.megahertz, peripherals: [RegisterFileModel(baseAddress: 0x4002_3800)])
        let bus = RecordingBus(chip)
        let outcome = CurrentBus.with(bus) { ClockTree.start(configuration) }
        XCTAssertEqual(outcome.source, .fixed)
        XCTAssertEqual(outcome.coreClock, 168.megahertz)
        XCTAssertEqual(bus.stores, [], "nothing is written to registers that are not there")
    }

    /// Five wait states and the slower buses must be there when the core becomes ten times as fast (RM0090 3.5.1).
    func testTheFlashIsSlowedDownBeforeTheCoreIsSpedUp() throws {
        let bus = RecordingBus(board.chip)
        _ = CurrentBus.with(bus) { ClockTree.start(configuration) }
        let access = STM32F405.FLASH.ACR.address
        let control = STM32F405.RCC.CR.address
        let selection = STM32F405.RCC.CFGR.address
        let loopConfigured = try XCTUnwrap(bus.position(of: STM32F405.RCC.PLLCFGR.address) { _ in true })
        let loopOn = try XCTUnwrap(bus.position(of: control) { $0 & 1 << 24 != 0 })
        let slowed = try XCTUnwrap(bus.position(of: access) { $0 & 0xF == 5 })
        let switched = try XCTUnwrap(bus.position(of: selection) { $0 & 0b11 == 0b10 })
        XCTAssertLessThan(loopConfigured, loopOn)
        XCTAssertLessThan(loopOn, slowed)
        XCTAssertLessThan(slowed, switched)
        // APB1 at a quarter and APB2 at half, no later than the switch.
        XCTAssertEqual(bus.stores[switched].value >> 10 & 0b111, 0b101)
        XCTAssertEqual(bus.stores[switched].value >> 13 & 0b111, 0b100)
    }

    /// What the registers hold for a core of each whole megahertz keeps every limit of the manual.
    func testEveryWholeMegahertzIsMadeWithinTheLimits() {
        for megahertz in 13...168 as ClosedRange<UInt32> {
            for crystal in [4, 8, 25, 26] as [UInt32] {
                let configuration = ClockConfiguration(crystal: .megahertz(crystal), core: .megahertz(megahertz))
                let board = SimulatedSTM32F405()
                let outcome = CurrentBus.with(board.chip) { ClockTree.start(configuration) }
                XCTAssertEqual(outcome.coreClock, .megahertz(megahertz))
                CurrentBus.with(board.chip) {
                    let loop = STM32F405.RCC.PLLCFGR.read()
                    let oscillator = crystal / UInt32(loop.PLLM) * UInt32(loop.PLLN)
                    XCTAssertEqual(crystal % UInt32(loop.PLLM), 0)
                    XCTAssert((100...432).contains(oscillator), "\(megahertz) MHz: \(oscillator)")
                    XCTAssertEqual(oscillator / (UInt32(loop.PLLP.rawValue) * 2 + 2), megahertz)
                    XCTAssert((2...15).contains(loop.PLLQ))
                    XCTAssertLessThanOrEqual(oscillator, 48 * UInt32(loop.PLLQ))
                    XCTAssertEqual(configuration.hasUSBClock, oscillator == 48 * UInt32(loop.PLLQ))
                    let buses = STM32F405.RCC.CFGR.read()
                    XCTAssertLessThanOrEqual(Self.divided(outcome.coreClock, by: buses.PPRE1.rawValue), 42.megahertz)
                    XCTAssertEqual(Self.divided(outcome.coreClock, by: buses.PPRE1.rawValue), outcome.slowBusClock)
                    XCTAssertLessThanOrEqual(Self.divided(outcome.coreClock, by: buses.PPRE2.rawValue), 84.megahertz)
                    XCTAssertEqual(Self.divided(outcome.coreClock, by: buses.PPRE2.rawValue), outcome.fastBusClock)
                    // One wait state for each 30 MHz begun beyond the first.
                    XCTAssertLessThanOrEqual(megahertz, 30 * (UInt32(STM32F405.FLASH.ACR.read().LATENCY) + 1))
                }
            }
        }
    }

    private static func divided(_ clock: Frequency, by field: UInt8) -> Frequency {
        field < 4 ? clock : clock / (1 << UInt32(field - 3))
    }

    func testTheClockOfUSBIsThereWhereItCanBe() {
        for megahertz in [24, 48, 72, 96, 120, 144, 168] as [UInt32] {
            XCTAssert(ClockConfiguration(crystal: 8.megahertz, core: .megahertz(megahertz)).hasUSBClock, "\(megahertz) MHz")
        }
        XCTAssertFalse(ClockConfiguration(crystal: 8.megahertz, core: 167.megahertz).hasUSBClock)
    }
}
