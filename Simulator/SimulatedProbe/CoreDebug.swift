// The debug registers of a Cortex-M4 that executes nothing: it can be halted, resumed and reset, and its
// registers read and written (ARM DDI 0403, C1.6).

/// The core as a debugger sees it.
public final class CoreDebug {
    /// Where a reset made the core begin.
    public struct Start: Sendable {
        /// The vector table's first word.
        public let stackPointer: UInt32
        /// Where it begins: the vector table's second word, without the Thumb bit.
        public let programCounter: UInt32
        /// Whether it stands still there, as a debugger may have asked (VC_CORERESET).
        public let isHalted: Bool
    }

    /// Whether the core stands still (S_HALT).
    public private(set) var isHalted = false
    /// Called when a reset was asked for; returns the first two words of the vector table.
    var onReset: () -> (stackPointer: UInt32, reset: UInt32) = { (0, 0) }
    /// Called with where the core begins.
    public var onStart: (Start) -> Void = { _ in }

    private var registers = [UInt32](repeating: 0, count: 128)
    private var transferred: UInt32 = 0
    private var controlBits: UInt32 = 0
    private var wasReset = true
    private var monitorControl: UInt32 = 0
    private var faultStatus: UInt32 = 0
    private var breakpointControl: UInt32 = 0

    private enum Address {
        static let breakpointControl: UInt32 = 0xE000_2000
        static let identification: UInt32 = 0xE000_ED00
        static let reset: UInt32 = 0xE000_ED0C
        static let faultStatus: UInt32 = 0xE000_ED30
        static let haltingControl: UInt32 = 0xE000_EDF0
        static let registerSelect: UInt32 = 0xE000_EDF4
        static let registerData: UInt32 = 0xE000_EDF8
        static let monitorControl: UInt32 = 0xE000_EDFC
    }
    private enum Halting {
        static let enable: UInt32 = 1 << 0
        static let halt: UInt32 = 1 << 1
        static let step: UInt32 = 1 << 2
        static let writable: UInt32 = 0b10_1111
        static let registerReady: UInt32 = 1 << 16
        static let isHalted: UInt32 = 1 << 17
        static let hasRetired: UInt32 = 1 << 24
        static let wasReset: UInt32 = 1 << 25
        static let key: UInt32 = 0xA05F
    }
    private enum FaultStatus {
        static let halted: UInt32 = 1 << 0
        static let vectorCatch: UInt32 = 1 << 3
    }
    /// The numbers that DCRSR gives registers.
    private enum Register {
        static let stackPointer = 13
        static let linkRegister = 14
        static let programCounter = 15
        static let programStatus = 16
        static let mainStackPointer = 17
    }

    init() {}

    /// Registers that are not here read 0. So the breakpoint unit has no comparators, but can be enabled, which
    /// debuggers insist on; and there is no watchpoint unit.
    func load(_ address: UInt32) -> UInt32 {
        switch address {
        case Address.identification: 0x410F_C241
        case Address.breakpointControl: breakpointControl
        case Address.reset: 0xFA05_0000
        case Address.faultStatus: faultStatus
        case Address.haltingControl: readHaltingControl()
        case Address.registerData: transferred
        case Address.monitorControl: monitorControl
        default: 0
        }
    }

    func store(_ value: UInt32, _ address: UInt32) {
        switch address {
        case Address.breakpointControl:
            // Bit 1 is the key, bit 0 the switch.
            if value & 0b10 != 0 { breakpointControl = value & 0b01 }
        case Address.reset: requestReset(value)
        case Address.faultStatus: faultStatus &= ~value
        case Address.haltingControl: writeHaltingControl(value)
        case Address.registerSelect: transferRegister(value)
        case Address.registerData: transferred = value
        case Address.monitorControl: monitorControl = value
        default: break
        }
    }

    // MARK: Halting

    private func readHaltingControl() -> UInt32 {
        defer { wasReset = false }
        return controlBits | Halting.registerReady | (isHalted ? Halting.isHalted : Halting.hasRetired)
            | (wasReset ? Halting.wasReset : 0)
    }

    private func writeHaltingControl(_ value: UInt32) {
        guard value >> 16 == Halting.key else { return }
        controlBits = value & Halting.writable
        // Nothing halts while debugging is off.
        let halts = controlBits & Halting.enable != 0 && controlBits & (Halting.halt | Halting.step) != 0
        if halts { faultStatus |= FaultStatus.halted }
        isHalted = halts
    }

    private func transferRegister(_ value: UInt32) {
        let register = Int(value & 0x7F)
        if value & 1 << 16 != 0 {
            registers[register] = transferred
        } else {
            transferred = registers[register]
        }
    }

    // MARK: Reset

    private func requestReset(_ value: UInt32) {
        // SYSRESETREQ or VECTRESET, with the key.
        guard value >> 16 == 0x05FA, value & 0b101 != 0 else { return }
        reset()
    }

    /// A reset of the system: the core begins at the reset vector, or halts there if the debugger catches it.
    /// Debugging stays on, and what to catch stays set.
    func reset() {
        let (stackPointer, vector) = onReset()
        isHalted = controlBits & Halting.enable != 0 && monitorControl & 1 != 0
        controlBits = controlBits & Halting.enable | (isHalted ? Halting.halt : 0)
        wasReset = true
        faultStatus = isHalted ? FaultStatus.vectorCatch : 0
        registers[Register.stackPointer] = stackPointer & ~3
        registers[Register.mainStackPointer] = stackPointer & ~3
        registers[Register.linkRegister] = 0xFFFF_FFFF
        registers[Register.programCounter] = vector & ~1
        // Bit 24 says Thumb, and is bit 0 of the vector.
        registers[Register.programStatus] = (vector & 1) << 24
        onStart(Start(stackPointer: stackPointer & ~3, programCounter: vector & ~1, isHalted: isHalted))
    }
}
