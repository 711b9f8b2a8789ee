// The STM32F4's I2C as a target (RM0090 section 27.3.2), and the controller of the bus that writes to it and reads from it.
import MMIO
import Units

/// An I2C that a simulated controller addresses, at a byte every nine bits of 100 kHz.
public final class I2CTargetPortModel: TimedModel {
    /// A transfer that the controller makes: bytes that it writes, then, after a repeated start, bytes that it reads.
    public struct Transfer {
        /// 7 bits, not shifted.
        public var address: UInt8
        /// What the controller writes.
        public var bytes: [UInt8]
        /// How many bytes it then reads.
        public var bytesToRead: Int
        /// Whether it stands still after what it wrote, and never goes on.
        public var standsStill: Bool

        /// A transfer, which `add` makes.
        public init(to address: UInt8, _ bytes: [UInt8] = [], read bytesToRead: Int = 0, standsStill: Bool = false) {
            (self.address, self.bytes, self.bytesToRead, self.standsStill) = (address, bytes, bytesToRead, standsStill)
        }
    }

    public let addresses: Range<UInt32>
    private let eventLine: Int
    private let errorLine: Int
    private let cyclesInByte: UInt64
    private var registers: [UInt32: UInt32] = [:]
    private var flags: UInt32 = 0
    private var statusWasRead = false
    private var isTransmitter = false
    private var received: UInt8?
    private var given: UInt8?
    /// On its way out.
    private var shift: UInt8?

    private var transfers: [Transfer] = []
    /// What the controller read, by transfer; nil where nobody acknowledged the address.
    public private(set) var answers: [[UInt8]?] = []
    private var answer: [UInt8] = []
    private enum Step {
        case address(isRead: Bool)
        case write, read, stop
    }
    private var step: (step: Step, cycles: UInt64)?
    /// Cycles in which the controller waited for the clock.
    public private(set) var cyclesStretched: UInt64 = 0

    private enum Flag {
        static let address: UInt32 = 1 << 1
        static let stop: UInt32 = 1 << 4
        static let receiveNotEmpty: UInt32 = 1 << 6
        static let transmitEmpty: UInt32 = 1 << 7
        static let busError: UInt32 = 1 << 8
        static let acknowledgeFailure: UInt32 = 1 << 10
        static let overrun: UInt32 = 1 << 11
        static let errors: UInt32 = 0xDF00
    }

    /// An I2C at its address, with its two interrupts. `coreClock` says how many cycles a byte takes.
    public init(baseAddress: UInt32, eventLine: Int, errorLine: Int, coreClock: Frequency) {
        addresses = baseAddress..<baseAddress + 0x400
        self.eventLine = eventLine
        self.errorLine = errorLine
        cyclesInByte = UInt64(coreClock / 100.kilohertz) * 9
    }

    /// Makes a transfer after those before it.
    public func add(_ transfer: Transfer) {
        transfers.append(transfer)
        if step == nil { begin() }
    }

    /// An error that comes from the bus.
    public enum BusFault: Sendable {
        /// BERR: a start or stop in the middle of a byte.
        case misplacedCondition
        /// OVR: a byte was lost.
        case overrun
    }

    /// Raises the error's flag now, and ends all transfers, those that wait too.
    public func inject(_ fault: BusFault) {
        flags |= fault == .overrun ? Flag.overrun : Flag.busError
        (step, transfers) = (nil, [])
    }

    private func begin() {
        guard let next = transfers.first else { return }
        answer = []
        plan(.address(isRead: next.bytes.isEmpty && next.bytesToRead > 0))
    }

    private func plan(_ next: Step) { step = (next, cyclesInByte) }

    // MARK: - Time

    /// What holds the clock: an address that was not taken, a byte that was not taken, and one that is not there.
    private var isStretched: Bool {
        switch step?.step {
        case .write: flags & Flag.address != 0 || received != nil
        case .read: flags & Flag.address != 0 || shift == nil
        case .address, .stop, nil: false
        }
    }

