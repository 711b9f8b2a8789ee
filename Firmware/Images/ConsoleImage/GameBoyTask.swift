// The Game Boy, as one task among others: it runs a few lines of a frame at a time and lets others run between.
import CartridgeSaves
import GameBoy
import Memory
import Storage
import Tasks
import Text

/// How fast frames follow each other.
enum GameBoySpeed {
    /// As fast as the chip can: fast-forward.
    case fast
    /// 59.73 a second. What cannot keep up leaves out pictures, as far as it may.
    case real
}

/// The task that runs the cartridge in the slot.
@MainActor
enum GameBoyTask {
    /// Lines of a frame between two turns of the others: about 0.7 ms on a Game Boy, and less than a
    /// millisecond here at full speed.
    private static var linesInSlice: UInt32 { 8 }
    private static var machineCyclesInLine: UInt32 { 114 }
    /// As `run` counts them: until `stop`.
    static var endless: UInt32 { .max }

    private static let requested = Signal()
    private static var machine: Machine?
    private static var framesLeft: UInt32 = 0
    private static var framesRun: UInt32 = 0
    /// A run goes on, or what it left is being saved and printed.
    private static var isBusy = false
    private static var region = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    private static var cartridgeRAM = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    /// What the program sent through its serial port since the last line end.
    private static var text = TextBuffer<160>()
    private static var buttons = HeldButtons()
    private static var pace = FramePace()
    private(set) static var statistics = FrameStatistics()

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
        machine = nil
        framesLeft = 0
        framesRun = 0
        isBusy = false
        text = TextBuffer()
        buttons = HeldButtons()
        pace = FramePace()
        statistics = FrameStatistics()
        region = UnsafeMutableRawBufferPointer(
            start: StartupMemory.allocate(bytes: Machine.byteCount), count: Machine.byteCount)
        cartridgeRAM = UnsafeMutableRawBufferPointer(
            start: StartupMemory.allocate(bytes: 32 << 10), count: 32 << 10)
        GameBoySaves.reset()
    }

    static var isRunning: Bool { framesLeft > 0 }
    static var frames: UInt32 { framesRun }

    /// Why the machine is not on.
    enum Failure: Error {
        case machine(MachineError)
        case save(SaveRecordError)
    }

    /// Switches the machine on with this cartridge and its save, unless it is on already.
    static func insert(_ cartridge: Cartridge) throws(Failure) {
        guard machine == nil else { return }
        for index in 0..<min(cartridge.ramByteCount, cartridgeRAM.count) { cartridgeRAM[index] = 0xFF }
        do throws(MachineError) {
            machine = try Machine(in: region, cartridge: cartridge, cartridgeRAM: cartridgeRAM)
        } catch { throw .machine(error) }
        do throws(SaveRecordError) {
            try GameBoySaves.load(cartridge, into: &machine!, cartridgeRAM)
        } catch {
            machine = nil
            throw .save(error)
        }
        framesRun = 0
        statistics = FrameStatistics()
    }

    /// Switches the machine off, with nothing saved.
    static func remove() {
        machine = nil
        GameBoySaves.reset()
    }

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

    /// Ends the run behind the frame that is being drawn, and waits until what it left is saved and printed.
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
        guard machine != nil else { return false }
        body(machine!)
        return true
    }

    static func work() async {
        var output = Output()
        while true {
            await requested.wait()
            while framesLeft > 0 { await runFrame(&output) }
            if machine != nil { await GameBoySaves.finish(machine!, cartridgeRAM, &output) }
            await endLine(&output)
            isBusy = false
        }
    }

    /// Runs to the end of a frame, and a turn of the others between every few lines of it.
    private static func runFrame(_ output: inout Output) async {
        // The last picture of a run is always drawn: people look at it.
        let isDrawn = pace.beginFrame() || framesLeft == 1
        switchDrawing(isDrawn)
        machine?.hold(buttons.nextFrame())
        var cycles: UInt32 = 0
        while true {
            let start = SystemClock.cycleCount
            let reason = machine?.run(machineCycles: linesInSlice * machineCyclesInLine) ?? .locked
            cycles &+= SystemClock.cycleCount &- start
            await passOnSerial(&output)
            if reason == .locked {
                framesLeft = 0
                return await Shell.interject(&output) { $0.writeLine("gb: the program executed an illegal opcode") }
            }
            await Task.yield()
            if reason == .frame { break }
        }
        framesRun &+= 1
        if framesLeft > 0 && framesLeft != endless { framesLeft -= 1 }
        statistics.add(cycles: cycles, isDrawn: isDrawn)
        if framesLeft > 0 {
            await GameBoySaves.step(machine!, cartridgeRAM, &output)
            if let start = pace.nextStart { await sleep(until: start) }
        }
    }

    private static func switchDrawing(_ isOn: Bool) {
        guard machine != nil else { return }
        setDrawing(machine!, isOn)
    }

    /// A setter of an optional's value would take it out of there; a function borrows it.
    private static func setDrawing(_ machine: borrowing Machine, _ isOn: Bool) { machine.drawsPicture = isOn }

    private static func passOnSerial(_ output: inout Output) async {
        while let byte = machine?.readSerial() {
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
