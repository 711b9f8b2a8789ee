// The Game Boy, from power-on to power-off.
import Analog
import BatterySaves
import Displays
import GameBoy
import GameBoyPlayer
import Interfaces
import Storage
import TargetBoard
import Tasks
import Text

/// The task that runs the cartridge in the slot. Its clock is the sound output: it writes all samples that the machine makes
/// and waits where there is no room for more; so it runs as fast as they are heard, and nothing drifts. That is 0.02 % faster
/// than a Game Boy where the board's clock makes 32,774 Hz of 32,768.
@MainActor
enum GameTask {
    /// Pictures that are left out in a row, at most, where the chip does not keep up.
    private static var mostSkipped: UInt32 { 4 }

    private static var memory: PlayerMemory?
    private static var player: Player?
    private static var lines = PictureLines()
    private static let linesAreDrawn = Signal()
    /// Whether the sound output works; without it the clock paces the frames.
    private static var hasSound = false
    private static var pace = FramePace()

    /// Takes the memory. During start-up.
    static func reserve() {
        linesAreDrawn.reset()
        player = nil
        lines = PictureLines()
        hasSound = Hardware.sound != nil
        memory = PlayerMemory.allocate()
    }

    static func run() async {
        guard insert() else { return }
        noteStart()
        player?.makeSound(hasSound)
        pace = FramePace(speed: .real, mostSkipped: mostSkipped)
        while await runFrame() {}
        say("the program executed an illegal opcode")
        try? await Hardware.sound?.finish()
    }

    /// Switches the machine on; false if it cannot be.
    private static func insert() -> Bool {
        guard let memory else { return false }
        do throws(CartridgeError) {
            let found = try ThisBoard.dataRegion?.cartridge { odd in
                say("warning: ") { odd.writeWarning(to: &$0) }
            }
            guard let cartridge = found else {
                say("the slot holds no cartridge")
                return false
            }
            do throws(MachineError) {
                player = try Player(cartridge, in: memory)
            } catch {
                say("no machine: ") { error.write(to: &$0) }
                return false
            }
        } catch {
            say("no cartridge: ") { error.write(to: &$0) }
            return false
        }
        do throws(BatterySaveRecordError) {
            try DataLog.use { log throws(BatterySaveRecordError) in try player?.loadBatterySave(from: &log) }
        } catch {
            say("this game is not saved, and its save is left as it is: ") { error.write(to: &$0) }
        }
        return true
    }

    // MARK: - A frame

    /// Runs to the end of a frame, and a turn of the display between every few lines of it. False if the program has ended.
    private static func runFrame() async -> Bool {
        let isDrawn =
            if hasSound { pace.beginFrame(isLate: Hardware.sound?.isLow ?? false) } else { pace.beginFrame() }
        player?.beginFrame(held: Hardware.heldButtons, isDrawn: isDrawn)
        while true {
            let reason = player?.runSlice() ?? .locked
            guard reason != .locked else { return false }
            if isDrawn { passOnLines(frameEnded: reason == .frame) }
            if hasSound { await passOnSound() }
            await Task.yield()
            if reason == .frame { break }
        }
        save()
        if !hasSound, let start = pace.nextStart { await sleep(until: start) }
        return true
    }

    private static func passOnLines(frameEnded: Bool) {
        player?.withMachine { lines.advance($0, frameEnded: frameEnded) }
        linesAreDrawn.notify()
    }

    private static func passOnSound() async {
        var samples = InlineArray<32, StereoSample>(repeating: StereoSample(left: 0, right: 0))
        let count = player?.takeSound(into: &samples) ?? 0
        guard let sound = Hardware.sound else { return }
        do throws(SampleOutputError) {
            try await sound.write(samples.span.extracting(first: count))
        } catch {
            hasSound = false
            player?.makeSound(false)
            say("the sound is off: ") { error.write(to: &$0) }
        }
    }

    private static func save() {
        do throws(LogError) {
            try DataLog.use { log throws(LogError) in try player?.saveStep(in: &log) }
        } catch {
            say("the game is not saved: ") { error.write(to: &$0) }
        }
    }

    // MARK: - For the display

    /// Makes the pixels of the next lines, if any are drawn.
    static func takeLines(_ pixels: inout InlineArray<1280, Colour>) -> LineBatch? {
        guard player != nil else { return nil }
        var batch: LineBatch?
        player?.withMachine { batch = lines.take(from: $0, into: &pixels) }
        return batch
    }

    /// Waits for lines.
    static func waitForLines() async { await linesAreDrawn.wait() }
}
