// Several dots of the pixel pipeline at once, where each is like the one before: pixels leave, and the fetcher goes on.
// Most dots between two writes are. A dot in which something begins is left to PixelPipeline.swift.

extension PPU {
    /// The dots from the next one on that are alike, at most `limit` and 8; 0 if the next one is not.
    @inline(__always)
    mutating func quietDots(atMost limit: UInt32) -> UInt32 {
        guard pipeline.objectDots == 0 && !pipeline.isObjectReady && !isWindowMetAgain else { return 0 }
        let position = pipeline.position
        var count = min(limit, pipeline.count, UInt32(bitPattern: 160 &- position))
        // Up to where the fine scroll ends.
        if position < -8 { count = min(count, (scx &- UInt32(bitPattern: position)) & 7) }
        if let start = windowStart, start >= position { count = min(count, UInt32(bitPattern: start &- position)) }
        if fetchesObjects { count = min(count, dotsToObject) }
        return count
    }

    /// The dots to the column of the line's next object; its own is none.
    private var dotsToObject: UInt32 {
        mutating get {
            while pipeline.object < min(lineObjectCount, 10) {
                let x = Int32(objects[Int(min(lineObjects[Int(pipeline.object)] &+ 1, 159))])
                let distance = x &- 8 &- pipeline.position
                if distance >= 0 { return UInt32(bitPattern: distance) }
                // Its column has passed while objects were off.
                pipeline.object &+= 1
            }
            return .max
        }
    }

    /// Runs dots that `quietDots` has found alike.
    @inline(__always)
    mutating func runQuietDots(_ dots: UInt32) {
        let position = pipeline.position
        if M.isColour {
            for _ in 0..<dots { emit(keepingBackground: false) }
        } else {
            emitShades(dots)
        }
        runFetcher(dots: dots, from: position &+ 1)
        pipeline.clock = pipeline.clock &+ dots
    }

    /// As so many calls of `emit`, for the grey machine.
    @inline(__always)
    private mutating func emitShades(_ count: UInt32) {
        let position = pipeline.position
        let unseen = UInt32(bitPattern: 0 &- min(position, 0))
        if count > unseen && drawsPicture && !isFirstFrame {
            store(nextShades &>> (unseen &* 2), count: count &- unseen, column: UInt32(bitPattern: max(position, 0)))
        }
        pipeline.low &<<= count
        pipeline.high &<<= count
        pipeline.count &-= count
        if pipeline.objectLow | pipeline.objectHigh != 0 {
            pipeline.objectLow = pipeline.objectLow &<< count & 0xFF
            pipeline.objectHigh = pipeline.objectHigh &<< count & 0xFF
            pipeline.objectPalette = pipeline.objectPalette &<< count & 0xFF
            pipeline.objectBehind = pipeline.objectBehind &<< count & 0xFF
        }
        pipeline.position = position &+ Int32(bitPattern: count)
    }

    /// The shades of the next eight pixels, the next one lowest.
    private var nextShades: UInt32 {
        let indexes = lcdc & 1 == 0 ? 0 : spread(pipeline.low &>> 24) | spread(pipeline.high &>> 24) &<< 1
        let shades = PaletteMasks(bgp).map(indexes)
        let object = spread(pipeline.objectLow) | spread(pipeline.objectHigh) &<< 1
        guard object != 0 && showsObjects else { return shades }
        let second = spread(pipeline.objectPalette) &* 3
        let colours = PaletteMasks(obp0).map(object) & ~second | PaletteMasks(obp1).map(object) & second
        let hidden = spread(pipeline.objectBehind) &* 3 & opaque(indexes)
        let visible = opaque(object) & ~hidden
        return shades & ~visible | colours & visible
    }

    /// Eight bits of a plane, two bits apart and the top one lowest.
    @inline(__always)
    private func spread(_ plane: UInt32) -> UInt32 { UInt32(spread[Int(plane & 0xFF)]) }

    /// Puts up to eight pixels into the picture, which has that many from `column` on.
    @inline(__always)
    private mutating func store(_ shades: UInt32, count: UInt32, column: UInt32) {
        let word = Int(min(line, Self.height &- 1) &* Self.wordsPerLine &+ column &>> 4 & 0xF)
        let mask: UInt32 = 1 &<< (count &* 2) &- 1
        let place = split(mask, by: (column & 15) &* 2)
        let pixels = split(shades & mask, by: (column & 15) &* 2)
        picture[at: word] = picture[at: word] & ~place.low | pixels.low
        if place.high != 0 { picture[at: word &+ 1] = picture[at: word &+ 1] & ~place.high | pixels.high }
    }
}
