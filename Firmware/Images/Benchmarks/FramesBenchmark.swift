// What frames cost, beside the same by hand in C.
import Checksums
import Frames
import HandWrittenLoops

@inline(never)
private func packet(_ bytes: RawSpan) -> UInt32 {
    var reader = FrameReader(bytes)
    guard let packet = try? SpacePacket(&reader) else { return 0 }
    return UInt32(packet.applicationProcess) + UInt32(packet.sequenceCount) + UInt32(packet.data.byteCount - 1)
}

@inline(never)
private func checksum(_ bytes: RawSpan) -> UInt16 {
    var checksum = CRC16()
    checksum.add(bytes)
    return checksum.value
}

@inline(never)
private func decode(_ bytes: RawSpan, _ decoder: inout FrameDecoder<COBS, 300>) -> Int {
    var reader = FrameReader(bytes)
    guard (try? decoder.take(from: &reader)) == true else { return -1 }
    return decoder.frame.byteCount
}

@inline(never)
private func decodeBytes(_ bytes: RawSpan, _ decoder: inout FrameDecoder<COBS, 300>) -> Int {
    for index in 0..<bytes.byteCount {
        if (try? decoder.add(bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self))) == true {
            return decoder.frame.byteCount
        }
    }
    return -1
}

@MainActor
enum FramesBenchmark {
    private static let rounds: UInt32 = 100

    static func run() {
        // A packet of 256 bytes with a zero in each eight.
        var payload = InlineArray<256, UInt8>(repeating: 0)
        for index in 0..<250 { payload[index] = UInt8(truncatingIfNeeded: index & 7) }
        var packetBytes = InlineArray<256, UInt8>(repeating: 0)
        var packetSpan = packetBytes.mutableSpan
        let heading = SpacePacketHeading(applicationProcess: 300, sequenceCount: 1000)
        guard heading.encode(payload.span.extracting(0..<250).bytes, into: &packetSpan) == 256 else { return }
        var frame = InlineArray<300, UInt8>(repeating: 0)
        var frameSpan = frame.mutableSpan
        guard let frameCount = COBS.encode(packetBytes.span.bytes, into: &frameSpan) else { return }
        var scratch = InlineArray<300, UInt8>(repeating: 0)
        let bytes = packetBytes.span
        let frameBytes = frame.span.extracting(0..<frameCount)
        // SAFETY: the C functions look at as many bytes as they are told, and write as many.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            let (start, count) = (bytes.baseAddress.unsafelyUnwrapped, UInt32(bytes.count))
            measure("frames: CRC-16 of 256 bytes, by hand in C") { UInt32(unsafe hand_written_crc16(start, count)) }
            measure("frames: a packet header parsed, by hand in C") { unsafe hand_written_packet(start, count) }
        }
        measure("frames: CRC-16 of 256 bytes") { UInt32(checksum(bytes.bytes)) }
        measure("frames: a packet header parsed") { packet(bytes.bytes) }
        var target = scratch.mutableSpan
        frameBytes.withUnsafeBufferPointer { frame in
            target.withUnsafeMutableBufferPointer { target in
                // SAFETY: as above.
                unsafe measure("frames: COBS of 256 bytes, by hand in C") {
                    UInt32(
                        bitPattern: unsafe hand_written_cobs(
                            frame.baseAddress.unsafelyUnwrapped, UInt32(frame.count), target.baseAddress.unsafelyUnwrapped, 300)
                    )
                }
            }
        }
        var decoder = FrameDecoder<COBS, 300>()
        measure("frames: COBS of 256 bytes") { UInt32(truncatingIfNeeded: decode(frameBytes.bytes, &decoder)) }
        measure("frames: COBS of 256 bytes, one at a time") {
            UInt32(truncatingIfNeeded: decodeBytes(frameBytes.bytes, &decoder))
        }
    }

    /// Instructions of one round, each of which has to answer the same.
    @inline(__always)
    private static func measure(_ name: StaticString, _ body: () -> UInt32) {
        let expected = body()
        var isSame = true
        let start = Stopwatch.cycles
        for _ in 0..<rounds { isSame = body() == expected && isSame }
        Report.line(name, cycles: Stopwatch.cycles &- start, count: rounds)
        precondition(isSame && expected != 0 && expected != UInt32.max, "the frames are wrong")
    }
}
