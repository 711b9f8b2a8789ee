// What a battery keeps: the cartridge's RAM and, behind it, the clock, in the form in which such files are exchanged.
import Text

/// Why a save cannot be used. The machine is as it was.
public enum SaveError: Error, Equatable, Sendable {
    /// The cartridge has no battery.
    case noBattery
    /// The save's length is neither that of the cartridge's RAM nor, with a clock, that and the clock's.
    case length(expected: Int, withClock: Int?, found: Int)
    /// A byte of the clock has bits that its register does not have.
    case clockByte(offset: Int, mask: UInt8, found: UInt8)

    /// Writes what is wrong, and where, as one line without its end.
    public func write(to output: inout some TextOutput & ~Copyable) {
        switch self {
        case .noBattery: output.write("the cartridge has no battery, so there is nothing to save")
        case .length(let expected, let withClock, let found):
            output.write("the save has ")
            output.write(bytes: found)
            output.write(", and this cartridge's has ")
            output.write(bytes: expected)
            guard let withClock else { return }
            output.write(", or with its clock ")
            output.write(decimal: UInt32(clamping: withClock))
        case .clockByte(let offset, let mask, let found):
            output.write("the save's byte at 0x")
            output.write(hex: UInt32(clamping: offset), digits: 4)
            output.write(" is ")
            output.write(byteInHex: found)
            output.write(", and its register of the clock has only the bits of ")
            output.write(byteInHex: mask)
        }
    }
}

extension GenericMachine {
    /// The clock's part: five registers as they run and five as latched, four bytes each, and the time of saving in
    /// seconds since 1970, eight bytes; all little-endian.
    public static var clockByteCount: Int { 48 }

    /// Whether there is anything to save.
    public var hasBattery: Bool { state.pointee.cartridge.hasBattery }

    /// Writes what the battery keeps. `now` is the time in seconds since 1970; 0 if nobody knows it.
    public func writeSave(to output: inout some ByteOutput & ~Copyable, now: UInt64) {
        guard hasBattery else { return }
        for byte in state.pointee.cartridgeRAM { output.write(byte: byte) }
        writeClock(to: &output, now: now)
    }

    /// Writes the clock's part of it, `clockByteCount` bytes; nothing if there is no clock.
    public func writeClock(to output: inout some ByteOutput & ~Copyable, now: UInt64) {
        guard state.pointee.cartridge.hasClock else { return }
        state.pointee.mapper.catchUp(to: state.pointee.attended)
        let clock = state.pointee.mapper.clock
        for time in 0..<2 {
            for register in 0..<5 as Range<UInt32> {
                output.write(byte: time == 0 ? clock.time[register] : clock.latched[register])
                for _ in 0..<3 { output.write(byte: 0) }
            }
        }
        for byte in 0..<8 as Range<UInt64> { output.write(byte: UInt8(truncatingIfNeeded: now &>> (8 &* byte))) }
    }

    /// Takes over a save; the clock runs through the time since then, unless either time is unknown.
    public mutating func load(save: borrowing Span<UInt8>, now: UInt64) throws(SaveError) {
        guard hasBattery else { throw .noBattery }
        let ramBytes = state.pointee.cartridgeRAM.count
        let withClock = state.pointee.cartridge.hasClock ? ramBytes &+ Self.clockByteCount : nil
        guard save.count == ramBytes || save.count == withClock else {
            throw .length(expected: ramBytes, withClock: withClock, found: save.count)
        }
        if save.count == withClock { try load(clock: save, from: ramBytes, now: now) }
        for index in 0..<ramBytes { state.pointee.cartridgeRAM[index] = save[index] }
    }

    /// Takes over the clock's part of a save, which begins at `start`.
    public mutating func load(
        clock save: borrowing Span<UInt8>, from start: Int = 0, now: UInt64
    ) throws(SaveError) {
        guard state.pointee.cartridge.hasClock else { throw .noBattery }
        guard save.count == start &+ Self.clockByteCount else {
            throw .length(expected: start &+ Self.clockByteCount, withClock: nil, found: save.count)
        }
        for byte in 0..<40 {
            let mask = byte % 4 == 0 ? ClockTime.mask(UInt32(truncatingIfNeeded: byte / 4 % 5)) : 0
            guard save[start &+ byte] & ~mask == 0 else {
                throw .clockByte(offset: start &+ byte, mask: mask, found: save[start &+ byte])
            }
        }
        state.pointee.mapper.catchUp(to: state.pointee.attended)
        for register in 0..<5 {
            state.pointee.mapper.clock.time[UInt32(register)] = save[start &+ register &* 4]
            state.pointee.mapper.clock.latched[UInt32(register)] = save[start &+ 20 &+ register &* 4]
        }
        var then: UInt64 = 0
        for byte in 0..<8 { then |= UInt64(save[start &+ 40 &+ byte]) &<< UInt64(8 &* byte) }
        guard then != 0 && now > then else { return }
        state.pointee.mapper.clock.advance(seconds: UInt32(clamping: now &- then))
    }

    /// The cartridge's clock; nil if it has none.
    public var cartridgeClock: ClockTime? {
        guard state.pointee.cartridge.hasClock else { return nil }
        state.pointee.mapper.catchUp(to: state.pointee.attended)
        return state.pointee.mapper.clock.time
    }

    /// Whether the cartridge's motor shakes the player.
    public var isRumbling: Bool { state.pointee.cartridge.hasMotor && state.pointee.mapper.isMotorOn }
}
