// The Game Boy, as one task among others: it runs a few lines of a frame at a time and lets others run between.
import BatterySaves
import GameBoy
import GameBoyPlayer
import Interfaces
import Storage
import Tasks
import Text

/// The task that runs the cartridge in the slot.
@MainActor
enum GameBoyTask {
    /// As `run` counts them: until `stop`.
    static var endless: UInt32 { .max }

    private static let requested = Signal()
    private static var player: Player?
    private static var framesLeft: UInt32 = 0
    /// A run goes on, or what it left is being saved and printed.
    private static var isBusy = false
    private static var memory: PlayerMemory?
    /// What the program sent through its serial port since the last line end.
    private static var text = TextBuffer<160>()
    private static var buttons = HeldButtons()
    private static var pace = FramePace()
    /// Whether the machine makes samples.
    private static var makesSound = false

    /// Of the machine that is on: frames, those not drawn, what one costs, and how many saves were written.
    static var frames: UInt32 { player?.frames ?? 0 }
    static var skippedFrames: UInt32 { player?.skippedFrames ?? 0 }
    static var frameCost: (median: UInt32, most: UInt32)? { player?.frameCost ?? nil }
    static var saves: UInt32 { player?.saves ?? 0 }

    static var speed: GameBoySpeed {
        get { pace.speed }
        set { pace = FramePace(speed: newValue, mostSkipped: pace.mostSkipped) }
    }
    /// The pictures that may be left out in a row.
    static var mostSkipped: UInt32 {
        get { pace.mostSkipped }
        set { pace = FramePace(speed: pace.speed, mostSkipped: newValue) }
    }

    /// Switches the machine off and takes the memory that one lives in. During start-up.
    static func reserve() {
        requested.reset()
        player = nil
        framesLeft = 0
        isBusy = false
        text = TextBuffer()
        buttons = HeldButtons()
        pace = FramePace()
        makesSound = false
        memory = PlayerMemory.allocate()
    }

    static var isRunning: Bool { framesLeft > 0 }

    /// Why the machine is not on.
    enum Failure: Error {
        case machine(MachineError)
        case save(BatterySaveRecordError)
    }

    /// Switches the machine on with this cartridge and its save, unless it is on already.
    static func insert(_ cartridge: Cartridge) throws(Failure) {
        guard player == nil, let memory else { return }
        do throws(MachineError) { player = try Player(cartridge, in: memory) } catch { throw .machine(error) }
        makesSound = false
        var failure: BatterySaveRecordError?
        do throws(LogError) {
            try DataLog.use { log throws(LogError) in
                do throws(BatterySaveRecordError) { try player!.loadBatterySave(from: &log) } catch { failure = error }
            }
        } catch { failure = .log(error) }
        guard let failure else { return }
        player = nil
        throw .save(failure)
    }

    /// Switches the machine off, with nothing saved.
    static func remove() { player = nil }

    /// Runs `frames` more frames in the background.
    static func run(frames: UInt32) {
        framesLeft = frames
        isBusy = true
        pace.start()
        requested.notify()
    }

    /// Holds buttons down for some frames.
    static func press(_ pressed: Buttons, frames: UInt16 = HeldButtons.usualFrames) {
        buttons.press(pressed, frames: frames)
    }

    /// Ends the run after the frame that is being drawn, and waits until what it left is saved and printed.
    static func stop() async {
        framesLeft = min(framesLeft, 1)
        while isBusy { await sleep(for: .milliseconds(1)) }
    }

    /// Waits for the frames that were asked for; Ctrl-C gives the rest up. False if it did.
    static func finish(_ output: inout Output) async -> Bool {
        guard isRunning else {
            await stop()
            return true
        }
        if framesLeft == endless {
            output.write("waiting for Ctrl-C")
        } else {
            output.write("waiting for ")
            output.write(decimal: framesLeft)
            output.write(" frames; Ctrl-C stops them")
        }
        await output.sendLine("")
        while isRunning {
            if Shell.isInterrupted() {
                await stop()
                await output.sendLine("^C")
                return false
            }
            await sleep(for: .milliseconds(5))
        }
        await stop()
        return true
    }

    /// Gives `body` the machine, if it is on.
    static func withMachine(_ body: (borrowing Machine) -> Void) -> Bool {
        guard player != nil else { return false }
        player!.withMachine(body)
        return true
    }

    static func work() async {
        var output = Output()
        while true {
            await requested.wait()
            while framesLeft > 0 { await runFrame(&output) }
            await save(isLast: true, &output)
            await endLine(&output)
            await GameBoySound.endRun(&output)
            isBusy = false
        }
    }

    /// Runs to the end of a frame, and a turn of the others between every few lines of it.
    private static func runFrame(_ output: inout Output) async {
        if makesSound != GameBoySound.isWanted {
            makesSound = GameBoySound.isWanted
            player?.makeSound(makesSound)
        }
        let isDrawn =
            if let isLate = GameBoySound.isLate { pace.beginFrame(isLate: isLate) } else { pace.beginFrame() }
        // The last picture of a run is always drawn: people look at it.
        player?.beginFrame(held: buttons.nextFrame(), isDrawn: isDrawn || framesLeft == 1)
        while true {
            let reason = player?.runSlice() ?? .locked
            await passOnSerial(&output)
            if makesSound { await passOnSound(&output) }
            if reason == .locked {
                framesLeft = 0
                return await Shell.interject(&output) { $0.writeLine("gb: the program executed an illegal opcode") }
            }
            await Task.yield()
            if reason == .frame { break }
        }
        if framesLeft > 0 && framesLeft != endless { framesLeft -= 1 }
        guard framesLeft > 0 else { return }
        await save(isLast: false, &output)
        // Who waits for room in the sound's queue waits enough.
        if GameBoySound.isLate == nil, let start = pace.nextStart { await sleep(until: start) }
    }

    private static func passOnSound(_ output: inout Output) async {
        var samples = InlineArray<32, StereoSample>(repeating: StereoSample(left: 0, right: 0))
        let count = player?.takeSound(into: &samples) ?? 0
        await GameBoySound.passOn(samples.span.extracting(first: count), &output)
    }

    /// Does the next part of a save, or all that is left of it.
    private static func save(isLast: Bool, _ output: inout Output) async {
        guard player != nil else { return }
        do throws(LogError) {
            try DataLog.use { log throws(LogError) in
                if isLast { try player!.saveAll(in: &log) } else { try player!.saveStep(in: &log) }
            }
        } catch {
            await Shell.interject(&output) {
                $0.write("gb: the game is not saved: ")
                error.write(to: &$0)
                $0.writeLine()
            }
        }
    }

    private static func passOnSerial(_ output: inout Output) async {
        while let byte = player?.readSerial() {
            if byte == 0x0A || text.count == 160 { await endLine(&output) }
            // What is no text would confuse the terminal.
            if byte >= 0x20 { text.write(byte: byte) }
        }
    }

    private static func endLine(_ output: inout Output) async {
        guard text.count > 0 else { return }
        await Shell.interject(&output) {
            $0.write(text.span)
            $0.writeLine()
        }
        text.removeAll()
    }
}
