// The random number generator (RM0090 section 24): noise of analog circuits, 32 bits in 40 cycles of its 48 MHz.
import Interfaces
import MMIO
import STM32F405PAC

/// The generator, as a peripheral. Its clock is the PLL's 48 MHz output, which `ClockTree` turns on.
public enum RNG: PeripheralIdentity {
    public static var claim: Int { 185 }
    public static func turnOn() { STM32F405.RCC.AHB2ENR.modify { $0.RNGEN = true } }
}

/// The generator.
public struct RandomNumberGenerator: ~Copyable, Sendable {
    /// Why there is no number.
    public enum Failure: Error, Equatable, Sendable {
        /// The PLL's 48 MHz output is off or much too slow.
        case clock
        /// The noise is none: more than 64 equal bits, or more than 32 alternations.
        case seed
        /// Two numbers in a row were equal, which the generator's standard takes for a failure (24.3.1).
        case repetition
        /// No number came in a hundred times what one takes.
        case timeout
    }

    private var last: UInt32
    private static let timeout = 10_000

    /// Turns it on. The first number is not given out, but what the next is compared with.
    /// - Throws: `clock`, `seed` or `timeout`, if no first number comes. The generator is not given back.
    public init(_ generator: consuming Peripheral<RNG>) throws(Failure) {
        generator.turnedOn()
        STM32F405.RNG.CR.modify { $0.RNGEN = true }
        last = try Self.take()
    }

    /// A number. Waits for some 40 cycles of 48 MHz. One context.
    /// - Throws: any `Failure`. Asking again may succeed: after `seed` the generator has begun with new noise.
    public mutating func next() throws(Failure) -> UInt32 {
        let number = try Self.take()
        guard number != last else { throw .repetition }
        last = number
        return number
    }

    private static func take() throws(Failure) -> UInt32 {
        let registers = STM32F405.RNG
        for _ in 0..<timeout {
            let status = registers.SR.read()
            if status.CECS { throw .clock }
            if status.SECS {
                // Begins with new noise (24.3.2).
                registers.SR.modify { $0.SEIS = false }
                registers.CR.modify { $0.RNGEN = false }
                registers.CR.modify { $0.RNGEN = true }
                throw .seed
            }
            if status.DRDY { return registers.DR.read().RNDATA }
        }
        throw .timeout
    }
}
