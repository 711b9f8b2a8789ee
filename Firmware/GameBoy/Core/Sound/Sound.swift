// The sound as the machine's owner takes it.

extension GenericMachine {
    /// Samples that wait for the owner at most; a frame at 128 clocks a sample makes 549.
    public static var soundCapacity: Int { Int(Mixer.capacity) }

    /// Clocks of a sample's time, 32...512, or 0 (at first) for no samples. There are 4,194,304 clocks a second, so 128
    /// is 32,768 Hz, and 96 is 43,691 Hz.
    ///
    /// With samples a frame costs 57,000 (Porklike) to 230,000 (libbet) instructions more on a Cortex-M4 at 128 clocks; the
    /// program sees no difference.
    public var clocksPerSample: UInt32 {
        get { state.pointee.apu.mixer.clocksPerSample }
        nonmutating set {
            M.catchUpSound(state)
            state.pointee.apu.setClocksPerSample(newValue)
        }
    }

    /// Takes all samples made up to now, in order: 16 bits for each side. When none are taken for more than
    /// `soundCapacity`, the newest are lost.
    public mutating func takeSound(_ body: (_ left: Int16, _ right: Int16) -> Void) {
        M.catchUpSound(state)
        for index in 0..<Int(min(state.pointee.apu.mixer.count, Mixer.capacity)) {
            let pair = state.pointee.apu.mixer.samples[index]
            body(Int16(truncatingIfNeeded: pair), Int16(truncatingIfNeeded: pair &>> 16))
        }
        state.pointee.apu.mixer.count = 0
    }

    /// Samples that were lost because nobody took them.
    public var lostSamples: UInt32 { state.pointee.apu.mixer.lost }
}

extension APU {
    mutating func setClocksPerSample(_ clocks: UInt32) {
        mixer.clocksPerSample = clocks == 0 ? 0 : min(max(clocks, 32), 512)
        mixer.passed = 0
        mixer.partial = 0
    }

    /// As the boot ROM leaves it: its chime's last tone has died away, and channel 1 is still on.
    mutating func powerOn(isColour: Bool) {
        powerOnCold()
        isPowered = true
        write(0x24, 0x77, counter: 0, isColour: isColour)
        write(0x25, 0xF3, counter: 0, isColour: isColour)
        write(0x11, 0x80, counter: 0, isColour: isColour)
        write(0x12, 0xF3, counter: 0, isColour: isColour)
        write(0x13, 0xC1, counter: 0, isColour: isColour)
        write(0x14, 0x87, counter: 0, isColour: isColour)
        pulse1.envelope.volume = 0
        pulse1.remaining = pulse1.period
        // The grey machine leaves its wave RAM to chance; the colour machine clears it.
        if isColour { for index in wave.samples.indices { wave.samples[index] = index & 1 == 0 ? 0x00 : 0xFF } }
    }

    /// Without power, from all zeros.
    mutating func powerOnCold() {
        pulse1.remaining = pulse1.period
        pulse2.writeDuty(0)
        pulse2.remaining = pulse2.period
        wave.remaining = wave.period
        wave.shift = 4
        wave.powersDAC = false
        noise.remaining = noise.period
        noise.bits = 0x7FFF
    }
}

extension MachineState {
    mutating func catchUpAPU(to now: Moment) { apu.catchUp(to: now, origin: soundOrigin(at: now)) }
}
