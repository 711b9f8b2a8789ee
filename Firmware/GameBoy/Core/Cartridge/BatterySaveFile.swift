// A battery save as a file: the cartridge's RAM and, after it, the clock, in the form in which such files are exchanged.
import Text

/// Why a battery save cannot be used, or what is odd about one that can. The machine is as it was when it is thrown.
public enum BatterySaveError: Error, Equatable, Sendable {
    /// The cartridge has no battery.
    case noBattery
    /// The save's length is neither that of the cartridge's RAM nor, with a clock, that and the clock's.
    case length(expected: Int, withClock: Int?, found: Int)
    /// The save is longer than any of this cartridge's.
    case tooLong(expected: Int, withClock: Int?, found: Int)
    /// The save ends with a clock, and the cartridge has none.
    case clockOfNone(offset: Int, found: Int)
    /// The time of saving has four bytes.
    case shortTime(offset: Int)
    /// A byte of the clock has bits that its register does not have.
    case clockByte(offset: Int, mask: UInt8, found: UInt8)

    /// Writes what is wrong, and where, as one line without its end.
    public func write(to output: inout some TextOutput & ~Copyable) {
        switch self {
        case .noBattery: output.write("the cartridge has no battery, so there is nothing to save")
        case .length(let expected, let withClock, let found), .tooLong(let expected, let withClock, let found):
            output.write("the save has ")
            output.write(bytes: found)
            output.write(", and this cartridge's has ")
            output.write(bytes: expected)
            guard let withClock else { return }
            output.write(", or with its clock ")
            output.write(decimal: UInt32(clamping: withClock))
        case .clockOfNone(let offset, let found):
            output.write("the save has ")
            output.write(bytes: found)
            output.write(" of a clock from 0x")
            output.write(hex: UInt32(clamping: offset), digits: 4)
            output.write(" on, and this cartridge has no clock")
        case .shortTime(let offset):
            output.write("the save's time at 0x")
            output.write(hex: UInt32(clamping: offset), digits: 4)
            output.write(" has 4 bytes, and 8 are expected")
        case .clockByte(let offset, let mask, let found):
            output.write("the save's byte at 0x")
            output.write(hex: UInt32(clamping: offset), digits: 4)
            output.write(" is ")
            output.write(byteInHex: found)
            output.write(", and its register of the clock has only the bits of ")
            output.write(byteInHex: mask)
        }
    }

    /// Writes what is odd about a save that is taken all the same, and what is done about it, as one line without its
    /// end.
    public func writeWarning(to output: inout some TextOutput & ~Copyable) {
        write(to: &output)
        switch self {
        case .length(let expected, _, let found):
            output.write(found < expected ? "; the rest of the RAM is blank" : "; the part of a clock is not used")
        case .clockOfNone: output.write("; they are not used, and not saved again")
        case .shortTime: output.write("; the clock is read so")
        case .clockByte: output.write("; bits that no register has are left out")
        case .noBattery, .tooLong: break
        }
    }
}

extension GenericMachine {
    /// The clock's part: five registers as they run and five as latched, four bytes each, and the time of saving in
    /// seconds since 1970, eight bytes; all little-endian.
    public static var clockByteCount: Int { 48 }
    /// The same with a time of four bytes, as older programs wrote it.
    private static var shortClockByteCount: Int { 44 }

    /// Whether there is anything to save.
    public var hasBattery: Bool { state.pointee.cartridge.hasBattery }

    /// Writes the battery save. `now` is the time in seconds since 1970; 0 if nobody knows it.
    public func writeBatterySave(to output: inout some ByteOutput & ~Copyable, now: UInt64) {
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

    /// Takes over a battery save; the clock runs through the time since then, unless either time is unknown. Of RAM that a short
    /// save does not have, what it holds stays.
    ///
    /// - Parameter ifOdd: called with each thing that is odd about a save which can be taken all the same, at most two:
    ///   `BatterySaveError.writeWarning` says what is done about it. Without it what is odd is thrown.
    /// - Throws: `noBattery` if the cartridge keeps nothing, `tooLong`, and what `ifOdd` throws. Nothing is taken over
    ///   then.
    public mutating func load(
        batterySave save: borrowing Span<UInt8>, now: UInt64,
        ifOdd: (BatterySaveError) throws(BatterySaveError) -> Void = { error throws(BatterySaveError) in throw error }
    ) throws(BatterySaveError) {
        guard hasBattery else { throw .noBattery }
        let ramBytes = state.pointee.cartridgeRAM.count
        let hasClock = state.pointee.cartridge.hasClock
        let withClock = hasClock ? ramBytes &+ Self.clockByteCount : nil
        let isClock = save.count == ramBytes &+ Self.clockByteCount || save.count == ramBytes &+ Self.shortClockByteCount
        if isClock && !hasClock {
            try ifOdd(.clockOfNone(offset: ramBytes, found: save.count &- ramBytes))
        } else if save.count > withClock ?? ramBytes {
            throw .tooLong(expected: ramBytes, withClock: withClock, found: save.count)
        } else if save.count != ramBytes && !isClock {
            try ifOdd(.length(expected: ramBytes, withClock: withClock, found: save.count))
        }
        if isClock && hasClock { try load(clock: save, from: ramBytes, now: now, ifOdd: ifOdd) }
        for index in 0..<min(ramBytes, save.count) { state.pointee.cartridgeRAM[index] = save[index] }
    }

    /// Takes over the clock's part of a save, which begins at `start`. `ifOdd` is as above.
    /// - Throws: `noBattery` if the cartridge has no clock, `length` if these are no 44 or 48 bytes, and what `ifOdd` throws.
    ///   The clock is as it was then.
    public mutating func load(
        clock save: borrowing Span<UInt8>, from start: Int = 0, now: UInt64,
        ifOdd: (BatterySaveError) throws(BatterySaveError) -> Void = { error throws(BatterySaveError) in throw error }
    ) throws(BatterySaveError) {
        guard state.pointee.cartridge.hasClock else { throw .noBattery }
        let timeBytes = save.count &- start &- 40
        guard timeBytes == 8 || timeBytes == 4 else {
            throw .length(expected: start &+ Self.clockByteCount, withClock: nil, found: save.count)
        }
        if timeBytes == 4 { try ifOdd(.shortTime(offset: start &+ 40)) }
        for byte in 0..<40 {
            let mask = byte % 4 == 0 ? ClockTime.mask(UInt32(truncatingIfNeeded: byte / 4 % 5)) : 0
            guard save[start &+ byte] & ~mask != 0 else { continue }
            try ifOdd(.clockByte(offset: start &+ byte, mask: mask, found: save[start &+ byte]))
            // One is enough to say that the clock is not as it should be.
            break
        }
        state.pointee.mapper.catchUp(to: state.pointee.attended)
        for register in 0..<5 {
            state.pointee.mapper.clock.time[UInt32(register)] = save[start &+ register &* 4]
            state.pointee.mapper.clock.latched[UInt32(register)] = save[start &+ 20 &+ register &* 4]
        }
        var then: UInt64 = 0
        for byte in 0..<timeBytes { then |= UInt64(save[start &+ 40 &+ byte]) &<< UInt64(8 &* byte) }
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
