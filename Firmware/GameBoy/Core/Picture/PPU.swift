// The PPU's registers and memory as the CPU sees them. When things happen is in PictureTiming.swift, what a
// line looks like in LineRenderer.swift.

/// The picture unit: 160 x 144 pixels of four shades, or of colours.
///
/// It holds VRAM, OAM, and the picture of the frame as far as it is drawn: 14.6 KB in the grey machine.
///
/// Source: Pan Docs, "Rendering Overview", "LCD Control", "LCD Status Registers", "Scrolling", "Palettes".
struct PPU<M: Model>: ~Copyable {
    // MARK: Registers
    var lcdc: UInt32
    /// The interrupt sources that STAT selects: its bits 3 to 6.
    var statSources: UInt32
    var scy: UInt32
    var scx: UInt32
    var lyc: UInt32
    var bgp: UInt32
    var obp0: UInt32
    var obp1: UInt32
    var wy: UInt32
    var wx: UInt32

    // MARK: Timing
    /// LY as it reads.
    var ly: UInt32
    /// The line being drawn or blanked, 0...153: LY reads 0 for most of line 153.
    var line: UInt32
    /// When the line began.
    var lineStart: Moment
    /// What begins at `next`.
    var nextPhase: PicturePhase
    /// When the mode or LY changes next.
    var next: Moment
    /// When mode 3 of the line began.
    var drawingStart: Moment
    /// The mode that STAT shows: 0 H-blank, 1 V-blank, 2 OAM scan, 3 drawing.
    var mode: UInt32
    /// The mode as the interrupt sources see it; 4 is none.
    var interruptMode: UInt32
    /// What LYC is compared with; 0x100 is nothing.
    var comparedLine: UInt32
    /// LYC was equal to it when the LCD was on last.
    var lineMatches: Bool
    /// The OR of STAT's interrupt sources. The interrupt is its rising edge.
    var statLine: Bool
    /// A V-blank began since the owner last looked.
    var frameEnded: Bool

    // MARK: Drawing
    /// The first frame after the LCD is switched on is not shown.
    var isFirstFrame: Bool
    /// Whether lines are drawn at all. Without it a frame costs a third; timing stays the same.
    var drawsPicture: Bool
    /// The colour machine's palettes and bank.
    var palettes: M.Palettes
    var pipeline: PixelPipeline<M>
    /// WY was equal to LY at the end or the start of some line of this frame, with the window switched on.
    var windowReached: Bool
    /// How many of the two comparisons of WY at the start of the line that comes next to be drawn are made.
    var windowComparisons: UInt32
    /// On the grey machine: the line before met the window at WX = 166, so that it begins with this line.
    var windowFollows: Bool
    /// This line began in the window.
    var startsInWindow: Bool
    /// The next line of the window to be drawn.
    var windowLine: UInt32
    /// The first objects of the scan, which were looked at while LCDC had the other height.
    var earlyObjects: UInt32
    /// This line's objects, in order of priority: offsets into OAM.
    var lineObjects: InlineArray<10, UInt8>
    var lineObjectCount: UInt32

    var objects: InlineArray<160, UInt8>
    /// Bit 7 of a byte in bits 0 and 1's place, bit 6 in the next pair's, and so on: the low bit of eight
    /// pixels, leftmost first.
    var spread: InlineArray<256, UInt16>
    /// One line of colour indexes and then of shades, 16 pixels a word, with 16 pixels of slack on both
    /// sides for objects that hang over the edge.
    var indexes: InlineArray<12, UInt32>
    var shades: InlineArray<12, UInt32>
    /// Ten words a line, pixel x in bits 2(x mod 16) of word x/16; with colours 80, two pixels a word.
    var picture: M.Picture
    var videoRAM: M.VideoRAM
}

extension PPU {
    static var width: UInt32 { 160 }
    static var height: UInt32 { 144 }
    static var wordsPerLine: UInt32 { 10 }
    static var nothing: UInt32 { 0x100 }

