// Time: 64-bit microseconds since start, counted by SysTick, and tasks that wait for it.
import CortexM
import Memory

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

/// A sleeping task's place in the timer queue. It lies in the frame that sleeps.
struct TimerNode {
    let deadline: Instant
    var next: UnsafeMutablePointer<TimerNode>?
    var continuation: UnsafeContinuation<Void, Never>?
}

/// Sleeping tasks, the earliest deadline first; equal ones in the order they came.
enum TimerQueue {
    // SAFETY: touched only with interrupts masked.
    nonisolated(unsafe) private static var first: UnsafeMutablePointer<TimerNode>?

    /// SAFETY of the pointers here: a node is pinned in a frame that waits until the node is taken out, which
    /// happens before its continuation is resumed.
    static func insert(_ node: UnsafeMutablePointer<TimerNode>) {
        withInterruptsMasked {
            var link = first
            guard let head = link, head.pointee.deadline <= node.pointee.deadline else {
                node.pointee.next = first
                first = node
                return
            }
            while let next = link?.pointee.next, next.pointee.deadline <= node.pointee.deadline { link = next }
            node.pointee.next = link?.pointee.next
            link?.pointee.next = node
        }
    }

    static func resumeDue(at now: Instant) {
        while let continuation = takeDue(at: now) { continuation.resume() }
    }

    private static func takeDue(at now: Instant) -> UnsafeContinuation<Void, Never>? {
        withInterruptsMasked {
            guard let node = first, node.pointee.deadline <= now else { return nil }
            first = node.pointee.next
            return node.pointee.continuation
        }
    }

    #if !hasFeature(Embedded)
        /// Forgets whoever sleeps: a new simulated chip starts.
        static func reset() { first = nil }
    #endif
}

/// Waits until the clock reaches `deadline`; a deadline that has passed only lets others run first. Resumes at
/// the first wrap of SysTick at or behind the deadline, so up to a millisecond late. Task context.
public func sleep(until deadline: Instant) async {
    guard deadline > SystemClock.now else {
        await Task.yield()
        return
    }
    let node = Pinned(TimerNode(deadline: deadline))
    await withUnsafeContinuation { continuation in
        node.pointer.pointee.continuation = continuation
        TimerQueue.insert(node.pointer)
    }
}

/// Waits for `interval`, and up to a millisecond longer. Task context.
public func sleep(for interval: Interval) async {
    await sleep(until: SystemClock.now + interval)
}
