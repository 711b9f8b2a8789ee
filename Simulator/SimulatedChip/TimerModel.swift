// A general-purpose timer of the STM32F4 that counts up: periods, pulse-width modulation and input capture (RM0090
// section 18).
import MMIO

/// A timer with four channels, whose outputs are known by their period and how long they are high, and whose inputs a test
/// drives.
public final class TimerModel: TimedModel {
    public let addresses: Range<UInt32>
    private let line: Int
    /// The highest count there can be.
    private let limit: UInt64
    private var registers: [UInt32: UInt32] = [:]
    private var status: UInt32 = 0
    /// The divider and the period that count: an update takes them over from their registers.
    private var divider: UInt64 = 1
    private var period: UInt64 = 1
    /// Half cycles of the timer's clock into the period: the core's cycles, since the timers have half its clock.
    private var elapsed: UInt64 = 0
    private var levels = [Bool](repeating: false, count: 4)

    private enum Offset {
        static let control: UInt32 = 0x00
        static let interrupts: UInt32 = 0x0C
        static let status: UInt32 = 0x10
        static let events: UInt32 = 0x14
        static let modes: UInt32 = 0x18
        static let enable: UInt32 = 0x20
        static let count: UInt32 = 0x24
        static let prescaler: UInt32 = 0x28
        static let reload: UInt32 = 0x2C
        static let compare: UInt32 = 0x34
    }

    /// A timer at its address, interrupting on `line`, whose counter has 16 or 32 bits.
    public init(baseAddress: UInt32, line: Int, counterBits: UInt64) {
        addresses = baseAddress..<baseAddress + 0x400
        self.line = line
        limit = (1 << counterBits) - 1
        registers[Offset.reload] = UInt32(limit)
    }

    private func register(_ offset: UInt32) -> UInt32 { registers[offset] ?? 0 }

    private var isCounting: Bool { register(Offset.control) & 1 != 0 }

    /// Cycles of the timer's clock in a period; nil while it does not count.
    public var cyclesInPeriod: UInt64? { isCounting ? divider * period : nil }

    /// Cycles of the timer's clock between the triggers that it gives other peripherals; nil if updates are none (CR2.MMS).
    var cyclesBetweenTriggers: UInt64? { register(0x04) >> 4 & 0b111 == 0b010 ? cyclesInPeriod : nil }

    /// Cycles of each period that a channel, from 1, is high; nil if it drives nothing.
    public func cyclesHigh(_ channel: Int) -> UInt64? {
        let index = UInt32(channel - 1)
        // PWM mode 1, with its compare register preloaded.
        guard isCounting, isEnabled(channel - 1), mode(index) == 0b0110_1000 else { return nil }
        return divider * min(UInt64(register(Offset.compare + index * 4)), period)
    }

    private func mode(_ index: UInt32) -> UInt32 { register(Offset.modes + index / 2 * 4) >> (index % 2 * 8) & 0xFF }
    private func isEnabled(_ index: Int) -> Bool { register(Offset.enable) >> UInt32(index * 4) & 1 != 0 }

    private var count: UInt32 { UInt32(elapsed / 2 / divider) }

    // MARK: - Time

    public var cyclesUntilEvent: UInt64? {
        // Only an update that interrupts is something that happens.
        guard isCounting, register(Offset.interrupts) & 1 != 0 else { return nil }
        return 2 * divider * period - elapsed
    }

    public func advance(by cycles: UInt64) {
        guard isCounting else { return }
        elapsed += cycles
        let length = 2 * divider * period
        guard elapsed >= length else { return }
        elapsed %= length
        update()
    }

    private func update() {
        divider = UInt64(register(Offset.prescaler)) + 1
        period = UInt64(register(Offset.reload)) + 1
        status |= 1
    }

    /// Sets the level at the pin of a channel, from 1. An edge that the channel captures is captured now.
    public func drive(_ channel: Int, _ isHigh: Bool) {
        let index = channel - 1
        guard levels[index] != isHigh else { return }
        levels[index] = isHigh
        guard isCounting, isEnabled(index), mode(UInt32(index)) & 0b11 == 0b01 else { return }
        let polarity = register(Offset.enable) >> UInt32(index * 4) & 0b1010
        guard polarity == 0b1010 || polarity == (isHigh ? 0 : 0b0010) else { return }
        registers[Offset.compare + UInt32(index) * 4] = count
        // One that was not read yet is lost (CCxOF).
        let flag = 2 << UInt32(index) as UInt32
        if status & flag != 0 { status |= flag << 8 }
        status |= flag
    }

    // MARK: - Registers

    public var assertedLines: [Int] { status & register(Offset.interrupts) & 0x1F != 0 ? [line] : [] }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case Offset.status: return status
        case Offset.count: return count
        case Offset.compare..<Offset.compare + 16:
            let index = (offset - Offset.compare) / 4
            // Reading a capture clears its flag (18.4.5).
            if mode(index) & 0b11 == 0b01 { status &= ~(2 << index) }
            return register(offset)
        default: return register(offset)
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        // Flags are cleared by 0.
        case Offset.status: status &= value
        // UG: an update, which begins the period anew.
        case Offset.events where value & 1 != 0:
            update()
            elapsed = 0
        case Offset.events: break
        // The upper bits of what is written to a counter of 16 are not there.
        case Offset.count, Offset.reload, Offset.compare..<Offset.compare + 16:
            registers[offset] = value & UInt32(limit)
        default: registers[offset] = value
        }
    }
}
