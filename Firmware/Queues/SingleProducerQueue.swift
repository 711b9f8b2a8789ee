// A lock-free queue between one producer and one consumer, such as an interrupt and a task.
import Memory
import Synchronization

/// A first-in, first-out queue of up to `capacity` elements, written by one context and read by one other.
///
/// The slots from `head` up to `tail` are the consumer's, the rest are the producer's; each side moves its own
/// index only after it is done with a slot. The indices run freely and wrap, so full and empty differ.
/// `capacity` must be a power of two.
///
/// Cost: `capacity` elements and 8 bytes on the chip; push and pop are about 20 instructions, no loop, no lock.
/// Context: `push` from one context at a time, `pop` from one at a time; both may be interrupts.
public struct SingleProducerQueue<Element: BitwiseCopyable & Sendable, let capacity: Int>:
    ~Copyable, @unchecked Sendable
{
    // SAFETY of `@unchecked`: a slot is only touched by the side that owns it, and ownership passes by the
    // releasing store of an index that the other side loads with acquire.
    private let slots: Pinned<InlineArray<capacity, Element>>
    private let head = Atomic<UInt32>(0)
    private let tail = Atomic<UInt32>(0)

    /// An empty queue. `filler` is what unused slots hold; it is never seen.
    public init(filler: Element) {
        precondition(capacity > 0 && capacity & (capacity - 1) == 0, "capacity must be a power of two")
        slots = Pinned(InlineArray(repeating: filler))
    }

    @inline(__always)
    private func slot(_ index: UInt32) -> UnsafeMutablePointer<Element> {
        // SAFETY: the mask keeps the index below `capacity`; an inline array's elements lie in a row.
        UnsafeMutableRawPointer(slots.pointer).assumingMemoryBound(to: Element.self)
            + Int(truncatingIfNeeded: index & UInt32(truncatingIfNeeded: capacity &- 1))
    }

    /// Puts `element` at the end; false, and nothing changed, if the queue is full. Producer only.
    public func push(_ element: Element) -> Bool {
        let end = tail.load(ordering: .relaxed)
        guard end &- head.load(ordering: .acquiring) < UInt32(truncatingIfNeeded: capacity) else { return false }
        slot(end).pointee = element
        tail.store(end &+ 1, ordering: .releasing)
        return true
    }

    /// Takes the first element, or answers nil. Consumer only.
    public func pop() -> Element? {
        let start = head.load(ordering: .relaxed)
        guard tail.load(ordering: .acquiring) != start else { return nil }
        let element = slot(start).pointee
        head.store(start &+ 1, ordering: .releasing)
        return element
    }

    /// How many elements there are; exact for neither side while the other is at work, but never too many for
    /// the consumer and never too few for the producer.
    public var count: Int {
        Int(truncatingIfNeeded: tail.load(ordering: .acquiring) &- head.load(ordering: .acquiring))
    }
}
