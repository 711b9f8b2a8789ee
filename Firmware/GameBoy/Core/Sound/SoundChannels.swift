// The four sound channels: what a trigger does, and what they put out over a stretch of time.

/// A channel as the mixer uses it: a level that holds for a while, and then the next.
protocol SoundGenerator {
    var isOn: Bool { get }
    /// The digital output, 0...15.
    var level: UInt32 { get }
    /// Clocks to the next step, at least 1.
    var remaining: UInt32 { get set }
    /// Clocks from a step to the one after it.
    var period: UInt32 { get }
    mutating func step()
}

extension SoundGenerator {
    /// Runs for some clocks and returns the output's sum over them. This is a box filter, exact whatever the period:
    /// a step within a sample counts by its share.
    @inline(__always)
    mutating func integrate(_ clocks: UInt32) -> UInt32 {
        var left = clocks
        var sum: UInt32 = 0
        while remaining <= left {
            sum &+= level &* remaining
            left &-= remaining
            step()
            remaining = period
        }
        remaining &-= left
        return sum &+ level &* left
    }
}

/// Channels 1 and 2.
///
/// Source: Pan Docs, "Sound Channel 1 - Pulse with period sweep", "Audio details".
struct PulseChannel: SoundGenerator {
    var isOn: Bool
    var length: LengthCounter
    var envelope: Envelope
    /// 11 bits.
    var frequency: UInt32
    /// The duty cycle's eight steps, a bit each, the first lowest.
    var pattern: UInt32
    var position: UInt32
    var remaining: UInt32

    var period: UInt32 { (2048 &- frequency) &* 4 }
    var level: UInt32 { pattern &>> position & 1 == 0 ? 0 : envelope.volume }
    mutating func step() { position = (position &+ 1) & 7 }

    /// The output's mean times eight, for pitches that no sample rate can show.
    var eightfoldMean: UInt32 { UInt32(truncatingIfNeeded: pattern.nonzeroBitCount) &* envelope.volume }

    /// A write to NRx1: the duty cycle, and the length.
    mutating func writeDuty(_ value: UInt32) {
        pattern =
            switch value &>> 6 {
            case 0: 0x80
            case 1: 0x81
            case 2: 0xE1
            default: 0x7E
            }
        writeLength(value)
    }

    mutating func writeLength(_ value: UInt32) { length.count = 64 &- (value & 0x3F) }

    mutating func writeEnvelope(_ value: UInt32) {
        envelope.write(value, whilePlaying: isOn)
        if !envelope.powersDAC { isOn = false }
    }

    /// A write to NRx4 up to the trigger.
    mutating func writeControl(_ value: UInt32, nextStepClocks: Bool) {
        frequency = frequency & 0xFF | (value & 7) &<< 8
        let trigger = value & 0x80 != 0
        if length.control(enable: value & 0x40 != 0, trigger: trigger, full: 64, nextStepClocks: nextStepClocks) {
            isOn = false
        }
        guard trigger else { return }
        remaining = period
        envelope.trigger()
        isOn = envelope.powersDAC
    }

    mutating func clockLength() { if length.clock() { isOn = false } }
}

/// Channel 3, with its 32 samples of four bits.
///
/// Source: Pan Docs, "Sound Channel 3 - Wave output", "Audio details".
struct WaveChannel: SoundGenerator {
    var isOn: Bool
    var powersDAC: Bool
    var length: LengthCounter
    var frequency: UInt32
    /// How far a sample is shifted down: 4 is silence.
    var shift: UInt32
    var position: UInt32
    var remaining: UInt32
    /// A step has been made since the trigger.
    var hasRead: Bool
    /// The byte read last, which a trigger leaves as it is.
    var buffer: UInt32
    var samples: InlineArray<16, UInt8>

    var period: UInt32 { (2048 &- frequency) &* 2 }
    var level: UInt32 { (position & 1 == 0 ? buffer &>> 4 : buffer & 0xF) &>> shift }

    mutating func step() {
        position = (position &+ 1) & 31
        buffer = UInt32(samples[Int(position &>> 1)])
        hasRead = true
    }

    /// Runs for some clocks at the cost of a division, with nobody listening.
    mutating func skip(_ clocks: UInt32) {
        guard clocks >= remaining else {
            remaining &-= clocks
            return
        }
        let behind = clocks &- remaining
        position = (position &+ behind / period) & 31
        remaining = period &- behind % period
        step()
    }

