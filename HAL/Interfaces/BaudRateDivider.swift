// The rate of an asynchronous serial port, as its clock can be divided to it.

/// Why a serial port cannot have a rate.
public enum BaudRateError: Error, Equatable, Sendable {
    /// The divider's register is too short for it. In bits a second.
    case tooSlow(slowest: UInt32)
    /// The port takes several samples of a bit. In bits a second.
    case tooFast(fastest: UInt32)
    /// The nearest rate is more than `BaudRateDivider.tolerance` away. In bits a second.
    case inaccurate(nearest: UInt32)
}

/// A divider of a port's clock, rounded to the nearest.
public struct BaudRateDivider: Equatable, Sendable {
    /// Clocks in a bit.
    public let clocks: UInt32
    /// How far the rate is from what was asked for, in per mille, rounded; more is faster.
    public let errorPerMille: Int32

    /// How far off a rate may be, in per mille. A receiver loses a character of ten bits where both ends together are some
    /// 50 off, half a bit at its end; this leaves the other half to the other end.
    public static var tolerance: Int32 { 25 }

    /// Divides `clock` to `bitsPerSecond`, by one of `dividers`. Cost: two divisions of 64 bits. Context: any.
    /// - Throws: `.tooSlow` and `.tooFast` past the ends of `dividers`, `.inaccurate` past `tolerance`.
    public init(clock: Frequency, bitsPerSecond: UInt32, dividers: ClosedRange<UInt32>) throws(BaudRateError) {
        let clock = clock.hertz
        let divider = bitsPerSecond == 0 ? UInt64.max : (UInt64(clock) + UInt64(bitsPerSecond / 2)) / UInt64(bitsPerSecond)
        guard divider <= UInt64(dividers.upperBound) else {
            throw .tooSlow(slowest: clock / dividers.upperBound + (clock % dividers.upperBound == 0 ? 0 : 1))
        }
        guard divider >= UInt64(dividers.lowerBound) else { throw .tooFast(fastest: clock / dividers.lowerBound) }
        clocks = UInt32(divider)
        let difference = Int64(clock) * 1000 / Int64(divider) - Int64(bitsPerSecond) * 1000
        let half = Int64(difference < 0 ? -1 : 1) * Int64(bitsPerSecond / 2)
        errorPerMille = Int32(truncatingIfNeeded: (difference + half) / Int64(bitsPerSecond))
        guard errorPerMille.magnitude <= Self.tolerance.magnitude else {
            throw .inaccurate(nearest: clock / UInt32(divider))
        }
    }

    /// The rate, in bits a second, rounded down.
    public func bitsPerSecond(clock: Frequency) -> UInt32 { clock.hertz / clocks }
}
