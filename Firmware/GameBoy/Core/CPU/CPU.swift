// The SM83's registers and the parts of an instruction: fetching, the stack, interrupts. What each opcode
// does is in Instructions.swift and PrefixedInstructions.swift.

/// The registers as a debugger shows them.
public struct Registers: Equatable, Sendable {
    /// The registers of 8 bits; `f` is the flags, in its upper four bits.
    public var a, f, b, c, d, e, h, l: UInt8
    /// The stack pointer, and the address of the next instruction.
    public var sp, pc: UInt16

    /// Registers as given. The lower four bits of `f` are 0 on the machine.
    public init(
        a: UInt8, f: UInt8, b: UInt8, c: UInt8, d: UInt8, e: UInt8, h: UInt8, l: UInt8, sp: UInt16, pc: UInt16
    ) {
        (self.a, self.f, self.b, self.c, self.d, self.e, self.h, self.l) = (a, f, b, c, d, e, h, l)
        (self.sp, self.pc) = (sp, pc)
    }
}

/// What the CPU does between instructions.
public enum CPUMode: UInt8, Sendable {
    /// Executes instructions.
    case running
    /// After HALT: waits for a requested and enabled interrupt.
    case halted
    /// After STOP: waits for a button.
    case stopped
    /// After an illegal opcode: waits for the power switch.
    case locked
}

/// The state of a CPU that is not running: 28 bytes, no pointers.
struct CPUState {
    var a: UInt32
    var bc: UInt32
    var de: UInt32
    var hl: UInt32
    var sp: UInt32
    var pc: UInt32
    var flags: Flags
    var mode: CPUMode
    /// IME.
    var interruptsEnabled: Bool
    /// EI was the last instruction: IME is set after the next one.
    var enablePending: Bool
}

/// The SM83, over any bus. Register pairs are kept whole, in 32-bit words, because that is how the code it
/// runs on has room for them.
///
/// A CPU is meant to be a local variable of the loop that runs it, so that the registers stay in the
/// host's registers; every method here is inlined into that loop. `state` moves it in and out of memory.
///
/// Source: Pan Docs, "CPU Registers and Flags", "CPU Instruction Set", "Interrupts", "halt".
public struct CPU<Bus: CPUBus & ~Copyable>: ~Copyable {
    /// What it reads and writes, a machine cycle each.
    public var bus: Bus
    var a: UInt32
    var bc: UInt32
    var de: UInt32
    var hl: UInt32
    var sp: UInt32
    var pc: UInt32
    var flags: Flags
    /// What the CPU does between instructions; `step` may only be called while it is `.running`.
    public var mode: CPUMode
    /// IME: interrupts are served.
    public var interruptsEnabled: Bool
    /// EI was the last instruction: IME is to be set after the next one, by the caller of `step`.
    public var enablePending: Bool

    @inline(__always)
    init(bus: consuming Bus, state: CPUState) {
        self.bus = bus
        a = state.a
        bc = state.bc
        de = state.de
        hl = state.hl
        sp = state.sp
        pc = state.pc
        flags = state.flags
        mode = state.mode
        interruptsEnabled = state.interruptsEnabled
        enablePending = state.enablePending
    }

    /// A running CPU with these registers and with interrupts disabled.
    public init(bus: consuming Bus, registers: Registers) {
        self.init(bus: bus, state: CPUState(registers))
    }

    @inline(__always)
    var state: CPUState {
        CPUState(
            a: a, bc: bc, de: de, hl: hl, sp: sp, pc: pc, flags: flags, mode: mode,
            interruptsEnabled: interruptsEnabled, enablePending: enablePending)
    }

    /// The registers now.
    public var registers: Registers { state.registers }
}

extension CPUState {
    init(_ registers: Registers) {
        a = UInt32(registers.a)
        bc = UInt32(registers.b) << 8 | UInt32(registers.c)
        de = UInt32(registers.d) << 8 | UInt32(registers.e)
        hl = UInt32(registers.h) << 8 | UInt32(registers.l)
        sp = UInt32(registers.sp)
        pc = UInt32(registers.pc)
        flags = Flags(f: UInt32(registers.f))
        mode = .running
        interruptsEnabled = false
        enablePending = false
    }

