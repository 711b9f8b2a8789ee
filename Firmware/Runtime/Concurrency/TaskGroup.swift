// Task groups: a scope that starts any number of children and does not end before they have. Each child takes a slot
// of the task pool until its result is taken.
import ConcurrencyABI
import Swift

// In C, and never leaves its caller's level.
@_silgen_name("martlet_group_next")
@usableFromInline nonisolated(nonsending) func nextOfGroup(_ group: Builtin.RawPointer) async -> Unmanaged<AnyObject>?

@_silgen_name("swift_taskGroup_isEmpty")
@usableFromInline func isGroupEmpty(_ group: Builtin.RawPointer) -> Bool

@_silgen_name("swift_taskGroup_isCancelled")
@usableFromInline func isGroupCancelled(_ group: Builtin.RawPointer) -> Bool

@_silgen_name("swift_taskGroup_cancelAll")
@usableFromInline func cancelGroup(_ group: Builtin.RawPointer)

/// Runs `body` with an empty group, and returns when it and every child have ended; results nobody took are dropped.
@_alwaysEmitIntoClient
nonisolated(nonsending) public func withTaskGroup<ChildTaskResult: Sendable, GroupResult>(
    of childTaskResultType: ChildTaskResult.Type = ChildTaskResult.self,
    returning returnType: GroupResult.Type = GroupResult.self,
    body: nonisolated(nonsending) (inout TaskGroup<ChildTaskResult>) async -> GroupResult
) async -> GroupResult {
    let storage = Builtin.createTaskGroup(ChildTaskResult.self)
    var group = TaskGroup<ChildTaskResult>(storage)
    let result = await body(&group)
    await group.waitForAll()
    Builtin.destroyTaskGroup(storage)
    return result
}

/// The children of a `withTaskGroup`. Not to be used outside of its body.
@frozen
public struct TaskGroup<ChildTaskResult: Sendable> {
    @usableFromInline let group: Builtin.RawPointer

    @_alwaysEmitIntoClient
    init(_ group: Builtin.RawPointer) { self.group = group }

    /// Starts a child at the level of its maker; an isolated operation goes to its own. In a group that has been
    /// cancelled the child begins cancelled.
    @_alwaysEmitIntoClient
    public mutating func addTask(operation: sending @escaping () async -> ChildTaskResult) {
        _ = Builtin.createTask(flags: 0, taskGroup: group, operation: operation)
    }

    /// The same, unless the group has been cancelled: then false.
    @_alwaysEmitIntoClient
    public mutating func addTaskUnlessCancelled(
        operation: sending @escaping () async -> ChildTaskResult
    ) -> Bool {
        guard !isCancelled else { return false }
        addTask(operation: operation)
        return true
    }

    /// What the next child to end returned, or nil if there is none left. Its slot of the task pool is given back.
    @_alwaysEmitIntoClient
    nonisolated(nonsending) public mutating func next() async -> ChildTaskResult? {
        guard let child = await nextOfGroup(group) else { return nil }
        // SAFETY: a child that has ended holds its result until it is released, here: nobody else refers to it.
        defer { child.release() }
        return martlet_child_result(child.toOpaque()).assumingMemoryBound(to: ChildTaskResult.self).pointee
    }

    /// Waits until every child has ended, and drops what they returned.
    @_alwaysEmitIntoClient
    nonisolated(nonsending) public mutating func waitForAll() async { while await next() != nil {} }

    /// Whether every child has ended and been taken.
    @_alwaysEmitIntoClient
    public var isEmpty: Bool { isGroupEmpty(group) }

    /// Cancels the children, those to come included. Any context.
    @_alwaysEmitIntoClient
    public func cancelAll() { cancelGroup(group) }

    /// Whether the group was cancelled, or the task that made it.
    @_alwaysEmitIntoClient
    public var isCancelled: Bool { isGroupCancelled(group) }
}

@available(*, unavailable)
extension TaskGroup: Sendable {}

extension TaskGroup: AsyncSequence {
    /// A child's result.
    public typealias Element = ChildTaskResult

    /// The results in the order the children end.
    @_alwaysEmitIntoClient
    public func makeAsyncIterator() -> Iterator { Iterator(group: self) }

    /// The results of the group, for `for await`.
    @frozen
    public struct Iterator: AsyncIteratorProtocol {
        @usableFromInline var group: TaskGroup<ChildTaskResult>

        @_alwaysEmitIntoClient
        init(group: TaskGroup<ChildTaskResult>) { self.group = group }

        /// The result of the next child to end; nil when there are no more.
        @_alwaysEmitIntoClient
        nonisolated(nonsending) public mutating func next() async -> ChildTaskResult? { await group.next() }
    }
}

// MARK: - Children without results

/// Runs `body` with an empty group, and returns when it and every child have ended.
@_alwaysEmitIntoClient
nonisolated(nonsending) public func withDiscardingTaskGroup<GroupResult>(
    returning returnType: GroupResult.Type = GroupResult.self,
    body: nonisolated(nonsending) (inout DiscardingTaskGroup) async -> GroupResult
) async -> GroupResult {
    // The runtime's mark of a group that drops results.
    let storage = Builtin.createTaskGroupWithFlags(1 << 8, Void.self)
    var group = DiscardingTaskGroup(storage)
    let result = await body(&group)
    _ = await nextOfGroup(storage)
    Builtin.destroyTaskGroup(storage)
    return result
}

/// The children of a `withDiscardingTaskGroup`: each gives its slot of the task pool back when it ends.
@frozen
public struct DiscardingTaskGroup {
    @usableFromInline let group: Builtin.RawPointer

    @_alwaysEmitIntoClient
    init(_ group: Builtin.RawPointer) { self.group = group }

    /// Starts a child; see `TaskGroup.addTask`.
    @_alwaysEmitIntoClient
    public mutating func addTask(operation: sending @escaping () async -> Void) {
        _ = Builtin.createTask(flags: 0, taskGroup: group, operation: operation)
    }

    /// The same, unless the group has been cancelled: then false.
    @_alwaysEmitIntoClient
    public mutating func addTaskUnlessCancelled(operation: sending @escaping () async -> Void) -> Bool {
        guard !isCancelled else { return false }
        addTask(operation: operation)
        return true
    }

    /// Whether every child has ended.
    @_alwaysEmitIntoClient
    public var isEmpty: Bool { isGroupEmpty(group) }

    /// Cancels the children, those to come included. Any context.
    @_alwaysEmitIntoClient
    public func cancelAll() { cancelGroup(group) }

    /// Whether the group was cancelled, or the task that made it.
    @_alwaysEmitIntoClient
    public var isCancelled: Bool { isGroupCancelled(group) }
}

@available(*, unavailable)
extension DiscardingTaskGroup: Sendable {}
