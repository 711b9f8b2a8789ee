// A packet in place does not outlive the bytes it is read from.
// expect: lifetime-dependent variable 'kept' escapes its scope
import Frames

func number() throws(FrameError) -> UInt16 {
    var kept: SpacePacket?
    do {
        let bytes: [UInt8] = [0, 1, 0xC0, 0, 0, 0, 7]
        var reader = FrameReader(bytes.span.bytes)
        kept = try SpacePacket(&reader)
    }
    return kept?.sequenceCount ?? 0
}
