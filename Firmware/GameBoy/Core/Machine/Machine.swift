// The machine as its owner sees it: made in a region of memory, run in slices, looked at in between.
import Text

/// Why a run ended.
public enum StopReason: Sendable {
    /// The picture of a frame is complete: V-blank began, or with the LCD off the time of a frame passed.
    case frame
    /// The budget is used up.
    case budget
    /// The program executed `LD B,B`.
    case breakpoint
    /// The CPU executed an illegal opcode, and will do nothing until the power switch; time went on.
    case locked
}

/// Why a machine could not be made.
public enum MachineError: Error, Equatable, Sendable {
    /// The region for the state is smaller than `Machine.byteCount`.
    case regionTooSmall(needed: Int, given: Int)
    /// The region for the state does not start at a multiple of `Machine.alignment`.
    case regionMisaligned
    /// The cartridge has more RAM than it was given a region for.
    case cartridgeRAMTooSmall(needed: Int, given: Int)
    /// The boot ROM is not one of this model's.
    case bootROMLength(expected: Int, found: Int)

    /// Writes what is wrong as one line without its end.
    public func write(to output: inout some TextOutput & ~Copyable) {
        switch self {
        case .regionTooSmall(let needed, let given):
            output.write("the machine needs ")
            output.write(bytes: needed)
            output.write(" of memory, and was given ")
            output.write(bytes: given)
        case .regionMisaligned:
            output.write("the machine's memory is not aligned")
        case .cartridgeRAMTooSmall(let needed, let given):
            output.write("the cartridge has ")
            output.write(bytes: needed)
            output.write(" of RAM, and was given ")
            output.write(bytes: given)
        case .bootROMLength(let expected, let found):
            output.write("the model's boot ROM has ")
            output.write(bytes: expected)
            output.write(", and this has ")
            output.write(bytes: found)
        }
    }
}

/// A grey Game Boy with a cartridge in it.
public typealias Machine = GenericMachine<DMG>
/// A colour Game Boy with a cartridge in it. A program for the grey machine runs in four greys.
public typealias ColourMachine = GenericMachine<CGB>

/// A Game Boy with a cartridge in it.
///
/// The machine is a handle: all its state, 27 KB of a grey one and 100 KB of a colour one, lives in a region that the
/// owner provides, in static storage on the chip. The owner runs it in slices of any length and may do something else in
/// between; how the time is cut makes no difference to the program.
///
/// It allocates nothing, and no program can make it trap. Context: one task; not from interrupts.
///
/// Source: Pan Docs.
public struct GenericMachine<M: Model>: ~Copyable {
    // SAFETY: points into the region given to `init`, which the caller keeps for the machine alone. The
    // machine is not copyable, so this is the only way in.
    let state: UnsafeMutablePointer<MachineState<M>>

    /// The bytes of memory that a machine lives in.
    public static var byteCount: Int { MemoryLayout<MachineState<M>>.size }
    /// That memory's alignment in bytes.
    public static var alignment: Int { MemoryLayout<MachineState<M>>.alignment }

    /// Makes a machine in `region` and switches it on: where its boot ROM begins, or without one as it is when a boot
    /// ROM hands over to the cartridge.
    ///
    /// - Parameters:
    ///   - region: `byteCount` bytes at a multiple of `alignment`, the machine's alone for as long as it
    ///     lives. What they held is lost.
    ///   - cartridge: its bytes must stay in place for as long as the machine lives.
    ///   - cartridgeRAM: at least `cartridge.ramByteCount` bytes. What they hold is what the battery kept.
    ///   - bootROM: `M.bootROMByteCount` bytes, which must stay in place like the cartridge's.
    /// - Throws: `regionTooSmall` or `regionMisaligned` for `region`, `cartridgeRAMTooSmall`, `bootROMLength`. Nothing was
    ///   touched then.
    public init(
        in region: UnsafeMutableRawBufferPointer, cartridge: Cartridge,
        cartridgeRAM: UnsafeMutableRawBufferPointer = UnsafeMutableRawBufferPointer(start: nil, count: 0),
        bootROM: UnsafeRawBufferPointer? = nil
    ) throws(MachineError) {
        guard let base = region.baseAddress, region.count >= Self.byteCount else {
            throw .regionTooSmall(needed: Self.byteCount, given: region.count)
        }
        guard UInt(bitPattern: base) % UInt(Self.alignment) == 0 else { throw .regionMisaligned }
        guard cartridgeRAM.count >= cartridge.ramByteCount else {
            throw .cartridgeRAMTooSmall(needed: cartridge.ramByteCount, given: cartridgeRAM.count)
        }
        if let bootROM, bootROM.count != M.bootROMByteCount {
            throw .bootROMLength(expected: M.bootROMByteCount, found: bootROM.count)
        }
        // SAFETY: the region is large enough and aligned. The state is trivial and each of its fields may
        // be all zeros, so zeroed memory is a value of it; building one and moving it here would need 27 KB
        // of stack.
        base.initializeMemory(as: UInt8.self, repeating: 0, count: Self.byteCount)
        state = base.bindMemory(to: MachineState<M>.self, capacity: 1)
        M.powerOn(state, cartridge, cartridgeRAM, bootROM)
    }

