// Stopping the program with a message. On the chip Swift's own checks are a bare trap in an optimised build: these take the
// place of them in every module that imports this one, so that a report says what was wrong, and in which file and line.
#if hasFeature(Embedded)
    import CortexMInstructions
#endif

/// Stops with a fault whose report carries `message` and a number that goes with it. Context: any.
@inline(__always)
package func stop(_ message: StaticString, _ detail: Int) -> Never {
    #if hasFeature(Embedded)
        martlet_fail(message.characters, UInt32(truncatingIfNeeded: detail))
    #else
        fatalError("\(message): \(detail)")
    #endif
}

#if hasFeature(Embedded)
    extension StaticString {
        /// The characters, ended by 0, in flash.
        @_alwaysEmitIntoClient @inline(__always)
        public var characters: UnsafePointer<CChar> {
            // SAFETY: a static string's characters live as long as the program.
            UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
        }
    }

    /// Stops with a fault whose report says `message`, and where. Cost: the texts, and 16 bytes a call. Context: any.
    @_alwaysEmitIntoClient @inline(__always)
    public func fatalError(
        _ message: @autoclosure () -> StaticString = StaticString(), file: StaticString = #fileID, line: UInt = #line
    ) -> Never {
        martlet_fail_at(message().characters, file.characters, UInt32(truncatingIfNeeded: line))
    }

    /// Stops with a fault whose report says `message`, and where, unless the condition holds. Cost: the condition, the texts,
    /// and 16 bytes a call. Context: any.
    @_alwaysEmitIntoClient @inline(__always)
    public func precondition(
        _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> StaticString = StaticString(),
        file: StaticString = #fileID, line: UInt = #line
    ) {
        guard condition() else { fatalError(message(), file: file, line: line) }
    }

    /// As `fatalError`.
    @_alwaysEmitIntoClient @inline(__always)
    public func preconditionFailure(
        _ message: @autoclosure () -> StaticString = StaticString(), file: StaticString = #fileID, line: UInt = #line
    ) -> Never {
        fatalError(message(), file: file, line: line)
    }
#endif
