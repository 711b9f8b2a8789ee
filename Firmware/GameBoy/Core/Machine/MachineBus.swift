// The bus of the real machine as the CPU sees it: time and the page table, inlined into every access. All
// that is not plain memory goes to AddressSpace.swift.

/// The machine's side of `CPUBus`: a pointer to the state, and the time.
///
/// A read or write of plain memory costs 6 to 8 instructions on a Cortex-M4 and never leaves the CPU's
/// loop.
struct MachineBus<M: Model>: CPUBus, ~Copyable {
    // SAFETY: points to the `MachineState` that `Machine` made in the caller's region; the bus exists only
    // during `Machine.run`, which borrows the machine exclusively.
    let state: UnsafeMutablePointer<MachineState<M>>
    var clock: Moment

    /// Clocks of a machine cycle.
    @inline(__always)
    var cycle: UInt32 { M.isColour ? state.pointee.colour.value.cycle : 4 }

    @inline(__always)
    init(state: UnsafeMutablePointer<MachineState<M>>, clock: Moment) {
        self.state = state
        self.clock = clock
    }

    @inline(__always)
    mutating func read(_ address: UInt32) -> UInt32 {
        clock &+= cycle
        let page = state.pointee.readPages[Int(address &>> 12 & 0xF)]
        guard page != 0 else { return state.pointee.readSlowly(address, at: clock) }
        // SAFETY: `mapPages` enters only pages of which all 4 KB are readable memory.
        return UInt32(UnsafePointer<UInt8>(bitPattern: page &+ UInt(address)).unsafelyUnwrapped.pointee)
    }

    @inline(__always)
    mutating func readHigh(_ offset: UInt32) -> UInt32 {
        clock &+= cycle
        return state.pointee.readHighSlowly(offset, at: clock)
    }

    @inline(__always)
    mutating func write(_ address: UInt32, _ value: UInt32) {
        clock &+= cycle
        let page = state.pointee.writePages[Int(address &>> 12 & 0xF)]
        guard page != 0 else { return state.pointee.writeSlowly(address, value, at: clock) }
        // SAFETY: `mapPages` enters only pages of which all 4 KB are writable memory.
        UnsafeMutablePointer<UInt8>(bitPattern: page &+ UInt(address)).unsafelyUnwrapped.pointee =
            UInt8(truncatingIfNeeded: value)
    }

    @inline(__always)
    mutating func idle() { clock &+= cycle }

    @inline(__always)
    mutating func idle(addressing address: UInt32) {
        clock &+= cycle
        if address &>> 8 == 0xFE { state.pointee.damageObjects(.write, at: clock) }
    }

    @inline(__always)
    mutating func readCounting(_ address: UInt32) -> UInt32 {
        if address &>> 8 == 0xFE { state.pointee.damageObjects(.readCounting, at: clock &+ cycle) }
        return read(address)
    }

    var pendingInterrupts: UInt32 {
        @inline(__always)
        mutating get { state.pointee.pendingInterrupts(at: clock) }
    }

    @inline(__always)
    mutating func requestAttention() { state.pointee.deadline = clock }

    @inline(__always)
    mutating func stopClocks() {
        state.pointee.resetDivider(at: clock)
        if M.isColour { state.pointee.beginSpeedSwitch(at: clock) }
    }

    @inline(__always)
    mutating func breakpoint() { state.pointee.reachBreakpoint(at: clock) }
}

extension MachineState {
    @inline(never)
    mutating func resetDivider(at now: Moment) {
        let time = cpuTime(at: now)
        interrupts.requested |= timer.catchUp(to: time)
        catchUpAPU(to: now)
        if (now &- soundOrigin(at: now)) & APU.sequencerBit != 0 { apu.stepSequencer() }
        timer.writeDIV(at: time)
    }

    @inline(never)
    mutating func reachBreakpoint(at now: Moment) {
        guard stopsAtBreakpoints else { return }
        breakpointReached = true
        deadline = now
    }
}
