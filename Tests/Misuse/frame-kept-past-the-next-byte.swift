// A frame is lent until the decoder takes the next byte.
// expect: overlapping accesses to 'decoder', but modification requires exclusive access
import Frames

func decode(_ decoder: inout FrameDecoder<COBS, 64>) throws(FrameError) -> Int {
    let frame = decoder.frame
    _ = try decoder.add(0)
    return frame.byteCount
}
