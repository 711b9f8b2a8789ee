// Waiting for descriptors: what ends a wait, and what is refused.
import Glibc
import HostExecutor
import XCTest

final class ReadinessTests: XCTestCase {
    func testAWaitEndsWhenBytesCome() async throws {
        try await withExecutors { executor in
            let pipe = try openPipe()
            defer {
                close(pipe.reader)
                close(pipe.writer)
            }
            for round in UInt8(0)..<100 {
                let reader = Task(executorPreference: executor) {
                    try await executor.readable(pipe.reader)
                    var byte: UInt8 = 255
                    XCTAssertEqual(read(pipe.reader, &byte, 1), 1)
                    return byte
                }
                if round % 2 == 0 { await Task.yield() }
                try await executor.writable(pipe.writer)
                var byte = round
                XCTAssertEqual(write(pipe.writer, &byte, 1), 1)
                let received = try await reader.value
                XCTAssertEqual(received, round)
            }
        }
    }

    func testTheOtherEndsClosingEndsAWait() async throws {
        try await withExecutors { executor in
            let pipe = try openPipe()
            defer { close(pipe.reader) }
            let reader = Task(executorPreference: executor) { try await executor.readable(pipe.reader) }
            await Task.yield()
            close(pipe.writer)
            try await reader.value
        }
    }

    func testCancellingEndsAWaitToReadAndOneToWrite() async throws {
        try await withExecutors { executor in
            let pipe = try Self.fullPipe()
            let empty = try openPipe()
            defer { for end in [pipe.reader, pipe.writer, empty.reader, empty.writer] { close(end) } }
            for round in 0..<200 {
                let reader = Task(executorPreference: executor) {
                    await assertFails(.waitToRead, ECANCELED) { () throws(IOError) in
                        try await executor.readable(empty.reader)
                    }
                }
                let writer = Task(executorPreference: executor) {
                    await assertFails(.waitToWrite, ECANCELED) { () throws(IOError) in
                        try await executor.writable(pipe.writer)
                    }
                }
                // Before they begin, and while they wait.
                for _ in 0..<round % 4 { await Task.yield() }
                reader.cancel()
                writer.cancel()
                await reader.value
                await writer.value
            }
            // And the descriptor can be waited for again.
            var byte: UInt8 = 1
            XCTAssertEqual(write(empty.writer, &byte, 1), 1)
            try await executor.readable(empty.reader)
        }
    }

    /// A pipe that takes no more bytes.
    private static func fullPipe() throws -> (reader: Int32, writer: Int32) {
        let pipe = try openPipe()
        XCTAssertEqual(fcntl(pipe.writer, F_SETFL, O_NONBLOCK), 0)
        let bytes = [UInt8](repeating: 0, count: 4096)
        while write(pipe.writer, bytes, bytes.count) > 0 {}
        return pipe
    }

    func testBothDirectionsOfOneDescriptorAreWaitedForAtOnce() async throws {
        try await withExecutors { executor in
            var ends: [Int32] = [-1, -1]
            XCTAssertEqual(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends), 0)
            let (near, far) = (ends[0], ends[1])
            defer {
                close(near)
                close(far)
            }
            let reader = Task(executorPreference: executor) { try await executor.readable(near) }
            // The socket can be written all the time, which must not end the wait to read.
            for _ in 0..<50 { try await executor.writable(near) }
            var byte: UInt8 = 1
            XCTAssertEqual(write(far, &byte, 1), 1)
            try await reader.value
        }
    }

    func testAnOrdinaryFileIsRefused() async throws {
        try await withExecutors { executor in
            let file = open("/proc/self/exe", O_RDONLY)
            XCTAssertGreaterThanOrEqual(file, 0)
            defer { close(file) }
            await assertFails(.waitToRead, EPERM) { () throws(IOError) in try await executor.readable(file) }
            do { try await executor.readable(file) } catch {
                XCTAssertTrue("\(error)".contains("ordinary file"), "\(error)")
            }
        }
    }

    func testWhatIsNoDescriptorIsRefused() async throws {
        try await withExecutors { executor in
            let pipe = try openPipe()
            close(pipe.reader)
            close(pipe.writer)
            // The highest number first, so that no other test's descriptor takes it.
            await assertFails(.waitToRead, EBADF) { () throws(IOError) in try await executor.readable(1_000_000) }
            await assertFails(.waitToWrite, EBADF) { () throws(IOError) in try await executor.writable(-1) }
        }
    }

    func testASecondReaderIsRefused() async throws {
        try await withExecutors(threads: [1]) { executor in
            let pipe = try openPipe()
            defer {
                close(pipe.reader)
                close(pipe.writer)
            }
            await withTaskExecutorPreference(executor) {
                let first = Task(executorPreference: executor) { try? await executor.readable(pipe.reader) }
                // On one thread the task above, which came first, waits by the time this one goes on.
                await Task.yield()
                await assertFails(.waitToRead, EALREADY) { () throws(IOError) in
                    try await executor.readable(pipe.reader)
                }
                first.cancel()
                await first.value
            }
        }
    }
}
