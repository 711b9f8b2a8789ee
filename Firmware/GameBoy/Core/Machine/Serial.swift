// SB and SC. What the program sends is kept for the owner of the machine; nothing is ever connected to the
// other end of the cable.

/// The serial port, without a partner: a transfer on the internal clock shifts in ones and ends after
/// eight bits; one on the external clock never ends.
///
/// Bytes sent wait in a ring of 64 until `Machine.readSerial` takes them; a frame can send 17. When the
/// ring is full, further bytes are lost and counted.
///
/// Source: Pan Docs, "Serial Data Transfer (Link Cable)".
struct Serial {
    /// SB when the transfer began, or now if none runs.
    var sb: UInt32
    /// SC's bits 0x80 and 0x01, and on the colour machine 0x02.
    var sc: UInt32
    /// When the last bit is shifted, while a transfer runs.
    var end: Moment
    var ring: InlineArray<64, UInt8>
    var written: UInt32
    var taken: UInt32
    var lost: UInt32

    /// The internal clock: 8192 Hz, a bit each 512 clocks, in step with the timer's counter. The colour machine has
    /// one of 16 clocks a bit besides, which SC's bit 1 selects.
    private var bit: UInt32 { sc & 0x02 == 0 ? 512 : 16 }

    private var isRunning: Bool { sc & 0x81 == 0x81 }

    /// Returns the interrupts requested up to `now`.
    mutating func catchUp(to now: Moment) -> UInt32 {
        guard isRunning && end.isDue(at: now) else { return 0 }
        keep(UInt8(truncatingIfNeeded: sb))
        sb = 0xFF
        sc &= 0x03
        return Interrupt.serial
    }

    /// When the running transfer ends.
    var due: Moment? { isRunning ? end : nil }

    /// SB, partly shifted out while a transfer runs.
    func readSB(at now: Moment) -> UInt32 {
        guard isRunning else { return sb }
        let left = (end &- now &+ bit &- 1) / bit
        let shifted = 8 &- min(left, 8)
        return (sb &<< shifted | (1 &<< shifted &- 1)) & 0xFF
    }

    mutating func writeSB(_ value: UInt32) { sb = value }

    /// `counter` is the timer's, whose falling bit 8 shifts.
    mutating func writeSC(_ value: UInt32, isFast: Bool, counter: UInt32, at now: Moment) {
        sc = value & 0x81 | (isFast ? 2 : 0)
        end = now &+ bit &- counter % bit &+ 7 &* bit
    }

    private mutating func keep(_ byte: UInt8) {
        guard written &- taken < 64 else {
            lost &+= 1
            return
        }
        ring[Int(written & 63)] = byte
        written &+= 1
    }

    mutating func take() -> UInt8? {
        guard written != taken else { return nil }
        defer { taken &+= 1 }
        return ring[Int(taken & 63)]
    }
}
