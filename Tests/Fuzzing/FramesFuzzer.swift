// What libFuzzer feeds to frames: random streams to both decoders, whose frames are read as space packets and put together from
// segments, random bytes to every parser, and contents that have to come back. Whatever they are, nothing may trap or touch memory
// that is not its own. Built and run by run.sh here, which compiles the module and this into one.

enum FuzzedFrames {
    private static func check(_ condition: Bool) { if !condition { fatalError("frames differ from what was encoded") } }

    /// What is in the stream: errors move on, and every frame and packet is looked at.
    private static func decode<Code: Framing>(_ input: RawSpan, _ code: Code.Type) {
        var decoder = FrameDecoder<Code, 300>()
        var reassembler = SegmentReassembler<200>(applicationProcess: 1, secondaryHeaderCount: 6)
        var reader = FrameReader(input)
        while reader.remaining > 0 {
            guard (try? decoder.take(from: &reader)) == true else { continue }
            readPackets(decoder.frame, &reassembler)
        }
        check(decoder.offset == input.byteCount)
        try? decoder.finish()
    }

    private static func readPackets(_ bytes: RawSpan, _ reassembler: inout SegmentReassembler<200>) {
        var reader = FrameReader(bytes)
        do {
            while true {
                let packet = try SpacePacket(&reader)
                var rest = packet.reader
                _ = try? packet.time(&rest)
                let outcome = reassembler.add(packet)
                check(outcome.lostPackets < 0x4000 && outcome.discardedBytes <= 200 && reassembler.data.byteCount <= 200)
                switch outcome.progress {
                case .complete, .notMine, .repeated: break
                case .pending, .withoutFirst, .wrongLength: check(reassembler.data.isEmpty)
                }
            }
        } catch {
            check(error.offset <= bytes.byteCount)
        }
    }

    private static func roundTrip<Code: Framing>(_ input: RawSpan, _ code: Code.Type) {
        var output = [UInt8](repeating: 0, count: Code.maximumEncodedCount(of: input.byteCount))
        var span = output.mutableSpan
        guard let count = Code.encode(input, into: &span) else { return check(false) }
        var decoder = FrameDecoder<Code, 5000>()
        var found = false
        for byte in output.prefix(count) {
            do { found = try decoder.add(byte) || found } catch { check(false) }
        }
        check(found && decoder.frame.byteCount == input.byteCount)
        for index in 0..<input.byteCount {
            check(
                decoder.frame.unsafeLoad(fromByteOffset: index, as: UInt8.self)
                    == input.unsafeLoad(fromByteOffset: index, as: UInt8.self))
        }
    }

    private static func parse(_ input: RawSpan) {
        let item = LengthPrefixed(BigEndian<UInt8>(), Marker(1).then(Remainder()).map { $0.1.count })
        let other = Marker(2).then(LittleEndian<UInt32>()).map { Int(truncatingIfNeeded: $0.1) }
        let parser = item.or(other).folded(into: 0) { $0 &+= $1 }.then(BigEndian<UInt16>().optional())
        var reader = FrameReader(input, base: 7)
        do {
            _ = try parser.parse(&reader)
            check(reader.remaining == 0)
        } catch {
            check(error.offset >= 7 && error.offset <= 7 + input.byteCount)
        }
    }

    static func run(_ input: RawSpan) {
        decode(input, COBS.self)
        decode(input, SLIP.self)
        roundTrip(input, COBS.self)
        roundTrip(input, SLIP.self)
        var reassembler = SegmentReassembler<200>(applicationProcess: 1)
        readPackets(input, &reassembler)
        parse(input)
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: the fuzzer's bytes are there for the call.
    FuzzedFrames.run(unsafe RawSpan(_unsafeBytes: UnsafeRawBufferPointer(start: data, count: count)))
    return 0
}
