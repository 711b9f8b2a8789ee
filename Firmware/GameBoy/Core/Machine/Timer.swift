// DIV, TIMA, TMA and TAC. Nothing counts per cycle: DIV is the distance from the moment it was last reset,
// and TIMA is brought up to date when it is read, written, or about to overflow.

/// The timer.
///
/// DIV is the upper byte of a 16-bit counter of clocks. TIMA counts the falling edges of one bit of that
/// counter (ANDed with TAC's enable bit), which is why writing DIV or TAC can tick it. After an overflow
/// TIMA reads 0 for one machine cycle; then TMA is loaded and the interrupt requested.
///
/// Source: Pan Docs, "Timer and Divider Registers", "Timer Obscure Behaviour".
struct Timer {
    /// The moment at which the 16-bit counter was 0.
    var origin: Moment
    /// TIMA as of `counted`.
    var tima: UInt32
    var tma: UInt32
    /// TAC, its low three bits.
    var tac: UInt32
    /// The moment up to which TIMA has been counted.
    var counted: Moment
    /// When TMA is loaded, or was loaded last.
    var reload: Moment
    /// TIMA has overflowed, and `reload` lies ahead.
    var overflowed: Bool

    var isEnabled: Bool { tac & 4 != 0 }

    /// log2 of the clocks in a tick of TIMA.
    private var shift: UInt32 {
        let select = tac & 3
        return select == 0 ? 10 : select &* 2 &+ 2
    }

    /// The bit whose falling edge ticks TIMA, with the enable bit.
    private func input(at now: Moment) -> Bool {
        isEnabled && (now &- origin) &>> (shift &- 1) & 1 != 0
    }

    /// Counts TIMA up to `now`. Returns the interrupts requested on the way.
    mutating func catchUp(to now: Moment) -> UInt32 {
        var requested: UInt32 = 0
        while true {
            if overflowed {
                guard reload.isDue(at: now) else { break }
                tima = tma
                overflowed = false
                requested = Interrupt.timer
            }
            guard isEnabled else { break }
            let shift = shift
            let first = (counted &- origin) &>> shift
            let ticks = ((now &- origin) &>> shift &- first) & (UInt32.max &>> shift)
            let toOverflow = 0x100 &- tima
            if ticks < toOverflow {
                tima &+= ticks
                break
            }
            counted = origin &+ (first &+ toOverflow) &<< shift
            overflow(at: counted)
        }
        counted = now
        return requested
    }

    private mutating func overflow(at moment: Moment) {
        tima = 0
        overflowed = true
        reload = moment &+ 4
    }

    private mutating func tick(at now: Moment) {
        tima = (tima &+ 1) & 0xFF
        if tima == 0 { overflow(at: now) }
    }

    /// The next moment at which the interrupt is requested, if the timer runs. Call `catchUp` first.
    func due(after now: Moment) -> Moment? {
        if overflowed { return reload }
        guard isEnabled else { return nil }
        let ticks = (now &- origin) &>> shift &+ 0x100 &- tima
        return origin &+ ticks &<< shift &+ 4
    }

    // MARK: - Registers. `catchUp` to the moment of the access comes first.

    /// DIV.
    func div(at now: Moment) -> UInt32 { (now &- origin) &>> 8 & 0xFF }

    /// Any write to DIV resets the counter, whose selected bit may fall by it.
    mutating func writeDIV(at now: Moment) {
        let fell = input(at: now)
        origin = now
        if fell { tick(at: now) }
    }

    /// In the cycle of the overflow a write wins over the reload; in the cycle of the reload it is lost.
    mutating func writeTIMA(_ value: UInt32, at now: Moment) {
        if overflowed {
            overflowed = false
        } else if isReloading(at: now) {
            return
        }
        tima = value
    }

    /// In the cycle of the reload the new value reaches TIMA as well.
    mutating func writeTMA(_ value: UInt32, at now: Moment) {
        tma = value
        if isReloading(at: now) { tima = value }
    }

    mutating func writeTAC(_ value: UInt32, at now: Moment) {
        let before = input(at: now)
        tac = value & 7
        if before && !input(at: now) { tick(at: now) }
    }

    private func isReloading(at now: Moment) -> Bool { !overflowed && reload == now }
}
