// What a battery keeps alive while the chip has no supply (RM0090 section 5.1.2): twenty words, and the real-time clock.
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// The twenty words beside the real-time clock, as a peripheral.
public enum BKP: PeripheralIdentity {
    public static var claim: Int { 190 }
    public static func turnOn() { BackupDomain.unlock() }
}

enum BackupDomain {
    /// Lets the domain be written (RM0090 5.1.2).
    static func unlock() {
        STM32F405.RCC.APB1ENR.modify { $0.PWREN = true }
        STM32F405.PWR.CR.modify { $0.DBP = true }
    }
}

/// Words that outlast resets and, with a battery, the supply. A tamper event or a new source of the real-time clock makes
/// them 0. Any context; one load or store.
public struct BackupRegisters: ~Copyable, Sendable {
    /// How many words there are.
    public static var count: Int { 20 }

    /// Lets the words be written, for as long as the chip runs (RM0090 5.1.2).
    public init(_ registers: consuming Peripheral<BKP>) { registers.turnedOn() }

    /// Precondition: `0 <= index < count`.
    public subscript(index: Int) -> UInt32 {
        get { Self.register(index).read().bits }
        nonmutating set { Self.register(index).write(Word(bits: newValue)) }
    }

    private static func register(_ index: Int) -> Register<Word, ReadWrite> {
        precondition(index >= 0 && index < count, "backup register index out of range")
        return Register(at: STM32F405.RTC.BKP0R.address &+ UInt32(truncatingIfNeeded: index) &* 4)
    }
}
