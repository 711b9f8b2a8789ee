// The ring of the queues that several contexts push into: each slot says whose turn it is (after D. Vyukov's bounded queue).
import Memory

#if MODEL_CHECKING
    import ModelChecking
#else
    import Synchronization
#endif

/// The two indices, and whether the one consumer's end is taken.
struct RingIndices: ~Copyable {
    let tail = Atomic<UInt32>(0)
    let head = Atomic<UInt32>(0)
    let hasConsumer = Atomic<Bool>(false)
}

/// A ring of `capacity` slots, where they are. Positions run freely and wrap; a position's lap is the multiple of `capacity` at or
/// below it. A slot's turn is
///
/// - the lap of a position: the slot is free for who pushes there,
/// - one more: it is full for who pops there,
/// - the next lap: it is free again.
///
/// So a ring whose memory is zero is an empty one. A context claims a position by moving an index, and hands the slot on by
/// storing its turn. One that is interrupted in between keeps that slot, and no other.
struct SequencedRing<Element: BitwiseCopyable, let capacity: Int> {
    // SAFETY: all point into a queue, which is pinned, for as long as it lives.
    let indices: UnsafeMutablePointer<RingIndices>
    let turns: UnsafeMutablePointer<Atomic<UInt32>>
    let memory: QueueMemory<Element>

    @inline(__always)
    private static var mask: UInt32 { UInt32(truncatingIfNeeded: capacity &- 1) }

    /// Puts an element at the end; false if the slot there is not free. Any number of contexts.
    func push(_ element: Element) -> Bool {
        // A guess, which the exchange checks.
        var position = indices.pointee.tail.load(ordering: .relaxed)
        while true {
            let index = Int(truncatingIfNeeded: position & Self.mask)
            // Acquiring: the read of who popped here last comes before the write below.
            let turn = turns[index].load(ordering: .acquiring)
            let ahead = Int32(bitPattern: turn &- (position & ~Self.mask))
            if ahead == 0 {
                // Relaxed: it only hands out the position. What the slot holds goes by its turn.
                let (isMine, now) = indices.pointee.tail.weakCompareExchange(
                    expected: position, desired: position &+ 1, ordering: .relaxed)
                if isMine {
                    // SAFETY: the position is this context's alone, and nobody touches the slot before its turn changes.
                    memory.write(element, at: index)
                    // Releasing: who sees the turn sees the element.
                    turns[index].store(turn &+ 1, ordering: .releasing)
                    return true
                }
                position = now
            } else if ahead < 0 {
                return false
            } else {
                // Somebody else has pushed here since the guess.
                position = indices.pointee.tail.load(ordering: .relaxed)
            }
        }
    }

    /// Takes the first element; nil if the slot there is not full. Any number of contexts.
    func pop() -> Element? {
        var position = indices.pointee.head.load(ordering: .relaxed)
        while true {
            let index = Int(truncatingIfNeeded: position & Self.mask)
            // Acquiring: the element that was released with the turn is seen.
            let turn = turns[index].load(ordering: .acquiring)
            let ahead = Int32(bitPattern: turn &- ((position & ~Self.mask) &+ 1))
            if ahead == 0 {
                let (isMine, now) = indices.pointee.head.weakCompareExchange(
                    expected: position, desired: position &+ 1, ordering: .relaxed)
                if isMine { return take(index, turn) }
                position = now
            } else if ahead < 0 {
                return nil
            } else {
                position = indices.pointee.head.load(ordering: .relaxed)
            }
        }
    }

    /// The same for the one context that pops. No loop.
    func popAlone() -> Element? {
        let position = indices.pointee.head.load(ordering: .relaxed)
        let index = Int(truncatingIfNeeded: position & Self.mask)
        // Acquiring: as above.
        let turn = turns[index].load(ordering: .acquiring)
        guard turn == (position & ~Self.mask) &+ 1 else { return nil }
        indices.pointee.head.store(position &+ 1, ordering: .relaxed)
        return take(index, turn)
    }

    /// Reads an element that is this context's, and frees its slot for the next lap.
    @inline(__always)
    private func take(_ index: Int, _ turn: UInt32) -> Element {
        // SAFETY: the position is this context's alone, and the slot is full.
        let element = memory.read(index)
        // Releasing: the read comes before the next write.
        turns[index].store(turn &+ Self.mask, ordering: .releasing)
        return element
    }

    /// Positions that have been claimed by pushes and not by pops, at some moment of the call.
    var count: Int {
        let taken = indices.pointee.head.load(ordering: .relaxed)
        return max(0, Int(Int32(bitPattern: indices.pointee.tail.load(ordering: .relaxed) &- taken)))
    }
}

/// The memory of a ring: pinned, since the ring's users point into it.
struct RingStorage<Element: BitwiseCopyable, let capacity: Int>: ~Copyable {
    private let indices = Pinned(RingIndices())
    private let turns: Pinned<InlineArray<capacity, Atomic<UInt32>>>
    private let elements: Pinned<InlineArray<capacity, Element>>

    /// `filler` is what unused slots hold.
    init(filler: Element) {
        precondition(capacity > 1 && capacity & (capacity - 1) == 0, "capacity must be a power of two, and at least two")
        turns = Pinned(InlineArray { _ in Atomic(0) })
        elements = Pinned(InlineArray(repeating: filler))
    }

    var ring: SequencedRing<Element, capacity> {
        // SAFETY: an inline array's elements lie in a row.
        SequencedRing(
            indices: indices.pointer,
            turns: UnsafeMutableRawPointer(turns.pointer).assumingMemoryBound(to: Atomic<UInt32>.self),
            memory: QueueMemory(start: UnsafeMutableRawPointer(elements.pointer).assumingMemoryBound(to: Element.self)))
    }
}
