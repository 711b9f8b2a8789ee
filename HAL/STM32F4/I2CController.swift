// The I2C as a controller, with 7-bit addresses (RM0090 section 27).
import Interfaces
import MMIO
import STM32F405PAC

/// How fast the bus is.
public enum I2CSpeed: UInt32, Sendable {
    case standard = 100_000
    case fast = 400_000
}

/// An I2C of the chip as the bus's one controller.
///
/// Reading ends in steps of the manual's (27.3.3): the acknowledge bit has to be off before the last byte arrives, which
/// for the last three bytes is only certain while both the data and the shift register are full and the clock is held.
public struct I2CController: I2CDevice {
    let registers: I2C
    let clock: UInt32
    let speed: I2CSpeed
    public var bitRate: UInt32 { speed.rawValue }

    /// Turns it on. `clock` is that of its bus, in hertz: 2 MHz or more, 4 for the fast mode.
    init(_ registers: I2C, clock: UInt32, speed: I2CSpeed) {
        self.registers = registers
        self.clock = clock
        self.speed = speed
        configure()
    }

    private func configure() {
        registers.CR1.write { $0.SWRST = true }
        registers.CR1.write { $0.SWRST = false }
        registers.CR2.write {
            $0.FREQ = UInt8(clock / 1_000_000)
            $0.ITEVTEN = true
            $0.ITERREN = true
        }
        switch speed {
        case .standard:
            // High and low for CCR cycles each; a rise may take 1000 ns (27.6.8, 27.6.9).
            registers.CCR.write { $0.CCR = UInt16((clock + 199_999) / 200_000) }
            registers.TRISE.write { $0.TRISE = UInt8(clock / 1_000_000 + 1) }
        case .fast:
            // Low for two thirds; a rise may take 300 ns.
            registers.CCR.write {
                $0.F_S = true
                $0.CCR = UInt16((clock + 1_199_999) / 1_200_000)
            }
            registers.TRISE.write { $0.TRISE = UInt8(clock / 1_000_000 * 3 / 10 + 1) }
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

    /// The target is there. Reading SR2 behind SR1 lets the clock go on; what it must find is set before.
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
            _ = registers.SR2.read()
            stop()
            registers.CR2.modify { $0.ITBUFEN = true }
        case 2:
            // POS is set: the acknowledge bit is the second byte's.
            _ = registers.SR2.read()
            registers.CR1.modify { $0.ACK = false }
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

    public func restart() { configure() }
}
