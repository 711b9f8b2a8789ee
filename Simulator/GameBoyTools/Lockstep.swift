// The core and a plain CPU side by side: the plain one is given what the core read, and must do all the rest itself.
import GameBoy

/// Plays the bus events of a step: each access must be the next of them.
struct PlayedBus: PlainBus {
    private var events: ArraySlice<BusEvent> = []
    /// The first access that was not the core's.
    private(set) var difference: String?

    mutating func play(_ events: [BusEvent]) {
        self.events = events[...]
        difference = nil
    }

    /// What the core did and nobody else.
    var rest: ArraySlice<BusEvent> { events }

    private mutating func next(_ own: String, _ matches: (BusEvent) -> UInt8?) -> UInt8 {
        guard difference == nil else { return 0xFF }
        guard let event = events.popFirst() else {
            difference = "the plain CPU does \(own), and the core nothing more"
            return 0xFF
        }
        guard let value = matches(event) else {
            difference = "the plain CPU does \(own), and the core \(Lockstep.text(event))"
            return 0xFF
        }
        return value
    }

    mutating func read(_ address: UInt16) -> UInt8 {
        next("read \(Disassembler.hex(address, 4))") {
            if case .read(address, let value) = $0 { value } else { nil }
        }
    }

    mutating func write(_ address: UInt16, _ value: UInt8) {
        _ = next(Lockstep.text(.write(address, value))) { $0 == .write(address, value) ? 0 : nil }
    }

    mutating func idle() { _ = next("idle") { $0 == .idle ? 0 : nil } }

    mutating func pendingInterrupts() -> UInt8 {
        next("ask for interrupts") { if case .pending(let value) = $0 { value } else { nil } }
    }
}

/// Runs a machine a step at a time beside a plain CPU that starts where the machine is.
public struct Lockstep {
    private var plain: PlainCPU<PlayedBus>
    /// Steps so far in which an instruction was executed.
    public private(set) var instructions = 0

    /// Takes the registers and the CPU's mode of `machine`, between two steps.
    public init<M>(_ machine: borrowing GenericMachine<M>) {
        plain = PlainCPU(bus: PlayedBus(), registers: machine.registers)
        plain.interruptsEnabled = machine.interruptsEnabled
        plain.enablePending = machine.enablePending
        plain.mode = machine.cpuMode
    }

    /// Lets both do a step. Returns what is different afterwards, in some lines; the step's end of frame is in `endsFrame`.
    public mutating func step<M>(_ machine: inout GenericMachine<M>, endsFrame: inout Bool) -> String? {
        let before = machine.registers
        let text = Disassembler.instruction(at: before.pc) { machine.peek($0) }.text
        let step = machine.watchedStep()
        endsFrame = step.endsFrame
        let problem: String?
        switch step.kind {
        case .waiting:
            problem = plain.mode == .running ? "the core waits, and the plain CPU would run" : nil
        case .videoDMA: problem = plain.mode == .running ? nil : "the core stands still, and the plain CPU waits"
        case .interrupt: problem = serve(step, machine)
        case .instruction: problem = execute(step)
        }
        if let problem { return describe(problem, text, before, step, machine) }
        if plain.registers != machine.registers { return describe("registers", text, before, step, machine) }
        if step.kind == .instruction {
            let isEnabled = machine.interruptsEnabled || machine.enablePending
            guard plain.mode == machine.cpuMode, (plain.interruptsEnabled || plain.enablePending) == isEnabled else {
                return describe("mode or IME", text, before, step, machine)
            }
        }
        return nil
    }

    private mutating func execute(_ step: WatchedStep) -> String? {
        switch plain.mode {
        case .running: break
        case .halted where step.pending != 0, .stopped: plain.mode = .running
        case .halted, .locked: return "the core runs, and the plain CPU would wait"
        }
        if plain.interruptsEnabled && step.pending != 0 { return "the plain CPU would serve an interrupt" }
        instructions += 1
        plain.bus.play(step.events)
        plain.step()
        if let difference = plain.bus.difference { return difference }
        return plain.bus.rest.first.map { "the core does \(Self.text($0)) as well" }
    }

    /// The core chooses the vector between the two pushes: it may be that of an interrupt which came meanwhile, but of no
    /// lower priority than those that were pending; and none if the push went over IE.
    private mutating func serve<M>(_ step: WatchedStep, _ machine: borrowing GenericMachine<M>) -> String? {
        if plain.mode == .halted || plain.mode == .stopped { plain.mode = .running }
        guard plain.interruptsEnabled, step.pending != 0 else { return "the plain CPU would serve no interrupt" }
        let returnAddress = plain.registers.pc
        let high = plain.registers.sp &- 1
        let vector = machine.registers.pc
        let last = 0x40 + UInt16(step.pending.trailingZeroBitCount) * 8
        let isVector = vector >= 0x40 && vector <= last && vector % 8 == 0
        guard isVector || high == 0xFFFF else { return "there is no such interrupt" }
        plain.serve(bit: isVector ? Int(vector - 0x40) / 8 : 0)
        if !isVector { plain.registers.pc = vector }
        // What was pushed can be looked at where it is plain memory.
        guard (0xC000..<0xDFFF).contains(plain.registers.sp) else { return nil }
        let pushed = UInt16(machine.peek(high)) << 8 | UInt16(machine.peek(plain.registers.sp))
        return pushed == returnAddress ? nil : "pushed \(Disassembler.hex(pushed, 4))"
    }

    // MARK: - Text

    static func text(_ event: BusEvent) -> String {
        switch event {
        case .read(let address, let value): "read \(Disassembler.hex(address, 4)) = \(Disassembler.hex(UInt16(value), 2))"
        case .write(let address, let value): "write \(Disassembler.hex(address, 4)) = \(Disassembler.hex(UInt16(value), 2))"
        case .idle: "idle"
        case .pending(let value): "ask for interrupts: \(Disassembler.hex(UInt16(value), 2))"
        }
    }

    /// The registers in one line.
    public static func text(_ r: Registers) -> String {
        func byte(_ value: UInt8) -> String { String(Disassembler.hex(UInt16(value), 2).dropFirst()) }
        func word(_ value: UInt16) -> String { String(Disassembler.hex(value, 4).dropFirst()) }
        return "A=\(byte(r.a)) F=\(byte(r.f)) BC=\(byte(r.b))\(byte(r.c)) DE=\(byte(r.d))\(byte(r.e)) "
            + "HL=\(byte(r.h))\(byte(r.l)) SP=\(word(r.sp)) PC=\(word(r.pc))"
    }

    private func describe<M>(
        _ problem: String, _ text: String, _ before: Registers, _ step: WatchedStep,
        _ machine: borrowing GenericMachine<M>
    ) -> String {
        """
        difference in instruction \(instructions): \(problem)
          \(step.kind) \(text)
          before  \(Self.text(before))
          core    \(Self.text(machine.registers)) \(machine.cpuMode) IME=\(machine.interruptsEnabled)
          plain   \(Self.text(plain.registers)) \(plain.mode) IME=\(plain.interruptsEnabled)
          core's bus: \(step.events.map(Self.text).joined(separator: "; "))
        """
    }
}
