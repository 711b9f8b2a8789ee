// A line of the colour machine's picture. The line renderer goes tile by tile, the pixel pipeline dot by dot; what a
// pixel becomes in the end both ask here.
//
// A pixel of the background is a byte: the colour in bits 0 and 1, the palette in 2 to 4, and bit 7 if it lies over
// objects. One of an object is the same with bit 6 set, and bit 7 if it lies behind the background; 0 is none.

/// A line of pixels, with 8 of slack on the left and 16 on the right for tiles that hang over the edge.
private typealias LinePixels = InlineArray<184, UInt8>

/// Source: Pan Docs, "BG Map Attributes", "OAM", "Palettes", "BG-to-OBJ Priority in CGB Mode".
extension PPU {
    /// A colour machine with a program for colour machines.
    @inline(__always)
    var hasColours: Bool { M.isColour && !palettes.value.isCompatible }

    /// The colour of a pixel, as the palettes have it.
    ///
    /// Without LCDC's bit 0 objects lie over everything. The grey machine's rule, for its programs, is the same: the
    /// background is colour 0 then.
    @inline(__always)
    func colour(background: UInt32, object: UInt32) -> UInt32 {
        let isCovered = lcdc & 1 != 0 && background & 3 != 0 && (background | object) & 0x80 != 0
        let showsObject = object != 0 && !isCovered
        let pixel = showsObject ? object : background
        var place = (showsObject ? 0x20 : 0) | pixel & 0x1F
        if palettes.value.isCompatible {
            let shades = !showsObject ? bgp : pixel & 0x1C == 0 ? obp0 : obp1
            place = place & 0x3C | shades &>> ((pixel & 3) &* 2) & 3
        }
        return UInt32(palettes.value.colours[Int(place & 0x3F)])
    }

    /// White everywhere, as the picture is without a current.
    mutating func whiten() {
        let words = Int(Self.height &* M.wordsPerLine)
        for word in 0..<words { picture[at: word] = M.isColour ? 0x7FFF_7FFF : 0 }
    }

    mutating func setColour(_ colour: UInt32, column: UInt32) {
        guard drawsPicture && !isFirstFrame && column < Self.width else { return }
        let word = Int(min(line, Self.height &- 1) &* M.wordsPerLine &+ column &>> 1)
        let shift = (column & 1) &* 16
        picture[at: word] = picture[at: word] & ~(0xFFFF &<< shift) | colour &<< shift
    }

    /// Draws this line with the registers as they are now.
    ///
    /// Cost: some 3,500 instructions on a Cortex-M4.
    @inline(never)
    mutating func drawColourLine() {
        var background = LinePixels(repeating: 0)
        var above = LinePixels(repeating: 0)
        if hasColours || lcdc & 1 != 0 {
            let y = (line &+ scy) & 0xFF
            placeTiles(
                &background, map: (lcdc & 0x08 == 0 ? 0x1800 : 0x1C00) &+ (y &>> 3) &* 32, row: y & 7,
                column: scx &>> 3, at: 8 &- (scx & 7))
            if isWindowOnLine {
                placeTiles(
                    &background, map: (lcdc & 0x40 == 0 ? 0x1800 : 0x1C00) &+ (windowLine &>> 3 & 31) &* 32,
                    row: windowLine & 7, column: 0, at: wx &+ 1)
            }
        }
        if showsObjects { placeObjects(&above) }
        let base = Int(min(line, Self.height &- 1) &* M.wordsPerLine)
        for pair in 0..<80 {
            let column = pair &* 2 &+ 8
            let left = colour(background: UInt32(background[column]), object: UInt32(above[column]))
            let right = colour(background: UInt32(background[column &+ 1]), object: UInt32(above[column &+ 1]))
            picture[at: base &+ pair] = left | right &<< 16
        }
    }

    /// Fills the line from a place on with the tiles from `column` on.
    private func placeTiles(_ pixels: inout LinePixels, map: UInt32, row: UInt32, column: UInt32, at start: UInt32) {
        var column = column
        var place = Int(start)
        while place < 168 {
            let index = (map &+ column & 31) & 0x1FFF
            let attributes = UInt32(videoRAM[at: Int(index | 0x2000 & M.videoMask)])
            let address = tileAddress(UInt32(videoRAM[at: Int(index)]), attributes, row: row)
            var word = self.pixels(at: address)
            if attributes & 0x20 != 0 { word = mirrored(word) }
            let upper = (attributes & 7) &<< 2 | attributes & 0x80
            for pixel in 0..<8 {
                pixels[place &+ pixel] = UInt8(truncatingIfNeeded: word & 3 | upper)
                word &>>= 2
            }
            column &+= 1
            place &+= 8
        }
    }

