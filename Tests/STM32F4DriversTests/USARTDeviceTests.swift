// The USART: its rate, its bytes, its errors, its interrupts.
import Interfaces
import MMIO
import STM32F405PAC
import STM32F4Drivers
import SimulatedChip
import XCTest

final class USARTDeviceTests: XCTestCase {
    private let board = SimulatedSTM32F405()

    private func withDevice(_ body: (USARTDevice) throws -> Void) rethrows {
        try CurrentBus.with(board.chip) { try body(USARTDevice(STM32F405.USART1, clock: 84.megahertz, baudRate: 115_200)) }
    }

    private func error(_ device: USARTDevice) -> SerialError? {
        do throws(SerialError) { _ = try device.takeReceived() } catch { return error }
        return nil
    }

    /// 84 MHz / 115,200 is 729.17 cycles a bit.
    func testTheDividerIsTheNearest() {
        withDevice { _ in }
        XCTAssertEqual(board.usart1.cyclesInBit, 729)
        CurrentBus.with(board.chip) { _ = USARTDevice(STM32F405.USART1, clock: 16.megahertz, baudRate: 115_200) }
        XCTAssertEqual(board.usart1.cyclesInBit, 139)
        CurrentBus.with(board.chip) { _ = USARTDevice(STM32F405.USART1, clock: 42.megahertz, baudRate: 9600) }
        XCTAssertEqual(board.usart1.cyclesInBit, 4375)
    }

    private func refusal(_ rate: UInt32, core: Frequency = 168.megahertz) -> BaudRateError? {
        do throws(BaudRateError) {
            _ = try BaudRate(
                rate, of: STM32F4Drivers.USART1.self, clocks: ClockOutcome(source: .crystal, coreClock: core))
        } catch { return error }
        return nil
    }

    /// 16 samples a bit, and 16 bits for the divider.
    func testRatesThatTheClockCannotBeDividedTo() {
        XCTAssertEqual(refusal(0), .tooSlow(slowest: 1282))
        XCTAssertEqual(refusal(1200), .tooSlow(slowest: 1282))
        XCTAssertNil(refusal(1282))
        XCTAssertNil(refusal(5_250_000))
        XCTAssertEqual(refusal(6_000_000), .tooFast(fastest: 5_250_000))
        XCTAssertEqual(refusal(.max), .tooFast(fastest: 5_250_000))
        // 16.4 clocks in a bit: 16 are 25 per mille too few and 16.5 would be 17.
        XCTAssertEqual(refusal(5_100_000), .inaccurate(nearest: 5_250_000))
        // The same rate at another clock.
        XCTAssertNil(refusal(1200, core: 16.megahertz))
        XCTAssertEqual(refusal(3_000_000, core: 16.megahertz), .tooFast(fastest: 1_000_000))
    }

    /// Every literal that compiles is possible, and near, at every core clock and on both buses.
    func testLiteralsAreForEveryClock() throws {
        for core in stride(from: 13 as UInt32, through: 168, by: 1) {
            let clocks = ClockOutcome(source: .crystal, coreClock: .megahertz(core))
            for rate in [1282, 2400, 9600, 57_600, 115_200, 460_800, 650_000] as [BaudRate] {
                XCTAssertLessThanOrEqual(
                    try rate.errorPerMille(of: STM32F4Drivers.USART1.self, clocks: clocks).magnitude, 25)
                XCTAssertLessThanOrEqual(
                    try rate.errorPerMille(of: STM32F4Drivers.USART2.self, clocks: clocks).magnitude, 25)
            }
        }
    }

    func testTheErrorIsInPerMille() throws {
        let fast = ClockOutcome(source: .crystal, coreClock: 168.megahertz)
        let slow = ClockOutcome(source: .crystal, coreClock: 16.megahertz)
        XCTAssertEqual(try (115_200 as BaudRate).errorPerMille(of: STM32F4Drivers.USART1.self, clocks: fast), 0)
        XCTAssertEqual(try (115_200 as BaudRate).errorPerMille(of: STM32F4Drivers.USART1.self, clocks: slow), -1)
        // 34.7 clocks in a bit are made 35.
        XCTAssertEqual(try (460_800 as BaudRate).errorPerMille(of: STM32F4Drivers.USART1.self, clocks: slow), -8)
        XCTAssertEqual(try (640_000 as BaudRate).errorPerMille(of: STM32F4Drivers.USART1.self, clocks: fast), 2)
    }

    func testBothDirectionsAreOnAndNoInterruptIs() {
        withDevice { _ in
            let control = STM32F405.USART1.CR1.read()
            XCTAssertTrue(control.UE && control.TE && control.RE)
            XCTAssertFalse(control.RXNEIE || control.TXEIE || control.PCE)
        }
    }

    func testNothingReceivedIsNil() throws { try withDevice { XCTAssertNil(try $0.takeReceived()) } }

    func testBytesAreTakenInOrder() throws {
        try withDevice { device in
            board.usart1.send([0x00, 0x80, 0xFF])
            XCTAssertEqual(try device.takeReceived(), 0x00)
            XCTAssertEqual(try device.takeReceived(), 0x80)
            XCTAssertEqual(try device.takeReceived(), 0xFF)
            XCTAssertNil(try device.takeReceived())
        }
    }

    func testAnOverrunIsThrownOnceWithTheByteThatWasThere() throws {
        try withDevice { device in
            board.usart1.sendWithoutWaiting(1)
            board.usart1.sendWithoutWaiting(2)
            XCTAssertEqual(error(device), .overrun(last: 1))
            XCTAssertNil(try device.takeReceived())
        }
    }

    func testEachDamageIsThrownAndTheByteDropped() throws {
        let errors: [(USARTModel.LineError, SerialError)] = [
            (.parity, .parity), (.framing, .framing), (.noise, .noise),
        ]
        for (damage, expected) in errors {
            try withDevice { device in
                board.usart1.send(7, with: damage)
                XCTAssertEqual(error(device), expected)
                board.usart1.send([8])
                XCTAssertEqual(try device.takeReceived(), 8)
            }
        }
    }

    func testTransmitsWhenReady() {
        var sent: [UInt8] = []
        board.usart1.onTransmit = { sent.append($0) }
        withDevice { device in
            XCTAssertTrue(device.canTransmit)
            device.transmit(0xA5)
            board.usart1.isTransmitterReady = false
            XCTAssertFalse(device.canTransmit)
        }
        XCTAssertEqual(sent, [0xA5])
    }

    func testEachInterruptIsTurnedOnAndOffAlone() {
        withDevice { device in
            device.setReceiveInterrupt(true)
            XCTAssertEqual(board.usart1.assertedLines, [])
            board.usart1.send([1])
            XCTAssertEqual(board.usart1.assertedLines, [37])
            device.setReceiveInterrupt(false)
            XCTAssertEqual(board.usart1.assertedLines, [])
            device.setTransmitInterrupt(true)
            XCTAssertEqual(board.usart1.assertedLines, [37])
            device.setTransmitInterrupt(false)
            XCTAssertEqual(board.usart1.assertedLines, [])
        }
    }
}
