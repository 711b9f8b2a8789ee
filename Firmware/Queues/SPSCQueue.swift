// A lock-free queue between one producer and one consumer, such as an interrupt and a task.
import CortexM
import Memory

#if MODEL_CHECKING
    import ModelChecking
#else
    import Synchronization
#endif

/// A first-in, first-out queue of up to `capacity` elements, written by one context and read by one other.
///
/// Each of its two ends is a value that cannot be copied, and that only its owner can change. An end that is a level's
/// state is that level's alone, so two contexts that push into one queue do not compile:
///
///     private let queue = SPSCQueue<UInt8, 16>(filler: 0)
///     private enum Receiver { @Level5 static var bytes = queue.takeProducer() }
///
///     Level5.bind(line) { _ = Receiver.bytes.push(device.read()) }
///     startTask("reader") { @MainActor in
///         var received = queue.takeConsumer()
///         while let byte = received.pop() { handle(byte) }
///     }
///
/// The slots from `head` up to `tail` are the consumer's, the rest are the producer's; each side moves its own
/// index only after it is done with a slot. The indices run freely and wrap, so full and empty differ.
///
/// Cost: `capacity` elements, 8 bytes of indices and 2 of marks; push and pop are about 20 instructions, no loop, no lock.
/// Context: any; each end has one at a time, which may be an interrupt.
public struct SPSCQueue<Element: BitwiseCopyable & Sendable, let capacity: Int>:
    ~Copyable, @unchecked Sendable
{
    // SAFETY of `@unchecked`: a slot is only touched by the side that owns it, and ownership passes by the
    // releasing store of an index that the other side loads with acquire. Everything else is atomic.
    private let state = Pinned(State())
    private let slots: Pinned<InlineArray<capacity, Element>>

    /// An empty queue. `filler` is what unused slots hold; it is never seen. A capacity that is no power of two is a fault.
    public init(filler: Element) {
        precondition(capacity > 0 && capacity & (capacity - 1) == 0, "capacity must be a power of two")
        slots = Pinned(InlineArray(repeating: filler))
    }

    deinit {
        let state = state.pointer
        guard !state.pointee.hasProducer.load(ordering: .acquiring), !state.pointee.hasConsumer.load(ordering: .acquiring)
        else {
            stop("a queue ended before its ends; capacity", capacity)
        }
    }

    /// The end that pushes. While there is one, another is a fault.
    public func takeProducer() -> Producer {
        let wasTaken = state.pointer.pointee.hasProducer.exchange(true, ordering: .acquiringAndReleasing)
        guard !wasTaken else { stop("a queue has one producer, and its end is taken; capacity", capacity) }
        return Producer(ring: ring)
    }

    /// The end that pops. While there is one, another is a fault.
    public func takeConsumer() -> Consumer {
        let wasTaken = state.pointer.pointee.hasConsumer.exchange(true, ordering: .acquiringAndReleasing)
        guard !wasTaken else { stop("a queue has one consumer, and its end is taken; capacity", capacity) }
        return Consumer(ring: ring)
    }

    /// How many elements there are, at some moment of the call.
    public var count: Int { ring.count }

    /// Both ends without their owners: for a driver that keeps each to one context itself.
    package var ring: Ring {
        // SAFETY: an inline array's elements lie in a row.
        Ring(
            state: state.pointer,
            memory: QueueMemory(start: UnsafeMutableRawPointer(slots.pointer).assumingMemoryBound(to: Element.self)))
    }

    fileprivate struct State: ~Copyable {
        let head = Atomic<UInt32>(0)
        let tail = Atomic<UInt32>(0)
        let hasProducer = Atomic<Bool>(false)
        let hasConsumer = Atomic<Bool>(false)
    }

    /// The elements and the indices, where they are.
    package struct Ring {
        // SAFETY: both point into the queue, which is pinned, for as long as it lives.
        fileprivate let state: UnsafeMutablePointer<State>
        fileprivate let memory: QueueMemory<Element>

        /// Below `capacity`.
        @inline(__always)
        private func slot(_ index: UInt32) -> Int {
            Int(truncatingIfNeeded: index & UInt32(truncatingIfNeeded: capacity &- 1))
        }

        package func push(_ element: Element) -> Bool {
            // Only this context stores `tail`, so any order reads its own last value.
            let end = state.pointee.tail.load(ordering: .relaxed)
            // Acquiring: the consumer's read of the slot, which it released with `head`, comes before the write below.
            guard end &- state.pointee.head.load(ordering: .acquiring) < UInt32(truncatingIfNeeded: capacity) else {
                return false
            }
            // SAFETY: the slot is free, so the consumer does not look at it before `tail` is stored. One context pushes.
            memory.write(element, at: slot(end))
            // Releasing: whoever sees this index sees the element.
            state.pointee.tail.store(end &+ 1, ordering: .releasing)
            return true
        }

        package func pop() -> Element? {
            // Only this context stores `head`.
            let start = state.pointee.head.load(ordering: .relaxed)
            // Acquiring: the element that the producer released with `tail` is seen.
            guard state.pointee.tail.load(ordering: .acquiring) != start else { return nil }
            // SAFETY: the slot is full, so the producer does not write it before `head` is stored. One context pops.
            let element = memory.read(slot(start))
            // Releasing: the read above comes before the slot is written again.
            state.pointee.head.store(start &+ 1, ordering: .releasing)
            return element
        }

        package var count: Int {
            Int(
                truncatingIfNeeded: state.pointee.tail.load(ordering: .relaxed)
                    &- state.pointee.head.load(ordering: .relaxed))
        }
    }

    // SAFETY of the ends' `@unchecked`: they point into the queue, which stops with a fault if it ends before them; there is
    // one of each, and what changes the queue needs exclusive access to it.

    /// The one end of a queue that pushes.
    // SAFETY of `@unchecked`: as above.
    public struct Producer: ~Copyable, @unchecked Sendable {
        fileprivate let ring: Ring

        /// Puts `element` at the end; false, and nothing changed, if the queue is full.
        public mutating func push(_ element: Element) -> Bool { ring.push(element) }

        /// How many elements there are; never too few, while the consumer takes some.
        public var count: Int { ring.count }

        deinit { ring.state.pointee.hasProducer.store(false, ordering: .releasing) }
    }

    /// The one end of a queue that pops.
    // SAFETY of `@unchecked`: as above.
    public struct Consumer: ~Copyable, @unchecked Sendable {
        fileprivate let ring: Ring

        /// Takes the first element, or answers nil.
        public mutating func pop() -> Element? { ring.pop() }

        /// How many elements there are; never too many, while the producer adds some.
        public var count: Int { ring.count }

        deinit { ring.state.pointee.hasConsumer.store(false, ordering: .releasing) }
    }
}
