// The rates of the UARTs (ARM DDI 0479, table 4-7). Impossible ones do not compile.
import Interfaces

/// A rate that a UART can have at the boards' 25 MHz.
///
/// Literals are checked by subtractions that must not overflow, which the compiler carries out: from 24 to 1,250,000 bits a
/// second the clock can be divided to within 25 per mille.
///
///     UARTDevice(uart, clock: 25.megahertz, baudRate: 3_000_000)
///     // error: arithmetic operation '1250000 - 3000000' (on unsigned 32-bit integer type) results in an overflow
///
/// What is known only when the program runs, or is for another clock, is asked for and may be refused:
///
///     let rate = try BaudRate(number, clock: clock)
public struct BaudRate: Equatable, Sendable, ExpressibleByIntegerLiteral {
    /// The rate that was asked for. What the clock makes of it differs by `errorPerMille`.
    public let bitsPerSecond: UInt32

    /// A rate from 24 to 1,250,000 bits a second; another literal does not compile.
    @_transparent
    public init(integerLiteral bitsPerSecond: UInt32) {
        _ = bitsPerSecond - 24
        _ = 1_250_000 - bitsPerSecond
        self.bitsPerSecond = bitsPerSecond
    }

    /// A rate at this clock. At another the program may end where it is used.
    /// - Throws: what is wrong with it, with the nearest that is possible.
    public init(_ bitsPerSecond: UInt32, clock: Frequency) throws(BaudRateError) {
        _ = try Self.divider(bitsPerSecond, clock: clock)
        self.bitsPerSecond = bitsPerSecond
    }

    /// How far a UART will be from it at this clock, in per mille: 0 for 115,200 at 25 MHz, and no more than 24 for any
    /// literal. More is faster.
    /// - Throws: `tooSlow`, `tooFast` or `inaccurate` if this clock cannot be divided to it.
    public func errorPerMille(clock: Frequency) throws(BaudRateError) -> Int32 {
        try Self.divider(bitsPerSecond, clock: clock).errorPerMille
    }

    /// BAUDDIV holds the clocks in a bit, 16 at least, in 20 bits.
    static func divider(_ bitsPerSecond: UInt32, clock: Frequency) throws(BaudRateError) -> BaudRateDivider {
        try BaudRateDivider(clock: clock, bitsPerSecond: bitsPerSecond, dividers: 16...0xF_FFFF)
    }
}
