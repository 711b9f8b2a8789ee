// When frames begin, which are drawn, and what they cost.
import GameBoy
import Tasks

/// How fast frames follow each other.
public enum GameBoySpeed: Sendable {
    /// As fast as the chip can: fast-forward.
    case fast
    /// 59.73 a second. What cannot keep up leaves out pictures, as far as it may.
    case real
}

/// Paces frames: none at all while fast, 59.73 a second while real. Context: one task.
public struct FramePace {
    /// How fast frames follow each other.
    public private(set) var speed: GameBoySpeed
    /// The pictures that may be left out in a row: all of them while fast, and while real those that come late.
    public private(set) var mostSkipped: UInt32
    private var skipped: UInt32 = 0
    private var started = Instant(microseconds: 0)
    private var frames: Int64 = 0

    /// A pace that begins now. `mostSkipped` is how many pictures may be left out in a row.
    public init(speed: GameBoySpeed = .fast, mostSkipped: UInt32 = 0) {
        self.speed = speed
        self.mostSkipped = mostSkipped
        start()
    }

    /// Begins to count anew: at the start of a run.
    public mutating func start() {
        started = SystemClock.now
        frames = 0
        skipped = 0
    }

    /// Begins a frame. Returns whether it is to be drawn.
    public mutating func beginFrame() -> Bool {
        let isLate = speed == .fast || SystemClock.now.microseconds > due(frames).microseconds + 1000
        // More than a quarter of a second behind it will not catch up: time is counted from here.
        if SystemClock.now.microseconds > due(frames).microseconds + 250_000 {
            started = SystemClock.now
            frames = 0
        }
        frames += 1
        return draws(isLate: isLate)
    }

    /// The same for frames whose pace is something else's, such as the sound's: whether they are late is its to say.
    public mutating func beginFrame(isLate: Bool) -> Bool {
        // Whoever stops pacing them leaves a clock that is up to date.
        started = SystemClock.now
        frames = 1
        return draws(isLate: isLate)
    }

    private mutating func draws(isLate: Bool) -> Bool {
        let isSkipped = isLate && skipped < mostSkipped
        skipped = isSkipped ? skipped + 1 : 0
        return !isSkipped
    }

    /// When the next frame is to begin; nil for at once.
    public var nextStart: Instant? { speed == .fast ? nil : due(frames) }

    /// A frame is 70,224 clocks of 4,194,304 a second.
    private func due(_ frame: Int64) -> Instant {
        Instant(microseconds: started.microseconds + frame * 70_224 * 15_625 / 65_536)
    }
}

/// The cost of the last frames, in cycles of the core.
struct FrameStatistics {
    private static var kept: Int { 64 }
    private var cycles = InlineArray<64, UInt32>(repeating: 0)
    private(set) var frames: UInt32 = 0
    /// Frames that were not drawn.
    private(set) var skipped: UInt32 = 0

    mutating func add(cycles count: UInt32, isDrawn: Bool) {
        cycles[Int(frames % UInt32(Self.kept))] = count
        frames &+= 1
        if !isDrawn { skipped &+= 1 }
    }

    /// Median and most of the last 64 frames; nil before the first.
    // Not inlined: an async function would keep what is sorted in its frame.
    @inline(never)
    var cost: (median: UInt32, most: UInt32)? {
        let count = min(Int(frames), Self.kept)
        guard count > 0 else { return nil }
        var sorted = cycles
        for index in 1..<max(count, 1) {
            let value = sorted[index]
            var place = index
            while place > 0 && sorted[place - 1] > value {
                sorted[place] = sorted[place - 1]
                place -= 1
            }
            sorted[place] = value
        }
        return (sorted[count / 2], sorted[count - 1])
    }
}
