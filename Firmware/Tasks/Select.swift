// Several operations at once: the first to end, or all of them.
//
// Each operation beside the caller's own is an `async let`: one task of `Dispatcher.reserveTasks` and up to one block of
// `StartupMemory.reserveBlocks` while it runs, and 320 bytes and the result in the frame of the caller.
import CortexM
import Memory

/// The result of the first of two operations to end.
public enum FirstOfTwo<First: Sendable, Second: Sendable>: Sendable {
    /// The first operation ended first, with this result.
    case first(First)
    /// The second operation ended first, with this result.
    case second(Second)
}

/// The result of the first of three operations to end.
public enum FirstOfThree<First: Sendable, Second: Sendable, Third: Sendable>: Sendable {
    /// The first operation ended first, with this result.
    case first(First)
    /// The second operation ended first, with this result.
    case second(Second)
    /// The third operation ended first, with this result.
    case third(Third)
}

/// Runs two operations and gives the result of the first to end. The other is cancelled and waited for, so it should
/// heed cancellation; its result is dropped. If the task itself is cancelled, so are both.
///
/// Cost: two tasks of `Dispatcher.reserveTasks`. Context: tasks; the operations run at the caller's level until they
/// go elsewhere, and start in order.
public func select<First: Sendable, Second: Sendable>(
    _ first: @Sendable () async -> First, _ second: @Sendable () async -> Second
) async -> FirstOfTwo<First, Second> {
    let finish = Finish()
    let reference = finish.reference
    async let firstResult = reference.note(1, after: first)
    async let secondResult = reference.note(2, after: second)
    if await finish.wait(until: .never) == 1 { return .first(await firstResult) }
    return .second(await secondResult)
}

/// The same of three. Cost: three tasks.
public func select<First: Sendable, Second: Sendable, Third: Sendable>(
    _ first: @Sendable () async -> First, _ second: @Sendable () async -> Second,
    _ third: @Sendable () async -> Third
) async -> FirstOfThree<First, Second, Third> {
    let finish = Finish()
    let reference = finish.reference
    async let firstResult = reference.note(1, after: first)
    async let secondResult = reference.note(2, after: second)
    async let thirdResult = reference.note(3, after: third)
    switch await finish.wait(until: .never) {
    case 1: return .first(await firstResult)
    case 2: return .second(await secondResult)
    default: return .third(await thirdResult)
    }
}

/// Runs two operations at once and gives both results. Cost: one task; the second runs in the caller's.
public func join<First: Sendable, Second: Sendable>(
    _ first: @Sendable () async -> First, _ second: () async -> Second
) async -> (First, Second) {
    async let firstResult = first()
    let secondResult = await second()
    return (await firstResult, secondResult)
}

/// The same of three. Cost: two tasks.
public func join<First: Sendable, Second: Sendable, Third: Sendable>(
    _ first: @Sendable () async -> First, _ second: @Sendable () async -> Second, _ third: () async -> Third
) async -> (First, Second, Third) {
    async let firstResult = first()
    async let secondResult = second()
    let thirdResult = await third()
    return (await firstResult, await secondResult, thirdResult)
}

/// Which of several children ended first, in the frame that waits for it.
struct Finish: ~Copyable {
    private let winner = Pinned<UInt8>(0)
    private let queue = Pinned(WaitQueue())

    var reference: Reference { Reference(winner: winner.pointer, queue: queue.pointer) }

    /// The number of the first to end; nil if none has at `deadline`. It goes on when the task is cancelled, because
    /// the children are cancelled with it.
    func wait(until deadline: Instant) async -> UInt8? {
        let outcome = await Tasks.wait(in: queue.pointer, until: deadline, endsWhenCancelled: false) {
            winner.pointer.pointee != 0
        }
        return outcome == .served ? winner.pointer.pointee : nil
    }

    /// What the children know of it.
    // SAFETY of `@unchecked`: what it points to is touched only with interrupts masked, and the frame it lies in
    // waits for the children before it goes.
    struct Reference: @unchecked Sendable {
        let winner: UnsafeMutablePointer<UInt8>
        let queue: UnsafeMutablePointer<WaitQueue>

        func note<Result: Sendable>(
            _ number: UInt8, after operation: @Sendable () async -> Result
        ) async -> Result {
            let result = await operation()
            withInterruptsMasked {
                guard winner.pointee == 0 else { return }
                winner.pointee = number
                if let waiter = queue.pointee.first { Waiter.end(waiter, .served) }
            }
            return result
        }
    }
}