    var registers: Registers {
        Registers(
            a: UInt8(truncatingIfNeeded: a), f: UInt8(truncatingIfNeeded: flags.f),
            b: UInt8(truncatingIfNeeded: bc >> 8), c: UInt8(truncatingIfNeeded: bc),
            d: UInt8(truncatingIfNeeded: de >> 8), e: UInt8(truncatingIfNeeded: de),
            h: UInt8(truncatingIfNeeded: hl >> 8), l: UInt8(truncatingIfNeeded: hl),
            sp: UInt16(truncatingIfNeeded: sp), pc: UInt16(truncatingIfNeeded: pc))
    }
}

extension CPU where Bus: ~Copyable {
    // MARK: - Halves of the register pairs

    @inline(__always)
    var b: UInt32 {
        get { bc &>> 8 }
        set { bc = bc & 0xFF | newValue &<< 8 }
    }
    @inline(__always)
    var c: UInt32 {
        get { bc & 0xFF }
        set { bc = bc & 0xFF00 | newValue }
    }
    @inline(__always)
    var d: UInt32 {
        get { de &>> 8 }
        set { de = de & 0xFF | newValue &<< 8 }
    }
    @inline(__always)
    var e: UInt32 {
        get { de & 0xFF }
        set { de = de & 0xFF00 | newValue }
    }
    @inline(__always)
    var h: UInt32 {
        get { hl &>> 8 }
        set { hl = hl & 0xFF | newValue &<< 8 }
    }
    @inline(__always)
    var l: UInt32 {
        get { hl & 0xFF }
        set { hl = hl & 0xFF00 | newValue }
    }

    // MARK: - Parts of instructions

    @inline(__always)
    mutating func fetch() -> UInt32 {
        let byte = bus.read(pc)
        pc = (pc &+ 1) & 0xFFFF
        return byte
    }

    @inline(__always)
    mutating func fetchWord() -> UInt32 {
        let low = fetch()
        return low | fetch() &<< 8
    }

    @inline(__always)
    mutating func push(_ word: UInt32) {
        sp = (sp &- 1) & 0xFFFF
        bus.write(sp, word &>> 8)
        sp = (sp &- 1) & 0xFFFF
        bus.write(sp, word & 0xFF)
    }

    @inline(__always)
    mutating func pop() -> UInt32 {
        let low = bus.readCounting(sp)
        sp = (sp &+ 1) & 0xFFFF
        let high = bus.read(sp)
        sp = (sp &+ 1) & 0xFFFF
        return low | high &<< 8
    }

    @inline(__always)
    mutating func jumpRelative(if condition: Bool) {
        let offset = fetch()
        guard condition else { return }
        bus.idle()
        pc = (pc &+ signExtended(offset)) & 0xFFFF
    }

    @inline(__always)
    mutating func jump(if condition: Bool) {
        let address = fetchWord()
        guard condition else { return }
        bus.idle()
        pc = address
    }

    @inline(__always)
    mutating func call(if condition: Bool) {
        let address = fetchWord()
        guard condition else { return }
        bus.idle(addressing: sp)
        push(pc)
        pc = address
    }

    /// A return on a condition, which takes a machine cycle to test.
    @inline(__always)
    mutating func returnFromCall(if condition: Bool) {
        bus.idle()
        guard condition else { return }
        pc = pop()
        bus.idle()
    }

    /// Serves the interrupt of the highest priority: 5 machine cycles. The choice is made between the two
    /// writes to the stack, so that a push over IE can still withdraw it; the program then goes on at
    /// address 0.
    ///
    /// Returns the bit of IF that the caller must clear, or 0.
    ///
    /// Source: Pan Docs, "Interrupts", "Interrupt Handling".
    @inline(__always)
    mutating func serveInterrupt() -> UInt32 {
        interruptsEnabled = false
        bus.idle()
        bus.idle(addressing: sp)
        sp = (sp &- 1) & 0xFFFF
        bus.write(sp, pc &>> 8)
        let pending = bus.pendingInterrupts
        sp = (sp &- 1) & 0xFFFF
        bus.write(sp, pc & 0xFF)
        bus.idle()
        guard pending != 0 else {
            pc = 0
            return 0
        }
        let number = UInt32(truncatingIfNeeded: pending.trailingZeroBitCount)
        pc = 0x40 &+ number &* 8
        return 1 &<< number
    }
}
