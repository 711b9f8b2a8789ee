// The STM32F4's I2C as a controller (RM0090 section 27): what its flags do, and how long a byte takes.
import CortexM
import MMIO

/// What hangs on such a bus.
public protocol I2CTargetModel: AnyObject {
    /// 7 bits.
    var address: UInt8 { get }
    /// The controller begins to write to it, or to read from it; false if it does not acknowledge its address.
    func begin(reading: Bool) -> Bool
    /// Takes a byte; false if it does not acknowledge it.
    func write(_ byte: UInt8) -> Bool
    /// Gives a byte.
    func read() -> UInt8
}

/// An I2C. Conditions and bytes take nine bits of the clock that software chose.
public final class I2CModel: TimedModel {
    public let addresses: Range<UInt32>
    private let eventLine: Int
    private let errorLine: Int
    private var registers: [UInt32: UInt32] = [:]
    private var flags: UInt32 = 0
    private var statusWasRead = false
    private var isController = false
    private var isTransmitter = false
    /// Received and not taken, and after it the one whose clock is held.
    private var data: UInt8?
    private var shift: UInt8?
    /// Given and not sent.
    private var sending: UInt8?
    private var target: (any I2CTargetModel)?
    /// What hangs on the bus. The first that answers to an address is meant.
    public var targets: [any I2CTargetModel] = []
    /// Whether a target holds the clock low for ever.
    public var isStretched = false
    /// Start and stop conditions since the start.
    public private(set) var starts = 0
    /// Stop conditions since the start.
    public private(set) var stops = 0

    /// CR1 was written while START or STOP were set, which the manual forbids (27.6.1).
    public private(set) var controlWasDisturbed = false

    /// What happens when its time has come.
    private enum Step {
        case start
        case address(UInt8)
        case write(UInt8)
        case read, stop
    }
    private var step: (step: Step, cycles: UInt64)?

    private enum Flag {
        static let start: UInt32 = 1 << 0
        static let address: UInt32 = 1 << 1
        static let byteTransferFinished: UInt32 = 1 << 2
        static let receiveNotEmpty: UInt32 = 1 << 6
        static let transmitEmpty: UInt32 = 1 << 7
        static let busError: UInt32 = 1 << 8
        static let arbitrationLost: UInt32 = 1 << 9
        static let acknowledgeFailure: UInt32 = 1 << 10
        static let overrun: UInt32 = 1 << 11
        static let errors: UInt32 = 0xDF00
    }
    private enum Control1 {
        static let enable: UInt32 = 1 << 0
        static let start: UInt32 = 1 << 8
        static let stop: UInt32 = 1 << 9
        static let acknowledge: UInt32 = 1 << 10
        static let position: UInt32 = 1 << 11
        static let reset: UInt32 = 1 << 15
    }

    /// An I2C at its address, with its two interrupts.
    public init(baseAddress: UInt32, eventLine: Int, errorLine: Int) {
        addresses = baseAddress..<baseAddress + 0x400
        self.eventLine = eventLine
        self.errorLine = errorLine
    }

    private var control1: UInt32 {
        get { registers[0x00] ?? 0 }
        set { registers[0x00] = newValue }
    }
    private var control2: UInt32 { registers[0x04] ?? 0 }

    /// Core clock cycles of nine bits: CCR counts cycles of APB1, a quarter of the core's, for half a bit of the standard
    /// mode and a third of one of the fast.
    private var cyclesInByte: UInt64 {
        let clockControl = registers[0x1C] ?? 0
        let parts: UInt64 = clockControl >> 15 & 1 != 0 ? 3 : 2
        return max(UInt64(clockControl & 0xFFF) * parts * 4 * 9, 1)
    }

    /// An error that comes from the bus.
    public enum BusFault: Sendable {
        /// BERR: a start or stop in the middle of a byte.
        case misplacedCondition
        /// ARLO: another controller has the bus.
        case arbitrationLost
        /// OVR: a byte was lost.
        case overrun
    }

    /// Raises the error's flag now, and ends what is going on.
    public func inject(_ fault: BusFault) {
        step = nil
        switch fault {
        case .misplacedCondition: flags |= Flag.busError
        case .arbitrationLost: (flags, isController) = (flags | Flag.arbitrationLost, false)
        case .overrun: flags |= Flag.overrun
        }
    }

    // MARK: - Time

    public var cyclesUntilEvent: UInt64? { isStretched ? nil : step?.cycles }

    public func advance(by cycles: UInt64) {
        guard !isStretched, let (due, left) = step else { return }
        guard cycles >= left else {
            step = (due, left - cycles)
            return
        }
        step = nil
        perform(due)
    }

    private func plan(_ next: Step) { step = (next, cyclesInByte) }

