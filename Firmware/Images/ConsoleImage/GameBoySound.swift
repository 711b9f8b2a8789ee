// Where the machine's sound goes: to the board's output, into a file of the host, to both or to neither.
import Analog
import GameBoyPlayer
import Interfaces
import Tasks
import Text

/// The sound of the machine that is on. Thread mode.
@MainActor
enum GameBoySound {
    /// Whether it goes to the board's output, which sets the pace of the frames then.
    private(set) static var isOn = false
    private static var recording: SoundRecording?

    /// Off, with nothing recorded. During start-up.
    static func reset() {
        isOn = false
        recording = nil
    }

    /// Whether anybody takes samples.
    static var isWanted: Bool { isOn || recording != nil }

    /// Whether the output has little left to play; nil if it sets no pace.
    static var isLate: Bool? { isOn ? Hardware.sound?.isLow : nil }

    /// False if the board has no output.
    static func turn(on: Bool) -> Bool {
        guard let sound = Hardware.sound else { return false }
        if on { GameBoyTask.speed = .real } else { sound.stop() }
        isOn = on
        return true
    }

    static var isRecording: Bool { recording != nil }

    /// Records to the end of the run that goes on, or of the next one. False if the host does not make the file.
    @inline(never)
    static func record(to path: borrowing Span<UInt8>) -> Bool {
        recording = SoundRecording(path: path)
        return recording != nil
    }

    /// Passes samples on, and waits where the output's queue is full.
    static func passOn(_ samples: borrowing Span<StereoSample>, _ output: inout Output) async {
        if !keep(samples) { await endRecording(&output) }
        guard isOn, let sound = Hardware.sound else { return }
        do throws(SampleOutputError) {
            try await sound.write(samples)
            // Switched off while this waited for room.
            if !isOn { sound.stop() }
        } catch {
            isOn = false
            await Shell.interject(&output) {
                $0.write("gb: the sound is off: ")
                error.write(to: &$0)
                $0.writeLine()
            }
        }
    }

    /// Lets what is queued be played, and ends a recording.
    static func endRun(_ output: inout Output) async {
        if isOn { try? await Hardware.sound?.finish() }
        await endRecording(&output)
    }

    // The recording is touched in functions that are not inlined: an async one would make room for it in its frame.

    /// Writes samples to the recording, if there is one; false if it takes no more.
    @inline(never)
    private static func keep(_ samples: borrowing Span<StereoSample>) -> Bool {
        recording?.append(samples) ?? true
    }

    private static func endRecording(_ output: inout Output) async {
        guard isRecording else { return }
        await Shell.interject(&output) { end(saying: &$0) }
    }

    @inline(never)
    private static func end(saying output: inout Output) {
        recording?.end(saying: &output)
        recording = nil
    }

    static func writeStatus(to output: inout Output) {
        guard let sound = Hardware.sound else {
            return output.writeLine(isRecording ? "recorded; the board has no output" : "off; the board has no output")
        }
        output.write(isOn ? "on, " : "off, ")
        output.write(decimal: sound.missing)
        output.writeLine(isRecording ? " samples came too late, recorded" : " samples came too late")
    }
}
