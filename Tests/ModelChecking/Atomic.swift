// `Atomic` and its orderings by the names of Swift's Synchronization, on the checker's memory. A source that imports this module
// in place of that one is checked as it is.

/// What a location can hold.
public protocol AtomicValue: Equatable {
    init(modelBits: UInt64)
    var modelBits: UInt64 { get }
}

extension FixedWidthInteger where Self: AtomicValue {
    public init(modelBits: UInt64) { self.init(truncatingIfNeeded: modelBits) }
    public var modelBits: UInt64 { UInt64(truncatingIfNeeded: self) }
}
extension UInt8: AtomicValue {}
extension UInt16: AtomicValue {}
extension UInt32: AtomicValue {}
extension UInt64: AtomicValue {}
extension UInt: AtomicValue {}
extension Int: AtomicValue {}
extension Bool: AtomicValue {
    public init(modelBits: UInt64) { self = modelBits != 0 }
    public var modelBits: UInt64 { self ? 1 : 0 }
}

public enum AtomicLoadOrdering: Sendable { case relaxed, acquiring, sequentiallyConsistent }
public enum AtomicStoreOrdering: Sendable { case relaxed, releasing, sequentiallyConsistent }
public enum AtomicUpdateOrdering: Sendable {
    case relaxed, acquiring, releasing, acquiringAndReleasing, sequentiallyConsistent
}

/// What an ordering asks for, whichever kind it is.
private struct Effect {
    var acquires = false
    var releases = false
    var isConsistent = false

    init(_ ordering: AtomicLoadOrdering, line: UInt) {
        guard Explorer.current?.weakening != line else { return }
        (acquires, isConsistent) = (ordering != .relaxed, ordering == .sequentiallyConsistent)
    }

    init(_ ordering: AtomicStoreOrdering, line: UInt) {
        guard Explorer.current?.weakening != line else { return }
        (releases, isConsistent) = (ordering != .relaxed, ordering == .sequentiallyConsistent)
    }

    init(_ ordering: AtomicUpdateOrdering, line: UInt) {
        guard Explorer.current?.weakening != line else { return }
        acquires = ordering != .relaxed && ordering != .releasing
        releases = ordering != .relaxed && ordering != .acquiring
        isConsistent = ordering == .sequentiallyConsistent
    }
}

