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
        try CurrentBus.with(board.chip) { try body(USARTDevice(STM32F405.USART1, clock: 84_000_000, baudRate: 115_200)) }
    }

    private func error(_ device: USARTDevice) -> SerialError? {
        do throws(SerialError) { _ = try device.takeReceived() } catch { return error }
        return nil
    }

    /// 84 MHz / 115,200 is 729.17 cycles a bit.
    func testTheDividerIsTheNearest() {
        withDevice { _ in }
        XCTAssertEqual(board.usart1.cyclesInBit, 729)
        CurrentBus.with(board.chip) { _ = USARTDevice(STM32F405.USART1, clock: 16_000_000, baudRate: 115_200) }
        XCTAssertEqual(board.usart1.cyclesInBit, 139)
        CurrentBus.with(board.chip) { _ = USARTDevice(STM32F405.USART1, clock: 42_000_000, baudRate: 9600) }
        XCTAssertEqual(board.usart1.cyclesInBit, 4375)
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
