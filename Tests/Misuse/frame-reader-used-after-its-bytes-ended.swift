// A reader does not outlive its bytes.
// expect: overlapping accesses to 'bytes', but modification requires exclusive access
import Frames

func second(_ bytes: consuming [UInt8]) throws(FrameError) -> UInt8 {
    var reader = FrameReader(bytes.span.bytes)
    try reader.skip(1)
    bytes = []
    return try reader.readByte()
}
