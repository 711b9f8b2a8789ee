// The I2C as a controller, with 7-bit addresses (RM0090 section 27).
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// How fast the bus is.
public enum I2CSpeed: UInt32, Sendable {
    /// 100 kbit/s.
    case standard = 100_000
    /// 400 kbit/s.
    case fast = 400_000
}

/// An I2C of the chip as the bus's one controller.
///
/// Reading ends in steps of the manual's (27.3.3): the acknowledge bit has to be off before the last byte arrives, which
/// for the last three bytes is only certain while both the data and the shift register are full and the clock is held. Where
/// it is not held, the two accesses that have to come within a byte have interrupts masked between them.
///
/// `restart` frees the bus from a target that is in the middle of a byte and holds the data line low: up to nine clocks let
/// it finish (UM10204 3.1.16), 100 microseconds, and up to 800 where the core is slow.
///
/// Errors: those of the bus, and `.addressOutOfRange` for an address over 0x7F, after a start condition.
public struct I2CController: I2CDevice {
    let registers: I2C
    let clock: Frequency
    let speed: I2CSpeed
    private let holdings: Holdings
    public var bitRate: Frequency { .hertz(speed.rawValue) }

    /// Turns it on. `clock` is that of its bus: 2 MHz or more, 4 for the fast mode.
    init(_ registers: I2C, clock: Frequency, speed: I2CSpeed, holdings: Holdings) {
        self.registers = registers
        self.clock = clock
        self.speed = speed
        self.holdings = holdings
        configure()
    }

    private func configure() {
        registers.CR1.write { $0.SWRST = true }
        registers.CR1.write { $0.SWRST = false }
        registers.CR2.write {
            $0.FREQ = UInt8(clock / 1.megahertz)
            $0.ITEVTEN = true
            $0.ITERREN = true
        }
        switch speed {
        case .standard:
            // High and low for CCR cycles each; a rise may take 1000 ns (27.6.8, 27.6.9).
            registers.CCR.write { $0.CCR = UInt16((clock.hertz + 199_999) / 200_000) }
            registers.TRISE.write { $0.TRISE = UInt8(clock / 1.megahertz + 1) }
        case .fast:
            // Low for two thirds; a rise may take 300 ns.
            registers.CCR.write {
                $0.F_S = true
                $0.CCR = UInt16((clock.hertz + 1_199_999) / 1_200_000)
            }
            registers.TRISE.write { $0.TRISE = UInt8(clock / 1.megahertz * 3 / 10 + 1) }
        }
        registers.CR1.modify { $0.PE = true }
    }

    /// While START or STOP are set CR1 must not be written (27.6.1).
    public var isReady: Bool {
        let control = registers.CR1.read()
        return !control.START && !control.STOP
    }

    public func begin(_ transfer: borrowing I2CTransfer) {
        registers.CR1.modify {
            $0.POS = false
            $0.ACK = true
            $0.START = true
        }
    }

    public func advance(_ transfer: inout I2CTransfer) throws(I2CError) -> Bool {
        let status = registers.SR1.read()
        try check(status, transfer)
        if status.SB {
            guard transfer.address <= 0x7F else {
                // The start condition is taken back with everything else.
                configure()
                throw .addressOutOfRange
            }
            address(transfer)
        } else if status.ADDR {
            return acknowledgeAddress(&transfer)
        } else if registers.SR2.read().TRA {
            return write(status, &transfer)
        } else {
            return read(status, &transfer)
        }
        return false
    }

    private func check(_ status: I2C.SR1, _ transfer: I2CTransfer) throws(I2CError) {
        if status.AF {
            let sent = registers.SR2.read().TRA
            registers.SR1.clear(.AF)
            stop()
            throw sent ? .dataNotAcknowledged : .addressNotAcknowledged
        }
        if status.ARLO {
            // The other controller's transfer goes on: nothing is stopped here.
            registers.SR1.clear(.ARLO)
            throw .arbitrationLost
        }
        if status.BERR {
            registers.SR1.clear(.BERR)
            stop()
            throw .misplacedCondition
        }
        if status.OVR {
            registers.SR1.clear(.OVR)
            stop()
            throw .overrun
        }
    }

