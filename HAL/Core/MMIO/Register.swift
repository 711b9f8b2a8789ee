// Typed registers at fixed addresses. On the chip an access is one volatile load or store; on the host it
// goes to the bus of the simulated chip (Bus.swift), so a driver is the same source in both places.
import CriticalSections

/// The integers a bus access can carry: 8, 16 or 32 bits.
public protocol RegisterBits: FixedWidthInteger, UnsignedInteger, Sendable {
    /// One volatile load of this width. Cost: 1 instruction. Context: any.
    static func load(from address: UInt32) -> Self
    /// One volatile store of this width. Cost: 1 instruction. Context: any.
    static func store(_ value: Self, to address: UInt32)
}

/// The contents of one register, as a value whose properties are the register's fields.
///
/// A value is a copy: reading a field costs no bus access, and writing one changes nothing on the chip
/// until the value is written back.
public protocol RegisterValue: Equatable, Sendable {
    /// The integer that one access of the register moves.
    associatedtype Bits: RegisterBits
    /// All of the register, reserved bits included.
    var bits: Bits { get set }
    /// The value that an access with these bits would read. Reserved bits are kept as they are.
    init(bits: Bits)
    /// What the register holds after reset, as the register description says.
    static var resetValue: Self { get }
    /// Bits that act when 1 is written to them; writing 0 leaves them. None by default.
    static var oneTriggers: Bits { get }
    /// Bits that act when 0 is written to them; writing 1 leaves them. None by default.
    static var zeroTriggers: Bits { get }
    /// Bits that keep what is written. Only looked at where there are triggers.
    static var storedBits: Bits { get }
}

/// The values of a field that has names for them. A structure with constants instead of an enumeration:
/// hardware may hold a value without a name.
public protocol FieldValue: RawRepresentable, Equatable, Sendable where RawValue: RegisterBits {
    /// The value of that number, whether it has a name or not.
    init(rawValue: RawValue)
}

/// A peripheral, or a group of registers within one: registers at offsets from an address.
public protocol RegisterBlock: Sendable {
    /// The address that the registers' offsets count from.
    var baseAddress: UInt32 { get }
    /// The peripheral's registers at this address. Touches nothing.
    init(baseAddress: UInt32)
}

/// Whether software may read or write a register: `ReadOnly`, `WriteOnly` or `ReadWrite`.
public protocol RegisterAccess {}
/// The register may be read: `read` is there.
public protocol ReadableAccess: RegisterAccess {}
/// The register may be written: `write` is there.
public protocol WritableAccess: RegisterAccess {}
/// Only `read`. What the hardware would do with a store does not matter, since none compiles.
public enum ReadOnly: ReadableAccess {}
/// Only `write`. A read would not answer what was written, so none compiles.
public enum WriteOnly: WritableAccess {}
/// `read`, `write`, and `modify`, which is both.
public enum ReadWrite: ReadableAccess, WritableAccess {}

/// A register at an address. It owns nothing and costs nothing: the address is folded into the access.
@frozen
public struct Register<Value: RegisterValue, Access: RegisterAccess>: Sendable {
    /// Where the register is in the address space.
    public let address: UInt32

    /// The register at `address`, which is a multiple of its width in bytes. Touches nothing.
    @inlinable @inline(__always)
    public init(at address: UInt32) { self.address = address }
}

extension Register where Access: ReadableAccess {
    /// One load.
    @inlinable @inline(__always)
    public func read() -> Value { Value(bits: .load(from: address)) }
}

extension Register where Access: WritableAccess {
    /// One store.
    @inlinable @inline(__always)
    public func write(_ value: Value) { Value.Bits.store(value.bits, to: address) }

    /// One store of the reset value with the closure's changes. Bits that act when written start so that
    /// they do not.
    @inlinable @inline(__always)
    public func write(_ change: (inout Value) -> Void) {
        var value = Value(bits: Value.inert(Value.resetValue.bits))
        change(&value)
        write(value)
    }
}

