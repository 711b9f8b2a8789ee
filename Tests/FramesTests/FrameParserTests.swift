import Frames
import XCTest

final class FrameParserTests: XCTestCase {
    private func parse<P: FrameParser>(_ parser: P, _ bytes: [UInt8]) throws(FrameError) -> P.Output {
        var reader = FrameReader(bytes.span.bytes)
        return try parser.parse(&reader)
    }

    func testSequenceAndMap() throws {
        let parser = Marker(0xAA).then(BigEndian<UInt16>()).then(LittleEndian<UInt16>()).map { Int($0.0.1) - Int($0.1) }
        XCTAssertEqual(try parse(parser, [0xAA, 0x01, 0x00, 0x01, 0x00]), 255)
        XCTAssertEqual(
            frameError { () throws(FrameError) in _ = try parse(parser, [0xAB, 1]) },
            .invalid(offset: 0, expected: .value(0xAA), found: 0xAB))
        XCTAssertEqual(
            frameError { () throws(FrameError) in _ = try parse(parser, [0xAA, 1, 0, 1]) },
            .incomplete(offset: 4, missing: 1))
    }

    func testRepeatedAndFolded() throws {
        let three = BigEndian<UInt16>().repeated(InlineArray<3, UInt16>.self)
        let values = try parse(three, [0, 1, 0, 2, 0, 3])
        XCTAssertEqual([values[0], values[1], values[2]], [1, 2, 3])
        XCTAssertEqual(
            frameError { () throws(FrameError) in _ = try parse(three, [0, 1, 0, 2, 0]) },
            .incomplete(offset: 5, missing: 1))
        let sum = BigEndian<UInt8>().folded(into: 0) { $0 += Int($1) }
        XCTAssertEqual(try parse(sum, [1, 2, 250]), 253)
        XCTAssertEqual(try parse(sum, []), 0)
    }

    func testOneOf() throws {
        let one = Marker(1).then(BigEndian<UInt8>()).map { Int($0.1) }
        let two = Marker(2).then(Marker(3)).then(BigEndian<UInt16>()).map { Int($0.1) }
        let either = one.or(two)
        XCTAssertEqual(try parse(either, [1, 9]), 9)
        XCTAssertEqual(try parse(either, [2, 3, 1, 0]), 256)
        // The error of the one that came further.
        XCTAssertEqual(
            frameError { () throws(FrameError) in _ = try parse(either, [2, 4]) },
            .invalid(offset: 1, expected: .value(3), found: 4))
        // Partial input is partial, not bad.
        XCTAssertEqual(frameError { () throws(FrameError) in _ = try parse(either, [1]) }, .incomplete(offset: 1, missing: 1))
    }

    func testOptional() throws {
        let parser = Marker(7).then(BigEndian<UInt8>()).map(\.1).optional().then(Remainder())
        let there = try parse(parser, [7, 8, 9])
        XCTAssertEqual(there.0, 8)
        XCTAssertEqual(there.1.count, 1)
        let other = try parse(parser, [6, 8, 9])
        XCTAssertNil(other.0)
        XCTAssertEqual(other.1.offset, 0)
        XCTAssertNil(try parse(parser, []).0)
        XCTAssertEqual(frameError { () throws(FrameError) in _ = try parse(parser, [7]) }, .incomplete(offset: 1, missing: 1))
    }

    func testLengthPrefixed() throws {
        let parser = LengthPrefixed(BigEndian<UInt8>(), BigEndian<UInt16>())
        XCTAssertEqual(try parse(parser, [2, 1, 2, 99]), 0x0102)
        // The bytes are not all there yet.
        XCTAssertEqual(
            frameError { () throws(FrameError) in _ = try parse(parser, [2, 1]) }, .incomplete(offset: 2, missing: 1))
        // A length that its content does not have, however many bytes come.
        XCTAssertEqual(
            frameError { () throws(FrameError) in _ = try parse(parser, [3, 1, 2, 3]) },
            .invalid(offset: 3, expected: .end, found: 1))
        XCTAssertEqual(
            frameError { () throws(FrameError) in _ = try parse(parser, [1, 1, 2, 3]) },
            .invalid(offset: 0, expected: .range(2, UInt32(Int32.max)), found: 1))
        let signed = LengthPrefixed(BigEndian<Int8>(), Remainder())
        XCTAssertEqual(
            frameError { () throws(FrameError) in _ = try parse(signed, [0xFF]) },
            .invalid(offset: 0, expected: .range(0, UInt32(Int32.max)), found: UInt32.max))
    }
}
