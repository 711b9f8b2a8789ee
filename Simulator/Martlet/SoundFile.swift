// The sound of a run as a WAV file.
import Foundation

/// Collects samples, 16 bits for each of two sides.
struct SoundFile {
    /// 43,691 Hz, as near to 44,100 as whole clocks come.
    static let clocksPerSample: UInt32 = 96
    private static let rate: UInt32 = (4_194_304 + clocksPerSample / 2) / clocksPerSample

    /// As in the file, which is little-endian like every host that this runs on.
    private var samples: [Int16] = []

    mutating func append(_ more: [Int16]) { samples += more }

    /// Source: Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0", "WAVE".
    func write(to path: String) throws {
        let data = samples.withUnsafeBufferPointer { Data(buffer: $0) }
        var file = Data("RIFF".utf8)
        append32(UInt32(clamping: data.count + 36), to: &file)
        file.append(Data("WAVEfmt ".utf8))
        append32(16, to: &file)
        append16(1, to: &file)  // PCM
        append16(2, to: &file)  // sides
        append32(Self.rate, to: &file)
        append32(Self.rate * 4, to: &file)
        append16(4, to: &file)  // bytes of a sample for both sides
        append16(16, to: &file)  // bits
        file.append(Data("data".utf8))
        append32(UInt32(clamping: data.count), to: &file)
        file.append(data)
        guard FileManager.default.createFile(atPath: path, contents: file) else {
            throw badFile(path, "cannot be written")
        }
    }

    private func append16(_ value: UInt16, to data: inout Data) {
        data.append(UInt8(truncatingIfNeeded: value))
        data.append(UInt8(truncatingIfNeeded: value >> 8))
    }

    private func append32(_ value: UInt32, to data: inout Data) {
        append16(UInt16(truncatingIfNeeded: value), to: &data)
        append16(UInt16(truncatingIfNeeded: value >> 16), to: &data)
    }
}
