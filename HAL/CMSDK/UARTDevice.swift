// The UART of Arm's Cortex-M System Design Kit (ARM DDI 0479, section 4.3) as a serial device.
import MMIO
import CMSDKPAC
import Interfaces

/// A UART, 8 data bits, no parity, one stop bit: it has no other format.
public struct UARTDevice: SerialDevice {
    let registers: UART

    /// Turns the transmitter and receiver on at `baudRate`. `clock` is the peripherals', in hertz; the divider
    /// is at least 16.
    public init(_ registers: UART, clock: UInt32, baudRate: UInt32) {
        self.registers = registers
        registers.BAUDDIV.write { $0.bits = max(16, (clock &+ baudRate / 2) / baudRate) }
        registers.CTRL.write {
            $0.TXEN = true
            $0.RXEN = true
        }
    }

    public func takeReceived() throws(SerialError) -> UInt8? {
        registers.INTCLEAR.clear(.RXINT)
        let state = registers.STATE.read()
        if state.RXOV {
            // The buffer holds the later byte, which the next call takes.
            registers.STATE.clear(.RXOV)
            throw .overrun(last: nil)
        }
        guard state.RXBF else { return nil }
        return registers.DATA.read().bits
    }

    public var canTransmit: Bool { !registers.STATE.read().TXBF }

    public func transmit(_ byte: UInt8) { registers.DATA.write { $0.bits = byte } }

    public func setReceiveInterrupt(_ enabled: Bool) { registers.CTRL.modify { $0.RXINT = enabled } }

    public func setTransmitInterrupt(_ enabled: Bool) { registers.CTRL.modify { $0.TXINT = enabled } }

    public func acknowledgeTransmitInterrupt() { registers.INTCLEAR.clear(.TXINT) }
}
