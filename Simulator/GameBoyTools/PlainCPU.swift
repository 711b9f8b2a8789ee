// A second CPU, as plain as it can be: the opcode tables of Pan Docs one after the other, nothing packed, nothing lazy,
// nothing shared with the core. The lockstep test holds the core against it.
import GameBoy

/// The bus as this CPU sees it: every call of the first three is a machine cycle.
public protocol PlainBus {
    /// Reads a byte, in a machine cycle.
    mutating func read(_ address: UInt16) -> UInt8
    /// Writes a byte, in a machine cycle.
    mutating func write(_ address: UInt16, _ value: UInt8)
    /// A machine cycle without an access.
    mutating func idle()
    /// IF & IE, now.
    mutating func pendingInterrupts() -> UInt8
}

/// The SM83.
///
/// Source: Pan Docs, "CPU Instruction Set": its blocks 0 to 3, and the placeholders r8, r16, r16stk, r16mem, cond.
public struct PlainCPU<Bus: PlainBus> {
    /// What it reads and writes.
    public var bus: Bus
    /// The registers between two instructions.
    public var registers: Registers
    /// IME.
    public var interruptsEnabled = false
    /// EI was the last instruction.
    public var enablePending = false
    /// Whether it runs, halts or is stopped.
    public var mode = CPUMode.running

    /// A CPU with these registers, interrupts off.
    public init(bus: Bus, registers: Registers) {
        self.bus = bus
        self.registers = registers
    }

    /// Executes one instruction.
    public mutating func step() {
        let enables = enablePending
        let opcode = fetch()
        execute(opcode, enables: enables)
        if enables && enablePending {
            enablePending = false
            interruptsEnabled = true
        }
    }

    /// Serves the interrupt of this bit: pushes PC and goes to its vector.
    mutating func serve(bit: Int) {
        interruptsEnabled = false
        registers.sp &-= 2
        registers.pc = 0x40 + UInt16(bit) * 8
    }

    private mutating func execute(_ opcode: UInt8, enables: Bool) {
        switch opcode >> 6 {
        case 0: block0(opcode)
        case 1:
            if opcode == 0x76 {
                halt(enables: enables)
            } else {
                let value = r8(opcode)
                setR8(opcode >> 3, value)
            }
        case 2:
            let value = r8(opcode)
            arithmetic(opcode >> 3 & 7, value)
        default: block3(opcode)
        }
    }

    // MARK: - Operands

    private mutating func fetch() -> UInt8 {
        let byte = bus.read(registers.pc)
        registers.pc &+= 1
        return byte
    }

    private mutating func fetchWord() -> UInt16 {
        let low = fetch()
        let high = fetch()
        return UInt16(high) << 8 | UInt16(low)
    }

    private var hl: UInt16 {
        get { UInt16(registers.h) << 8 | UInt16(registers.l) }
        set { (registers.h, registers.l) = (UInt8(newValue >> 8), UInt8(newValue & 0xFF)) }
    }

    private mutating func r8(_ number: UInt8) -> UInt8 {
        switch number & 7 {
        case 0: registers.b
        case 1: registers.c
        case 2: registers.d
        case 3: registers.e
        case 4: registers.h
        case 5: registers.l
        case 6: bus.read(hl)
        default: registers.a
        }
    }

    private mutating func setR8(_ number: UInt8, _ value: UInt8) {
        switch number & 7 {
        case 0: registers.b = value
        case 1: registers.c = value
        case 2: registers.d = value
        case 3: registers.e = value
        case 4: registers.h = value
        case 5: registers.l = value
        case 6: bus.write(hl, value)
        default: registers.a = value
        }
    }

    private func r16(_ number: UInt8) -> UInt16 {
        switch number & 3 {
        case 0: UInt16(registers.b) << 8 | UInt16(registers.c)
        case 1: UInt16(registers.d) << 8 | UInt16(registers.e)
        case 2: hl
        default: registers.sp
        }
    }

