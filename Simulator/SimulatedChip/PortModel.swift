// A port of 16 pins of the STM32F4 (RM0090 section 8).
import MMIO

/// A port: BSRR sets and resets bits of ODR. IDR reads an output back, and an input's level from outside or its pull.
public final class PortModel: PeripheralModel {
    public let addresses: Range<UInt32>
    private var registers: [UInt32: UInt32] = [:]
    /// What is driven onto pins from outside; the others float to their pull, or to low.
    private var driven: [Int: Bool] = [:]
    /// Called with a pin and its new level whenever an output changes.
    public var onChange: (Int, Bool) -> Void = { _, _ in }
    /// Called with a pin and its new level whenever an input is driven to another.
    var onInput: (Int, Bool) -> Void = { _, _ in }

    private enum Offset {
        static let mode: UInt32 = 0x00
        static let type: UInt32 = 0x04
        static let pull: UInt32 = 0x0C
        static let input: UInt32 = 0x10
        static let output: UInt32 = 0x14
        static let setReset: UInt32 = 0x18
    }

    /// A port at its address, all of its pins inputs.
    public init(baseAddress: UInt32) { addresses = baseAddress..<baseAddress + 0x400 }

    /// The level a pin drives.
    public func output(_ pin: Int) -> Bool { (registers[Offset.output] ?? 0) >> UInt32(pin) & 1 != 0 }

    /// Drives a pin from outside, or lets it go.
    public func drive(_ pin: Int, _ isHigh: Bool?) {
        let before = level(of: pin)
        driven[pin] = isHigh
        let now = level(of: pin)
        if now != before { onInput(pin, now) }
    }

    /// What a pin reads: an output itself, but one of open drain only while it is low; an input what drives it or its pull.
    private func level(of pin: Int) -> Bool {
        if field(Offset.mode, pin) == 1 {
            let isOpenDrain = (registers[Offset.type] ?? 0) >> UInt32(pin) & 1 != 0
            return output(pin) && (!isOpenDrain || driven[pin] ?? true)
        }
        return driven[pin] ?? (field(Offset.pull, pin) == 1)
    }

    private func field(_ offset: UInt32, _ pin: Int) -> UInt32 { (registers[offset] ?? 0) >> UInt32(pin * 2) & 0b11 }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        guard offset == Offset.input else { return registers[offset] ?? 0 }
        return (0..<16).reduce(0) { $0 | (level(of: $1) ? 1 << UInt32($1) : 0) }
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
