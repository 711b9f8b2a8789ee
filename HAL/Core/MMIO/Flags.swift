// Bits that do something when they are written, instead of storing what is written: cleared by a 1, set by
// a 0, and so on. Generated register types name them; the operations are here.
//
// A plain read-modify-write goes wrong with them: it writes back a flag that was read as 1, which clears
// it. So `modify` writes such bits as they have no effect, and `clear`, `set` and `toggle` write the named
// bits so that they act and all others so that they do not.
import CriticalSections

/// Bits of one register, by name. Combine them with `|`.
public protocol RegisterFlags: Equatable, Sendable {
    /// The register's integer.
    associatedtype Bits: RegisterBits
    /// The flags that are named, as 1 at their places in the register.
    var bits: Bits { get }
    /// The flags at the places where `bits` has a 1.
    init(bits: Bits)
}

extension RegisterFlags {
    /// The flags of both.
    @inlinable @inline(__always)
    public static func | (first: Self, second: Self) -> Self { .init(bits: first.bits | second.bits) }
}

/// A register with bits that a write clears.
public protocol ClearableFlags: RegisterValue {
    /// The flags that `clear` takes.
    associatedtype ClearFlags: RegisterFlags where ClearFlags.Bits == Bits
}

/// A register with bits that a write sets.
public protocol SettableFlags: RegisterValue {
    /// The flags that `set` takes.
    associatedtype SetFlags: RegisterFlags where SetFlags.Bits == Bits
}

/// A register with bits that a write toggles.
public protocol TogglableFlags: RegisterValue {
    /// The flags that `toggle` takes.
    associatedtype ToggleFlags: RegisterFlags where ToggleFlags.Bits == Bits
}

/// A register that reading clears, all of it or in part.
public protocol ClearedByReading: RegisterValue {}

extension RegisterValue {
    @inlinable @inline(__always)
    public static var oneTriggers: Bits { 0 }
    @inlinable @inline(__always)
    public static var zeroTriggers: Bits { 0 }
    @inlinable @inline(__always)
    public static var storedBits: Bits { .max }

    /// `bits` with every bit that acts when written made one that does not.
    @inlinable @inline(__always)
    static func inert(_ bits: Bits) -> Bits { (bits & ~oneTriggers) | zeroTriggers }
}

extension Register where Access: WritableAccess {
    /// One store: `flags` act, all other bits do not.
    @inlinable @inline(__always)
    func trigger(_ flags: Value.Bits) { Value.Bits.store(Value.inert(Value.resetValue.bits) ^ flags, to: address) }
}

extension Register where Access: ReadableAccess & WritableAccess {
    /// One store; where the register also holds bits that must stay as they are a load before it, with interrupts masked
    /// from the one to the other.
    @inlinable @inline(__always)
    func trigger(_ flags: Value.Bits) {
        guard Value.storedBits != 0 else {
            Value.Bits.store(Value.inert(Value.resetValue.bits) ^ flags, to: address)
            return
        }
        withInterruptsMasked { Value.Bits.store(Value.inert(.load(from: address)) ^ flags, to: address) }
    }
}

// Each operation is there twice, so that a register that can be read keeps its stored bits and one that
// cannot costs one store.

extension Register where Value: ClearableFlags, Access: WritableAccess {
    /// Clears `flags` and nothing else. One store.
    @inlinable @inline(__always)
    public func clear(_ flags: Value.ClearFlags) { trigger(flags.bits) }
}

extension Register where Value: ClearableFlags, Access: ReadableAccess & WritableAccess {
    /// Clears `flags` and nothing else. One store; where the register also holds stored bits, a load before it and 3
    /// instructions that mask interrupts in between. Context: any.
    @inlinable @inline(__always)
    public func clear(_ flags: Value.ClearFlags) { trigger(flags.bits) }
}

extension Register where Value: SettableFlags, Access: WritableAccess {
    /// Sets `flags` and nothing else. One store.
    @inlinable @inline(__always)
    public func set(_ flags: Value.SetFlags) { trigger(flags.bits) }
}

extension Register where Value: SettableFlags, Access: ReadableAccess & WritableAccess {
    /// Sets `flags` and nothing else. Cost: as `clear`.
    @inlinable @inline(__always)
    public func set(_ flags: Value.SetFlags) { trigger(flags.bits) }
}

extension Register where Value: TogglableFlags, Access: WritableAccess {
    /// Toggles `flags` and nothing else. One store.
    @inlinable @inline(__always)
    public func toggle(_ flags: Value.ToggleFlags) { trigger(flags.bits) }
}

extension Register where Value: TogglableFlags, Access: ReadableAccess & WritableAccess {
    /// Toggles `flags` and nothing else. Cost: as `clear`.
    @inlinable @inline(__always)
    public func toggle(_ flags: Value.ToggleFlags) { trigger(flags.bits) }
}

extension Register where Value: ClearedByReading, Access: ReadableAccess {
    /// `read`, by a name that says what else it does. One load.
    @inlinable @inline(__always)
    public func readAndClear() -> Value { read() }
}
