// A serial port whose two lines are bound to two levels: the mistake that no type shows.
import CortexM
import Interfaces
import Serial
import Tasks

/// A device in whose transmitting an interrupt comes, as one of a more urgent level does.
struct InterruptedDevice: SerialDevice {
    func takeReceived() throws(SerialError) -> UInt8? { nil }
    var canTransmit: Bool { true }
    func transmit(_ byte: UInt8) {
        NVIC.pend(spareLine)
        takePendingInterrupts()
    }
    func setReceiveInterrupt(_ enabled: Bool) {}
    func setTransmitInterrupt(_ enabled: Bool) {}
    func acknowledgeTransmitInterrupt() {}
}

let transmitLine = InterruptLine(rawValue: 23)

final class ReentrantUse: Sendable {
    private let port = BufferedSerialPort<InterruptedDevice, 16>(InterruptedDevice(), transmitLine: transmitLine)

    func handle() { port.handleInterrupt() }

    /// Has the less urgent handler transmit a byte.
    @MainActor func run() async {
        let bytes: InlineArray<1, UInt8> = [1]
        try? await port.send(bytes.span)
    }
}
