// One step at a time, with everything that goes over the bus: for the lockstep test and the debugger, on the host alone.
#if !hasFeature(Embedded)
    /// A machine cycle, or a question that the CPU asks the interrupt controller in HALT.
    public enum BusEvent: Equatable, Sendable {
        /// A byte was read from an address.
        case read(UInt16, UInt8)
        /// A byte was written to an address.
        case write(UInt16, UInt8)
        /// A machine cycle without an access.
        case idle
        /// In HALT: IF & IE, as the CPU found them.
        case pending(UInt8)
    }

    /// What a step was.
    public enum StepKind: Equatable, Sendable {
        /// An instruction was executed.
        case instruction
        /// An interrupt was served: 5 machine cycles, which are not among the events.
        case interrupt
        /// The CPU waits after HALT or STOP, or is locked: time went on.
        case waiting
        /// VRAM DMA moved a block, and the CPU stood still.
        case videoDMA
    }

    /// A step of the machine.
    public struct WatchedStep: Equatable, Sendable {
        /// What happened.
        public var kind: StepKind
        /// IF & IE when it was decided whether to serve an interrupt.
        public var pending: UInt8
        /// The step ended a frame, or the CPU is locked.
        public var endsFrame: Bool
        /// The instruction was `LD B,B`.
        public var isBreakpoint: Bool
        /// What went over the bus, in order.
        public var events: [BusEvent]
    }

    /// The machine's bus, and a list of what went over it.
    private struct WatchedBus<M: Model>: CPUBus, ~Copyable {
        var inner: MachineBus<M>
        var events: [BusEvent] = []
        var breakpointReached = false

        init(_ inner: consuming MachineBus<M>) { self.inner = inner }

        private mutating func noteRead(_ address: UInt32, _ value: UInt32) -> UInt32 {
            events.append(.read(UInt16(truncatingIfNeeded: address), UInt8(truncatingIfNeeded: value)))
            return value
        }

        mutating func read(_ address: UInt32) -> UInt32 {
            let value = inner.read(address)
            return noteRead(address, value)
        }

        mutating func readHigh(_ offset: UInt32) -> UInt32 {
            let value = inner.readHigh(offset)
            return noteRead(0xFF00 | offset, value)
        }

        mutating func readCounting(_ address: UInt32) -> UInt32 {
            let value = inner.readCounting(address)
            return noteRead(address, value)
        }

        mutating func write(_ address: UInt32, _ value: UInt32) {
            inner.write(address, value)
            events.append(.write(UInt16(truncatingIfNeeded: address), UInt8(truncatingIfNeeded: value)))
        }

        mutating func idle() {
            inner.idle()
            events.append(.idle)
        }

        mutating func idle(addressing address: UInt32) {
            inner.idle(addressing: address)
            events.append(.idle)
        }

        var pendingInterrupts: UInt32 {
            mutating get {
                let pending = inner.pendingInterrupts
                events.append(.pending(UInt8(truncatingIfNeeded: pending)))
                return pending
            }
        }

        mutating func requestAttention() { inner.requestAttention() }
        mutating func stopClocks() { inner.stopClocks() }
        mutating func breakpoint() { breakpointReached = true }
    }

    extension GenericMachine {
        /// Executes one instruction, serves one interrupt, moves a block by VRAM DMA, or waits for a machine cycle or more,
        /// by the core that `run` uses.
        public mutating func watchedStep() -> WatchedStep {
            let state = state
            let start = state.pointee.clock
            state.pointee.budgetEnd = start &+ 2 &* Machine.clocksPerMachineCycle
            state.pointee.deadline = start
            var cpu = CPU(bus: MachineBus<M>(state: state, clock: start), state: state.pointee.cpu)
            state.pointee.attend(at: start &+ cpu.lookAhead())
            let movesBlock = cpu.isVideoDMADue()
            var step = WatchedStep(
                kind: .waiting, pending: UInt8(truncatingIfNeeded: state.pointee.interrupts.pending), endsFrame: false,
                isBreakpoint: false, events: [])
            let isReady = cpu.prepareToStep()
            if isReady {
                let bus = WatchedBus(MachineBus<M>(state: state, clock: cpu.bus.clock))
                var watched = CPU(bus: bus, state: cpu.state)
                watched.step()
                step.kind = .instruction
                step.events = watched.bus.events
                step.isBreakpoint = watched.bus.breakpointReached
                state.pointee.cpu = watched.state
                state.pointee.clock = watched.bus.inner.clock
            } else {
                // Nothing else makes a running CPU not ready.
                if cpu.mode == .running { step.kind = movesBlock ? .videoDMA : .interrupt }
                state.pointee.cpu = cpu.state
                state.pointee.clock = cpu.bus.clock
            }
            // A CPU that an illegal opcode has locked ends every run: nothing more will happen in this frame.
            step.endsFrame = state.pointee.takeStopReason() == .frame || state.pointee.cpu.mode == .locked
            return step
        }

        /// EI was the last instruction.
        public var enablePending: Bool { state.pointee.cpu.enablePending }
    }
#endif
