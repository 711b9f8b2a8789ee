import Frames
import XCTest

/// What a body throws.
func frameError(_ body: () throws(FrameError) -> Void) -> FrameError? {
    do { try body() } catch { return error }
    return nil
}

final class FrameReaderTests: XCTestCase {
    func testIntegersInBothOrders() throws {
        let bytes: [UInt8] = [0x01, 0x12, 0x34, 0x12, 0x34, 0xDE, 0xAD, 0xBE, 0xEF, 0xFE, 0xFF]
        var reader = FrameReader(bytes.span.bytes)
        XCTAssertEqual(try reader.readByte(), 1)
        XCTAssertEqual(try reader.read(bigEndian: UInt16.self), 0x1234)
        XCTAssertEqual(try reader.read(littleEndian: UInt16.self), 0x3412)
        XCTAssertEqual(try reader.read(bigEndian: UInt32.self), 0xDEAD_BEEF)
        XCTAssertEqual(try reader.read(littleEndian: Int16.self), -2)
        XCTAssertEqual(reader.remaining, 0)
        try reader.expectEnd()
    }

    func testPartialInputIsToldWithWhatIsMissing() {
        for count in 0..<8 {
            let bytes = [UInt8](repeating: 7, count: count)
            var reader = FrameReader(bytes.span.bytes, base: 100)
            XCTAssertEqual(
                frameError { () throws(FrameError) in _ = try reader.read(bigEndian: UInt64.self) },
                .incomplete(offset: 100 + count, missing: 8 - count))
            XCTAssertEqual(reader.offset, 100)
            XCTAssertEqual(
                frameError { () throws(FrameError) in _ = try reader.bytes(count + 3) },
                .incomplete(offset: 100 + count, missing: 3))
            XCTAssertEqual(reader.remaining, count)
        }
    }

    func testBadInputIsToldWithWhatWasExpected() {
        let bytes: [UInt8] = [1, 2, 3]
        var reader = FrameReader(bytes.span.bytes, base: 10)
        XCTAssertNil(frameError { () throws(FrameError) in try reader.expect(1) })
        XCTAssertEqual(
            frameError { () throws(FrameError) in try reader.expect(9) },
            .invalid(offset: 11, expected: .value(9), found: 2))
        XCTAssertEqual(
            frameError { () throws(FrameError) in try reader.expectEnd() }, .invalid(offset: 11, expected: .end, found: 2))
        XCTAssertEqual(reader.offset, 11)
    }

    func testPiecesAreWhereTheyWere() throws {
        let bytes = Array(UInt8(0)..<20)
        var reader = FrameReader(bytes.span.bytes, base: 5)
        try reader.skip(2)
        let piece = try reader.bytes(3)
        XCTAssertEqual(piece.unsafeLoad(as: UInt8.self), 2)
        XCTAssertEqual(piece.byteCount, 3)
        let range = try reader.range(4)
        XCTAssertEqual(range.offset, 10)
        XCTAssertEqual(reader.bytes(in: range).unsafeLoad(fromByteOffset: 3, as: UInt8.self), 8)
        var inner = try reader.reader(of: 2)
        XCTAssertEqual(inner.offset, 14)
        XCTAssertEqual(try inner.read(bigEndian: UInt16.self), 0x090A)
        XCTAssertEqual(
            frameError { () throws(FrameError) in _ = try inner.readByte() }, .incomplete(offset: 16, missing: 1))
        XCTAssertEqual(reader.rest().byteCount, 9)
        XCTAssertEqual(reader.remaining, 0)
    }
}

