// Room for a number of values at one address.
import Builtin

/// Room for `count` values, which are there or not as their owner says: it initializes and deinitializes them.
/// Like a `Pinned`, it never moves while it is only borrowed.
///
/// Cost: `count` values. Context: any; who may touch a slot is up to the owner.
@_rawLayout(likeArrayOf: Element, count: count)
public struct PinnedSlots<Element: ~Copyable, let count: Int>: ~Copyable {
    /// Empty slots.
    @_alwaysEmitIntoClient @inline(__always)
    public init() {}

    /// Where the first slot is; the others follow. Valid until the `PinnedSlots` is destroyed.
    @_alwaysEmitIntoClient @inline(__always)
    public var pointer: UnsafeMutablePointer<Element> {
        // SAFETY: the layout is that of an array of `count` elements, so its address is the first one's.
        UnsafeMutablePointer(Builtin.addressOfRawLayout(self))
    }

    // A type with a deinit is destroyed by it alone, and never moved out of piece by piece.
    @_alwaysEmitIntoClient @inline(__always)
    deinit {}
}
