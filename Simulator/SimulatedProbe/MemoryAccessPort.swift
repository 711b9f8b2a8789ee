// The AHB access port (ARM IHI 0031, chapter C2): reads and writes of the chip's memory.
import MMIO

/// What the access port reaches.
public protocol DebugBus: AnyObject {
    /// nil where nothing answers.
    func load(from address: UInt32, width: AccessWidth) -> UInt32?
    /// False where nothing answers.
    func store(_ value: UInt32, to address: UInt32, width: AccessWidth) -> Bool
}

/// The access port of a Cortex-M4.
public final class MemoryAccessPort: AccessPort {
    /// An AHB access port of ARM's.
    public static let identification: UInt32 = 0x2477_0011
    /// Where a Cortex-M4's ROM table lies; bits 0 and 1: present, in this format.
    private static let baseAddress: UInt32 = 0xE00F_F003

    private enum Control {
        static let deviceEnabled: UInt32 = 1 << 6
        /// Size (byte, halfword, word), increment (none, single, packed), protection.
        static let writable: UInt32 = 0x7F00_0037
    }

    private let bus: any DebugBus
    private var control: UInt32 = 0x2300_0002
    private var transferAddress: UInt32 = 0

    /// An access port whose accesses go to `bus`.
    public init(_ bus: any DebugBus) { self.bus = bus }

    public func read(_ address: UInt8) -> UInt32? {
        switch address {
        case 0x00: control | Control.deviceEnabled
        case 0x04: transferAddress
        case 0x0C: transfer { lane in load(lane) }
        case 0x10...0x1C: bus.load(from: banked(address), width: .word)
        case 0xF8: Self.baseAddress
        case 0xFC: Self.identification
        default: 0
        }
    }

    public func write(_ address: UInt8, _ value: UInt32) -> Bool {
        switch address {
        case 0x00: control = value & Control.writable
        case 0x04: transferAddress = value
        case 0x0C: return transfer { lane in store(value, lane) ? 0 : nil } != nil
        case 0x10...0x1C: return bus.store(value, to: banked(address), width: .word)
        default: break
        }
        return true
    }

    /// The four words at the transfer address, which the banked registers reach without moving it.
    private func banked(_ register: UInt8) -> UInt32 { transferAddress & ~0xF | UInt32(register & 0xC) }

    private var width: AccessWidth {
        switch control & 0b111 {
        case 0: .byte
        case 1: .halfword
        default: .word
        }
    }

    /// One transfer, or in packed mode as many as make a word, each followed by the increment. A failed one
    /// ends it.
    private func transfer(_ access: (AccessWidth) -> UInt32?) -> UInt32? {
        let width = width
        let increment = control >> 4 & 0b11
        var value: UInt32 = 0
        for _ in 0..<(increment == 2 ? 4 / width.rawValue : 1) {
            guard let lane = access(width) else { return nil }
            value |= lane
            // The address counts within 4 KB in a Cortex-M4: a debugger writes it again at each boundary.
            if increment != 0 {
                transferAddress = transferAddress & ~0xFFF | (transferAddress &+ UInt32(width.rawValue)) & 0xFFF
            }
        }
        return value
    }

    /// Data narrower than a word travels in the byte lanes of its address.
    private var laneShift: UInt32 { (transferAddress & 3) * 8 }

    private func load(_ width: AccessWidth) -> UInt32? {
        bus.load(from: transferAddress, width: width).map { $0 << laneShift }
    }

    private func store(_ value: UInt32, _ width: AccessWidth) -> Bool {
        let mask: UInt32 = width == .word ? .max : 1 << UInt32(width.rawValue * 8) - 1
        return bus.store(value >> laneShift & mask, to: transferAddress, width: width)
    }
}
