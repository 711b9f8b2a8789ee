// The STM32F4's independent watchdog (RM0090 section 21).
import MMIO
import Units

/// The watchdog, counting cycles of its own oscillator as the core's go by.
public final class WatchdogModel: TimedModel {
    public let addresses: Range<UInt32> = 0x4000_3000..<0x4000_3400
    public let runsInDeepSleep = true
    private let coreClock: UInt64
    private var isUnlocked = false
    private var isRunning = false
    private var prescaler: UInt32 = 0
    private var reload: UInt32 = 0xFFF
    private var cyclesLeft: UInt64 = 0
    /// Hertz: 17 to 47 thousand, whatever the chip came to.
    public var oscillator: UInt64 = 32_000
    /// Whether its settings are taken over for ever.
    public var isStuck = false
    /// What happens when it was not fed.
    public var onBite: () -> Void = {}

    /// A watchdog that has not been started. `coreClock` is what its oscillator's cycles are counted in.
    public init(coreClock: Frequency) { self.coreClock = UInt64(coreClock.hertz) }

    /// Core clock cycles from feeding it to the bite.
    private var period: UInt64 { (UInt64(reload) + 1) * (4 << UInt64(min(prescaler, 6))) * coreClock / oscillator }

    public var cyclesUntilEvent: UInt64? { isRunning ? cyclesLeft : nil }

    public func advance(by cycles: UInt64) {
        guard isRunning else { return }
        cyclesLeft -= min(cycles, cyclesLeft)
        guard cyclesLeft == 0 else { return }
        isRunning = false
        onBite()
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x4: prescaler
        case 0x8: reload
        case 0xC: isStuck ? 0b11 : 0
        default: 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x0: take(key: value)
        // Both are taken only after the key (21.3.2).
        case 0x4 where isUnlocked: prescaler = value & 0b111
        case 0x8 where isUnlocked: reload = value & 0xFFF
        default: break
        }
    }

    private func take(key: UInt32) {
        isUnlocked = key == 0x5555
        switch key {
        case 0xCCCC:
            isRunning = true
            cyclesLeft = period
        case 0xAAAA: cyclesLeft = period
        default: break
        }
    }
}
