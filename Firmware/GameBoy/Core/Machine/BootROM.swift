// The user's own boot ROM, for those who have one: it lies over the cartridge until it switches itself off. Without one
// a machine starts as the boot ROM would leave it (PowerOn.swift).

/// The boot ROM and whether it can be seen.
///
/// Source: Pan Docs, "Power-Up Sequence", "FF50 - BANK", "FF4C - KEY0".
struct BootROM {
    // SAFETY: the caller of `GenericMachine.init` keeps the bytes in place for as long as the machine lives. Their count
    // was checked against the model's, and `byte` compares each index with it.
    let bytes: UnsafeRawBufferPointer
    /// It lies over the cartridge's first bytes.
    var isMapped: Bool
    /// The colour machine's KEY0: with bit 2 the registers of colour are closed once the boot ROM is gone.
    var key0: UInt32 = 0

    init(_ bytes: UnsafeRawBufferPointer?) {
        self.bytes = bytes ?? UnsafeRawBufferPointer(start: nil, count: 0)
        isMapped = bytes != nil
    }

    /// Whether a save state's byte says what can be here.
    func allows(_ isMapped: UInt8) -> Bool { isMapped == 0 || isMapped == 1 && bytes.count > 0 }

    /// What lies over an address below 0x8000, if something does. The cartridge's header is seen through a hole.
    func byte(at address: UInt32) -> UInt32? {
        guard isMapped, Int(address) < bytes.count, address &>> 8 != 1 else { return nil }
        return UInt32(bytes[Int(address)])
    }
}

extension Model {
    /// The bytes of the model's boot ROM: 0x0000 to 0x00FF, and of the colour machine's 0x0100 to 0x08FF, of which the
    /// first 256 cannot be seen.
    public static var bootROMByteCount: Int { isColour ? 0x900 : 0x100 }
}

extension MachineState {
    /// The state in which the boot ROM finds the machine, from all zeros: everything is off, and the counter at 0.
    mutating func powerOnCold() {
        cpu = CPUState(Registers(a: 0, f: 0, b: 0, c: 0, d: 0, e: 0, h: 0, l: 0, sp: 0, pc: 0))
        timer.origin = 0
        if M.isColour {
            colour.value = ColourClocks()
            ppu.palettes.value = ColourPalettes()
        }
        ppu.powerOnCold()
        apu.powerOnCold()
    }

    /// A write to BANK: with bit 0 the boot ROM is gone until the machine is switched on again.
    mutating func writeBank(_ value: UInt32) {
        guard boot.isMapped && value & 1 != 0 else { return }
        boot.isMapped = false
        if M.isColour { setCompatible(boot.key0 & 4 != 0) }
        mapPages()
    }

    /// Comes with a save state, in which the boot ROM was or was not to be seen.
    mutating func seeBootROM(_ isMapped: Bool) {
        if M.isColour && boot.isMapped != isMapped { setCompatible(!isMapped && !isForColour) }
        boot.isMapped = isMapped
    }

    /// Whether the registers of colour are closed and objects lie over each other by X, as for the grey machine.
    mutating func setCompatible(_ isCompatible: Bool) {
        colour.value.isCompatible = isCompatible
        ppu.palettes.value.isCompatible = isCompatible
    }
}
