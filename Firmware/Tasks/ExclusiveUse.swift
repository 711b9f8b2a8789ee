// What one at a time may use, where the language cannot say so: a check with words.
import CortexM
import Memory

/// A mark that code is being run by somebody: a driver's handler, whose lines must have one level, or a call that one task at a
/// time may make. A second one is a fault that says what was shared.
///
/// A driver is an object that its handler and its tasks reach by one name, so the compiler cannot tell that a second level
/// calls its handler too. The mark is no lock: it never waits.
///
/// Cost: a byte; 8 instructions to enter and 2 to leave. Context: any.
package struct ExclusiveUse: ~Copyable, @unchecked Sendable {
    // SAFETY of `@unchecked`: a byte, and no interrupt comes between the question and the mark.
    private let isInUse = Pinned(false)

    package init() {}

    /// Enters, or stops with a fault that says `message`.
    @inline(__always)
    package func enter(_ message: StaticString) {
        let wasInUse = withInterruptsMasked {
            defer { isInUse.pointer.pointee = true }
            return isInUse.pointer.pointee
        }
        guard !wasInUse else { stop(message, Dispatcher.runningLevel) }
    }

    @inline(__always)
    package func leave() { isInUse.pointer.pointee = false }

    /// Runs `body`, a driver's handler, or stops with a fault if it is running already: its lines were bound to two levels.
    @inline(__always)
    package func handle<Result>(_ body: () -> Result) -> Result {
        enter("a driver's handler was entered while it ran: its lines are bound to two levels; running level")
        defer { leave() }
        return body()
    }
}
