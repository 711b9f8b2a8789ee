// Executors and actors, as the compiler looks them up. An executor of the chip is the run queue of an
// interrupt level (Firmware/Runtime/ConcurrencyABI); its reference names the level.
import ConcurrencyABI
import Swift

/// What runs jobs, as the compiler looks it up. No type of the chip meets it: an executor there is a level's number.
public protocol Executor: AnyObject, Sendable {
    /// Puts a job into the executor's queue.
    func enqueue(_ job: UnownedJob)
}

/// What runs jobs one at a time.
public protocol SerialExecutor: Executor {
    /// Puts a job into the executor's queue.
    func enqueue(_ job: UnownedJob)
    /// The reference by which the runtime knows the executor.
    func asUnownedSerialExecutor() -> UnownedSerialExecutor
}

/// A task that is to be run, as the runtime passes it.
@frozen
public struct UnownedJob: Sendable {
    @usableFromInline let context: Builtin.Job

    /// The compiler's value for a job, wrapped.
    @_alwaysEmitIntoClient
    public init(_ context: Builtin.Job) { self.context = context }
}

/// Which executor an actor's code runs on: a level, by its number.
@frozen
public struct UnownedSerialExecutor: Sendable {
    @usableFromInline var executor: Builtin.Executor

    /// The compiler's value for an executor, wrapped.
    @_alwaysEmitIntoClient
    public init(_ executor: Builtin.Executor) { self.executor = executor }

    /// The reference of an executor that is an object. The compiler looks it up; use `init(level:)`.
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

/// Any actor, as the compiler looks it up.
public protocol AnyActor: AnyObject, Sendable {}

/// An actor: its isolated code runs on its executor, one piece at a time.
public protocol Actor: AnyActor {
    /// Where its isolated code runs. It must be the same each time.
    nonisolated var unownedExecutor: UnownedSerialExecutor { get }
}

/// An actor that declarations anywhere may name, such as `@MainActor` or `@Level5`.
public protocol GlobalActor {
    /// The actor's own type.
    associatedtype ActorType: Actor
    /// The one actor.
    static var shared: ActorType { get }
    /// Where its isolated code runs.
    static var sharedUnownedExecutor: UnownedSerialExecutor { get }
}

extension GlobalActor {
    /// Where the code isolated to `shared` runs.
    @_alwaysEmitIntoClient
    public static var sharedUnownedExecutor: UnownedSerialExecutor { shared.unownedExecutor }
}

/// Thread mode: what runs when no interrupt does.
@globalActor
public final actor MainActor: GlobalActor {
    /// The one main actor.
    public static let shared = MainActor()

    /// Thread mode.
    @_alwaysEmitIntoClient
    nonisolated public var unownedExecutor: UnownedSerialExecutor {
        UnownedSerialExecutor(level: 0)
    }
}

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
    martlet_check_level(implementation == 0 ? 1 : identity, UnsafePointer<CChar>(_filenameStart), UInt(_line))
}
