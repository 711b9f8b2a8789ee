// An unbounded first-in, first-out queue for one thread, or under a lock.

/// A ring that doubles when it is full. Cost: no allocation but then; it does not shrink.
struct Ring<Element>: ~Copyable {
    private var slots: UnsafeMutablePointer<Element>
    private var capacity: Int
    private var first = 0
    private(set) var count = 0

    // SAFETY of all below: `slots` has `capacity` slots, a power of two, which the mask keeps indices under; the
    // `count` slots from `first` on are initialised, and no others.

    init(capacity: Int) {
        precondition(capacity > 0 && capacity & (capacity - 1) == 0, "capacity must be a power of two")
        self.capacity = capacity
        slots = .allocate(capacity: capacity)
    }

    deinit {
        for index in 0..<count { (slots + (first + index) & (capacity - 1)).deinitialize(count: 1) }
        slots.deallocate()
    }

    mutating func append(_ element: consuming Element) {
        if count == capacity { grow() }
        (slots + (first + count) & (capacity - 1)).initialize(to: element)
        count += 1
    }

    mutating func popFirst() -> Element? {
        guard count > 0 else { return nil }
        let element = (slots + first).move()
        first = (first + 1) & (capacity - 1)
        count -= 1
        return element
    }

    /// Takes out the first element that is asked for, if there is one. Cost: each element is moved.
    mutating func removeFirst(where isWanted: (Element) -> Bool) -> Element? {
        var removed: Element?
        for _ in 0..<count {
            let element = popFirst()!
            if removed == nil && isWanted(element) { removed = element } else { append(element) }
        }
        return removed
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        let untilEnd = capacity - first
        larger.moveInitialize(from: slots + first, count: untilEnd)
        (larger + untilEnd).moveInitialize(from: slots, count: first)
        slots.deallocate()
        slots = larger
        capacity *= 2
        first = 0
    }
}