    private mutating func setR16(_ number: UInt8, _ value: UInt16) {
        let (high, low) = (UInt8(value >> 8), UInt8(value & 0xFF))
        switch number & 3 {
        case 0: (registers.b, registers.c) = (high, low)
        case 1: (registers.d, registers.e) = (high, low)
        case 2: hl = value
        default: registers.sp = value
        }
    }

    /// BC, DE, HL+, HL-.
    private mutating func r16mem(_ number: UInt8) -> UInt16 {
        switch number & 3 {
        case 0, 1: return r16(number)
        case 2:
            hl &+= 1
            return hl &- 1
        default:
            hl &-= 1
            return hl &+ 1
        }
    }

    private func condition(_ number: UInt8) -> Bool {
        switch number & 3 {
        case 0: !zero
        case 1: zero
        case 2: !carry
        default: carry
        }
    }

    // MARK: - Flags

    private var zero: Bool { registers.f & 0x80 != 0 }
    private var subtract: Bool { registers.f & 0x40 != 0 }
    private var half: Bool { registers.f & 0x20 != 0 }
    private var carry: Bool { registers.f & 0x10 != 0 }

    private mutating func setFlags(zero: Bool, subtract: Bool, half: Bool, carry: Bool) {
        registers.f = (zero ? 0x80 : 0) | (subtract ? 0x40 : 0) | (half ? 0x20 : 0) | (carry ? 0x10 : 0)
    }

    // MARK: - Block 0

    private mutating func block0(_ opcode: UInt8) {
        switch opcode {
        case 0x00: break
        case 0x10: mode = .stopped
        case 0x08:  // ld [imm16], sp
            let address = fetchWord()
            bus.write(address, UInt8(registers.sp & 0xFF))
            bus.write(address &+ 1, UInt8(registers.sp >> 8))
        case 0x18: jumpRelative(true)
        case 0x20, 0x28, 0x30, 0x38: jumpRelative(condition(opcode >> 3))
        case 0x07: rotateA(.rlc)
        case 0x0F: rotateA(.rrc)
        case 0x17: rotateA(.rl)
        case 0x1F: rotateA(.rr)
        case 0x27: decimalAdjust()
        case 0x2F:  // cpl
            registers.a = ~registers.a
            setFlags(zero: zero, subtract: true, half: true, carry: carry)
        case 0x37: setFlags(zero: zero, subtract: false, half: false, carry: true)  // scf
        case 0x3F: setFlags(zero: zero, subtract: false, half: false, carry: !carry)  // ccf
        default: block0Groups(opcode)
        }
    }

    private mutating func block0Groups(_ opcode: UInt8) {
        switch opcode & 0x0F {
        case 0x1:
            let value = fetchWord()
            setR16(opcode >> 4, value)
        case 0x2:
            let address = r16mem(opcode >> 4)
            bus.write(address, registers.a)
        case 0xA:
            let address = r16mem(opcode >> 4)
            registers.a = bus.read(address)
        case 0x3:
            bus.idle()
            setR16(opcode >> 4, r16(opcode >> 4) &+ 1)
        case 0xB:
            bus.idle()
            setR16(opcode >> 4, r16(opcode >> 4) &- 1)
        case 0x9:  // add hl, r16
            let (first, second) = (Int(hl), Int(r16(opcode >> 4)))
            bus.idle()
            hl = UInt16(truncatingIfNeeded: first + second)
            setFlags(
                zero: zero, subtract: false, half: first & 0xFFF + second & 0xFFF > 0xFFF, carry: first + second > 0xFFFF)
        case 0x4, 0xC:  // inc r8
            let value = r8(opcode >> 3) &+ 1
            setFlags(zero: value == 0, subtract: false, half: value & 0xF == 0, carry: carry)
            setR8(opcode >> 3, value)
        case 0x5, 0xD:  // dec r8
            let value = r8(opcode >> 3) &- 1
            setFlags(zero: value == 0, subtract: true, half: value & 0xF == 0xF, carry: carry)
            setR8(opcode >> 3, value)
        default:  // ld r8, imm8
            let value = fetch()
            setR8(opcode >> 3, value)
        }
    }

    private mutating func jumpRelative(_ isTaken: Bool) {
        let offset = Int8(bitPattern: fetch())
        guard isTaken else { return }
        bus.idle()
        registers.pc = UInt16(truncatingIfNeeded: Int(registers.pc) + Int(offset))
    }

