// The STM32F4's clock and power control (RM0090 sections 5 and 7), as far as starting the clocks looks at it.
import MMIO

/// Reset and clock control: each ready bit follows its enable bit, unless a test says it never comes.
public final class ResetAndClockModel: PeripheralModel {
    public let addresses: Range<UInt32> = 0x4002_3800..<0x4002_3C00
    private var registers: [UInt32: UInt32] = [0x00: 0x83, 0x04: 0x2400_3010]
    /// Whether a crystal is fitted and starts, and whether the PLL locks.
    public var hasCrystal = true
    /// Whether the PLL's ready bit ever comes.
    public var phaseLockedLoopLocks = true
    /// Told what is written to AHB1RSTR, which resets what has a 1.
    var onResetOfFastPeripherals: (UInt32) -> Void = { _ in }
    /// The same for what the real-time clock counts: the crystal of 32,768 Hz, and the oscillator of 32 kHz.
    public var hasWatchCrystal = true
    /// Whether the 32 kHz oscillator's ready bit ever comes.
    public var slowOscillatorStarts = true
    /// The backup domain is reset (BDRST).
    var onBackupReset: () -> Void = {}

    /// Clocks as after reset: the internal oscillator runs.
    public init() {}

    /// Where a peripheral's clock is turned on.
    struct Enable {
        let offset: UInt32
        let bit: Int
    }

    func isOn(_ enable: Enable) -> Bool { (registers[enable.offset] ?? 0) >> UInt32(enable.bit) & 1 != 0 }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        let value = registers[offset] ?? 0
        switch offset {
        case 0x00:
            // HSIRDY, HSERDY and PLLRDY stand one bit above what turns each on.
            var ready = value & ~(1 << 1 | 1 << 17 | 1 << 25)
            if value & 1 != 0 { ready |= 1 << 1 }
            if value & 1 << 16 != 0, hasCrystal { ready |= 1 << 17 }
            if value & 1 << 24 != 0, phaseLockedLoopLocks { ready |= 1 << 25 }
            return ready
        case 0x08:
            // SWS says what SW chose.
            return value & ~0b1100 | (value & 0b11) << 2
        case 0x70: return value & ~0b10 | (hasWatchCrystal ? value << 1 & 0b10 : 0)
        case 0x74: return value & ~0b10 | (slowOscillatorStarts ? value << 1 & 0b10 : 0)
        default: return value
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        registers[offset] = value
        if offset == 0x10 { onResetOfFastPeripherals(value) }
        // BDCR: a reset clears the register too, and lasts as long as its bit is set.
        guard offset == 0x70, value >> 16 & 1 != 0 else { return }
        registers[offset] = 1 << 16
        onBackupReset()
    }

    /// What the real-time clock counts, in hertz; nil if it counts nothing (BDCR).
    var realTimeClockFrequency: UInt32? {
        let control = load(at: 0x70, width: .word)
        guard control >> 15 & 1 != 0 else { return nil }
        switch control >> 8 & 0b11 {
        case 1: return control >> 1 & 1 != 0 ? 32_768 : nil
        case 2: return load(at: 0x74, width: .word) >> 1 & 1 != 0 ? 32_000 : nil
        default: return nil
        }
    }

    /// What a deep sleep leaves: the internal oscillator drives the core, the others are off (RM0090 5.3.4).
    func sleepDeeply() {
        registers[0x00] = 0x83
        registers[0x08] = (registers[0x08] ?? 0) & ~0b11
    }
}

/// A peripheral that only remembers what is written to it.
public final class RegisterFileModel: PeripheralModel {
    public let addresses: Range<UInt32>
    private var registers: [UInt32: UInt32] = [:]

    /// Registers at an address, `length` bytes of them.
    public init(baseAddress: UInt32, length: UInt32 = 0x400) { addresses = baseAddress..<baseAddress + length }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 { registers[offset] ?? 0 }
    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) { registers[offset] = value }
}
