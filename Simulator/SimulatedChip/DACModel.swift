// The STM32F4's digital-to-analog converters (RM0090 section 14), as far as both of them together go: triggered by a timer,
// and brought their samples by DMA.
import MMIO

/// Both converters, and what they have put out.
public final class DACModel: TimedModel {
    /// What both outputs changed to at a trigger, 12 bits each, and when.
    public struct Output: Equatable, Sendable {
        /// Core cycles since the start.
        public let cycle: UInt64
        /// The first converter's output, 0 to 4095.
        public let left: UInt16
        /// The second converter's output, 0 to 4095.
        public let right: UInt16
    }

    public let addresses: Range<UInt32> = 0x4000_7400..<0x4000_7800
    private let line = 54
    private var control: UInt32 = 0
    private var status: UInt32 = 0
    /// The data holding registers, and what is put out.
    private var holding: [UInt16] = [0, 0]
    /// What both put out now, 12 bits each.
    public private(set) var levels: [UInt16] = [0, 0]
    /// Requests that no stream has answered yet.
    private var isRequesting = [false, false]
    private var now: UInt64 = 0
    private var cyclesUntilTrigger: UInt64?
    /// Core cycles between triggers of a selection; nil while there are none.
    var triggers: [UInt32: () -> UInt64?] = [:]
    /// What each trigger has put out since the start.
    public private(set) var outputs: [Output] = []
    /// What was wrong about how it was driven.
    public private(set) var complaints: [String] = []

    private enum Control {
        static let enable: UInt32 = 1 << 0
        static let triggered: UInt32 = 1 << 2
        static let requests: UInt32 = 1 << 12
        static let underrunInterrupt: UInt32 = 1 << 13
    }
    private enum Status {
        static let underrun: UInt32 = 1 << 13
    }

    /// Both converters off, as after reset.
    public init() {}

    /// The fields of a converter, 0 or 1.
    private func control(_ channel: Int) -> UInt32 { control >> UInt32(channel * 16) & 0xFFFF }
    private func isUnderrun(_ channel: Int) -> Bool { status & Status.underrun << UInt32(channel * 16) != 0 }

    /// Whether a converter asks its DMA stream for a sample.
    func requestsTransfer(_ channel: Int) -> Bool { isRequesting[channel] }

    public var assertedLines: [Int] {
        (0..<2).contains { isUnderrun($0) && control($0) & Control.underrunInterrupt != 0 } ? [line] : []
    }

    // MARK: - Time

    public var cyclesUntilEvent: UInt64? { cyclesUntilTrigger }

    public func advance(by cycles: UInt64) {
        now += cycles
        guard let left = cyclesUntilTrigger else { return }
        cyclesUntilTrigger = left - cycles
        if left == cycles { trigger() }
    }

    /// The two share a selection here; a converter without its trigger takes what is written at once.
    private var period: UInt64? {
        guard control(0) & control(1) & Control.triggered != 0 else { return nil }
        return triggers[control >> 3 & 0b111]?()
    }

    private func trigger() {
        cyclesUntilTrigger = period
        for channel in 0..<2 {
            levels[channel] = holding[channel]
            guard control(channel) & Control.requests != 0, !isUnderrun(channel) else { continue }
            if isRequesting[channel] {
                // Nobody answered in time: no more is asked for (14.3.7).
                status |= Status.underrun << UInt32(channel * 16)
                isRequesting[channel] = false
            } else {
                isRequesting[channel] = true
            }
        }
        outputs.append(Output(cycle: now, left: levels[0], right: levels[1]))
    }

    // MARK: - Registers

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x00: control
        case 0x24: UInt32(holding[0]) << 4 | UInt32(holding[1]) << 20
        case 0x2C: UInt32(levels[0])
        case 0x30: UInt32(levels[1])
        case 0x34: status
        default: 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x00: setControl(value)
        case 0x24:
            if width != .word { complaints.append("half of both sides") }
            holding = [UInt16(value >> 4 & 0xFFF), UInt16(value >> 20 & 0xFFF)]
            isRequesting = [false, false]
            for channel in 0..<2 where control(channel) & (Control.enable | Control.triggered) == Control.enable {
                levels[channel] = holding[channel]
            }
        // A 1 clears its flag (14.5.14).
        case 0x34: status &= ~value
        default: complaints.append("a register at 0x" + String(offset, radix: 16))
        }
    }

    private func setControl(_ value: UInt32) {
        control = value
        for channel in 0..<2 {
            if control(channel) & Control.requests == 0 { isRequesting[channel] = false }
            if control(channel) & Control.requests != 0, isUnderrun(channel) {
                complaints.append("converter \(channel + 1) asks for samples with its underrun standing")
            }
        }
        if control(0) >> 3 & 0b111 != control(1) >> 3 & 0b111 { complaints.append("each converter with a trigger of its own") }
        cyclesUntilTrigger = period
    }
}
