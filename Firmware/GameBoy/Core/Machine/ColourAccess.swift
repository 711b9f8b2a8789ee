// The registers that only the colour machine has. With a program for the grey machine most of them are closed.

extension MachineState {
    /// A colour machine that runs a program for colour machines.
    @inline(__always)
    var hasColourRegisters: Bool { M.isColour && !colour.value.isCompatible }

    /// Reads a register of the colour machine's; all others read 0xFF.
    ///
    /// Source: Pan Docs, "CGB Registers".
    @inline(never)
    mutating func readColourRegister(_ offset: UInt32, at now: Moment) -> UInt32 {
        switch offset {
        case 0x4F: return ppu.palettes.value.bank | 0xFE
        case 0x68: return ppu.palettes.value.backgroundIndex | 0x40
        case 0x6A: return ppu.palettes.value.objectIndex | 0x40
        case 0x72, 0x73: return UInt32(colour.value.scratch[Int(offset &- 0x72)])
        case 0x75: return UInt32(colour.value.scratch[3]) | 0x8F
        case 0x76:
            catchUpAPU(to: now)
            return apu.pulse1.output | apu.pulse2.output &<< 4
        case 0x77:
            catchUpAPU(to: now)
            return apu.wave.output | apu.noise.output &<< 4
        default: break
        }
        guard hasColourRegisters else { return 0xFF }
        switch offset {
        case 0x4D: return 0x7E | colour.value.speed &<< 7 | (colour.value.isSwitchArmed ? 1 : 0)
        case 0x55:
            let runs = colour.value.isMovingAll || ppu.palettes.value.watchesBlanks
            return colour.value.blocks | (runs ? 0 : 0x80)
        // The eye sees no light.
        case 0x56: return colour.value.infrared | 0x3E
        case 0x69:
            catchUpPPU(to: now)
            return ppu.readColour(ppu.palettes.value.backgroundIndex & 0x3F, at: now, speed: speed)
        case 0x6B:
            catchUpPPU(to: now)
            return ppu.readColour(ppu.palettes.value.objectIndex & 0x3F | 0x40, at: now, speed: speed)
        case 0x6C: return 0xFE
        case 0x70: return colour.value.workBank | 0xF8
        case 0x74: return UInt32(colour.value.scratch[2])
        default: return 0xFF
        }
    }

    @inline(never)
    mutating func writeColourRegister(_ offset: UInt32, _ value: UInt32, at now: Moment) {
        switch offset {
        case 0x72, 0x73:
            colour.value.scratch[Int(offset &- 0x72)] = UInt8(truncatingIfNeeded: value)
            return
        case 0x75:
            colour.value.scratch[3] = UInt8(truncatingIfNeeded: value & 0x70)
            return
        default: break
        }
        guard hasColourRegisters else { return }
        switch offset {
        case 0x4C: if boot.isMapped { boot.key0 = value }
        case 0x4D: colour.value.isSwitchArmed = value & 1 != 0
        case 0x4F:
            catchUpPPU(to: now)
            ppu.palettes.value.bank = value & 1
        case 0x51: colour.value.source = colour.value.source & 0xFF | value &<< 8
        case 0x52: colour.value.source = colour.value.source & 0xFF00 | value & 0xF0
        case 0x53: colour.value.destination = colour.value.destination & 0xFF | value &<< 8
        case 0x54: colour.value.destination = colour.value.destination & 0xFF00 | value & 0xF0
        case 0x55: startVideoDMA(value, at: now)
        case 0x56: colour.value.infrared = value & 0xC1
        case 0x68: ppu.palettes.value.backgroundIndex = value & 0xBF
        case 0x69:
            catchUpPPU(to: now)
            ppu.writeColour(ppu.palettes.value.backgroundIndex & 0x3F, value, at: now, speed: speed)
            ppu.palettes.value.backgroundIndex = Self.advance(ppu.palettes.value.backgroundIndex)
        case 0x6A: ppu.palettes.value.objectIndex = value & 0xBF
        case 0x6B:
            catchUpPPU(to: now)
            ppu.writeColour(ppu.palettes.value.objectIndex & 0x3F | 0x40, value, at: now, speed: speed)
            ppu.palettes.value.objectIndex = Self.advance(ppu.palettes.value.objectIndex)
        case 0x70:
            colour.value.workBank = value & 7
            mapPages()
        case 0x74: colour.value.scratch[2] = UInt8(truncatingIfNeeded: value)
        default: break
        }
    }

    /// An index into the palettes after a write through it, whether that was too late to change anything or not.
    private static func advance(_ index: UInt32) -> UInt32 {
        index & 0x80 == 0 ? index : 0x80 | (index &+ 1) & 0x3F
    }

    // MARK: - VRAM DMA

