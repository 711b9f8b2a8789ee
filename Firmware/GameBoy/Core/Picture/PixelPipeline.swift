// A line of the picture a dot at a time, as the hardware draws it: a fetcher fills a queue of background pixels,
// objects are laid over a second queue, and a pixel of each leaves together. Only lines in which a picture register is
// written while they are drawn come here; all others are drawn by LineRenderer.swift, which gives the same pixels.

/// The state of a line being drawn.
///
/// Source: Pan Docs, "Pixel FIFO", "Mode 3 length".
struct PixelPipeline<M: Model> {
    /// This line is drawn here.
    var isRunning: Bool
    /// When the next dot comes.
    var clock: Moment
    /// The column of the next pixel. From -16 the fine scroll is looked for, and from -8 pixels leave unseen.
    var position: Int32
    /// The background's queue, two planes, the next pixel in bit 31.
    var low: UInt32
    var high: UInt32
    var count: UInt32
    /// The fetcher's step: 0, 1 tile number; 2, 3 low plane; 4, 5 high plane; from 6 on it waits for an empty queue.
    var step: UInt32
    var tile: UInt32
    var fetchedLow: UInt32
    var fetchedHigh: UInt32
    /// The fetcher is in the window.
    var inWindow: Bool
    var windowRow: UInt32
    var windowColumn: UInt32
    /// The objects' queue: two planes, palette and priority, the next pixel in bit 7.
    var objectLow: UInt32
    var objectHigh: UInt32
    var objectPalette: UInt32
    var objectBehind: UInt32
    /// The pixels of the object being fetched, as the line renderer has them.
    var objectRow: UInt32
    /// Its fetch is over but for the high plane, which comes with the next dot.
    var isObjectReady: Bool
    /// The next of the line's objects.
    var object: UInt32
    /// Dots left of an object's fetch; 7 while it waits for the background's fetcher; 0 without one.
    var objectDots: UInt32
    /// Dots by which the fine scroll delays an object at the left edge.
    var edgeDots: UInt32
    /// Attributes and palettes, on the colour machine.
    var colour: M.Queue
}

extension PPU {
    /// From the start of mode 3 to the first dot.
    private static var lead: UInt32 { 1 }
    /// From the end of the last dot to the end of mode 3.
    static var lag: UInt32 { 1 }

    /// Begins the line anew, if it is not being drawn here, and runs to `now`.
    ///
    /// Cost: on a Cortex-M4 some 200 instructions for up to eight dots that are alike, and 100 for each other. A line in
    /// which nothing happens takes 5,500, and one in which a register is written each four dots 12,000.
    mutating func runPipeline(to now: Moment) {
        if !pipeline.isRunning { beginPipeline() }
        let dots = now &- pipeline.clock
        if Int32(bitPattern: dots) > 0 { runDots(dots) }
    }

    /// If the line is drawn dot by dot, mode 3 is not over before its pixels are: what delays them is met on the way.
    mutating func expectEndOfDrawing() {
        guard pipeline.isRunning else { return }
        let pixels = UInt32(bitPattern: 160 &- max(pipeline.position, -8))
        next = pipeline.clock &+ pixels &+ Self.lag
    }

    /// Runs so many dots, or to the end of the line.
    @inline(never)
    private mutating func runDots(_ dots: UInt32) {
        var left = dots
        while pipeline.position < 160 && left > 0 {
            let quiet = quietDots(atMost: left)
            if quiet > 0 { runQuietDots(quiet) } else { runDot() }
            left &-= max(quiet, 1)
        }
    }

    mutating func beginPipeline() {
        if !fetchesObjects { scanObjects() }
        pipeline = PixelPipeline(
            isRunning: true, clock: drawingStart &+ Self.lead, position: -16, low: 0, high: 0, count: 8, step: 0,
            tile: 0, fetchedLow: 0, fetchedHigh: 0, inWindow: startsInWindow, windowRow: windowLine, windowColumn: 1,
            objectLow: 0,
            objectHigh: 0, objectPalette: 0, objectBehind: 0, objectRow: 0, isObjectReady: false, object: 0,
            objectDots: 0, edgeDots: min(scx & 7, 5),
            colour: M.Queue(ColourQueue()))
        if startsInWindow { windowLine &+= 1 }
    }