/// A location of the checker's memory. `line` is where it is used.
public struct Atomic<Value: AtomicValue>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: the checker's threads run one at a time.
    private let location: Int

    public init(_ initialValue: Value) {
        let explorer = Self.explorer
        location = explorer.memory.makeLocation(initialValue.modelBits, thread: explorer.running)
    }

    private static var explorer: Explorer {
        guard let current = Explorer.current else { fatalError("an atomic of the model is used outside of explore") }
        return current
    }

    public func load(ordering: AtomicLoadOrdering, line: UInt = #line) -> Value {
        let explorer = Self.explorer
        explorer.wait(for: .load(location))
        return load(Effect(ordering, line: line), line) { _ in true }
    }

    /// A load, of one of the stores that it may read and that `isWanted`.
    private func load(_ effect: Effect, _ line: UInt, isWanted: (Value) -> Bool) -> Value {
        let explorer = Self.explorer
        if effect.isConsistent { fence() }
        let places = explorer.memory.readable(location, thread: explorer.running).filter {
            isWanted(Value(modelBits: explorer.memory.value(location, place: $0)))
        }
        let place = places[explorer.choose(places.count)]
        let bits = explorer.memory.load(location, place: place, acquires: effect.acquires, thread: explorer.running)
        if effect.isConsistent { fence() }
        explorer.note("line \(line) loads \(Value(modelBits: bits)) from \(location)")
        return Value(modelBits: bits)
    }

    public func store(_ desired: Value, ordering: AtomicStoreOrdering, line: UInt = #line) {
        let explorer = Self.explorer
        explorer.wait(for: .store(location))
        let effect = Effect(ordering, line: line)
        if effect.isConsistent { fence() }
        let places = explorer.memory.storePlaces(location, thread: explorer.running)
        explorer.memory.store(
            location, desired.modelBits, place: places[explorer.choose(places.count)], releases: effect.releases,
            thread: explorer.running)
        if effect.isConsistent { fence() }
        explorer.note("line \(line) stores \(desired) to \(location)")
    }

    /// Reads a store that no other update has read, and puts its own right after it.
    private func update(_ effect: Effect, _ line: UInt, at place: Int, _ body: (Value) -> Value) -> Value {
        let explorer = Self.explorer
        let bits = explorer.memory.load(location, place: place, acquires: effect.acquires, thread: explorer.running)
        let new = body(Value(modelBits: bits))
        explorer.memory.store(
            location, new.modelBits, place: place + 1, releases: effect.releases, reading: place, thread: explorer.running)
        if effect.isConsistent { fence() }
        explorer.note("line \(line) updates \(location) from \(Value(modelBits: bits)) to \(new)")
        return Value(modelBits: bits)
    }

    private func updatablePlaces() -> [Int] {
        let explorer = Self.explorer
        return explorer.memory.readable(location, thread: explorer.running).filter {
            explorer.memory.isUpdatable(location, place: $0)
        }
    }

    public func exchange(_ desired: Value, ordering: AtomicUpdateOrdering, line: UInt = #line) -> Value {
        let explorer = Self.explorer
        explorer.wait(for: .store(location))
        let effect = Effect(ordering, line: line)
        if effect.isConsistent { fence() }
        let places = updatablePlaces()
        return update(effect, line, at: places[explorer.choose(places.count)]) { _ in desired }
    }

    public func compareExchange(
        expected: Value, desired: Value, ordering: AtomicUpdateOrdering, line: UInt = #line
    ) -> (exchanged: Bool, original: Value) {
        let explorer = Self.explorer
        explorer.wait(for: .store(location))
        let effect = Effect(ordering, line: line)
        if effect.isConsistent { fence() }
        // What it may read: an expected value that no other update has taken, or any other value.
        let fitting = updatablePlaces().filter { Value(modelBits: explorer.memory.value(location, place: $0)) == expected }
        let others = explorer.memory.readable(location, thread: explorer.running).filter {
            Value(modelBits: explorer.memory.value(location, place: $0)) != expected
        }
        let places = fitting.map { ($0, true) } + others.map { ($0, false) }
        let (place, fits) = places[explorer.choose(places.count)]
        if fits { return (true, update(effect, line, at: place) { _ in desired }) }
        let bits = explorer.memory.load(location, place: place, acquires: effect.acquires, thread: explorer.running)
        explorer.note("line \(line) finds \(Value(modelBits: bits)) in \(location) and not \(expected)")
        return (false, Value(modelBits: bits))
    }

    /// As the strong one: a failure for no reason only makes its caller try again.
    public func weakCompareExchange(
        expected: Value, desired: Value, ordering: AtomicUpdateOrdering, line: UInt = #line
    ) -> (exchanged: Bool, original: Value) {
        compareExchange(expected: expected, desired: desired, ordering: ordering, line: line)
    }

    private func fence() {
        let explorer = Self.explorer
        explorer.memory.fence(acquires: true, releases: true, isConsistent: true, thread: explorer.running)
    }
}

extension Atomic where Value: FixedWidthInteger {
    @discardableResult
    public func wrappingSubtract(
        _ operand: Value, ordering: AtomicUpdateOrdering, line: UInt = #line
    ) -> (oldValue: Value, newValue: Value) {
        wrappingAdd(0 &- operand, ordering: ordering, line: line)
    }

    @discardableResult
    public func wrappingAdd(
        _ operand: Value, ordering: AtomicUpdateOrdering, line: UInt = #line
    ) -> (oldValue: Value, newValue: Value) {
        let explorer = Self.explorer
        explorer.wait(for: .store(location))
        let places = updatablePlaces()
        let old = update(Effect(ordering, line: line), line, at: places[explorer.choose(places.count)]) { $0 &+ operand }
        return (old, old &+ operand)
    }
}

public func atomicMemoryFence(ordering: AtomicUpdateOrdering, line: UInt = #line) {
    guard let explorer = Explorer.current else { return }
    explorer.wait(for: .fence)
    guard explorer.weakening != line else { return }
    explorer.memory.fence(
        acquires: ordering != .releasing && ordering != .relaxed, releases: ordering != .acquiring && ordering != .relaxed,
        isConsistent: ordering == .sequentiallyConsistent, thread: explorer.running)
}

/// Memory that is no atomic: the checker fails if two threads touch it and neither comes before the other. Anything that is to
/// be looked at calls these around its accesses.
public enum PlainMemory {
    public static func willRead(_ address: UnsafeRawPointer) { access(address, isWrite: false) }
    public static func willWrite(_ address: UnsafeRawPointer) { access(address, isWrite: true) }

    private static func access(_ address: UnsafeRawPointer, isWrite: Bool) {
        guard let explorer = Explorer.current else { return }
        let race = explorer.memory.access(UInt(bitPattern: address), isWrite: isWrite, thread: explorer.running)
        explorer.note("\(isWrite ? "writes" : "reads") memory")
        if let race { explorer.fail("a \(isWrite ? "write" : "read") by thread \(explorer.running ?? -1) \(race)") }
    }
}
