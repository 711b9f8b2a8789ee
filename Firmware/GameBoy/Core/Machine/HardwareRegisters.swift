// 0xFF00...0xFF7F: which unit answers which register. Each unit is brought up to the moment of the access
// first, so that it answers as if it had been running all along.
//
// Source: Pan Docs, "Hardware Registers".

extension MachineState {
    /// Reads a register. Bits that no hardware drives read 1, and so do registers of units that are not
    /// there.
    mutating func readRegister(_ offset: UInt32, at now: Moment) -> UInt32 {
        switch offset {
        case 0x00: return joypad.p1
        case 0x01:
            interrupts.requested |= serial.catchUp(to: cpuTime(at: now))
            return serial.readSB(at: cpuTime(at: now))
        case 0x02:
            interrupts.requested |= serial.catchUp(to: cpuTime(at: now))
            return serial.sc | (hasColourRegisters ? 0x7C : 0x7E)
        case 0x04: return timer.div(at: cpuTime(at: now))
        case 0x05:
            interrupts.requested |= timer.catchUp(to: cpuTime(at: now))
            return timer.tima
        case 0x06: return timer.tma
        case 0x07: return timer.tac | 0xF8
        case 0x0F:
            catchUp(to: now)
            return interrupts.requested | 0xE0
        case 0x10...0x3F:
            if !apu.isCurrent(offset, at: now, origin: soundOrigin(at: now)) { catchUpAPU(to: now) }
            return apu.read(offset, isColour: M.isColour)
        case 0x40...0x45, 0x47...0x4B:
            catchUpPPU(to: now)
            return ppu.read(offset, at: now, speed: speed)
        case 0x46: return dma.register
        case 0x50: return boot.isMapped ? 0xFE : 0xFF
        default: return M.isColour ? readColourRegister(offset, at: now) : 0xFF
        }
    }

    /// Writes a register. Unless it is one by which nothing becomes due sooner or later, the machine looks at everything
    /// again before the next instruction.
    mutating func writeRegister(_ offset: UInt32, _ value: UInt32, at now: Moment) {
        if offset &- 0x10 < 0x30 {
            catchUpAPU(to: now)
            return apu.write(offset, value, counter: now &- soundOrigin(at: now), isColour: M.isColour)
        }
        switch offset {
        case 0x42...0x44, 0x47...0x4B:
            catchUpPPU(to: now)
            guard ppu.writePictureRegister(offset, value, at: now, speed: speed) else { return }
        case 0x00: interrupts.requested |= joypad.writeP1(value)
        case 0x01:
            interrupts.requested |= serial.catchUp(to: cpuTime(at: now))
            serial.writeSB(value)
        case 0x02:
            let time = cpuTime(at: now)
            interrupts.requested |= serial.catchUp(to: time)
            serial.writeSC(
                value, isFast: hasColourRegisters && value & 2 != 0, counter: time &- timer.origin, at: time)
        case 0x04: resetDivider(at: now)
        case 0x05:
            interrupts.requested |= timer.catchUp(to: cpuTime(at: now))
            timer.writeTIMA(value, at: cpuTime(at: now))
        case 0x06:
            interrupts.requested |= timer.catchUp(to: cpuTime(at: now))
            timer.writeTMA(value, at: cpuTime(at: now))
        case 0x07:
            interrupts.requested |= timer.catchUp(to: cpuTime(at: now))
            timer.writeTAC(value, at: cpuTime(at: now))
        case 0x0F:
            catchUp(to: now)
            interrupts.requested = value & Interrupt.all
        case 0x40, 0x41, 0x45:
            catchUpPPU(to: now)
            if M.isColour && offset == 0x41 {
                interrupts.requested |= ppu.select(value)
                catchUpPPU(to: now &+ 2 &>> speed)
            }
            interrupts.requested |= ppu.write(offset, value, at: now, speed: speed)
        case 0x46: startObjectDMA(value, at: now)
        case 0x50: writeBank(value)
        default: if M.isColour { writeColourRegister(offset, value, at: now) }
        }
        deadline = now
    }
}
