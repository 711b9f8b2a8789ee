// The small counters that the sound channels are made of. The frame sequencer of APU.swift clocks them.

/// A channel's length counter: 256 ticks a second while enabled, and at 0 the channel ends.
///
/// Source: Pan Docs, "Audio details".
struct LengthCounter {
    var count: UInt32
    var isEnabled: Bool

    /// Returns whether the channel ends by it.
    mutating func clock() -> Bool {
        guard isEnabled && count > 0 else { return false }
        count &-= 1
        return count == 0
    }

    /// A write to NRx4. In the half of its period in which the next step of the sequencer leaves lengths alone,
    /// enabling the counter clocks it once. A trigger fills an empty one. Returns whether the channel ends by it.
    mutating func control(enable: Bool, trigger: Bool, full: UInt32, nextStepClocks: Bool) -> Bool {
        let wasEnabled = isEnabled
        isEnabled = enable
        var ended = false
        if enable && !wasEnabled && !nextStepClocks { ended = clock() }
        if trigger && count == 0 {
            count = enable && !nextStepClocks ? full &- 1 : full
        }
        return ended && !trigger
    }
}

/// A channel's volume, and what changes it 64 times a second.
///
/// Source: Pan Docs, "Audio details", "Obscure behavior".
struct Envelope {
    /// NRx2: the first volume, the direction, and the period.
    var register: UInt32
    var volume: UInt32
    var timer: UInt32
    /// The volume has not reached its end.
    var isMoving: Bool

    /// The channel's DAC is on, whatever the volume is at the moment.
    var powersDAC: Bool { register & 0xF8 != 0 }
    private var period: UInt32 { register & 7 }
    private var increases: Bool { register & 8 != 0 }

    mutating func trigger() {
        volume = register &>> 4
        timer = period == 0 ? 8 : period
        isMoving = true
    }

    mutating func clock() {
        guard period != 0 else { return }
        timer &-= 1
        guard timer == 0 else { return }
        timer = period
        guard isMoving else { return }
        if increases && volume < 15 {
            volume &+= 1
        } else if !increases && volume > 0 {
            volume &-= 1
        } else {
            isMoving = false
        }
    }

    /// A write to NRx2, which moves the volume of a channel that is playing.
    mutating func write(_ value: UInt32, whilePlaying: Bool) {
        if whilePlaying {
            if period == 0 && isMoving {
                volume &+= 1
            } else if !increases {
                volume &+= 2
            }
            if (value ^ register) & 8 != 0 { volume = 16 &- volume }
            volume &= 0xF
        }
        register = value
    }
}

/// The first channel's frequency sweep, at 128 Hz.
///
/// Source: Pan Docs, "Frequency sweep", "Audio details".
struct Sweep {
    /// NR10.
    var register: UInt32
    var shadow: UInt32
    var timer: UInt32
    var isEnabled: Bool
    /// The last calculation subtracted: leaving that mode then ends the channel.
    var hasSubtracted: Bool

    private var period: UInt32 { register &>> 4 & 7 }
    private var shift: UInt32 { register & 7 }
    private var subtracts: Bool { register & 8 != 0 }

    /// What the frequency would be next; more than 2047 ends the channel.
    private mutating func calculate() -> UInt32 {
        let change = shadow &>> shift
        guard subtracts else { return shadow &+ change }
        hasSubtracted = true
        return shadow &- change
    }

    /// Returns whether the channel ends by it.
    mutating func trigger(frequency: UInt32) -> Bool {
        shadow = frequency
        timer = period == 0 ? 8 : period
        isEnabled = period != 0 || shift != 0
        hasSubtracted = false
        return shift != 0 && calculate() > 2047
    }

    /// Returns whether the channel ends by it; the new frequency goes to `frequency`.
    mutating func clock(frequency: inout UInt32) -> Bool {
        timer &-= 1
        guard timer == 0 else { return false }
        timer = period == 0 ? 8 : period
        guard isEnabled && period != 0 else { return false }
        let next = calculate()
        guard next <= 2047 else { return true }
        guard shift != 0 else { return false }
        shadow = next
        frequency = next
        return calculate() > 2047
    }

    /// A write to NR10. Returns whether the channel ends by it.
    mutating func write(_ value: UInt32) -> Bool {
        register = value
        return hasSubtracted && !subtracts
    }
}