/// Fields of every kind, and of every width and place that `load` has a branch for.
enum Odd: FrameLayout {
    static let byteCount = 12
    static var fields: FieldExtents {
        Field<Self, Bool>.first
        Field<Self, UInt8>.three
        Field<Self, UInt16>.twelve
        Field<Self, UInt32>.long
        Field<Self, UInt16>.little
        Field<Self, UInt32>.word
    }
}
extension Field<Odd, Bool> { static var first: Self { .flag(at: 0) } }
extension Field<Odd, UInt8> { static var three: Self { .bits(at: 1, width: 3) } }
extension Field<Odd, UInt16> {
    static var twelve: Self { .bits(at: 4, width: 12) }
    static var little: Self { .littleEndian(at: 6) }
}
extension Field<Odd, UInt32> {
    static var long: Self { .bits(at: 16, width: 32) }
    static var word: Self { .bigEndian(at: 8) }
}

enum Gap: FrameLayout {
    static let byteCount = 2
    static var fields: FieldExtents {
        Field<Self, UInt8>.bits(at: 0, width: 3)
        Field<Self, UInt8>.bits(at: 4, width: 4)
        Field<Self, UInt8>.bits(at: 8, width: 8)
    }
}

enum Overlap: FrameLayout {
    static let byteCount = 2
    static var fields: FieldExtents {
        Field<Self, UInt16>.bits(at: 0, width: 9)
        Field<Self, UInt8>.bits(at: 8, width: 8)
    }
}

final class FrameLayoutTests: XCTestCase {
    func testLayoutsAreChecked() {
        XCTAssertNil(Odd.fields.fault(in: Odd.byteCount))
        XCTAssertEqual(Gap.fields.fault(in: Gap.byteCount), 4)
        XCTAssertEqual(Overlap.fields.fault(in: Overlap.byteCount), 8)
        XCTAssertEqual(Odd.fields.fault(in: 13), 96)
    }

    func testFieldsAreTheirBits() throws {
        for _ in 0..<200 {
            let bytes = (0..<12).map { _ in UInt8.random(in: 0...255) }
            let bits = bytes.map {
                String(repeating: "0", count: $0.leadingZeroBitCount) + ($0 == 0 ? "" : String($0, radix: 2))
            }
            .joined()
            func number(_ range: Range<Int>) -> UInt32 {
                let start = bits.index(bits.startIndex, offsetBy: range.lowerBound)
                return UInt32(bits[start..<bits.index(start, offsetBy: range.count)], radix: 2)!
            }
            var reader = FrameReader(bytes.span.bytes)
            let view = try FrameView<Odd>(&reader)
            XCTAssertEqual(view[.first], number(0..<1) == 1)
            XCTAssertEqual(view[.three], UInt8(number(1..<4)))
            XCTAssertEqual(view[.twelve], UInt16(number(4..<16)))
            XCTAssertEqual(view[.long], number(16..<48))
            XCTAssertEqual(view[.little], UInt16(number(48..<64)).byteSwapped)
            XCTAssertEqual(view[.word], number(64..<96))
        }
    }

    func testFieldsAcrossBytes() throws {
        // A field of each width at each place, one layout for all of them.
        enum Any5: FrameLayout {
            static let byteCount = 5
            static var fields: FieldExtents { Field<Self, UInt32>.bits(at: 0, width: 8) }
        }
        let bytes: [UInt8] = [0x9A, 0x5C, 0xE1, 0x37, 0xB4]
        let all = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var reader = FrameReader(bytes.span.bytes)
        let view = try FrameView<Any5>(&reader)
        for bit in 0..<40 {
            for width in 1...min(32, 40 - bit) {
                let expected = UInt32(truncatingIfNeeded: all >> UInt64(40 - bit - width) & (1 << UInt64(width) - 1))
                XCTAssertEqual(view[Field<Any5, UInt32>.bits(at: bit, width: width)], expected)
            }
        }
    }

    func testAViewOfTooFewBytes() {
        let bytes = [UInt8](repeating: 0, count: 9)
        XCTAssertEqual(
            frameError { () throws(FrameError) in
                var reader = FrameReader(bytes.span.bytes, base: 3)
                _ = try FrameView<Odd>(&reader)
            }, .incomplete(offset: 12, missing: 3))
    }
}
