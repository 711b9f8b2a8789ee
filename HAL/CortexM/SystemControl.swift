// The system control block and SysTick (ARMv7-M Architecture Reference Manual, B3.2 and B3.3).
import MMIO

/// Exceptions the core itself raises and that have a configurable priority.
public enum SystemException: Int, Sendable {
    case memoryManagement = 4
    case busFault = 5
    case usageFault = 6
    case supervisorCall = 11
    case debugMonitor = 12
    case pendableService = 14
    case sysTick = 15
}

/// The system control block.
public enum SystemControl {
    /// How urgent a core exception is (SHPR1 to SHPR3): the lower, the more.
    @inlinable @inline(__always)
    public static func setPriority(_ priority: UInt8, of exception: SystemException) {
        Register<Byte, ReadWrite>(at: 0xE000_ED14 &+ UInt32(truncatingIfNeeded: exception.rawValue))
            .write(Byte(bits: priority))
    }

    /// Restarts the chip (AIRCR.SYSRESETREQ). Does not return on the chip; on the host the simulated chip
    /// stops at its next turn.
    public static func requestReset() {
        Register<Word, ReadWrite>(at: 0xE000_ED0C).write(Word(bits: 0x05FA_0004))
    }

    /// Whether SysTick is pending (ICSR.PENDSTSET): its counter has wrapped and the handler has not run.
    @inlinable @inline(__always)
    public static var isSysTickPending: Bool {
        Register<Word, ReadWrite>(at: 0xE000_ED04).read().bits & (1 << 26) != 0
    }
}

/// The core's own 24-bit down counter.
public enum SysTick {
    /// The largest reload value.
    public static let maximumReload: UInt32 = 0xFF_FFFF

    /// Counts core clock cycles from `reload` down to 0, again and again, and interrupts at each wrap.
    /// Precondition: `1 <= reload <= maximumReload`.
    public static func start(reload: UInt32) {
        precondition(reload >= 1 && reload <= maximumReload, "SysTick counts 24 bits")
        Register<Word, ReadWrite>(at: 0xE000_E014).write(Word(bits: reload))
        Register<Word, ReadWrite>(at: 0xE000_E018).write(Word(bits: 0))
        Register<Word, ReadWrite>(at: 0xE000_E010).write(Word(bits: 0b111))
    }

    /// Cycles left until the next wrap (CVR).
    @inlinable @inline(__always)
    public static var current: UInt32 { Register<Word, ReadWrite>(at: 0xE000_E018).read().bits }
}
