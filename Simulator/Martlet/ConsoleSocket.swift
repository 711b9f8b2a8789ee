// The console of a simulated chip on a TCP connection.
import Foundation
import HostExecutor

/// Passes bytes between one TCP connection and a descriptor that the chip's thread uses as it would a terminal. The
/// executor has a thread of its own, so the chip keeps its one.
///
/// Every task here prefers the executor: the simulated chip takes over those that prefer none.
final class ConsoleSocket {
    /// The chip's end, for both directions. The end of the connection is the end of what it reads.
    let chipEnd: Int32
    /// The port that is listened on.
    let port: UInt16
    private let executor: HostExecutor
    private let listener: Listener
    private let farEnd: Descriptor
    private var relay: Task<Void, Never>?

    /// Listens on a port of 127.0.0.1; 0 picks a free one.
    init(port: UInt16) throws(IOError) {
        executor = try HostExecutor()
        do throws(IOError) {
            listener = try Listener(port: port, on: executor)
            self.port = listener.port
            (chipEnd, farEnd) = try Descriptor.socketPair(on: executor)
        } catch {
            executor.shutDown()
            throw error
        }
    }

    /// Waits for the connection, blocking the thread. There is only one.
    func connect() throws(IOError) {
        let connection = try runAndWait(on: executor) { [listener] in
            do throws(IOError) {
                return Result<Descriptor, IOError>.success(try await listener.accept())
            } catch {
                return .failure(error)
            }
        }.get()
        listener.close()
        // Who writes to a connection that has gone is told by an error.
        signal(SIGPIPE, SIG_IGN)
        relay = Self.startRelay(connection, farEnd, on: executor)
    }

    /// Passes on the last that the chip has said, and ends the connection.
    func close() {
        Foundation.close(chipEnd)
        if let relay { runAndWait(on: executor) { await relay.value } }
        executor.shutDown()
    }

    /// Passes bytes both ways until the chip has ended or there is nobody to hear it.
    private static func startRelay(
        _ connection: Descriptor, _ farEnd: Descriptor, on executor: HostExecutor
    ) -> Task<Void, Never> {
        Task(executorPreference: executor) {
            await withTaskGroup { group in
                group.addTask { await pass(from: connection, to: farEnd) }
                await pass(from: farEnd, to: connection)
                // What the other end has still to say, nobody reads.
                group.cancelAll()
            }
            farEnd.close()
        }
    }

    /// Copies bytes until there are no more or either end is broken, which ends it for the other side.
    private static func pass(from source: Descriptor, to destination: Descriptor) async {
        do {
            while true {
                let bytes = try await source.read(upTo: 4096)
                if bytes.isEmpty { break }
                try await destination.write(bytes)
            }
        } catch {}
        try? destination.finishWriting()
    }
}
