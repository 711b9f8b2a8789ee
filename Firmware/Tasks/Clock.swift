// The clock: 64-bit microseconds since start, counted by SysTick, which also wakes whoever waits for a time.
//
// SysTick loads its counter from LOAD whenever it has counted down, so a new value decides the length of the period
// after the one that runs. That makes it a clock without drift and without ticks: the periods follow each other with
// no cycle between them, their lengths are whole microseconds, and each is chosen while the one before it runs, to end
// at the earliest deadline.
//
//       period ends at a deadline            the next was chosen meanwhile
//     ------------|-------------------------------------------|--------------------
//                 ^ handler: counts the period, resumes who   ^
//                   is due, writes LOAD for the next period
//
// Only a deadline inside the period that runs needs more: its count is started anew, shorter. What that takes between
// reading the counter and storing it is measured when the clock starts and accounted for, to two cycles or better.
import CortexM

#if hasFeature(Embedded)
    import ConcurrencyABI
#endif

/// The clock. It resolves a microsecond, wakes a task at the microsecond it asked for, and is tickless: with nothing to
/// wait for it interrupts every 2^24 cycles, a tenth of a second at 168 MHz.
///
/// An interrupt that is held off for longer than `shortestPeriod`, with masked sections or by flash that stalls the
/// core, makes it lose the time.
public enum SystemClock {
    /// A period that is chosen ahead is no shorter, in microseconds: its handler must have chosen the next by then.
    private static let shortestPeriod = 200 as Int64
    /// The period after one that ends at a deadline: who woke will soon wait for another.
    private static let usualPeriod = 1000 as Int64
    /// A count that is started anew is no shorter, in cycles: that takes some.
    private static let shortestCount = 64 as UInt32

    // SAFETY of each `nonisolated(unsafe)` below: written by `start` before the interrupt is on, and then with interrupts
    // masked or by the handler, which nothing that reads the clock preempts: no level is more urgent.
    /// 0 until the clock is started.
    nonisolated(unsafe) private static var cyclesPerMicrosecond: UInt32 = 0
    nonisolated(unsafe) private static var overhead: UInt32 = 0
    /// As long as SysTick can count, in whole microseconds.
    nonisolated(unsafe) private static var longestPeriod: Int64 = 1000
    /// When the period that runs ends.
    nonisolated(unsafe) private static var end: Int64 = 0
    /// The same in cycles, the low word.
    nonisolated(unsafe) private static var endCycle: UInt32 = 0
    /// How long the one after it takes: what LOAD holds.
    nonisolated(unsafe) private static var nextPeriod: Int64 = 1000
    /// What was left of the next period when it was last read while the handler was due; as much as can be until it is.
    nonisolated(unsafe) private static var leftWhenDue: UInt32 = .max

    /// Starts the clock at 0. `coreClock` is a whole number of megahertz; any other is a fault, and so is a
    /// second start. Task context, once.
    public static func start(coreClock: Frequency) {
        guard coreClock >= 1.megahertz, coreClock % 1.megahertz == .zero else {
            stop("the core clock is no whole number of megahertz; hertz", Int(truncatingIfNeeded: coreClock.hertz))
        }
        cyclesPerMicrosecond = coreClock / 1.megahertz
        longestPeriod = Int64((SysTick.maximumReload &+ 1) / cyclesPerMicrosecond)
        for level in 0...8 { Dispatcher.setBudget(.milliseconds(1), ofLevel: level) }
        Level8.bind(.sysTick) { SystemClock.handleEndOfPeriod() }
        withInterruptsMasked {
            end = usualPeriod
            moveAccounts(to: UInt32(truncatingIfNeeded: usualPeriod) &* cyclesPerMicrosecond)
            // The cycle until the counter is loaded belongs to the first period.
            SysTick.start(reload: endCycle &- 2)
            nextPeriod = 0
            choose(usualPeriod)
            overhead = SysTick.measureShortening()
        }
    }

    /// Core clock cycles of one microsecond. Any context, once the clock is started; before it is a fault.
    public static var cyclesInMicrosecond: UInt32 {
        let cycles = cyclesPerMicrosecond
        guard cycles > 0 else { stop("the time was asked for before SystemClock.start", 0) }
        return cycles
    }

    /// Microseconds since start. Asked for again and again while the clock's interrupt is held off for more than a period,
    /// some 200 us, by a masked section or by code of level 8, it is a fault, since it would stand still: `block(for:)` waits
    /// there too. Before `start` it is a fault. Cost: about 40 instructions. Any context.
    public static var now: Instant {
        withInterruptsMasked {
            let (left, isOver) = reading()
            let end = isOver ? end &+ nextPeriod : end
            return Instant(microseconds: end &- 1 &- Int64(left / cyclesInMicrosecond))
        }
    }

