// The AHB GPIO of Arm's Cortex-M System Design Kit (ARM DDI 0479, section 3.3).
import MMIO

/// A port of sixteen pins. Inputs are low until somebody drives them.
public final class CMSDKPortModel: PeripheralModel {
    public let addresses: Range<UInt32>
    private let line: Int
    private var inputs: UInt32 = 0
    /// What is driven, which pins are outputs, and which have their alternate function.
    public private(set) var outputs: UInt32 = 0
    /// A 1 for each pin that is an output.
    public private(set) var directions: UInt32 = 0
    /// A 1 for each pin that has its alternate function.
    public private(set) var alternates: UInt32 = 0
    private var enabled: UInt32 = 0
    private var isEdge: UInt32 = 0
    private var isRising: UInt32 = 0
    private var pending: UInt32 = 0
    /// Called with a pin and its level when an output changes.
    public var onChange: (Int, Bool) -> Void = { _, _ in }

    /// A port at its address, whose pins interrupt on `line`.
    public init(baseAddress: UInt32, line: Int) {
        addresses = baseAddress..<baseAddress + 0x1000
        self.line = line
    }

    /// Drives a pin from outside.
    public func drive(_ pin: Int, _ isHigh: Bool) {
        let mask = (1 as UInt32) << UInt32(pin)
        let wasHigh = inputs & mask != 0
        inputs = isHigh ? inputs | mask : inputs & ~mask
        guard wasHigh != isHigh, enabled & isEdge & mask != 0, (isRising & mask != 0) == isHigh else { return }
        pending |= mask
    }

    public var assertedLines: [Int] { pending != 0 ? [line] : [] }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x00: inputs & ~directions | outputs & directions
        case 0x04: outputs
        case 0x10, 0x14: directions
        case 0x18, 0x1C: alternates
        case 0x20, 0x24: enabled
        case 0x28, 0x2C: isEdge
        case 0x30, 0x34: isRising
        case 0x38: pending
        default: 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        let former = outputs & directions
        switch offset {
        case 0x00, 0x04: outputs = value & 0xFFFF
        case 0x10: directions |= value
        case 0x14: directions &= ~value
        case 0x18: alternates |= value
        case 0x1C: alternates &= ~value
        case 0x20: enabled |= value
        case 0x24: enabled &= ~value
        case 0x28: isEdge |= value
        case 0x2C: isEdge &= ~value
        case 0x30: isRising |= value
        case 0x34: isRising &= ~value
        case 0x38: pending &= ~value
        // The address says which bits change: eight of its own, of the lower and of the higher byte.
        case 0x400..<0x800: write(value, mask: (offset - 0x400) >> 2)
        case 0x800..<0xC00: write(value, mask: ((offset - 0x800) >> 2) << 8)
        default: break
        }
        let changed = former ^ (outputs & directions)
        for pin in 0..<16 where changed >> UInt32(pin) & 1 != 0 { onChange(pin, outputs >> UInt32(pin) & 1 != 0) }
    }

    private func write(_ value: UInt32, mask: UInt32) { outputs = outputs & ~mask | value & mask }
}
