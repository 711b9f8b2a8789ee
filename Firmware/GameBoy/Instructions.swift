// The 256 opcodes without a prefix. Each access of the bus is one machine cycle, in the hardware's order.
//
// Source: Pan Docs, "CPU Instruction Set"; gekkio, "Game Boy: Complete Technical Reference".

extension CPU where Bus: ~Copyable {
    /// Executes one instruction: 1 to 6 machine cycles on the bus. The mode must be `.running`. An
    /// interrupt is served by the caller, between steps.
    @inline(__always)
    public mutating func step() {
        var opcode = fetch()
        var again: Bool
        repeat {
            again = false
            switch opcode {
            case 0x00: break  // NOP


            // MARK: 8-bit loads
            case 0x06: b = fetch()  // LD B,n
            case 0x0E: c = fetch()  // LD C,n
            case 0x16: d = fetch()  // LD D,n
            case 0x1E: e = fetch()  // LD E,n
            case 0x26: h = fetch()  // LD H,n
            case 0x2E: l = fetch()  // LD L,n
            case 0x3E: a = fetch()  // LD A,n
            case 0x36:  // LD (HL),n
                let value = fetch()
                bus.write(hl, value)
            case 0x40: bus.breakpoint()  // LD B,B
            case 0x41: b = c
            case 0x42: b = d
            case 0x43: b = e
            case 0x44: b = h
            case 0x45: b = l
            case 0x46: b = bus.read(hl)
            case 0x47: b = a
            case 0x48: c = b
            case 0x49: break  // LD C,C
            case 0x4A: c = d
            case 0x4B: c = e
            case 0x4C: c = h
            case 0x4D: c = l
            case 0x4E: c = bus.read(hl)
            case 0x4F: c = a
            case 0x50: d = b
            case 0x51: d = c
            case 0x52: break  // LD D,D
            case 0x53: d = e
            case 0x54: d = h
            case 0x55: d = l
            case 0x56: d = bus.read(hl)
            case 0x57: d = a
            case 0x58: e = b
            case 0x59: e = c
            case 0x5A: e = d
            case 0x5B: break  // LD E,E
            case 0x5C: e = h
            case 0x5D: e = l
            case 0x5E: e = bus.read(hl)
            case 0x5F: e = a
            case 0x60: h = b
            case 0x61: h = c
            case 0x62: h = d
            case 0x63: h = e
            case 0x64: break  // LD H,H
            case 0x65: h = l
            case 0x66: h = bus.read(hl)
            case 0x67: h = a
            case 0x68: l = b
            case 0x69: l = c
            case 0x6A: l = d
            case 0x6B: l = e
            case 0x6C: l = h
            case 0x6D: break  // LD L,L
            case 0x6E: l = bus.read(hl)
            case 0x6F: l = a
            case 0x70: bus.write(hl, b)
            case 0x71: bus.write(hl, c)
            case 0x72: bus.write(hl, d)
            case 0x73: bus.write(hl, e)
            case 0x74: bus.write(hl, h)
            case 0x75: bus.write(hl, l)
            case 0x77: bus.write(hl, a)
            case 0x78: a = b
            case 0x79: a = c
            case 0x7A: a = d
            case 0x7B: a = e
            case 0x7C: a = h
            case 0x7D: a = l
            case 0x7E: a = bus.read(hl)
            case 0x7F: break  // LD A,A
            case 0x02: bus.write(bc, a)  // LD (BC),A
            case 0x12: bus.write(de, a)  // LD (DE),A
            case 0x0A: a = bus.read(bc)  // LD A,(BC)
            case 0x1A: a = bus.read(de)  // LD A,(DE)
            case 0x22:  // LD (HL+),A
                bus.write(hl, a)
                hl = (hl &+ 1) & 0xFFFF
            case 0x32:  // LD (HL-),A
                bus.write(hl, a)
                hl = (hl &- 1) & 0xFFFF
            case 0x2A:  // LD A,(HL+)
                a = bus.read(hl)
                hl = (hl &+ 1) & 0xFFFF
            case 0x3A:  // LD A,(HL-)
                a = bus.read(hl)
                hl = (hl &- 1) & 0xFFFF
            case 0xE0:  // LDH (n),A
                let offset = fetch()
                bus.write(0xFF00 | offset, a)
            case 0xF0:  // LDH A,(n)
                let offset = fetch()
                a = bus.readHigh(offset)
            case 0xE2: bus.write(0xFF00 | c, a)  // LDH (C),A
            case 0xF2: a = bus.readHigh(c)  // LDH A,(C)
            case 0xEA:  // LD (nn),A
                let address = fetchWord()
                bus.write(address, a)
            case 0xFA:  // LD A,(nn)
                let address = fetchWord()
                a = bus.read(address)

            // MARK: 16-bit loads and the stack
            case 0x01: bc = fetchWord()  // LD BC,nn
            case 0x11: de = fetchWord()  // LD DE,nn
            case 0x21: hl = fetchWord()  // LD HL,nn
            case 0x31: sp = fetchWord()  // LD SP,nn
            case 0x08:  // LD (nn),SP
                let address = fetchWord()
                bus.write(address, sp & 0xFF)
                bus.write((address &+ 1) & 0xFFFF, sp &>> 8)
            case 0xF9:  // LD SP,HL
                bus.idle()
                sp = hl
            case 0xF8:  // LD HL,SP+e
                let offset = fetch()
                bus.idle()
                hl = flags.addOffset(sp, offset)
            case 0xE8:  // ADD SP,e
                let offset = fetch()
                bus.idle()
                bus.idle()
                sp = flags.addOffset(sp, offset)
            case 0xC5, 0xD5, 0xE5, 0xF5:  // PUSH
                let word: UInt32
                switch opcode {
                case 0xC5: word = bc
                case 0xD5: word = de
                case 0xE5: word = hl
                default: word = a &<< 8 | flags.f
                }
                bus.idle()
                push(word)
            case 0xC1, 0xD1, 0xE1, 0xF1:  // POP
                let word = pop()
                switch opcode {
                case 0xC1: bc = word
                case 0xD1: de = word
                case 0xE1: hl = word
                default:
                    a = word &>> 8
                    flags = Flags(f: word & 0xF0)
                }

            // MARK: 8-bit arithmetic
            case 0x80: a = flags.add(a, b)  // ADD A,r
            case 0x81: a = flags.add(a, c)
            case 0x82: a = flags.add(a, d)
            case 0x83: a = flags.add(a, e)
            case 0x84: a = flags.add(a, h)
            case 0x85: a = flags.add(a, l)
            case 0x86:
                let value = bus.read(hl)
                a = flags.add(a, value)
            case 0x87: a = flags.add(a, a)
            case 0xC6:  // ADD A,n
                let value = fetch()
                a = flags.add(a, value)
            case 0x88: a = flags.add(a, b, carry: flags.carryBit)  // ADC A,r
            case 0x89: a = flags.add(a, c, carry: flags.carryBit)
            case 0x8A: a = flags.add(a, d, carry: flags.carryBit)
            case 0x8B: a = flags.add(a, e, carry: flags.carryBit)
            case 0x8C: a = flags.add(a, h, carry: flags.carryBit)
            case 0x8D: a = flags.add(a, l, carry: flags.carryBit)
            case 0x8E:
                let value = bus.read(hl)
                a = flags.add(a, value, carry: flags.carryBit)
            case 0x8F: a = flags.add(a, a, carry: flags.carryBit)
            case 0xCE:  // ADC A,n
                let value = fetch()
                a = flags.add(a, value, carry: flags.carryBit)
            case 0x90: a = flags.subtract(a, b)  // SUB A,r
            case 0x91: a = flags.subtract(a, c)
            case 0x92: a = flags.subtract(a, d)
            case 0x93: a = flags.subtract(a, e)
            case 0x94: a = flags.subtract(a, h)
            case 0x95: a = flags.subtract(a, l)
            case 0x96:
                let value = bus.read(hl)
                a = flags.subtract(a, value)
            case 0x97: a = flags.subtract(a, a)
            case 0xD6:  // SUB A,n
                let value = fetch()
                a = flags.subtract(a, value)
            case 0x98: a = flags.subtract(a, b, borrow: flags.carryBit)  // SBC A,r
            case 0x99: a = flags.subtract(a, c, borrow: flags.carryBit)
            case 0x9A: a = flags.subtract(a, d, borrow: flags.carryBit)
            case 0x9B: a = flags.subtract(a, e, borrow: flags.carryBit)
            case 0x9C: a = flags.subtract(a, h, borrow: flags.carryBit)
            case 0x9D: a = flags.subtract(a, l, borrow: flags.carryBit)
            case 0x9E:
                let value = bus.read(hl)
                a = flags.subtract(a, value, borrow: flags.carryBit)
            case 0x9F: a = flags.subtract(a, a, borrow: flags.carryBit)
            case 0xDE:  // SBC A,n
                let value = fetch()
                a = flags.subtract(a, value, borrow: flags.carryBit)
            case 0xA0: a = flags.and(a, b)  // AND A,r
            case 0xA1: a = flags.and(a, c)
            case 0xA2: a = flags.and(a, d)
            case 0xA3: a = flags.and(a, e)
            case 0xA4: a = flags.and(a, h)
            case 0xA5: a = flags.and(a, l)
            case 0xA6:
                let value = bus.read(hl)
                a = flags.and(a, value)
            case 0xA7: a = flags.and(a, a)
            case 0xE6:  // AND A,n
                let value = fetch()
                a = flags.and(a, value)
            case 0xA8: a = flags.xor(a, b)  // XOR A,r
            case 0xA9: a = flags.xor(a, c)
            case 0xAA: a = flags.xor(a, d)
            case 0xAB: a = flags.xor(a, e)
            case 0xAC: a = flags.xor(a, h)
            case 0xAD: a = flags.xor(a, l)
            case 0xAE:
                let value = bus.read(hl)
                a = flags.xor(a, value)
            case 0xAF: a = flags.xor(a, a)
            case 0xEE:  // XOR A,n
                let value = fetch()
                a = flags.xor(a, value)
            case 0xB0: a = flags.or(a, b)  // OR A,r
            case 0xB1: a = flags.or(a, c)
            case 0xB2: a = flags.or(a, d)
            case 0xB3: a = flags.or(a, e)
            case 0xB4: a = flags.or(a, h)
            case 0xB5: a = flags.or(a, l)
            case 0xB6:
                let value = bus.read(hl)
                a = flags.or(a, value)
            case 0xB7: a = flags.or(a, a)
            case 0xF6:  // OR A,n
                let value = fetch()
                a = flags.or(a, value)
            case 0xB8: _ = flags.subtract(a, b)  // CP A,r
            case 0xB9: _ = flags.subtract(a, c)
            case 0xBA: _ = flags.subtract(a, d)
            case 0xBB: _ = flags.subtract(a, e)
            case 0xBC: _ = flags.subtract(a, h)
            case 0xBD: _ = flags.subtract(a, l)
            case 0xBE:
                let value = bus.read(hl)
                _ = flags.subtract(a, value)
            case 0xBF: _ = flags.subtract(a, a)
            case 0xFE:  // CP A,n
                let value = fetch()
                _ = flags.subtract(a, value)
            case 0x04: b = flags.increment(b)  // INC B
            case 0x05: b = flags.decrement(b)  // DEC B
            case 0x0C: c = flags.increment(c)  // INC C
            case 0x0D: c = flags.decrement(c)  // DEC C
            case 0x14: d = flags.increment(d)  // INC D
            case 0x15: d = flags.decrement(d)  // DEC D
            case 0x1C: e = flags.increment(e)  // INC E
            case 0x1D: e = flags.decrement(e)  // DEC E
            case 0x24: h = flags.increment(h)  // INC H
            case 0x25: h = flags.decrement(h)  // DEC H
            case 0x2C: l = flags.increment(l)  // INC L
            case 0x2D: l = flags.decrement(l)  // DEC L
            case 0x3C: a = flags.increment(a)  // INC A
            case 0x3D: a = flags.decrement(a)  // DEC A
            case 0x34:  // INC (HL)
                let value = flags.increment(bus.read(hl))
                bus.write(hl, value)
            case 0x35:  // DEC (HL)
                let value = flags.decrement(bus.read(hl))
                bus.write(hl, value)
            case 0x27: a = flags.decimalAdjust(a)  // DAA
            case 0x2F:  // CPL
                a ^= 0xFF
                flags.half = 0x10 | Flags.subtraction
            case 0x37:  // SCF
                flags.setCarryKeepingZero(1)
                flags.half = 0
            case 0x3F:  // CCF
                flags.setCarryKeepingZero(flags.carryBit ^ 1)
                flags.half = 0

            // MARK: Rotates of A, which clear Z
            case 0x07:  // RLCA
                a = flags.rotateLeft(a)
                flags.setZeroKeepingCarry(1)
            case 0x0F:  // RRCA
                a = flags.rotateRight(a)
                flags.setZeroKeepingCarry(1)
            case 0x17:  // RLA
                a = flags.rotateLeftThroughCarry(a)
                flags.setZeroKeepingCarry(1)
            case 0x1F:  // RRA
                a = flags.rotateRightThroughCarry(a)
                flags.setZeroKeepingCarry(1)
            case 0xCB: executePrefixed()

            // MARK: 16-bit arithmetic
            case 0x03:  // INC BC
                bus.idle()
                bc = (bc &+ 1) & 0xFFFF
            case 0x0B:  // DEC BC
                bus.idle()
                bc = (bc &- 1) & 0xFFFF
            case 0x09:  // ADD HL,BC
                bus.idle()
                hl = flags.addWords(hl, bc)
            case 0x13:  // INC DE
                bus.idle()
                de = (de &+ 1) & 0xFFFF
            case 0x1B:  // DEC DE
                bus.idle()
                de = (de &- 1) & 0xFFFF
            case 0x19:  // ADD HL,DE
                bus.idle()
                hl = flags.addWords(hl, de)
            case 0x23:  // INC HL
                bus.idle()
                hl = (hl &+ 1) & 0xFFFF
            case 0x2B:  // DEC HL
                bus.idle()
                hl = (hl &- 1) & 0xFFFF
            case 0x29:  // ADD HL,HL
                bus.idle()
                hl = flags.addWords(hl, hl)
            case 0x33:  // INC SP
                bus.idle()
                sp = (sp &+ 1) & 0xFFFF
            case 0x3B:  // DEC SP
                bus.idle()
                sp = (sp &- 1) & 0xFFFF
            case 0x39:  // ADD HL,SP
                bus.idle()
                hl = flags.addWords(hl, sp)

            // MARK: Jumps, calls and returns
            case 0x18:  // JR e
                let offset = fetch()
                bus.idle()
                pc = (pc &+ signExtended(offset)) & 0xFFFF
            case 0x20, 0x28, 0x30, 0x38:  // JR cc,e
                let offset = fetch()
                if condition(opcode) {
                    bus.idle()
                    pc = (pc &+ signExtended(offset)) & 0xFFFF
                }
            case 0xC3:  // JP nn
                let address = fetchWord()
                bus.idle()
                pc = address
            case 0xC2, 0xCA, 0xD2, 0xDA:  // JP cc,nn
                let address = fetchWord()
                if condition(opcode) {
                    bus.idle()
                    pc = address
                }
            case 0xE9: pc = hl  // JP HL
            case 0xC4, 0xCC, 0xCD, 0xD4, 0xDC:  // CALL nn, CALL cc,nn
                let address = fetchWord()
                if opcode == 0xCD || condition(opcode) {
                    bus.idle()
                    push(pc)
                    pc = address
                }
            case 0xC7, 0xCF, 0xD7, 0xDF, 0xE7, 0xEF, 0xF7, 0xFF:  // RST
                bus.idle()
                push(pc)
                pc = opcode & 0x38
            case 0xC0, 0xC8, 0xD0, 0xD8:  // RET cc
                bus.idle()
                if condition(opcode) {
                    pc = pop()
                    bus.idle()
                }
            case 0xC9:  // RET
                pc = pop()
                bus.idle()
            case 0xD9:  // RETI
                pc = pop()
                bus.idle()
                interruptsEnabled = true
                bus.requestAttention()

            // MARK: Control
            case 0xF3:  // DI
                interruptsEnabled = false
                enablePending = false
            case 0xFB:  // EI
                enablePending = true
                bus.requestAttention()
            case 0x76:  // HALT
                if bus.pendingInterrupts == 0 {
                    mode = .halted
                    bus.requestAttention()
                } else if interruptsEnabled {
                    // EI stood just before: the interrupt returns to the HALT itself.
                    pc = (pc &- 1) & 0xFFFF
                } else {
                    // The HALT bug: the next byte is read without moving on from it.
                    opcode = bus.read(pc)
                    again = opcode != 0x76
                    // Another HALT is read for ever. It goes on from the one before it in the next step, so
                    // that every step ends.
                    if !again { pc = (pc &- 1) & 0xFFFF }
                }
            case 0x10:  // STOP
                bus.stopClocks()
                mode = .stopped
                bus.requestAttention()

            default:  // D3, DB, DD, E3, E4, EB, EC, ED, F4, FC, FD
                mode = .locked
                bus.requestAttention()
            }
        } while again
    }
}
