// A socket on this machine that OpenOCD's remote_bitbang driver connects to.
import Foundation

/// What went wrong with the socket.
public struct ServerError: Error, CustomStringConvertible {
    public let description: String

    init(_ step: String) { description = "\(step): \(String(cString: strerror(errno)))" }
}

/// Listens on a loopback port and serves one session at a time. Nothing waits longer than the idle time.
public final class BitBangServer {
    private let listener: Int32
    /// The port it listens on.
    public let port: UInt16
    private let idleSeconds: Int

    /// Port 0 picks a free one. `idleSeconds` is how long it waits for a connection, and in a session for the
    /// next character.
    /// - Throws: `ServerError` if the port cannot be listened on.
    public init(port: UInt16, idleSeconds: Int) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw ServerError("no socket") }
        var reuse: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))

        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening =
            Self.withGeneric(&address) { bind(descriptor, $0, length) } == 0 && listen(descriptor, 1) == 0
            && Self.withGeneric(&address) { getsockname(descriptor, $0, &length) } == 0
        guard isListening else {
            let error = ServerError("port \(port) of 127.0.0.1 cannot be listened on")
            close(descriptor)
            throw error
        }
        listener = descriptor
        self.idleSeconds = idleSeconds
        self.port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(listener) }

    /// Waits for a debugger and serves it until it leaves or falls silent; false if none came in time.
    /// - Throws: `ServerError` if a connection came and could not be accepted.
    public func serve(_ chip: ProbedChip) throws -> Bool {
        limitWaiting(on: listener)
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else {
            guard errno != EAGAIN else { return false }
            throw ServerError("the connection could not be accepted")
        }
        defer { close(connection) }
        limitWaiting(on: connection)
        // An answer is a byte or a few, and the debugger waits for it.
        var noDelay: Int32 = 1
        setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &noDelay, socklen_t(MemoryLayout<Int32>.size))

        var session = BitBangSession(chip)
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while !session.hasEnded {
            let count = recv(connection, &buffer, buffer.count, 0)
            // The debugger left without saying so, or fell silent.
            guard count > 0 else { break }
            guard send(session.take(buffer[..<count]), to: connection) else { break }
        }
        return true
    }

    /// Bounds the wait of each call that takes from the socket.
    private func limitWaiting(on descriptor: Int32) {
        var limit = timeval(tv_sec: idleSeconds, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    private func send(_ answers: [UInt8], to connection: Int32) -> Bool {
        var rest = answers[...]
        while !rest.isEmpty {
            // Without a signal: the debugger may have gone.
            // SAFETY: the kernel copies the bytes before the call returns.
            let count = rest.withUnsafeBytes {
                Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Calls `body` with an Internet address as the general address that the socket functions take.
    private static func withGeneric<Result>(
        _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
    ) -> Result {
        // SAFETY: every socket address begins with its family, which is how the functions tell them apart;
        // the pointer is used within `body` alone, and the length passed with it is sockaddr_in's.
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
        }
    }
}
