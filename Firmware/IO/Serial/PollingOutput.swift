// Text without interrupts, tasks and queues.
import Interfaces
import Text

/// Text to a serial device by polling, whatever else is going on: for the report of a fault, where all else may be what is
/// broken, and for an image whose port is for nothing else. A device that takes nothing is given up byte by byte.
public struct PollingOutput<Device: SerialDevice>: TextOutput {
    private let device: Device

    /// Text to this device, which is turned on.
    public init(_ device: Device) { self.device = device }

    /// Sends a byte, and a carriage return before a line feed. Looks at the device up to 100,000 times for each.
    public mutating func write(byte: UInt8) {
        if byte == 0x0A { send(0x0D) }
        send(byte)
    }

    private func send(_ byte: UInt8) {
        for _ in 0..<100_000 where device.canTransmit { break }
        device.transmit(byte)
    }
}
