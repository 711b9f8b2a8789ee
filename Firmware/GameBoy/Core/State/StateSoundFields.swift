// The sound unit's fields of a save state. Samples that the owner has not taken are not among them.

extension APU {
    mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.moment(&counted)
        coder.code(&isPowered)
        coder.code(&step, upTo: 7)
        coder.code(&skipsStep)
        for index in registers.indices { coder.code(&registers[index]) }
        pulse1.code(&coder)
        sweep.code(&coder)
        pulse2.code(&coder)
        wave.code(&coder)
        noise.code(&coder)
        mixer.code(&coder)
    }
}

extension LengthCounter {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.code(&count, upTo: 256)
        coder.code(&isEnabled)
    }
}

extension Envelope {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.code(&register, upTo: 0xFF)
        coder.code(&volume, upTo: 0xF)
        coder.word(&timer)
        coder.code(&isMoving)
    }
}

extension Sweep {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.code(&register, upTo: 0xFF)
        coder.code(&shadow, upTo: 0x7FF)
        coder.word(&timer)
        coder.code(&isEnabled)
        coder.code(&hasSubtracted)
    }
}

extension PulseChannel {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.code(&isOn)
        length.code(&coder)
        envelope.code(&coder)
        coder.code(&frequency, upTo: 0x7FF)
        coder.code(&pattern, upTo: 0xFF)
        coder.code(&position, upTo: 7)
        coder.code(&remaining, upTo: 0x2000)
    }
}

extension WaveChannel {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.code(&isOn)
        coder.code(&powersDAC)
        length.code(&coder)
        coder.code(&frequency, upTo: 0x7FF)
        coder.code(&shift, upTo: 4)
        coder.code(&position, upTo: 31)
        coder.code(&remaining, upTo: 0x1010)
        coder.code(&hasRead)
        coder.code(&buffer, upTo: 0xFF)
        for index in samples.indices { coder.code(&samples[index]) }
    }
}

extension NoiseChannel {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.code(&isOn)
        length.code(&coder)
        envelope.code(&coder)
        coder.code(&register, upTo: 0xFF)
        coder.code(&bits, upTo: 0x7FFF)
        coder.code(&remaining, upTo: 0x38_0000)
    }
}

extension Mixer {
    fileprivate mutating func code(_ coder: inout some StateCoder & ~Copyable) {
        coder.code(&clocksPerSample, upTo: 512)
        coder.code(&passed, upTo: 511)
        coder.word(&partial)
        coder.code(&leftCharge)
        coder.code(&rightCharge)
    }
}
