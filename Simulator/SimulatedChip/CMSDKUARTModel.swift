// The UART of Arm's Cortex-M System Design Kit (ARM DDI 0479, section 4.3): one byte each way, and two interrupts
// that are raised by what happens and stay until they are cleared.
import MMIO

/// A UART whose other end is the host's.
///
/// The host's bytes wait until there is room, unless a test says otherwise. Sent bytes leave at once, or where
/// `holdsTransmitter` is set one at each call of `finishByte`.
public final class CMSDKUARTModel: PeripheralModel {
    public let addresses: Range<UInt32>
    private let receiveLine: Int
    private let transmitLine: Int
    private var data: UInt8 = 0
    private var isReceiveFull = false
    private var sending: UInt8?
    private var overruns: UInt32 = 0
    private var control: UInt32 = 0
    private var interrupts: UInt32 = 0
    private var waiting: [UInt8] = []
    /// Core clock cycles of one bit: BAUDDIV.
    public private(set) var cyclesInBit: UInt32 = 0
    /// Where sent bytes go.
    public var onTransmit: (UInt8) -> Void = { _ in }
    /// Whether a byte stays in the transmit buffer until `finishByte`.
    public var holdsTransmitter = false

    private enum Offset {
        static let data: UInt32 = 0x00
        static let state: UInt32 = 0x04
        static let control: UInt32 = 0x08
        static let interruptStatus: UInt32 = 0x0C
        static let baudDivider: UInt32 = 0x10
    }
    private enum State {
        static let transmitFull: UInt32 = 1 << 0
        static let receiveFull: UInt32 = 1 << 1
        static let transmitOverrun: UInt32 = 1 << 2
        static let receiveOverrun: UInt32 = 1 << 3
    }
    private enum Control {
        static let transmitEnable: UInt32 = 1 << 0
        static let receiveEnable: UInt32 = 1 << 1
        static let transmitInterrupt: UInt32 = 1 << 2
        static let receiveInterrupt: UInt32 = 1 << 3
    }
    private enum Pending {
        static let transmit: UInt32 = 1 << 0
        static let receive: UInt32 = 1 << 1
    }

    /// A UART at its address, with a line for each direction.
    public init(baseAddress: UInt32, receiveLine: Int, transmitLine: Int) {
        addresses = baseAddress..<baseAddress + 0x1000
        self.receiveLine = receiveLine
        self.transmitLine = transmitLine
    }

    // MARK: - The host's end

    /// Sends bytes to the chip, each as soon as the one before it has been taken.
    public func send(_ bytes: some Sequence<UInt8>) {
        guard control & Control.receiveEnable != 0 else { return }
        waiting += bytes
        deliver()
    }

    /// Sent bytes that the chip has not taken.
    public var pendingCount: Int { waiting.count + (isReceiveFull ? 1 : 0) }

    /// A byte that does not wait: it takes the place of one that has not been taken, and the chip is told.
    public func sendWithoutWaiting(_ byte: UInt8) {
        guard control & Control.receiveEnable != 0 else { return }
        if isReceiveFull { overruns |= State.receiveOverrun }
        receive(byte)
    }

    private func deliver() {
        guard !isReceiveFull, !waiting.isEmpty else { return }
        receive(waiting.removeFirst())
    }

    private func receive(_ byte: UInt8) {
        data = byte
        isReceiveFull = true
        // Only what happens while the interrupt is enabled raises it.
        if control & Control.receiveInterrupt != 0 { interrupts |= Pending.receive }
    }

    /// The byte in the transmit buffer leaves it.
    public func finishByte() {
        guard let byte = sending else { return }
        sending = nil
        onTransmit(byte)
        if control & Control.transmitInterrupt != 0 { interrupts |= Pending.transmit }
    }

    // MARK: - The chip's end

    public var assertedLines: [Int] {
        (interrupts & Pending.receive != 0 ? [receiveLine] : [])
            + (interrupts & Pending.transmit != 0 ? [transmitLine] : [])
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case Offset.data:
            let byte = data
            isReceiveFull = false
            deliver()
            return UInt32(byte)
        case Offset.state:
            return overruns | (sending != nil ? State.transmitFull : 0) | (isReceiveFull ? State.receiveFull : 0)
        case Offset.control: return control
        case Offset.interruptStatus: return interrupts
        case Offset.baudDivider: return cyclesInBit
        default: return 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case Offset.data: transmit(UInt8(truncatingIfNeeded: value))
        case Offset.state: overruns &= ~value
        case Offset.control: control = value & 0x7F
        case Offset.interruptStatus: interrupts &= ~value
        case Offset.baudDivider: cyclesInBit = value & 0xF_FFFF
        default: break
        }
    }

    private func transmit(_ byte: UInt8) {
        guard control & Control.transmitEnable != 0 else { return }
        if sending != nil { overruns |= State.transmitOverrun }
        sending = byte
        if !holdsTransmitter { finishByte() }
    }
}
