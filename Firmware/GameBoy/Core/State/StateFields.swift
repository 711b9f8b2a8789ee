// The fields of a save state, in their order. What the owner sets (the sample rate aside), what follows from the
// cartridge, and what is made anew for each line are not among them. A field added, taken away or moved is a new
// version of the format.

extension MachineState {
    /// Goes through everything that a program could ever notice.
    ///
    /// The colour machine's CPU time must be anchored at the clock: see `anchorCPUTime`.
    mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.word(&clock)
        coder.clock = clock
        coder.cpuTime = clock
        if M.isColour { codeColour(&coder) }
        coder.moment(&attended)
        for index in highRAM.indices { coder.code(&highRAM[index]) }
        coder.code(&interrupts.requested, upTo: Interrupt.all)
        coder.code(&interrupts.enabled, upTo: 0xFF)
        cpu.code(&coder)
        coder.moment(&frameEnd)
        coder.code(&frameEnded)
        coder.code(&breakpointReached)
        timer.code(&coder)
        serial.code(&coder)
        coder.code(&joypad.pressed, upTo: 0xFF)
        coder.code(&joypad.select, upTo: 0x30)
        coder.code(&dma.register, upTo: 0xFF)
        coder.cpuMoment(&dma.start)
        coder.cpuMoment(&dma.closed)
        coder.code(&dma.moved, upTo: ObjectDMA.length)
        coder.code(&dma.isRunning)
        apu.code(&coder)
        mapper.code(&coder)
        for index in cartridgeRAM.indices {
            var byte = cartridgeRAM[index]
            coder.code(&byte)
            cartridgeRAM[index] = byte
        }
        for index in 0...Int(M.workMask) { coder.code(&workRAM[at: index]) }
        ppu.code(&coder)
    }

    private mutating func codeColour(_ coder: inout some StateCoder & ~Copyable) {
        coder.word(&colour.value.anchorTime)
        coder.cpuTime = colour.value.anchorTime
        coder.moment(&colour.value.anchor)
        coder.code(&colour.value.workBank, upTo: 7)
        for index in colour.value.scratch.indices { coder.code(&colour.value.scratch[index]) }
        coder.code(&colour.value.infrared, upTo: 0xC1)
        coder.code(&colour.value.speed, upTo: 1)
        coder.code(&colour.value.isSwitchArmed)
        coder.code(&colour.value.isSwitching)
        coder.moment(&colour.value.switchEnd)
        coder.code(&colour.value.source, upTo: 0xFFFF)
        coder.code(&colour.value.destination, upTo: 0xFFFF)
        coder.code(&colour.value.blocks, upTo: 0x7F)
        var halt = UInt32(colour.value.halt.rawValue)
        coder.code(&halt, upTo: 3)
        colour.value.halt = VideoDMAHalt(rawValue: UInt8(truncatingIfNeeded: halt)) ?? .running
        coder.code(&colour.value.isMovingAll)
    }
}

extension CPUState {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.code(&a, upTo: 0xFF)
        coder.code(&bc, upTo: 0xFFFF)
        coder.code(&de, upTo: 0xFFFF)
        coder.code(&hl, upTo: 0xFFFF)
        coder.code(&sp, upTo: 0xFFFF)
        coder.code(&pc, upTo: 0xFFFF)
        coder.word(&flags.result)
        coder.word(&flags.half)
        var number = UInt32(mode.rawValue)
        coder.code(&number, upTo: 3)
        mode = CPUMode(rawValue: UInt8(truncatingIfNeeded: number)) ?? .locked
        coder.code(&interruptsEnabled)
        coder.code(&enablePending)
    }
}

extension Timer {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        // Of the counter 16 bits are all there is.
        var counter = (coder.cpuTime &- origin) & 0xFFFF
        coder.code(&counter, upTo: 0xFFFF)
        origin = coder.cpuTime &- counter
        coder.code(&tima, upTo: 0xFF)
        coder.code(&tma, upTo: 0xFF)
        coder.code(&tac, upTo: 7)
        coder.cpuMoment(&counted)
        coder.cpuMoment(&reload)
        coder.code(&overflowed)
    }
}

extension Serial {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.code(&sb, upTo: 0xFF)
        coder.code(&sc, upTo: 0x83)
        coder.cpuMoment(&end)
        for index in ring.indices { coder.code(&ring[index]) }
        coder.word(&written)
        coder.word(&taken)
        coder.word(&lost)
    }
}

