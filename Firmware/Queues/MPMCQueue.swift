// A lock-free queue between any number of contexts on either side.

/// A first-in, first-out queue of up to `capacity` elements, which any context may push into and pop from: a pool of buffers that
/// interrupts and tasks take from and give back to, or work for tasks of several levels.
///
/// Elements come out in the order in which their pushes claimed a place. Both calls are lock-free: each begins again only if
/// another has claimed a place meanwhile. A call that an interrupt has stopped half-way keeps its slot: the queue may then
/// answer nil or false, though there are elements, or room, after that slot.
///
/// Cost: `capacity` elements and 4 bytes for each, and 12 bytes. Context: any.
public struct MPMCQueue<Element: BitwiseCopyable & Sendable, let capacity: Int>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: as for `MPSCQueue`.
    private let storage: RingStorage<Element, capacity>

    /// An empty queue. `filler` is what unused slots hold; it is never seen. Precondition: the capacity is a power of two, and
    /// at least two.
    public init(filler: Element) { storage = RingStorage(filler: filler) }

    /// Puts `element` at the end; false, and nothing changed, if there is no room. Any context.
    public func push(_ element: Element) -> Bool { storage.ring.push(element) }

    /// Takes the first element; nil, and nothing changed, if there is none. Any context.
    public func pop() -> Element? { storage.ring.pop() }

    /// How many elements there are, those that are being pushed with them, at some moment of the call.
    public var count: Int { storage.ring.count }
}