    // MARK: - Running

    /// Whether `LD B,B` ends a run. Off at first.
    public var stopsAtBreakpoints: Bool {
        get { state.pointee.stopsAtBreakpoints }
        nonmutating set { state.pointee.stopsAtBreakpoints = newValue }
    }

    /// Whether lines are drawn. On at first; off, a frame costs less and the picture stays as it is, while
    /// the program sees no difference.
    public var drawsPicture: Bool {
        get { state.pointee.ppu.drawsPicture }
        nonmutating set { state.pointee.ppu.drawsPicture = newValue }
    }

    /// Runs until the budget is used up, a frame is complete, or something else ends the run. The last
    /// instruction is finished, so up to 5 machine cycles more than the budget may pass.
    ///
    /// Cost on a Cortex-M4: tens of instructions a machine cycle; see the project's figures.
    ///
    /// - Parameter machineCycles: the budget, at most 2^28; 114 are a line, 17,556 a frame, at normal
    ///   speed.
    public mutating func run(machineCycles: UInt32) -> StopReason { M.run(state, machineCycles: machineCycles) }

    /// Holds down these buttons and no others, from now on.
    public mutating func hold(_ buttons: Buttons) {
        state.pointee.interrupts.requested |= state.pointee.joypad.hold(buttons)
    }

    // MARK: - Looking

    /// Clocks since power-on, modulo 2^32.
    public var clock: UInt32 { state.pointee.clock }

    /// The CPU's registers.
    public var registers: Registers { state.pointee.cpu.registers }

    /// What the CPU is doing.
    public var cpuMode: CPUMode { state.pointee.cpu.mode }

    /// IME.
    public var interruptsEnabled: Bool { state.pointee.cpu.interruptsEnabled }

    /// The byte at an address, with no time passing and whatever mode the PPU is in.
    public func peek(_ address: UInt16) -> UInt8 {
        UInt8(truncatingIfNeeded: M.peek(state, UInt32(address)))
    }

    /// The next byte that the program sent through the serial port, if there is one.
    public mutating func readSerial() -> UInt8? { state.pointee.serial.take() }

    /// Bytes sent through the serial port that were lost because nobody read them.
    public var lostSerialBytes: UInt32 { state.pointee.serial.lost }
}

extension MachineState {
    /// `GenericMachine.run`.
    @inline(__always)
    static func run(_ state: UnsafeMutablePointer<MachineState<M>>, machineCycles: UInt32) -> StopReason {
        let start = state.pointee.clock
        // The budget is looked at a cycle ahead, like everything else.
        state.pointee.budgetEnd = start &+ (min(machineCycles, 1 << 28) &+ 1) &* Machine.clocksPerMachineCycle
        state.pointee.deadline = start
        var cpu = CPU(bus: MachineBus(state: state, clock: start), state: state.pointee.cpu)
        while true {
            // Told that this is rare, the compiler spills what only it uses, and keeps the CPU in registers.
            if _slowPath(state.pointee.deadline.isDue(at: cpu.bus.clock &+ cpu.bus.cycle)) {
                state.pointee.attend(at: cpu.bus.clock &+ cpu.lookAhead())
                if state.pointee.isStopping(at: cpu.bus.clock &+ cpu.bus.cycle) { break }
                guard cpu.prepareToStep() else { continue }
            }
            cpu.step()
        }
        state.pointee.cpu = cpu.state
        state.pointee.clock = cpu.bus.clock
        return state.pointee.takeStopReason()
    }
}