    private func perform(_ step: Step) {
        switch step {
        case .start:
            starts += 1
            isController = true
            control1 &= ~Control1.start
            flags = flags & Flag.errors | Flag.start
        case .address(let byte):
            isTransmitter = byte & 1 == 0
            target = targets.first { $0.address == byte >> 1 }
            if let target, target.begin(reading: !isTransmitter) {
                flags |= Flag.address
            } else {
                // TRA is set with the acknowledge only.
                isTransmitter = false
                flags |= Flag.acknowledgeFailure
            }
        case .write(let byte):
            if target?.write(byte) == true {
                if let next = sending {
                    sending = nil
                    flags |= Flag.transmitEmpty
                    plan(.write(next))
                } else {
                    flags |= Flag.byteTransferFinished | Flag.transmitEmpty
                }
            } else {
                flags |= Flag.acknowledgeFailure
            }
        case .read: receive()
        case .stop:
            // A target whose last byte was acknowledged drives the next one: there is no stop.
            guard !wasLate else { return }
            stops += 1
            (isController, target) = (false, nil)
            control1 &= ~Control1.stop
        }
    }

    /// A byte has arrived. It is acknowledged by the bit as it stands now, or, with POS, as it stood for the byte before.
    private func receive() {
        let byte = target?.read() ?? 0xFF
        let isFirst = data == nil
        if isFirst { data = byte } else { shift = byte }
        flags |= Flag.receiveNotEmpty
        if !isFirst { flags |= Flag.byteTransferFinished }
        let isAcknowledged = control1 & Control1.acknowledge != 0 || (control1 & Control1.position != 0 && isFirst)
        // The next is clocked in at once while there is a place for it.
        if isAcknowledged, shift == nil, control1 & Control1.stop == 0 {
            plan(.read)
        } else if control1 & Control1.stop != 0 {
            plan(.stop)
        }
        continues = isAcknowledged
    }
    /// Whether the target goes on giving bytes.
    private var continues = false
    /// Whether the second of two bytes was acknowledged too, since its acknowledge bit was cleared too late.
    public private(set) var wasLate = false

    // MARK: - Registers

    public var assertedLines: [Int] {
        let events = Flag.start | Flag.address | Flag.byteTransferFinished
        let buffer = Flag.receiveNotEmpty | Flag.transmitEmpty
        let isEvent = flags & events != 0 || (control2 >> 10 & 1 != 0 && flags & buffer != 0)
        return (control2 >> 9 & 1 != 0 && isEvent ? [eventLine] : [])
            + (control2 >> 8 & 1 != 0 && flags & Flag.errors != 0 ? [errorLine] : [])
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x10: return UInt32(takeData())
        case 0x14:
            statusWasRead = true
            return flags
        case 0x18:
            let value: UInt32 =
                (isController ? 0b11 : 0) | (isTransmitter ? 1 << 2 : 0)
            // ADDR goes when SR2 is read after SR1: the clock goes on.
            if statusWasRead, flags & Flag.address != 0 {
                flags &= ~Flag.address
                continues = true
                if isTransmitter {
                    flags |= Flag.transmitEmpty
                } else if control1 & Control1.position != 0, !HostInterrupts.masked {
                    // The acknowledge bit has to be off before the first of two bytes is in. An interrupt may come
                    // here and last for both of them: the worst case is what happens.
                    repeat {
                        step = nil
                        receive()
                    } while step != nil && shift == nil
                    wasLate = continues
                } else {
                    plan(.read)
                }
            }
            return value
        default: return registers[offset] ?? 0
        }
    }

    private func takeData() -> UInt8 {
        let byte = data ?? 0
        data = shift
        shift = nil
        flags &= ~Flag.byteTransferFinished
        if data == nil { flags &= ~Flag.receiveNotEmpty }
        // The held clock goes on.
        if data != nil, continues, control1 & Control1.stop == 0 { plan(.read) }
        return byte
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x00: setControl1(value)
        case 0x10: give(UInt8(truncatingIfNeeded: value))
        case 0x14: flags &= value | ~Flag.errors
        default: registers[offset] = value
        }
    }

    private func setControl1(_ value: UInt32) {
        guard value & Control1.reset == 0 else {
            (flags, step, data, shift, sending, target) = (0, nil, nil, nil, nil, nil)
            (isController, isTransmitter, continues, wasLate) = (false, false, false, false)
            registers = [:]
            return
        }
        let risen = value & ~control1
        if control1 & (Control1.start | Control1.stop) != 0, step != nil { controlWasDisturbed = true }
        control1 = value
        guard value & Control1.enable != 0 else { return }
        if risen & Control1.start != 0 {
            flags &= ~(Flag.byteTransferFinished | Flag.transmitEmpty)
            plan(.start)
        }
        // A stop waits for the byte that is on its way.
        if risen & Control1.stop != 0 {
            flags &= ~(Flag.byteTransferFinished | Flag.transmitEmpty)
            if step == nil { plan(.stop) }
        }
    }

    private func give(_ byte: UInt8) {
        if statusWasRead, flags & Flag.start != 0 {
            flags &= ~Flag.start
            plan(.address(byte))
        } else if isTransmitter {
            flags &= ~(Flag.byteTransferFinished | Flag.transmitEmpty)
            if step == nil { plan(.write(byte)) } else { sending = byte }
        }
    }
}
