// Which code answers an interrupt: on the chip a word of the vector table in RAM, on the host an entry that
// the simulated chip calls.
import MMIO

#if hasFeature(Embedded)
    import Startup
#endif

/// A function that answers an interrupt, wrapped so that its representation is that of the function itself.
public struct InterruptHandler {
    public let call: () -> Void

    public init(call: @escaping () -> Void) { self.call = call }
}

/// The vector table. `Tasks` binds handlers together with their priority; nothing else should.
public enum VectorTable {
    /// The exception number of a line's vector.
    @inlinable @inline(__always)
    static func exception(_ line: InterruptLine) -> Int { line.rawValue &+ 16 }

    /// Makes `handler` answer the line. Cost: a few instructions, none later. Task context, before the line is
    /// enabled.
    public static func set(_ handler: InterruptHandler, for line: InterruptLine) {
        set(handler, exception: exception(line))
    }

    /// Makes `handler` answer a core exception.
    public static func set(_ handler: InterruptHandler, for exception: SystemException) {
        set(handler, exception: exception.rawValue)
    }

    #if hasFeature(Embedded)
        private static func set(_ handler: InterruptHandler, exception: Int) {
            // SAFETY: a Swift function value is a code address and a context. A function that captures nothing
            // has no context and, with no parameters and no result, the calling convention of a C function: it
            // keeps r4 to r11, and the core keeps the rest. The precondition refuses one that captures.
            let (code, context) = unsafeBitCast(handler, to: (code: UInt, context: UInt).self)
            guard context == 0 else {
                martlet_fail(StaticString("an interrupt handler captures something").characters, UInt32(exception))
            }
            martlet_set_vector(UInt32(exception), code)
        }

        /// The same for the C function that drains a level's run queue.
        public static func set(drain handler: @convention(c) () -> Void, for line: InterruptLine) {
            // SAFETY: a C function is its address, and one without parameters or result is what a vector calls.
            martlet_set_vector(UInt32(exception(line)), unsafeBitCast(handler, to: UInt.self))
        }
    #else
        private static func set(_ handler: InterruptHandler, exception: Int) {
            HostInterrupts.handlers[exception] = handler.call
        }
    #endif
}

#if hasFeature(Embedded)
    extension StaticString {
        /// The characters, ended by 0, in flash.
        @inlinable @inline(__always)
        public var characters: UnsafePointer<CChar> {
            // SAFETY: a static string's characters live as long as the program.
            UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
        }
    }
#else
    /// What the simulated chip shares with code that takes interrupts: the table and the mask.
    public enum HostInterrupts {
        // SAFETY: one simulated chip runs at a time and all its code on one thread, as `CurrentBus` says.
        nonisolated(unsafe) public static var handlers: [Int: () -> Void] = [:]
        // SAFETY: as above.
        nonisolated(unsafe) public static var masked = false
        /// Interrupts of this priority and less urgent ones are held back; 0 holds none back (BASEPRI).
        // SAFETY: as above.
        nonisolated(unsafe) public static var basePriority: UInt8 = 0
        /// Called when the mask is taken off: what is pending is taken then, as on the chip.
        // SAFETY: as above.
        nonisolated(unsafe) public static var unmasked: () -> Void = {}
        /// Called where the core sleeps until something is pending.
        // SAFETY: as above.
        nonisolated(unsafe) public static var wait: () -> Void = {}
    }
#endif
