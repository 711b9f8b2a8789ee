// The sound of a run as a WAV file.
import Foundation
import ProjectCommands
import Sounds

/// Collects samples, 16 bits for each of two sides.
struct SoundFile {
    /// 43,691 Hz, as near to 44,100 as whole clocks come.
    static let clocksPerSample: UInt32 = 96
    private static let rate: UInt32 = (4_194_304 + clocksPerSample / 2) / clocksPerSample

    /// As in the file, which is little-endian like every host that this runs on.
    private var samples: [Int16] = []

    mutating func append(_ more: [Int16]) { samples += more }

    func write(to output: OutputFile) throws {
        let header = WAVHeader(sampleRate: Self.rate, samples: UInt32(clamping: samples.count / 2))
        var file = header.bytes.span.withUnsafeBufferPointer { Data($0) }
        samples.withUnsafeBytes { file.append(contentsOf: $0) }
        try output.write(file)
    }
}
