import Martlet
import SimulatedChip
import XCTest
import __MODULE__

/// A bus with one sensor: it answers each transfer at once, from its interrupt.
private final class SensorOnABus: I2CDevice, @unchecked Sendable {
    static let line = InterruptLine(rawValue: 9)
    // SAFETY of `@unchecked`: a simulated chip has one thread.
    /// What its temperature register holds; nil where no sensor answers.
    var register: UInt16?

    let bitRate = 100.kilohertz
    let isReady = true

    func begin(_ transfer: borrowing I2CTransfer) { NVIC.pend(Self.line) }

    func advance(_ transfer: inout I2CTransfer) throws(I2CError) -> Bool {
        guard let register, transfer.address == 0x48 else { throw .addressNotAcknowledged }
        while transfer.bytesToWrite > 0 { _ = transfer.takeByteToWrite() }
        transfer.keep(UInt8(register >> 8))
        transfer.keep(UInt8(register & 0xFF))
        return true
    }

    func restart() {}
}

final class ReportTests: XCTestCase {
    private func lines(_ register: UInt16?) -> [String] {
        // SAFETY: a simulated chip has one thread, and the test reads after its run.
        nonisolated(unsafe) var lines: [String] = []
        let device = SensorOnABus()
        device.register = register
        let chip = SimulatedChip(coreClock: 168.megahertz, peripherals: [])
        _ = chip.run(for: .milliseconds(1200)) {
            SystemClock.start(coreClock: chip.coreClock)
            let bus = I2CBus(device)
            Level2.bind(SensorOnABus.line) { bus.handleInterrupt() }
            startTask("thermometer") { @MainActor in
                await watch(TMP105(bus)) { report in
                    lines.append(report.text.span.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
                }
            }
        }
        return lines
    }

    func testTwiceASecond() { XCTAssertEqual(lines(0x1780), ["23.50 C\r\n", "23.50 C\r\n", "23.50 C\r\n"]) }
    func testBelowZero() { XCTAssertEqual(lines(0xFF40).first, "-0.75 C\r\n") }
    func testWithoutASensor() { XCTAssertEqual(lines(nil).first, "no sensor answers\r\n") }
}
