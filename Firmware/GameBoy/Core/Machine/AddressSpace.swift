// The memory map: which pages the CPU may reach directly, and what happens at all other addresses.
//
// Source: Pan Docs, "Memory Map", "I/O Ranges", "OAM DMA Transfer".

extension MachineState {
    /// Fills the page table from the mapper and the DMA unit. While DMA runs there are no direct pages.
    ///
    /// Cost: some 150 instructions on a Cortex-M4.
    mutating func mapPages() {
        for page in 0..<16 {
            readPages[page] = 0
            writePages[page] = 0
        }
        guard !dma.isRunning else { return }
        // SAFETY: only a bank that is whole in the caller's ROM is entered, so each of these pages is 4 KB of it.
        let romStart = UInt(bitPattern: cartridge.rom.baseAddress)
        let lastBank = cartridge.rom.count &- 0x4000
        let (low, high) = (Int(mapper.lowROMOffset), Int(mapper.highROMOffset))
        for page in 0..<4 {
            if low <= lastBank { readPages[page] = romStart &+ UInt(low) }
            if high <= lastBank { readPages[page &+ 4] = romStart &+ UInt(high) &- 0x4000 }
        }
        if boot.isMapped { readPages[0] = 0 }
        // SAFETY: the state never moves, so its address stays good for as long as the page table; the
        // pages are two banks of `workRAM`, and the first bank again as echo RAM.
        let work = withUnsafeMutablePointer(to: &workRAM) { UInt(bitPattern: $0) }
        mapRAM(page: 0xC, at: work)
        mapRAM(page: 0xD, at: work &+ UInt(workIndex(0xD000)))
        mapRAM(page: 0xE, at: work)
        // RAM of 2 KB comes more than once in a page.
        if cartridgeRAM.count >= 0x2000, let offset = mapper.ramOffset {
            // SAFETY: `Machine` checked that the RAM the header asks for is there, and the mapper's offset
            // is below it by at least 8 KB.
            let start = UInt(bitPattern: cartridgeRAM.baseAddress) &+ UInt(offset)
            mapRAM(page: 0xA, at: start)
            mapRAM(page: 0xB, at: start &+ 0x1000)
        }
    }

    private mutating func mapRAM(page: Int, at start: UInt) {
        let entry = start &- UInt(bitPattern: page) &* 0x1000
        readPages[page] = entry
        writePages[page] = entry
    }

    /// Where in `workRAM` an address of 0xC000...0xFDFF is. SVBK selects what is at 0xD000.
    @inline(__always)
    private func workIndex(_ address: UInt32) -> UInt32 {
        guard M.isColour && address & 0x1000 != 0 else { return address & 0x1FFF }
        return max(colour.value.workBank, 1) &* 0x1000 &+ (address & 0xFFF) & M.workMask
    }

    // MARK: - Reads

    /// A read that the page table does not answer.
    @inline(never)
    mutating func readSlowly(_ address: UInt32, at now: Moment) -> UInt32 {
        if address >= 0xFF00 { return readHighSlowly(address & 0xFF, at: now) }
        if dma.isRunning {
            catchUpObjectDMA(to: now)
            if dma.ownsBus(at: cpuTime(at: now)) {
                if address >= 0xFE00 { return 0xFF }
                if bus(of: address) == bus(of: dma.source) {
                    return UInt32(ppu.objects[Int(min(dma.moved &- 1, 159))])
                }
            }
            if address < 0x8000 || (0xA000..<0xFE00).contains(address) { return readIgnoringDMA(address) }
        }
        catchUpPPU(to: now)
        if address &>> 13 == 4 { return ppu.readVideoRAM(address, at: now, speed: speed) }
        if address >= 0xFE00 {
            ppu.damageObjects(.read, at: now)
            return ppu.readObjects(address & 0xFF, at: now, speed: speed)
        }
        return readIgnoringDMA(address)
    }

