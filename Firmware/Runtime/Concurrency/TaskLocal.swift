// Task-local values: bound for the length of a scope, and seen by all the scope calls and starts.
import ConcurrencyABI
import Swift

/// Makes a static property a value that `$property.withValue` binds for a scope; outside of one it is what it was
/// declared with. That should be a constant: then the property's object is laid out at build time, and otherwise it is
/// made, from start-up memory, when it is first named, which must then be during start-up.
@attached(accessor) @attached(peer, names: prefixed(`$`))
public macro TaskLocal() = #externalMacro(module: "SwiftMacros", type: "TaskLocalMacro")

/// What `@TaskLocal` makes beside a property, under its name and a `$`. Its address is what values are found by.
///
/// A bound handler runs on top of a task and sees that task's values.
/// Cost: 28 bytes and the value in the frame that binds it; reading looks at each value bound until it finds its own.
public final class TaskLocal<Value: Sendable>: Sendable {
    @usableFromInline let defaultValue: Value

    /// A property that is `defaultValue` outside of any scope that binds it.
    @_alwaysEmitIntoClient
    public init(wrappedValue defaultValue: Value) { self.defaultValue = defaultValue }

    /// The value of the task that runs this.
    @_alwaysEmitIntoClient
    public func get() -> Value {
        // SAFETY: items found by this key were bound here, so they hold a `Value`; the scope that binds one has not
        // ended while its task runs what it calls.
        guard let item = martlet_local_find(key) else { return defaultValue }
        return item.assumingMemoryBound(to: Item<Value>.self).pointee.value
    }

    /// Binds `value` while `operation` runs, here and in the tasks it starts, detached ones excepted.
    @discardableResult
    @_alwaysEmitIntoClient
    nonisolated(nonsending) public func withValue<Result, Failure: Error>(
        _ value: Value, operation: nonisolated(nonsending) () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let item = PinnedItem(Item(key: key, value: value))
        martlet_local_push(item.pointer)
        defer { martlet_local_pop(item.pointer) }
        return try await operation()
    }

    /// The same for code that does not wait.
    @discardableResult
    @_alwaysEmitIntoClient
    public func withValue<Result, Failure: Error>(
        _ value: Value, operation: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let item = PinnedItem(Item(key: key, value: value))
        martlet_local_push(item.pointer)
        defer { martlet_local_pop(item.pointer) }
        return try operation()
    }

    // SAFETY: only compared with other keys, never followed. A `@TaskLocal` is a static object, which never goes, so no
    // other has its address.
    @_alwaysEmitIntoClient
    var key: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

/// As the runtime has it (`struct martlet_local`), and the value after it.
@frozen @usableFromInline
struct Item<Value> {
    @usableFromInline var next: UnsafeMutableRawPointer?
    @usableFromInline let key: UnsafeMutableRawPointer
    @usableFromInline let bytes: Int
    @usableFromInline let copy: (UnsafeMutableRawPointer, UnsafeMutableRawPointer) -> Void
    @usableFromInline let destroy: (UnsafeMutableRawPointer) -> Void
    @usableFromInline let value: Value

    @_alwaysEmitIntoClient
    init(key: UnsafeMutableRawPointer, value: Value) {
        self.key = key
        bytes = MemoryLayout<Item<Value>>.size
        // SAFETY: the runtime calls these with items of the type they are stored in, and with room for one. They
        // capture nothing, so a copied item owns nothing besides its value.
        copy = { to, from in
            to.initializeMemory(as: Item<Value>.self, from: from.assumingMemoryBound(to: Item<Value>.self), count: 1)
        }
        destroy = { item in item.assumingMemoryBound(to: Item<Value>.self).deinitialize(count: 1) }
        self.value = value
    }
}

/// One item at one address while the scope that binds it lasts. This module stands below `Memory`, whose `Pinned` is the
/// general form.
@usableFromInline @_rawLayout(like: Item<Value>)
struct PinnedItem<Value>: ~Copyable {
    @_alwaysEmitIntoClient @inline(__always)
    init(_ item: Item<Value>) { pointer.initialize(to: item) }

    @_alwaysEmitIntoClient @inline(__always)
    var pointer: UnsafeMutablePointer<Item<Value>> {
        // SAFETY: the layout is that of an item, so the address is the item's.
        UnsafeMutablePointer(Builtin.addressOfRawLayout(self))
    }

    @_alwaysEmitIntoClient @inline(__always)
    deinit { pointer.deinitialize(count: 1) }
}
