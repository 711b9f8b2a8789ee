// A debugger's commands: a line in, text out. Who reads the lines is somebody else.
import GameBoy

/// Steps, breakpoints, registers, memory, and instructions of a machine that the caller owns.
public struct Debugger {
    /// Steps that `continue` and `until` take before they give up, some 20 seconds of the machine's time.
    private static let limit = 20_000_000

    /// Whether `quit` was given.
    public private(set) var hasEnded = false
    private var breakpoints: Set<UInt16> = []
    /// Where `memory` and `disassemble` go on.
    private var nextMemory: UInt16 = 0xC000
    private var nextInstruction: UInt16?
    private var lastLine = ""

    /// A debugger without breakpoints.
    public init() {}

    /// What `help` prints.
    public static let help = """
        step [N]               execute N instructions (s)
        continue               run to a breakpoint, LD B,B or an illegal opcode (c)
        until ADDRESS          run until PC is there (u)
        frame [N]              run to the end of the Nth frame (f)
        break [ADDRESS]        set a breakpoint, or list them (b)
        delete ADDRESS         take a breakpoint away
        registers              the registers and the instruction to come (r)
        memory [ADDRESS [N]]   N bytes of memory (m)
        disassemble [ADDRESS [N]]  N instructions (d)
        quit                   end (q)
        An empty line does the last command again. Addresses are hexadecimal, numbers decimal.
        """

    /// The state before the first command.
    public func greeting<M>(_ machine: borrowing GenericMachine<M>) -> String { state(machine) }

    /// Executes a command and returns what it prints.
    public mutating func execute<M>(_ line: String, _ machine: inout GenericMachine<M>) -> String {
        let isRepeated = line.allSatisfy(\.isWhitespace)
        let words = (isRepeated ? lastLine : line).split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        guard let command = words.first else { return "" }
        if !isRepeated { lastLine = command == "memory" || command == "m" ? "m" : line }
        if !isRepeated, ["disassemble", "d"].contains(command) { lastLine = "d" }
        let first = words.count > 1 ? words[1] : nil
        let second = words.count > 2 ? words[2] : nil
        guard words.count <= 3 else { return "\(command) takes two words at most" }
        do throws(BadWord) {
            return try execute(command, first, second, &machine)
        } catch { return error.text }
    }

    private mutating func execute<M>(
        _ command: String, _ first: String?, _ second: String?, _ machine: inout GenericMachine<M>
    ) throws(BadWord) -> String {
        switch command {
        case "s", "step": return run(&machine, steps: try Self.count(first, most: Self.limit, usual: 1))
        case "f", "frame": return run(&machine, frames: try Self.count(first, most: 10_000, usual: 1))
        case "c", "continue": return run(&machine)
        case "u", "until": return run(&machine, until: try Self.address(first))
        case "b", "break":
            if first == nil {
                return breakpoints.isEmpty ? "no breakpoints" : breakpoints.sorted().map(Self.text).joined(separator: "\n")
            }
            let address = try Self.address(first)
            breakpoints.insert(address)
            return "breakpoint at \(Self.text(address))"
        case "delete":
            let address = try Self.address(first)
            return breakpoints.remove(address) == nil ? "there is no breakpoint at \(Self.text(address))" : ""
        case "r", "registers": return state(machine)
        case "m", "memory":
            let address = first == nil ? nextMemory : try Self.address(first)
            return memory(machine, address, try Self.count(second, most: 0x1000, usual: 64))
        case "d", "disassemble":
            let address = first == nil ? nextInstruction ?? machine.registers.pc : try Self.address(first)
            return disassemble(machine, address, try Self.count(second, most: 0x1000, usual: 10))
        case "h", "help", "?": return Self.help
        case "q", "quit":
            hasEnded = true
            return ""
        default: return "there is no command \(command); help lists those there are"
        }
    }

    // MARK: - Arguments

    private struct BadWord: Error {
        let text: String
    }