    /// The start condition is out: the address follows, with the direction in its lowest bit.
    private func address(_ transfer: I2CTransfer) {
        let isReading = transfer.bytesToWrite == 0 && transfer.bytesToRead > 0
        registers.CR1.modify { $0.POS = isReading && transfer.bytesToRead == 2 }
        registers.DR.write { $0.DR = transfer.address << 1 | (isReading ? 1 : 0) }
    }

    /// The target is there. Reading SR2 after SR1 lets the clock go on; what it must find is set before.
    private func acknowledgeAddress(_ transfer: inout I2CTransfer) -> Bool {
        if transfer.bytesToWrite > 0 {
            _ = registers.SR2.read()
            registers.DR.write { $0.DR = transfer.takeByteToWrite() }
            return false
        }
        switch transfer.bytesToRead {
        case 0:
            // Only to see who is there.
            _ = registers.SR2.read()
            stop()
            return true
        case 1:
            registers.CR1.modify { $0.ACK = false }
            // The stop has to be asked for before the byte is in.
            withInterruptsMasked {
                _ = registers.SR2.read()
                stop()
            }
            registers.CR2.modify { $0.ITBUFEN = true }
        case 2:
            // POS is set: the acknowledge bit is the second byte's, and has to be off before the first is in.
            withInterruptsMasked {
                _ = registers.SR2.read()
                registers.CR1.modify { $0.ACK = false }
            }
        default:
            _ = registers.SR2.read()
            registers.CR2.modify { $0.ITBUFEN = transfer.bytesToRead > 3 }
        }
        return false
    }

    private func write(_ status: I2C.SR1, _ transfer: inout I2CTransfer) -> Bool {
        // BTF: the last byte is out and acknowledged.
        guard status.BTF else { return false }
        if transfer.bytesToWrite > 0 {
            registers.DR.write { $0.DR = transfer.takeByteToWrite() }
            return false
        }
        guard transfer.bytesToRead > 0 else {
            stop()
            return true
        }
        begin(transfer)
        return false
    }

    private func read(_ status: I2C.SR1, _ transfer: inout I2CTransfer) -> Bool {
        switch transfer.bytesToRead {
        case 1 where status.RxNE:
            transfer.keep(registers.DR.read().DR)
            registers.CR2.modify { $0.ITBUFEN = false }
            return true
        case 2 where status.BTF:
            stop()
            transfer.keep(registers.DR.read().DR)
            transfer.keep(registers.DR.read().DR)
            return true
        case 3 where status.BTF:
            registers.CR1.modify { $0.ACK = false }
            transfer.keep(registers.DR.read().DR)
        case 4... where status.RxNE:
            transfer.keep(registers.DR.read().DR)
            // From here on the two registers are to fill up.
            if transfer.bytesToRead == 3 { registers.CR2.modify { $0.ITBUFEN = false } }
        default: break
        }
        return false
    }

    private func stop() { registers.CR1.modify { $0.STOP = true } }

    public func restart() {
        freeBus()
        configure()
    }

    /// Ends the driver: the I2C is off, and it and its pins may be taken again. Copies of the controller are of no use from
    /// here. Precondition: no transfer is going on. Context: the level of its interrupts, which are bound no more.
    public func release() {
        registers.CR2.write { _ in }
        registers.CR1.write { _ in }
        holdings.release()
    }

    /// Gives a target that holds the data line the clocks that it waits for, and a stop. The I2C cannot do that: its lines
    /// are outputs of the port meanwhile.
    private func freeBus() {
        guard let clockPin = holdings.pin(0), let dataPin = holdings.pin(1), !dataPin.isHigh else { return }
        clockPin.drive(true)
        dataPin.drive(true)
        clockPin.setMode(.output)
        dataPin.setMode(.output)
        for _ in 0..<9 where !dataPin.isHigh {
            clockPin.drive(false)
            waitHalfBit(clockPin)
            clockPin.drive(true)
            waitHalfBit(clockPin)
        }
        clockPin.drive(false)
        dataPin.drive(false)
        waitHalfBit(clockPin)
        clockPin.drive(true)
        waitHalfBit(clockPin)
        dataPin.drive(true)
        waitHalfBit(clockPin)
        clockPin.setMode(.alternate)
        dataPin.setMode(.alternate)
    }

    /// 5 microseconds and more: the core has four times the bus's clock at most, and a read of a port takes it three cycles
    /// at least.
    private func waitHalfBit(_ pin: PortPin) {
        for _ in 0..<(clock / 150.kilohertz &+ 1) { _ = pin.isHigh }
    }
}
