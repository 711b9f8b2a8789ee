// A line of the picture in one go, if nothing was written while it was drawn, sixteen pixels to a word: tile rows are
// spread to two bits a pixel by table, shifted into place, and mapped through palettes by masks, with no loop over
// pixels anywhere.

/// Maps sixteen colour indexes to shades at once.
///
/// Each of a shade's two bits is a function of an index's two bits, so it is a sum without carry of a
/// constant, either bit, and their product. The four words hold these coefficients, repeated for sixteen
/// pixels.
struct PaletteMasks {
    private var constant: UInt32
    private var low: UInt32
    private var high: UInt32
    private var both: UInt32

    private static var everyPixel: UInt32 { 0x5555_5555 }

    /// From BGP, OBP0 or OBP1.
    @inline(__always)
    init(_ palette: UInt32) {
        let zero = palette & 3
        let one = palette &>> 2 & 3
        let two = palette &>> 4 & 3
        let three = palette &>> 6 & 3
        constant = zero &* Self.everyPixel
        low = (zero ^ one) &* Self.everyPixel
        high = (zero ^ two) &* Self.everyPixel
        both = (zero ^ one ^ two ^ three) &* Self.everyPixel
    }

    @inline(__always)
    func map(_ indexes: UInt32) -> UInt32 {
        let lowBits = (indexes & Self.everyPixel) &* 3
        let highBits = (indexes &>> 1 & Self.everyPixel) &* 3
        return constant ^ lowBits & low ^ highBits & high ^ lowBits & highBits & both
    }
}

/// 3 in each pixel whose index is not 0.
@inline(__always)
func opaque(_ indexes: UInt32) -> UInt32 { ((indexes | indexes &>> 1) & 0x5555_5555) &* 3 }

/// A word shifted left by 0...31 into two.
@inline(__always)
func split(_ word: UInt32, by shift: UInt32) -> (low: UInt32, high: UInt32) {
    (word &<< shift, (word &>> 1) &>> (31 &- shift))
}

/// Source: Pan Docs, "VRAM Tile Data", "VRAM Tile Maps", "OAM", "Window", "Palettes".
extension PPU {
    /// Whether the window is fetched on this line, if its registers stay as they are; seen or, without LCDC's bit 0, not.
    var isWindowOnLine: Bool { isWindowOn && (windowReached || wy == line) && wx < Self.windowEnd }

    /// The first WX at which the window is not met, or on the grey machine too late.
    static var windowEnd: UInt32 { M.isColour ? 167 : 166 }

    mutating func makeSpreadTable() {
        for byte in 0..<256 {
            var word: UInt16 = 0
            for pixel in 0..<8 where byte & (0x80 >> pixel) != 0 { word |= 1 << UInt16(2 * pixel) }
            spread[byte] = word
        }
    }

    /// Draws this line with the registers as they are now.
    ///
    /// Cost: some 900 instructions on a Cortex-M4 for a line without objects, and 60 an object.
    mutating func drawLine() {
        guard drawsPicture && !isFirstFrame else { return }
        if M.isColour { return drawColourLine() }
        composeBackground()
        let palette = PaletteMasks(bgp)
        for word in 1..<11 { shades[word] = palette.map(indexes[word]) }
        if showsObjects && lineObjectCount > 0 { composeObjects() }
        let base = Int(min(line, Self.height &- 1) &* Self.wordsPerLine)
        for word in 0..<10 { picture[at: base &+ word] = shades[word &+ 1] }
    }

    // MARK: - Background and window

    private mutating func composeBackground() {
        guard lcdc & 0x01 != 0 else {
            for word in indexes.indices { indexes[word] = 0 }
            return
        }
        let y = startsInWindow ? windowLine : (line &+ scy) & 0xFF
        let map: UInt32 = lcdc & (startsInWindow ? 0x40 : 0x08) == 0 ? 0x1800 : 0x1C00
        let tiles = tileRow(map: map &+ (y &>> 3 & 31) &* 32, row: y & 7)
        var column = startsInWindow ? 1 : scx &>> 3
        let first = tilePair(tiles, &column)
        placeTiles(tiles, column, from: 1, before: first, shift: (scx & 7) &* 2, keep: 0)
        if isWindowOnLine && !startsInWindow { composeWindow() }
    }

    private mutating func composeWindow() {
        let tiles = tileRow(
            map: (lcdc & 0x40 == 0 ? 0x1800 : 0x1C00) &+ (windowLine &>> 3 & 31) &* 32, row: windowLine & 7)
        var column: UInt32 = 0
        let x = wx &+ 9  // 16 pixels of slack less the 7 that WX is ahead.
        let word = Int(x &>> 4)
        let shift = (x & 15) &* 2
        if shift == 0 {
            let first = tilePair(tiles, &column)
            placeTiles(tiles, column, from: word, before: first, shift: 0, keep: 0)
        } else {
            placeTiles(tiles, column, from: word, before: 0, shift: 32 &- shift, keep: 1 &<< shift &- 1)
        }
    }

