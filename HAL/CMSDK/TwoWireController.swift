// The two-wire interface of Arm's boards (SBCon, ARM DUI 0224 section 4.20) as an I2C controller: two lines that software
// pulls low and releases, so that the protocol is here.
import CMSDKPAC
import CortexM
import Interfaces
import MMIO

/// An interface as the bus's one controller, with 7-bit addresses, at no more than 100 kbit/s.
///
/// It has no interrupt, so it pends a line that no peripheral drives, once a byte; the handler on that line moves the byte
/// bit by bit and so takes 90 microseconds and more of its level: bind it low. The time of a bit is that of reads of the
/// interface, which take six cycles of the core at least. Each wait for the clock line, which a target may hold, ends after
/// a millisecond.
///
/// Giving up a transfer frees the bus by nine clocks: 100 microseconds with interrupts masked.
///
/// Cost: 44 bytes. An object, made during start-up. Context: the handler's level, and `I2CBus`.
public final class TwoWireController: I2CDevice, @unchecked Sendable {
    private enum Phase {
        case idle, address, write, read
    }

    // SAFETY of `@unchecked`: the phase is changed with interrupts masked (`begin`, `restart`) or by the handler.
    private var phase = Phase.idle
    private let registers: SBCON
    private let line: InterruptLine
    /// What `Claims` knows the interface by.
    private let claim: Int
    /// Looks at the interface that half a bit takes.
    private let halfBit: Int
    /// Looks that a millisecond takes.
    private let timeout: Int

    public var bitRate: Frequency { 100.kilohertz }
    public var isReady: Bool { phase == .idle }

    /// `clock` is the core's; `line` is one that nothing else pends. Both wires are released.
    public convenience init<Instance: TwoWireInstance>(
        _ interface: consuming Peripheral<Instance>, clock: Frequency, pending line: InterruptLine
    ) {
        self.init(Instance.registers, claim: Instance.claim, clock: clock, pending: line)
    }

    private init(_ registers: SBCON, claim: Int, clock: Frequency, pending line: InterruptLine) {
        self.registers = registers
        self.claim = claim
        self.line = line
        halfBit = Int(clock / 200.kilohertz / 6) &+ 1
        timeout = Int(clock / 1.kilohertz / 6) &+ 1
        registers.CONTROLS.set(.SCL | .SDA)
    }

    /// Ends the driver: both wires are released, and the interface may be taken again. Precondition: no transfer is going
    /// on, and none begins any more.
    public func release() {
        registers.CONTROLS.set(.SCL | .SDA)
        Claims.release(claim)
    }

    public func begin(_ transfer: borrowing I2CTransfer) {
        phase = .address
        NVIC.pend(line)
    }

    public func advance(_ transfer: inout I2CTransfer) throws(I2CError) -> Bool {
        do throws(I2CError) {
            guard try step(&transfer) else {
                NVIC.pend(line)
                return false
            }
        } catch {
            phase = .idle
            switch error {
            // Who lost the bus must not touch it.
            case .arbitrationLost: registers.CONTROLS.set(.SCL | .SDA)
            // Nothing has begun.
            case .addressOutOfRange: break
            // The target is let go.
            default: freeBus()
            }
            throw error
        }
        phase = .idle
        return true
    }

    /// Frees the bus from a target that is in the middle of a byte: nine clocks let it finish (UM10204 3.1.16).
    public func restart() {
        phase = .idle
        freeBus()
    }

    // MARK: - Bytes

    private func step(_ transfer: inout I2CTransfer) throws(I2CError) -> Bool {
        switch phase {
        case .idle: return true
        case .address:
            guard transfer.address <= 0x7F else { throw .addressOutOfRange }
            let isReading = transfer.bytesToWrite == 0 && transfer.bytesToRead > 0
            try start()
            guard try send(transfer.address << 1 | (isReading ? 1 : 0)) else { throw .addressNotAcknowledged }
            phase = isReading ? .read : .write
        case .write:
            guard transfer.bytesToWrite > 0 else { break }
            guard try send(transfer.takeByteToWrite()) else { throw .dataNotAcknowledged }
        case .read:
            transfer.keep(try receive(acknowledging: transfer.bytesToRead > 1))
        }
        if transfer.bytesToWrite > 0 { return false }
        if transfer.bytesToRead > 0 {
            // A repeated start turns the bus around.
            if phase == .write { phase = .address }
            return false
        }
        try stop()
        return true
    }

    /// True if the target acknowledged it.
    private func send(_ byte: UInt8) throws(I2CError) -> Bool {
        for bit in 0..<8 {
            let isHigh = byte >> UInt8(7 &- bit) & 1 != 0
            setData(isHigh)
            try raiseClock()
            // Released and yet low: another controller sends a 0.
            if isHigh && !registers.CONTROL.read().SDA { throw .arbitrationLost }
            lowerClock()
        }
        setData(true)
        try raiseClock()
        let isAcknowledged = !registers.CONTROL.read().SDA
        lowerClock()
        return isAcknowledged
    }

    private func receive(acknowledging: Bool) throws(I2CError) -> UInt8 {
        var byte: UInt8 = 0
        setData(true)
        for _ in 0..<8 {
            try raiseClock()
            byte = byte << 1 | (registers.CONTROL.read().SDA ? 1 : 0)
            lowerClock()
        }
        setData(!acknowledging)
        try raiseClock()
        lowerClock()
        setData(true)
        return byte
    }

    // MARK: - Conditions

    /// A start, or a repeated one: data falls while the clock is high.
    private func start() throws(I2CError) {
        setData(true)
        try raiseClock()
        guard registers.CONTROL.read().SDA else { throw .arbitrationLost }
        setData(false)
        wait()
        lowerClock()
    }

    /// Data rises while the clock is high.
    private func stop() throws(I2CError) {
        setData(false)
        try raiseClock()
        setData(true)
        wait()
        guard registers.CONTROL.read().SDA else { throw .misplacedCondition }
    }

    private func freeBus() {
        setData(true)
        for _ in 0..<9 {
            registers.CONTROLC.clear(.SCL)
            wait()
            registers.CONTROLS.set(.SCL)
            wait()
        }
        registers.CONTROLC.clear(.SCL)
        setData(false)
        wait()
        registers.CONTROLS.set(.SCL)
        wait()
        setData(true)
        wait()
    }

    // MARK: - Wires

    private func setData(_ isHigh: Bool) {
        if isHigh { registers.CONTROLS.set(.SDA) } else { registers.CONTROLC.clear(.SDA) }
    }

    private func raiseClock() throws(I2CError) {
        wait()
        registers.CONTROLS.set(.SCL)
        var looks = 0
        while !registers.CONTROL.read().SCL {
            guard looks < timeout else { throw .timeout }
            looks &+= 1
        }
        wait()
    }

    private func lowerClock() { registers.CONTROLC.clear(.SCL) }

    /// Half a bit.
    private func wait() { for _ in 0..<halfBit { _ = registers.CONTROL.read() } }
}