extension Register where Access: ReadableAccess & WritableAccess {
    /// One load, the closure's changes, one store, with interrupts masked from the load to the store: no level's change
    /// of the register is lost to another's. Bits that act when written are written so that they do not, whatever was
    /// read. Keep the closure to a few instructions: every interrupt waits for it.
    ///
    /// Cost: 3 instructions besides the load, the changes and the store. Context: any.
    @inlinable @inline(__always)
    public func modify<Result>(_ change: (inout Value) -> Result) -> Result {
        withInterruptsMasked {
            var value = read()
            let result = change(&value)
            write(Value(bits: Value.inert(value.bits)))
            return result
        }
    }
}

/// Equally spaced registers of one kind (`dim` in a register description).
@frozen
public struct RegisterArray<Value: RegisterValue, Access: RegisterAccess>: Sendable {
    /// Where the first register is.
    public let address: UInt32
    /// Bytes from a register to the next.
    public let stride: UInt32
    /// How many registers there are.
    public let count: Int

    /// Registers from `address` on, `stride` bytes apart. Touches nothing.
    @inlinable @inline(__always)
    public init(at address: UInt32, stride: UInt32, count: Int) {
        self.address = address
        self.stride = stride
        self.count = count
    }

    /// The register at `index`. Precondition: `0 <= index < count`.
    @inlinable @inline(__always)
    public subscript(index: Int) -> Register<Value, Access> {
        precondition(index >= 0 && index < count, "register index out of range")
        return Register(at: address &+ UInt32(truncatingIfNeeded: index) &* stride)
    }
}

/// Equally spaced groups of registers of one kind (`dim` on a cluster).
@frozen
public struct BlockArray<Block: RegisterBlock>: Sendable {
    /// Where the first group begins.
    public let address: UInt32
    /// Bytes from a group's start to the next one's.
    public let stride: UInt32
    /// How many groups there are.
    public let count: Int

    /// Groups from `address` on, `stride` bytes apart. Touches nothing.
    @inlinable @inline(__always)
    public init(at address: UInt32, stride: UInt32, count: Int) {
        self.address = address
        self.stride = stride
        self.count = count
    }

    /// The group at `index`. Precondition: `0 <= index < count`.
    @inlinable @inline(__always)
    public subscript(index: Int) -> Block {
        precondition(index >= 0 && index < count, "register group index out of range")
        return Block(baseAddress: address &+ UInt32(truncatingIfNeeded: index) &* stride)
    }
}

// MARK: - Fields

extension RegisterBits {
    /// The `width` bits from bit `offset` up. Width and offset are constants wherever this is called, so it
    /// folds into one bit-field extract.
    @inlinable @inline(__always)
    public func field(_ offset: Int, _ width: Int) -> Self {
        (self &>> Self(truncatingIfNeeded: offset)) & Self.mask(width)
    }

    /// Replaces the `width` bits from bit `offset` up; bits of `value` beyond the width are dropped.
    @inlinable @inline(__always)
    public mutating func setField(_ offset: Int, _ width: Int, _ value: Self) {
        let mask = Self.mask(width) &<< Self(truncatingIfNeeded: offset)
        self = (self & ~mask) | ((value &<< Self(truncatingIfNeeded: offset)) & mask)
    }

    /// Bit `offset`.
    @inlinable @inline(__always)
    public func flag(_ offset: Int) -> Bool { field(offset, 1) != 0 }

    /// Sets or clears bit `offset`.
    @inlinable @inline(__always)
    public mutating func setFlag(_ offset: Int, _ value: Bool) { setField(offset, 1, value ? 1 : 0) }

    @inlinable @inline(__always)
    static func mask(_ width: Int) -> Self {
        width >= bitWidth ? Self.max : (1 &<< Self(truncatingIfNeeded: width)) &- 1
    }
}

/// The bit that copy `index` of an array of fields starts at. Precondition: `indexes` has `index`; nothing is
/// left of the check where the index is a constant.
@inlinable @inline(__always)
public func fieldOffset(_ index: Int, in indexes: Range<Int>, at offset: Int, every stride: Int) -> Int {
    precondition(index >= indexes.lowerBound && index < indexes.upperBound, "field index out of range")
    return offset &+ (index &- indexes.lowerBound) &* stride
}