    public var cyclesUntilEvent: UInt64? {
        if isStretched { return cyclesInByte }
        return step?.cycles
    }

    public func advance(by cycles: UInt64) {
        guard let (due, left) = step else { return }
        if isStretched {
            cyclesStretched += cycles
        } else if cycles >= left {
            step = nil
            perform(due)
        } else {
            step = (due, left - cycles)
        }
    }

    private func perform(_ due: Step) {
        switch due {
        case .address(let isRead): address(isRead)
        case .write:
            received = transfers[0].bytes.removeFirst()
            flags |= Flag.receiveNotEmpty
            planNext()
        case .read:
            answer.append(shift ?? 0xFF)
            transfers[0].bytesToRead -= 1
            shift = given
            given = nil
            if transfers[0].bytesToRead > 0 {
                flags |= Flag.transmitEmpty
                plan(.read)
            } else {
                // It does not acknowledge the last byte.
                (shift, isTransmitter) = (nil, false)
                flags = flags & ~Flag.transmitEmpty | Flag.acknowledgeFailure
                finish(answer)
            }
        case .stop:
            flags |= Flag.stop
            finish(answer)
        }
    }

    private func address(_ isRead: Bool) {
        // ADD, with the bit that has to be 1, and PE and ACK.
        let own = registers[0x08] ?? 0
        let control = registers[0x00] ?? 0
        guard own >> 14 & 1 != 0, own >> 1 & 0x7F == UInt32(transfers[0].address), control & 0x401 == 0x401 else {
            return finish(nil)
        }
        isTransmitter = isRead
        (given, shift) = (nil, nil)
        flags |= Flag.address
        planNext()
    }

    private func planNext() {
        let transfer = transfers[0]
        if !transfer.bytes.isEmpty {
            plan(.write)
        } else if transfer.standsStill {
            step = nil
        } else if transfer.bytesToRead > 0 {
            if isTransmitter { plan(.read) } else { plan(.address(isRead: true)) }
        } else {
            plan(.stop)
        }
    }

    private func finish(_ answer: [UInt8]?) {
        answers.append(answer)
        transfers.removeFirst()
        begin()
    }

    // MARK: - Registers

    public var assertedLines: [Int] {
        let control = registers[0x04] ?? 0
        let isEvent =
            flags & (Flag.address | Flag.stop) != 0
            || (control >> 10 & 1 != 0 && flags & (Flag.receiveNotEmpty | Flag.transmitEmpty) != 0)
        return (control >> 9 & 1 != 0 && isEvent ? [eventLine] : [])
            + (control >> 8 & 1 != 0 && flags & Flag.errors != 0 ? [errorLine] : [])
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x10:
            defer { received = nil }
            flags &= ~Flag.receiveNotEmpty
            return UInt32(received ?? 0)
        case 0x14:
            statusWasRead = true
            return flags
        case 0x18:
            // ADDR goes when SR2 is read after SR1.
            if statusWasRead, flags & Flag.address != 0 {
                flags &= ~Flag.address
                if isTransmitter { flags |= Flag.transmitEmpty }
            }
            return isTransmitter ? 1 << 2 : 0
        default: return registers[offset] ?? 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x00:
            if value >> 15 & 1 != 0 {
                registers = [:]
                (flags, received, given, shift, isTransmitter) = (0, nil, nil, nil, false)
                // The bus is let go: the controller's transfer fails.
                if step == nil { transfers = [] }
            } else {
                registers[0] = value
                // STOPF goes when CR1 is written after SR1 was read.
                if statusWasRead { flags &= ~Flag.stop }
            }
        case 0x10 where shift == nil: shift = UInt8(truncatingIfNeeded: value)
        case 0x10:
            given = UInt8(truncatingIfNeeded: value)
            flags &= ~Flag.transmitEmpty
        case 0x14: flags &= value | ~Flag.errors
        default: registers[offset] = value
        }
    }
}
