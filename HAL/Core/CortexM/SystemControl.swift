// The system control block (ARMv7-M Architecture Reference Manual, B3.2).
import MMIO

/// Exceptions the core itself raises and that have a configurable priority.
public enum SystemException: Int, Sendable {
    /// MemManage: the memory protection unit refused an access, or code was fetched from memory that cannot execute.
    case memoryManagement = 4
    /// BusFault: the bus answered an access with an error.
    case busFault = 5
    /// UsageFault: an instruction that is undefined, or that may not be executed as things are.
    case usageFault = 6
    /// SVCall: the `svc` instruction.
    case supervisorCall = 11
    /// DebugMonitor: a debug event while no debugger halts the core.
    case debugMonitor = 12
    /// PendSV: pended by software (ICSR).
    case pendableService = 14
    /// SysTick: the core's timer has counted down to 0.
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

    /// Whether waiting for an interrupt stops more clocks than the core's (SCR.SLEEPDEEP); which ones depends on the chip.
    public static func setSleepsDeeply(_ isDeep: Bool) {
        Register<Word, ReadWrite>(at: 0xE000_ED10).write(Word(bits: isDeep ? 1 << 2 : 0))
    }

    /// Whether SysTick is pending (ICSR.PENDSTSET): its counter has wrapped and the handler has not run.
    @inlinable @inline(__always)
    public static var isSysTickPending: Bool {
        Register<Word, ReadWrite>(at: 0xE000_ED04).read().bits & (1 << 26) != 0
    }
}
