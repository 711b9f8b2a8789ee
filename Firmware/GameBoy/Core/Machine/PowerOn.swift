// The state in which a machine's boot ROM hands over to the cartridge.

extension MachineState {
    /// Switches the machine on: from all zeros, to where its boot ROM begins, or else to where one would end.
    mutating func powerOn(
        _ cartridge: Cartridge, _ ram: UnsafeMutableRawBufferPointer, _ bootROM: UnsafeRawBufferPointer?
    ) {
        self.cartridge = cartridge
        cartridgeRAM = UnsafeMutableRawBufferPointer(rebasing: ram[0..<cartridge.ramByteCount])
        mapper = Mapper(cartridge)
        boot = BootROM(bootROM)
        joypad.select = M.isColour ? 0x30 : 0
        dma.register = M.isColour ? 0 : 0xFF
        frameEnd = Machine.clocksPerFrame
        if boot.isMapped { powerOnCold() } else { powerOnBooted() }
        mapPages()
    }

    /// Source: Pan Docs, "Power-Up Sequence".
    private mutating func powerOnBooted() {
        cpu = CPUState(startRegisters)
        interrupts.requested = Interrupt.vBlank
        // DIV reads 0xAB, and the counter's lower byte is 0xC8.
        timer.origin = 0 &- 0xABC8
        ppu.powerOn(rom: cartridge.rom)
        if M.isColour { powerOnColour() }
        apu.powerOn(isColour: M.isColour)
    }

    /// Source: Pan Docs, "Power-Up Sequence".
    private var startRegisters: Registers {
        var registers = Registers(
            a: 0x01, f: 0xB0, b: 0x00, c: 0x13, d: 0x00, e: 0xD8, h: 0x01, l: 0x4D, sp: 0xFFFE, pc: 0x0100)
        guard M.isColour else { return registers }
        registers = Registers(
            a: 0x11, f: 0x80, b: 0x00, c: 0x00, d: 0xFF, e: 0x56, h: 0x00, l: 0x0D, sp: 0xFFFE, pc: 0x0100)
        if !isForColour { (registers.d, registers.e, registers.l) = (0x00, 0x08, 0x7C) }
        return registers
    }

    /// Source: Pan Docs, "0143 - CGB flag".
    var isForColour: Bool { cartridge.rom[0x143] & 0x80 != 0 }

    /// The timer's counter at the start of a program that knows colours, DIV reading 0x1E, and of one that does not, for
    /// which the boot ROM chooses palettes, 0x26.
    private static var counterForColour: UInt32 { 0x1E9C }
    private static var counterForGrey: UInt32 { 0x2674 }

    /// A program for the grey machine finds the registers of colour closed, and four greys in the palettes.
    private mutating func powerOnColour() {
        colour.value = ColourClocks()
        ppu.palettes.value = ColourPalettes()
        setCompatible(!isForColour)
        let counter = isForColour ? Self.counterForColour : Self.counterForGrey
        timer.origin = 0 &- counter
        ppu.powerOnColour(clocks: counter &- Self.counterForColour)
        if isForColour {
            ppu.palettes.value.backgroundIndex = 0x80
            ppu.palettes.value.objectIndex = 0x80
            serial.sc = 3
            return
        }
        ppu.palettes.value.backgroundIndex = 0x88
        ppu.palettes.value.objectIndex = 0x90
        let greys: InlineArray<4, UInt16> = [0x7FFF, 0x56B5, 0x294A, 0x0000]
        for index in 0..<4 {
            ppu.palettes.value.colours[index] = greys[index]
            ppu.palettes.value.colours[32 &+ index] = greys[index]
            ppu.palettes.value.colours[36 &+ index] = greys[index]
        }
    }
}

extension PPU {
    /// Line 153, 60 clocks before its end, LY already reading 0.
    fileprivate mutating func powerOn(rom: UnsafeRawBufferPointer) {
        powerOnCold()
        drawLogo(rom)
        lcdc = 0x91
        bgp = 0xFC
        line = 153
        lineStart = 0 &- 396
        nextPhase = .lineStart
        next = lineStart &+ Self.clocksPerLine
        mode = 1
        interruptMode = 1
        lineMatches = true
    }

    /// The colour machine: clock 164 of line 144 for a program that knows colours, so many clocks later for others.
    fileprivate mutating func powerOnColour(clocks: UInt32) {
        let clock = 164 &+ clocks
        line = 144 &+ clock / Self.clocksPerLine
        ly = line
        comparedLine = line
        lineMatches = lyc == line
        lineStart = 0 &- clock % Self.clocksPerLine
        next = lineStart &+ Self.clocksPerLine
    }

    /// Switched off.
    mutating func powerOnCold() {
        obp0 = M.isColour ? 0 : 0xFF
        obp1 = M.isColour ? 0 : 0xFF
        interruptMode = 4
        drawsPicture = true
        makeSpreadTable()
        whiten()
    }

    /// The boot ROM leaves the cartridge's logo in VRAM, each of its dots as four pixels, and a registered trademark
    /// sign after it.
    @_optimize(size)
    private mutating func drawLogo(_ rom: UnsafeRawBufferPointer) {
        for nibble in 0..<96 {
            let byte = UInt32(rom[0x104 &+ nibble / 2])
            let dots = nibble % 2 == 0 ? byte &>> 4 : byte & 0xF
            var pixels: UInt32 = 0
            for dot in 0..<4 as Range<UInt32> where dots &>> dot & 1 != 0 { pixels |= 3 &<< (dot &* 2) }
            videoRAM[at: 0x10 &+ nibble &* 4] = UInt8(truncatingIfNeeded: pixels)
            videoRAM[at: 0x12 &+ nibble &* 4] = UInt8(truncatingIfNeeded: pixels)
        }
        let sign: InlineArray<8, UInt8> = [0x3C, 0x42, 0xB9, 0xA5, 0xB9, 0xA5, 0x42, 0x3C]
        for row in sign.indices { videoRAM[at: 0x190 &+ row &* 2] = sign[row] }
        for column in 0..<12 {
            videoRAM[at: 0x1904 &+ column] = UInt8(truncatingIfNeeded: column &+ 1)
            videoRAM[at: 0x1924 &+ column] = UInt8(truncatingIfNeeded: column &+ 13)
        }
        videoRAM[at: 0x1910] = 25
    }
}
