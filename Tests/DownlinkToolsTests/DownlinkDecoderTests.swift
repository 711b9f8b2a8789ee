import DownlinkTools
import Foundation
import Frames
import XCTest

final class DownlinkDecoderTests: XCTestCase {
    private func packet(_ heading: SpacePacketHeading, _ payload: [UInt8]) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: payload.count + 12)
        var span = output.mutableSpan
        let count = heading.encode(payload.span.bytes, into: &span)
        return Array(output.prefix(count ?? 0))
    }

    private func frame(_ payload: [UInt8]) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: COBS.maximumEncodedCount(of: payload.count))
        var span = output.mutableSpan
        let count = COBS.encode(payload.span.bytes, into: &span)
        return Array(output.prefix(count ?? 0))
    }

    /// The lines of a stream in pieces of a size, and whether all was sound.
    private func lines(_ stream: [UInt8], pieces: Int = 4096) -> ([String], Bool) {
        var lines: [String] = []
        let decoder = DownlinkDecoder { lines.append($0) }
        for start in stride(from: 0, to: stream.count, by: pieces) {
            let piece = Array(stream[start..<min(start + pieces, stream.count)])
            decoder.add(piece.span.bytes)
        }
        decoder.finish()
        return (lines, decoder.isSound)
    }

    private var telemetry: [UInt8] {
        packet(
            SpacePacketHeading(
                applicationProcess: 42, sequenceCount: 7, secondaryHeader: .time(TimeCode(seconds: 100, fraction: 32768))),
            [0x0A, 0xFF])
    }
    private let telemetryLine =
        #"{"apid":42,"sequence":7,"type":"telemetry","segment":"whole","time":{"seconds":100,"fraction":32768},"payload":"0aff"}"#

    func testPacketsAreLines() throws {
        let command = packet(SpacePacketHeading(applicationProcess: 3, isTelecommand: true, segment: .first), [1])
        var idle = [UInt8](repeating: 0, count: 8)
        var span = idle.mutableSpan
        XCTAssertEqual(SpacePacketHeading.encodeIdle(8, into: &span), 8)
        let expected = [
            telemetryLine, #"{"apid":3,"sequence":0,"type":"telecommand","segment":"first","payload":"01"}"#,
            #"{"apid":2047,"sequence":0,"type":"telemetry","segment":"whole","idle":true,"payload":"ffff"}"#,
        ]
        // Three frames, and one of three packets.
        for stream in [frame(telemetry) + [0, 0] + frame(command) + frame(idle), frame(telemetry + command + idle)] {
            for pieces in [1, 7, 4096] {
                let (lines, isSound) = lines(stream, pieces: pieces)
                XCTAssertEqual(lines, expected)
                XCTAssertTrue(isSound)
            }
        }
        for line in expected { XCTAssertNoThrow(try JSONSerialization.jsonObject(with: Data(line.utf8))) }
    }

    func testABadFrameIsALineAndTheNextIsRead() throws {
        let good = frame(telemetry)
        var bad = good
        bad[3] ^= 0x10
        let (lines, isSound) = lines(good + bad + good)
        XCTAssertFalse(isSound)
        XCTAssertEqual(lines.count, 3)
        XCTAssertEqual([lines[0], lines[2]], [telemetryLine, telemetryLine])
        let error = try XCTUnwrap(JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any])
        XCTAssertEqual(error["of"] as? String, "frame")
        XCTAssertEqual(error["frameStart"] as? Int, good.count)
        let offset = try XCTUnwrap(error["offset"] as? Int)
        XCTAssertTrue((good.count..<good.count * 2).contains(offset))
    }

    func testTheChecksumThatWasExpectedIsNamed() throws {
        let good = frame([0, 1, 0xC0, 0, 0, 0, 7])
        var bad = good
        bad[bad.count - 2] ^= 0x10
        let (lines, _) = lines(bad)
        let low = UInt8(good[good.count - 2])
        let high = UInt8(good[good.count - 3])
        let right = String(Int(high) << 8 | Int(low), radix: 16, uppercase: true)
        let wrong = String(Int(high) << 8 | Int(low ^ 0x10), radix: 16, uppercase: true)
        XCTAssertEqual(
            lines,
            [
                #"{"error":"invalid","of":"frame","offset":\#(bad.count - 1),"frameStart":0,"expected":"checksum 0x\#(right)","#
                    + #""found":"0x\#(wrong)"}"#
            ])
    }

    func testABadPacketInAGoodFrame() {
        let short = Array(telemetry.dropLast(3))
        XCTAssertEqual(
            lines(frame(telemetry) + frame(telemetry + short)).0,
            [
                telemetryLine, telemetryLine,
                #"{"error":"incomplete","of":"packet","offset":\#(frame(telemetry).count),"packetStart":14,"inFrame":25,"missing":3}"#,
            ])
    }

    func testAStreamThatEndsWithinAFrame() {
        let good = frame(telemetry)
        let (lines, isSound) = lines(good + good.dropLast())
        XCTAssertFalse(isSound)
        XCTAssertEqual(
            lines,
            [
                telemetryLine,
                #"{"error":"incomplete","of":"frame","offset":\#(good.count * 2 - 1),"frameStart":\#(good.count),"missing":1}"#,
            ])
    }

    func testNoBytesAreSound() { XCTAssertTrue(lines([]).1) }
}
