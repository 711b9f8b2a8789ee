// Executors and actors, as the compiler looks them up. An executor of the chip is the run queue of an
// interrupt level (Firmware/Runtime/ConcurrencyABI); its reference names the level.
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

    /// The executor of a level: 0 is thread mode, 1 to 8 are the interrupt levels.
    @_alwaysEmitIntoClient @inline(__always)
    public init(level: UInt) {
        // SAFETY: an executor reference is two words, the identity and the implementation. The runtime here takes
        // the identity for a level's number and one, and an implementation that is not 0 for a level's.
        executor = unsafeBitCast((level &+ 1, 1 as UInt), to: Builtin.Executor.self)
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

/// Thread mode: what runs when no interrupt does.
@globalActor
public final actor MainActor: GlobalActor {
    public static let shared = MainActor()

    @_alwaysEmitIntoClient
    nonisolated public var unownedExecutor: UnownedSerialExecutor {
        UnownedSerialExecutor(level: 0)
    }
}

@_silgen_name("martlet_check_level") @usableFromInline
func checkLevel(_ identity: UInt, _ file: Builtin.RawPointer, _ line: Builtin.Word)

// The compiler calls this where isolated code is entered from code it cannot check, such as a witness of a `@preconcurrency`
// conformance: at another level it is a fault.
@_alwaysEmitIntoClient
func _checkExpectedExecutor(
    _filenameStart: Builtin.RawPointer, _filenameLength: Builtin.Word, _filenameIsASCII: Builtin.Int1,
    _line: Builtin.Word, _executor: Builtin.Executor
) {
    // SAFETY: as in `UnownedSerialExecutor.init(level:)`. Without an implementation it is an actor of its own, which has
    // thread mode.
    let (identity, implementation) = unsafeBitCast(_executor, to: (UInt, UInt).self)
    checkLevel(implementation == 0 ? 1 : identity, _filenameStart, _line)
}
