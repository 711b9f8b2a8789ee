// Pins: who has them, what mode they are in, and what reaches the port's registers.
import CortexM
import Interfaces
import MMIO
import STM32F405PAC
import STM32F4Drivers
import SimulatedChip
import XCTest

final class PinTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    override func setUp() { Claims.releaseAll() }

    private func onChip<Result>(_ body: () throws -> Result) rethrows -> Result {
        try CurrentBus.with(board.chip, body)
    }

    private func take<Identity: PinIdentity>(_ identity: Identity.Type) throws -> Pin<Identity, Unconfigured> {
        guard let pin = identity.take() else { throw Taken() }
        return pin
    }
    private struct Taken: Error {}

    private func isFree<Identity: PinIdentity>(_ identity: Identity.Type) -> Bool {
        if let pin = identity.take() {
            pin.release()
            return true
        }
        return false
    }

    private func claims<Identity: PeripheralIdentity>(_ identity: Identity.Type) -> Bool {
        if let peripheral = identity.take() {
            _ = consume peripheral
            return true
        }
        return false
    }

    func testAPinHasOneOwner() throws {
        try onChip {
            let pin = try take(PA10.self)
            XCTAssertFalse(isFree(PA10.self))
            XCTAssertTrue(isFree(PB10.self))
            pin.asInput().release()
            XCTAssertTrue(isFree(PA10.self))
        }
    }

    func testAPeripheralHasOneOwner() {
        XCTAssertTrue(claims(USART1.self))
        XCTAssertFalse(claims(USART1.self))
        XCTAssertTrue(claims(USART2.self))
    }

    func testNoTwoThingsShareAClaim() {
        let usarts = [USART1.claim, USART2.claim, USART3.claim, UART4.claim, UART5.claim, USART6.claim]
        let lines = [EXTI0.claim, EXTI1.claim, EXTI7.claim, EXTI15.claim]
        let buses = [SPI1.claim, SPI2.claim, SPI3.claim, I2C1.claim, I2C2.claim, I2C3.claim]
        let timers = [TIM2.claim, TIM3.claim, TIM4.claim, TIM5.claim]
        let channels = [TIM2.firstChannelClaim, TIM5.firstChannelClaim + 3]
        let streams = [DMA1Stream0.claim, DMA1Stream7.claim, DMA2Stream0.claim, DMA2Stream7.claim]
        let converters = [ADC1.claim, ADC2.claim, ADC3.claim]
        let all = usarts + lines + buses + timers + channels + streams + converters
        XCTAssertEqual(Set(all).count, all.count)
        XCTAssertTrue(all.allSatisfy { $0 >= 144 && $0 < Claims.count })
    }

    func testAnOutputIsAtItsLevelBeforeItDrives() throws {
        let bus = RecordingBus(board.chip)
        try CurrentBus.with(bus) {
            STM32F405.GPIOA.ODR.write { $0.bits = 1 << 10 }
            let output = try take(PA10.self).asOutput()
            XCTAssertEqual(STM32F405.GPIOA.MODER.read()[MODER: 10], .output)
            XCTAssertEqual(STM32F405.GPIOA.OTYPER.read()[OT: 10], .pushPull)
            output.release()
        }
        let low = try XCTUnwrap(bus.position(of: STM32F405.GPIOA.BSRR.address) { $0 == 1 << 26 })
        let drives = try XCTUnwrap(bus.position(of: STM32F405.GPIOA.MODER.address) { $0 >> 20 & 0b11 == 0b01 })
        XCTAssertLessThan(low, drives)
    }

    func testSettingAnOutputMovesThatPinAlone() throws {
        var changes: [String] = []
        board.ports[1].onChange = { changes.append("\($0) \($1)") }
        try onChip {
            let first = try take(PB3.self).asOutput()
            let second = try take(PB15.self).asOutput(.openDrain, isHigh: true)
            first.set(true)
            second.set(false)
            first.set(false)
            XCTAssertEqual(STM32F405.GPIOB.OTYPER.read()[OT: 15], .openDrain)
        }
        XCTAssertEqual(changes, ["15 true", "3 true", "15 false", "3 false"])
    }

    func testSettingAnOutputIsOneStore() throws {
        let output = try onChip { try take(PA10.self).asOutput().shared() }
        let bus = RecordingBus(board.chip)
        CurrentBus.with(bus) { output.set(true) }
        XCTAssertEqual(bus.stores, [.init(address: STM32F405.GPIOA.BSRR.address, value: 1 << 10)])
    }

    func testAnInputReadsWhatDrivesItOrItsPull() throws {
        try onChip {
            let input = try take(PC13.self).asInput(pull: .up)
            XCTAssertTrue(input.isHigh)
            board.ports[2].drive(13, false)
            XCTAssertFalse(input.isHigh)
            board.ports[2].drive(13, nil)
            let pulledDown = input.asInput(pull: .down)
            XCTAssertFalse(pulledDown.isHigh)
        }
    }

    func testAnAnalogPinHasNoPull() throws {
        try onChip {
            let pin = try take(PA0.self).asInput(pull: .up).asAnalog()
            XCTAssertEqual(STM32F405.GPIOA.MODER.read()[MODER: 0], .analog)
            XCTAssertEqual(STM32F405.GPIOA.PUPDR.read()[PUPDR: 0], .none)
            pin.release()
        }
    }

    func testASerialPortTakesItsPinsByTheirFunction() throws {
        let bus = RecordingBus(board.chip)
        try CurrentBus.with(bus) {
            guard let usart = USART1.take() else { return XCTFail("somebody has the USART") }
            _ = USARTDevice(
                usart, transmit: try take(PA9.self), receive: try take(PB7.self),
                clocks: ClockOutcome(source: .crystal, coreClock: 168.megahertz), baudRate: 115_200)
            XCTAssertEqual(STM32F405.GPIOA.AFRH.read().bits, 0x70)
            XCTAssertEqual(STM32F405.GPIOB.AFRL.read().bits, 0x7000_0000)
            XCTAssertEqual(STM32F405.GPIOA.MODER.read()[MODER: 9], .alternate)
            XCTAssertEqual(STM32F405.GPIOB.PUPDR.read()[PUPDR: 7], .up)
            // 84 MHz over 115,200, in sixteenths: 45 and 9.
            XCTAssertEqual(STM32F405.USART1.BRR.read().bits, 729)
        }
        // Until its function is set the pin is as it was.
        let function = try XCTUnwrap(bus.position(of: STM32F405.GPIOB.AFRL.address) { $0 == 0x7000_0000 })
        let mode = try XCTUnwrap(bus.position(of: STM32F405.GPIOB.MODER.address) { $0 >> 14 & 0b11 == 0b10 })
        XCTAssertLessThan(function, mode)
    }

    func testThePortsClockComesFirst() throws {
        func first<Identity: PinIdentity>(_ identity: Identity.Type) throws -> RecordingBus.Store? {
            let bus = RecordingBus(SimulatedSTM32F405().chip)
            try CurrentBus.with(bus) { try take(identity).asOutput().release() }
            return bus.stores.first
        }
        let clocks = STM32F405.RCC.AHB1ENR.address
        XCTAssertEqual(try first(PA0.self), .init(address: clocks, value: 1 << 0))
        XCTAssertEqual(try first(PB0.self), .init(address: clocks, value: 1 << 1))
        XCTAssertEqual(try first(PE15.self), .init(address: clocks, value: 1 << 4))
        XCTAssertEqual(try first(PH1.self), .init(address: clocks, value: 1 << 7))
    }
}
