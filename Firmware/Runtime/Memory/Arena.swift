// Memory that is handed out piece by piece and taken back all at once.

/// A region from which pieces are taken, one after the other, and which is reset as a whole: for work that needs memory of sizes
/// that only its input tells, such as parsing, and leaves none of it behind.
///
///     var arena = Arena(bytes: 4096)
///     while let line = await nextLine() {
///         if let words = arena.allocate(repeating: Word(), count: line.wordCount) { handle(line, words) }
///         arena.reset()
///     }
///
/// What is allocated borrows the arena: it cannot outlive the next `reset`, nor the scope that it was taken in. Code in which it
/// would does not compile. Elements are `BitwiseCopyable`, so that nothing has to be destroyed.
///
/// Cost: 24 bytes for the arena. An allocation of a few words takes some 60 instructions, filling them included, a reset 2,
/// however much was taken. Context: any, one at a time; the arena is its owner's alone.
public struct Arena: ~Copyable {
    private let start: UnsafeMutableRawPointer
    /// Bytes there are.
    public let capacity: Int
    // SAFETY: changed while the arena is borrowed, by the one context that has it: an arena is not copyable and not `Sendable`.
    private let counts = Pinned(Counts())

    private struct Counts {
        var used = 0
        var highWater = 0
    }

    /// An arena of `bytes` bytes that start-up hands out, for as long as the program runs. A fault where there are no more. During
    /// start-up.
    public init(bytes: Int) {
        self.init(UnsafeMutableRawBufferPointer(start: StartupMemory.allocate(bytes: bytes), count: bytes))
    }

    /// An arena in memory of the caller's.
    ///
    /// SAFETY: the memory lasts as long as the arena, and nothing else touches it meanwhile.
    public init(_ memory: UnsafeMutableRawBufferPointer) {
        // SAFETY: an arena without memory hands nothing out, and its address is only counted from.
        start = memory.baseAddress ?? UnsafeMutableRawPointer(bitPattern: 16)!
        capacity = memory.count
        FreeMemory.poison(start, count: capacity)
    }

    deinit { FreeMemory.unpoison(start, count: capacity) }

    /// Bytes that are taken, padding included.
    public var used: Int { counts.pointer.pointee.used }
    /// The most that were taken at once since the start.
    public var highWater: Int { counts.pointer.pointee.highWater }

    /// Room for elements at their alignment; nil if there is none.
    private func take<Element>(_ type: Element.Type, _ count: Int) -> UnsafeMutablePointer<Element>? {
        let mask = UInt(bitPattern: MemoryLayout<Element>.alignment &- 1)
        let used = used
        let padding = Int(bitPattern: (0 &- UInt(bitPattern: start + used)) & mask)
        let (bytes, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
        let left = capacity &- used
        guard count >= 0, !overflows, padding <= left, bytes <= left &- padding else { return nil }
        // SAFETY: the bytes are within the region, and nobody else's.
        let memory = start + (used &+ padding)
        FreeMemory.unpoison(memory, count: bytes)
        let end = used &+ padding &+ bytes
        counts.pointer.pointee.used = end
        if end > counts.pointer.pointee.highWater { counts.pointer.pointee.highWater = end }
        return memory.bindMemory(to: Element.self, capacity: count)
    }

    /// Room for `count` elements, each a copy of `element`; nil, and nothing taken, if there is less left.
    @_lifetime(borrow self)
    public func allocate<Element: BitwiseCopyable>(repeating element: Element, count: Int) -> ArenaSlice<Element>? {
        guard let first = take(Element.self, count) else { return nil }
        first.initialize(repeating: element, count: count)
        // SAFETY: the elements are there, nobody else has them, and the arena is borrowed for as long as the slice lives.
        return unsafe _overrideLifetime(ArenaSlice(first, count: count), borrowing: self)
    }

    /// A copy of `elements`; nil, and nothing taken, if there is less left.
    @_lifetime(borrow self)
    public func copy<Element: BitwiseCopyable>(_ elements: Span<Element>) -> ArenaSlice<Element>? {
        guard let first = take(Element.self, elements.count) else { return nil }
        elements.withUnsafeBufferPointer { source in
            // SAFETY: the source's elements are there for the call, and the memory is nobody's yet.
            if let start = source.baseAddress { unsafe first.initialize(from: start, count: source.count) }
        }
        // SAFETY: as in `allocate`.
        return unsafe _overrideLifetime(ArenaSlice(first, count: elements.count), borrowing: self)
    }

    /// Takes everything back, in constant time. What was allocated cannot be used any more: that does not compile.
    public mutating func reset() { release(to: 0) }

    private mutating func release(to mark: Int) {
        FreeMemory.poison(start + mark, count: used - mark)
        counts.pointer.pointee.used = mark
    }

    /// Runs `body` with the rest of the arena, and takes back what was taken from it meanwhile. Scopes nest. What `body` throws it
    /// throws.
    public mutating func withScope<Result: ~Copyable, Failure: Error>(
        _ body: (inout Arena) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let mark = used
        defer { release(to: mark) }
        // The rest is an arena of its own: what it hands out cannot leave the closure.
        // SAFETY: it is this arena's memory, which hands nothing out before the rest ends.
        var rest = unsafe Arena(UnsafeMutableRawBufferPointer(start: start + mark, count: capacity - mark))
        defer {
            counts.pointer.pointee.highWater = max(highWater, mark + rest.highWater)
            // So that all of it is poisoned again.
            counts.pointer.pointee.used = capacity
        }
        return try body(&rest)
    }
}

/// Elements in an arena, for as long as it is borrowed. A copy names the same elements.
///
/// It is no `MutableSpan`: that the value in a variable outlives what it was borrowed from, the compiler of Swift 6.3 sees for
/// types that can be copied, and not for others. A subscript out of range is a fault. Cost: an address and a count. Context: the
/// arena's.
public struct ArenaSlice<Element: BitwiseCopyable>: ~Escapable {
    // SAFETY: the elements are the arena's, which is borrowed for as long as this lives.
    private let start: UnsafeMutablePointer<Element>
    /// How many elements there are.
    public let count: Int

    @_lifetime(immortal)
    fileprivate init(_ start: UnsafeMutablePointer<Element>, count: Int) { (self.start, self.count) = (start, count) }

    /// An element. Precondition: the index is from 0 to below `count`.
    public subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count, "an index past the elements")
            return unsafe start[index]
        }
        nonmutating set {
            precondition(index >= 0 && index < count, "an index past the elements")
            unsafe start[index] = newValue
        }
    }

    /// The elements to read, for what takes a span.
    public var span: Span<Element> {
        @_lifetime(copy self)
        get {
            // SAFETY: the span lives no longer than the arena is borrowed. Who writes meanwhile, in the same context, sees to it.
            let span = unsafe Span(_unsafeStart: UnsafePointer(start), count: count)
            return unsafe _overrideLifetime(span, copying: self)
        }
    }
}
