// A DMA controller of the STM32F4 (RM0090 section 10), in direct mode.
import MMIO

/// A model that moves data over the bus by itself.
protocol BusControllerModel: PeripheralModel {
    /// Moves all that may be moved at this moment.
    func moveData()
}

/// Eight streams. An item moves as soon as its peripheral asks for it, in no time; when several streams could, the one with
/// the higher priority goes first, and of equal ones that with the lower number (10.3.6).
public final class DMAModel: BusControllerModel {
    /// Where a peripheral asks for data to be moved.
    public struct Request {
        let stream: Int
        let channel: Int
        let isActive: () -> Bool

        /// A request that arrives at a stream's channel. `isActive` says whether the peripheral asks at this moment.
        public init(stream: Int, channel: Int, isActive: @escaping () -> Bool) {
            self.stream = stream
            self.channel = channel
            self.isActive = isActive
        }
    }

    /// What may be injected, at the next item that a stream moves.
    public enum Fault: UInt32, Sendable {
        /// FEIF: the FIFO ran over. The stream goes on.
        case fifo = 0
        /// DMEIF: an item came before the last one was moved. The stream goes on.
        case directMode = 2
        /// TEIF: the bus refused an address. The stream stops.
        case transfer = 3
    }

    private struct Stream {
        var control: UInt32 = 0
        /// NDTR, and what it is loaded with again where the stream goes round.
        var count: UInt32 = 0
        var reload: UInt32 = 0
        var peripheral: UInt32 = 0
        var memory: [UInt32] = [0, 0]
        var fifoControl: UInt32 = 0x21
        /// Items moved since it was enabled or turned to the other memory.
        var moved: UInt32 = 0
        var fault: Fault?

        var isEnabled: Bool { control & Control.enable != 0 }
        var channel: Int { Int(control >> 25 & 0b111) }
        var priority: UInt32 { control >> 16 & 0b11 }
        var isFromMemory: Bool { control >> 6 & 0b11 == 1 }
        var isDouble: Bool { control & Control.double != 0 }
        var width: AccessWidth { control >> 11 & 0b11 == 0 ? .byte : control >> 11 & 0b11 == 1 ? .halfword : .word }
    }

    private enum Control {
        static let enable: UInt32 = 1 << 0
        static let directModeInterrupt: UInt32 = 1 << 1
        static let transferErrorInterrupt: UInt32 = 1 << 2
        static let halfInterrupt: UInt32 = 1 << 3
        static let completeInterrupt: UInt32 = 1 << 4
        static let circular: UInt32 = 1 << 8
        static let memoryAdvances: UInt32 = 1 << 10
        static let double: UInt32 = 1 << 18
        static let atSecond: UInt32 = 1 << 19
    }
    private enum Flag {
        static let half: UInt32 = 1 << 4
        static let complete: UInt32 = 1 << 5
        static let all: UInt32 = 0b11_1101
    }

    public let addresses: Range<UInt32>
    private let lines: [Int]
    private let requests: [Request]
    private var streams = [Stream](repeating: Stream(), count: 8)
    private var flags = [UInt32](repeating: 0, count: 8)
    /// The bus, as seen from the controller: nil where nothing answers. Set by the chip.
    var load: (UInt32, AccessWidth) -> UInt32? = { _, _ in nil }
    var store: (UInt32, UInt32, AccessWidth) -> Bool = { _, _, _ in false }
    /// Streams whose requests do not arrive.
    public var deafStreams: Set<Int> = []
    /// Streams that never stop once they have begun, until the controller is reset.
    public var unstoppableStreams: Set<Int> = []
    /// How often EN is still read as set after a store that clears it: the item on its way ends first.
    public var readsUntilStopped = 2
    private var stopping: [Int: Int] = [:]

    /// A controller at its address; `lines` are the interrupts of its eight streams, in order.
    public init(baseAddress: UInt32, lines: [Int], requests: [Request]) {
        addresses = baseAddress..<baseAddress + 0x400
        self.lines = lines
        self.requests = requests
    }

    /// Makes the next item of a stream go wrong.
    public func inject(_ fault: Fault, into stream: Int) { streams[stream].fault = fault }

    /// Whether a stream is enabled.
    public func isEnabled(_ stream: Int) -> Bool { streams[stream].isEnabled }

    /// The reset in RCC.
    func reset() {
        streams = Array(repeating: Stream(), count: 8)
        flags = Array(repeating: 0, count: 8)
        stopping = [:]
    }

    // MARK: - Moving

    func moveData() {
        guard streams.contains(where: \.isEnabled) else { return }
        while let stream = next() { move(stream) }
    }

    private func next() -> Int? {
        var best: Int?
        for request in requests where isReady(request) {
            guard let other = best else {
                best = request.stream
                continue
            }
            let (new, old) = (streams[request.stream].priority, streams[other].priority)
            if new > old || new == old && request.stream < other { best = request.stream }
        }
        return best
    }

    private func isReady(_ request: Request) -> Bool {
        let stream = streams[request.stream]
        return stream.isEnabled && stopping[request.stream] == nil && stream.channel == request.channel
            && !deafStreams.contains(request.stream) && request.isActive()
    }

