// A value that other things point into, and so must never move.
import Builtin

/// Storage for one value, at one address for its whole life.
///
/// A `Pinned` is not copyable, and the compiler keeps a raw-layout value where it was made for as long as it
/// is only borrowed; so a timer queue or a wait queue may keep `pointer` while the frame that owns the
/// `Pinned` waits. Make it a `let`; consuming it while something points into it is the one misuse left.
///
/// Cost: the value's own bytes. Context: any; who may touch the value is up to its owner.
@_rawLayout(like: Value)
public struct Pinned<Value: ~Copyable>: ~Copyable {
    /// Moves `value` to where it stays.
    @_alwaysEmitIntoClient @inline(__always)
    public init(_ value: consuming Value) { pointer.initialize(to: value) }

    /// Where the value is. Valid until the `Pinned` is destroyed.
    @_alwaysEmitIntoClient @inline(__always)
    public var pointer: UnsafeMutablePointer<Value> {
        // SAFETY: the layout of a `Pinned<Value>` is that of `Value`, so its address is a `Value`'s.
        UnsafeMutablePointer(Builtin.addressOfRawLayout(self))
    }

    @_alwaysEmitIntoClient @inline(__always)
    deinit { pointer.deinitialize(count: 1) }
}
