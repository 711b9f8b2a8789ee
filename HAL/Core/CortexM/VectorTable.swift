// Which code answers an interrupt: on the chip a word of the vector table in RAM, on the host an entry that
// the simulated chip calls.
import Failures
import MMIO

#if hasFeature(Embedded)
    import CortexMInstructions
#endif

/// A function that answers an interrupt, wrapped so that its representation is that of the function itself.
package struct InterruptHandler {
    package let call: () -> Void

    package init(call: @escaping () -> Void) { self.call = call }
}

/// The vector table. Not public: a level's `bind` sets a handler together with the priority that its isolation stands for.
package enum VectorTable {
    /// The exception number of a line's vector.
    @inline(__always)
    static func exception(_ line: InterruptLine) -> Int { line.rawValue &+ 16 }

    /// Makes `handler` answer the line. A line that has a handler already is a fault, since that one's level would lose
    /// the line unnoticed. Cost: about 20 instructions, none later. Task context, before the line is enabled.
    package static func set(_ handler: InterruptHandler, for line: InterruptLine) {
        set(handler, exception: exception(line))
    }

    /// Makes `handler` answer a core exception.
    package static func set(_ handler: InterruptHandler, for exception: SystemException) {
        set(handler, exception: exception.rawValue)
    }

    #if hasFeature(Embedded)
        private static func set(_ handler: InterruptHandler, exception: Int) {
            // SAFETY: a Swift function value is a code address and a context. A function that captures nothing
            // has no context and, with no parameters and no result, the calling convention of a C function: it
            // keeps r4 to r11, and the core keeps the rest. The precondition refuses one that captures.
            let (code, context) = unsafeBitCast(handler, to: (code: UInt, context: UInt).self)
            guard context == 0 else { stop("an interrupt handler captures something; exception", exception) }
            martlet_set_vector(UInt32(exception), code)
        }

        /// The same for the C function that drains a level's run queue.
        package static func set(drain handler: @convention(c) () -> Void, for line: InterruptLine) {
            // SAFETY: a C function is its address, and one without parameters or result is what a vector calls.
            martlet_set_vector(UInt32(exception(line)), unsafeBitCast(handler, to: UInt.self))
        }
    #else
        private static func set(_ handler: InterruptHandler, exception: Int) {
            guard HostInterrupts.handlers[exception] == nil else { stop("an exception was bound twice; number", exception) }
            HostInterrupts.handlers[exception] = handler.call
        }
    #endif
}
