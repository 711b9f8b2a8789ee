// A general-purpose timer of the STM32F4, as far as pulse-width modulation uses it (RM0090 section 18).
import MMIO

/// A timer with four channels, whose outputs are known by their period and how long they are high.
public final class PulseWidthModel: PeripheralModel {
    public let addresses: Range<UInt32>
    private var registers: [UInt32: UInt32] = [:]
    /// The divider and the period that count: an update takes them over from their registers.
    private var divider: UInt32 = 1
    private var period: UInt32 = 1

    public init(baseAddress: UInt32) { addresses = baseAddress..<baseAddress + 0x400 }

    private func register(_ offset: UInt32) -> UInt32 { registers[offset] ?? 0 }

    /// Cycles of the timer's clock in a period; nil while it does not count.
    public var cyclesInPeriod: UInt64? { register(0x00) & 1 != 0 ? UInt64(divider) * UInt64(period) : nil }

    /// Cycles between the triggers that it gives other peripherals; nil if updates are none (CR2.MMS, 18.4.2).
    var cyclesBetweenTriggers: UInt64? { register(0x04) >> 4 & 0b111 == 0b010 ? cyclesInPeriod : nil }

    /// Cycles of each period that a channel, from 1, is high; nil if it drives nothing.
    public func cyclesHigh(_ channel: Int) -> UInt64? {
        let index = UInt32(channel - 1)
        guard cyclesInPeriod != nil, register(0x20) >> (index * 4) & 1 != 0 else { return nil }
        let mode = register(0x18 + index / 2 * 4) >> (index % 2 * 8) & 0xFF
        // PWM mode 1, with its compare register preloaded.
        guard mode == 0b0110_1000 else { return nil }
        return UInt64(divider) * UInt64(min(register(0x34 + index * 4), period))
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 { register(offset) }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        // EGR.UG: an update.
        if offset == 0x14, value & 1 != 0 {
            divider = register(0x28) + 1
            period = register(0x2C) + 1
        } else if offset != 0x14 {
            registers[offset] = value
        }
    }
}
