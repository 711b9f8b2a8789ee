// Time inside the machine: clocks of the 4,194,304 Hz oscillator since power-on, modulo 2^32 (17 minutes).
// Two moments are compared by their distance, so the wrap is harmless as long as they are less than half
// of that apart; every unit keeps its moments closer than that.

/// A moment, in clocks.
typealias Moment = UInt32

extension Moment {
    /// Whether this moment is not after `now`.
    @inline(__always)
    func isDue(at now: Moment) -> Bool { Int32(bitPattern: now &- self) >= 0 }

    /// The earlier of two moments.
    @inline(__always)
    func earlier(_ other: Moment) -> Moment { isDue(at: other) ? self : other }
}

extension GenericMachine {
    /// 456 clocks: a line of the picture, at 9198 Hz.
    public static var machineCyclesPerLine: UInt32 { 114 }
    /// 154 lines, at 59.73 Hz.
    public static var machineCyclesPerFrame: UInt32 { 17_556 }
    /// 4,194,304 clocks are a second.
    static var clocksPerMachineCycle: UInt32 { 4 }
    static var clocksPerFrame: UInt32 { machineCyclesPerFrame &* clocksPerMachineCycle }
}
