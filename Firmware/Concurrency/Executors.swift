// Executors and actors, as the compiler looks them up. An executor of the chip is the run queue of an
// interrupt level (Firmware/Runtime/ConcurrencyABI); its reference is the address of that queue.
import Swift

public protocol Executor: AnyObject, Sendable {
    func enqueue(_ job: UnownedJob)
}

public protocol SerialExecutor: Executor {
    func enqueue(_ job: UnownedJob)
    func asUnownedSerialExecutor() -> UnownedSerialExecutor
}

@frozen
public struct UnownedJob: Sendable {
    @usableFromInline let context: Builtin.Job

    @_alwaysEmitIntoClient
    public init(_ context: Builtin.Job) { self.context = context }
}

@frozen
public struct UnownedSerialExecutor: Sendable {
    @usableFromInline var executor: Builtin.Executor

    @_alwaysEmitIntoClient
    public init(_ executor: Builtin.Executor) { self.executor = executor }

    @_alwaysEmitIntoClient
    public init<E: SerialExecutor>(ordinary executor: __shared E) {
        self.executor = Builtin.buildOrdinarySerialExecutorRef(executor)
    }

    /// The executor whose run queue is at `queue`.
    @_alwaysEmitIntoClient @inline(__always)
    public init(runQueue queue: UnsafeMutableRawPointer) {
        // SAFETY: an executor reference is two words, the identity and the implementation; the runtime here
        // takes the identity for the address of a run queue and never looks at the implementation.
        executor = unsafeBitCast((UInt(bitPattern: queue), 0 as UInt), to: Builtin.Executor.self)
    }
}

public protocol AnyActor: AnyObject, Sendable {}

public protocol Actor: AnyActor {
    nonisolated var unownedExecutor: UnownedSerialExecutor { get }
}

public protocol GlobalActor {
    associatedtype ActorType: Actor
    static var shared: ActorType { get }
    static var sharedUnownedExecutor: UnownedSerialExecutor { get }
}

extension GlobalActor {
    @_alwaysEmitIntoClient
    public static var sharedUnownedExecutor: UnownedSerialExecutor { shared.unownedExecutor }
}

@_silgen_name("martlet_level_executor")
@usableFromInline func levelExecutor(_ level: UInt32) -> UnsafeMutableRawPointer

/// Thread mode: what runs when no interrupt does.
@globalActor
public final actor MainActor: GlobalActor {
    public static let shared = MainActor()

    @_alwaysEmitIntoClient
    nonisolated public var unownedExecutor: UnownedSerialExecutor {
        UnownedSerialExecutor(runQueue: levelExecutor(0))
    }
}

// The compiler calls this where isolated code is entered from code it cannot check; on the chip all of it is
// compiled in Swift 6 mode together, so there is no such code.
@_alwaysEmitIntoClient
func _checkExpectedExecutor(
    _filenameStart: Builtin.RawPointer, _filenameLength: Builtin.Word, _filenameIsASCII: Builtin.Int1,
    _line: Builtin.Word, _executor: Builtin.Executor
) {}
