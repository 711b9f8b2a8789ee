// The Game Boy, as one task among others: it runs a few lines of a frame at a time and lets others run between.
import GameBoy
import Memory
import Tasks
import Text

/// The task that runs the cartridge in the slot.
@MainActor
enum GameBoyTask {
    /// Lines of a frame between two turns of the others: about 0.7 ms on a Game Boy, and less than a
    /// millisecond here at full speed.
    private static var linesInSlice: UInt32 { 8 }
    private static var machineCyclesInLine: UInt32 { 114 }

    private static let requested = Signal()
    private static var machine: Machine?
    private static var framesLeft: UInt32 = 0
    private static var framesRun: UInt32 = 0
    private static var region = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    private static var cartridgeRAM = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    /// What the program sent through its serial port since the last line end.
    private static var text = TextBuffer<160>()

    /// Switches the machine off and takes the memory that one lives in. During start-up.
    static func reserve() {
        requested.reset()
        machine = nil
        framesLeft = 0
        framesRun = 0
        text = TextBuffer()
        region = UnsafeMutableRawBufferPointer(
            start: StartupMemory.allocate(bytes: Machine.byteCount), count: Machine.byteCount)
        cartridgeRAM = UnsafeMutableRawBufferPointer(
            start: StartupMemory.allocate(bytes: 32 << 10), count: 32 << 10)
    }

    static var isRunning: Bool { framesLeft > 0 }
    static var frames: UInt32 { framesRun }

    /// Switches the machine on with this cartridge, unless it is on already.
    static func insert(_ cartridge: Cartridge) throws(MachineError) {
        guard machine == nil else { return }
        machine = try Machine(in: region, cartridge: cartridge, cartridgeRAM: cartridgeRAM)
        framesRun = 0
    }

    /// Runs `frames` more frames in the background.
    static func run(frames: UInt32) {
        framesLeft = frames
        requested.notify()
    }

    /// Waits for the frames that were asked for; Ctrl-C gives the rest up. False if it did.
    static func finish(_ output: inout Output) async -> Bool {
        guard isRunning else { return true }
        output.write("waiting for ")
        output.write(decimal: framesLeft)
        await output.sendLine(" frames; Ctrl-C stops them")
        while isRunning {
            if Shell.isInterrupted() {
                framesLeft = 0
                await output.sendLine("^C")
                return false
            }
            await sleep(for: .milliseconds(5))
        }
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
            while framesLeft > 0 {
                let reason = machine?.run(machineCycles: linesInSlice * machineCyclesInLine) ?? .locked
                await passOnSerial(&output)
                switch reason {
                case .frame:
                    framesLeft = framesLeft > 0 ? framesLeft - 1 : 0
                    framesRun &+= 1
                case .budget, .breakpoint: break
                case .locked:
                    framesLeft = 0
                    await Shell.interject(&output) { $0.writeLine("gb: the program executed an illegal opcode") }
                }
                await Task.yield()
            }
            await endLine(&output)
        }
    }

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
