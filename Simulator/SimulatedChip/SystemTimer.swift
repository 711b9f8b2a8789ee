// SysTick (ARMv7-M Architecture Reference Manual, B3.3).
import MMIO

/// SysTick. Virtual time stands still while code runs, so its counter does not move between two accesses.
public final class SystemTimer: TimedModel {
    public let addresses: Range<UInt32> = 0xE000_E010..<0xE000_E020
    private var control: UInt32 = 0
    private var reload: UInt32 = 0
    /// Cycles until the counter is 0. When it has been cleared by a store, until it will have been loaded and counted
    /// down, which is one more than the reload value.
    private var current: UInt32 = 0
    var isPending = false

    /// Cycles until the counter has reached 0 and is loaded anew; nil while it is off.
    public var cyclesUntilEvent: UInt64? { control & 1 != 0 && reload > 0 ? UInt64(current) + 1 : nil }

    public func advance(by cycles: UInt64) {
        guard let left = cyclesUntilEvent else { return }
        guard cycles == left else {
            current -= UInt32(cycles)
            return
        }
        current = reload
        if control & 2 != 0 { isPending = true }
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x0: control
        case 0x4: reload
        case 0x8: current
        default: 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x0: control = value & 0b111
        case 0x4: reload = value & 0xFF_FFFF
        // Any store clears it; it is loaded a cycle later, without an interrupt.
        case 0x8: current = reload + 1
        default: break
        }
    }
}
