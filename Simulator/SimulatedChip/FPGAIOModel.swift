// The MPS2 board's FPGA I/O block (Arm AN386, section 4.1): LEDs, buttons and select lines.
import MMIO

/// Two LEDs, two buttons and the lines of MISC; counters that stand still.
public final class FPGAIOModel: PeripheralModel {
    public let addresses: Range<UInt32> = 0x4002_8000..<0x4002_9000
    /// Bit 0 is LED 0, bit 1 is LED 1.
    public private(set) var leds: UInt32 = 0
    /// Called with an LED's number and whether it is lit when it changes.
    public var onLED: (Int, Bool) -> Void = { _, _ in }
    /// Bit 0 is button 0, high while somebody presses it.
    public var buttons: UInt32 = 0
    /// The register MISC: the select lines.
    public private(set) var lines: UInt32 = 0
    /// Called with the lines of MISC when they change.
    public var onLines: (UInt32) -> Void = { _ in }

    /// LEDs off, nobody at the buttons.
    public init() {}

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x00: leds
        case 0x08: buttons
        case 0x4C: lines
        default: 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x00:
            let changed = leds ^ value
            leds = value & 0b11
            for led in 0..<2 where changed >> UInt32(led) & 1 != 0 { onLED(led, leds >> UInt32(led) & 1 != 0) }
        case 0x4C:
            lines = value & 0x3FF
            onLines(lines)
        default: break
        }
    }
}
