// A port of 16 pins of the STM32F4 (RM0090 section 8).
import MMIO

/// A port: BSRR sets and resets bits of ODR, and IDR reads them back.
public final class PortModel: PeripheralModel {
    public let addresses: Range<UInt32>
    private var registers: [UInt32: UInt32] = [:]
    /// Called with a pin and its new level whenever an output changes.
    public var onChange: (Int, Bool) -> Void = { _, _ in }

    private enum Offset {
        static let input: UInt32 = 0x10
        static let output: UInt32 = 0x14
        static let setReset: UInt32 = 0x18
    }

    public init(baseAddress: UInt32) { addresses = baseAddress..<baseAddress + 0x400 }

    /// The level a pin drives.
    public func output(_ pin: Int) -> Bool { (registers[Offset.output] ?? 0) >> UInt32(pin) & 1 != 0 }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        registers[offset == Offset.input ? Offset.output : offset] ?? 0
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case Offset.setReset:
            // Setting wins where both bits are written (RM0090 8.4.7).
            drive(((registers[Offset.output] ?? 0) & ~(value >> 16)) | value & 0xFFFF)
        case Offset.output: drive(value & 0xFFFF)
        default: registers[offset] = value
        }
    }

    private func drive(_ levels: UInt32) {
        let changed = levels ^ (registers[Offset.output] ?? 0)
        registers[Offset.output] = levels
        for pin in 0..<16 where changed >> UInt32(pin) & 1 != 0 { onChange(pin, levels >> UInt32(pin) & 1 != 0) }
    }
}
