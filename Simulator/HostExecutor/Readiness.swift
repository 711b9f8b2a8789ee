// Waiting for a descriptor of the system.
import Glibc

extension HostExecutor {
    /// Suspends the calling task until reading from `descriptor` would not block: bytes, the end, or an error.
    ///
    /// One task at a time may wait to read from a descriptor, and one to write. Who closes the descriptor
    /// meanwhile must end the wait by cancelling; `Descriptor` does that by itself. Ordinary files are refused
    /// with EPERM: they are always ready. Cost: one call of the system.
    /// - Throws: ECANCELED, ESHUTDOWN, EALREADY or EPERM, as `IOError.code` says, or the system's error.
    public func readable(_ descriptor: Int32) async throws(IOError) {
        try await wait(for: .read, of: descriptor)
    }

    /// Suspends the calling task until writing to `descriptor` would not block. See `readable`.
    /// - Throws: as `readable` does.
    public func writable(_ descriptor: Int32) async throws(IOError) {
        try await wait(for: .write, of: descriptor)
    }

    /// `isClosed` is asked once the wait can be seen by who closes.
    func wait(
        for direction: DescriptorTable.Direction, of number: Int32, isClosed: @Sendable () -> Bool = { false }
    ) async throws(IOError) {
        let operation: IOError.Operation = direction == .read ? .waitToRead : .waitToWrite
        switch await reactor.wait(for: direction, of: number, isClosed: isClosed) {
        case .ready: return
        case .cancelled: throw IOError(operation, ECANCELED)
        case .shutDown: throw IOError(operation, ESHUTDOWN)
        case .closed: throw IOError(operation, EBADF)
        case .refused(let code): throw IOError(operation, code)
        }
    }
}
