import Checksums
import XCTest

final class CRC16Tests: XCTestCase {
    private func checksum(_ bytes: [UInt8]) -> UInt16 {
        var checksum = CRC16()
        checksum.add(bytes.span.bytes)
        return checksum.value
    }

    /// Division as it is written, a bit at a time.
    private func divided(_ bytes: [UInt8]) -> UInt16 {
        var state: UInt16 = 0xFFFF
        for byte in bytes {
            state ^= UInt16(byte) << 8
            for _ in 0..<8 { state = state & 0x8000 != 0 ? state << 1 ^ 0x1021 : state << 1 }
        }
        return state
    }

    func testKnownValues() {
        XCTAssertEqual(checksum([]), 0xFFFF)
        XCTAssertEqual(checksum(Array("123456789".utf8)), 0x29B1)
        XCTAssertEqual(checksum([0x00]), 0xE1F0)
        XCTAssertEqual(checksum([0x41]), 0xB915)
        XCTAssertEqual(checksum([0xFF, 0xFF]), 0)
    }

    func testItIsTheDivision() {
        for count in 0...300 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255) }
            XCTAssertEqual(checksum(bytes), divided(bytes))
            var single = CRC16()
            for byte in bytes { single.add(byte) }
            XCTAssertEqual(single.value, divided(bytes))
        }
    }

    func testBytesWithTheirChecksumHaveNone() {
        for count in [1, 2, 17, 256] {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255) }
            let value = checksum(bytes)
            XCTAssertEqual(checksum(bytes + [UInt8(value >> 8), UInt8(value & 0xFF)]), 0)
            let complement = bytes + [UInt8(~value >> 8), UInt8(~value & 0xFF)]
            XCTAssertEqual(checksum(complement), 0x1D0F)
            // What is one byte shorter or longer never has the same.
            XCTAssertNotEqual(checksum(complement.dropLast()), 0x1D0F)
            for byte in UInt8.min...UInt8.max { XCTAssertNotEqual(checksum(complement + [byte]), 0x1D0F) }
        }
    }

    func testDamageOfOneAndTwoBitsIsTold() {
        let bytes = (0..<32).map { UInt8(truncatingIfNeeded: $0 * 73) }
        let value = checksum(bytes)
        for first in 0..<256 {
            for second in first..<256 {
                var damaged = bytes
                damaged[first / 8] ^= 1 << UInt8(first % 8)
                // The same bit twice is one bit, so that this has the damage of single bits too.
                if second != first { damaged[second / 8] ^= 1 << UInt8(second % 8) }
                XCTAssertNotEqual(checksum(damaged), value)
            }
        }
    }
}
