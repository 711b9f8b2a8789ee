// Time: 64-bit microseconds since start, counted by SysTick, and tasks that wait for it.
import CortexM

#if hasFeature(Embedded)
    import ConcurrencyABI
#endif

/// A length of time in microseconds.
public struct Interval: Comparable, Sendable {
    public var microseconds: Int64

    @inlinable @inline(__always)
    public init(microseconds: Int64) { self.microseconds = microseconds }

    @inlinable @inline(__always)
    public static func microseconds(_ count: Int64) -> Interval { Interval(microseconds: count) }
    @inlinable @inline(__always)
    public static func milliseconds(_ count: Int64) -> Interval { Interval(microseconds: count &* 1000) }
    @inlinable @inline(__always)
    public static func seconds(_ count: Int64) -> Interval { Interval(microseconds: count &* 1_000_000) }

    @inlinable
    public static func < (left: Interval, right: Interval) -> Bool { left.microseconds < right.microseconds }
}

/// A point in time: microseconds since the clock was started. Wraps after 292,000 years.
public struct Instant: Comparable, Sendable {
    public var microseconds: Int64

    @inlinable @inline(__always)
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// Behind every other: the deadline of what waits as long as it takes.
    @inlinable @inline(__always)
    public static var never: Instant { Instant(microseconds: .max) }

    @inlinable
    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
    @inlinable
    public static func + (instant: Instant, interval: Interval) -> Instant {
        Instant(microseconds: instant.microseconds &+ interval.microseconds)
    }
    @inlinable
    public static func - (left: Instant, right: Instant) -> Interval {
        Interval(microseconds: left.microseconds &- right.microseconds)
    }
}

/// The clock. SysTick wraps every millisecond; the wraps are counted and the count in between is read from
/// the hardware, so `now` resolves a microsecond while sleeps end at the next millisecond's wrap.
public enum SystemClock {
    /// How long SysTick takes to wrap.
    public static let period = 1000 as Int64

    // SAFETY: written by `start` before the interrupt is on.
    nonisolated(unsafe) private static var cyclesPerMicrosecond: UInt32 = 1
    // SAFETY: written only by the SysTick handler; read with interrupts masked.
    nonisolated(unsafe) private static var wraps: Int64 = 0

    /// Starts the clock at 0. `coreClock` is in hertz, a whole number of megahertz. Task context, once.
    public static func start(coreClock: UInt32) {
        cyclesPerMicrosecond = coreClock / 1_000_000
        wraps = 0
        for level in 0...8 { Dispatcher.setBudget(.milliseconds(1), ofLevel: level) }
        Level7.bind(.sysTick) { SystemClock.handleWrap() }
        moveAccounts()
        SysTick.start(reload: cyclesPerMicrosecond * UInt32(period) - 1)
    }

    /// Core clock cycles of one microsecond.
    public static var cyclesInMicrosecond: UInt32 { cyclesPerMicrosecond }

    /// Microseconds since start. Cost: about 40 instructions. Any context.
    public static var now: Instant {
        withInterruptsMasked {
            var left = SysTick.current
            var wraps = wraps
            if SystemControl.isSysTickPending {
                // It wrapped and the handler has not run yet: read behind the wrap.
                left = SysTick.current
                wraps &+= 1
            }
            let reload = cyclesPerMicrosecond &* UInt32(truncatingIfNeeded: period) &- 1
            let fraction = (reload &- left) / cyclesPerMicrosecond
            return Instant(microseconds: wraps &* period &+ Int64(fraction))
        }
    }

    @Level7
    private static func handleWrap() {
        wraps &+= 1
        moveAccounts()
        TimerQueue.resumeDue(at: Instant(microseconds: wraps &* period))
    }

    /// Tells the runtime, which accounts for who ran how long, that SysTick has wrapped.
    private static func moveAccounts() {
        #if hasFeature(Embedded)
            let perWrap = cyclesPerMicrosecond &* UInt32(truncatingIfNeeded: period)
            martlet_set_tick_base((UInt32(truncatingIfNeeded: wraps) &+ 1) &* perWrap &- 1)
        #endif
    }

    /// Core clock cycles since start, the low word, for accounts of what ran. Any context. Cost: about 15
    /// instructions.
    public static var cycleCount: UInt32 {
        let perWrap = cyclesPerMicrosecond &* UInt32(truncatingIfNeeded: period)
        var left = SysTick.current
        var count = UInt32(truncatingIfNeeded: wraps)
        if SystemControl.isSysTickPending {
            left = SysTick.current
            count &+= 1
        }
        return count &* perWrap &+ (perWrap &- 1 &- left)
    }
}

/// Tasks that wait for a time, the earliest deadline first; equal ones in the order they came.
enum TimerQueue {
    // SAFETY: touched only with interrupts masked.
    nonisolated(unsafe) private static var first: Waiter.Pointer?

    // SAFETY of the pointers here: a node is pinned in a frame that waits until the node is taken out, which
    // happens before its task is resumed.

    /// Interrupts are masked.
    static func insert(_ waiter: Waiter.Pointer) {
        var link = first
        guard let head = link, head.pointee.deadline <= waiter.pointee.deadline else {
            waiter.pointee.nextToExpire = first
            first = waiter
            return
        }
        while let next = link?.pointee.nextToExpire, next.pointee.deadline <= waiter.pointee.deadline { link = next }
        waiter.pointee.nextToExpire = link?.pointee.nextToExpire
        link?.pointee.nextToExpire = waiter
    }

    /// Takes `waiter` out if it is there. Interrupts are masked.
    static func remove(_ waiter: Waiter.Pointer) {
        guard waiter.pointee.deadline < .never else { return }
        guard first != waiter else {
            first = waiter.pointee.nextToExpire
            return
        }
        var link = first
        while let next = link?.pointee.nextToExpire, next != waiter { link = next }
        link?.pointee.nextToExpire = waiter.pointee.nextToExpire
    }

    static func resumeDue(at now: Instant) {
        while endFirstDue(at: now) {}
    }

    /// One at a time, so that interrupts come in between.
    private static func endFirstDue(at now: Instant) -> Bool {
        withInterruptsMasked {
            guard let waiter = first, waiter.pointee.deadline <= now else { return false }
            Waiter.end(waiter, .expired)
            return true
        }
    }

    #if !hasFeature(Embedded)
        /// Forgets whoever sleeps: a new simulated chip starts.
        static func reset() { first = nil }
    #endif
}

/// Waits until the clock reaches `deadline`; a deadline that has passed only lets others run first. Resumes at
/// the first wrap of SysTick at or behind the deadline, so up to a millisecond late. If the task is cancelled it
/// returns at once: false. Task context.
@discardableResult
public func sleep(until deadline: Instant) async -> Bool {
    guard deadline > SystemClock.now else {
        await Task.yield()
        return true
    }
    return await wait(in: nil, until: deadline) { false } == .expired
}

/// Waits for `interval`, and up to a millisecond longer, or until the task is cancelled: false. Task context.
@discardableResult
public func sleep(for interval: Interval) async -> Bool {
    await sleep(until: SystemClock.now + interval)
}