    private static func address(_ word: String?) throws(BadWord) -> UInt16 {
        guard let word else { throw BadWord(text: "which address?") }
        let digits = word.hasPrefix("$") ? word.dropFirst() : word.hasPrefix("0x") ? word.dropFirst(2) : word[...]
        guard let address = UInt16(digits, radix: 16) else {
            throw BadWord(text: "\(word) is no address from 0 to FFFF")
        }
        return address
    }

    private static func count(_ word: String?, most: Int, usual: Int) throws(BadWord) -> Int {
        guard let word else { return usual }
        guard let count = Int(word), (1...most).contains(count) else {
            throw BadWord(text: "\(word) is no number from 1 to \(most)")
        }
        return count
    }

    // MARK: - Running

    /// Runs until one of these ends it; at least a step, so that a breakpoint can be left.
    private mutating func run<M>(
        _ machine: inout GenericMachine<M>, steps: Int = .max, frames: Int = .max, until: UInt16? = nil
    ) -> String {
        nextInstruction = nil
        var framesLeft = frames
        for count in 1...Self.limit {
            let step = machine.watchedStep()
            if step.endsFrame { framesLeft -= 1 }
            let pc = machine.registers.pc
            if machine.cpuMode == .locked { return "the CPU met an illegal opcode\n" + state(machine) }
            if step.isBreakpoint && steps == .max { return "LD B,B\n" + state(machine) }
            if count == steps || framesLeft == 0 || pc == until && machine.cpuMode == .running { return state(machine) }
            if steps == .max && breakpoints.contains(pc) && machine.cpuMode == .running && step.kind != .waiting {
                return "breakpoint at \(Self.text(pc))\n" + state(machine)
            }
        }
        return "stopped after \(Self.limit) steps\n" + state(machine)
    }

    // MARK: - Text

    private static func text(_ address: UInt16) -> String { Disassembler.hex(address, 4) }

    private func state<M>(_ machine: borrowing GenericMachine<M>) -> String {
        let mode = machine.cpuMode == .running ? "" : " \(machine.cpuMode)"
        let ime = machine.interruptsEnabled ? " IME" : ""
        return "\(Lockstep.text(machine.registers)) LY=\(machine.peek(0xFF44))\(ime)\(mode)\n"
            + line(machine, machine.registers.pc).text
    }

    private func line<M>(_ machine: borrowing GenericMachine<M>, _ address: UInt16) -> (text: String, length: Int) {
        var bytes: [UInt8] = []
        for offset in 0..<3 as Range<UInt16> { bytes.append(machine.peek(address &+ offset)) }
        let instruction = Disassembler.instruction(at: address) { bytes[Int($0 &- address)] }
        let digits = bytes.prefix(instruction.length).map { String(Disassembler.hex(UInt16($0), 2).dropFirst()) }
        let code = digits.joined(separator: " ").padding(to: 8)
        let mark = breakpoints.contains(address) ? "*" : " "
        return ("\(mark)\(Self.text(address)) \(code)  \(instruction.text)", instruction.length)
    }

    private mutating func disassemble<M>(_ machine: borrowing GenericMachine<M>, _ start: UInt16, _ count: Int) -> String {
        var address = start
        var lines: [String] = []
        for _ in 0..<count {
            let next = line(machine, address)
            lines.append(next.text)
            address &+= UInt16(next.length)
        }
        nextInstruction = address
        return lines.joined(separator: "\n")
    }

    private mutating func memory<M>(_ machine: borrowing GenericMachine<M>, _ start: UInt16, _ count: Int) -> String {
        var lines: [String] = []
        for row in stride(from: 0, to: count, by: 16) {
            let address = start &+ UInt16(row)
            var bytes: [String] = []
            for offset in 0..<min(16, count - row) {
                bytes.append(String(Disassembler.hex(UInt16(machine.peek(address &+ UInt16(offset))), 2).dropFirst()))
            }
            lines.append("\(Self.text(address)) \(bytes.joined(separator: " "))")
        }
        nextMemory = start &+ UInt16(count)
        return lines.joined(separator: "\n")
    }
}

extension String {
    fileprivate func padding(to length: Int) -> String { self + String(repeating: " ", count: max(0, length - count)) }
}
