// The timers and the watchdog of Arm's Cortex-M System Design Kit (ARM DDI 0479, sections 4.2, 4.4, 4.5), counting as the
// core's clock goes by.
import MMIO

/// An APB timer: counts down from RELOAD to 0 and begins again.
public final class CMSDKTimerModel: TimedModel {
    public let addresses: Range<UInt32>
    private let line: Int
    private var control: UInt32 = 0
    private var value: UInt32 = 0
    private var reload: UInt32 = 0
    private var isPending = false
    /// Whether its clock stands still.
    public var isStuck = false

    /// A timer at its address, interrupting on `line`.
    public init(baseAddress: UInt32, line: Int) {
        addresses = baseAddress..<baseAddress + 0x1000
        self.line = line
    }

    public var assertedLines: [Int] { isPending ? [line] : [] }

    public var cyclesUntilEvent: UInt64? { control & 1 != 0 && !isStuck ? UInt64(value) + 1 : nil }

    public func advance(by cycles: UInt64) {
        guard let left = cyclesUntilEvent else { return }
        guard cycles == left else {
            value -= UInt32(cycles)
            return
        }
        value = reload
        if control & 0b1000 != 0 { isPending = true }
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x0: control
        case 0x4: value
        case 0x8: reload
        case 0xC: isPending ? 1 : 0
        default: 0
        }
    }

    public func store(_ newValue: UInt32, at offset: UInt32, width: AccessWidth) {
        switch offset {
        case 0x0: control = newValue & 0b1111
        case 0x4: value = newValue
        case 0x8: reload = newValue
        case 0xC where newValue & 1 != 0: isPending = false
        default: break
        }
    }
}

/// The dual timer: two halves, 0x20 apart, and one line.
public final class CMSDKDualTimerModel: TimedModel {
    public let addresses: Range<UInt32> = 0x4000_2000..<0x4000_3000
    private let line = 10

    private struct Half {
        var load: UInt32 = 0
        var value: UInt32 = 0xFFFF_FFFF
        var control: UInt32 = 0x20
        var isPending = false

        var isMasked: Bool { control & 0x20 == 0 }
        /// Only what drivers here use is modelled: periodic, 32 bits, undivided.
        var cyclesUntilEvent: UInt64? { control & 0xC2 == 0xC2 ? UInt64(max(value, 1)) : nil }

        mutating func advance(by cycles: UInt64) {
            guard let left = cyclesUntilEvent else { return }
            guard cycles == left else {
                value -= UInt32(cycles)
                return
            }
            value = load
            isPending = true
        }
    }

    private var halves = [Half(), Half()]

    /// Both halves, as after reset.
    public init() {}

    public var assertedLines: [Int] { halves.contains { $0.isPending && !$0.isMasked } ? [line] : [] }
    public var cyclesUntilEvent: UInt64? { halves.compactMap(\.cyclesUntilEvent).min() }
    public func advance(by cycles: UInt64) { for index in 0..<2 { halves[index].advance(by: cycles) } }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        guard offset < 0x40 else { return 0 }
        let half = halves[Int(offset >> 5)]
        switch offset & 0x1F {
        case 0x00, 0x18: return half.load
        case 0x04: return half.value
        case 0x08: return half.control
        case 0x10: return half.isPending ? 1 : 0
        case 0x14: return half.isPending && !half.isMasked ? 1 : 0
        default: return 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        guard offset < 0x40 else { return }
        let index = Int(offset >> 5)
        switch offset & 0x1F {
        case 0x00: (halves[index].load, halves[index].value) = (value, value)
        case 0x08: halves[index].control = value & 0xEF
        // Any value clears it.
        case 0x0C: halves[index].isPending = false
        case 0x18: halves[index].load = value
        default: break
        }
    }
}

/// The watchdog: an interrupt when its time is up, and a reset when it is up again.
public final class CMSDKWatchdogModel: TimedModel {
    public let addresses: Range<UInt32> = 0x4000_8000..<0x4000_9000
    private var loadValue: UInt32 = .max
    private var value: UInt32 = .max
    private var control: UInt32 = 0
    private var isLocked = false
    private var isPending = false
    /// Whether it takes no settings whatever key it is given.
    public var isStuck = false
    /// The non-maskable interrupt, and the reset.
    public var onInterrupt: () -> Void = {}
    /// Called when the time is up once more and the interrupt is still pending.
    public var onReset: () -> Void = {}

    /// The watchdog, as after reset: not running.
    public init() {}

    public var cyclesUntilEvent: UInt64? { control & 1 != 0 ? UInt64(max(value, 1)) : nil }

    public func advance(by cycles: UInt64) {
        guard let left = cyclesUntilEvent else { return }
        guard cycles == left else {
            value -= UInt32(cycles)
            return
        }
        value = loadValue
        if !isPending {
            isPending = true
            onInterrupt()
        } else if control & 2 != 0 {
            control = 0
            onReset()
        }
    }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        switch offset {
        case 0x000: loadValue
        case 0x004: value
        case 0x008: control
        case 0x010: isPending ? 1 : 0
        case 0x014: isPending && control & 1 != 0 ? 1 : 0
        case 0xC00: isLocked ? 1 : 0
        default: 0
        }
    }

    public func store(_ newValue: UInt32, at offset: UInt32, width: AccessWidth) {
        if offset == 0xC00 { isLocked = newValue != 0x1ACC_E551 }
        guard !isLocked, !isStuck else { return }
        switch offset {
        case 0x000: (loadValue, value) = (newValue, newValue)
        case 0x008:
            if control & 1 == 0 { value = loadValue }
            control = newValue & 0b11
        case 0x00C: (isPending, value) = (false, loadValue)
        default: break
        }
    }
}
