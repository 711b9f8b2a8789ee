// The PPU's course through a frame: modes, LY, and the interrupts they request. It moves from phase to
// phase, four in a drawn line, and only when somebody looks or an interrupt is due.

/// What begins next on a line.
enum PicturePhase: UInt8 {
    /// Clock 0: LY counts up; an H-blank to the eye, the OAM interrupt's moment.
    case lineStart
    /// Clock 1: mode 2.
    case objectScan
    /// Clock 84: mode 3.
    case drawing
    /// Clock 254 to 371: mode 0; two later in the first line after the LCD was switched on.
    case hBlank
    /// Clock 1 of line 144: mode 1.
    case vBlank
    /// Clocks 4, 8 and 12 of line 153: LY reads 0, LYC is compared with nothing, and with 0.
    case lastLineReadsZero
    case lastLineComparesNothing
    case lastLineComparesZero
    /// Clock 1 of lines 145 to 153: LYC is compared with the line.
    case blankLineCompares
}

/// Source: Pan Docs, "STAT modes", "LCD Status Registers"; gekkio, "Game Boy: Complete Technical Reference".
extension PPU {
    static var clocksPerLine: UInt32 { 456 }
    private static var firstBlankLine: UInt32 { 144 }
    private static var lastLine: UInt32 { 153 }

    /// Goes through the phases up to `now`; returns the interrupts requested on the way. The objects of a
    /// line are found only if OAM is `objectsReadable`, that is, not being written by DMA.
    mutating func catchUp(to now: Moment, objectsReadable: Bool) -> UInt32 {
        var requested: UInt32 = 0
        while next.isDue(at: now) {
            requested |= enterNextPhase(objectsReadable: objectsReadable)
        }
        return requested
    }

    /// When the CPU has to look next: the start of the V-blank, or sooner if STAT's interrupt may rise.
    var due: Moment {
        guard statSources == 0 && !(M.isColour && palettes.value.watchesBlanks) else { return next }
        if line == Self.firstBlankLine && nextPhase == .vBlank { return next }
        let lines = line < Self.firstBlankLine ? Self.firstBlankLine &- line : Self.firstBlankLine &+ 154 &- line
        return lineStart &+ lines &* Self.clocksPerLine &+ 1
    }

    private mutating func enterNextPhase(objectsReadable: Bool) -> UInt32 {
        switch nextPhase {
        case .lineStart: return startLine()
        case .objectScan:
            mode = 2
            interruptMode = 2
            comparedLine = line
            let requested = updateStatLine()
            interruptMode = 4
            enter(.drawing, atClock: 84)
            return requested | updateStatLine()
        case .drawing:
            defer { earlyObjects = 0 }
            // In the first line after the LCD was switched on, which has no scan, everything comes two clocks later.
            let delay: UInt32 = mode == 0 ? 2 : 0
            mode = 3
            interruptMode = 4
            drawingStart = next &+ delay
            if objectsReadable && fetchesObjects { scanObjects() } else { lineObjectCount = 0 }
            compareWindow(with: line, times: 2)
            windowComparisons = 0
            startsInWindow = windowFollows && isWindowOn
            windowFollows = false
            enter(.hBlank, atClock: 84 &+ delay &+ drawingLength())
            return updateStatLine()
        case .hBlank:
            if pipeline.isRunning {
                runPipeline(to: next &- Self.lag)
                guard pipeline.position == 160 else {
                    expectEndOfDrawing()
                    return 0
                }
                pipeline.isRunning = false
            } else {
                drawLine()
                if startsInWindow || isWindowOnLine { windowLine &+= 1 }
                pipeline.inWindow = startsInWindow
            }
            if !M.isColour && wx == 166 { meetFollowingWindow() }
            mode = 0
            interruptMode = 0
            if M.isColour {
                palettes.value.blankBegan = true
                palettes.value.blankStart = next
            }
            enter(.lineStart, atClock: Self.clocksPerLine)
            return updateStatLine()
        case .vBlank:
            mode = 1
            comparedLine = line
            frameEnded = true
            isFirstFrame = false
            // The OAM source sees this line start as well.
            interruptMode = 2
            let requested = updateStatLine()
            interruptMode = 1
            enter(.lineStart, atClock: Self.clocksPerLine)
            return requested | updateStatLine() | Interrupt.vBlank
        case .lastLineReadsZero:
            ly = 0
            enter(.lastLineComparesNothing, atClock: 8)
        case .lastLineComparesNothing:
            comparedLine = Self.nothing
            enter(.lastLineComparesZero, atClock: 12)
        case .lastLineComparesZero:
            comparedLine = 0
            enter(.lineStart, atClock: Self.clocksPerLine)
        case .blankLineCompares:
            comparedLine = line
            if line == Self.lastLine {
                enter(.lastLineReadsZero, atClock: 4)
            } else {
                enter(.lineStart, atClock: Self.clocksPerLine)
            }
        }
        return updateStatLine()
    }

    private mutating func startLine() -> UInt32 {
        lineStart = next
        line = line == Self.lastLine ? 0 : line &+ 1
        ly = line
        if line <= Self.firstBlankLine || line == Self.lastLine { comparedLine = line == 0 ? 0 : Self.nothing }
        if line < Self.firstBlankLine {
            mode = 0
            interruptMode = line == 0 ? 4 : 2
            if line == 0 { windowLine = 0 }
            enter(.objectScan, atClock: 1)
        } else if line == Self.firstBlankLine {
            mode = 0
            interruptMode = 4
            enter(.vBlank, atClock: 1)
            // The OAM source sees this line as one to be drawn, and again a clock later.
            if statSources & 0x20 != 0 && !statLine { return updateStatLine() | Interrupt.stat }
        } else {
            // In all but the last line LYC is compared with the line before until then.
            enter(.blankLineCompares, atClock: 1)
        }
        return updateStatLine()
    }

