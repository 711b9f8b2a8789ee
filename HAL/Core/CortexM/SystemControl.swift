// The system control block (ARMv7-M Architecture Reference Manual, B3.2).
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
    /// Not public, as `NVIC.setPriority` is not.
    @inline(__always)
    package static func setPriority(_ priority: UInt8, of exception: SystemException) {
        Register<Byte, ReadWrite>(at: 0xE000_ED14 &+ UInt32(truncatingIfNeeded: exception.rawValue))
            .write(Byte(bits: priority))
    }

    /// Restarts the chip (AIRCR.SYSRESETREQ). Does not return on the chip; on the host the simulated chip
    /// stops at its next turn.
    public static func requestReset() {
        Register<Word, ReadWrite>(at: 0xE000_ED0C).write(Word(bits: 0x05FA_0004))
    }

    /// Whether waiting for an interrupt stops more clocks than the core's (SCR.SLEEPDEEP); which ones is the chip's matter.
    public static func setSleepsDeeply(_ isDeep: Bool) {
        Register<Word, ReadWrite>(at: 0xE000_ED10).write(Word(bits: isDeep ? 1 << 2 : 0))
    }

    /// Whether SysTick is pending (ICSR.PENDSTSET): its counter has wrapped and the handler has not run.
    @inlinable @inline(__always)
    public static var isSysTickPending: Bool {
        Register<Word, ReadWrite>(at: 0xE000_ED04).read().bits & (1 << 26) != 0
    }
}
