// The header of a WAV file of two sides and 16 bits (Microsoft and IBM, "Multimedia Programming Interface and Data
// Specifications 1.0", "WAVE").

/// What stands before the samples: 44 bytes. It has the number of samples, so where that is not known before they are
/// written, the header is written again at the end.
public struct WAVHeader: Equatable, Sendable {
    /// Bytes of a header.
    public static var byteCount: Int { 44 }
    /// Bytes of a sample of both sides: left and then right, each with its lower byte first.
    public static var bytesInSample: UInt32 { 4 }
    /// The most samples that a file holds: lengths have 32 bits.
    public static var mostSamples: UInt32 { (.max - 36) / bytesInSample }

    /// Samples a second.
    public let sampleRate: UInt32
    /// Samples of both sides each, at most `mostSamples`.
    public let samples: UInt32

    /// A header for `samples` samples, at most `mostSamples`, at `sampleRate` a second.
    public init(sampleRate: UInt32, samples: UInt32) {
        self.sampleRate = sampleRate
        self.samples = min(samples, Self.mostSamples)
    }

    /// As in the file.
    public var bytes: InlineArray<44, UInt8> {
        var bytes = InlineArray<44, UInt8>(repeating: 0)
        var count = 0
        func put(_ value: UInt32, bytes width: UInt32 = 4) {
            for index in 0..<width {
                bytes[count] = UInt8(truncatingIfNeeded: value &>> (index &* 8))
                count &+= 1
            }
        }
        let data = samples * Self.bytesInSample
        put(0x4646_4952)  // RIFF
        put(data + 36)
        put(0x4556_4157)  // WAVE
        put(0x2074_6D66)  // fmt
        put(16)
        put(1, bytes: 2)  // PCM
        put(2, bytes: 2)  // sides
        put(sampleRate)
        put(sampleRate &* Self.bytesInSample)
        put(Self.bytesInSample, bytes: 2)
        put(16, bytes: 2)  // bits
        put(0x6174_6164)  // data
        put(data)
        return bytes
    }
}