    /// Fills the line from word `start` with the tiles from `column` on. Each word takes its low part from
    /// the tiles before it, `shift` bits in. The bits of `keep` in the first word stay as they are.
    private mutating func placeTiles(
        _ tiles: TileRow, _ column: UInt32, from start: Int, before: UInt32, shift: UInt32, keep: UInt32
    ) {
        var previous = before
        var column = column
        var kept = keep
        var word = start
        while word < 11 {
            let pair = tilePair(tiles, &column)
            let fresh = previous &>> shift | (pair &<< 1) &<< (31 &- shift)
            indexes[word] = indexes[word] & kept | fresh & ~kept
            kept = 0
            previous = pair
            word &+= 1
        }
    }

    /// One row of pixels through a row of tiles: what is the same for all of them.
    private struct TileRow {
        /// Where the row's tile numbers start in VRAM.
        let map: UInt32
        /// The bits in which a tile number differs from the tile's place after `start`.
        let flip: UInt32
        /// Where the row of pixels of the first tile starts.
        let start: UInt32
    }

    /// LCDC's bit 4 selects how tiles are numbered: from 0x8000 up, or by signed numbers around 0x9000, which is
    /// from 0x8800 up with the top bit of the number inverted.
    private func tileRow(map: UInt32, row: UInt32) -> TileRow {
        lcdc & 0x10 != 0
            ? TileRow(map: map, flip: 0, start: row &* 2) : TileRow(map: map, flip: 0x80, start: 0x800 &+ row &* 2)
    }

    /// The pixels of the two tiles at `column` and after it, which wraps in the row of 32.
    @inline(__always)
    private func tilePair(_ tiles: TileRow, _ column: inout UInt32) -> UInt32 {
        let left = tilePixels(tiles, column & 31)
        let right = tilePixels(tiles, (column &+ 1) & 31)
        column &+= 2
        return left | right &<< 16
    }

    @inline(__always)
    private func tilePixels(_ tiles: TileRow, _ column: UInt32) -> UInt32 {
        let tile = UInt32(videoRAM[at: Int((tiles.map &+ column) & 0x1FFF)]) ^ tiles.flip
        return pixels(at: tiles.start &+ tile &* 16)
    }

    /// Eight pixels of a tile row, leftmost lowest.
    @inline(__always)
    func pixels(at address: UInt32) -> UInt32 {
        let low = spread[Int(videoRAM[at: Int(address & M.videoMask)])]
        let high = spread[Int(videoRAM[at: Int((address &+ 1) & M.videoMask)])]
        return UInt32(low) | UInt32(high) &<< 1
    }

    // MARK: - Objects

    /// Draws the line's objects over it. An object that comes first hides those after it even where the
    /// background hides it in turn.
    private mutating func composeObjects() {
        let palettes = (PaletteMasks(obp0), PaletteMasks(obp1))
        var taken = InlineArray<12, UInt32>(repeating: 0)
        for index in 0..<Int(min(lineObjectCount, 10)) {
            let offset = Int(min(lineObjects[index], 156))
            let x = UInt32(objects[offset &+ 1])
            guard x > 0 && x < 168 else { continue }
            let attributes = UInt32(objects[offset &+ 3])
            let row = objectRow(offset, attributes)
            let shade = (attributes & 0x10 == 0 ? palettes.0 : palettes.1).map(row)
            // The left edge is 8 pixels before X, and pixel 0 comes after 16 pixels of slack.
            let position = x &+ 8
            let word = Int(min(position &>> 4, 10))
            let shift = (position & 15) &* 2
            let cover = split(opaque(row) & 0xFFFF, by: shift)
            let colour = split(shade & 0xFFFF, by: shift)
            let behind = attributes & 0x80 != 0
            merge(colour.low, cover.low, behind, word, &taken)
            merge(colour.high, cover.high, behind, word &+ 1, &taken)
        }
    }

    @inline(__always)
    private mutating func merge(
        _ colour: UInt32, _ cover: UInt32, _ behind: Bool, _ word: Int, _ taken: inout InlineArray<12, UInt32>
    ) {
        var visible = cover & ~taken[word]
        taken[word] |= cover
        if behind { visible &= ~opaque(indexes[word]) }
        shades[word] = shades[word] & ~visible | colour & visible
    }

    /// The eight pixels that an object shows on this line.
    func objectRow(_ offset: Int, _ attributes: UInt32) -> UInt32 {
        let height = objectHeight
        var row = (line &+ 16 &- UInt32(objects[offset])) & (height &- 1)
        if attributes & 0x40 != 0 { row = height &- 1 &- row }
        var tile = UInt32(objects[offset &+ 2])
        if height == 16 { tile &= 0xFE }
        let bank = hasColours ? (attributes & 8) &<< 10 : 0
        let row8 = pixels(at: bank | tile &* 16 &+ row &* 2)
        return attributes & 0x20 == 0 ? row8 : mirrored(row8)
    }

    /// Eight pixels in reverse order.
    func mirrored(_ row: UInt32) -> UInt32 {
        var word = (row &<< 8 | row &>> 8) & 0xFFFF
        word = (word &<< 4 & 0xF0F0) | (word &>> 4 & 0x0F0F)
        return (word &<< 2 & 0xCCCC) | (word &>> 2 & 0x3333)
    }
}
