// Static memory for a value that is made while the program runs.
import Synchronization

/// Room in static memory for one value that can only be made later, such as a driver that needs the clocks, and that then lives as
/// long as the program. It is initialized once, by whoever comes first.
///
///     private let console = StaticCell<BufferedSerialPort<ThisBoard.Console, 64>>()
///
///     let port = console.initialize(BufferedSerialPort(ThisBoard.makeConsole(clocks), transmitLine: line))
///     Level5.bind(line) { port.value.handleInterrupt() }
///
/// Cost: the value's bytes, and one. Context: any.
public struct StaticCell<Value: ~Copyable & Sendable>: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: one context wins the exchange and writes; who reads has the reference that the writer returned.
    private let isInitialized = Pinned(Atomic<Bool>(false))
    private let slot = PinnedSlots<Value, 1>()

    /// An empty cell. It has to be static: a global `let`, or a static one.
    public init() {}

    /// Moves `value` into the cell. A second call is a fault.
    public func initialize(_ value: consuming Value) -> StaticReference<Value> {
        let wasInitialized = isInitialized.pointer.pointee.exchange(true, ordering: .relaxed)
        precondition(!wasInitialized, "a static cell was initialized twice")
        slot.pointer.initialize(to: value)
        // SAFETY: a static cell lives as long as the program, and so does what is in it.
        return StaticReference(slot.pointer)
    }
}

/// Where a value is that lives as long as the program. Copies name the same value, which is not changed by them.
public struct StaticReference<Value: ~Copyable> {
    private let pointer: UnsafeMutablePointer<Value>

    fileprivate init(_ pointer: UnsafeMutablePointer<Value>) { self.pointer = pointer }

    /// The value.
    public var value: Value {
        // SAFETY: it is there for as long as the program, and nobody changes it.
        unsafeAddress { UnsafePointer(pointer) }
    }
}

// SAFETY of `@unchecked`: all that a reference allows is to borrow the value, which several contexts may do.
extension StaticReference: @unchecked Sendable where Value: Sendable & ~Copyable {}