    /// The output's mean times 32.
    var thirtyTwofoldMean: UInt32 {
        var sum: UInt32 = 0
        for index in samples.indices {
            let pair = UInt32(samples[index])
            sum &+= (pair &>> 4) &>> shift &+ (pair & 0xF) &>> shift
        }
        return sum
    }

    // MARK: - Registers

    mutating func writePower(_ value: UInt32) {
        powersDAC = value & 0x80 != 0
        if !powersDAC { isOn = false }
    }

    mutating func writeLength(_ value: UInt32) { length.count = 256 &- value }

    mutating func writeVolume(_ value: UInt32) {
        let code = value &>> 5 & 3
        shift = code == 0 ? 4 : code &- 1
    }

    mutating func writeControl(_ value: UInt32, nextStepClocks: Bool, isColour: Bool) {
        // A trigger just before the channel reads damages the grey machine's first bytes.
        let trigger = value & 0x80 != 0
        if trigger && isOn && remaining == 2 && !isColour { damage() }
        frequency = frequency & 0xFF | (value & 7) &<< 8
        if length.control(enable: value & 0x40 != 0, trigger: trigger, full: 256, nextStepClocks: nextStepClocks) {
            isOn = false
        }
        guard trigger else { return }
        remaining = period &+ 6
        position = 0
        hasRead = false
        isOn = powersDAC
    }

    private mutating func damage() {
        let byte = Int((position &+ 1) &>> 1 & 15)
        if byte < 4 {
            samples[0] = samples[byte]
        } else {
            for index in 0..<4 { samples[index] = samples[byte & 12 &+ index] }
        }
    }

    // MARK: - Wave RAM

    /// While the channel plays, the CPU reaches only the byte that the channel is at; on the grey machine only at the
    /// very moment in which it is read.
    private func place(_ offset: UInt32, _ isColour: Bool) -> Int? {
        guard isOn else { return Int(offset & 15) }
        return isColour || hasRead && remaining == period ? Int(position &>> 1 & 15) : nil
    }

    func readSample(_ offset: UInt32, isColour: Bool) -> UInt32 {
        place(offset, isColour).map { UInt32(samples[$0]) } ?? 0xFF
    }

    mutating func writeSample(_ offset: UInt32, _ value: UInt32, isColour: Bool) {
        guard let place = place(offset, isColour) else { return }
        samples[place] = UInt8(truncatingIfNeeded: value)
    }

    mutating func clockLength() { if length.clock() { isOn = false } }
}

/// Channel 4.
///
/// Source: Pan Docs, "Sound Channel 4 - Noise".
struct NoiseChannel: SoundGenerator {
    var isOn: Bool
    var length: LengthCounter
    var envelope: Envelope
    /// NR43.
    var register: UInt32
    /// The shift register, 15 bits.
    var bits: UInt32
    var remaining: UInt32

    var period: UInt32 {
        let divisor = register & 7
        return (divisor == 0 ? 8 : divisor &* 16) &<< (register &>> 4)
    }
    var level: UInt32 { bits & 1 == 0 ? envelope.volume : 0 }

    mutating func step() {
        // With the two highest settings the register stands still.
        guard register < 0xE0 else { return }
        let fresh = (bits ^ bits &>> 1) & 1
        bits = bits &>> 1 | fresh &<< 14
        if register & 8 != 0 { bits = bits & ~0x40 | fresh &<< 6 }
    }

    mutating func writeLength(_ value: UInt32) { length.count = 64 &- (value & 0x3F) }

    mutating func writeEnvelope(_ value: UInt32) {
        envelope.write(value, whilePlaying: isOn)
        if !envelope.powersDAC { isOn = false }
    }

    mutating func writeControl(_ value: UInt32, nextStepClocks: Bool) {
        let trigger = value & 0x80 != 0
        if length.control(enable: value & 0x40 != 0, trigger: trigger, full: 64, nextStepClocks: nextStepClocks) {
            isOn = false
        }
        guard trigger else { return }
        remaining = period
        bits = 0x7FFF
        envelope.trigger()
        isOn = envelope.powersDAC
    }

    mutating func clockLength() { if length.clock() { isOn = false } }
}
