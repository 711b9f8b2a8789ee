// TCP on the loopback interface: what a simulated board's console listens on.
import Glibc

/// Accepts connections to a port of 127.0.0.1.
public final class Listener: Sendable {
    private let executor: HostExecutor
    private let descriptor: Descriptor
    /// The port it listens on.
    public let port: UInt16

    /// Port 0 picks a free one.
    /// - Throws: EADDRINUSE if somebody has the port, EACCES if the user may not have it, or another error of the system.
    public init(port: UInt16, on executor: HostExecutor) throws(IOError) {
        self.executor = executor
        descriptor = try makeSocket(.listen, on: executor)
        self.port = try descriptor.withNumber(.listen) { number -> Result<UInt16, IOError> in
            var reuse: Int32 = 1
            setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
            var address = sockaddr_in(loopbackPort: port)
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isListening =
                address.withGeneric { bind(number, $0, length) } == 0 && listen(number, SOMAXCONN) == 0
                && address.withGeneric { getsockname(number, $0, &length) } == 0
            return isListening ? .success(UInt16(bigEndian: address.sin_port)) : .failure(IOError(.listen, errno))
        }.get()
    }

    /// Waits for a connection. One task at a time.
    /// - Throws: EBADF if the listener is closed; ECANCELED or ESHUTDOWN as `IOError.code` says; or the system's error.
    public func accept() async throws(IOError) -> Descriptor {
        let number = try await descriptor.perform(.accept, waitingTo: .read) { number in
            Int(Glibc.accept(number, nil, nil))
        }
        return try adopt(Int32(number), .accept, on: executor)
    }

    /// Refuses further connections. Whoever waits for one gets EBADF.
    public func close() { descriptor.close() }
}

extension Descriptor {
    /// Connects to a port of 127.0.0.1.
    /// - Throws: ECONNREFUSED if nobody listens there; ECANCELED or ESHUTDOWN as `IOError.code` says; or another error of the
    ///   system.
    public static func connect(toPort port: UInt16, on executor: HostExecutor) async throws(IOError) -> Descriptor {
        let descriptor = try makeSocket(.connect, on: executor)
        let (number, error) = try descriptor.withNumber(.connect) { number in
            var address = sockaddr_in(loopbackPort: port)
            let length = socklen_t(MemoryLayout<sockaddr_in>.size)
            return (number, address.withGeneric { Glibc.connect(number, $0, length) } == 0 ? 0 : errno)
        }
        // Interrupted or not, the system goes on connecting.
        guard error == 0 || error == EINPROGRESS || error == EINTR else { throw IOError(.connect, error) }
        if error != 0 {
            try await executor.writable(number)
            let outcome = try descriptor.withNumber(.connect) { number in
                var outcome: Int32 = 0
                var length = socklen_t(MemoryLayout<Int32>.size)
                return getsockopt(number, SOL_SOCKET, SO_ERROR, &outcome, &length) == 0 ? outcome : errno
            }
            guard outcome == 0 else { throw IOError(.connect, outcome) }
        }
        return descriptor
    }
}

extension Descriptor {
    /// Two sockets that are connected to each other: one for a thread that blocks, which the caller closes, and one
    /// for tasks.
    /// - Throws: EMFILE or ENFILE if there are no descriptors left; both ends are closed then.
    public static func socketPair(
        on executor: HostExecutor
    ) throws(IOError) -> (blocking: Int32, descriptor: Descriptor) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        _ = try system(.connect) { Int(socketpair(AF_UNIX, kind, 0, &ends)) }
        do throws(IOError) {
            return (ends[0], try Descriptor(adopting: ends[1], on: executor))
        } catch {
            for end in ends { Glibc.close(end) }
            throw error
        }
    }
}

private func makeSocket(_ operation: IOError.Operation, on executor: HostExecutor) throws(IOError) -> Descriptor {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    let number = try system(operation) { Int(socket(AF_INET, kind, 0)) }
    return try adopt(Int32(number), operation, on: executor)
}

/// Makes a descriptor of a socket that nobody owns yet. What is sent goes at once, since the bytes are few and the
/// other end waits for them.
private func adopt(
    _ number: Int32, _ operation: IOError.Operation, on executor: HostExecutor
) throws(IOError) -> Descriptor {
    // An accepted socket does not take this over from its listener.
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    var noDelay: Int32 = 1
    setsockopt(number, Int32(IPPROTO_TCP), TCP_NODELAY, &noDelay, socklen_t(MemoryLayout<Int32>.size))
    do throws(IOError) {
        return try Descriptor(adopting: number, on: executor)
    } catch {
        close(number)
        throw error
    }
}

extension sockaddr_in {
    fileprivate init(loopbackPort port: UInt16) {
        self.init()
        sin_family = sa_family_t(AF_INET)
        sin_port = port.bigEndian
        sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    }

    /// Calls `body` with this address as the general address that the socket functions take.
    fileprivate mutating func withGeneric<Result>(_ body: (UnsafeMutablePointer<sockaddr>) -> Result) -> Result {
        // SAFETY: every socket address begins with its family, which is how the functions tell them apart; the
        // pointer is used within `body` alone, and the length passed with it is sockaddr_in's.
        withUnsafeMutablePointer(to: &self) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body) }
    }
}
