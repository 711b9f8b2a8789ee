// A WAV file of the host that grows while the machine runs.
import GameBoyPlayer
import Interfaces
import Semihosting
import Sounds
import Text

/// A recording. Until it is ended its header says that there are no samples. It owns 560 bytes.
struct SoundRecording: ~Copyable {
    /// The file's name, for what is said about it.
    private(set) var name = TextBuffer<256>()
    private var sink: HostFileOutput
    private(set) var samples: UInt32 = 0

    /// Makes the file; nil if the host does not.
    init?(path: borrowing Span<UInt8>) {
        guard let file = HostFile(path: path, mode: .create) else { return nil }
        sink = HostFileOutput(file: file)
        name.write(path)
        writeHeader()
    }

    private mutating func writeHeader() {
        let header = WAVHeader(sampleRate: Player.sampleRate.hertz, samples: samples).bytes
        for index in header.indices { sink.write(byte: header[index]) }
    }

    /// Returns false if it takes no more: the host failed, or a WAV file holds no more.
    mutating func append(_ more: borrowing Span<StereoSample>) -> Bool {
        for index in more.indices {
            guard !sink.failed, samples < WAVHeader.mostSamples else { return false }
            write(more[index].left)
            write(more[index].right)
            samples &+= 1
        }
        return true
    }

    private mutating func write(_ side: Int16) {
        sink.write(byte: UInt8(truncatingIfNeeded: side))
        sink.write(byte: UInt8(truncatingIfNeeded: side &>> 8))
    }

    /// Writes the header with the number of samples, and says what came of it.
    mutating func end(saying output: inout Output) {
        // Before the last bytes are written, a failure among them would be after this.
        sink.flush()
        let bytes = sink.written
        sink.rewind()
        writeHeader()
        sink.flush()
        output.write("gb: ")
        if sink.failed {
            output.write("the host failed to write ")
            output.write(name.span)
            output.write(" after byte ")
            output.write(decimal: bytes)
            return output.writeLine("; the recording has ended")
        }
        output.write(decimal: samples)
        output.write(" samples, ")
        output.write(decimal: samples / Player.sampleRate.hertz)
        output.write(".")
        output.write(decimal: samples % Player.sampleRate.hertz * 1000 / Player.sampleRate.hertz, width: 3, padding: 0x30)
        output.write(" s of sound, written to ")
        output.write(name.span)
        output.writeLine(samples == WAVHeader.mostSamples ? ", which holds no more" : "")
    }
}
