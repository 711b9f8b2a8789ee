// Two times in one machine. Moments are clocks of the picture and the sound, which keep their speed; the timer, the
// serial port and OAM DMA count clocks of the CPU, which are twice as fast at double speed. On the grey machine the two
// are the same, and nothing is left of this file.
//
// Source: Pan Docs, "CGB Registers", "KEY1/SPD"; "Audio details", "DIV-APU".

extension MachineState {
    /// log2 of the CPU's speed: 1 at double speed.
    @inline(__always)
    var speed: UInt32 { M.isColour ? colour.value.speed : 0 }

    /// The CPU's time at a moment not before the last change of the speed.
    @inline(__always)
    func cpuTime(at now: Moment) -> Moment {
        guard M.isColour else { return now }
        guard !colour.value.isSwitching else { return colour.value.anchorTime }
        return colour.value.anchorTime &+ (now &- colour.value.anchor) &<< colour.value.speed
    }

    /// The moment of a time of the CPU's near to `now`.
    @inline(__always)
    func moment(ofCPU time: Moment, at now: Moment) -> Moment {
        guard M.isColour else { return time }
        let distance = Int32(bitPattern: time &- cpuTime(at: now))
        let speed = Int32(bitPattern: colour.value.speed)
        return now &+ UInt32(bitPattern: (distance &+ speed) &>> speed)
    }

    /// The moment at which the counter of the timer, slowed down to clocks, would have been 0.
    @inline(__always)
    func soundOrigin(at now: Moment) -> Moment {
        guard M.isColour else { return timer.origin }
        return now &- (cpuTime(at: now) &- timer.origin) &>> colour.value.speed
    }

    /// STOP with KEY1's bit 0 set: the CPU and its clocks stand still for 2050 machine cycles. DIV is 0 already.
    @inline(never)
    mutating func beginSpeedSwitch(at now: Moment) {
        guard colour.value.isSwitchArmed else { return }
        catchUp(to: now)
        catchUpAPU(to: now)
        colour.value.anchorTime = cpuTime(at: now)
        colour.value.anchor = now
        colour.value.isSwitchArmed = false
        colour.value.isSwitching = true
        colour.value.switchEnd = now &+ 2050 &* 4
    }

    @inline(never)
    mutating func endSpeedSwitch() {
        let end = colour.value.switchEnd
        catchUp(to: end)
        catchUpAPU(to: end)
        colour.value.anchor = end
        colour.value.isSwitching = false
        colour.value.speed ^= 1
    }
}
