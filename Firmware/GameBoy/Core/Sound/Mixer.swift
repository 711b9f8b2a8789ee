// From the four channels to samples: panning, volumes, and the capacitor at each side's amplifier.

/// What the samples need besides the channels. 3.4 KB.
struct Mixer: ~Copyable {
    /// 0: no samples are made.
    var clocksPerSample: UInt32
    /// Clocks of the current sample that have passed.
    var passed: UInt32
    /// Both sides' sums over the current sample so far.
    var partial: UInt32
    /// The capacitors' charges, in 1/4096 of a sample's unit.
    var leftCharge: Int32
    var rightCharge: Int32
    /// Samples not taken yet: left in the low half, right in the high one.
    var samples: InlineArray<832, UInt32>
    var count: UInt32
    var lost: UInt32

    static var capacity: UInt32 { 832 }
}

/// Sums of both sides of up to 32 samples: left in the low half, right in the high one.
typealias SampleSums = InlineArray<32, UInt32>

/// Source: Pan Docs, "Audio", "Mixing"; "Audio details", "Mixer".
extension APU {
    /// Makes the samples of a stretch of time in which nothing but the channels' own courses changes.
    ///
    /// Cost: 60 to 90 instructions a sample with four common tones, 25 in silence.
    mutating func produce(_ clocks: UInt32) {
        let length = mixer.clocksPerSample
        var left = clocks
        var sums = SampleSums(repeating: 0)
        if mixer.passed != 0 || left < length {
            let part = min(left, length &- mixer.passed)
            left &-= part
            sum(into: &sums, count: 1, clocks: part)
            mixer.partial &+= sums[0]
            mixer.passed &+= part
            guard mixer.passed == length else { return }
            finish(mixer.partial)
            mixer.partial = 0
            mixer.passed = 0
        }
        var whole = left / length
        left &-= whole &* length
        while whole > 0 {
            let count = min(whole, 32)
            whole &-= count
            for index in 0..<Int(count) { sums[index] = 0 }
            sum(into: &sums, count: Int(count), clocks: length)
            for index in 0..<Int(count) { finish(sums[index]) }
        }
        guard left > 0 else { return }
        sums[0] = 0
        sum(into: &sums, count: 1, clocks: left)
        mixer.partial = sums[0]
        mixer.passed = left
    }

    /// Adds each channel's output over `clocks` to `count` sums. A level counts twice, and the middle between the
    /// lowest and the highest level, 15, is what a side gets from a channel that it does not take or whose DAC is off.
    private mutating func sum(into sums: inout SampleSums, count: Int, clocks: UInt32) {
        var middle: UInt32 = 0
        if let side = sides(0, pulse1.envelope.powersDAC, &middle) {
            pulse1.add(to: &sums, count: count, clocks: clocks, side: side, sample: mixer.clocksPerSample)
        }
        if let side = sides(1, pulse2.envelope.powersDAC, &middle) {
            pulse2.add(to: &sums, count: count, clocks: clocks, side: side, sample: mixer.clocksPerSample)
        }
        if let side = sides(2, wave.powersDAC, &middle) {
            wave.add(to: &sums, count: count, clocks: clocks, side: side, sample: mixer.clocksPerSample)
        } else if wave.isOn {
            wave.skip(clocks &* UInt32(truncatingIfNeeded: count))
        }
        if let side = sides(3, noise.envelope.powersDAC, &middle), noise.isOn {
            var noise = noise
            for index in 0..<count { sums[index & 31] &+= noise.integrate(clocks) &* side }
            self.noise = noise
        }
        middle &*= clocks
        for index in 0..<count { sums[index & 31] &+= middle }
    }

    /// What a channel's output is multiplied by to reach the sides that take it; nil if none does. Both sides' shares
    /// that are left go to `middle`.
    private func sides(_ channel: UInt32, _ powersDAC: Bool, _ middle: inout UInt32) -> UInt32? {
        let panning = powersDAC ? UInt32(registers[0x15]) &>> channel : 0
        let right = panning & 1
        let left = panning &>> 4 & 1
        middle &+= 15 &* ((1 &- left) | (1 &- right) &<< 16)
        let both = left | right &<< 16
        return both == 0 ? nil : both &* 2
    }

    /// Volumes, the high-pass filter, and into the buffer.
    @inline(__always)
    private mutating func finish(_ sums: UInt32) {
        let length = Int32(bitPattern: mixer.clocksPerSample)
        let volumes = Int32(registers[0x14])
        let middle = 60 &* length
        // 60 levels each way, times a volume of up to 8, times this, is just below 2^15.
        let gain = (64 &<< 8) / length
        let left = ((middle &- Int32(sums & 0xFFFF)) &* ((volumes &>> 4 & 7) &+ 1) &* gain) &>> 8
        let right = ((middle &- Int32(sums &>> 16)) &* ((volumes & 7) &+ 1) &* gain) &>> 8
        let pair = mixer.filter(left, right)
        guard mixer.count < Mixer.capacity else {
            mixer.lost &+= 1
            return
        }
        mixer.samples[Int(mixer.count)] = pair
        mixer.count &+= 1
    }
}

extension PulseChannel {
    /// Adds the output over `clocks` to `count` sums. Pitches above half the sample rate come out as their mean.
    fileprivate mutating func add(
        to sums: inout SampleSums, count: Int, clocks: UInt32, side: UInt32, sample: UInt32
    ) {
        guard isOn && envelope.volume > 0 else { return }
        if period &* 4 < sample {
            let mean = (eightfoldMean &* clocks) / 8 &* side
            for index in 0..<count { sums[index & 31] &+= mean }
            return
        }
        for index in 0..<count { sums[index & 31] &+= integrate(clocks) &* side }
    }
}

extension WaveChannel {
    /// As for a pulse channel.
    fileprivate mutating func add(
        to sums: inout SampleSums, count: Int, clocks: UInt32, side: UInt32, sample: UInt32
    ) {
        guard isOn else { return }
        if period &* 16 < sample {
            let mean = (thirtyTwofoldMean &* clocks) / 32 &* side
            for index in 0..<count { sums[index & 31] &+= mean }
            skip(clocks &* UInt32(truncatingIfNeeded: count))
            return
        }
        for index in 0..<count { sums[index & 31] &+= integrate(clocks) &* side }
    }
}

extension Mixer {
    /// A clock discharges a capacitor by 4.2 parts in 100,000 of the sample, 2.75 in 65,536.
    @inline(__always)
    fileprivate mutating func filter(_ left: Int32, _ right: Int32) -> UInt32 {
        let share = Int32(bitPattern: clocksPerSample &* 11 / 4)
        let leftOut = left &- leftCharge &>> 12
        let rightOut = right &- rightCharge &>> 12
        leftCharge &+= (leftOut &* share) &>> 4
        rightCharge &+= (rightOut &* share) &>> 4
        return UInt32(UInt16(bitPattern: Int16(clamping: leftOut)))
            | UInt32(UInt16(bitPattern: Int16(clamping: rightOut))) &<< 16
    }
}
