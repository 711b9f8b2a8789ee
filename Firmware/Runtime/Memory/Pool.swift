// Values of one type that come and go, in memory for a fixed number of them.
#if MODEL_CHECKING
    import Memory
    import ModelChecking
#else
    import Synchronization
#endif

/// Room for `count` values of one type: an interrupt takes a place for what it has received, a task gives it back. Any context may
/// take and give back, without a lock.
///
///     private let packets = Pool<Packet, 8>()
///
///     guard let packet = packets.take(Packet(source: address)) else { return dropped += 1 }
///     packet.value.append(byte)
///
/// A taken value is owned: it goes to who it is passed to, and its place is free again when its owner ends or lets go of it. It is
/// not copied, so one that is used after it was given back does not compile.
///
/// Both ways are lock-free: each begins again only if another context has taken or given back meanwhile. Cost: `count` values, 2
/// bytes for each, and 8. Context: any.
public struct Pool<Value: ~Copyable, let count: Int>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: a place is touched by the one context that has taken it. Places pass by exchanges of the list's head,
    // releasing where one is given back, acquiring where it is taken.
    private let state = Pinned(FreeListState())
    private let links: Pinned<InlineArray<count, Atomic<UInt16>>>
    private let slots = PinnedSlots<Value, count>()

    /// An empty pool. Precondition: room for 1 to 65,535 values.
    public init() {
        precondition(count > 0 && count < 1 << 16, "a pool has from 1 to 65,535 places")
        links = Pinned(InlineArray { _ in Atomic(0) })
    }

    deinit {
        // The model checker weakens the list on purpose, and then looks for itself.
        #if !MODEL_CHECKING
            let taken = list.takenAtRest
            precondition(taken == 0, "a pool ended before the values that were taken from it")
        #endif
    }

    private var list: FreeList {
        // SAFETY: an inline array's elements lie in a row.
        FreeList(
            state: state.pointer,
            links: UnsafeMutableRawPointer(links.pointer).assumingMemoryBound(to: Atomic<UInt16>.self))
    }

    /// Moves a value to a place that is free; nil, and the value has ended, if there is none.
    public func take(_ value: consuming Value) -> PoolValue<Value>? {
        guard let index = list.take(of: count) else { return nil }
        // SAFETY: the place is this context's alone, and holds no value.
        let place = slots.pointer + index
        place.initialize(to: value)
        return PoolValue(place: place, index: index, list: list)
    }
}

/// The places that are free: those that never were taken, and a list of those that were given back, which is linked by their
/// numbers plus one, 0 being its end. All zero is a list of which nothing was taken yet.
struct FreeListState: ~Copyable {
    /// The number of the first in the list, and in the upper half a count of changes: a context that was stopped between its load
    /// and its exchange does not take a head for the one that it saw, if it has come back meanwhile (the ABA problem).
    let head = Atomic<UInt32>(0)
    /// Places from here on never were taken.
    let fresh = Atomic<UInt32>(0)
}

/// The list, where it is.
struct FreeList {
    // SAFETY: both point into a pool, which is pinned, for as long as it lives.
    let state: UnsafeMutablePointer<FreeListState>
    let links: UnsafeMutablePointer<Atomic<UInt16>>

    private static var change: UInt32 { 1 << 16 }
    private static var number: UInt32 { change &- 1 }

    /// A place that is this context's from here on; nil if none of `count` is free.
    func take(of count: Int) -> Int? {
        // Acquiring: the link was stored before the head that names it.
        var head = state.pointee.head.load(ordering: .acquiring)
        while head & Self.number != 0 {
            let index = Int(truncatingIfNeeded: head & Self.number) &- 1
            let next = UInt32(links[index].load(ordering: .relaxed))
            // Acquiring: what the place's last owner did comes before what this one does, and the link as above.
            let (isMine, now) = state.pointee.head.weakCompareExchange(
                expected: head, desired: ((head & ~Self.number) &+ Self.change) | next, ordering: .acquiring)
            if isMine { return index }
            head = now
        }
        var fresh = state.pointee.fresh.load(ordering: .relaxed)
        while fresh < UInt32(truncatingIfNeeded: count) {
            // Relaxed: nobody has touched the place before.
            let (isMine, now) = state.pointee.fresh.weakCompareExchange(
                expected: fresh, desired: fresh &+ 1, ordering: .relaxed)
            if isMine { return Int(truncatingIfNeeded: fresh) }
            fresh = now
        }
        return nil
    }

    /// How many places are taken, while nobody takes one or gives one back.
    var takenAtRest: Int {
        var taken = Int(state.pointee.fresh.load(ordering: .relaxed))
        var number = state.pointee.head.load(ordering: .relaxed) & Self.number
        while number != 0 {
            taken &-= 1
            number = UInt32(links[Int(truncatingIfNeeded: number) &- 1].load(ordering: .relaxed))
        }
        return taken
    }

    /// The place is free.
    func give(back index: Int) {
        var head = state.pointee.head.load(ordering: .relaxed)
        while true {
            links[index].store(UInt16(truncatingIfNeeded: head & Self.number), ordering: .relaxed)
            // Releasing: what this owner did, and the link, come before the place is taken again.
            let (isDone, now) = state.pointee.head.weakCompareExchange(
                expected: head,
                desired: ((head & ~Self.number) &+ Self.change) | UInt32(truncatingIfNeeded: index &+ 1), ordering: .releasing)
            if isDone { return }
            head = now
        }
    }
}

/// A value that was taken from a pool. Its place is free again when this ends.
public struct PoolValue<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: one owner has the place. The pool ends with a fault if it ends before this.
    fileprivate let place: UnsafeMutablePointer<Value>
    fileprivate let index: Int
    fileprivate let list: FreeList

    /// The value, in its place.
    public var value: Value {
        // SAFETY: the place is this owner's, and holds the value until the end.
        _read { yield unsafe place.pointee }
        _modify { yield unsafe &place.pointee }
    }

    deinit {
        place.deinitialize(count: 1)
        list.give(back: index)
    }
}
