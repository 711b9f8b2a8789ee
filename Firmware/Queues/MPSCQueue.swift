// A lock-free queue from several interrupts, or tasks of several levels, to one context.
import CortexM
import Memory

#if MODEL_CHECKING
    import ModelChecking
#else
    import Synchronization
#endif

/// A first-in, first-out queue of up to `capacity` elements, written by any number of contexts and read by one other.
///
/// Interrupts of several levels that report to one task push into one:
///
///     private let events = MPSCQueue<Event, 16>(filler: .none)
///
///     Level3.bind(timerLine) { _ = events.push(.tick); wake.notify() }
///     Level5.bind(buttonLine) { _ = events.push(.pressed); wake.notify() }
///     startTask("events") { @MainActor in
///         var received = events.takeConsumer()
///         while true {
///             await wake.wait()
///             while let event = received.pop() { handle(event) }
///         }
///     }
///
/// Elements come out in the order in which their pushes claimed a place. `push` is lock-free: it begins again only if another
/// push has claimed a place meanwhile. `pop` is wait-free. A push that an interrupt has stopped half-way keeps `pop` from what
/// was pushed after it: nil then means "nothing yet", and who was stopped goes on before the consumer can run if it has the higher
/// level.
///
/// Cost: `capacity` elements and 4 bytes for each, and 12 bytes. Context: `push` any; the end that pops has one at a time, which
/// may be an interrupt.
public struct MPSCQueue<Element: BitwiseCopyable & Sendable, let capacity: Int>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: a slot is touched by the one context whose turn it is, and turns pass by releasing stores that the
    // next one loads with acquire.
    private let storage: RingStorage<Element, capacity>

    /// An empty queue. `filler` is what unused slots hold; it is never seen. Precondition: the capacity is a power of two, and
    /// at least two.
    public init(filler: Element) { storage = RingStorage(filler: filler) }

    deinit {
        guard !storage.ring.indices.pointee.hasConsumer.load(ordering: .acquiring) else {
            stop("a queue ended before its end that pops; capacity", capacity)
        }
    }

    /// Puts `element` at the end; false, and nothing changed, if the queue is full. Any context.
    public func push(_ element: Element) -> Bool { storage.ring.push(element) }

    /// The end that pops. While there is one, another is a fault.
    public func takeConsumer() -> Consumer {
        let wasTaken = storage.ring.indices.pointee.hasConsumer.exchange(true, ordering: .acquiringAndReleasing)
        guard !wasTaken else { stop("a queue has one consumer, and its end is taken; capacity", capacity) }
        return Consumer(ring: storage.ring)
    }

    /// How many elements there are, those that are being pushed with them, at some moment of the call.
    public var count: Int { storage.ring.count }

    /// The one end of a queue that pops.
    // SAFETY of `@unchecked`: it points into the queue, which stops with a fault if it ends before it; there is one, and what
    // changes the queue needs exclusive access to it.
    public struct Consumer: ~Copyable, @unchecked Sendable {
        fileprivate let ring: SequencedRing<Element, capacity>

        /// Takes the first element; nil if there is none, or it is still being pushed.
        public mutating func pop() -> Element? { ring.popAlone() }

        /// How many elements there are, those that are being pushed with them.
        public var count: Int { ring.count }

        deinit { ring.indices.pointee.hasConsumer.store(false, ordering: .releasing) }
    }
}
