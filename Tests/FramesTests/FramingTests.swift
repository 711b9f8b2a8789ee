import Checksums
import Frames
import XCTest

/// The same numbers each run: one damaged frame in 65,536 passes its checksum, and no run is to be that one.
struct FixedNumbers: RandomNumberGenerator {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

final class FramingTests: XCTestCase {
    private var numbers = FixedNumbers()

    /// What a decoder makes of a stream.
    private enum Event: Equatable {
        case frame([UInt8])
        case bad(FrameError)
    }

    private func encoded<Code: Framing>(_ payload: [UInt8], _ code: Code.Type) -> [UInt8] {
        var output = [UInt8](repeating: 0xEE, count: Code.maximumEncodedCount(of: payload.count))
        var span = output.mutableSpan
        let count = Code.encode(payload.span.bytes, into: &span)
        XCTAssertNotNil(count)
        return Array(output.prefix(count ?? 0))
    }

    private func events<Code: Framing>(_ stream: [UInt8], _ code: Code.Type) -> [Event] {
        var decoder = FrameDecoder<Code, 700>()
        let byBytes = events(stream, &decoder)
        XCTAssertEqual(eventsByPieces(stream, code), byBytes)
        return byBytes
    }

    /// The same by `take`, from pieces of random sizes.
    private func eventsByPieces<Code: Framing>(_ stream: [UInt8], _ code: Code.Type) -> [Event] {
        var decoder = FrameDecoder<Code, 700>()
        var events: [Event] = []
        var start = 0
        while start < stream.count {
            let piece = Array(stream[start..<min(start + Int.random(in: 1...300, using: &numbers), stream.count)])
            start += piece.count
            var reader = FrameReader(piece.span.bytes)
            while reader.remaining > 0 {
                do {
                    if try decoder.take(from: &reader) { events.append(.frame(bytes(decoder.frame))) }
                } catch { events.append(.bad(error)) }
            }
            XCTAssertEqual(decoder.offset, start)
        }
        do { try decoder.finish() } catch { events.append(.bad(error)) }
        return events
    }

    private func events<Code: Framing, let capacity: Int>(
        _ stream: [UInt8], _ decoder: inout FrameDecoder<Code, capacity>
    ) -> [Event] {
        var events: [Event] = []
        for byte in stream {
            do {
                if try decoder.add(byte) { events.append(.frame(bytes(decoder.frame))) }
            } catch { events.append(.bad(error)) }
        }
        do { try decoder.finish() } catch { events.append(.bad(error)) }
        return events
    }

    private func bytes(_ span: RawSpan) -> [UInt8] {
        (0..<span.byteCount).map { span.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }
    }

    /// Contents of a length: random ones, zeros, none of them zero, SLIP's own bytes, and a zero at one place.
    private func payloads(_ count: Int) -> [[UInt8]] {
        let random = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        var oneZero = [UInt8](repeating: 0x55, count: count)
        if count > 0 { oneZero[Int.random(in: 0..<count, using: &numbers)] = 0 }
        return [
            random, [UInt8](repeating: 0, count: count), (0..<count).map { UInt8($0 % 255 + 1) },
            (0..<count).map { [0xC0, 0xDB, 0xDC, 0xDD, 0][$0 % 5] }, oneZero,
        ]
    }

    private func checkEveryLength<Code: Framing>(_ code: Code.Type) {
        for count in 0...600 {
            for payload in payloads(count) {
                let frame = encoded(payload, code)
                XCTAssertEqual(frame.last, Code.delimiter)
                XCTAssertEqual(events(frame, code), [.frame(payload)])
                // A byte less has no room.
                var short = [UInt8](repeating: 0, count: frame.count - 1)
                var span = short.mutableSpan
                XCTAssertNil(Code.encode(payload.span.bytes, into: &span))
            }
        }
    }

    func testEveryLengthComesBack() {
        checkEveryLength(COBS.self)
        checkEveryLength(SLIP.self)
    }

    func testCOBSHasNoZeroAndTakesOneByteForEach254() {
        for count in 0...600 {
            let payload = (0..<count).map { UInt8($0 % 255 + 1) }
            let frame = encoded(payload, COBS.self)
            XCTAssertFalse(frame.dropLast().contains(0))
            XCTAssertLessThanOrEqual(frame.count, COBS.maximumEncodedCount(of: count))
        }
        // Known frames, of contents that end with their checksum: a decoder of anybody's reads them.
        var checksum = CRC16()
        for byte: UInt8 in [0x11, 0x22, 0x00, 0x33] { checksum.add(byte) }
        let (high, low) = (UInt8(~checksum.value >> 8), UInt8(~checksum.value & 0xFF))
        XCTAssertEqual(encoded([0x11, 0x22, 0x00, 0x33], COBS.self), [3, 0x11, 0x22, 4, 0x33, high, low, 0])
        XCTAssertEqual(encoded([], COBS.self), [1, 1, 1, 0])
    }

    func testFullRuns() {
        // 252 bytes and a checksum without zeros are one full run: no code stands after it.
        for count in [252, 253, 506, 507] {
            let payload = [UInt8](repeating: 9, count: count)
            let frame = encoded(payload, COBS.self)
            XCTAssertEqual(frame.first, 0xFF)
            XCTAssertEqual(events(frame, COBS.self), [.frame(payload)])
            if count == 252 { XCTAssertEqual(frame.count, 256) }
        }
    }

