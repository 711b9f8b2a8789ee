// The MPS2 board's FPGA I/O block (Arm AN386, section 4.1), as far as its LEDs go.
import MMIO

/// Two LEDs; buttons that nobody presses, and counters that stand still.
public final class FPGAIOModel: PeripheralModel {
    public let addresses: Range<UInt32> = 0x4002_8000..<0x4002_9000
    /// Bit 0 is LED 0, bit 1 is LED 1.
    public private(set) var leds: UInt32 = 0

    public init() {}

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 { offset == 0 ? leds : 0 }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        if offset == 0 { leds = value & 0b11 }
    }
}