    /// A write to HDMA5: all blocks at once, or one each H-blank; or the end of the latter.
    ///
    /// Source: Pan Docs, "LCD VRAM DMA Transfers".
    private mutating func startVideoDMA(_ value: UInt32, at now: Moment) {
        catchUpPPU(to: now)
        colour.value.blocks = value & 0x7F
        if value & 0x80 != 0 {
            ppu.palettes.value.watchesBlanks = true
            // In an H-blank, or without a picture, the first block moves now.
            ppu.palettes.value.blankBegan = ppu.isBlank(at: now, speed: speed)
        } else if ppu.palettes.value.watchesBlanks {
            ppu.palettes.value.watchesBlanks = false
        } else {
            colour.value.isMovingAll = true
        }
    }

    /// Whether a block is to be moved before the CPU goes on.
    @inline(__always)
    func isVideoDMADue(at now: Moment) -> Bool {
        colour.value.isMovingAll || isBlockWaiting && ppu.palettes.value.blankStart.isDue(at: now)
    }

    /// An H-blank has begun, or is about to, whose block is not moved yet.
    @inline(__always)
    var isBlockWaiting: Bool { ppu.palettes.value.watchesBlanks && ppu.palettes.value.blankBegan }

    /// Remembers at the start of HALT what the H-blank's block is about.
    mutating func noteHalt(at now: Moment) {
        guard ppu.palettes.value.watchesBlanks && colour.value.halt == .running else { return }
        if isVideoDMADue(at: now &+ colour.value.cycle &- 1) {
            colour.value.halt = .withBlock
        } else {
            colour.value.halt = ppu.isBlank(at: now, speed: speed) ? .inBlank : .beforeBlank
        }
    }

    /// Blocks do not move in HALT. After it, one moves that was waiting before, or if another H-blank has begun and lasts.
    mutating func endHalt(at now: Moment) {
        let halt = colour.value.halt
        guard halt != .running else { return }
        colour.value.halt = .running
        ppu.palettes.value.blankBegan =
            halt == .withBlock || halt == .beforeBlank && ppu.isBlank(at: now, speed: speed)
    }

    /// Moves 16 bytes. Returns the clocks in which the CPU stands still for it, the same at both speeds, and a machine
    /// cycle more when it goes on.
    @inline(never)
    mutating func moveVideoBlock(at now: Moment) -> UInt32 {
        ppu.palettes.value.blankBegan = false
        for _ in 0..<16 {
            let source = colour.value.source & 0xFFFF
            // VRAM and what lies above the RAMs cannot be a source.
            let isReadable = source &>> 13 != 4 && source < 0xE000
            let byte = isReadable ? readIgnoringDMA(source) : 0xFF
            ppu.writeVideoRAM(colour.value.destination, byte, at: now, speed: speed)
            colour.value.source = (source &+ 1) & 0xFFFF
            colour.value.destination = (colour.value.destination &+ 1) & 0xFFFF
        }
        // From the end of VRAM it goes on at its start, from the end of the address space there is no way on.
        if colour.value.blocks == 0 || colour.value.destination == 0 {
            colour.value.isMovingAll = false
            ppu.palettes.value.watchesBlanks = false
        }
        colour.value.blocks = (colour.value.blocks &- 1) & 0x7F
        return 32 &+ (colour.value.isMovingAll ? 0 : colour.value.cycle)
    }
}

extension SoundGenerator {
    /// What PCM12 and PCM34 show.
    fileprivate var output: UInt32 { isOn ? level & 0xF : 0 }
}

extension PPU {
    /// Whether there is no picture, or an H-blank that lasts a machine cycle longer.
    fileprivate func isBlank(at now: Moment, speed: UInt32) -> Bool {
        !isOn || mode == 0 && nextPhase == .lineStart && now &- lineStart < 455 &+ 2 &* speed
    }

    /// The palettes are closed to the CPU while a line is drawn, and a little longer.
    private func arePalettesOpen(at now: Moment, speed: UInt32) -> Bool {
        mode != 3 && (mode != 0 || palettes.value.blankStart.isDue(at: now &- 3 &+ speed))
    }

    func readColour(_ index: UInt32, at now: Moment, speed: UInt32) -> UInt32 {
        guard arePalettesOpen(at: now, speed: speed) else { return 0xFF }
        let colour = UInt32(palettes.value.colours[Int(index &>> 1 & 0x3F)])
        return index & 1 == 0 ? colour & 0xFF : colour &>> 8
    }

    mutating func writeColour(_ index: UInt32, _ value: UInt32, at now: Moment, speed: UInt32) {
        guard arePalettesOpen(at: now, speed: speed) else { return }
        let place = Int(index &>> 1 & 0x3F)
        let before = UInt32(palettes.value.colours[place])
        let after = index & 1 == 0 ? before & 0xFF00 | value : before & 0xFF | (value & 0x7F) &<< 8
        palettes.value.colours[place] = UInt16(truncatingIfNeeded: after)
    }
}
