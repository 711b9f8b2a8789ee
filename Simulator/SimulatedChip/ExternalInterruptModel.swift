// Edges of pins as interrupts on the STM32F4: EXTI (RM0090 section 12) and the part of SYSCFG that connects ports to its
// lines (section 9).
import MMIO

/// EXTI. Pins are wired to it by `SystemConfigurationModel`.
public final class ExternalInterruptModel: PeripheralModel {
    public let addresses: Range<UInt32> = 0x4001_3C00..<0x4001_4000
    private var interruptMask: UInt32 = 0
    private var eventMask: UInt32 = 0
    private var rising: UInt32 = 0
    private var falling: UInt32 = 0
    private var pending: UInt32 = 0

    /// Every line masked, as after reset.
    public init() {}

    /// The level at a line has changed.
    func edge(at line: Int, isRising: Bool) {
        if (isRising ? rising : falling) >> UInt32(line) & 1 != 0 { pending |= 1 << UInt32(line) }
    }

    public var assertedLines: [Int] {
        let asserted = pending & interruptMask
        return (0..<5).filter { asserted >> UInt32($0) & 1 != 0 }.map { 6 + $0 }
            + (asserted & 0x03E0 != 0 ? [23] : []) + (asserted & 0xFC00 != 0 ? [40] : [])
            // The real-time clock's alarm and wake-up timer.
            + (asserted >> 17 & 1 != 0 ? [41] : []) + (asserted >> 22 & 1 != 0 ? [3] : [])
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x00: interruptMask
        case 0x04: eventMask
        case 0x08: rising
        case 0x0C: falling
        case 0x14: pending
        default: 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x00: interruptMask = value
        case 0x04: eventMask = value
        case 0x08: rising = value
        case 0x0C: falling = value
        // SWIER: a 1 is an edge, if the line interrupts (12.3.5).
        case 0x10: pending |= value & interruptMask
        // PR: a 1 clears (12.3.6).
        case 0x14: pending &= ~value
        default: break
        }
    }
}

/// SYSCFG: which port's pin each line of EXTI sees. Without its clock it keeps nothing.
public final class SystemConfigurationModel: PeripheralModel {
    public let addresses: Range<UInt32> = 0x4001_3800..<0x4001_3C00
    /// SYSCFGEN of APB2ENR.
    static let clock = ResetAndClockModel.Enable(offset: 0x44, bit: 14)
    private var registers: [UInt32: UInt32] = [:]
    private let lines: ExternalInterruptModel
    private let isClocked: () -> Bool

    init(lines: ExternalInterruptModel, isClocked: @escaping () -> Bool) {
        self.lines = lines
        self.isClocked = isClocked
    }

    /// The level of a port's pin has changed.
    func levelChanged(port: Int, pin: Int, isHigh: Bool) {
        let register = registers[0x08 + UInt32(pin / 4) * 4] ?? 0
        if register >> UInt32(pin % 4 * 4) & 0xF == UInt32(port) { lines.edge(at: pin, isRising: isHigh) }
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 { registers[offset] ?? 0 }
    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        if isClocked() { registers[offset] = value }
    }
}
