import CortexM
import Tasks
import XCTest

private final class Box: Sendable {
    let pipe = Pipe<4>()
}

private let fromInterrupt = Pipe<4>()

/// At most `count` bytes, as they come.
private func read(_ count: Int, from box: Box) async -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var span = bytes.mutableSpan
    return await box.pipe.read(into: &span).map { Array(bytes.prefix($0)) }
}

final class PipeTests: XCTestCase {
    func testItTakesAndGivesWhatItCan() {
        simulate {
            let pipe = Pipe<4>()
            let source: [UInt8] = [1, 2, 3, 4, 5, 6]
            var target: [UInt8] = [0, 0, 0]
            XCTAssertEqual(pipe.tryWrite(source.span), 4)
            XCTAssertEqual(pipe.tryWrite(source.span), 0)
            do {
                var span = target.mutableSpan
                XCTAssertEqual(pipe.tryRead(into: &span), 3)
            }
            XCTAssertEqual(target, [1, 2, 3])
            XCTAssertEqual(pipe.tryWrite(source.span), 3)
            XCTAssertEqual(pipe.count, 4)
            do {
                var span = target.mutableSpan
                XCTAssertEqual(pipe.tryRead(into: &span), 3)
            }
            XCTAssertEqual(target, [4, 1, 2])
            do {
                var span = target.mutableSpan
                XCTAssertEqual(pipe.tryRead(into: &span), 1)
                XCTAssertEqual(pipe.tryRead(into: &span), 0)
            }
            XCTAssertEqual(target, [3, 1, 2])
        }
    }

    func testAWriterWaitsForRoomAndAReaderForBytes() {
        simulate {
            let (box, trace) = (Box(), Trace())
            Task {
                let bytes = Array(0..<10) as [UInt8]
                var written = 0
                while written < bytes.count {
                    let count = await box.pipe.write(bytes.span.extracting(written..<bytes.count))!
                    trace.add("wrote \(count)")
                    written += count
                }
            }
            for _ in 0..<4 { trace.add("read \(await read(3, from: box)!)") }
            XCTAssertEqual(
                trace.entries,
                ["wrote 4", "read [0, 1, 2]", "read [3]", "wrote 4", "read [4, 5, 6]", "read [7]"])
        }
    }

    func testNothingIsWrittenOrReadAtOnce() {
        simulate {
            let box = Box()
            let empty: [UInt8] = []
            let written = await box.pipe.write(empty.span)
            let none = await read(0, from: box)
            XCTAssertEqual(written, 0)
            XCTAssertEqual(none, [])
        }
    }

    func testAnInterruptWrites() {
        simulate {
            let line = InterruptLine(rawValue: 22)
            Level4.bind(line) {
                let bytes: [2 of UInt8] = [7, 8]
                _ = fromInterrupt.tryWrite(bytes.span)
            }
            let reading = Task {
                var bytes: [3 of UInt8] = [0, 0, 0]
                var span = bytes.mutableSpan
                let count = await fromInterrupt.read(into: &span)
                return "\(count ?? -1): \(bytes[0]) \(bytes[1]) \(bytes[2])"
            }
            await settle()
            NVIC.pend(line)
            let result = await reading.value
            XCTAssertEqual(result, "2: 7 8 0")
        }
    }

    func testACancelledSideReturnsNothingAndTheNextOneWorks() {
        simulate {
            let box = Box()
            let reader = Task { await read(3, from: box) }
            await settle()
            reader.cancel()
            let nothing = await reader.value
            XCTAssertNil(nothing)
            let bytes: [UInt8] = [1, 2, 3, 4]
            XCTAssertEqual(box.pipe.tryWrite(bytes.span), 4)
            let writer = Task { await box.pipe.write([5].span) }
            await settle()
            writer.cancel()
            let none = await writer.value
            XCTAssertNil(none)
            let next = await read(6, from: box)
            XCTAssertEqual(next, bytes)
        }
    }
}
