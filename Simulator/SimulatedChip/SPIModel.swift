// The STM32F4's SPI as a controller (RM0090 section 28).
import MMIO

/// What hangs on a serial peripheral bus.
public protocol SPITargetModel: AnyObject {
    /// Whether its select pin is low.
    var isSelected: Bool { get }
    /// Takes a byte and gives one at the same time.
    func exchange(_ byte: UInt8) -> UInt8
}

/// An SPI. An exchange takes no time, unless it is stuck.
public final class SPIModel: PeripheralModel {
    public let addresses: Range<UInt32>
    private let line: Int
    private var control1: UInt32 = 0
    private var control2: UInt32 = 0
    private var received: UInt8?
    private var flags: UInt32 = 0
    private var dataWasRead = false
    private var statusWasRead = false
    /// What hangs on the bus. Those that are selected take each byte.
    public var targets: [any SPITargetModel] = []
    /// Whether bytes that are given to it come to nothing: no clock reaches the bus.
    public var isStuck = false
    /// Bytes exchanged since the start.
    public private(set) var exchangeCount = 0

    private enum Control1 {
        static let controller: UInt32 = 1 << 2
        static let enable: UInt32 = 1 << 6
    }
    private enum Control2 {
        static let receiveRequest: UInt32 = 1 << 0
        static let transmitRequest: UInt32 = 1 << 1
        static let errorInterrupt: UInt32 = 1 << 5
        static let receiveInterrupt: UInt32 = 1 << 6
        static let transmitInterrupt: UInt32 = 1 << 7
    }
    private enum Status {
        static let receiveNotEmpty: UInt32 = 1 << 0
        static let transmitEmpty: UInt32 = 1 << 1
        static let modeFault: UInt32 = 1 << 5
        static let overrun: UInt32 = 1 << 6
    }

    /// An SPI at its address, interrupting on `line`.
    public init(baseAddress: UInt32, line: Int) {
        addresses = baseAddress..<baseAddress + 0x400
        self.line = line
    }

    /// Clock polarity and phase, as data sheets number them, and the bus clock's divider.
    public var mode: Int { Int((control1 >> 1 & 1) << 1 | control1 & 1) }
    /// What the bus's clock is divided by, 2 to 256 (BR).
    public var divider: Int { 2 << Int(control1 >> 3 & 0b111) }

    /// Another controller selects this one: it stops being one (28.3.10).
    public func injectModeFault() {
        flags |= Status.modeFault
        control1 &= ~(Control1.controller | Control1.enable)
    }

    /// A byte comes in before the one before it was taken.
    public func injectOverrun() { flags |= Status.overrun }

    private var status: UInt32 {
        flags | Status.transmitEmpty | (received == nil ? 0 : Status.receiveNotEmpty)
    }

    /// Whether it asks a DMA stream to take a byte, and to bring one.
    var requestsReceive: Bool { control2 & Control2.receiveRequest != 0 && received != nil }
    var requestsTransmit: Bool {
        control2 & Control2.transmitRequest != 0 && control1 & Control1.enable != 0 && !isStuck
    }

    public var assertedLines: [Int] {
        let receive = control2 & Control2.receiveInterrupt != 0 && received != nil
        let error = control2 & Control2.errorInterrupt != 0 && flags != 0
        let transmit = control2 & Control2.transmitInterrupt != 0
        return receive || error || transmit ? [line] : []
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x00: return control1
        case 0x04: return control2
        case 0x08:
            // OVR goes by a read of SR after one of DR.
            let value = status
            if dataWasRead { flags &= ~Status.overrun }
            dataWasRead = false
            statusWasRead = true
            return value
        case 0x0C:
            let byte = received ?? 0
            received = nil
            dataWasRead = flags & Status.overrun != 0
            return UInt32(byte)
        default: return 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x00:
            // MODF goes by a write of CR1 after a read of SR; while it stands the bits it took cannot be set.
            if flags & Status.modeFault != 0, statusWasRead { flags &= ~Status.modeFault }
            let barred = flags & Status.modeFault != 0 ? Control1.controller | Control1.enable : 0
            control1 = value & ~barred
            statusWasRead = false
        case 0x04: control2 = value
        case 0x0C: exchange(UInt8(truncatingIfNeeded: value))
        default: break
        }
    }

    private func exchange(_ byte: UInt8) {
        let on = Control1.enable | Control1.controller
        guard control1 & on == on, !isStuck else { return }
        exchangeCount += 1
        if received != nil { flags |= Status.overrun }
        // A line that nobody drives reads as its pull-down says.
        received = targets.first { $0.isSelected }?.exchange(byte) ?? 0
    }
}
