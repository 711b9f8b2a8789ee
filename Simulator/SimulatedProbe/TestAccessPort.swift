// The JTAG state machine and a port that follows it (IEEE 1149.1 section 6).

/// The sixteen states of a test access port.
public enum TestAccessState: Sendable {
    /// The chip works as if there were no port. Five edges with TMS high lead here from anywhere.
    case testLogicReset
    /// Between scans.
    case runTestIdle
    /// On the way to a scan of data, or past it.
    case selectDataScan
    /// The selected data register is copied into the shift register.
    case captureData
    /// A bit of data goes in at TDI and one out at TDO.
    case shiftData
    /// On the way to a pause or to the update.
    case exit1Data
    /// The scan of data waits.
    case pauseData
    /// On the way back to the scan or to the update.
    case exit2Data
    /// What was shifted in takes effect as data.
    case updateData
    /// On the way to a scan of the instruction, or to the reset.
    case selectInstructionScan
    /// The shift register takes the fixed pattern of the instruction register.
    case captureInstruction
    /// A bit of the instruction goes in and one out.
    case shiftInstruction
    /// On the way to a pause or to the update.
    case exit1Instruction
    /// The scan of the instruction waits.
    case pauseInstruction
    /// On the way back to the scan or to the update.
    case exit2Instruction
    /// What was shifted in takes effect as the instruction.
    case updateInstruction

    /// The state after a rising edge of TCK with TMS at this level.
    public func next(modeSelect: Bool) -> TestAccessState {
        switch self {
        case .testLogicReset: modeSelect ? .testLogicReset : .runTestIdle
        case .runTestIdle, .updateData, .updateInstruction: modeSelect ? .selectDataScan : .runTestIdle
        case .selectDataScan: modeSelect ? .selectInstructionScan : .captureData
        case .captureData, .shiftData: modeSelect ? .exit1Data : .shiftData
        case .exit1Data: modeSelect ? .updateData : .pauseData
        case .pauseData: modeSelect ? .exit2Data : .pauseData
        case .exit2Data: modeSelect ? .updateData : .shiftData
        case .selectInstructionScan: modeSelect ? .testLogicReset : .captureInstruction
        case .captureInstruction, .shiftInstruction: modeSelect ? .exit1Instruction : .shiftInstruction
        case .exit1Instruction: modeSelect ? .updateInstruction : .pauseInstruction
        case .pauseInstruction: modeSelect ? .exit2Instruction : .pauseInstruction
        case .exit2Instruction: modeSelect ? .updateInstruction : .shiftInstruction
        }
    }
}

/// What a test access port gives access to: its instructions, and the data register each of them selects.
public protocol TestDataRegisters: AnyObject {
    /// Bits of the instruction register.
    var instructionLength: Int { get }
    /// The instruction that reset selects: the one whose register holds the identification code.
    var identificationInstruction: UInt64 { get }
    /// Bits of the register that `instruction` selects; 1 for one that bypasses the port.
    func length(of instruction: UInt64) -> Int
    /// What that register is loaded with before it is shifted out.
    func capture(_ instruction: UInt64) -> UInt64
    /// What was shifted in, when the scan has ended.
    func update(_ instruction: UInt64, _ value: UInt64)
}

/// One port of the chain.
public final class TestAccessPort {
    /// The state that the last rising edges of TCK led to.
    public private(set) var state = TestAccessState.testLogicReset
    private let registers: any TestDataRegisters
    private var instruction: UInt64
    private var shift: UInt64 = 0
    private var length = 1

    /// A port in the reset state, with the identification as its instruction.
    public init(_ registers: any TestDataRegisters) {
        self.registers = registers
        instruction = registers.identificationInstruction
    }

    /// The level of TDO while TCK is low.
    public var output: Bool { shift & 1 != 0 }

    /// A rising edge of TCK.
    public func clock(modeSelect: Bool, input: Bool) {
        // A bit is shifted on each rising edge that begins in a shift state, the one that leaves it included.
        switch state {
        case .shiftData, .shiftInstruction:
            shift = shift >> 1 | (input ? 1 << UInt64(length - 1) : 0)
        default: break
        }
        state = state.next(modeSelect: modeSelect)
        switch state {
        case .testLogicReset: instruction = registers.identificationInstruction
        case .captureInstruction:
            // The two lowest bits are 01 in every port, so that a broken chain is found.
            load(0b01, length: registers.instructionLength)
        case .updateInstruction: instruction = shift
        case .captureData: load(registers.capture(instruction), length: registers.length(of: instruction))
        case .updateData: registers.update(instruction, shift)
        default: break
        }
    }

    /// TRST: to the first state without a clock.
    public func reset() {
        state = .testLogicReset
        instruction = registers.identificationInstruction
    }

    private func load(_ value: UInt64, length: Int) {
        shift = value
        self.length = length
    }
}

/// Ports in a row, the first nearest to TDI: each one's output is the next one's input.
public final class ScanChain {
    private let ports: [TestAccessPort]

    /// A chain of ports, the first of them nearest to TDI.
    public init(_ ports: [TestAccessPort]) { self.ports = ports }

    /// The level of TDO while TCK is low.
    public var output: Bool { ports.last?.output ?? false }

    /// A rising edge of TCK, with TMS and TDI at these levels, for all ports at once.
    public func clock(modeSelect: Bool, input: Bool) {
        // All ports see the levels from before the edge.
        var input = input
        for port in ports {
            let output = port.output
            port.clock(modeSelect: modeSelect, input: input)
            input = output
        }
    }

    /// TRST: every port goes to its reset state.
    public func reset() {
        for port in ports { port.reset() }
    }
}
