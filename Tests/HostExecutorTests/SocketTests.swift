// Sockets on the loopback interface.
import Glibc
import HostExecutor
import XCTest

final class SocketTests: XCTestCase {
    /// Sends everything back until the other end has said all.
    @Sendable private static func echo(_ connection: Descriptor) async throws(IOError) {
        while true {
            let bytes = try await connection.read(upTo: 1024)
            if bytes.isEmpty { return }
            try await connection.write(bytes)
        }
    }

    func testManyConnectionsAreEchoedAtOnce() async throws {
        let (connections, rounds) = (100, 20)
        try await withExecutors { executor in
            let listener = try Listener(port: 0, on: executor)
            let server = Task(executorPreference: executor) {
                try await withThrowingTaskGroup { group in
                    for _ in 0..<connections {
                        let connection = try await listener.accept()
                        group.addTask { try await Self.echo(connection) }
                    }
                    try await group.waitForAll()
                }
            }
            let echoed = Counter()
            try await withThrowingTaskGroup { group in
                for client in 0..<connections {
                    group.addTask(executorPreference: executor) {
                        let connection = try await Descriptor.connect(toPort: listener.port, on: executor)
                        for round in 0..<rounds {
                            let sent = (0..<1 + client * round).map { UInt8(truncatingIfNeeded: $0 + client) }
                            async let writing: Void = connection.write(sent)
                            var received: [UInt8] = []
                            while received.count < sent.count {
                                received += try await connection.read(upTo: sent.count - received.count)
                            }
                            try await writing
                            if received == sent { echoed.add() }
                        }
                        connection.close()
                    }
                }
                try await group.waitForAll()
            }
            try await server.value
            XCTAssertEqual(echoed.value, connections * rounds)
        }
    }

    func testNobodyListens() async throws {
        try await withExecutors { executor in
            let listener = try Listener(port: 0, on: executor)
            listener.close()
            await assertFails(.connect, ECONNREFUSED) { () throws(IOError) in
                _ = try await Descriptor.connect(toPort: listener.port, on: executor)
            }
        }
    }

    func testAPortIsListenedOnOnce() async throws {
        let executor = try HostExecutor()
        defer { executor.shutDown() }
        let listener = try Listener(port: 0, on: executor)
        XCTAssertThrowsError(try Listener(port: listener.port, on: executor)) {
            XCTAssertEqual(($0 as? IOError)?.operation, .listen)
            XCTAssertEqual(($0 as? IOError)?.code, EADDRINUSE)
        }
    }

    func testClosingAListenerEndsItsAccept() async throws {
        try await withExecutors { executor in
            let listener = try Listener(port: 0, on: executor)
            let server = Task(executorPreference: executor) { _ = try await listener.accept() }
            await Task.yield()
            listener.close()
            guard case .failure(let error as IOError) = await server.result else { return XCTFail("accepted nobody") }
            XCTAssertEqual(error.code, EBADF)
        }
    }

    /// The system kills nobody over it.
    func testWritingToWhoHasGoneIsAnError() async throws {
        try await withExecutors { executor in
            let listener = try Listener(port: 0, on: executor)
            let client = try await Descriptor.connect(toPort: listener.port, on: executor)
            let server = try await listener.accept()
            server.close()
            let bytes = [UInt8](repeating: 0, count: 100_000)
            do throws(IOError) {
                while true { try await client.write(bytes) }
            } catch {
                XCTAssertEqual(error.operation, .write)
                XCTAssertTrue([EPIPE, ECONNRESET].contains(error.code), "\(error)")
            }
        }
    }
}