extension CPU where Bus: ~Copyable {
    /// The CPU looks for interrupts at the end of the cycle that fetches the next opcode; after HALT, it looks in the
    /// middle of each cycle, and the colour machine's at its start.
    @inline(__always)
    func lookAhead<M>() -> UInt32 where Bus == MachineBus<M> {
        mode == .running ? bus.cycle : M.isColour ? 0 : bus.cycle / 2
    }

    /// Whether VRAM DMA moves a block before the CPU goes on.
    @inline(__always)
    func isVideoDMADue<M>() -> Bool where Bus == MachineBus<M> {
        M.isColour && mode == .running && bus.state.pointee.isVideoDMADue(at: bus.clock &+ bus.cycle &- 1)
    }

    /// What the CPU does at a deadline, before the next instruction. Returns false if the time has moved,
    /// so that the machine must look again.
    @inline(__always)
    mutating func prepareToStep<M>() -> Bool where Bus == MachineBus<M> {
        let state = bus.state
        if isVideoDMADue() {
            bus.clock &+= state.pointee.moveVideoBlock(at: bus.clock)
            state.pointee.deadline = bus.clock
            return false
        }
        if M.isColour && state.pointee.isBlockWaiting { state.pointee.deadline = bus.clock }
        switch mode {
        case .running: break
        case .halted:
            if M.isColour { state.pointee.noteHalt(at: bus.clock) }
            guard state.pointee.interrupts.pending != 0 else { return skipToDeadline() }
            mode = .running
            if M.isColour {
                state.pointee.endHalt(at: bus.clock)
                guard !isVideoDMADue() else { return false }
            }
        case .stopped:
            if M.isColour && state.pointee.colour.value.isSwitching {
                guard state.pointee.colour.value.switchEnd.isDue(at: bus.clock) else { return skipToDeadline() }
                state.pointee.endSpeedSwitch()
                mode = .running
                break
            }
            guard state.pointee.joypad.lines != 0xF else { return skipToDeadline() }
            // Everything else has come this far, and time does not go back.
            state.pointee.resetDivider(at: state.pointee.attended)
            mode = .running
        case .locked: return skipToDeadline()
        }
        let wasEnabled = interruptsEnabled
        if enablePending {
            enablePending = false
            interruptsEnabled = true
        }
        if interruptsEnabled && !wasEnabled {
            // One instruction more, and only then may an interrupt be served.
            state.pointee.deadline = bus.clock
            return true
        }
        guard interruptsEnabled && state.pointee.interrupts.pending != 0 else { return true }
        state.pointee.interrupts.requested &= ~serveInterrupt()
        state.pointee.deadline = bus.clock
        return false
    }

    /// Lets the time pass to the deadline, in whole machine cycles and at least one.
    @inline(__always)
    private mutating func skipToDeadline<M>() -> Bool where Bus == MachineBus<M> {
        let cycle = bus.cycle
        let clocks = bus.state.pointee.deadline &- lookAhead() &- bus.clock
        let toBudgetEnd = bus.state.pointee.budgetEnd &- cycle &- bus.clock
        bus.clock &+= max(min((clocks &+ cycle &- 1) & ~(cycle &- 1), toBudgetEnd), cycle)
        return false
    }
}

extension MachineState {
    /// A byte as a debugger sees it.
    mutating func peek(_ address: UInt32) -> UInt32 {
        switch address {
        case 0xFE00...0xFE9F: UInt32(ppu.objects[Int(address & 0xFF)])
        case 0xFEA0...0xFEFF: M.isColour ? address & 0xF0 | address &>> 4 & 0xF : 0
        case 0xFF00...0xFFFF: readHighSlowly(address & 0xFF, at: attended)
        default: readIgnoringDMA(address & 0xFFFF)
        }
    }

    func isStopping(at now: Moment) -> Bool {
        frameEnded || breakpointReached || budgetEnd.isDue(at: now)
    }

    mutating func takeStopReason() -> StopReason {
        defer {
            frameEnded = false
            breakpointReached = false
        }
        if cpu.mode == .locked { return .locked }
        if breakpointReached { return .breakpoint }
        return frameEnded ? .frame : .budget
    }
}
