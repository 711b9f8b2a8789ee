// The STM32F4's USART (RM0090 section 30): status flags, data register, and its one interrupt line.
import MMIO

/// A USART whose other end is the host's. The host never overruns it: a byte waits until there is room, unless
/// a test says otherwise.
public final class USARTModel: PeripheralModel {
    public let addresses: Range<UInt32>
    private let line: Int
    private var registers: [UInt32: UInt32] = [:]
    private var received: UInt8?
    private var error: UInt32 = 0
    private var statusWasRead = false
    private var waiting: [UInt8] = []
    /// Where sent bytes go.
    public var onTransmit: (UInt8) -> Void = { _ in }
    /// Whether the transmitter takes bytes: while false TXE is clear.
    public var isTransmitterReady = true

    /// What can go wrong with a byte on the wire.
    public enum LineError: UInt32, CaseIterable, Sendable {
        case parity = 0
        case framing = 1
        case noise = 2
    }

    private enum Offset {
        static let status: UInt32 = 0x00
        static let data: UInt32 = 0x04
        static let baudRate: UInt32 = 0x08
        static let control1: UInt32 = 0x0C
    }
    private enum Status {
        static let overrun: UInt32 = 1 << 3
        static let receiveNotEmpty: UInt32 = 1 << 5
        static let transmissionComplete: UInt32 = 1 << 6
        static let transmitEmpty: UInt32 = 1 << 7
    }
    private enum Control1 {
        static let receiverEnable: UInt32 = 1 << 2
        static let receiveInterrupt: UInt32 = 1 << 5
        static let transmitInterrupt: UInt32 = 1 << 7
        static let enable: UInt32 = 1 << 13
    }

    public init(baseAddress: UInt32, line: Int) {
        addresses = baseAddress..<baseAddress + 0x400
        self.line = line
    }

    private var control1: UInt32 { registers[Offset.control1] ?? 0 }
    private var isReceiving: Bool {
        control1 & (Control1.enable | Control1.receiverEnable) == Control1.enable | Control1.receiverEnable
    }

    /// Sends bytes to the chip, each as soon as the one before it has been taken. Those that come while the
    /// receiver is off are lost, as on a wire.
    public func send(_ bytes: some Sequence<UInt8>) {
        guard isReceiving else { return }
        waiting += bytes
        deliver()
    }

    /// Bytes that were sent and have not been taken.
    public var pendingCount: Int { waiting.count + (received == nil ? 0 : 1) }

    /// A byte that does not wait: if the one before has not been taken it is lost, and the chip is told.
    public func sendWithoutWaiting(_ byte: UInt8) {
        guard isReceiving else { return }
        if received == nil { received = byte } else { error |= Status.overrun }
    }

    /// A byte that arrives damaged. Precondition: the byte before it has been taken.
    public func send(_ byte: UInt8, with damage: LineError) {
        guard isReceiving else { return }
        precondition(received == nil, "a byte is in the way")
        received = byte
        error |= 1 << damage.rawValue
    }

    /// Core or bus clock cycles of one bit (RM0090 30.3.4).
    public var cyclesInBit: UInt32 { registers[Offset.baudRate] ?? 0 }

    private func deliver() {
        guard received == nil, !waiting.isEmpty else { return }
        received = waiting.removeFirst()
    }

    private var status: UInt32 {
        var status = error
        if received != nil { status |= Status.receiveNotEmpty }
        if isTransmitterReady { status |= Status.transmitEmpty | Status.transmissionComplete }
        return status
    }

    public var assertedLines: [Int] {
        let receive = control1 & Control1.receiveInterrupt != 0 && (received != nil || error & Status.overrun != 0)
        let transmit = control1 & Control1.transmitInterrupt != 0 && isTransmitterReady
        return receive || transmit ? [line] : []
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case Offset.status:
            statusWasRead = true
            return status
        case Offset.data:
            let byte = received ?? 0
            received = nil
            // The flags go when the data register is read behind the status register (RM0090 30.6.1).
            if statusWasRead { error = 0 }
            statusWasRead = false
            deliver()
            return UInt32(byte)
        default: return registers[offset] ?? 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        if offset == Offset.data {
            onTransmit(UInt8(truncatingIfNeeded: value))
        } else {
            registers[offset] = value
        }
    }
}
