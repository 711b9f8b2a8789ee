// The STM32F4's analog-to-digital converters (RM0090 section 13), as far as regular conversions go.
import MMIO

/// What the three converters share: their clock and the inputs inside the chip.
public final class ADCCommonModel: PeripheralModel {
    public let addresses: Range<UInt32> = 0x4001_2300..<0x4001_2400
    private var control: UInt32 = 0

    /// The part that is common, as after reset.
    public init() {}

    /// Cycles of the bus's clock in one of the converters'.
    public var divider: UInt64 { UInt64(control >> 16 & 0b11) * 2 + 2 }
    /// Whether the temperature sensor and the reference voltage are on.
    var isSensorOn: Bool { control & 1 << 23 != 0 }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 { offset == 4 ? control : 0 }
    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) { if offset == 4 { control = value } }
}

/// What the factory measured, in the system memory (DS8626 tables 70 and 73): the reference voltage at 3.3 V, and the
/// temperature sensor at 30 and 110 degrees.
final class SystemMemoryModel: PeripheralModel {
    let addresses: Range<UInt32> = 0x1FFF_7A00..<0x1FFF_7A40

    func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        let values: [UInt32: UInt32] = [0x2A: 1500, 0x2C: 940, 0x2E: 1200]
        return values[offset] ?? 0
    }
    func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {}
}

/// A converter. What it finds is a function of the channel and of the time.
public final class ADCModel: TimedModel {
    public let addresses: Range<UInt32>
    private let line: Int
    /// The part that all three share.
    public let common: ADCCommonModel
    private var registers: [UInt32: UInt32] = [:]
    private var status: UInt32 = 0
    private var data: UInt32 = 0
    private var now: UInt64 = 0
    /// Cycles until the conversion that goes on is over, and which of the sequence that is.
    private var cyclesLeft: UInt64?
    private var position = 0
    private var cyclesUntilTrigger: UInt64?
    /// The 12 bits that a channel converts to, so many core cycles after the start.
    public var value: (_ channel: Int, _ cycle: UInt64) -> UInt16 = { _, _ in 0 }
    /// Core cycles between triggers from outside, by EXTSEL; nil while there are none.
    var triggers: [UInt32: () -> UInt64?] = [:]
    /// Conversions begin and never end: a fault.
    public var isStuck = false
    /// What was wrong about how it was driven.
    public private(set) var complaints: [String] = []

    private enum Status {
        static let endOfConversion: UInt32 = 1 << 1
        static let started: UInt32 = 1 << 4
        static let overrun: UInt32 = 1 << 5
    }
    private enum Control1 {
        static let endInterrupt: UInt32 = 1 << 5
        static let scan: UInt32 = 1 << 8
        static let overrunInterrupt: UInt32 = 1 << 26
    }
    private enum Control2 {
        static let on: UInt32 = 1 << 0
        static let continuous: UInt32 = 1 << 1
        static let requests: UInt32 = 1 << 8
        static let keepsRequesting: UInt32 = 1 << 9
        static let endOfEach: UInt32 = 1 << 10
        static let start: UInt32 = 1 << 30
    }

    /// A converter at its address, interrupting on `line`.
    public init(baseAddress: UInt32, line: Int, common: ADCCommonModel) {
        addresses = baseAddress..<baseAddress + 0x100
        self.line = line
        self.common = common
    }

    private var control1: UInt32 { registers[0x04] ?? 0 }
    private var control2: UInt32 { registers[0x08] ?? 0 }

    /// A result comes before the one before it was taken.
    public func injectOverrun() { status |= Status.overrun }

    /// The sequence's channels: one of them without SCAN.
    private var sequence: [Int] {
        let count = control1 & Control1.scan != 0 ? Int((registers[0x2C] ?? 0) >> 20 & 0xF) + 1 : 1
        return (0..<count).map { index in
            let register = registers[0x34 - UInt32(index / 6) * 4] ?? 0
            return Int(register >> UInt32(index % 6 * 5) & 0x1F)
        }
    }