    private mutating func enter(_ phase: PicturePhase, atClock clock: UInt32) {
        nextPhase = phase
        next = lineStart &+ clock
    }

    /// Recomputes the OR of STAT's sources; returns the interrupt if it has risen.
    mutating func updateStatLine() -> UInt32 {
        let before = statLine
        let modeSource: UInt32 =
            switch interruptMode {
            case 0: 0x08
            case 1: 0x10
            case 2: 0x20
            default: 0
            }
        lineMatches = lyc == comparedLine
        let compareSource: UInt32 = lineMatches ? 0x40 : 0
        statLine = statSources & (modeSource | compareSource) != 0
        return statLine && !before ? Interrupt.stat : 0
    }

    // MARK: - The window

    /// Makes the comparisons of WY that come before a write to it, or to LCDC, takes effect: with the line that ends and,
    /// four clocks later, with the one that begins. Line 0 has only its own. `speed` is log2 of the CPU's.
    mutating func compareWindow(at now: Moment, speed: UInt32) {
        let clock = Int32(bitPattern: now &- lineStart)
        switch nextPhase {
        case .lineStart where line < Self.firstBlankLine &- 1:
            compareWindow(with: line &+ 1, after: clock &- Int32(Self.clocksPerLine), speed: speed)
        case .objectScan, .drawing: compareWindow(with: line, after: clock, speed: speed)
        default: break
        }
    }

    private mutating func compareWindow(with line: UInt32, after clock: Int32, speed: UInt32) {
        let ownLine: Int32 = line == 0 ? (speed == 0 ? 3 : 4) : M.isColour ? (speed == 0 ? -1 : 0) : 0
        compareWindow(with: line, times: clock > ownLine ? 2 : clock > (M.isColour ? ownLine &- 4 : -4) ? 1 : 0)
    }

    private mutating func compareWindow(with line: UInt32, times: UInt32) {
        while windowComparisons < times {
            let isEqual = isWindowOn && wy == line &+ windowComparisons &- 1
            windowReached = isEqual || windowReached && line != 0
            windowComparisons &+= 1
        }
    }

    /// At WX = 166, its last column, the grey machine meets the window too late for this line: the next one begins in it.
    private mutating func meetFollowingWindow() {
        guard windowReached || isWindowOn && wy == line else { return }
        windowFollows = true
        if isWindowOn && !pipeline.inWindow { windowLine &+= 1 }
    }

    // MARK: - The switch in LCDC

    /// Line 0 starts four clocks late, shows mode 0 in place of the scan, and finds no objects.
    mutating func switchOn(at now: Moment) -> UInt32 {
        line = 0
        ly = 0
        lineStart = now &- 4
        mode = 0
        interruptMode = 4
        comparedLine = 0
        windowReached = isWindowOn && wy == 0
        windowComparisons = 2
        windowLine = 0
        windowFollows = false
        isFirstFrame = true
        enter(.drawing, atClock: 84)
        return updateStatLine()
    }

    /// The picture goes white at once; STAT's comparison keeps its last outcome.
    mutating func switchOff() -> UInt32 {
        line = 0
        ly = 0
        mode = 0
        interruptMode = 4
        pipeline.isRunning = false
        earlyObjects = 0
        statLine = lineMatches && statSources & 0x40 != 0
        whiten()
        return 0
    }

    // MARK: - Mode 3

    /// Fills `lineObjects` with up to ten objects on this line, in the order in which they are drawn over
    /// each other: by X, then by their place in OAM.
    mutating func scanObjects() {
        lineObjectCount = 0
        let lateHeight = objectHeight
        let target = line &+ 16
        var offset = 0
        while offset < 160 && lineObjectCount < 10 {
            let height = offset < Int(earlyObjects) &* 4 ? lateHeight ^ 24 : lateHeight
            if target &- UInt32(objects[offset]) < height {
                let x = objects[offset &+ 1]
                var place = Int(lineObjectCount)
                while place > 0 && objects[Int(min(lineObjects[place &- 1] &+ 1, 159))] > x {
                    if place < 10 { lineObjects[place] = lineObjects[place &- 1] }
                    place &-= 1
                }
                if place < 10 { lineObjects[place] = UInt8(truncatingIfNeeded: offset) }
                lineObjectCount &+= 1
            }
            offset &+= 4
        }
    }

    /// The clocks of mode 3: 172, the fine scroll, the window's fetch, and each object's fetch.
    ///
    /// Source: Pan Docs, "Mode 3 length".
    private func drawingLength() -> UInt32 {
        var length = 170 &+ (scx & 7)
        // Objects up to this wait for tiles of the background, and the others for those of the window.
        var lastBeforeWindow: UInt32 = 0xFF
        if isWindowOnLine && !startsInWindow {
            length &+= 6
            lastBeforeWindow = wx
        }
        var lastTile: UInt32 = 0x100
        for index in 0..<Int(min(lineObjectCount, 10)) {
            let x = UInt32(objects[Int(min(lineObjects[index] &+ 1, 159))])
            guard x < 168 else { continue }
            let isInWindow = x > lastBeforeWindow
            let position = isInWindow ? x &- lastBeforeWindow &- 1 : x &+ scx
            let tile = position &>> 3 | (isInWindow ? 0x80 : 0)
            if tile != lastTile {
                lastTile = tile
                length &+= x == 0 ? 5 : 5 &- min(position & 7, 5)
            }
            length &+= 6
        }
        return length
    }
}
