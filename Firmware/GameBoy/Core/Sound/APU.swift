// The sound unit: its registers and the frame sequencer. It is brought up to date when one of its registers is used,
// when DIV is reset, and at the end of a frame; what it sounds like is in Mixer.swift.

/// The audio processing unit.
///
/// Source: Pan Docs, "Audio", "Audio Registers", "Audio details".
struct APU: ~Copyable {
    /// The moment up to which everything is done.
    var counted: Moment
    /// NR52's top bit.
    var isPowered: Bool
    /// The step that the sequencer makes next, 0...7: lengths at even ones, the sweep at 2 and 6, envelopes at 7.
    var step: UInt32
    /// Switched on while DIV's bit was set: its first fall does not count.
    var skipsStep: Bool
    /// NR10 to NR51 as they were written; what of it can be read is `readMask`.
    var registers: InlineArray<22, UInt8>

    var pulse1: PulseChannel
    var sweep: Sweep
    var pulse2: PulseChannel
    var wave: WaveChannel
    var noise: NoiseChannel
    var mixer: Mixer
}

extension APU {
    /// DIV's bit 4, which is bit 12 of the counter: the sequencer steps when it falls, 512 times a second.
    static var sequencerBit: UInt32 { 0x1000 }

    private var nextStepClocks: Bool { step & 1 == 0 }

    /// Brings everything up to `now`; the timer's counter was 0 at `origin`.
    ///
    /// Cost: without samples some 40 instructions on a Cortex-M4, and 60 each step of the sequencer.
    @inline(never)
    mutating func catchUp(to now: Moment, origin: Moment) {
        while counted != now {
            let toStep = clocksToStep(origin)
            let clocks = min(now &- counted, toStep)
            run(clocks)
            counted = counted &+ clocks
            if clocks == toStep { stepSequencer() }
        }
    }

    private func clocksToStep(_ origin: Moment) -> UInt32 {
        2 &* Self.sequencerBit &- (counted &- origin) & (2 &* Self.sequencerBit &- 1)
    }

    /// Whether a register reads the same whether `catchUp` comes first or not. Programs poll NR52.
    func isCurrent(_ offset: UInt32, at now: Moment, origin: Moment) -> Bool {
        offset < 0x26 || now &- counted < clocksToStep(origin) && (offset == 0x26 || !wave.isOn)
    }

    private mutating func run(_ clocks: UInt32) {
        if mixer.clocksPerSample != 0 {
            produce(clocks)
        } else if wave.isOn {
            wave.skip(clocks)
        }
    }

    mutating func stepSequencer() {
        guard isPowered else { return }
        guard !skipsStep else {
            skipsStep = false
            return
        }
        if step & 1 == 0 {
            pulse1.clockLength()
            pulse2.clockLength()
            wave.clockLength()
            noise.clockLength()
        }
        if step & 3 == 2 && sweep.clock(frequency: &pulse1.frequency) { pulse1.isOn = false }
        if step == 7 {
            pulse1.envelope.clock()
            pulse2.envelope.clock()
            noise.envelope.clock()
        }
        step = (step &+ 1) & 7
    }

    // MARK: - Registers. `catchUp` to the moment of the access comes first.

    /// Bits of NR10 to NR51 that read 1.
    private func readMask(_ offset: UInt32) -> UInt32 {
        switch offset {
        case 0x10: 0x80
        case 0x11, 0x16: 0x3F
        case 0x12, 0x17, 0x21, 0x22, 0x24, 0x25: 0x00
        case 0x14, 0x19, 0x1E, 0x23: 0xBF
        case 0x1A: 0x7F
        case 0x1C: 0x9F
        default: 0xFF
        }
    }

    func read(_ offset: UInt32, isColour: Bool) -> UInt32 {
        switch offset {
        case 0x10...0x25: UInt32(registers[Int(offset &- 0x10)]) | readMask(offset)
        case 0x26:
            (isPowered ? 0xF0 : 0x70) | (pulse1.isOn ? 1 : 0) | (pulse2.isOn ? 2 : 0) | (wave.isOn ? 4 : 0)
                | (noise.isOn ? 8 : 0)
        case 0x30...0x3F: wave.readSample(offset, isColour: isColour)
        default: 0xFF
        }
    }

    /// `counter` is the timer's.
    mutating func write(_ offset: UInt32, _ value: UInt32, counter: UInt32, isColour: Bool) {
        if offset >= 0x30 { return wave.writeSample(offset, value, isColour: isColour) }
        if offset == 0x26 { return writePower(value & 0x80 != 0, counter: counter, isColour: isColour) }
        guard offset <= 0x25 else { return }
        guard isPowered else { return isColour ? () : writeLengthWithoutPower(offset, value) }
        registers[Int(offset &- 0x10)] = UInt8(truncatingIfNeeded: value)
        switch offset {
        case 0x10: if sweep.write(value) { pulse1.isOn = false }
        case 0x11: pulse1.writeDuty(value)
        case 0x12: pulse1.writeEnvelope(value)
        case 0x13: pulse1.frequency = pulse1.frequency & 0x700 | value
        case 0x14:
            pulse1.writeControl(value, nextStepClocks: nextStepClocks)
            if value & 0x80 != 0 && sweep.trigger(frequency: pulse1.frequency) { pulse1.isOn = false }
        case 0x16: pulse2.writeDuty(value)
        case 0x17: pulse2.writeEnvelope(value)
        case 0x18: pulse2.frequency = pulse2.frequency & 0x700 | value
        case 0x19: pulse2.writeControl(value, nextStepClocks: nextStepClocks)
        case 0x1A: wave.writePower(value)
        case 0x1B: wave.writeLength(value)
        case 0x1C: wave.writeVolume(value)
        case 0x1D: wave.frequency = wave.frequency & 0x700 | value
        case 0x1E: wave.writeControl(value, nextStepClocks: nextStepClocks, isColour: isColour)
        case 0x20: noise.writeLength(value)
        case 0x21: noise.writeEnvelope(value)
        case 0x22: noise.register = value
        case 0x23: noise.writeControl(value, nextStepClocks: nextStepClocks)
        default: break  // NR50 and NR51 are read by the mixer; 0x15 and 0x1F are nothing.
        }
    }

    /// The grey machine's length counters work without power.
    private mutating func writeLengthWithoutPower(_ offset: UInt32, _ value: UInt32) {
        switch offset {
        case 0x11: pulse1.writeLength(value)
        case 0x16: pulse2.writeLength(value)
        case 0x1B: wave.writeLength(value)
        case 0x20: noise.writeLength(value)
        default: break
        }
    }

    @_optimize(size)
    private mutating func writePower(_ power: Bool, counter: UInt32, isColour: Bool) {
        guard power != isPowered else { return }
        if power {
            isPowered = true
            step = 0
            skipsStep = counter & Self.sequencerBit != 0
            pulse1.position = 0
            pulse2.position = 0
            wave.buffer = 0
        } else {
            var lengths = (pulse1.length.count, pulse2.length.count, wave.length.count, noise.length.count)
            for offset in 0x10...0x25 { write(UInt32(offset), 0, counter: counter, isColour: isColour) }
            if isColour { lengths = (0, 0, 0, 0) }
            (pulse1.length.count, pulse2.length.count, wave.length.count, noise.length.count) = lengths
            isPowered = false
        }
    }
}
