// The SPI as a controller, full duplex, 8 bits, most significant first (RM0090 section 28).
import Interfaces
import MMIO
import STM32F405PAC

/// When data is valid, as sensors' and displays' data sheets number it: the clock's polarity and phase.
public enum SPIMode: UInt8, Sendable {
    /// Idle low, sampled at the first edge.
    case mode0 = 0
    /// Idle low, sampled at the second.
    case mode1 = 1
    /// Idle high, sampled at the first.
    case mode2 = 2
    /// Idle high, sampled at the second.
    case mode3 = 3
}

/// An SPI of the chip as the bus's one controller, with an interrupt for each byte. Targets have select pins of their own.
public struct SPIController: SPIByteDevice {
    let registers: SPI
    private let holdings: Holdings
    /// What the clock has been divided to, a cycle a bit, rounded down. It is above what was asked for only where that
    /// is below the slowest there is.
    public let bitRate: Frequency

    /// Turns it on at the fastest rate that is not above `bitRate`: the bus clock over 2 to 256 (RM0090 28.5.1), so no
    /// slower than that; the property `bitRate` says which. `clock` is that of its bus.
    init(_ registers: SPI, clock: Frequency, bitRate: Frequency, mode: SPIMode, holdings: Holdings) {
        self.registers = registers
        self.holdings = holdings
        var exponent: UInt32 = 0
        while exponent < 7, clock.hertz >> (exponent &+ 1) > bitRate.hertz { exponent &+= 1 }
        self.bitRate = .hertz(clock.hertz >> (exponent &+ 1))
        registers.CR1.write {
            $0.MSTR = true
            $0.BR = UInt8(exponent)
            $0.CPOL = mode.rawValue & 2 != 0
            $0.CPHA = mode.rawValue & 1 != 0
            // The select input is software's, and says that nobody else controls the bus.
            $0.SSM = true
            $0.SSI = true
        }
        registers.CR1.modify { $0.SPE = true }
    }

    public func exchange(_ byte: UInt8) { registers.DR.write { $0.DR = UInt16(byte) } }

    public func takeReceived() throws(SPIError) -> UInt8? {
        guard try takeStatus().RXNE else { return nil }
        return UInt8(truncatingIfNeeded: registers.DR.read().DR)
    }

    /// The status; throws what went wrong, and clears it.
    func takeStatus() throws(SPIError) -> SPI.SR {
        let status = registers.SR.read()
        if status.MODF {
            // Cleared by a write of CR1 after the read of SR; it has also taken MSTR and SPE (RM0090 28.3.10).
            registers.CR1.modify {
                $0.MSTR = true
                $0.SPE = true
            }
            throw .modeFault
        }
        guard status.OVR else { return status }
        // Cleared by a read of SR after one of DR.
        _ = registers.DR.read()
        _ = registers.SR.read()
        throw .overrun
    }

    public func setInterrupt(_ enabled: Bool) {
        registers.CR2.modify {
            $0.RXNEIE = enabled
            $0.ERRIE = enabled
        }
    }

    /// Ends the driver: the SPI is off, and it and its pins may be taken again. Copies of the controller are of no use from
    /// here. Precondition: no transfer is going on. Context: the level of its interrupt, which is bound no more.
    public func release() {
        registers.CR2.write { _ in }
        registers.CR1.write { _ in }
        holdings.release()
    }

    public func restart() {
        setInterrupt(false)
        registers.CR1.modify { $0.SPE = false }
        _ = registers.DR.read()
        _ = registers.SR.read()
        registers.CR1.modify { $0.SPE = true }
    }
}
