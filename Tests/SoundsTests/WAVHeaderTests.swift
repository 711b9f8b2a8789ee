// The header of a WAV file, byte by byte.
import Sounds
import XCTest

final class WAVHeaderTests: XCTestCase {
    private func bytes(_ header: WAVHeader) -> [UInt8] {
        let bytes = header.bytes
        return bytes.indices.map { bytes[$0] }
    }

    func testItIsWhatTheFormatSays() {
        let expected: [UInt8] =
            Array("RIFF".utf8) + [36 + 0x40, 0x9C, 0, 0] + Array("WAVEfmt ".utf8) + [16, 0, 0, 0, 1, 0, 2, 0]
            + [0x06, 0x80, 0, 0] + [0x18, 0x00, 0x02, 0] + [4, 0, 16, 0] + Array("data".utf8) + [0x40, 0x9C, 0, 0]
        XCTAssertEqual(bytes(WAVHeader(sampleRate: 32_774, samples: 10_000)), expected)
    }

    func testMoreThanTheLengthsHoldIsTheMostTheyDo() {
        let header = WAVHeader(sampleRate: 32_768, samples: .max)
        XCTAssertEqual(header.samples, 1_073_741_814)
        XCTAssertEqual(bytes(header)[4..<8], [0xFC, 0xFF, 0xFF, 0xFF])
        XCTAssertEqual(bytes(header)[40...], [0xD8, 0xFF, 0xFF, 0xFF])
    }
}