    /// Core cycles that a channel takes: its sampling time and twelve, of the converters' clock (13.5).
    private func cycles(for channel: Int) -> UInt64 {
        let register = registers[channel < 10 ? 0x10 : 0x0C] ?? 0
        let choice = Int(register >> UInt32(channel % 10 * 3) & 0b111)
        // The bus's clock has two core cycles.
        return ([3, 15, 28, 56, 84, 112, 144, 480][choice] + 12) * common.divider * 2
    }

    /// Whether it asks a DMA stream to take a result. Not after an overrun (13.8.1).
    var requestsTransfer: Bool {
        control2 & Control2.requests != 0 && status & (Status.endOfConversion | Status.overrun) == Status.endOfConversion
    }

    public var assertedLines: [Int] {
        let end = control1 & Control1.endInterrupt != 0 && status & Status.endOfConversion != 0
        let overrun = control1 & Control1.overrunInterrupt != 0 && status & Status.overrun != 0
        return end || overrun ? [line] : []
    }

    // MARK: - Time

    public var cyclesUntilEvent: UInt64? {
        let conversion = isStuck ? nil : cyclesLeft
        guard let trigger = cyclesUntilTrigger else { return conversion }
        return min(trigger, conversion ?? trigger)
    }

    public func advance(by cycles: UInt64) {
        now += cycles
        if let left = cyclesLeft, !isStuck {
            cyclesLeft = left - cycles
            if left == cycles { endConversion() }
        }
        if let left = cyclesUntilTrigger {
            cyclesUntilTrigger = left - cycles
            if left == cycles { trigger() }
        }
    }

    private func trigger() {
        cyclesUntilTrigger = period
        guard cyclesLeft == nil, status & Status.overrun == 0 else { return }
        begin(0)
    }

    /// Between triggers from outside, if they are let in (EXTEN).
    private var period: UInt64? {
        guard control2 >> 28 & 0b11 != 0, control2 & Control2.on != 0 else { return nil }
        return triggers[control2 >> 24 & 0xF]?()
    }

    private func begin(_ position: Int) {
        self.position = position
        let channel = sequence[position]
        if channel >= 16, !common.isSensorOn { complaints.append("channel \(channel), whose source is off") }
        status |= Status.started
        cyclesLeft = cycles(for: channel)
    }

    private func endConversion() {
        cyclesLeft = nil
        let channels = sequence
        let isLast = position == channels.count - 1
        // Looked for where each conversion has an end of its own, or DMA takes them (13.8.1).
        let looksForOverrun = control2 & (Control2.requests | Control2.endOfEach) != 0
        if looksForOverrun, status & Status.endOfConversion != 0 {
            // The result is lost, and nothing more is converted.
            status |= Status.overrun
            return
        }
        data = UInt32(value(channels[position], now) & 0xFFF)
        if looksForOverrun || isLast { status |= Status.endOfConversion }
        if !isLast {
            begin(position + 1)
        } else if control2 & Control2.continuous != 0 {
            begin(0)
        }
    }

    // MARK: - Registers

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x00: return status
        case 0x4C:
            status &= ~Status.endOfConversion
            return data
        default: return registers[offset] ?? 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        // A 0 clears its flag and a 1 leaves it (13.13.1).
        case 0x00: status &= value
        case 0x08: setControl2(value)
        default: registers[offset] = value
        }
    }

    private func setControl2(_ value: UInt32) {
        let before = control2
        registers[0x08] = value & ~Control2.start
        guard value & Control2.on != 0 else {
            // Turned off: what is being converted is dropped (13.3.1).
            (cyclesLeft, cyclesUntilTrigger) = (nil, nil)
            return
        }
        let goesOn = value & Control2.continuous != 0 || value >> 28 & 0b11 != 0
        if goesOn, value & (Control2.requests | Control2.keepsRequesting) == Control2.requests {
            complaints.append("without DDS the requests end with the stream's first round")
        }
        if period == nil {
            cyclesUntilTrigger = nil
        } else if cyclesUntilTrigger == nil {
            cyclesUntilTrigger = period
        }
        guard value & Control2.start != 0 else { return }
        guard before & Control2.on != 0 else { return complaints.append("started before it is on") }
        if cyclesLeft == nil, status & Status.overrun == 0 { begin(0) }
    }
}