    var isOn: Bool { lcdc & 0x80 != 0 }
    var isWindowOn: Bool { lcdc & 0x20 != 0 }
    var showsObjects: Bool { lcdc & 0x02 != 0 }
    /// The colour machine fetches objects even where it does not show them.
    var fetchesObjects: Bool { M.isColour || showsObjects }
    /// Where in VRAM an address is; VBK selects the bank.
    @inline(__always)
    func bankedIndex(_ address: UInt32) -> UInt32 {
        M.isColour ? palettes.value.bank &<< 13 | address & 0x1FFF : address & 0x1FFF
    }
    var objectHeight: UInt32 { lcdc & 0x04 == 0 ? 8 : 16 }

    // MARK: - Memory. `catchUp` to the moment of the access comes first.

    /// Whether the scan of OAM is in its last clocks, in which it reads no more and VRAM is fetched from.
    private func isScanEnding(at now: Moment, speed: UInt32) -> Bool {
        mode == 2 && now &- lineStart >= (M.isColour ? 82 &- speed : 80)
    }

    /// VRAM is closed to the CPU while the line is being drawn, to reads a cycle earlier.
    mutating func readVideoRAM(_ address: UInt32, at now: Moment, speed: UInt32) -> UInt32 {
        guard visibleMode(at: now, speed: speed) != 3 && !isScanEnding(at: now, speed: speed) else { return 0xFF }
        return UInt32(videoRAM[at: Int(bankedIndex(address))])
    }

    mutating func writeVideoRAM(_ address: UInt32, _ value: UInt32, at now: Moment, speed: UInt32) {
        guard visibleMode(at: now, speed: speed) != 3 else { return }
        if M.isColour && isScanEnding(at: now, speed: speed) { return }
        videoRAM[at: Int(bankedIndex(address))] = UInt8(truncatingIfNeeded: value)
    }

    /// OAM is closed from the line's start until the end of drawing. The addresses above it read 0, or on the colour
    /// machine their own upper digit twice.
    mutating func readObjects(_ offset: UInt32, at now: Moment, speed: UInt32) -> UInt32 {
        guard visibleMode(at: now, speed: speed) < 2 && nextPhase != .objectScan else { return 0xFF }
        if offset < 160 { return UInt32(objects[Int(offset)]) }
        return M.isColour ? offset & 0xF0 | offset &>> 4 : 0
    }

    /// Writes find OAM closed a clock later than reads do, and on the grey machine open between scan and drawing.
    mutating func writeObjects(_ offset: UInt32, _ value: UInt32, at now: Moment, speed: UInt32) {
        let isOpen = visibleMode(at: now, speed: speed) < 2 || !M.isColour && isScanEnding(at: now, speed: speed)
        guard isOpen && offset < 160 else { return }
        objects[Int(offset)] = UInt8(truncatingIfNeeded: value)
    }

    // MARK: - Registers. `catchUp` to the moment of the access comes first.

    mutating func read(_ offset: UInt32, at now: Moment, speed: UInt32) -> UInt32 {
        switch offset {
        case 0x40: lcdc
        case 0x41: 0x80 | statSources | (lineMatches ? 4 : 0) | visibleMode(at: now, speed: speed)
        case 0x42: scy
        case 0x43: scx
        case 0x44: ly
        case 0x45: lyc
        case 0x47: bgp
        case 0x48: obp0
        case 0x49: obp1
        case 0x4A: wy
        default: wx
        }
    }

    /// The mode as STAT and the memories show it: the end of drawing comes a clock of the CPU before its interrupt.
    private mutating func visibleMode(at now: Moment, speed: UInt32) -> UInt32 {
        guard mode == 3 else { return mode }
        if pipeline.isRunning {
            runPipeline(to: now)
            expectEndOfDrawing()
        }
        return next.isDue(at: now &+ 1 &- speed) ? 0 : 3
    }

