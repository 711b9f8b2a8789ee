// The STM32F4's USART (RM0090 section 30): status flags, data register, and its one interrupt line.
import MMIO

/// A USART whose other end is the host's. The host never overruns it: a byte waits until there is room, unless
/// a test says otherwise.
///
/// The manual says that a flag goes by a read of SR and then one of DR. It is taken to mean a read of SR that shows the flag;
/// who reads DR, the core or a DMA stream, makes no difference.
public final class USARTModel: TimedModel {
    public let addresses: Range<UInt32>
    private let line: Int
    private var registers: [UInt32: UInt32] = [:]
    private var received: UInt8?
    private var error: UInt32 = 0
    /// Flags that a read of SR has shown, and the next one of DR clears.
    private var shown: UInt32 = 0
    private var waiting: [UInt8] = []
    /// What is on the wire: each byte arrives so many cycles after the one before it.
    private var arriving: [Arrival] = []
    private var nextArrival = 0
    private var cyclesUntilIdle: UInt64?
    private let coreCyclesInBusCycle: UInt64
    /// Pends the line for a moment that no access may see: a DMA stream takes the byte at once.
    var onPulse: (Int) -> Void = { _ in }
    /// Where sent bytes go.
    public var onTransmit: (UInt8) -> Void = { _ in }
    /// Whether the transmitter takes bytes: while false TXE is clear.
    public var isTransmitterReady = true

    /// What can go wrong with a byte on the wire.
    public enum LineError: UInt32, CaseIterable, Sendable {
        /// PE.
        case parity = 0
        /// FE: no stop bit.
        case framing = 1
        /// NF.
        case noise = 2
    }

    private struct Arrival {
        var cycles: UInt64
        let byte: UInt8
        let damage: LineError?
    }

    private enum Offset {
        static let status: UInt32 = 0x00
        static let data: UInt32 = 0x04
        static let baudRate: UInt32 = 0x08
        static let control1: UInt32 = 0x0C
        static let control3: UInt32 = 0x14
    }
    private enum Status {
        static let parity: UInt32 = 1 << 0
        static let framingOrNoise: UInt32 = 0b110
        static let overrun: UInt32 = 1 << 3
        static let idle: UInt32 = 1 << 4
        static let receiveNotEmpty: UInt32 = 1 << 5
        static let transmissionComplete: UInt32 = 1 << 6
        static let transmitEmpty: UInt32 = 1 << 7
    }
    private enum Control1 {
        static let receiverEnable: UInt32 = 1 << 2
        static let idleInterrupt: UInt32 = 1 << 4
        static let receiveInterrupt: UInt32 = 1 << 5
        static let transmitInterrupt: UInt32 = 1 << 7
        static let parityInterrupt: UInt32 = 1 << 8
        static let enable: UInt32 = 1 << 13
    }
    private enum Control3 {
        static let errorInterrupt: UInt32 = 1 << 0
        static let receiveRequest: UInt32 = 1 << 6
        static let transmitRequest: UInt32 = 1 << 7
    }

    /// Its bus has a clock that many times slower than the core's.
    public init(baseAddress: UInt32, line: Int, coreCyclesInBusCycle: UInt64 = 2) {
        addresses = baseAddress..<baseAddress + 0x400
        self.line = line
        self.coreCyclesInBusCycle = coreCyclesInBusCycle
    }

    private var control3: UInt32 { registers[Offset.control3] ?? 0 }

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

    /// Cycles of its bus's clock in one bit (RM0090 30.3.4).
    public var cyclesInBit: UInt32 { registers[Offset.baudRate] ?? 0 }

    /// Core cycles of a byte with its start and stop bit.
    private var cyclesInByte: UInt64 { UInt64(cyclesInBit) * coreCyclesInBusCycle * 10 }

    // MARK: - The line, at its own rate

    /// Sends bytes at the rate that the USART is set to, one right after the other, whether the chip takes them or not.
    /// They begin so many bytes' time after what is on the wire already; the last may be damaged.
    public func sendAtRate(_ bytes: some Collection<UInt8>, pause: Int = 0, damage: LineError? = nil) {
        for (index, byte) in bytes.enumerated() {
            arriving.append(
                Arrival(
                    cycles: cyclesInByte * UInt64(index == 0 ? pause + 1 : 1), byte: byte,
                    damage: index == bytes.count - 1 ? damage : nil))
        }
    }

    /// Bytes that are on the wire.
    public var bytesOnTheWire: Int { arriving.count - nextArrival }

    public var cyclesUntilEvent: UInt64? {
        let arrival = nextArrival < arriving.count ? arriving[nextArrival].cycles : nil
        guard let idle = cyclesUntilIdle else { return arrival }
        return min(idle, arrival ?? idle)
    }

    public func advance(by cycles: UInt64) {
        if nextArrival < arriving.count {
            arriving[nextArrival].cycles -= cycles
            if arriving[nextArrival].cycles == 0 {
                arrive(arriving[nextArrival])
                nextArrival += 1
                if nextArrival == arriving.count { (arriving, nextArrival) = ([], 0) }
                return
            }
        }
        guard let idle = cyclesUntilIdle else { return }
        cyclesUntilIdle = idle == cycles ? nil : idle - cycles
        // A whole frame of ones (30.3.3).
        if idle == cycles { error |= Status.idle }
    }

    private func arrive(_ arrival: Arrival) {
        guard isReceiving else { return }
        cyclesUntilIdle = cyclesInByte
        if received == nil {
            received = arrival.byte
            if let damage = arrival.damage { error |= 1 << damage.rawValue }
        } else {
            error |= Status.overrun
        }
        if control1 & Control1.receiveInterrupt != 0 { onPulse(line) }
    }

    /// Whether it asks a DMA stream to take a byte, and to bring one.
    var requestsReceive: Bool { control3 & Control3.receiveRequest != 0 && received != nil }
    var requestsTransmit: Bool { control3 & Control3.transmitRequest != 0 && isTransmitterReady }

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
        let idle = control1 & Control1.idleInterrupt != 0 && error & Status.idle != 0
        let parity = control1 & Control1.parityInterrupt != 0 && error & Status.parity != 0
        // EIE counts while DMA receives (30.6.6).
        let damages = Control3.errorInterrupt | Control3.receiveRequest
        let damage = control3 & damages == damages && error & (Status.framingOrNoise | Status.overrun) != 0
        return receive || transmit || idle || parity || damage ? [line] : []
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case Offset.status:
            shown = error
            return status
        case Offset.data:
            let byte = received ?? 0
            received = nil
            error &= ~shown
            shown = 0
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
