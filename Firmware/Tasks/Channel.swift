// A queue between tasks, and from interrupts to tasks.
import CortexM
import Memory

/// Values on their way from any number of senders to any number of receivers, first in, first out, with room for
/// `capacity` of them. Each value reaches one receiver.
///
/// A driver hands what its interrupt found to a task, and counts what found no room:
///
///     struct Sample: Sendable { var time: Instant; var level: UInt16 }
///     private let samples = Channel<Sample, 8>()
///
///     Level5.bind(converterLine) {
///         if !samples.trySend(Sample(time: SystemClock.now, level: Converter.result)) { lost += 1 }
///     }
///     startTask("filter") {
///         while let sample = await samples.receive() { filter.add(sample) }
///     }
///
/// Receivers wait only while the channel is empty and senders only while it is full, each in the order they came. A
/// value is handed to the receiver that has waited longest the moment it is sent, and a sender's value moves in the
/// moment there is room: nobody who comes later passes, and a task that is cancelled once it was chosen still has
/// what it was chosen for.
///
/// Cost: 24 bytes and the values; 52 bytes and a value in the frame of a task that waits. Context: `trySend`,
/// `tryReceive` and `count` any; `send` and `receive` tasks.
public struct Channel<Element: Sendable, let capacity: Int>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: all of it is touched only with interrupts masked.
    private let places = Pinned(Places())
    private let senders = Pinned(WaitQueue())
    private let receivers = Pinned(WaitQueue())
    // Last, so that where the others lie does not depend on the size of an element: the compiler (6.3, optimising for the
    // host) loses that size in an async function that needs it.
    private let slots = PinnedSlots<Element, capacity>()

    /// An empty channel. Precondition: `capacity` is at least 1.
    public init() { precondition(capacity > 0, "a channel needs room for a value") }

    deinit {
        while pop() != nil {}
    }

    /// How many values nobody has received yet, those of waiting senders aside. Any context.
    public var count: Int { withInterruptsMasked { places.pointer.pointee.count } }

    /// Sends `element` if there is room; false, and nothing changed, if not. Any context.
    public func trySend(_ element: Element) -> Bool { withInterruptsMasked { give(element) } }

    /// Waits for room until `deadline`, and sends `element`; false, and it was not sent, if the deadline or the
    /// cancellation of the task came first. Task context.
    public func send(_ element: Element, until deadline: Instant = .never) async -> Bool {
        let pinned = Pinned(element)
        return await wait(in: senders.pointer, until: deadline, value: pinned.pointer) { give(element) } == .served
    }

    /// The first value, if there is one. Any context.
    public func tryReceive() -> Element? { withInterruptsMasked { take() } }

    /// Waits for a value until `deadline`; nil if that or the cancellation of the task came first. Task context.
    @inline(__always)
    public func receive(until deadline: Instant = .never) async -> Element? {
        let received = Pinned<Element?>(nil)
        _ = await wait(in: receivers.pointer, until: deadline, value: received.pointer) {
            received.pointer.pointee = take()
            return received.pointer.pointee != nil
        }
        return received.pointer.pointee
    }

    // MARK: - With interrupts masked

    private func give(_ element: Element) -> Bool {
        if let receiver = receivers.pointer.pointee.first {
            // SAFETY: `receive` alone waits in this queue, with the address of an `Element?` in its frame.
            receiver.pointee.value?.assumingMemoryBound(to: Element?.self).pointee = element
            Waiter.end(receiver, .served)
            return true
        }
        guard places.pointer.pointee.count < capacity else { return false }
        push(element)
        return true
    }

    private func take() -> Element? {
        guard let element = pop() else { return nil }
        if let sender = senders.pointer.pointee.first {
            // SAFETY: `send` alone waits in this queue, with the address of an `Element` in its frame.
            if let value = sender.pointee.value?.assumingMemoryBound(to: Element.self) { push(value.pointee) }
            Waiter.end(sender, .served)
        }
        return element
    }

    // SAFETY of the slots: `count` of them from `head` on, around the end, hold values; the others hold none.

    private func push(_ element: Element) {
        let end = places.pointer.pointee.head &+ places.pointer.pointee.count
        (slots.pointer + (end < capacity ? end : end &- capacity)).initialize(to: element)
        places.pointer.pointee.count &+= 1
    }

    private func pop() -> Element? {
        guard places.pointer.pointee.count > 0 else { return nil }
        let head = places.pointer.pointee.head
        places.pointer.pointee.head = head &+ 1 < capacity ? head &+ 1 : 0
        places.pointer.pointee.count &-= 1
        return (slots.pointer + head).move()
    }
}

/// Which slots of a channel or a pipe are taken.
struct Places {
    var head = 0
    var count = 0
}
