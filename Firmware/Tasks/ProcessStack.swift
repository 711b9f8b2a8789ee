// Synchronous code that waits: it has a stack of its own, and a task does the waiting for it.

/// A stack on which synchronous code runs, and stops in the middle for as long as a task awaits something for it: code
/// that would take twice as much memory as `async` functions, for a device that answers at once in most programs and
/// only in some is on a bus.
///
///     await stack.run(&work, Self.work) { await device.answer(request) }
///
/// On the chip it is the process stack of Cortex-M (ARMv7-M Architecture Reference Manual, B1.4.1): handlers and the tasks
/// of interrupt levels stay on the main stack, so it has to have room for the code's own frames, 104 bytes for what a
/// switch saves, and 104 for one exception. On the host it is a thread of its own, which runs only while the task waits
/// for it.
///
/// An overflow is a fault at once, by a guard of the MPU below the stack, unless a single frame is larger than the guard and
/// skips its 32 bytes: `bytesUsed` says how near it came. Work that is left in the middle never ends.
///
/// Cost: its memory and 40 bytes; there and back 194 instructions. Context: tasks in thread mode, one at a time.
extension ProcessStack {
    /// What runs on a stack: a function that captures nothing, and is given an address instead.
    public typealias Work = (UnsafeMutableRawPointer) -> Void

    /// Runs `work` with the argument. Each time that it calls `wait`, `answer` is awaited before it goes on.
    ///
    /// Precondition: nothing else runs on this stack.
    public func run(
        _ argument: UnsafeMutableRawPointer, _ work: @escaping Work, answering answer: () async -> Void
    ) async {
        begin(argument, work)
        resume()
        while !isDone {
            await answer()
            resume()
        }
    }
}
