// Stopping with words.
#if hasFeature(Embedded)
    import Startup
#endif

/// Stops with a fault whose report carries `message` and a number that goes with it. Context: any.
@inline(never)
package func stop(_ message: StaticString, _ detail: Int) -> Never {
    #if hasFeature(Embedded)
        martlet_fail(message.characters, UInt32(truncatingIfNeeded: detail))
    #else
        fatalError("\(message): \(detail)")
    #endif
}
