// The 256 opcodes after the CB prefix: an operation in bits 3...7, an operand in bits 0...2.
//
// Source: Pan Docs, "CPU Instruction Set".

extension CPU where Bus: ~Copyable {
    /// Executes the opcode after a CB prefix: 2 machine cycles with the prefix's, 4 with a memory operand
    /// (3 for BIT, which does not write).
    @inline(always)
    mutating func executePrefixed() {
        let opcode = fetch()
        var value: UInt32
        switch opcode & 7 {
        case 0: value = b
        case 1: value = c
        case 2: value = d
        case 3: value = e
        case 4: value = h
        case 5: value = l
        case 6: value = bus.read(hl)
        default: value = a
        }
        let bit = opcode &>> 3 & 7
        switch opcode &>> 6 {
        case 1:
            flags.test(value, bit: bit)
            return
        case 2: value &= ~(1 &<< bit)
        case 3: value |= 1 &<< bit
        default:
            switch bit {
            case 0: value = flags.rotateLeft(value)
            case 1: value = flags.rotateRight(value)
            case 2: value = flags.rotateLeftThroughCarry(value)
            case 3: value = flags.rotateRightThroughCarry(value)
            case 4: value = flags.shiftLeft(value)
            case 5: value = flags.shiftRightArithmetic(value)
            case 6: value = flags.swapNibbles(value)
            default: value = flags.shiftRightLogical(value)
            }
        }
        switch opcode & 7 {
        case 0: b = value
        case 1: c = value
        case 2: d = value
        case 3: e = value
        case 4: h = value
        case 5: l = value
        case 6: bus.write(hl, value)
        default: a = value
        }
    }
}
