// Tasks that are made while the program runs. Their memory is a slot of the pool that `Dispatcher.reserveTasks`
// fills at start-up; a closure that captures takes a block of `StartupMemory.reserveBlocks`.
import ConcurrencyABI
import Swift

// In C, and never leaves its caller's level, so the caller need not come back to it.
@_silgen_name("martlet_task_yield")
@usableFromInline nonisolated(nonsending) func yieldToRunQueue() async

@_silgen_name("swift_task_future_wait")
public func _taskFutureGet<T>(_ task: Builtin.NativeObject) async -> T

@_silgen_name("swift_task_cancel")
@usableFromInline func cancelTask(_ task: Builtin.NativeObject)

@_silgen_name("swift_task_isCancelled")
@usableFromInline func isTaskCancelled(_ task: Builtin.NativeObject) -> Bool

/// A handle of a task: its result, and a way to cancel it. The task goes on when the handle is gone.
@frozen
public struct Task<Success: Sendable, Failure: Error>: Sendable {
    @usableFromInline let task: Builtin.NativeObject

    @_alwaysEmitIntoClient
    init(_ task: consuming Builtin.NativeObject) { self.task = task }

    /// Marks the task as cancelled and calls its cancellation handlers, here and now. Any context.
    @_alwaysEmitIntoClient
    public func cancel() { cancelTask(task) }

    /// Whether the task was cancelled. Any context.
    @_alwaysEmitIntoClient
    public var isCancelled: Bool { isTaskCancelled(task) }
}

extension Task where Failure == Never {
    /// Starts a task at the level of its maker; an isolated operation goes to its own. It gets copies of its maker's
    /// task-local values, in its slot of the pool.
    @discardableResult
    @_alwaysEmitIntoClient
    public init(
        @_inheritActorContext @_implicitSelfCapture operation: sending @escaping () async -> Success
    ) {
        // The runtime's mark of a task that copies task-local values.
        self.init(Builtin.createTask(flags: 1 << 10, operation: operation).0)
    }

    /// The same without the maker's isolation and its task-local values.
    @discardableResult
    @_alwaysEmitIntoClient
    public static func detached(
        operation: sending @escaping () async -> Success
    ) -> Task<Success, Never> {
        Task(Builtin.createTask(flags: 0, operation: operation).0)
    }

    /// Waits for the task's end.
    public var value: Success {
        @_alwaysEmitIntoClient
        get async { await _taskFutureGet(task) }
    }
}

extension Task where Success == Never, Failure == Never {
    /// Goes to the back of the run queue of the level the task is at.
    @_alwaysEmitIntoClient
    nonisolated(nonsending) public static func yield() async { await yieldToRunQueue() }

    /// Whether the task that runs this has been cancelled.
    @_alwaysEmitIntoClient
    public static var isCancelled: Bool { martlet_is_cancelled() }
}

// MARK: - Cancellation handlers

/// Runs `operation`; if the task is cancelled meanwhile, or was before, `handler` is called once, in the context of
/// whoever cancels and with interrupts masked while others cancel: it should be short.
@_alwaysEmitIntoClient
nonisolated(nonsending) public func withTaskCancellationHandler<T, E: Error>(
    operation: nonisolated(nonsending) () async throws(E) -> T,
    onCancel handler: @Sendable () -> Void
) async throws(E) -> T {
    let record = Builtin.taskAddCancellationHandler(handler: handler)
    defer { Builtin.taskRemoveCancellationHandler(record: record) }
    return try await operation()
}

// MARK: - async let

// The compiler finds these by name.
@_silgen_name("swift_asyncLet_get")
public func _asyncLet_get(_ asyncLet: Builtin.RawPointer, _ resultBuffer: Builtin.RawPointer) async

@_silgen_name("swift_asyncLet_get_throwing")
public func _asyncLet_get_throwing(_ asyncLet: Builtin.RawPointer, _ resultBuffer: Builtin.RawPointer) async throws

@_silgen_name("swift_asyncLet_finish")
public func _asyncLet_finish(_ asyncLet: Builtin.RawPointer, _ resultBuffer: Builtin.RawPointer) async

// MARK: - Actors without an executor of their own

@_silgen_name("swift_defaultActor_initialize")
public func _defaultActorInitialize(_ actor: AnyObject)

@_silgen_name("swift_defaultActor_destroy")
public func _defaultActorDestroy(_ actor: AnyObject)
