// What only the colour machine has, apart from its memory: the state. The registers are in ColourAccess.swift.

/// The bank of work RAM, the speed, and VRAM DMA.
///
/// Source: Pan Docs, "CGB Registers".
public struct ColourClocks: ModelState {
    /// The machine was switched on with a program for the grey machine: the registers of colour are closed.
    var isCompatible = false
    /// SVBK.
    var workBank: UInt32 = 0
    /// FF72 to FF75, which keep what is written and do nothing.
    var scratch: InlineArray<4, UInt8> = [0, 0, 0, 0]
    /// RP's bits that can be written: the eye and the lamp of infrared light.
    var infrared: UInt32 = 0

    // MARK: Speed
    /// log2 of the speed: 1 at double speed.
    var speed: UInt32 = 0
    /// KEY1's bit 0: the next STOP changes the speed.
    var isSwitchArmed = false
    /// The speed is changing, and the CPU's clocks stand still until `switchEnd`.
    var isSwitching = false
    var switchEnd: Moment = 0
    /// A moment, and the CPU's time at it. They are set anew when the speed changes.
    var anchor: Moment = 0
    var anchorTime: Moment = 0

    // MARK: VRAM DMA
    var source: UInt32 = 0
    var destination: UInt32 = 0
    /// Blocks of 16 bytes left, less one.
    var blocks: UInt32 = 0x7F
    /// What HALT found.
    var halt = VideoDMAHalt.running
    /// Blocks move at once, one after the other.
    var isMovingAll = false

    /// As it is at power-on.
    public init() {}

    /// Clocks of a machine cycle.
    @inline(__always)
    var cycle: UInt32 { 4 &>> speed }
}

/// What VRAM DMA has to know of a HALT: whether the H-blank's block was waiting as it began, or moved, or was to come.
enum VideoDMAHalt: UInt8 {
    case running, beforeBlank, inBlank, withBlock
}

/// The PPU's part.
///
/// Source: Pan Docs, "CGB Registers", "Palettes".
public struct ColourPalettes: ModelState {
    /// A colour has five bits each of red, green and blue, red lowest. 32 colours of the background, 32 of objects;
    /// four make a palette.
    var colours = InlineArray<64, UInt16>(repeating: 0x7FFF)
    /// BCPS and OCPS.
    var backgroundIndex: UInt32 = 0
    var objectIndex: UInt32 = 0
    /// VBK.
    var bank: UInt32 = 0
    /// Shades of BGP, OBP0 and OBP1 choose among the first palettes, and objects lie over each other by X.
    var isCompatible = false
    /// VRAM DMA moves a block at each H-blank, so that each is an event.
    var watchesBlanks = false
    /// When the last H-blank began.
    var blankStart: Moment = 0
    /// An H-blank began since the machine last looked.
    var blankBegan = false

    /// As they are at power-on: all white.
    public init() {}
}

/// What the dots of a line need besides the grey machine's.
public struct ColourQueue: ModelState {
    /// The attributes of the tile fetched last, and of the tile whose pixels are leaving.
    var fetched: UInt32 = 0
    var leaving: UInt32 = 0
    /// Eight pixels of objects, a byte each, the next one on top: the palette, and the place in OAM.
    var palettes: UInt64 = 0
    var places: UInt64 = 0

    /// Nothing fetched.
    public init() {}
}
