// Pins of a port: outputs, alternate functions, and the port's clock.
import MMIO
import STM32F405PAC
import STM32F4Drivers
import SimulatedChip
import XCTest

final class PortPinTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    private func onChip<Result>(_ body: () -> Result) -> Result { CurrentBus.with(board.chip, body) }

    func testAnOutputIsPushPullAndLowBeforeItDrives() throws {
        let bus = RecordingBus(board.chip)
        CurrentBus.with(bus) {
            STM32F405.GPIOA.ODR.write { $0.bits = 1 << 10 }
            _ = PortPin(STM32F405.GPIOA, 10).configureAsOutput()
            XCTAssertEqual(STM32F405.GPIOA.MODER.read()[MODER: 10], .output)
            XCTAssertEqual(STM32F405.GPIOA.OTYPER.read()[OT: 10], .pushPull)
        }
        XCTAssertFalse(board.ports[0].output(10))
        let low = try XCTUnwrap(bus.position(of: STM32F405.GPIOA.BSRR.address) { $0 == 1 << 26 })
        let drives = try XCTUnwrap(bus.position(of: STM32F405.GPIOA.MODER.address) { $0 >> 20 & 0b11 == 0b01 })
        XCTAssertLessThan(low, drives)
    }

    func testSettingAnOutputMovesThatPinAlone() {
        var changes: [String] = []
        board.ports[1].onChange = { changes.append("\($0) \($1)") }
        onChip {
            let first = PortPin(STM32F405.GPIOB, 3).configureAsOutput()
            let second = PortPin(STM32F405.GPIOB, 15).configureAsOutput()
            first.set(true)
            second.set(true)
            first.set(false)
        }
        XCTAssertEqual(changes, ["3 true", "15 true", "3 false"])
    }

    func testSettingAnOutputIsOneStore() {
        let output = onChip { PortPin(STM32F405.GPIOA, 10).configureAsOutput() }
        let bus = RecordingBus(board.chip)
        CurrentBus.with(bus) { output.set(true) }
        XCTAssertEqual(bus.stores, [.init(address: STM32F405.GPIOA.BSRR.address, value: 1 << 10)])
    }

    func testAnAlternateFunctionIsANibbleOfTheLowOrTheHighRegister() {
        onChip {
            PortPin(STM32F405.GPIOB, 6).configureAsAlternate(7)
            PortPin(STM32F405.GPIOB, 7).configureAsAlternate(7)
            PortPin(STM32F405.GPIOB, 8).configureAsAlternate(4)
            PortPin(STM32F405.GPIOB, 15).configureAsAlternate(15)
            XCTAssertEqual(STM32F405.GPIOB.AFRL.read().bits, 0x7700_0000)
            XCTAssertEqual(STM32F405.GPIOB.AFRH.read().bits, 0xF000_0004)
            for pin in [6, 7, 8, 15] {
                XCTAssertEqual(STM32F405.GPIOB.MODER.read()[MODER: pin], .alternate)
                XCTAssertEqual(STM32F405.GPIOB.PUPDR.read()[PUPDR: pin], .up)
            }
            XCTAssertEqual(STM32F405.GPIOB.MODER.read()[MODER: 9], .input)
        }
    }

    func testThePinIsTheOthersUntilItsFunctionIsSet() throws {
        let bus = RecordingBus(board.chip)
        CurrentBus.with(bus) { PortPin(STM32F405.GPIOB, 6).configureAsAlternate(7) }
        let function = try XCTUnwrap(bus.position(of: STM32F405.GPIOB.AFRL.address) { $0 == 0x0700_0000 })
        let mode = try XCTUnwrap(bus.position(of: STM32F405.GPIOB.MODER.address) { _ in true })
        XCTAssertLessThan(function, mode)
    }

    func testThePortsClockComesFirst() {
        let ports = [STM32F405.GPIOA, STM32F405.GPIOB, STM32F405.GPIOC, STM32F405.GPIOD, STM32F405.GPIOI]
        for (port, bit) in zip(ports, [0, 1, 2, 3, 8] as [UInt32]) {
            let board = SimulatedSTM32F405()
            let bus = RecordingBus(board.chip)
            CurrentBus.with(bus) { _ = PortPin(port, 0).configureAsOutput() }
            XCTAssertEqual(bus.stores.first, .init(address: STM32F405.RCC.AHB1ENR.address, value: 1 << bit))
        }
    }
}
