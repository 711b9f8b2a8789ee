// The I2C as a target with an address of 7 bits (RM0090 section 27.3.2).
import CortexM
import Interfaces
import MMIO
import STM32F405PAC

/// An I2C of the chip that another controller writes to and reads from. It stretches the clock where software is late.
public struct I2CTargetPort: I2CTargetDevice {
    let registers: I2C
    let clock: Frequency
    let address: UInt8
    /// The line of its events. Bind it and `errorLine` at one level.
    public let eventLine: InterruptLine
    /// The line of its errors.
    public let errorLine: InterruptLine
    private let holdings: Holdings

    init<Instance: I2CInstance>(_ instance: Instance.Type, clock: Frequency, address: UInt8, holdings: Holdings) {
        self.holdings = holdings
        precondition(address >= 0x08 && address < 0x78, "not an address of 7 bits that a target may have")
        registers = Instance.registers
        self.clock = clock
        self.address = address
        eventLine = InterruptLine(rawValue: Instance.eventInterrupt.rawValue)
        errorLine = InterruptLine(rawValue: Instance.errorInterrupt.rawValue)
        restart()
    }

    public func restart() {
        registers.CR1.write { $0.SWRST = true }
        registers.CR1.write { $0.SWRST = false }
        registers.CR2.write { $0.FREQ = UInt8(truncatingIfNeeded: clock / 1.megahertz) }
        // Bit 14 has to be kept at 1 (27.6.3).
        registers.OAR1.write {
            $0.ADD7 = address
            $0.bits |= 1 << 14
        }
        registers.CR1.modify { $0.PE = true }
        registers.CR1.modify { $0.ACK = true }
    }

    /// Ends the driver: the I2C is off, and it and its pins may be taken again. Copies of the port are of no use from here.
    /// Context: the level of its interrupts, which are bound no more.
    public func release() {
        registers.CR2.write { _ in }
        registers.CR1.write { _ in }
        holdings.release()
    }

    public func setListening(_ isListening: Bool) {
        registers.CR2.modify {
            $0.ITEVTEN = isListening
            $0.ITBUFEN = isListening
            $0.ITERREN = isListening
        }
    }

    public func takeEvent() throws(I2CTargetError) -> I2CTargetEvent? {
        let status = registers.SR1.read()
        if status.BERR {
            registers.SR1.clear(.BERR)
            throw .misplacedCondition
        }
        if status.OVR {
            registers.SR1.clear(.OVR)
            throw .overrun
        }
        // In the order of the bus: what was received came before the stop, and that before the next address.
        if status.RxNE { return .received(registers.DR.read().DR) }
        if status.STOPF {
            // Cleared by writing CR1 after reading SR1 (27.6.6).
            registers.CR1.modify { $0.PE = true }
            return .ended
        }
        if status.AF {
            // The controller does not acknowledge the last byte that it reads.
            registers.SR1.clear(.AF)
            return .ended
        }
        // Reading SR2 after SR1 lets the clock go on.
        if status.ADDR { return .addressed(isRead: registers.SR2.read().TRA) }
        if status.TxE, registers.SR2.read().TRA { return .needsByte }
        return nil
    }

    public func give(_ byte: UInt8) { registers.DR.write { $0.DR = byte } }
}

extension I2CTargetPort {
    /// Turns it on as the target of `address`, which is not shifted: 0x08 to 0x77, which is a precondition. It answers nothing
    /// until `setListening`.
    public init<Clock: I2C1ClockPin, Data: I2C1DataPin>(
        _ i2c: consuming Peripheral<I2C1>, clock: consuming Pin<Clock, Unconfigured>,
        data: consuming Pin<Data, Unconfigured>, clocks: ClockOutcome, address: UInt8
    ) {
        i2c.connected(clock, data)
        self.init(
            I2C1.self, clock: clocks.slowBusClock, address: address,
            holdings: Holdings(I2C1.self, Clock.self, Data.self))
    }
    /// Turns it on as the target of `address`, which is not shifted: 0x08 to 0x77, which is a precondition. It answers nothing
    /// until `setListening`.
    public init<Clock: I2C2ClockPin, Data: I2C2DataPin>(
        _ i2c: consuming Peripheral<I2C2>, clock: consuming Pin<Clock, Unconfigured>,
        data: consuming Pin<Data, Unconfigured>, clocks: ClockOutcome, address: UInt8
    ) {
        i2c.connected(clock, data)
        self.init(
            I2C2.self, clock: clocks.slowBusClock, address: address,
            holdings: Holdings(I2C2.self, Clock.self, Data.self))
    }
    /// Turns it on as the target of `address`, which is not shifted: 0x08 to 0x77, which is a precondition. It answers nothing
    /// until `setListening`.
    public init<Clock: I2C3ClockPin, Data: I2C3DataPin>(
        _ i2c: consuming Peripheral<I2C3>, clock: consuming Pin<Clock, Unconfigured>,
        data: consuming Pin<Data, Unconfigured>, clocks: ClockOutcome, address: UInt8
    ) {
        i2c.connected(clock, data)
        self.init(
            I2C3.self, clock: clocks.slowBusClock, address: address,
            holdings: Holdings(I2C3.self, Clock.self, Data.self))
    }
}
