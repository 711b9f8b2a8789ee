// The STM32F4's random number generator (RM0090 section 24), with numbers that are the same each run.
import MMIO

/// The generator, with what can be wrong with it.
public final class RandomNumberModel: PeripheralModel {
    public let addresses: Range<UInt32> = 0x5006_0800..<0x5006_0C00
    private var isOn = false
    private var state: UInt32 = 1
    private var seedError = false
    /// Faults: its clock is off, it gives nothing, or it gives one number for ever.
    public var hasClock = true
    /// Whether no number ever becomes ready.
    public var isSilent = false
    /// Whether it gives one number for ever.
    public var repeats = false

    /// A generator that is off, as after reset.
    public init() {}

    /// The noise has no randomness in it, until the generator is turned off and on.
    public func failSeed() { seedError = true }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x0: return isOn ? 0b100 : 0
        case 0x4:
            let isReady = isOn && hasClock && !seedError && !isSilent
            return (isReady ? 1 : 0) | (hasClock ? 0 : 1 << 1 | 1 << 5) | (seedError ? 1 << 2 | 1 << 6 : 0)
        case 0x8:
            if !repeats { state = state &* 1_664_525 &+ 1_013_904_223 }
            return state
        default: return 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        guard offset == 0 else { return }
        let turnsOn = value & 0b100 != 0
        if turnsOn, !isOn { seedError = false }
        isOn = turnsOn
    }
}