    private mutating func decimalAdjust() {
        var value = Int(registers.a)
        var carries = carry
        if subtract {
            if half { value -= 0x06 }
            if carry { value -= 0x60 }
        } else {
            let (low, whole) = (value & 0xF, value)
            if half || low > 9 { value += 0x06 }
            if carry || whole > 0x99 {
                value += 0x60
                carries = true
            }
        }
        registers.a = UInt8(truncatingIfNeeded: value)
        setFlags(zero: registers.a == 0, subtract: subtract, half: false, carry: carries)
    }

    private mutating func halt(enables: Bool) {
        if bus.pendingInterrupts() == 0 {
            mode = .halted
        } else if interruptsEnabled || enables {
            registers.pc &-= 1
        } else {
            // The next byte is read twice.
            let opcode = bus.read(registers.pc)
            if opcode == 0x76 { registers.pc &-= 1 } else { execute(opcode, enables: false) }
        }
    }

    // MARK: - Block 2

    private mutating func arithmetic(_ operation: UInt8, _ operand: UInt8) {
        let (first, second) = (Int(registers.a), Int(operand))
        let carryIn = carry ? 1 : 0
        switch operation {
        case 0, 1:  // add, adc
            let add = operation == 1 ? carryIn : 0
            registers.a = UInt8(truncatingIfNeeded: first + second + add)
            setFlags(
                zero: registers.a == 0, subtract: false, half: first & 0xF + second & 0xF + add > 0xF,
                carry: first + second + add > 0xFF)
        case 2, 3, 7:  // sub, sbc, cp
            let less = operation == 3 ? carryIn : 0
            let result = UInt8(truncatingIfNeeded: first - second - less)
            setFlags(
                zero: result == 0, subtract: true, half: first & 0xF < second & 0xF + less, carry: first < second + less)
            if operation != 7 { registers.a = result }
        case 4:
            registers.a &= operand
            setFlags(zero: registers.a == 0, subtract: false, half: true, carry: false)
        case 5:
            registers.a ^= operand
            setFlags(zero: registers.a == 0, subtract: false, half: false, carry: false)
        default:
            registers.a |= operand
            setFlags(zero: registers.a == 0, subtract: false, half: false, carry: false)
        }
    }

    // MARK: - Block 3

    private mutating func block3(_ opcode: UInt8) {
        switch opcode {
        case 0xCB:
            let prefixed = fetch()
            executePrefixed(prefixed)
        case 0xC6, 0xCE, 0xD6, 0xDE, 0xE6, 0xEE, 0xF6, 0xFE:
            let operand = fetch()
            arithmetic(opcode >> 3 & 7, operand)
        case 0xC0, 0xC8, 0xD0, 0xD8:
            bus.idle()
            if condition(opcode >> 3) { returnFromCall() }
        case 0xC9: returnFromCall()
        case 0xD9:
            returnFromCall()
            interruptsEnabled = true
        case 0xC2, 0xCA, 0xD2, 0xDA, 0xC3:
            let address = fetchWord()
            guard opcode == 0xC3 || condition(opcode >> 3) else { return }
            bus.idle()
            registers.pc = address
        case 0xE9: registers.pc = hl
        case 0xC4, 0xCC, 0xD4, 0xDC, 0xCD:
            let address = fetchWord()
            if opcode == 0xCD || condition(opcode >> 3) { call(address) }
        case 0xC7, 0xCF, 0xD7, 0xDF, 0xE7, 0xEF, 0xF7, 0xFF: call(UInt16(opcode & 0x38))
        case 0xC1, 0xD1, 0xE1: setR16(opcode >> 4, pop())
        case 0xF1:
            let value = pop()
            (registers.a, registers.f) = (UInt8(value >> 8), UInt8(value & 0xF0))
        case 0xC5, 0xD5, 0xE5:
            bus.idle()
            push(r16(opcode >> 4))
        case 0xF5:
            bus.idle()
            push(UInt16(registers.a) << 8 | UInt16(registers.f))
        case 0xF3:
            interruptsEnabled = false
            enablePending = false
        case 0xFB: enablePending = true
        default: block3Loads(opcode)
        }
    }