    @inline(never)
    mutating func runDot() {
        pipeline.clock = pipeline.clock &+ 1
        if pipeline.position < -8 && UInt32(bitPattern: pipeline.position) & 7 == scx & 7 { pipeline.position = -8 }
        // Where the window begins in the fine scroll, it begins a dot later.
        if startWindow() && wx == 0 && scx & 7 != 0 { return }
        if pipeline.isObjectReady { layObject() }
        if pipeline.objectDots == 0 { findObject() }
        guard pipeline.objectDots == 0 else { return runObjectDot() }
        if isWindowMetAgain { return emit(keepingBackground: true) }
        if pipeline.count > 0 { emit(keepingBackground: false) }
        advanceFetcher()
    }

    /// WX was set anew to a column of the window where a tile begins: a pixel of colour 0 comes in before it.
    var isWindowMetAgain: Bool {
        pipeline.inWindow && pipeline.step == 0 && pipeline.count == 8 && pipeline.windowColumn > 1
            && Int32(bitPattern: wx) == pipeline.position &+ 7
    }

    // MARK: - Pixels

    mutating func emit(keepingBackground: Bool) {
        let objectBits = (pipeline.objectLow &>> 7 & 1) | (pipeline.objectHigh &>> 6 & 2)
        if pipeline.position >= 0 {
            var index = (pipeline.low &>> 31) | (pipeline.high &>> 30 & 2)
            if lcdc & 1 == 0 && !hasColours || keepingBackground { index = 0 }
            if M.isColour {
                emitColour(index: index, objectBits: objectBits)
            } else {
                var shade = bgp &>> (index &* 2) & 3
                if objectBits != 0 && showsObjects && (index == 0 || pipeline.objectBehind & 0x80 == 0) {
                    shade = (pipeline.objectPalette & 0x80 == 0 ? obp0 : obp1) &>> (objectBits &* 2) & 3
                }
                set(shade, column: UInt32(bitPattern: pipeline.position))
            }
        }
        if !keepingBackground {
            pipeline.low &<<= 1
            pipeline.high &<<= 1
            pipeline.count &-= 1
        }
        pipeline.objectLow = pipeline.objectLow &<< 1 & 0xFF
        pipeline.objectHigh = pipeline.objectHigh &<< 1 & 0xFF
        pipeline.objectPalette = pipeline.objectPalette &<< 1 & 0xFF
        pipeline.objectBehind = pipeline.objectBehind &<< 1 & 0xFF
        if M.isColour {
            pipeline.colour.value.palettes &<<= 8
            pipeline.colour.value.places &<<= 8
        }
        pipeline.position &+= 1
    }

    private mutating func set(_ shade: UInt32, column: UInt32) {
        guard drawsPicture && !isFirstFrame && column < Self.width else { return }
        let word = Int(min(line, Self.height &- 1) &* Self.wordsPerLine &+ column &>> 4)
        let shift = (column & 15) &* 2
        picture[at: word] = picture[at: word] & ~(3 &<< shift) | shade &<< shift
    }

    // MARK: - Background and window

    /// The position at which the window begins on this line; nil if it is off, or has begun.
    var windowStart: Int32? {
        guard isWindowOnLine && !pipeline.inWindow else { return nil }
        guard wx == 0 else { return Int32(bitPattern: wx) &- 7 }
        return scx & 7 == 0 ? -7 : -Int32(bitPattern: min(scx & 7, 6))
    }

    private mutating func startWindow() -> Bool {
        guard let start = windowStart, start == pipeline.position && pipeline.objectDots == 0 else { return false }
        pipeline.inWindow = true
        pipeline.windowRow = windowLine
        pipeline.windowColumn = 0
        windowLine &+= 1
        pipeline.count = 0
        pipeline.step = 0
        return true
    }

    private mutating func advanceFetcher() {
        runFetcher(dots: 1, from: pipeline.position)
    }

    /// Runs the fetcher for so many dots, of which only the last may find the queue empty. At the end of the first of
    /// them the next pixel's position is `position`, and one more at that of each other.
    @inline(__always)
    mutating func runFetcher(dots: UInt32, from position: Int32) {
        let step = pipeline.step
        let end = step &+ dots
        if step == 0 && lcdc & 0x20 == 0 { pipeline.inWindow = false }
        if step <= 1 && end > 1 { pipeline.tile = fetchTile(at: position &+ Int32(bitPattern: 1 &- step)) }
        if step <= 3 && end > 3 { pipeline.fetchedLow = fetchPlane(0) }
        if step <= 5 && end > 5 { pipeline.fetchedHigh = fetchPlane(1) }
        guard end > 5 && pipeline.count == 0 else {
            pipeline.step = min(end, 6)
            return
        }
        pipeline.low = pipeline.fetchedLow &<< 24
        pipeline.high = pipeline.fetchedHigh &<< 24
        if M.isColour { pipeline.colour.value.leaving = pipeline.colour.value.fetched }
        pipeline.count = 8
        pipeline.step = 0
        if pipeline.inWindow { pipeline.windowColumn = (pipeline.windowColumn &+ 1) & 31 }
    }