    /// Writes one of the registers on which only the picture depends. Returns whether the end of mode 3 may have moved.
    ///
    /// `speed` is log2 of the CPU's.
    mutating func writePictureRegister(_ offset: UInt32, _ value: UInt32, at now: Moment, speed: UInt32) -> Bool {
        if mode == 3 { prepareLine(for: offset, value, at: now, speed: speed) }
        if offset == 0x4A && isOn { compareWindow(at: now, speed: speed) }
        defer { if mode == 3 { expectEndOfDrawing() } }
        switch offset {
        case 0x42: scy = value
        case 0x43: scx = value
        case 0x47: bgp = value
        case 0x48: obp0 = value
        case 0x49: obp1 = value
        case 0x4A: wy = value
        case 0x4B: wx = value
        default: break  // LY is read-only.
        }
        return mode == 3 && (offset == 0x43 || offset >= 0x4A)
    }

    /// Draws what comes before a register changes. The grey machine's pixels see a change a dot before the cycle of the
    /// write ends, its palettes, in the dot before that, the old and the new value at once, and the window WX and WY a dot
    /// later. The colour machine sees changes two clocks of the CPU later, and WY four more.
    private mutating func prepareLine(for offset: UInt32, _ value: UInt32, at now: Moment, speed: UInt32) {
        switch offset {
        case 0x42, 0x43: runPipeline(to: M.isColour ? now &+ 1 &- speed : now &- 1)
        case 0x47...0x49:
            if !M.isColour {
                runPipeline(to: now &- 2)
                switch offset {
                case 0x47: bgp |= value
                case 0x48: obp0 |= value
                default: obp1 |= value
                }
            }
            runPipeline(to: now &- 1)
        case 0x4A: runPipeline(to: now &+ (M.isColour ? 5 &- speed &* 5 : 1))
        case 0x4B: runPipeline(to: now &+ (M.isColour ? 1 &- speed : 0))
        default: break
        }
    }

    /// The same for LCDC.
    private mutating func prepareLine(forControl value: UInt32, at now: Moment, speed: UInt32) {
        if M.isColour {
            runPipeline(to: now &- speed)
            let tiles: UInt32 = 0x10
            lcdc = lcdc & ~tiles | value & tiles
            return runPipeline(to: now &+ 1 &- speed)
        }
        runPipeline(to: now &- 2)
        // The first pixel is held a dot longer, and sees a layer go.
        let before = lcdc
        if pipeline.position == 0 { lcdc = lcdc & ~3 | value & 3 }
        runPipeline(to: now &- 1)
        lcdc = before
    }

    /// For two clocks of the CPU the colour machine has the sources of STAT that were and those that come; of the V-blank's
    /// only what comes. Returns the interrupt if it is requested by it.
    mutating func select(_ value: UInt32) -> UInt32 {
        statSources = statSources & 0x68 | value & 0x78
        return isOn ? updateStatLine() : 0
    }

    /// Writes a register by which something may become due. Returns the interrupts requested by it.
    mutating func write(_ offset: UInt32, _ value: UInt32, at now: Moment, speed: UInt32) -> UInt32 {
        switch offset {
        case 0x40:
            let wasOn = isOn
            if mode == 3 { prepareLine(forControl: value, at: now, speed: speed) }
            if wasOn && (lcdc ^ value) & 0x20 != 0 { compareWindow(at: M.isColour ? now : now &- 1, speed: speed) }
            defer { if mode == 3 { expectEndOfDrawing() } }
            // Two objects a cycle; on the grey machine the second is looked at as the cycle of the write ends.
            if mode == 2 && (lcdc ^ value) & 0x04 != 0 {
                earlyObjects = (now &- lineStart &- (M.isColour ? speed : 2)) / 2
            }
            lcdc = value
            return isOn == wasOn ? 0 : isOn ? switchOn(at: now) : switchOff()
        case 0x41:
            var requested: UInt32 = 0
            if !M.isColour {
                // For one cycle the write selects every source (Pan Docs, "STAT", "Spurious STAT interrupts").
                statSources = 0x78
                requested = isOn ? updateStatLine() : 0
            }
            statSources = value & 0x78
            return requested | (isOn ? updateStatLine() : 0)
        default:
            lyc = value
            return isOn ? updateStatLine() : 0
        }
    }
}
