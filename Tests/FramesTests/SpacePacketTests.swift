import Frames
import XCTest

private func bytes(_ span: RawSpan) -> [UInt8] {
    (0..<span.byteCount).map { span.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }
}

private func encoded(_ heading: SpacePacketHeading, _ payload: [UInt8]) -> [UInt8] {
    var output = [UInt8](repeating: 0xEE, count: payload.count + 12)
    var span = output.mutableSpan
    let count = heading.encode(payload.span.bytes, into: &span)
    return Array(output.prefix(count ?? 0))
}

final class SpacePacketTests: XCTestCase {
    func testLayoutsFit() {
        XCTAssertNil(SpacePacketHeader.fields.fault(in: SpacePacketHeader.byteCount))
        XCTAssertNil(TimeCode.Layout.fields.fault(in: TimeCode.Layout.byteCount))
    }

    func testTheBitsOfTheStandard() {
        // Version 0, telemetry, no secondary header, APID 0x123; whole, count 0x2345; 3 bytes.
        XCTAssertEqual(
            encoded(SpacePacketHeading(applicationProcess: 0x123, sequenceCount: 0x2345), [7, 8, 9]),
            [0x01, 0x23, 0xE3, 0x45, 0x00, 0x02, 7, 8, 9])
        // A telecommand with a time, the first of several.
        XCTAssertEqual(
            encoded(
                SpacePacketHeading(
                    applicationProcess: 0x7FE, sequenceCount: 1, isTelecommand: true, segment: .first,
                    secondaryHeader: .time(TimeCode(seconds: 0x0102_0304, fraction: 0x8000))), [0xAA]),
            [0x1F, 0xFE, 0x40, 0x01, 0x00, 0x06, 1, 2, 3, 4, 0x80, 0, 0xAA])
    }

    func testWhatIsWrittenIsRead() throws {
        for _ in 0..<2000 {
            let time = TimeCode(seconds: .random(in: 0...UInt32.max), fraction: .random(in: 0...UInt16.max))
            let heading = SpacePacketHeading(
                applicationProcess: .random(in: 0..<0x7FF), sequenceCount: .random(in: 0..<0x4000), isTelecommand: .random(),
                segment: SpacePacketSegment(rawValue: .random(in: 0...3))!, secondaryHeader: .random() ? .time(time) : .none)
            let payload = (0..<Int.random(in: 1...80)).map { _ in UInt8.random(in: 0...255) }
            let stream = encoded(heading, payload) + [1, 2]
            var reader = FrameReader(stream.span.bytes)
            let packet = try SpacePacket(&reader)
            XCTAssertEqual(reader.remaining, 2)
            XCTAssertEqual(packet.applicationProcess, heading.applicationProcess)
            XCTAssertEqual(packet.sequenceCount, heading.sequenceCount)
            XCTAssertEqual(packet.isTelecommand, heading.isTelecommand)
            XCTAssertEqual(packet.segment, heading.segment)
            XCTAssertFalse(packet.isIdle)
            var rest = packet.reader
            let read = try packet.time(&rest)
            XCTAssertEqual(read, heading.secondaryHeader == .none ? nil : time)
            XCTAssertEqual(bytes(rest.rest()), payload)
        }
    }

    func testTheLongestPacket() throws {
        let payload = [UInt8](repeating: 5, count: 65536)
        let stream = encoded(SpacePacketHeading(applicationProcess: 1), payload)
        XCTAssertEqual(stream.count, 65542)
        var reader = FrameReader(stream.span.bytes)
        XCTAssertEqual(bytes(try SpacePacket(&reader).data), payload)
    }

    func testPartialPacketsAreTold() {
        let stream = encoded(SpacePacketHeading(applicationProcess: 5), [1, 2, 3, 4])
        for count in 0..<stream.count {
            let part = Array(stream.prefix(count))
            var reader = FrameReader(part.span.bytes, base: 40)
            XCTAssertEqual(
                frameError { () throws(FrameError) in _ = try SpacePacket(&reader) },
                .incomplete(offset: 40 + count, missing: (count < 6 ? 6 : 10) - count))
            XCTAssertEqual(reader.offset, 40)
        }
    }

    func testBadPacketsAreTold() {
        var stream = encoded(SpacePacketHeading(applicationProcess: 5), [1, 2, 3, 4])
        stream[0] |= 0x60
        var reader = FrameReader(stream.span.bytes, base: 7)
        XCTAssertEqual(
            frameError { () throws(FrameError) in _ = try SpacePacket(&reader) },
            .invalid(offset: 7, expected: .value(0), found: 3))
        // A secondary header with less than a time.
        let short = encoded(SpacePacketHeading(applicationProcess: 5, secondaryHeader: .inPayload), [1, 2, 3, 4])
        XCTAssertEqual(
            frameError { () throws(FrameError) in
                var reader = FrameReader(short.span.bytes)
                let packet = try SpacePacket(&reader)
                var rest = packet.reader
                _ = try packet.time(&rest)
            }, .invalid(offset: 6, expected: .range(6, 65536), found: 4))
    }

