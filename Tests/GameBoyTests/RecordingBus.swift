// A flat 64 KB RAM that writes down each machine cycle.
import GameBoy

/// One machine cycle of the bus.
struct BusCycle: Equatable, CustomStringConvertible {
    enum Kind: UInt8 {
        case idle
        case read
        case write
    }
    var kind: Kind
    var address: UInt16
    var data: UInt8

    var description: String { "\(kind) \(String(address, radix: 16)) \(String(data, radix: 16))" }
}

/// The bus of the single-step tests. An idle cycle leaves address and data of the cycle before it.
final class FlatMemory {
    var bytes = [UInt8](repeating: 0, count: 0x1_0000)
    var cycles: [BusCycle] = []
    var attentions = 0
    var breakpoints = 0
    var stops = 0
    var pending: UInt32 = 0
}

struct RecordingBus: CPUBus, ~Copyable {
    let memory: FlatMemory

    mutating func read(_ address: UInt32) -> UInt32 {
        let byte = memory.bytes[Int(address)]
        memory.cycles.append(BusCycle(kind: .read, address: UInt16(address), data: byte))
        return UInt32(byte)
    }

    mutating func readHigh(_ offset: UInt32) -> UInt32 { read(0xFF00 | offset) }

    mutating func write(_ address: UInt32, _ value: UInt32) {
        memory.bytes[Int(address)] = UInt8(value)
        memory.cycles.append(BusCycle(kind: .write, address: UInt16(address), data: UInt8(value)))
    }

    mutating func idle() {
        var cycle = memory.cycles.last ?? BusCycle(kind: .idle, address: 0, data: 0)
        cycle.kind = .idle
        memory.cycles.append(cycle)
    }

    mutating func idle(addressing address: UInt32) { idle() }
    mutating func readCounting(_ address: UInt32) -> UInt32 { read(address) }

    var pendingInterrupts: UInt32 { memory.pending }
    mutating func requestAttention() { memory.attentions += 1 }
    mutating func stopClocks() { memory.stops += 1 }
    mutating func breakpoint() { memory.breakpoints += 1 }
}
