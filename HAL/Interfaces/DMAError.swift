// What goes wrong where a peripheral's data moves without the core.

/// Why direct memory access did not move data.
public enum DMAError: Error, Equatable, Sendable {
    /// The bus refused an address.
    case transfer
    /// An item came before the one before it was in memory, and was lost (direct mode).
    case directMode
    /// The buffer inside the controller ran over.
    case fifo
    /// A request was not served in many times what that takes.
    case timeout
}
