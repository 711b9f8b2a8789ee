// A W25Q as its data sheet says (Winbond, "W25Q128JV", revision F): commands, the write enable latch, how long it is busy,
// what a suspended erase allows.

/// NOR flash on a serial peripheral bus.
public final class W25QModel: SPITargetModel {
    /// All of it, erased at first.
    public private(set) var memory: [UInt8]
    /// Manufacturer, type, capacity.
    public var identity: UInt32
    /// Microseconds that a page and a sector take: the typical times (9.6).
    public var programTime: UInt64 = 700
    /// Microseconds that the erase of a sector takes.
    public var eraseTime: UInt64 = 45_000
    /// Whether it stays busy for ever with what it begins.
    public var isStuckBusy = false
    /// Whether it does not take the write enable.
    public var losesWriteEnable = false
    /// BP2 to BP0 of its status, which protect all of it here.
    public var protection: UInt8 = 0
    /// A bit that cannot be erased, if there is one.
    public var wornAddress: Int?
    /// What was wrong about how it was driven.
    public private(set) var complaints: [String] = []
    /// How often an erase was suspended.
    public private(set) var suspensions = 0
    /// Read commands that were carried out.
    public private(set) var reads = 0
    /// Whether it was put to sleep, and takes nothing but the command that wakes it.
    public private(set) var isAsleep = false
    /// The clock, in microseconds.
    private let now: () -> UInt64

    private enum Work {
        case program(page: Int, [Int: UInt8])
        case erase(sector: Int)
    }
    /// What it is at, and when it will be done.
    private var work: (work: Work, end: UInt64)?
    /// An erase that is suspended, and what was left of its time.
    private var suspended: (sector: Int, left: UInt64)?
    private var resumedAt: UInt64?
    private var isWriteEnabled = false
    private var bytes: [UInt8] = []

    /// `capacity` is a power of two, 1 to 16 MB.
    public init(capacity: Int, now: @escaping () -> UInt64) {
        memory = [UInt8](repeating: 0xFF, count: capacity)
        identity = 0xEF_4000 | UInt32(capacity.trailingZeroBitCount)
        self.now = now
    }

    /// A command begins when it is selected, and those that change something act when it no longer is.
    public var isSelected = false {
        didSet {
            guard isSelected != oldValue else { return }
            if isSelected { bytes = [] } else { execute() }
        }
    }

    /// Whether it still programs or erases, at this moment of the clock.
    public var isBusy: Bool {
        settle()
        return work != nil
    }

    /// The chip it hangs on was reset while it was erasing, and had suspended it.
    public func leaveSuspended(sector: Int) { suspended = (sector, 1000) }
    /// Or had put it to sleep.
    public func leaveAsleep() { isAsleep = true }

    /// Takes what was programmed or erased into the memory once its time has come.
    private func settle() {
        guard let current = work, !isStuckBusy, now() >= current.end else { return }
        switch current.work {
        case .program(let page, let values): for (place, value) in values { memory[page + place] &= value }
        case .erase(let sector):
            for address in sector * 4096..<(sector + 1) * 4096 { memory[address] = 0xFF }
            if let wornAddress, wornAddress / 4096 == sector { memory[wornAddress] = 0xFE }
        }
        work = nil
        isWriteEnabled = false
    }

    private var address: Int { Int(bytes[1]) << 16 | Int(bytes[2]) << 8 | Int(bytes[3]) }

    // MARK: - What it answers

    public func exchange(_ byte: UInt8) -> UInt8 {
        settle()
        bytes.append(byte)
        guard bytes.count > 1, !isAsleep else { return 0xFF }
        switch bytes[0] {
        case 0x05: return (work != nil ? 1 : 0) | (isWriteEnabled ? 2 : 0) | protection
        case 0x35: return suspended != nil ? 0x80 : 0
        case _ where work != nil: return 0xFF
        case 0x9F where bytes.count <= 4: return UInt8(truncatingIfNeeded: identity >> UInt32(8 * (4 - bytes.count)))
        case 0x03 where bytes.count > 4: return stored(at: (address + bytes.count - 5) % memory.count)
        default: return 0xFF
        }
    }

    private func stored(at address: Int) -> UInt8 {
        guard suspended?.sector != address / 4096 else {
            complaints.append("a read of the sector whose erase is suspended")
            return 0x5A
        }
        return memory[address]
    }

    // MARK: - What it does

    private func execute() {
        guard let command = bytes.first else { return }
        settle()
        if isAsleep {
            if command == 0xAB { isAsleep = false } else { complaint(command, "asleep") }
            return
        }
        if work != nil {
            switch command {
            case 0x05, 0x35: break
            case 0x75: suspend()
            default: complaint(command, "busy")
            }
            return
        }
        switch command {
        case 0x03: reads += 1
        case 0x06: isWriteEnabled = !losesWriteEnable
        case 0x7A: resume()
        case 0xB9: isAsleep = true
        case 0x02: program()
        case 0x20: erase()
        case 0x05, 0x35, 0x75, 0x9F, 0xAB: break
        default: complaint(command, "as it is not modelled")
        }
    }

    private func complaint(_ command: UInt8, _ state: String) {
        complaints.append("command 0x\(String(command, radix: 16)) while \(state)")
    }

    private var mayChange: Bool {
        guard isWriteEnabled else {
            complaint(bytes[0], "not write enabled")
            return false
        }
        return protection == 0 && bytes.count >= 4
    }

    private func program() {
        guard mayChange else { return }
        // Other sectors may be programmed while an erase is suspended (8.2.18).
        guard suspended?.sector != address / 4096 else { return complaint(bytes[0], "its sector's erase is suspended") }
        // Past the end of a page the address begins anew at its start, and the later of two bytes counts (8.2.13).
        var values: [Int: UInt8] = [:]
        for (position, value) in bytes.dropFirst(4).enumerated() { values[(address + position) & 0xFF] = value }
        work = (.program(page: address & ~0xFF, values), now() + programTime)
    }

    private func erase() {
        guard mayChange else { return }
        guard suspended == nil else { return complaint(bytes[0], "suspended") }
        work = (.erase(sector: address / 4096), now() + eraseTime)
    }

    private func suspend() {
        guard case .erase(let sector)? = work?.work, let end = work?.end else { return }
        // tSUS: it has to have gone on for so long (8.2.19).
        if let resumedAt, now() < resumedAt + 20 { complaints.append("suspended within 20 microseconds of going on") }
        suspensions += 1
        suspended = (sector, end - min(now(), end))
        work = nil
    }

    private func resume() {
        guard let current = suspended else { return }
        work = (.erase(sector: current.sector), now() + current.left)
        suspended = nil
        resumedAt = now()
    }
}
