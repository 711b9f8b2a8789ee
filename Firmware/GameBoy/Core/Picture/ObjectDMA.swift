// OAM DMA: 160 bytes, one a machine cycle. The bytes are copied in one go when somebody looks.

/// The transfer that a write to DMA (0xFF46) starts.
///
/// The first byte moves two machine cycles after the write. While it runs, the CPU finds OAM closed, and
/// reads the byte being moved from the bus that DMA uses. The others are the CPU's.
///
/// Source: Pan Docs, "OAM DMA Transfer".
struct ObjectDMA {
    /// The last value written to DMA.
    var register: UInt32
    /// When byte 0 moves.
    var start: Moment
    /// Since when OAM is closed: before `start`, if the transfer took the place of another.
    var closed: Moment
    /// Bytes moved so far.
    var moved: UInt32
    var isRunning: Bool

    static var length: UInt32 { 160 }

    var end: Moment { start &+ Self.length &* 4 }

    /// Whether a transfer owns its bus at `now`; false in the two cycles before the first byte of one that did not take
    /// another's place.
    func ownsBus(at now: Moment) -> Bool { isRunning && closed.isDue(at: now) && !end.isDue(at: now) }

    /// How many bytes have been moved at `now`, the one moving now included.
    func progress(at now: Moment) -> UInt32 {
        guard isRunning && start.isDue(at: now) else { return moved }
        return min((now &- start) / 4 &+ 1, Self.length)
    }

    /// The address of byte 0. The DMA unit sees echo RAM where the CPU sees OAM and registers.
    var source: UInt32 { register >= 0xE0 ? (register &- 0x20) &<< 8 : register &<< 8 }

}

/// What the CPU and OAM DMA can be at without meeting.
enum MemoryBus: UInt8 {
    /// ROM and the cartridge's RAM; on the grey machine work RAM as well.
    case cartridge
    case video
    /// The colour machine's work RAM has a bus of its own.
    case work
}

extension MachineState {
    /// The bus that an address below 0xFE00 is on.
    ///
    /// Source: Pan Docs, "OAM DMA Transfer", "OAM DMA bus conflicts".
    @inline(__always)
    func bus(of address: UInt32) -> MemoryBus {
        if address &>> 13 == 4 { return .video }
        return M.isColour && address >= 0xC000 ? .work : .cartridge
    }
}

extension MachineState {
    mutating func startObjectDMA(_ value: UInt32, at now: Moment) {
        catchUpObjectDMA(to: now)
        let now = cpuTime(at: now)
        let wasRunning = dma.ownsBus(at: now)
        dma.register = value
        dma.start = now &+ 8
        dma.closed = wasRunning ? now : dma.start
        dma.moved = 0
        dma.isRunning = true
        mapPages()
    }

    /// Moves the bytes that are due, and gives the CPU its pages back at the end.
    mutating func catchUpObjectDMA(to now: Moment) {
        guard dma.isRunning else { return }
        let now = cpuTime(at: now)
        let progress = dma.progress(at: now)
        let source = dma.source
        while dma.moved < progress {
            let byte = readIgnoringDMA(source &+ dma.moved)
            ppu.objects[Int(min(dma.moved, 159))] = UInt8(truncatingIfNeeded: byte)
            dma.moved &+= 1
        }
        if dma.end.isDue(at: now) {
            dma.isRunning = false
            mapPages()
        }
    }
}
