// The `gb` commands for what is heard.
import Console
import GameBoyPlayer
import Tasks
import Text

@MainActor
enum GameBoySoundCommands {
    static func sound(_ arguments: inout Arguments, _ output: inout Output) async {
        let word = arguments.next()
        let isOn: Bool
        if let word, word.equals("on") {
            isOn = true
        } else if let word, word.equals("off") {
            isOn = false
        } else {
            return await output.sendLine("gb sound takes on or off")
        }
        if !GameBoySound.turn(on: isOn) { await output.sendLine("gb: this board has no sound output") }
    }

    static func record(_ arguments: inout Arguments, _ output: inout Output) async {
        guard let path = arguments.next() else { return await usage(&output) }
        let word = arguments.next()
        let frames = word?.decimal
        if word != nil {
            guard let frames, frames > 0 else { return await usage(&output) }
            guard await GameBoyTask.finish(&output), await GameBoyCommands.insert(&output) else { return }
        }
        guard !GameBoySound.isRecording else {
            return await output.sendLine("gb: a recording goes on already, to the end of the run")
        }
        guard GameBoySound.record(to: path) else {
            output.write("gb: the host does not open ")
            output.write(path)
            return await output.sendLine("; nothing is recorded")
        }
        if let frames { GameBoyTask.run(frames: frames) }
    }

    private static func usage(_ output: inout Output) async {
        await output.sendLine("gb record takes a file of the host and, to run it now, a number of frames")
    }
}