    private var fetchedRow: UInt32 { pipeline.inWindow ? pipeline.windowRow : (line &+ scy) & 0xFF }

    private mutating func fetchTile(at position: Int32) -> UInt32 {
        let map: UInt32 = lcdc & (pipeline.inWindow ? 0x40 : 0x08) == 0 ? 0x1800 : 0x1C00
        let column: UInt32 =
            pipeline.inWindow
            ? pipeline.windowColumn
            : position < -8 ? scx &>> 3 : (scx &+ UInt32(bitPattern: position &+ 8)) &>> 3 & 31
        let index = map &+ (fetchedRow &>> 3 & 31) &* 32 &+ column
        if M.isColour { pipeline.colour.value.fetched = UInt32(videoRAM[at: Int(index | 0x2000 & M.videoMask)]) }
        return UInt32(videoRAM[at: Int(index)])
    }

    private func fetchPlane(_ plane: UInt32) -> UInt32 {
        if M.isColour {
            let attributes = pipeline.colour.value.fetched
            let address = tileAddress(pipeline.tile, attributes, row: fetchedRow) | plane
            let byte = UInt32(videoRAM[at: Int(address & M.videoMask)])
            return attributes & 0x20 == 0 ? byte : reversed(byte)
        }
        let start = lcdc & 0x10 != 0 ? pipeline.tile &* 16 : 0x800 &+ (pipeline.tile ^ 0x80) &* 16
        return UInt32(videoRAM[at: Int((start &+ (fetchedRow & 7) &* 2 &+ plane) & 0x1FFF)])
    }

    // MARK: - Objects

    /// Starts the fetch of an object whose column has come.
    private mutating func findObject() {
        while pipeline.object < min(lineObjectCount, 10) {
            let x = Int32(objects[Int(min(lineObjects[Int(pipeline.object)] &+ 1, 159))])
            guard x <= pipeline.position &+ 8 else { return }
            if x == pipeline.position &+ 8 && fetchesObjects {
                pipeline.objectDots = 7
                return
            }
            // Its column has passed while objects were off.
            pipeline.object &+= 1
        }
    }

    private mutating func runObjectDot() {
        if pipeline.objectDots == 7 {
            guard pipeline.step >= 5 && pipeline.count > 0 else { return advanceFetcher() }
            if pipeline.edgeDots > 0 && pipeline.position == -8 {
                pipeline.edgeDots &-= 1
                return
            }
            pipeline.objectDots = 6
            advanceFetcher()
        }
        pipeline.objectDots &-= 1
        // The planes are fetched one after the other, and LCDC's height counts for each by itself.
        if pipeline.objectDots == 1 { pipeline.objectRow = fetchObject() & 0x5555 }
        if pipeline.objectDots == 0 { pipeline.isObjectReady = true }
    }

    private func fetchObject() -> UInt32 {
        let offset = Int(min(lineObjects[Int(min(pipeline.object, 9))], 156))
        return objectRow(offset, UInt32(objects[offset &+ 3]))
    }

    private mutating func layObject() {
        pipeline.isObjectReady = false
        let offset = Int(min(lineObjects[Int(min(pipeline.object, 9))], 156))
        let attributes = UInt32(objects[offset &+ 3])
        pipeline.objectRow |= fetchObject() & 0xAAAA
        pipeline.object &+= 1
        let row = pipeline.objectRow
        if M.isColour { return layColourObject(row, offset, attributes) }
        var low: UInt32 = 0
        var high: UInt32 = 0
        for pixel in 0..<8 as Range<UInt32> {
            low |= (row &>> (pixel &* 2) & 1) &<< (7 &- pixel)
            high |= (row &>> (pixel &* 2 &+ 1) & 1) &<< (7 &- pixel)
        }
        let free = ~(pipeline.objectLow | pipeline.objectHigh)
        pipeline.objectLow |= low & free
        pipeline.objectHigh |= high & free
        let fresh = (low | high) & free
        pipeline.objectPalette = pipeline.objectPalette & ~fresh | (attributes & 0x10 != 0 ? fresh : 0)
        pipeline.objectBehind = pipeline.objectBehind & ~fresh | (attributes & 0x80 != 0 ? fresh : 0)
    }
}