extension Mapper {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.code(&showsInfrared)
        coder.code(&ramEnabled)
        coder.code(&lowBank, upTo: 0x1FF)
        coder.code(&highBank, upTo: 0xF)
        coder.code(&advancedMode)
        coder.code(&latch, upTo: 0xFF)
        for register in 0..<5 as Range<UInt32> {
            coder.code(&clock.time[register], upTo: UInt32(ClockTime.mask(register)))
            coder.code(&clock.latched[register], upTo: UInt32(ClockTime.mask(register)))
        }
        coder.code(&clock.fraction, upTo: 0x3F_FFFF)
        coder.moment(&clock.counted)
    }
}

extension PPU {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.code(&lcdc, upTo: 0xFF)
        coder.code(&statSources, upTo: 0x78)
        coder.code(&scy, upTo: 0xFF)
        coder.code(&scx, upTo: 0xFF)
        coder.code(&lyc, upTo: 0xFF)
        coder.code(&bgp, upTo: 0xFF)
        coder.code(&obp0, upTo: 0xFF)
        coder.code(&obp1, upTo: 0xFF)
        coder.code(&wy, upTo: 0xFF)
        coder.code(&wx, upTo: 0xFF)
        coder.code(&ly, upTo: 153)
        coder.code(&line, upTo: 153)
        coder.moment(&lineStart)
        var phase = UInt32(nextPhase.rawValue)
        coder.code(&phase, upTo: 8)
        nextPhase = PicturePhase(rawValue: UInt8(truncatingIfNeeded: phase)) ?? .lineStart
        coder.moment(&next)
        coder.moment(&drawingStart)
        coder.code(&mode, upTo: 3)
        coder.code(&interruptMode, upTo: 4)
        coder.code(&comparedLine, upTo: Self.nothing)
        coder.code(&lineMatches)
        coder.code(&statLine)
        coder.code(&frameEnded)
        coder.code(&isFirstFrame)
        coder.code(&windowReached)
        coder.code(&windowComparisons, upTo: 2)
        coder.code(&windowFollows)
        coder.code(&startsInWindow)
        coder.code(&windowLine, upTo: 0xFF)
        coder.code(&earlyObjects, upTo: 0xFF)
        for index in lineObjects.indices { coder.code(&lineObjects[index], upTo: 156) }
        coder.code(&lineObjectCount, upTo: 10)
        if M.isColour { codePalettes(&coder) }
        pipeline.code(&coder)
        for index in objects.indices { coder.code(&objects[index]) }
        for index in 0...Int(M.videoMask) { coder.code(&videoRAM[at: index]) }
        for index in 0..<Int(Self.height &* M.wordsPerLine) { coder.word(&picture[at: index]) }
    }

    private mutating func codePalettes(_ coder: inout some StateCoder & ~Copyable) {
        for index in palettes.value.colours.indices {
            var colour = UInt32(palettes.value.colours[index])
            coder.code(&colour, upTo: 0x7FFF)
            palettes.value.colours[index] = UInt16(truncatingIfNeeded: colour)
        }
        coder.code(&palettes.value.backgroundIndex, upTo: 0xBF)
        coder.code(&palettes.value.objectIndex, upTo: 0xBF)
        coder.code(&palettes.value.bank, upTo: 1)
        coder.code(&palettes.value.watchesBlanks)
        coder.moment(&palettes.value.blankStart)
        coder.code(&palettes.value.blankBegan)
    }
}

extension PixelPipeline {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.code(&isRunning)
        coder.moment(&clock)
        var column = UInt32(bitPattern: position &+ 16)
        coder.code(&column, upTo: 176)
        position = Int32(bitPattern: column) &- 16
        coder.word(&low)
        coder.word(&high)
        coder.code(&count, upTo: 8)
        coder.code(&step, upTo: 6)
        coder.code(&tile, upTo: 0xFF)
        coder.code(&fetchedLow, upTo: 0xFF)
        coder.code(&fetchedHigh, upTo: 0xFF)
        coder.code(&inWindow)
        coder.code(&windowRow, upTo: 0xFF)
        coder.code(&windowColumn, upTo: 31)
        coder.code(&objectLow, upTo: 0xFF)
        coder.code(&objectHigh, upTo: 0xFF)
        coder.code(&objectPalette, upTo: 0xFF)
        coder.code(&objectBehind, upTo: 0xFF)
        coder.code(&objectRow, upTo: 0xFFFF)
        coder.code(&isObjectReady)
        coder.code(&object, upTo: 10)
        coder.code(&objectDots, upTo: 7)
        coder.code(&edgeDots, upTo: 5)
        guard M.isColour else { return }
        coder.code(&colour.value.fetched, upTo: 0xFF)
        coder.code(&colour.value.leaving, upTo: 0xFF)
        coder.code(&colour.value.palettes)
        coder.code(&colour.value.places)
    }
}
