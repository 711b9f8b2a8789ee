// Everything a machine consists of, as one value that lives where the caller put it.

/// The state of a machine. It is never moved, for the page table points into it, and cannot be copied, so
/// that no access makes a copy of 27 KB on the stack.
///
/// What the CPU touches with every access comes first, so that its offsets fit the short forms of the load
/// and store instructions.
struct MachineState<M: Model>: ~Copyable {
    /// A page is 4 KB. An entry is the address of the page's first byte less the page's bus address, so
    /// that adding a bus address gives the byte's; 0 means that the access needs a closer look.
    ///
    /// The first field of all: the state's address is then the table's, and a read needs no other register.
    var readPages: InlineArray<16, UInt>
    var writePages: InlineArray<16, UInt>
    /// The CPU runs until here and then calls `attend`.
    var deadline: Moment
    var clock: Moment
    /// The moment up to which everything was brought last, up to a machine cycle after `clock`.
    var attended: Moment
    var highRAM: InlineArray<128, UInt8>
    /// The colour machine's speed, bank and DMA.
    var colour: M.Clocks

    var interrupts: InterruptRegisters
    var cpu: CPUState
    /// End of the budget of the current `run`.
    var budgetEnd: Moment
    /// When a frame ends that no V-blank ends, because the LCD is off.
    var frameEnd: Moment
    var frameEnded: Bool
    var breakpointReached: Bool
    /// `LD B,B` ends a run.
    var stopsAtBreakpoints: Bool

    var timer: Timer
    var serial: Serial
    var joypad: Joypad
    var dma: ObjectDMA
    var apu: APU
    var mapper: Mapper
    var boot: BootROM
    var cartridge: Cartridge
    var cartridgeRAM: UnsafeMutableRawBufferPointer

    var workRAM: M.WorkRAM
    var ppu: PPU<M>
}

extension MachineState {
    /// Brings everything up to `now`, decides when to look again, and sets the deadline. Called at the
    /// deadline, and after every access that may have moved it: 50 to 100 instructions on a Cortex-M4 when
    /// nothing is due.
    @inline(never)
    mutating func attend(at now: Moment) {
        attended = now
        catchUp(to: now)
        if frameEnded { endFrame(at: now) }
        var next = budgetEnd
        if ppu.isOn {
            next = next.earlier(ppu.due)
        } else {
            if frameEnd.isDue(at: now) {
                frameEnded = true
                endFrame(at: now)
                frameEnd = frameEnd &+ Machine.clocksPerFrame
            }
            next = next.earlier(frameEnd)
        }
        let time = cpuTime(at: now)
        if let due = timer.due(after: time) { next = next.earlier(moment(ofCPU: due, at: now)) }
        if let due = serial.due { next = next.earlier(moment(ofCPU: due, at: now)) }
        if dma.isRunning { next = next.earlier(moment(ofCPU: dma.end, at: now)) }
        if M.isColour && colour.value.isSwitching { next = next.earlier(colour.value.switchEnd) }
        deadline = next
    }

    /// Brings the units up to `now` that request nothing: their sound is no older than a frame then, and their moments
    /// are near enough to compare.
    private mutating func endFrame(at now: Moment) {
        catchUpAPU(to: now)
        mapper.catchUp(to: now)
    }

    /// Brings every unit that can request an interrupt up to `now`.
    mutating func catchUp(to now: Moment) {
        catchUpObjectDMA(to: now)
        catchUpPPU(to: now)
        let time = cpuTime(at: now)
        interrupts.requested |= timer.catchUp(to: time) | serial.catchUp(to: time)
    }

    mutating func catchUpPPU(to now: Moment) {
        guard ppu.isOn && ppu.next.isDue(at: now) else { return }
        let dmaRuns = dma.isRunning
        interrupts.requested |= ppu.catchUp(to: now, objectsReadable: !dmaRuns)
        if ppu.frameEnded {
            ppu.frameEnded = false
            frameEnded = true
            frameEnd = ppu.lineStart &+ Machine.clocksPerFrame
        }
    }

    @inline(never)
    mutating func pendingInterrupts(at now: Moment) -> UInt32 {
        catchUp(to: now)
        return interrupts.pending
    }
}
