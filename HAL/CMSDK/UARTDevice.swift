// The UART of Arm's Cortex-M System Design Kit (ARM DDI 0479, section 4.3) as a serial device.
import CMSDKPAC
import CortexM
import Interfaces
import MMIO

/// A UART, 8 data bits, no parity, one stop bit: it has no other format.
public struct UARTDevice: SerialDevice {
    let registers: UART
    /// What `Claims` knows it by; nil for registers that nobody has, a test's.
    private let claim: Int?

    /// Turns the transmitter and receiver on at `baudRate`. `clock` is the peripherals'.
    public init<Instance: UARTInstance>(_ uart: consuming Peripheral<Instance>, clock: Frequency, baudRate: BaudRate) {
        self.init(Instance.registers, clock: clock, baudRate: baudRate, claim: Instance.claim)
    }

    package init(_ registers: UART, clock: Frequency, baudRate: BaudRate, claim: Int? = nil) {
        self.registers = registers
        self.claim = claim
        guard let divider = try? BaudRate.divider(baudRate.bitsPerSecond, clock: clock).clocks else {
            preconditionFailure("the baud rate was checked for another clock")
        }
        registers.BAUDDIV.write { $0.bits = divider }
        registers.CTRL.write {
            $0.TXEN = true
            $0.RXEN = true
        }
    }

    /// Ends the driver: the UART is off and may be taken again. Copies of the device are of no use from here. Context: the
    /// level of its interrupts, which are bound no more.
    public func release() {
        registers.CTRL.write { _ in }
        if let claim { Claims.release(claim) }
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

    public func setReceiveInterrupt(_ enabled: Bool) {
        registers.CTRL.modify { $0.RXINT = enabled }
        // One that is pending already would stay so: CTRL says only whether the next byte makes one.
        if !enabled { registers.INTCLEAR.clear(.RXINT) }
    }

    public func setTransmitInterrupt(_ enabled: Bool) { registers.CTRL.modify { $0.TXINT = enabled } }

    public func acknowledgeTransmitInterrupt() { registers.INTCLEAR.clear(.TXINT) }
}
