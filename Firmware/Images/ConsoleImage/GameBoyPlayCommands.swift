// The `gb` commands for somebody who plays: keys, speed, and what it costs the chip.
import Console
import GameBoy
import GameBoyPlayer
import Interfaces
import Tasks
import Text

@MainActor
enum GameBoyPlayCommands {
    /// Runs a command; false if there is none of that name.
    static func run(
        _ word: borrowing Span<UInt8>, _ arguments: inout Arguments, _ output: inout Output
    ) async -> Bool {
        if word.equals("status") {
            await status(&output)
        } else if word.equals("key") {
            await key(&arguments, &output)
        } else if word.equals("keys") {
            await keys(&output)
        } else if word.equals("speed") {
            await speed(&arguments, &output)
        } else if word.equals("skip") {
            guard let pictures = arguments.next()?.decimal, pictures <= 100 else {
                await output.sendLine("gb skip takes a number of pictures up to 100")
                return true
            }
            GameBoyTask.mostSkipped = pictures
        } else {
            return false
        }
        return true
    }

    // MARK: - Status

    private static func status(_ output: inout Output) async {
        guard let cost = GameBoyTask.frameCost else {
            return await output.sendLine("gb: no frame has run yet")
        }
        output.write("frames     ")
        output.write(decimal: GameBoyTask.frames)
        output.write(", ")
        output.write(decimal: GameBoyTask.skippedFrames)
        output.write(" not drawn")
        output.writeLine(GameBoyTask.isRunning ? ", running" : "")
        output.write("a frame    ")
        output.write(decimal: cost.median)
        output.write(" cycles in the median of the last ")
        output.write(decimal: min(GameBoyTask.frames, 64))
        output.write(", ")
        output.write(decimal: cost.most)
        output.writeLine(" at most")
        await output.send()
        // Cycles of a frame that lasts 70,224 clocks of 4,194,304 a second.
        let budget = UInt32(truncatingIfNeeded: UInt64(Hardware.clocks.coreClock.hertz) * 70_224 / 4_194_304)
        let percent = UInt32(truncatingIfNeeded: UInt64(min(cost.median, budget)) * 100 / UInt64(max(budget, 1)))
        output.write("left       ")
        output.write(decimal: 100 - percent)
        output.writeLine(" % of the chip at 59.73 frames a second")
        output.write("speed      ")
        output.write(GameBoyTask.speed == .fast ? "fast, " : "real, ")
        output.write(decimal: GameBoyTask.mostSkipped)
        output.writeLine(" pictures left out in a row at most")
        await output.send()
        output.write("sound      ")
        GameBoySound.writeStatus(to: &output)
        output.write("saves      ")
        output.write(decimal: GameBoyTask.saves)
        await output.sendLine("")
    }

    // MARK: - Keys

    private static func key(_ arguments: inout Arguments, _ output: inout Output) async {
        guard let name = arguments.next(), let button = Buttons(name: name) else {
            return await output.sendLine("gb key takes a, b, start, select, up, down, left or right")
        }
        guard let word = arguments.next() else { return GameBoyTask.press(button) }
        guard let frames = word.decimal.flatMap({ UInt16(exactly: $0) }), frames > 0 else {
            return await output.sendLine("gb key takes a number of frames from 1 to 65535")
        }
        GameBoyTask.press(button, frames: frames)
    }

    /// Passes keystrokes on until one ends it. What does not run yet runs meanwhile, at a Game Boy's speed.
    private static func keys(_ output: inout Output) async {
        let speed = GameBoyTask.speed
        let isOwn = !GameBoyTask.isRunning
        if isOwn {
            guard await GameBoyCommands.insert(&output) else { return }
            GameBoyTask.speed = .real
            GameBoyTask.run(frames: GameBoyTask.endless)
        }
        await output.sendLine("arrows, x and z for A and B, Enter for Start, Space for Select; q ends")
        var reader = KeystrokeReader()
        playing: while GameBoyTask.isRunning {
            guard let byte = await Shell.byteIfTyped() else {
                await sleep(for: .milliseconds(2))
                continue
            }
            switch reader.accept(byte) {
            case .button(let button): GameBoyTask.press(button)
            case .end: break playing
            case nil: break
            }
        }
        guard isOwn else { return }
        await GameBoyTask.stop()
        GameBoyTask.speed = speed
    }

    private static func speed(_ arguments: inout Arguments, _ output: inout Output) async {
        let word = arguments.next()
        if let word, word.equals("fast") {
            guard !GameBoySound.isOn else {
                return await output.sendLine("gb: the sound sets the speed; `gb sound off` first")
            }
            GameBoyTask.speed = .fast
        } else if let word, word.equals("real") {
            GameBoyTask.speed = .real
        } else {
            await output.sendLine("gb speed takes fast or real")
        }
    }
}