    func testSLIPOnTheWire() {
        var checksum = CRC16()
        for byte: UInt8 in [0xC0, 0xDB, 1] { checksum.add(byte) }
        XCTAssertEqual(
            encoded([0xC0, 0xDB, 1], SLIP.self),
            [0xC0, 0xDB, 0xDC, 0xDB, 0xDD, 1, UInt8(~checksum.value >> 8), UInt8(~checksum.value & 0xFF), 0xC0])
        XCTAssertEqual(
            events([0xC0, 1, 0xDB, 7, 9, 0xC0], SLIP.self),
            [.bad(.invalid(offset: 3, expected: .either(0xDC, 0xDD), found: 7))])
        XCTAssertEqual(events([0xC0, 1, 2, 0xDB, 0xC0], SLIP.self), [.bad(.incomplete(offset: 4, missing: 1))])
    }

    private func checkTruncation<Code: Framing>(_ code: Code.Type) {
        for count in [0, 1, 20, 253, 254, 300] {
            let payload = payloads(count)[0]
            let frame = encoded(payload, code)
            let content = frame.dropLast()
            for cut in 0..<content.count {
                // The stream ends: told, unless nothing but delimiters has come.
                let start = Array(content.prefix(cut))
                let cutOff = events(start, code)
                if start.allSatisfy({ $0 == Code.delimiter }) {
                    XCTAssertEqual(cutOff, [])
                } else {
                    guard cutOff.count == 1, case .bad(.incomplete(cut, _)) = cutOff[0] else {
                        return XCTFail("\(cut) of \(frame): \(cutOff)")
                    }
                }
                // A delimiter comes too early: told, and the next frame is read.
                let resumed = events(start + [Code.delimiter] + frame, code)
                XCTAssertEqual(resumed.last, .frame(payload))
                if !start.allSatisfy({ $0 == Code.delimiter }) {
                    XCTAssertEqual(resumed.count, 2, "\(cut) of \(frame)")
                    guard case .bad = resumed[0] else { return XCTFail("\(cut) of \(frame): \(resumed)") }
                }
            }
        }
    }

    func testTruncatedFramesAreTold() {
        checkTruncation(COBS.self)
        checkTruncation(SLIP.self)
    }

    private func checkDamage<Code: Framing>(_ code: Code.Type) {
        for count in [1, 2, 30, 254] {
            let payload = payloads(count)[0]
            let frame = encoded(payload, code)
            for place in 0..<frame.count * 8 {
                var damaged = frame
                damaged[place / 8] ^= 1 << UInt8(place % 8)
                // Two more frames: the damaged delimiter may take the first along.
                let all = events(damaged + frame + frame, code)
                XCTAssertEqual(all.last, .frame(payload))
                let frames = all.filter { if case .frame = $0 { true } else { false } }
                XCTAssertLessThanOrEqual(frames.count, 3)
                XCTAssertTrue(frames.allSatisfy { $0 == .frame(payload) }, "bit \(place) of \(frame) was accepted")
                let isOnlyADelimiter = Code.self == SLIP.self && (place / 8 == 0 || place / 8 == frame.count - 1)
                if !isOnlyADelimiter { XCTAssertTrue(all.count > frames.count, "bit \(place) of \(frame) was not told") }
            }
        }
    }

    func testDamagedFramesAreTold() {
        checkDamage(COBS.self)
        checkDamage(SLIP.self)
    }

    func testAWrongChecksumNamesBoth() {
        var frame = encoded([0x11, 0x22], COBS.self)
        frame[1] ^= 2
        var was = CRC16()
        for byte: UInt8 in [0x11, 0x22] { was.add(byte) }
        var now = CRC16()
        for byte: UInt8 in [0x13, 0x22] { now.add(byte) }
        XCTAssertEqual(
            events(frame, COBS.self),
            [.bad(.invalid(offset: frame.count - 1, expected: .checksum(UInt32(~now.value)), found: UInt32(~was.value)))])
    }

    func testAFrameLongerThanTheBufferIsOneError() {
        var decoder = FrameDecoder<COBS, 10>()
        let long = encoded(Array(1...20), COBS.self)
        let short = encoded(Array(1...8), COBS.self)
        XCTAssertEqual(
            events(long + short + [0, 0] + short, &decoder),
            [
                .bad(.invalid(offset: 11, expected: .length(atMost: 10), found: 11)), .frame(Array(1...8)),
                .frame(Array(1...8)),
            ])
        // The same in one piece.
        let stream = long + short
        var other = FrameDecoder<COBS, 10>()
        var reader = FrameReader(stream.span.bytes)
        XCTAssertEqual(
            frameError { () throws(FrameError) in _ = try other.take(from: &reader) },
            .invalid(offset: 11, expected: .length(atMost: 10), found: 11))
        XCTAssertEqual(try? other.take(from: &reader), true)
        XCTAssertEqual(bytes(other.frame), Array(1...8))
    }

    func testRandomBytesDoNotStopIt() {
        for _ in 0..<200 {
            let noise = (0..<500).map { _ in UInt8.random(in: 0...8, using: &numbers) }
            let frame = encoded(noise, COBS.self)
            XCTAssertEqual(events(noise + [0] + frame, COBS.self).last, .frame(noise))
            XCTAssertEqual(events(noise + encoded(noise, SLIP.self), SLIP.self).last, .frame(noise))
        }
    }

    func testBytesOfAReader() throws {
        let first = encoded([1, 2, 3], COBS.self)
        let stream = first + encoded([4], COBS.self)
        var decoder = FrameDecoder<COBS, 16>()
        var reader = FrameReader(stream.span.bytes)
        XCTAssertTrue(try decoder.take(from: &reader))
        XCTAssertEqual(reader.offset, first.count)
        XCTAssertEqual(bytes(decoder.frame), [1, 2, 3])
        XCTAssertTrue(try decoder.take(from: &reader))
        XCTAssertEqual(bytes(decoder.frame), [4])
        XCTAssertFalse(try decoder.take(from: &reader))
        XCTAssertEqual(decoder.offset, stream.count)
    }
}
