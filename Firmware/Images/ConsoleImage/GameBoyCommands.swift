// The `gb` commands.
import BatterySaves
import Console
import GameBoy
import GameBoyPlayer
import Semihosting
import Storage
import TargetBoard
import Tasks
import Text

@MainActor
enum GameBoyCommands {
    static func run(_ arguments: inout Arguments, _ output: inout Output) async {
        guard let word = arguments.next() else {
            output.write("gb info | gb run FRAMES | gb status | gb key BUTTON [FRAMES] | gb keys | gb speed fast|real")
            output.write(" | gb skip PICTURES | gb screenshot [FILE] | gb sound on|off | gb record FILE [FRAMES]")
            return await output.sendLine(" | gb forget")
        }
        if word.equals("info") {
            await info(&output)
        } else if word.equals("run") {
            await run(frames: arguments.next()?.decimal, &output)
        } else if word.equals("screenshot") {
            guard await GameBoyTask.finish(&output) else { return }
            if let path = arguments.rest() {
                await save(path, &output)
            } else {
                await draw(&output)
            }
        } else if word.equals("forget") {
            await forget(&output)
        } else if word.equals("sound") {
            await GameBoySoundCommands.sound(&arguments, &output)
        } else if word.equals("record") {
            await GameBoySoundCommands.record(&arguments, &output)
        } else if await !GameBoyPlayCommands.run(word, &arguments, &output) {
            await output.sendLine("gb takes info, run, status, key, keys, speed, skip, screenshot, sound, record or forget")
        }
    }

    /// The cartridge in the slot, and a line for each thing that is odd about it; or nil and a line that says what is
    /// wrong with it.
    private static func cartridge(_ output: inout Output) async -> Cartridge? {
        do throws(CartridgeError) {
            var odd = InlineArray<4, CartridgeError?>(repeating: nil)
            var count = 0
            let found = try ThisBoard.dataRegion?.cartridge {
                guard count < odd.count else { return }
                odd[count] = $0
                count += 1
            }
            for index in 0..<count {
                output.write("gb: warning: ")
                odd[index]?.writeWarning(to: &output)
                await output.sendLine("")
            }
            if let found { return found }
            await output.sendLine("gb: the slot holds no cartridge; give one with --rom")
            return nil
        } catch {
            output.write("gb: ")
            error.write(to: &output)
            await output.sendLine("")
            return nil
        }
    }

    private static func info(_ output: inout Output) async {
        guard let cartridge = await cartridge(&output) else { return }
        output.write("title      ")
        cartridge.writeTitle(to: &output)
        output.writeLine()
        output.write("ROM        ")
        output.write(decimal: UInt32(cartridge.romByteCount >> 10))
        output.writeLine(" KB")
        output.write("RAM        ")
        output.write(decimal: UInt32(cartridge.ramByteCount >> 10))
        output.writeLine(cartridge.hasBattery ? " KB, kept by a battery" : " KB")
        output.write("frames     ")
        output.write(decimal: GameBoyTask.frames)
        await output.sendLine(GameBoyTask.isRunning ? ", running" : "")
    }

    private static func run(frames: UInt32?, _ output: inout Output) async {
        guard let frames, frames > 0 else { return await output.sendLine("gb run takes a number of frames") }
        guard await GameBoyTask.finish(&output), await insert(&output) else { return }
        GameBoyTask.run(frames: frames)
    }

    /// Switches the machine on, unless it is on; false and a line that says why if it cannot be.
    static func insert(_ output: inout Output) async -> Bool {
        guard let cartridge = await cartridge(&output) else { return false }
        do throws(GameBoyTask.Failure) {
            try GameBoyTask.insert(cartridge)
            return true
        } catch {
            output.write("gb: ")
            switch error {
            case .machine(let error): error.write(to: &output)
            case .save(let error):
                error.write(to: &output)
                output.write("; `gb forget` deletes it")
            }
            await output.sendLine("")
            return false
        }
    }

    private static func forget(_ output: inout Output) async {
        guard await GameBoyTask.finish(&output), let cartridge = await cartridge(&output) else { return }
        do throws(LogError) {
            let had = try DataLog.use { log throws(LogError) in try Player.forgetBatterySave(of: cartridge, in: &log) }
            GameBoyTask.remove()
            await output.sendLine(had ? "gb: its save is deleted, and the machine is off" : "gb: this cartridge has no save")
        } catch {
            output.write("gb: ")
            error.write(to: &output)
            await output.sendLine("")
        }
    }

    // MARK: - Screenshots

    private static func save(_ path: borrowing Span<UInt8>, _ output: inout Output) async {
        guard GameBoyTask.withMachine({ _ in }) else { return await noPicture(&output) }
        guard let file = HostFile(path: path, mode: .create) else {
            await output.sendLine("gb: the host does not open that file; here is the picture instead")
            return await draw(&output)
        }
        var sink = HostFileOutput(file: file)
        _ = GameBoyTask.withMachine { $0.writePNG(to: &sink) }
        sink.flush()
        if sink.failed {
            await output.sendLine("gb: the host failed to write the file")
        } else {
            output.write("gb: picture written to ")
            output.write(path)
            await output.sendLine("")
        }
    }

    private static func noPicture(_ output: inout Output) async {
        await output.sendLine("gb: there is no picture before `gb run`")
    }

    /// Draws the picture at half its width and height, two lines in one of text.
    private static func draw(_ output: inout Output) async {
        guard GameBoyTask.withMachine({ _ in }) else { return await noPicture(&output) }
        for row in stride(from: 0, to: Machine.pictureHeight, by: 4) {
            var last: (UInt8, UInt8) = (0xFF, 0xFF)
            for column in stride(from: 0, to: Machine.pictureWidth, by: 2) {
                var cell: (UInt8, UInt8) = (0, 0)
                _ = GameBoyTask.withMachine {
                    cell = (darkest(of: $0, column, row), darkest(of: $0, column, row + 2))
                }
                if cell.0 != last.0 || cell.1 != last.1 {
                    setColours(cell.0, cell.1, &output)
                    await output.send()
                    last = cell
                }
                output.write("\u{2580}")
                if column % 32 == 30 { await output.send() }
            }
            await output.sendLine("\u{1B}[0m")
        }
    }

    /// The darkest of the four pixels that one half block stands for, so that thin lines stay.
    private static func darkest(of machine: borrowing Machine, _ x: Int, _ y: Int) -> UInt8 {
        max(
            max(machine.shade(x: x, y: y), machine.shade(x: x + 1, y: y)),
            max(machine.shade(x: x, y: y + 1), machine.shade(x: x + 1, y: y + 1)))
    }

    /// Foreground and background from the 24 greys of a 256-colour terminal.
    private static func setColours(_ upper: UInt8, _ lower: UInt8, _ output: inout Output) {
        output.write("\u{1B}[38;5;")
        output.write(decimal: grey(upper))
        output.write(";48;5;")
        output.write(decimal: grey(lower))
        output.write("m")
    }

    private static func grey(_ shade: UInt8) -> UInt32 { 255 - UInt32(shade) * 7 }
}