    private func move(_ number: Int) {
        if let fault = streams[number].fault {
            streams[number].fault = nil
            flags[number] |= 1 << fault.rawValue
            // Only a transfer error stops the stream (10.3.18).
            if fault == .transfer {
                streams[number].control &= ~Control.enable
                return
            }
        }
        guard moveItem(streams[number]) else {
            flags[number] |= 1 << Fault.transfer.rawValue
            streams[number].control &= ~Control.enable
            return
        }
        streams[number].moved += 1
        streams[number].count -= 1
        if streams[number].count == streams[number].reload / 2 { flags[number] |= Flag.half }
        if streams[number].count == 0 { end(number) }
    }

    /// False if the bus refused an address.
    private func moveItem(_ stream: Stream) -> Bool {
        let step = stream.control & Control.memoryAdvances != 0 ? UInt32(stream.width.rawValue) : 0
        let base = stream.memory[stream.control & Control.atSecond != 0 ? 1 : 0]
        let address = base + stream.moved * step
        // What cannot be addressed at this width is refused as well.
        guard address % UInt32(stream.width.rawValue) == 0 else { return false }
        guard stream.isFromMemory else {
            guard let item = load(stream.peripheral, stream.width) else { return false }
            return store(item, address, stream.width)
        }
        guard let item = load(address, stream.width) else { return false }
        return store(item, stream.peripheral, stream.width)
    }

    /// The last item has moved.
    private func end(_ number: Int) {
        flags[number] |= Flag.complete
        streams[number].moved = 0
        if streams[number].isDouble { streams[number].control ^= Control.atSecond }
        if streams[number].control & (Control.circular | Control.double) != 0 {
            streams[number].count = streams[number].reload
        } else {
            streams[number].control &= ~Control.enable
        }
    }

    // MARK: - Registers

    public var assertedLines: [Int] {
        var asserted: [Int] = []
        for number in 0..<8 where flags[number] != 0 {
            let stream = streams[number]
            var mask: UInt32 = stream.fifoControl & 1 << 7 != 0 ? 1 << Fault.fifo.rawValue : 0
            if stream.control & Control.directModeInterrupt != 0 { mask |= 1 << Fault.directMode.rawValue }
            if stream.control & Control.transferErrorInterrupt != 0 { mask |= 1 << Fault.transfer.rawValue }
            if stream.control & Control.halfInterrupt != 0 { mask |= Flag.half }
            if stream.control & Control.completeInterrupt != 0 { mask |= Flag.complete }
            if flags[number] & mask != 0 { asserted.append(lines[number]) }
        }
        return asserted
    }

    private static func shift(_ stream: Int) -> UInt32 { [0, 6, 16, 22][stream & 3] }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x00, 0x04:
            let first = Int(offset)
            return (first..<first + 4).reduce(0) { $0 | flags[$1] << Self.shift($1) }
        case 0x10..<0xD0: return load(stream: Int(offset - 0x10) / 0x18, (offset - 0x10) % 0x18)
        default: return 0
        }
    }

    private func load(stream number: Int, _ offset: UInt32) -> UInt32 {
        let stream = streams[number]
        switch offset {
        case 0x00:
            if let left = stopping[number], left > 0 {
                stopping[number] = left - 1
            } else if stopping[number] != nil, !unstoppableStreams.contains(number) {
                stopping[number] = nil
                streams[number].control &= ~Control.enable
                // Stopping is an end too (10.3.14).
                flags[number] |= Flag.complete
            }
            return streams[number].control
        case 0x04: return stream.count
        case 0x08: return stream.peripheral
        case 0x0C: return stream.memory[0]
        case 0x10: return stream.memory[1]
        default: return stream.fifoControl
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x08, 0x0C:
            // A 1 clears its flag and a 0 leaves it (10.5.3).
            let first = Int(offset - 0x08)
            for number in first..<first + 4 { flags[number] &= ~(value >> Self.shift(number) & Flag.all) }
        case 0x10..<0xD0: store(value, stream: Int(offset - 0x10) / 0x18, (offset - 0x10) % 0x18)
        default: break
        }
    }

    private func store(_ value: UInt32, stream number: Int, _ offset: UInt32) {
        guard streams[number].isEnabled else { return configure(number, offset, value) }
        // While it is enabled only the interrupts and EN may be changed, and the memory that is not in use (10.5.5).
        switch offset {
        case 0x00:
            streams[number].control = streams[number].control & ~0b1_1110 | value & 0b1_1110
            if value & Control.enable == 0 { stopping[number] = readsUntilStopped }
        case 0x0C where streams[number].isDouble && streams[number].control & Control.atSecond != 0:
            streams[number].memory[0] = value
        case 0x10 where streams[number].isDouble && streams[number].control & Control.atSecond == 0:
            streams[number].memory[1] = value
        default: break
        }
    }

    private func configure(_ number: Int, _ offset: UInt32, _ value: UInt32) {
        switch offset {
        case 0x00:
            // With flags standing the stream does not begin (10.3.17).
            let mayBegin = flags[number] == 0 && streams[number].count > 0
            streams[number].control = mayBegin ? value : value & ~Control.enable
            streams[number].moved = 0
        case 0x04: (streams[number].count, streams[number].reload) = (value & 0xFFFF, value & 0xFFFF)
        case 0x08: streams[number].peripheral = value
        case 0x0C: streams[number].memory[0] = value
        case 0x10: streams[number].memory[1] = value
        default: streams[number].fifoControl = value
        }
    }
}