    /// A read as DMA does it: ROM and RAM, whoever else is using them.
    func readIgnoringDMA(_ address: UInt32) -> UInt32 {
        switch address &>> 13 {
        case 0, 1: boot.byte(at: address) ?? readROM(mapper.lowROMOffset &+ (address & 0x3FFF))
        case 2, 3: readROM(mapper.highROMOffset &+ (address & 0x3FFF))
        case 4: UInt32(ppu.videoRAM[at: Int(ppu.bankedIndex(address))])
        case 5: readCartridgeRAM(address)
        default: UInt32(workRAM[at: Int(workIndex(address))])
        }
    }

    private func readROM(_ offset: UInt32) -> UInt32 {
        let index = Int(offset)
        let rom = cartridge.rom
        // SAFETY: the index is compared with the ROM's size.
        return index < rom.count ? UInt32(rom.load(fromByteOffset: index, as: UInt8.self)) : 0xFF
    }

    private func readCartridgeRAM(_ address: UInt32) -> UInt32 {
        guard !mapper.showsHalfBytes else { return UInt32(cartridgeRAM[Int(address & 0x1FF)]) | 0xF0 }
        guard let offset = mapper.ramOffset else { return mapper.readOther() }
        // SAFETY: the index is below the RAM's size.
        return UInt32(cartridgeRAM.load(fromByteOffset: ramIndex(offset, address), as: UInt8.self))
    }

    /// Where in the cartridge's RAM an address is. RAM that is smaller than a bank comes over and over in it.
    private func ramIndex(_ offset: UInt32, _ address: UInt32) -> Int {
        // The size is a power of two; none has an offset without RAM.
        Int(offset &+ (address & 0x1FFF)) & (cartridgeRAM.count &- 1)
    }

    /// A read of 0xFF00...0xFFFF: high RAM first, since that is what programs mostly want there.
    @inline(never)
    mutating func readHighSlowly(_ offset: UInt32, at now: Moment) -> UInt32 {
        if offset & 0x80 != 0 {
            return offset == 0xFF ? interrupts.enabled : UInt32(highRAM[Int(offset & 0x7F)])
        }
        return readRegister(offset, at: now)
    }

    // MARK: - Writes

    /// A write that the page table does not take.
    @inline(never)
    mutating func writeSlowly(_ address: UInt32, _ value: UInt32, at now: Moment) {
        if address >= 0xFF80 {
            if address == 0xFFFF {
                interrupts.enabled = value
                deadline = now
            } else {
                highRAM[Int(address & 0x7F)] = UInt8(truncatingIfNeeded: value)
            }
            return
        }
        if address >= 0xFF00 { return writeRegister(address & 0xFF, value, at: now) }
        if dma.isRunning {
            catchUpObjectDMA(to: now)
            if dma.ownsBus(at: cpuTime(at: now)) {
                if address >= 0xFE00 || bus(of: address) == bus(of: dma.source) { return }
            }
        }
        switch address &>> 13 {
        case 0, 1, 2, 3:
            mapper.write(address, value, at: now)
            mapPages()
        case 4:
            catchUpPPU(to: now)
            ppu.writeVideoRAM(address, value, at: now, speed: speed)
        case 5: writeCartridgeRAM(address, value, at: now)
        default:
            if address >= 0xFE00 {
                catchUpPPU(to: now)
                ppu.damageObjects(.write, at: now)
                ppu.writeObjects(address & 0xFF, value, at: now, speed: speed)
            } else {
                workRAM[at: Int(workIndex(address))] = UInt8(truncatingIfNeeded: value)
            }
        }
    }

    private mutating func writeCartridgeRAM(_ address: UInt32, _ value: UInt32, at now: Moment) {
        let byte = UInt8(truncatingIfNeeded: value)
        guard !mapper.showsHalfBytes else {
            cartridgeRAM[Int(address & 0x1FF)] = byte & 0xF
            return
        }
        guard let offset = mapper.ramOffset else { return mapper.writeOther(value, at: now) }
        // SAFETY: the index is below the RAM's size.
        cartridgeRAM.storeBytes(of: byte, toByteOffset: ramIndex(offset, address), as: UInt8.self)
    }
}
