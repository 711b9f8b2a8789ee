import Text
import XCTest

/// What `body` writes.
private func written(_ body: (inout StringOutput) -> Void) -> String {
    var output = StringOutput()
    body(&output)
    return output.text
}

final class TextOutputTests: XCTestCase {
    func testWritesStaticTextAsUTF8() {
        XCTAssertEqual(written { $0.write("plain") }, "plain")
        XCTAssertEqual(written { $0.write("größer ≤ 🐦") }, "größer ≤ 🐦")
        XCTAssertEqual(written { $0.write("") }, "")
    }

    func testWritesScalarsOfEveryLength() {
        for scalar in ["A", "é", "€", "🐦"] as [Unicode.Scalar] {
            XCTAssertEqual(written { $0.write(scalar: scalar) }, String(Character(scalar)))
        }
    }

    func testPadsTextToAWidth() {
        XCTAssertEqual(written { $0.write("ab", width: 5) }, "ab   ")
        XCTAssertEqual(written { $0.write("ab", width: 5, align: .right) }, "   ab")
        XCTAssertEqual(written { $0.write("abcdef", width: 5) }, "abcdef")
    }

    func testWritesUnsignedDecimals() {
        for value in [0, 1, 9, 10, 99, 100, 12345, 999_999_999, 1_000_000_000, .max] as [UInt32] {
            XCTAssertEqual(written { $0.write(decimal: value) }, "\(value)")
        }
        XCTAssertEqual(written { $0.write(decimal: 42 as UInt32, width: 5) }, "   42")
        XCTAssertEqual(written { $0.write(decimal: 42 as UInt32, width: 5, padding: 0x30) }, "00042")
        XCTAssertEqual(written { $0.write(decimal: 123456 as UInt32, width: 3) }, "123456")
    }

    func testWritesSignedDecimals() {
        for value in [0, -1, 7, -10, .min, .max] as [Int32] {
            XCTAssertEqual(written { $0.write(decimal: value) }, "\(value)")
        }
        XCTAssertEqual(written { $0.write(decimal: -42 as Int32, width: 6) }, "   -42")
    }

    func testWritesTheLowHexadecimalDigits() {
        XCTAssertEqual(written { $0.write(hex: 0xDEAD_BEEF, digits: 8) }, "DEADBEEF")
        XCTAssertEqual(written { $0.write(hex: 0xDEAD_BEEF, digits: 4) }, "BEEF")
        XCTAssertEqual(written { $0.write(hex: 0x7, digits: 2) }, "07")
        XCTAssertEqual(written { $0.write(hex: 0x1234_5678, digits: 0) }, "8")
        XCTAssertEqual(written { $0.write(hex: 0x1234_5678, digits: 99) }, "12345678")
    }

    func testEndsLines() {
        XCTAssertEqual(
            written {
                $0.writeLine("one")
                $0.writeLine()
            }, "one\n\n")
    }

    func testABufferKeepsTheFirstBytesAndCountsTheRest() {
        var buffer = TextBuffer<4>()
        buffer.write("ab")
        XCTAssertEqual(buffer.count, 2)
        buffer.write("cdef")
        XCTAssertEqual(buffer.count, 4)
        XCTAssertEqual(buffer.dropped, 2)
        var kept: [UInt8] = []
        for index in buffer.span.indices { kept.append(buffer.span[index]) }
        XCTAssertEqual(kept, Array("abcd".utf8))
    }
}