    private mutating func block3Loads(_ opcode: UInt8) {
        switch opcode {
        case 0xE0:
            let address = 0xFF00 | UInt16(fetch())
            bus.write(address, registers.a)
        case 0xF0:
            let address = 0xFF00 | UInt16(fetch())
            registers.a = bus.read(address)
        case 0xE2: bus.write(0xFF00 | UInt16(registers.c), registers.a)
        case 0xF2: registers.a = bus.read(0xFF00 | UInt16(registers.c))
        case 0xEA:
            let address = fetchWord()
            bus.write(address, registers.a)
        case 0xFA:
            let address = fetchWord()
            registers.a = bus.read(address)
        case 0xE8:  // add sp, imm8
            let sum = stackPointerSum()
            bus.idle()
            bus.idle()
            registers.sp = sum
        case 0xF8:  // ld hl, sp + imm8
            hl = stackPointerSum()
            bus.idle()
        case 0xF9:
            bus.idle()
            registers.sp = hl
        default: mode = .locked
        }
    }

    private mutating func stackPointerSum() -> UInt16 {
        let byte = fetch()
        let (low, offset) = (Int(registers.sp & 0xFF), Int(byte))
        setFlags(zero: false, subtract: false, half: low & 0xF + offset & 0xF > 0xF, carry: low + offset > 0xFF)
        return UInt16(truncatingIfNeeded: Int(registers.sp) + Int(Int8(bitPattern: byte)))
    }

    private mutating func push(_ value: UInt16) {
        registers.sp &-= 1
        bus.write(registers.sp, UInt8(value >> 8))
        registers.sp &-= 1
        bus.write(registers.sp, UInt8(value & 0xFF))
    }

    private mutating func pop() -> UInt16 {
        let low = bus.read(registers.sp)
        registers.sp &+= 1
        let high = bus.read(registers.sp)
        registers.sp &+= 1
        return UInt16(high) << 8 | UInt16(low)
    }

    private mutating func call(_ address: UInt16) {
        bus.idle()
        push(registers.pc)
        registers.pc = address
    }

    private mutating func returnFromCall() {
        registers.pc = pop()
        bus.idle()
    }

    // MARK: - Rotations, shifts, bits

    private enum Rotation: UInt8 { case rlc, rrc, rl, rr, sla, sra, swap, srl }

    private mutating func rotateA(_ rotation: Rotation) {
        registers.a = rotate(rotation, registers.a)
        registers.f &= 0x10
    }

    private mutating func rotate(_ rotation: Rotation, _ value: UInt8) -> UInt8 {
        let result: UInt8
        var out = false
        switch rotation {
        case .rlc: (result, out) = (value << 1 | value >> 7, value & 0x80 != 0)
        case .rrc: (result, out) = (value >> 1 | value << 7, value & 1 != 0)
        case .rl: (result, out) = (value << 1 | (carry ? 1 : 0), value & 0x80 != 0)
        case .rr: (result, out) = (value >> 1 | (carry ? 0x80 : 0), value & 1 != 0)
        case .sla: (result, out) = (value << 1, value & 0x80 != 0)
        case .sra: (result, out) = (value >> 1 | value & 0x80, value & 1 != 0)
        case .swap: result = value << 4 | value >> 4
        case .srl: (result, out) = (value >> 1, value & 1 != 0)
        }
        setFlags(zero: result == 0, subtract: false, half: false, carry: out)
        return result
    }

    private mutating func executePrefixed(_ opcode: UInt8) {
        let value = r8(opcode)
        let bit: UInt8 = 1 << (opcode >> 3 & 7)
        switch opcode >> 6 {
        case 0:
            let result = rotate(Rotation(rawValue: opcode >> 3)!, value)
            setR8(opcode, result)
        case 1: setFlags(zero: value & bit == 0, subtract: false, half: true, carry: carry)
        case 2: setR8(opcode, value & ~bit)
        default: setR8(opcode, value | bit)
        }
    }
}
