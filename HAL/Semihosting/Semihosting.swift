// Semihosting: calls to the host that debugs or emulates the chip (Semihosting for AArch32 and AArch64, Arm).
// Without a host each call is a breakpoint that nobody takes; the fault handler answers -1 for it.
//
// A call stops the whole chip until the host has answered. Context: task, thread mode.

#if hasFeature(Embedded)
    import CortexMInstructions
#endif

/// What the host of a debugged or emulated chip does for it.
public enum Semihosting {
    enum Operation: UInt32 {
        case open = 0x01
        case close = 0x02
        case writeCharacter = 0x03
        case write = 0x05
        case read = 0x06
        case seek = 0x0A
        case length = 0x0C
        case commandLine = 0x15
        case extendedExit = 0x20
    }

    /// The call's answer; -1 where nobody listens, which is everywhere on the host.
    static func call(_ operation: Operation, _ first: UInt = 0, _ second: UInt = 0, _ third: UInt = 0) -> Int32 {
        #if hasFeature(Embedded)
            let block: InlineArray<3, UInt> = [first, second, third]
            let span = block.span
            return span.withUnsafeBufferPointer { words in
                // SAFETY: the host reads three words and what they point to, which the callers here keep
                // in place for the call.
                martlet_semihosting(operation.rawValue, words.baseAddress)
            }
        #else
            return -1
        #endif
    }

    #if !hasFeature(Embedded)
        /// What ends the simulation in place of an emulation; the simulator sets it.
        // SAFETY: set before the simulated chip runs, and read by its one thread.
        nonisolated(unsafe) public static var onExit: ((UInt32) -> Void)?
    #endif

    /// Ends the emulation with an exit status, 0 to 255. Returns only where nobody listens.
    public static func exit(status: UInt32) {
        // Reason 0x20026 is an application that has ended; on 32-bit chips only the extended call carries a
        // status.
        _ = call(.extendedExit, 0x20026, UInt(status))
        #if !hasFeature(Embedded)
            onExit?(status)
        #endif
    }

    /// Writes a byte to the host's console; nothing where nobody listens.
    public static func write(byte: UInt8) {
        #if hasFeature(Embedded)
            var byte = byte
            // SAFETY: the host reads the one byte, which lives through the call.
            withUnsafePointer(to: &byte) { _ = martlet_semihosting(Operation.writeCharacter.rawValue, $0) }
        #endif
    }

    /// Copies the command line the host gives the program, without its final 0; nil where there is no host.
    /// An answer longer than the buffer counts as none.
    public static func commandLine(into buffer: inout MutableSpan<UInt8>) -> Int? {
        #if hasFeature(Embedded)
            let capacity = UInt(buffer.count)
            return buffer.withUnsafeMutableBufferPointer { bytes in
                var block: InlineArray<2, UInt> = [UInt(bitPattern: bytes.baseAddress), capacity]
                var span = block.mutableSpan
                // SAFETY: the host writes at most `capacity` bytes to the buffer and the length to the block.
                let answer = span.withUnsafeMutableBufferPointer {
                    martlet_semihosting(Operation.commandLine.rawValue, $0.baseAddress)
                }
                return answer == 0 ? Int(block[1]) : nil
            }
        #else
            return nil
        #endif
    }
}
