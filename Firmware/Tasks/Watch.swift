// The newest value of something, for whoever watches it.
import CortexM
import Memory

/// The last value that was set, for any number of watchers. A watcher that is slower than the setter skips what came
/// in between.
///
/// Cost: 12 bytes and the value as an optional; 12 bytes a watcher, and 40 in its frame while it waits. Context: `set` and
/// `value` any, `next` tasks. `set` wakes all that wait with interrupts masked, about 40 instructions each.
public struct Watch<Value: Sendable>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: all of it is touched only with interrupts masked.
    fileprivate let newest: Pinned<Versioned<Value>>
    fileprivate let waiters = Pinned(WaitQueue())

    /// Without a value: watchers wait for the first.
    public init() { newest = Pinned(Versioned(value: nil, version: 0)) }

    /// With a first value, which each watcher sees.
    public init(_ value: Value) { newest = Pinned(Versioned(value: value, version: 1)) }

    /// The newest value, if there is one. Any context.
    public var value: Value? { withInterruptsMasked { newest.pointer.pointee.value } }

    /// Sets the newest value, equal to the last or not, and wakes whoever waits for one. Any context.
    public func set(_ value: Value) {
        withInterruptsMasked {
            newest.pointer.pointee.value = value
            newest.pointer.pointee.version &+= 1
            while let waiter = waiters.pointer.pointee.first { Waiter.end(waiter, .served) }
        }
    }

    /// A watcher that has seen nothing yet: the newest value, if there is one, is new to it.
    @_lifetime(borrow self)
    public func watcher() -> Watcher<Value> { Watcher(newest.pointer, waiters.pointer) }
}

private struct Versioned<Value> {
    var value: Value?
    /// How many values there have been. After 4 billion unseen ones a watcher might take the newest for seen.
    var version: UInt32
}

/// A reader of a `Watch`, which knows what it has seen.
public struct Watcher<Value: Sendable>: ~Copyable, ~Escapable {
    // SAFETY: the lifetime ties a watcher to its broadcast, whose state is pinned.
    private let newest: UnsafeMutablePointer<Versioned<Value>>
    private let waiters: UnsafeMutablePointer<WaitQueue>
    private var seen: UInt32 = 0

    @_lifetime(immortal)
    fileprivate init(_ newest: UnsafeMutablePointer<Versioned<Value>>, _ waiters: UnsafeMutablePointer<WaitQueue>) {
        self.newest = newest
        self.waiters = waiters
    }

    /// Waits until `deadline` for a value this watcher has not seen, and gives the newest; nil if the deadline or
    /// the cancellation of the task came first. Task context.
    @_lifetime(self: copy self)
    public mutating func next(until deadline: Instant = .never) async -> Value? {
        let (newest, last) = (newest, seen)
        let outcome = await wait(in: waiters, until: deadline) { newest.pointee.version != last }
        guard outcome == .served else { return nil }
        let now = withInterruptsMasked { newest.pointee }
        seen = now.version
        return now.value
    }
}