    func testIdlePackets() throws {
        var output = [UInt8](repeating: 0, count: 20)
        var span = output.mutableSpan
        XCTAssertNil(SpacePacketHeading.encodeIdle(21, into: &span))
        XCTAssertEqual(SpacePacketHeading.encodeIdle(12, filledWith: 0x55, into: &span), 12)
        XCTAssertEqual(Array(output.prefix(13)), [0x07, 0xFF, 0xC0, 0, 0, 5] + [UInt8](repeating: 0x55, count: 6) + [0])
        var reader = FrameReader(output.span.bytes)
        XCTAssertTrue(try SpacePacket(&reader).isIdle)
        output[0] |= 0x08
        var other = FrameReader(output.span.bytes)
        XCTAssertEqual(
            frameError { () throws(FrameError) in _ = try SpacePacket(&other) },
            .invalid(offset: 0, expected: .value(0), found: 1))
    }

    func testNoRoomWritesNothing() {
        var output = [UInt8](repeating: 9, count: 9)
        var span = output.mutableSpan
        XCTAssertNil(SpacePacketHeading(applicationProcess: 1).encode([1, 2, 3, 4].span.bytes, into: &span))
        XCTAssertEqual(output, [UInt8](repeating: 9, count: 9))
    }

    func testSequenceCountsGoRound() {
        var heading = SpacePacketHeading(applicationProcess: 1, sequenceCount: 16382)
        heading.advance()
        XCTAssertEqual(heading.sequenceCount, 16383)
        heading.advance()
        XCTAssertEqual(heading.sequenceCount, 0)
    }
}

final class SegmentReassemblerTests: XCTestCase {
    /// What a reassembler makes of a packet: what came of it, and the whole data.
    private func add<let capacity: Int>(
        _ segment: SpacePacketSegment, _ count: UInt16, _ payload: [UInt8], process: UInt16 = 9, time: TimeCode? = nil,
        to reassembler: inout SegmentReassembler<capacity>
    ) throws -> (SegmentReassembler<capacity>.Outcome, [UInt8]) {
        let stream = encoded(
            SpacePacketHeading(
                applicationProcess: process, sequenceCount: count, segment: segment,
                secondaryHeader: time.map { .time($0) } ?? .none), payload)
        var reader = FrameReader(stream.span.bytes)
        let outcome = reassembler.add(try SpacePacket(&reader))
        return (outcome, bytes(reassembler.data))
    }

    private func check<let capacity: Int>(
        _ result: (SegmentReassembler<capacity>.Outcome, [UInt8]), _ progress: SegmentReassembler<capacity>.Progress,
        lost: Int = 0, discarded: Int = 0, _ data: [UInt8] = [], line: UInt = #line
    ) {
        XCTAssertEqual(result.0.progress, progress, line: line)
        XCTAssertEqual(result.0.lostPackets, lost, line: line)
        XCTAssertEqual(result.0.discardedBytes, discarded, line: line)
        XCTAssertEqual(result.1, data, line: line)
    }

    func testSegmentsBecomeData() throws {
        var whole = SegmentReassembler<16>(applicationProcess: 9, secondaryHeaderCount: 6)
        let time = TimeCode(seconds: 1, fraction: 2)
        // Over the end of the sequence counts.
        check(try add(.first, 16382, [1, 2], time: time, to: &whole), .pending)
        check(try add(.continuation, 16383, [3], to: &whole), .pending)
        check(try add(.whole, 3, [99], process: 8, to: &whole), .notMine)
        check(try add(.last, 0, [4, 5], time: time, to: &whole), .complete, [1, 2, 3, 4, 5])
        check(try add(.whole, 1, [6], to: &whole), .complete, [6])
    }

    func testLostSegmentsAreReported() throws {
        var whole = SegmentReassembler<16>(applicationProcess: 9)
        check(try add(.first, 10, [1, 2], to: &whole), .pending)
        check(try add(.continuation, 13, [3], to: &whole), .withoutFirst, lost: 2, discarded: 2)
        check(try add(.last, 14, [4], to: &whole), .withoutFirst)
        check(try add(.first, 15, [5], to: &whole), .pending)
        // The last one is lost, and the next data begins.
        check(try add(.first, 17, [6, 7], to: &whole), .pending, lost: 1, discarded: 1)
        check(try add(.first, 18, [8], to: &whole), .pending, discarded: 2)
        check(try add(.first, 18, [8], to: &whole), .repeated)
        check(try add(.last, 19, [9], to: &whole), .complete, [8, 9])
    }

    func testWhatIsTooLong() throws {
        var small = SegmentReassembler<4>(applicationProcess: 9)
        check(try add(.first, 0, [1, 2, 3], to: &small), .pending)
        check(try add(.last, 1, [4, 5], to: &small), .wrongLength, discarded: 3)
        check(try add(.whole, 2, [1, 2, 3, 4], to: &small), .complete, [1, 2, 3, 4])
    }

    func testEveryLossIsTold() throws {
        // Ten units of three segments; each one of the thirty lost in turn.
        for lost in 0..<30 {
            var whole = SegmentReassembler<16>(applicationProcess: 9)
            var told = 0
            var complete: [UInt8] = []
            for index in 0..<30 where index != lost {
                let segment: SpacePacketSegment = [.first, .continuation, .last][index % 3]
                let (outcome, data) = try add(segment, UInt16(index), [UInt8(index)], to: &whole)
                told += outcome.lostPackets
                if outcome.progress == .complete {
                    XCTAssertEqual(data, (index - 2...index).map { UInt8($0) })
                    complete.append(UInt8(index / 3))
                }
            }
            // Nobody knows of what was sent before the first or after the last.
            XCTAssertEqual(told, lost == 0 || lost == 29 ? 0 : 1)
            XCTAssertEqual(complete, (0..<10).filter { $0 != lost / 3 }.map { UInt8($0) })
        }
    }
}
