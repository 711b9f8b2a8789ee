// A descriptor of the system that tasks read and write without blocking a thread.
import Glibc
import Synchronization

/// A socket, a pipe, a terminal or a file, read and written by tasks. It owns the descriptor, and closes it at the
/// end.
///
/// One task at a time may read, and one write. An ordinary file is always ready, so reading one blocks the thread
/// for as long as the disk takes. Writing to a pipe that nobody reads raises SIGPIPE, as in any program; to a
/// socket it does not.
public final class Descriptor: Sendable {
    private let executor: HostExecutor
    /// Nil when closed. Each call of the system is made under the lock, so never with a number that is by then
    /// another's; none blocks, but for a file's disk.
    private let number: Lock<Int32?>
    private let hasClosed = Atomic<Bool>(false)
    private let isSocket: Bool

    /// Takes over a descriptor and makes it non-blocking, which everyone who shares it notices: another process
    /// too, for a terminal. On an error the descriptor is still the caller's.
    /// - Throws: the system's error, such as EBADF for a number that is no descriptor.
    public init(adopting number: Int32, on executor: HostExecutor) throws(IOError) {
        var status = stat()
        _ = try system(.configure) { Int(fstat(number, &status)) }
        let flags = try system(.configure) { Int(fcntl(number, F_GETFL)) }
        _ = try system(.configure) { Int(fcntl(number, F_SETFL, Int32(flags) | O_NONBLOCK)) }
        isSocket = status.st_mode & S_IFMT == S_IFSOCK
        self.executor = executor
        self.number = Lock(number)
    }

    deinit { close() }

    /// Reads up to `limit` bytes as soon as there are any; empty at the end.
    /// - Throws: the system's error; ECANCELED, ESHUTDOWN or EBADF as `IOError.code` says; EALREADY while another task reads.
    public func read(upTo limit: Int) async throws(IOError) -> [UInt8] {
        precondition(limit > 0, "no bytes mean the end")
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = try await perform(.read, waitingTo: .read) { number in
            // SAFETY: the buffer has as many bytes as is said.
            bytes.withUnsafeMutableBytes { Glibc.read(number, $0.baseAddress, $0.count) }
        }
        bytes.removeLast(limit - count)
        return bytes
    }

    /// Writes all bytes, each as soon as there is room. After an error it is not known how many were written.
    /// - Throws: the system's error; ECANCELED, ESHUTDOWN or EBADF as `IOError.code` says; EALREADY while another task writes.
    public func write(_ bytes: [UInt8]) async throws(IOError) {
        var written = 0
        while written < bytes.count {
            written += try await perform(.write, waitingTo: .write) { number in
                // SAFETY: the bytes from `written` on are as many as is said.
                bytes.withUnsafeBytes {
                    let rest = UnsafeRawBufferPointer(rebasing: $0[written...])
                    return isSocket
                        ? send(number, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                        : Glibc.write(number, rest.baseAddress, rest.count)
                }
            }
        }
    }

    /// Says that nothing more will be written: the other end of this socket reads the end. What it sends can still be
    /// read.
    /// - Throws: ENOTSOCK if it is no socket, ENOTCONN if nobody is at the other end, EBADF if it is closed.
    public func finishWriting() throws(IOError) {
        let error = try withNumber(.write) { shutdown($0, Int32(SHUT_WR)) == 0 ? 0 : errno }
        guard error == 0 else { throw IOError(.write, error) }
    }

    /// Closes the descriptor. Whoever waits for it gets EBADF, and so does every later operation. Any thread; a
    /// second call does nothing.
    public func close() {
        hasClosed.store(true, ordering: .sequentiallyConsistent)
        number.withLock { number in
            guard let open = number else { return }
            number = nil
            executor.reactor.forget(open)
            Glibc.close(open)
        }
    }

    /// Makes a call of the system, again each time that it need not be waited for any longer; answers its result.
    func perform(
        _ operation: IOError.Operation, waitingTo direction: DescriptorTable.Direction, _ call: (Int32) -> Int
    ) async throws(IOError) -> Int {
        while true {
            let (open, result, error) = try withNumber(operation) { number in
                let result = call(number)
                return (number, result, result < 0 ? errno : 0)
            }
            if result >= 0 { return result }
            if error == EINTR { continue }
            guard error == EAGAIN else { throw IOError(operation, error) }
            // Closed since, the number may be another's by now: the reactor asks before it lets anyone wait.
            try await executor.wait(for: direction, of: open) { [self] in
                hasClosed.load(ordering: .sequentiallyConsistent)
            }
        }
    }

    /// Calls `body` with the descriptor's number, which stays this descriptor's meanwhile.
    func withNumber<Result: Sendable>(
        _ operation: IOError.Operation, _ body: (Int32) -> Result
    ) throws(IOError) -> Result {
        let result = number.withLock { number in number.map(body) }
        guard let result else { throw IOError(operation, EBADF) }
        return result
    }
}
