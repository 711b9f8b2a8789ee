// The USART as an asynchronous serial device (RM0090 section 30).
import Interfaces
import MMIO
import STM32F405PAC

/// A USART, 8 data bits, no parity, one stop bit.
public struct USARTDevice: SerialDevice {
    let registers: USART
    private let holdings: Holdings

    /// Turns the transmitter and receiver on at `baudRate`. `clock` is that of the USART's bus. The
    /// USART's own clock is on and it has its pins.
    package init(_ registers: USART, clock: Frequency, baudRate: BaudRate) {
        self.init(registers, clock: clock, baudRate: baudRate, holdings: .none)
    }

    init(_ registers: USART, clock: Frequency, baudRate: BaudRate, holdings: Holdings) {
        self.registers = registers
        self.holdings = holdings
        guard let divider = try? BaudRate.divider(baudRate.bitsPerSecond, clock: clock).clocks else {
            preconditionFailure("the baud rate was checked for another USART or for other clocks")
        }
        registers.BRR.write {
            $0.DIV_Mantissa = UInt16(truncatingIfNeeded: divider >> 4)
            $0.DIV_Fraction = UInt8(truncatingIfNeeded: divider & 0xF)
        }
        registers.CR1.write {
            $0.UE = true
            $0.TE = true
            $0.RE = true
        }
    }

    public func takeReceived() throws(SerialError) -> UInt8? {
        let status = registers.SR.read()
        guard status.RXNE || status.ORE else { return nil }
        // Reading the data register after the status register clears the error flags (RM0090 30.6.1).
        let byte = UInt8(truncatingIfNeeded: registers.DR.read().DR)
        if status.ORE { throw .overrun(last: status.RXNE ? byte : nil) }
        if status.FE { throw .framing }
        if status.NF { throw .noise }
        if status.PE { throw .parity }
        return byte
    }

    public var canTransmit: Bool { registers.SR.read().TXE }

    public func transmit(_ byte: UInt8) {
        registers.DR.write { $0.DR = UInt16(byte) }
    }

    public func setReceiveInterrupt(_ enabled: Bool) {
        registers.CR1.modify { $0.RXNEIE = enabled }
    }

    public func setTransmitInterrupt(_ enabled: Bool) {
        registers.CR1.modify { $0.TXEIE = enabled }
    }

    /// Ends the driver: the USART is off, and it and its pins may be taken again. A byte that is on its way is cut short.
    /// Copies of the device are of no use from here. Context: the level of its interrupts, which are bound no more.
    public func release() {
        registers.CR1.write { $0.UE = false }
        holdings.release()
    }

    /// TXE falls when a byte is written; there is nothing else to acknowledge.
    public func acknowledgeTransmitInterrupt() {}
}
