// A telemetry stream as lines of JSON.
import Frames

/// Finds the space packets in a stream of COBS frames, which comes in pieces of any size, and describes each in a line of JSON.
///
/// A frame may have several packets. One that is bad ends it.
package final class DownlinkDecoder {
    // Room for the longest packet and its checksum.
    private var decoder = FrameDecoder<COBS, 65544>()
    private var frameStart = 0
    /// Whether every frame and packet so far was good.
    package private(set) var isSound = true
    private let print: (String) -> Void

    /// A decoder at the start of a stream, whose lines go to `print`.
    package init(print: @escaping (String) -> Void) { self.print = print }

    /// Takes the next bytes of the stream.
    package func add(_ bytes: RawSpan) {
        for index in 0..<bytes.byteCount {
            let byte = bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self)
            do {
                if try decoder.add(byte) { describePackets(decoder.frame) }
            } catch { report(error) }
            if byte == COBS.delimiter { frameStart = decoder.offset }
        }
    }

    /// Takes the end of the stream.
    package func finish() {
        do { try decoder.finish() } catch { report(error) }
        frameStart = 0
    }

    private func describePackets(_ frame: RawSpan) {
        var reader = FrameReader(frame)
        repeat {
            let start = reader.offset
            do {
                let packet = try SpacePacket(&reader)
                print(try describe(packet))
            } catch {
                report(error, inPacketAt: start)
                return
            }
        } while reader.remaining > 0
    }

    private func describe(_ packet: borrowing SpacePacket) throws(FrameError) -> String {
        var line = #"{"apid":\#(packet.applicationProcess),"sequence":\#(packet.sequenceCount)"#
        line += #","type":"\#(packet.isTelecommand ? "telecommand" : "telemetry")","segment":"\#(packet.segment)""#
        if packet.isIdle { line += #","idle":true"# }
        var rest = packet.reader
        // A telecommand's secondary header is the mission's own, and stays in the payload.
        if !packet.isTelecommand, let time = try packet.time(&rest) {
            line += #","time":{"seconds":\#(time.seconds),"fraction":\#(time.fraction)}"#
        }
        let payload = rest.rest()
        line += #","payload":""#
        for index in 0..<payload.byteCount {
            let byte = payload.unsafeLoad(fromByteOffset: index, as: UInt8.self)
            line += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return line + "\"}"
    }

    /// The offset is where in the stream a bad frame is noticed; of a bad packet it is where its frame begins, and `inFrame` is
    /// where in the decoded frame it is noticed.
    private func report(_ error: FrameError, inPacketAt start: Int? = nil) {
        isSound = false
        let place =
            start.map { #""packet","offset":\#(frameStart),"packetStart":\#($0),"inFrame":\#(error.offset)"# }
            ?? #""frame","offset":\#(error.offset),"frameStart":\#(frameStart)"#
        switch error {
        case .incomplete(_, let missing): print(#"{"error":"incomplete","of":\#(place),"missing":\#(missing)}"#)
        case .invalid(_, let expected, let found):
            let found = "0x" + String(found, radix: 16, uppercase: true)
            print(#"{"error":"invalid","of":\#(place),"expected":"\#(expected)","found":"\#(found)"}"#)
        }
    }
}
