// The 256 opcodes without a prefix. Each access of the bus is one machine cycle, in the hardware's order.
//
// Source: Pan Docs, "CPU Instruction Set"; gekkio, "Game Boy: Complete Technical Reference".

extension CPU where Bus: ~Copyable {
    /// Executes one instruction: 1 to 6 machine cycles on the bus. The mode must be `.running`. An
    /// interrupt is served by the caller, between steps.
    @inline(__always)
    public mutating func step() {
        var opcode = Opcode(byte: fetch())
        var again: Bool
        repeat {
            again = false
            switch opcode {
            case .x00: break  // NOP

            // MARK: 8-bit loads
            case .x06: b = fetch()  // LD B,n
            case .x0E: c = fetch()  // LD C,n
            case .x16: d = fetch()  // LD D,n
            case .x1E: e = fetch()  // LD E,n
            case .x26: h = fetch()  // LD H,n
            case .x2E: l = fetch()  // LD L,n
            case .x3E: a = fetch()  // LD A,n
            case .x36:  // LD (HL),n
                let value = fetch()
                bus.write(hl, value)
            case .x40: bus.breakpoint()  // LD B,B
            case .x41: b = c
            case .x42: b = d
            case .x43: b = e
            case .x44: b = h
            case .x45: b = l
            case .x46: b = bus.read(hl)
            case .x47: b = a
            case .x48: c = b
            case .x49: break  // LD C,C
            case .x4A: c = d
            case .x4B: c = e
            case .x4C: c = h
            case .x4D: c = l
            case .x4E: c = bus.read(hl)
            case .x4F: c = a
            case .x50: d = b
            case .x51: d = c
            case .x52: break  // LD D,D
            case .x53: d = e
            case .x54: d = h
            case .x55: d = l
            case .x56: d = bus.read(hl)
            case .x57: d = a
            case .x58: e = b
            case .x59: e = c
            case .x5A: e = d
            case .x5B: break  // LD E,E
            case .x5C: e = h
            case .x5D: e = l
            case .x5E: e = bus.read(hl)
            case .x5F: e = a
            case .x60: h = b
            case .x61: h = c
            case .x62: h = d
            case .x63: h = e
            case .x64: break  // LD H,H
            case .x65: h = l
            case .x66: h = bus.read(hl)
            case .x67: h = a
            case .x68: l = b
            case .x69: l = c
            case .x6A: l = d
            case .x6B: l = e
            case .x6C: l = h
            case .x6D: break  // LD L,L
            case .x6E: l = bus.read(hl)
            case .x6F: l = a
            case .x70: bus.write(hl, b)
            case .x71: bus.write(hl, c)
            case .x72: bus.write(hl, d)
            case .x73: bus.write(hl, e)
            case .x74: bus.write(hl, h)
            case .x75: bus.write(hl, l)
            case .x77: bus.write(hl, a)
            case .x78: a = b
            case .x79: a = c
            case .x7A: a = d
            case .x7B: a = e
            case .x7C: a = h
            case .x7D: a = l
            case .x7E: a = bus.read(hl)
            case .x7F: break  // LD A,A
            case .x02: bus.write(bc, a)  // LD (BC),A
            case .x12: bus.write(de, a)  // LD (DE),A
            case .x0A: a = bus.read(bc)  // LD A,(BC)
            case .x1A: a = bus.read(de)  // LD A,(DE)
            case .x22:  // LD (HL+),A
                bus.write(hl, a)
                hl = (hl &+ 1) & 0xFFFF
            case .x32:  // LD (HL-),A
                bus.write(hl, a)
                hl = (hl &- 1) & 0xFFFF
            case .x2A:  // LD A,(HL+)
                a = bus.readCounting(hl)
                hl = (hl &+ 1) & 0xFFFF
            case .x3A:  // LD A,(HL-)
                a = bus.readCounting(hl)
                hl = (hl &- 1) & 0xFFFF
            case .xE0:  // LDH (n),A
                let offset = fetch()
                bus.write(0xFF00 | offset, a)
            case .xF0:  // LDH A,(n)
                let offset = fetch()
                a = bus.readHigh(offset)
            case .xE2: bus.write(0xFF00 | c, a)  // LDH (C),A
            case .xF2: a = bus.readHigh(c)  // LDH A,(C)
            case .xEA:  // LD (nn),A
                let address = fetchWord()
                bus.write(address, a)
            case .xFA:  // LD A,(nn)
                let address = fetchWord()
                a = bus.read(address)

            // MARK: 16-bit loads and the stack
            case .x01: bc = fetchWord()  // LD BC,nn
            case .x11: de = fetchWord()  // LD DE,nn
            case .x21: hl = fetchWord()  // LD HL,nn
            case .x31: sp = fetchWord()  // LD SP,nn
            case .x08:  // LD (nn),SP
                let address = fetchWord()
                bus.write(address, sp & 0xFF)
                bus.write((address &+ 1) & 0xFFFF, sp &>> 8)
            case .xF9:  // LD SP,HL
                bus.idle()
                sp = hl
            case .xF8:  // LD HL,SP+e
                let offset = fetch()
                bus.idle()
                hl = flags.addOffset(sp, offset)
            case .xE8:  // ADD SP,e
                let offset = fetch()
                bus.idle()
                bus.idle()
                sp = flags.addOffset(sp, offset)
            case .xC5:  // PUSH
                bus.idle(addressing: sp)
                push(bc)
            case .xD5:
                bus.idle(addressing: sp)
                push(de)
            case .xE5:
                bus.idle(addressing: sp)
                push(hl)
            case .xF5:
                bus.idle(addressing: sp)
                push(a &<< 8 | flags.f)
            case .xC1: bc = pop()  // POP
            case .xD1: de = pop()
            case .xE1: hl = pop()
            case .xF1:
                let word = pop()
                a = word &>> 8
                flags = Flags(f: word & 0xF0)

            // MARK: 8-bit arithmetic
            case .x80: a = flags.add(a, b)  // ADD A,r
            case .x81: a = flags.add(a, c)
            case .x82: a = flags.add(a, d)
            case .x83: a = flags.add(a, e)
            case .x84: a = flags.add(a, h)
            case .x85: a = flags.add(a, l)
            case .x86:
                let value = bus.read(hl)
                a = flags.add(a, value)
            case .x87: a = flags.add(a, a)
            case .xC6:  // ADD A,n
                let value = fetch()
                a = flags.add(a, value)
            case .x88: a = flags.add(a, b, carry: flags.carryBit)  // ADC A,r
            case .x89: a = flags.add(a, c, carry: flags.carryBit)
            case .x8A: a = flags.add(a, d, carry: flags.carryBit)
            case .x8B: a = flags.add(a, e, carry: flags.carryBit)
            case .x8C: a = flags.add(a, h, carry: flags.carryBit)
            case .x8D: a = flags.add(a, l, carry: flags.carryBit)
            case .x8E:
                let value = bus.read(hl)
                a = flags.add(a, value, carry: flags.carryBit)
            case .x8F: a = flags.add(a, a, carry: flags.carryBit)
            case .xCE:  // ADC A,n
                let value = fetch()
                a = flags.add(a, value, carry: flags.carryBit)
            case .x90: a = flags.subtract(a, b)  // SUB A,r
            case .x91: a = flags.subtract(a, c)
            case .x92: a = flags.subtract(a, d)
            case .x93: a = flags.subtract(a, e)
            case .x94: a = flags.subtract(a, h)
            case .x95: a = flags.subtract(a, l)
            case .x96:
                let value = bus.read(hl)
                a = flags.subtract(a, value)
            case .x97: a = flags.subtract(a, a)
            case .xD6:  // SUB A,n
                let value = fetch()
                a = flags.subtract(a, value)
            case .x98: a = flags.subtract(a, b, borrow: flags.carryBit)  // SBC A,r
            case .x99: a = flags.subtract(a, c, borrow: flags.carryBit)
            case .x9A: a = flags.subtract(a, d, borrow: flags.carryBit)
            case .x9B: a = flags.subtract(a, e, borrow: flags.carryBit)
            case .x9C: a = flags.subtract(a, h, borrow: flags.carryBit)
            case .x9D: a = flags.subtract(a, l, borrow: flags.carryBit)
            case .x9E:
                let value = bus.read(hl)
                a = flags.subtract(a, value, borrow: flags.carryBit)
            case .x9F: a = flags.subtract(a, a, borrow: flags.carryBit)
            case .xDE:  // SBC A,n
                let value = fetch()
                a = flags.subtract(a, value, borrow: flags.carryBit)
            case .xA0: a = flags.and(a, b)  // AND A,r
            case .xA1: a = flags.and(a, c)
            case .xA2: a = flags.and(a, d)
            case .xA3: a = flags.and(a, e)
            case .xA4: a = flags.and(a, h)
            case .xA5: a = flags.and(a, l)
            case .xA6:
                let value = bus.read(hl)
                a = flags.and(a, value)
            case .xA7: a = flags.and(a, a)
            case .xE6:  // AND A,n
                let value = fetch()
                a = flags.and(a, value)
            case .xA8: a = flags.xor(a, b)  // XOR A,r
            case .xA9: a = flags.xor(a, c)
            case .xAA: a = flags.xor(a, d)
            case .xAB: a = flags.xor(a, e)
            case .xAC: a = flags.xor(a, h)
            case .xAD: a = flags.xor(a, l)
            case .xAE:
                let value = bus.read(hl)
                a = flags.xor(a, value)
            case .xAF: a = flags.xor(a, a)
            case .xEE:  // XOR A,n
                let value = fetch()
                a = flags.xor(a, value)
            case .xB0: a = flags.or(a, b)  // OR A,r
            case .xB1: a = flags.or(a, c)
            case .xB2: a = flags.or(a, d)
            case .xB3: a = flags.or(a, e)
            case .xB4: a = flags.or(a, h)
            case .xB5: a = flags.or(a, l)
            case .xB6:
                let value = bus.read(hl)
                a = flags.or(a, value)
            case .xB7: a = flags.or(a, a)
            case .xF6:  // OR A,n
                let value = fetch()
                a = flags.or(a, value)
            case .xB8: _ = flags.subtract(a, b)  // CP A,r
            case .xB9: _ = flags.subtract(a, c)
            case .xBA: _ = flags.subtract(a, d)
            case .xBB: _ = flags.subtract(a, e)
            case .xBC: _ = flags.subtract(a, h)
            case .xBD: _ = flags.subtract(a, l)
            case .xBE:
                let value = bus.read(hl)
                _ = flags.subtract(a, value)
            case .xBF: _ = flags.subtract(a, a)
            case .xFE:  // CP A,n
                let value = fetch()
                _ = flags.subtract(a, value)
            case .x04: b = flags.increment(b)  // INC B
            case .x05: b = flags.decrement(b)  // DEC B
            case .x0C: c = flags.increment(c)  // INC C
            case .x0D: c = flags.decrement(c)  // DEC C
            case .x14: d = flags.increment(d)  // INC D
            case .x15: d = flags.decrement(d)  // DEC D
            case .x1C: e = flags.increment(e)  // INC E
            case .x1D: e = flags.decrement(e)  // DEC E
            case .x24: h = flags.increment(h)  // INC H
            case .x25: h = flags.decrement(h)  // DEC H
            case .x2C: l = flags.increment(l)  // INC L
            case .x2D: l = flags.decrement(l)  // DEC L
            case .x3C: a = flags.increment(a)  // INC A
            case .x3D: a = flags.decrement(a)  // DEC A
            case .x34:  // INC (HL)
                let value = flags.increment(bus.read(hl))
                bus.write(hl, value)
            case .x35:  // DEC (HL)
                let value = flags.decrement(bus.read(hl))
                bus.write(hl, value)
            case .x27: a = flags.decimalAdjust(a)  // DAA
            case .x2F:  // CPL
                a ^= 0xFF
                flags.half = 0x10 | Flags.subtraction
            case .x37:  // SCF
                flags.setCarryKeepingZero(1)
                flags.half = 0
            case .x3F:  // CCF
                flags.setCarryKeepingZero(flags.carryBit ^ 1)
                flags.half = 0

            // MARK: Rotates of A, which clear Z
            case .x07:  // RLCA
                a = flags.rotateLeft(a)
                flags.setZeroKeepingCarry(1)
            case .x0F:  // RRCA
                a = flags.rotateRight(a)
                flags.setZeroKeepingCarry(1)
            case .x17:  // RLA
                a = flags.rotateLeftThroughCarry(a)
                flags.setZeroKeepingCarry(1)
            case .x1F:  // RRA
                a = flags.rotateRightThroughCarry(a)
                flags.setZeroKeepingCarry(1)
            case .xCB: executePrefixed()

            // MARK: 16-bit arithmetic
            case .x03:  // INC BC
                bus.idle(addressing: bc)
                bc = (bc &+ 1) & 0xFFFF
            case .x0B:  // DEC BC
                bus.idle(addressing: bc)
                bc = (bc &- 1) & 0xFFFF
            case .x09:  // ADD HL,BC
                bus.idle()
                hl = flags.addWords(hl, bc)
            case .x13:  // INC DE
                bus.idle(addressing: de)
                de = (de &+ 1) & 0xFFFF
            case .x1B:  // DEC DE
                bus.idle(addressing: de)
                de = (de &- 1) & 0xFFFF
            case .x19:  // ADD HL,DE
                bus.idle()
                hl = flags.addWords(hl, de)
            case .x23:  // INC HL
                bus.idle(addressing: hl)
                hl = (hl &+ 1) & 0xFFFF
            case .x2B:  // DEC HL
                bus.idle(addressing: hl)
                hl = (hl &- 1) & 0xFFFF
            case .x29:  // ADD HL,HL
                bus.idle()
                hl = flags.addWords(hl, hl)
            case .x33:  // INC SP
                bus.idle(addressing: sp)
                sp = (sp &+ 1) & 0xFFFF
            case .x3B:  // DEC SP
                bus.idle(addressing: sp)
                sp = (sp &- 1) & 0xFFFF
            case .x39:  // ADD HL,SP
                bus.idle()
                hl = flags.addWords(hl, sp)

            // MARK: Jumps, calls and returns
            case .x18: jumpRelative(if: true)  // JR e
            case .x20: jumpRelative(if: !flags.zero)  // JR cc,e
            case .x28: jumpRelative(if: flags.zero)
            case .x30: jumpRelative(if: !flags.carry)
            case .x38: jumpRelative(if: flags.carry)
            case .xC3: jump(if: true)  // JP nn
            case .xC2: jump(if: !flags.zero)  // JP cc,nn
            case .xCA: jump(if: flags.zero)
            case .xD2: jump(if: !flags.carry)
            case .xDA: jump(if: flags.carry)
            case .xE9: pc = hl  // JP HL
            case .xCD: call(if: true)  // CALL nn
            case .xC4: call(if: !flags.zero)  // CALL cc,nn
            case .xCC: call(if: flags.zero)
            case .xD4: call(if: !flags.carry)
            case .xDC: call(if: flags.carry)
            case .xC7, .xCF, .xD7, .xDF, .xE7, .xEF, .xF7, .xFF:  // RST
                bus.idle(addressing: sp)
                push(pc)
                pc = UInt32(opcode.rawValue) & 0x38
            case .xC0: returnFromCall(if: !flags.zero)  // RET cc
            case .xC8: returnFromCall(if: flags.zero)
            case .xD0: returnFromCall(if: !flags.carry)
            case .xD8: returnFromCall(if: flags.carry)
            case .xC9:  // RET
                pc = pop()
                bus.idle()
            case .xD9:  // RETI
                pc = pop()
                bus.idle()
                interruptsEnabled = true
                bus.requestAttention()

            // MARK: Control
            case .xF3:  // DI
                interruptsEnabled = false
                enablePending = false
            case .xFB:  // EI
                enablePending = true
                bus.requestAttention()
            case .x76:  // HALT
                if bus.pendingInterrupts == 0 {
                    mode = .halted
                    bus.requestAttention()
                } else if interruptsEnabled {
                    // EI stood just before: the interrupt returns to the HALT itself.
                    pc = (pc &- 1) & 0xFFFF
                } else {
                    // The HALT bug: the next byte is read without moving on from it.
                    opcode = Opcode(byte: bus.read(pc))
                    again = opcode != .x76
                    // Another HALT is read for ever. It goes on from the one before it in the next step, so
                    // that every step ends.
                    if !again { pc = (pc &- 1) & 0xFFFF }
                }
            case .x10:  // STOP
                bus.stopClocks()
                mode = .stopped
                bus.requestAttention()

            // No default, which would bring back the range check: these are the bytes that are no instruction.
            case .xD3, .xDB, .xDD, .xE3, .xE4, .xEB, .xEC, .xED, .xF4, .xFC, .xFD:
                mode = .locked
                bus.requestAttention()
            }
        } while again
    }
}
