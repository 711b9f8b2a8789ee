// The rates of the USARTs (RM0090 30.3.4). Impossible ones do not compile.
import Interfaces
import STM32F405PAC

/// A rate that a USART can have.
///
/// Literals are checked by subtractions that must not overflow, which the compiler carries out: from 1,282 to 650,000 bits
/// a second every clock that a bus may have, 13 to 84 MHz, can be divided to within 25 per mille.
///
///     USARTDevice(usart, transmit: pin9, receive: pin10, clocks: clocks, baudRate: 1200)
///     // error: arithmetic operation '1200 - 1282' (on unsigned 32-bit integer type) results in an overflow
///
/// What some clocks can and others cannot, or is known only when the program runs, is asked for and may be refused:
///
///     let rate = try BaudRate(3_000_000, of: USART1.self, clocks: clocks)
public struct BaudRate: Equatable, Sendable, ExpressibleByIntegerLiteral {
    /// The rate that was asked for. What the clock makes of it differs by `errorPerMille`.
    public let bitsPerSecond: UInt32

    /// A rate from 1,282 to 650,000 bits a second; another literal does not compile.
    @_transparent
    public init(integerLiteral bitsPerSecond: UInt32) {
        _ = bitsPerSecond - 1_282
        _ = 650_000 - bitsPerSecond
        self.bitsPerSecond = bitsPerSecond
    }

    /// A rate for this USART at these clocks. For another, or at others, the program ends where it is used.
    /// - Throws: what is wrong with it, with the nearest that is possible.
    public init<Instance: USARTInstance>(
        _ bitsPerSecond: UInt32, of usart: Instance.Type, clocks: ClockOutcome
    ) throws(BaudRateError) {
        _ = try Self.divider(bitsPerSecond, clock: Instance.clock(clocks))
        self.bitsPerSecond = bitsPerSecond
    }

    /// How far the USART will be from it at these clocks, in per mille: at 84 MHz 0 for 115,200, and no more than
    /// 4 for any literal; at 16 MHz -1, and no more than 20. More is faster.
    /// - Throws: `tooSlow`, `tooFast` or `inaccurate` if these clocks cannot be divided to it.
    public func errorPerMille<Instance: USARTInstance>(
        of usart: Instance.Type, clocks: ClockOutcome
    ) throws(BaudRateError) -> Int32 { try Self.divider(bitsPerSecond, clock: Instance.clock(clocks)).errorPerMille }

    /// 16 samples a bit: BRR holds the clocks in a bit, 16 at least, in 16 bits.
    static func divider(_ bitsPerSecond: UInt32, clock: Frequency) throws(BaudRateError) -> BaudRateDivider {
        try BaudRateDivider(clock: clock, bitsPerSecond: bitsPerSecond, dividers: 16...65_535)
    }
}