    /// Where in VRAM the low plane of a tile's row is.
    func tileAddress(_ tile: UInt32, _ attributes: UInt32, row: UInt32) -> UInt32 {
        let start = lcdc & 0x10 != 0 ? tile &* 16 : 0x800 &+ (tile ^ 0x80) &* 16
        let row = attributes & 0x40 == 0 ? row & 7 : 7 &- (row & 7)
        return start &+ row &* 2 &+ (attributes & 8) &<< 10
    }

    /// The line's objects from the last to the first, so that the first stay.
    private func placeObjects(_ pixels: inout LinePixels) {
        let order = objectsByPriority()
        var index = Int(min(lineObjectCount, 10))
        while index > 0 {
            index &-= 1
            let offset = Int(min(order[index], 156))
            let x = Int(objects[offset &+ 1])
            guard x < 168 else { continue }
            let attributes = UInt32(objects[offset &+ 3])
            var row = objectRow(offset, attributes)
            let upper = 0x40 | objectPalette(attributes) &<< 2 | attributes & 0x80
            for pixel in 0..<8 {
                if row & 3 != 0 { pixels[x &+ pixel] = UInt8(truncatingIfNeeded: row & 3 | upper) }
                row &>>= 2
            }
        }
    }

    private func objectPalette(_ attributes: UInt32) -> UInt32 {
        hasColours ? attributes & 7 : attributes &>> 4 & 1
    }

    /// `lineObjects` are in the order of X, in which they are fetched; with colours, their places in OAM decide.
    private func objectsByPriority() -> InlineArray<10, UInt8> {
        var order = lineObjects
        guard hasColours else { return order }
        for index in 1..<10 where index < lineObjectCount {
            let offset = order[index]
            var place = index
            while place > 0 && order[place &- 1] > offset {
                order[place] = order[place &- 1]
                place &-= 1
            }
            order[place] = offset
        }
        return order
    }

    // MARK: - The pipeline's part

    /// A dot's pixel leaves.
    mutating func emitColour(index: UInt32, objectBits: UInt32) {
        let queue = pipeline.colour.value
        var object: UInt32 = 0
        if objectBits != 0 && showsObjects {
            let palette = UInt32(truncatingIfNeeded: queue.palettes &>> 56) & 7
            object = 0x40 | objectBits | palette &<< 2 | pipeline.objectBehind & 0x80
        }
        let background = index | (queue.leaving & 7) &<< 2 | queue.leaving & 0x80
        setColour(colour(background: background, object: object), column: UInt32(bitPattern: pipeline.position))
    }

    /// Lays an object's eight pixels over the queue. One that stands before another in OAM takes its place.
    mutating func layColourObject(_ row: UInt32, _ offset: Int, _ attributes: UInt32) {
        for pixel in 0..<8 as Range<UInt32> {
            let bits = row &>> (pixel &* 2) & 3
            guard bits != 0 else { continue }
            let bit = 0x80 &>> pixel
            let shift = UInt64(56 &- pixel &* 8)
            if (pipeline.objectLow | pipeline.objectHigh) & bit != 0 {
                let place = Int(truncatingIfNeeded: pipeline.colour.value.places &>> shift & 0xFF)
                guard hasColours && offset < place else { continue }
            }
            pipeline.objectLow = pipeline.objectLow & ~bit | (bits & 1 == 0 ? 0 : bit)
            pipeline.objectHigh = pipeline.objectHigh & ~bit | (bits & 2 == 0 ? 0 : bit)
            pipeline.objectBehind = pipeline.objectBehind & ~bit | (attributes & 0x80 == 0 ? 0 : bit)
            pipeline.colour.value.palettes =
                pipeline.colour.value.palettes & ~(0xFF &<< shift) | UInt64(objectPalette(attributes)) &<< shift
            pipeline.colour.value.places =
                pipeline.colour.value.places & ~(0xFF &<< shift)
                | UInt64(truncatingIfNeeded: offset) &<< shift
        }
    }
}

/// A byte with its bits in reverse order.
func reversed(_ byte: UInt32) -> UInt32 {
    var byte = (byte &<< 4 | byte &>> 4) & 0xFF
    byte = (byte &<< 2 & 0xCC) | (byte &>> 2 & 0x33)
    return (byte &<< 1 & 0xAA) | (byte &>> 1 & 0x55)
}
