// What can go wrong with a descriptor, a socket or a wait.
import Glibc

/// A call of the system that failed, or a wait that ended otherwise.
public struct IOError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was being done.
    public enum Operation: String, Sendable {
        /// `HostExecutor.init`.
        case start = "starting the reactor"
        /// The wait before a read, or `HostExecutor.readable`.
        case waitToRead = "waiting to read"
        /// The wait before a write, or `HostExecutor.writable`.
        case waitToWrite = "waiting to write"
        /// `Descriptor.init(adopting:on:)`.
        case configure = "setting up a descriptor"
        /// `Descriptor.read`.
        case read = "reading"
        /// `Descriptor.write` or `Descriptor.finishWriting`.
        case write = "writing"
        /// `Listener.init`.
        case listen = "listening"
        /// `Listener.accept`.
        case accept = "accepting a connection"
        /// `Descriptor.connect` or `Descriptor.socketPair`.
        case connect = "connecting"
    }

    /// What was being done.
    public let operation: Operation
    /// The system's number of the error. ECANCELED: the task was cancelled; ESHUTDOWN: the executor was shut
    /// down; EBADF: the descriptor is closed; EALREADY: another task waits for the same; EPERM for a wait: an
    /// ordinary file or a folder.
    public let code: Int32

    init(_ operation: Operation, _ code: Int32) {
        self.operation = operation
        self.code = code
    }

    public var description: String {
        switch code {
        case EPERM where operation == .waitToRead || operation == .waitToWrite:
            return "\(operation.rawValue): an ordinary file is always ready and cannot be waited for; "
                + "read or write it directly (error \(code))"
        case ECANCELED: return "\(operation.rawValue): the task was cancelled (error \(code))"
        case ESHUTDOWN: return "\(operation.rawValue): the executor was shut down (error \(code))"
        default:
            // SAFETY: the system's text is of the calling thread until its next call of this function.
            let message = String(cString: strerror(code))
            return "\(operation.rawValue): \(message) (error \(code))"
        }
    }
}

/// Calls `body` until no signal interrupts it; the error is errno's.
func system(_ operation: IOError.Operation, _ body: () -> Int) throws(IOError) -> Int {
    while true {
        let result = body()
        if result >= 0 { return result }
        guard errno == EINTR else { throw IOError(operation, errno) }
    }
}