    /// Keeps the core busy for `interval` or somewhat longer, whatever is masked: for the few microseconds that a device
    /// asks for, where no task can wait. What a task waits for is `sleep`. Held off for longer than a period, the clock
    /// loses the time. Any context.
    public static func block(for interval: Interval) {
        #if hasFeature(Embedded)
            let end = now + interval
            while true {
                let left = end - now
                guard left > .microseconds(0) else { return }
                // Pending for as long as its handler may not come: the counter goes on by itself, and nobody moves it.
                if SystemControl.isSysTickPending { block(whileSysTickIsPendingFor: left) }
            }
        #else
            HostInterrupts.spend(interval.microseconds)
        #endif
    }

    #if hasFeature(Embedded)
        private static func block(whileSysTickIsPendingFor interval: Interval) {
            let period = Int64(SysTick.reload) &+ 1
            var left = interval * Int64(cyclesInMicrosecond)
            var last = Int64(SysTick.current)
            while left > .microseconds(0), SystemControl.isSysTickPending {
                let current = Int64(SysTick.current)
                left = left - .microseconds(current <= last ? last &- current : last &+ period &- current)
                last = current
            }
        }
    #else
        /// A new simulated chip has not started its clock.
        static func reset() { cyclesPerMicrosecond = 0 }
    #endif

    /// Core clock cycles since start, the low word, for accounts of what ran. Cost: about 20 instructions. Any context.
    public static var cycleCount: UInt32 {
        withInterruptsMasked {
            let (left, isOver) = reading()
            let end = isOver ? endCycle &+ UInt32(truncatingIfNeeded: nextPeriod) &* cyclesPerMicrosecond : endCycle
            return end &- 1 &- left
        }
    }

    /// Cycles left of a period, and whether it is the next one: the one that ran is over and its handler has not come
    /// yet. With interrupts masked.
    @inline(__always)
    private static func reading() -> (left: UInt32, isOver: Bool) {
        let left = SysTick.current
        guard SystemControl.isSysTickPending else { return (left, false) }
        let later = SysTick.current
        // Pending from the moment the counter is 0; for that cycle the old period runs.
        guard later != 0 else { return (0, false) }
        if later > leftWhenDue {
            stop(
                "the time was asked for while the clock's interrupt was held off for over a period; level",
                Dispatcher.runningLevel)
        }
        leftWhenDue = later
        return (later, true)
    }

    // MARK: - Periods

    @Level8
    private static func handleEndOfPeriod() {
        SysTick.waitUntilLoaded()
        leftWhenDue = .max
        end &+= nextPeriod
        moveAccounts(to: endCycle &+ UInt32(truncatingIfNeeded: nextPeriod) &* cyclesPerMicrosecond)
        choose(usualPeriod)
        TimerQueue.resumeDue(at: now)
        withInterruptsMasked {
            if let deadline = TimerQueue.earliest { wake(at: deadline) } else { choose(longestPeriod) }
        }
    }

    /// Has the handler come at `deadline`. Interrupts are masked. Cost: about 30 instructions, 80 if the deadline is
    /// inside the period that runs.
    static func wake(at deadline: Instant) {
        // About to end: the handler calls this again.
        guard SysTick.current > shortestCount, !SystemControl.isSysTickPending else { return }
        let distance = deadline.microseconds &- end
        if distance >= 0 {
            if distance > longestPeriod {
                choose(longestPeriod)
            } else if distance >= shortestPeriod {
                choose(distance)
            } else {
                choose(usualPeriod)
            }
        } else {
            endPeriod(earlierBy: 0 &- distance)
        }
    }

    /// Chooses how long the period after the one that runs is to be, which is not about to end.
    private static func choose(_ period: Int64) {
        guard period != nextPeriod else { return }
        nextPeriod = period
        SysTick.setReload(UInt32(truncatingIfNeeded: period) &* cyclesPerMicrosecond &- 1)
    }

    /// Ends the period that runs some microseconds earlier, or as soon as can be.
    private static func endPeriod(earlierBy microseconds: Int64) {
        let most = Int64((SysTick.current &- shortestCount) / cyclesPerMicrosecond)
        let earlier = min(microseconds, most)
        guard earlier > 0 else { return }
        let cycles = UInt32(truncatingIfNeeded: earlier) &* cyclesPerMicrosecond
        SysTick.shorten(by: cycles, overhead: overhead)
        end &-= earlier
        moveAccounts(to: endCycle &- cycles)
        nextPeriod = 0
        choose(usualPeriod)
    }

    /// The end of the period in cycles, told to the runtime too, which accounts for who ran how long.
    private static func moveAccounts(to cycle: UInt32) {
        endCycle = cycle
        #if hasFeature(Embedded)
            martlet_set_tick_base(cycle &- 1)
        #endif
    }
}
