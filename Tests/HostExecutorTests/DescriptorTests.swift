// Reading and writing through the reactor: files, pipes, sockets.
import Foundation
import HostExecutor
import XCTest

final class DescriptorTests: XCTestCase {
    func testAnOrdinaryFileIsReadDirectly() async throws {
        let path = NSTemporaryDirectory() + "martlet-\(UUID().uuidString)"
        let contents = (0..<10_000).map { UInt8($0 % 251) }
        try Data(contents).write(to: URL(fileURLWithPath: path))
        defer { unlink(path) }
        try await withExecutors { executor in
            let file = try Descriptor(adopting: open(path, O_RDONLY), on: executor)
            var read: [UInt8] = []
            while true {
                let bytes = try await file.read(upTo: 4096)
                if bytes.isEmpty { break }
                read += bytes
            }
            XCTAssertEqual(read, contents)
        }
    }

    /// A writer with far more bytes than a pipe holds waits for its reader, and nothing is lost or out of order.
    func testAWriterWaitsForItsReader() async throws {
        let contents = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try await withExecutors { executor in
            let pipe = try Pipe(on: executor)
            let writer = Task(executorPreference: executor) {
                try await pipe.writer.write(contents)
                pipe.writer.close()
            }
            let read = try await Task(executorPreference: executor) {
                var read: [UInt8] = []
                while true {
                    let bytes = try await pipe.reader.read(upTo: 1 + read.count % 70_000)
                    if bytes.isEmpty { return read }
                    read += bytes
                }
            }.value
            try await writer.value
            XCTAssertTrue(read == contents)
        }
    }

    func testClosingEndsAWait() async throws {
        try await withExecutors { executor in
            for round in 0..<100 {
                let pipe = try Pipe(on: executor)
                let reader = Task(executorPreference: executor) { try await pipe.reader.read(upTo: 1) }
                for _ in 0..<round % 3 { await Task.yield() }
                pipe.reader.close()
                guard case .failure(let error as IOError) = await reader.result else {
                    return XCTFail("read from a closed descriptor")
                }
                XCTAssertEqual(error.code, EBADF)
                pipe.reader.close()
                await assertFails(.read, EBADF) { () throws(IOError) in _ = try await pipe.reader.read(upTo: 1) }
            }
        }
    }

    func testAClosedNumberCannotBeAdopted() async throws {
        let executor = try HostExecutor()
        defer { executor.shutDown() }
        XCTAssertThrowsError(try Descriptor(adopting: -1, on: executor)) {
            XCTAssertEqual(($0 as? IOError)?.code, EBADF)
            XCTAssertEqual(($0 as? IOError)?.operation, .configure)
            XCTAssertEqual("\($0)", "setting up a descriptor: Bad file descriptor (error 9)")
        }
    }

    func testACancelledReadEnds() async throws {
        try await withExecutors { executor in
            let pipe = try Pipe(on: executor)
            let reader = Task(executorPreference: executor) { try await pipe.reader.read(upTo: 1) }
            await Task.yield()
            reader.cancel()
            guard case .failure(let error as IOError) = await reader.result else { return XCTFail("read nothing") }
            XCTAssertEqual(error.code, ECANCELED)
        }
    }
}
