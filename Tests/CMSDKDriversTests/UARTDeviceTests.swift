// The CMSDK UART: its rate, its bytes, its overrun, its interrupts.
import CMSDKDrivers
import CMSDKPAC
import CortexM
import Interfaces
import MMIO
import SimulatedChip
import XCTest

final class UARTDeviceTests: XCTestCase {
    private let board = SimulatedMPS2()

    private func withDevice(_ body: (UARTDevice) throws -> Void) rethrows {
        try CurrentBus.with(board.chip) {
            try body(UARTDevice(CMSDK.UART0, clock: 25.megahertz, baudRate: 115_200))
        }
    }

    private func error(_ device: UARTDevice) -> SerialError? {
        do throws(SerialError) { _ = try device.takeReceived() } catch { return error }
        return nil
    }

    /// 25 MHz / 115,200 is 217.01 cycles a bit.
    func testTheDividerIsTheNearest() {
        withDevice { _ in }
        XCTAssertEqual(board.uart0.cyclesInBit, 217)
        CurrentBus.with(board.chip) { _ = UARTDevice(CMSDK.UART0, clock: 25.megahertz, baudRate: 9600) }
        XCTAssertEqual(board.uart0.cyclesInBit, 2604)
        for (rate, cycles) in [(24, 1_041_667), (1_250_000, 20)] as [(BaudRate, UInt32)] {
            CurrentBus.with(board.chip) { _ = UARTDevice(CMSDK.UART0, clock: 25.megahertz, baudRate: rate) }
            XCTAssertEqual(board.uart0.cyclesInBit, cycles)
        }
    }

    private func refusal(_ rate: UInt32, clock: Frequency) -> BaudRateError? {
        do throws(BaudRateError) { _ = try BaudRate(rate, clock: clock) } catch { return error }
        return nil
    }

    /// The divider is at least 16 and has 20 bits (ARM DDI 0479, table 4-7).
    func testRatesThatTheClockCannotBeDividedTo() throws {
        XCTAssertEqual(refusal(0, clock: 25.megahertz), .tooSlow(slowest: 24))
        XCTAssertEqual(refusal(23, clock: 25.megahertz), .tooSlow(slowest: 24))
        XCTAssertEqual(refusal(115_200, clock: 1.megahertz), .tooFast(fastest: 62_500))
        XCTAssertEqual(refusal(1_520_000, clock: 25.megahertz), .inaccurate(nearest: 1_562_500))
        XCTAssertNil(refusal(1_562_500, clock: 25.megahertz))
        XCTAssertEqual(try (115_200 as BaudRate).errorPerMille(clock: 25.megahertz), 0)
        XCTAssertEqual(try (1_210_000 as BaudRate).errorPerMille(clock: 25.megahertz), -16)
    }

    func testAUARTHasOneOwnerUntilItIsReleased() {
        Claims.releaseAll()
        CurrentBus.with(board.chip) {
            guard let uart = UART0.take() else { return XCTFail("the UART is in use") }
            let device = UARTDevice(uart, clock: 25.megahertz, baudRate: 9600)
            if UART0.take() != nil { XCTFail("it has two owners") }
            device.release()
            XCTAssertEqual(CMSDK.UART0.CTRL.read().bits, 0)
            if UART0.take() == nil { XCTFail("it was not given back") }
        }
    }

    func testBothDirectionsAreOnAndNoInterruptIs() {
        withDevice { _ in XCTAssertEqual(CMSDK.UART0.CTRL.read().bits, 0b11) }
    }

    func testNothingReceivedIsNil() throws { try withDevice { XCTAssertNil(try $0.takeReceived()) } }

    func testBytesAreTakenInOrder() throws {
        try withDevice { device in
            board.uart0.send([0x00, 0x80, 0xFF])
            XCTAssertEqual(try device.takeReceived(), 0x00)
            XCTAssertEqual(try device.takeReceived(), 0x80)
            XCTAssertEqual(try device.takeReceived(), 0xFF)
            XCTAssertNil(try device.takeReceived())
        }
    }

    func testAnOverrunLosesOneByteAndIsThrownOnce() throws {
        try withDevice { device in
            board.uart0.sendWithoutWaiting(1)
            board.uart0.sendWithoutWaiting(2)
            XCTAssertEqual(error(device), .overrun(last: nil))
            XCTAssertEqual(try device.takeReceived(), 2)
            XCTAssertNil(try device.takeReceived())
            XCTAssertFalse(CMSDK.UART0.STATE.read().RXOV)
        }
    }

    func testIsNotReadyWhileAByteWaits() {
        var sent: [UInt8] = []
        board.uart0.onTransmit = { sent.append($0) }
        board.uart0.holdsTransmitter = true
        withDevice { device in
            XCTAssertTrue(device.canTransmit)
            device.transmit(0xA5)
            XCTAssertFalse(device.canTransmit)
            board.uart0.finishByte()
            XCTAssertTrue(device.canTransmit)
            XCTAssertFalse(CMSDK.UART0.STATE.read().TXOV)
        }
        XCTAssertEqual(sent, [0xA5])
    }

    func testTakingAByteAcknowledgesItsInterrupt() throws {
        try withDevice { device in
            device.setReceiveInterrupt(true)
            XCTAssertEqual(board.uart0.assertedLines, [])
            board.uart0.send([1])
            XCTAssertEqual(board.uart0.assertedLines, [0])
            _ = try device.takeReceived()
            XCTAssertEqual(board.uart0.assertedLines, [])
        }
    }

    func testAByteThatComesWhileOneIsTakenInterruptsAnew() throws {
        try withDevice { device in
            device.setReceiveInterrupt(true)
            board.uart0.send([1, 2])
            _ = try device.takeReceived()
            XCTAssertEqual(board.uart0.assertedLines, [0])
        }
    }

    func testTheTransmitInterruptStaysUntilItIsAcknowledged() {
        board.uart0.holdsTransmitter = true
        withDevice { device in
            device.setTransmitInterrupt(true)
            device.transmit(1)
            XCTAssertEqual(board.uart0.assertedLines, [])
            board.uart0.finishByte()
            XCTAssertEqual(board.uart0.assertedLines, [1])
            device.acknowledgeTransmitInterrupt()
            XCTAssertEqual(board.uart0.assertedLines, [])
            device.setTransmitInterrupt(false)
            device.transmit(2)
            board.uart0.finishByte()
            XCTAssertEqual(board.uart0.assertedLines, [])
        }
    }

    func testAcknowledgingOneInterruptLeavesTheOther() {
        withDevice { device in
            device.setReceiveInterrupt(true)
            device.setTransmitInterrupt(true)
            board.uart0.send([1])
            device.transmit(1)
            XCTAssertEqual(board.uart0.assertedLines, [0, 1])
            device.acknowledgeTransmitInterrupt()
            XCTAssertEqual(board.uart0.assertedLines, [0])
        }
    }
}

final class BoardLEDTests: XCTestCase {
    func testSetsItsLEDAndLeavesTheOther() {
        let board = SimulatedMPS2()
        CurrentBus.with(board.chip) {
            CMSDK.FPGAIO.LED.write { $0.bits = 0b10 }
            BoardLED().set(true)
            XCTAssertEqual(board.boardIO.leds, 0b11)
            BoardLED().set(false)
            XCTAssertEqual(board.boardIO.leds, 0b10)
        }
    }
}
