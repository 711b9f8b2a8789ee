// The PrimeCell synchronous serial port (PL022, ARM DDI 0194) as a controller.
import MMIO

/// A port. An exchange takes no time, unless it is stuck.
public final class SSPModel: PeripheralModel {
    public let addresses: Range<UInt32>
    private let line: Int
    private var control0: UInt32 = 0
    private var control1: UInt32 = 0
    private var prescaler: UInt32 = 0
    private var mask: UInt32 = 0
    private var received: [UInt8] = []
    private var hasOverrun = false
    private var isSending = false
    /// What hangs on the bus. Those that are selected take each byte.
    public var targets: [any SPITargetModel] = []
    /// Whether a byte that is given to it stays on its way for ever.
    public var isStuck = false
    /// Whether a byte that is given to it comes to nothing.
    public var losesBytes = false

    /// A port at its address, interrupting on `line`.
    public init(baseAddress: UInt32, line: Int) {
        addresses = baseAddress..<baseAddress + 0x1000
        self.line = line
    }

    /// Clock polarity and phase, as data sheets number them, what the clock is divided by, and the bits at once.
    public var mode: Int { Int(((control0 >> 6) & 1) << 1 | (control0 >> 7) & 1) }
    /// What the clock is divided by: the prescaler times SCR and one (PL022 3.3.1).
    public var divider: Int { Int(prescaler) * (Int(control0 >> 8 & 0xFF) + 1) }
    /// Bits that are exchanged at once (DSS).
    public var bits: Int { Int(control0 & 0xF) + 1 }

    /// Bytes came in and there was no room.
    public func injectOverrun() { hasOverrun = true }

    private var interrupts: UInt32 {
        // The transmit FIFO is never more than half full here.
        (hasOverrun ? 1 : 0) | (received.count >= 4 ? 4 : 0) | 8
    }

    public var assertedLines: [Int] { interrupts & mask != 0 ? [line] : [] }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x00: return control0
        case 0x04: return control1
        case 0x08: return received.isEmpty ? 0 : UInt32(received.removeFirst())
        case 0x0C: return 0b11 | (received.isEmpty ? 0 : 4) | (received.count == 8 ? 8 : 0) | (isSending ? 16 : 0)
        case 0x10: return prescaler
        case 0x14: return mask
        case 0x18: return interrupts
        case 0x1C: return interrupts & mask
        default: return 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x00: control0 = value & 0xFFFF
        case 0x04:
            control1 = value & 0xF
            if control1 & 2 == 0 { isSending = false }
        case 0x08: exchange(UInt8(truncatingIfNeeded: value))
        case 0x10: prescaler = value & 0xFE
        case 0x14: mask = value & 0xF
        case 0x20 where value & 1 != 0: hasOverrun = false
        default: break
        }
    }

    private func exchange(_ byte: UInt8) {
        guard control1 & 2 != 0, !losesBytes else { return }
        isSending = isStuck
        guard !isStuck else { return }
        guard received.count < 8 else {
            hasOverrun = true
            return
        }
        // With loop back it hears itself; a line that nobody drives reads as 0.
        let answer = control1 & 1 != 0 ? byte : targets.first { $0.isSelected }?.exchange(byte)
        received.append(answer ?? 0)
    }
}
