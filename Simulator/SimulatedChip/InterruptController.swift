// The interrupt controller and the system control block's part in it (ARMv7-M Architecture Reference Manual,
// B3.2 and B3.4; exception priorities and preemption, B1.5.4).
import CortexM
import MMIO

/// Decides which exception runs: pending, enabled, and more urgent than what runs now.
public final class InterruptController: PeripheralModel {
    /// System control space from ICSR's word on, and the NVIC.
    public let addresses: Range<UInt32> = 0xE000_E100..<0xE000_EF00

    /// An exception that is being handled.
    struct Taken {
        let exception: Int
        let priority: Int
    }

    private static let lines = 96
    private static let sysTick = 15
    /// The chips here keep the upper four bits of a priority.
    private static let priorityBits: UInt8 = 0xF0
    private var enabled = Set<Int>()
    private var pending = Set<Int>()
    /// By exception number.
    private var priorities = [UInt8](repeating: 0, count: 16 + lines)
    private var active: [Taken] = []

    var isSysTickAsserted: () -> Bool = { false }
    var setSysTick: (Bool) -> Void = { _ in }
    var onReset: () -> Void = {}
    /// SCR.SLEEPDEEP.
    private(set) var sleepsDeeply = false

    /// The priority of what runs, or to which it has raised itself: thread mode is below all.
    private var runningPriority: Int {
        let base = HostInterrupts.basePriority
        return min(active.last?.priority ?? 256, base == 0 ? 256 : Int(base))
    }

    /// Makes a line pending that a peripheral asserts. While its own handler runs it is looked at again when that
    /// returns (B3.4.1).
    func pend(_ line: Int) {
        if !active.contains(where: { $0.exception == 16 + line }) { pending.insert(line) }
    }

    /// Whether anything would wake the core: what is pending and enabled, masked or not (B1.5.19).
    var isAnythingPending: Bool { isSysTickAsserted() || !pending.isDisjoint(with: enabled) }

    /// The most urgent exception that may preempt what runs; it is active from here on.
    func takeNext() -> Taken? {
        var best: (priority: Int, exception: Int)?
        func consider(_ exception: Int) {
            let priority = Int(priorities[exception])
            // Of equal priorities the lower number goes first.
            if let best, (best.priority, best.exception) <= (priority, exception) { return }
            best = (priority, exception)
        }
        if isSysTickAsserted() { consider(Self.sysTick) }
        for line in pending where enabled.contains(line) { consider(16 + line) }
        guard let best, best.priority < runningPriority else { return nil }
        if best.exception == Self.sysTick { setSysTick(false) } else { pending.remove(best.exception - 16) }
        let taken = Taken(exception: best.exception, priority: best.priority)
        active.append(taken)
        return taken
    }

    /// The handler has returned.
    func finish(_ taken: Taken) { active.removeLast() }

    // MARK: - Registers

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        let address = addresses.lowerBound + offset
        switch address {
        case 0xE000_E100..<0xE000_E120: return mask(of: enabled, at: address - 0xE000_E100)
        case 0xE000_E180..<0xE000_E1A0: return mask(of: enabled, at: address - 0xE000_E180)
        case 0xE000_E200..<0xE000_E220: return mask(of: pending, at: address - 0xE000_E200)
        case 0xE000_E280..<0xE000_E2A0: return mask(of: pending, at: address - 0xE000_E280)
        case 0xE000_E400..<0xE000_E400 + UInt32(Self.lines):
            return priorities(from: 16 + Int(address - 0xE000_E400), width)
        case 0xE000_ED04: return isSysTickAsserted() ? 1 << 26 : 0
        case 0xE000_ED10: return sleepsDeeply ? 1 << 2 : 0
        case 0xE000_ED18..<0xE000_ED24: return priorities(from: 4 + Int(address - 0xE000_ED18), width)
        default: return 0
        }
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        let address = addresses.lowerBound + offset
        switch address {
        case 0xE000_E100..<0xE000_E120: enabled.formUnion(lines(value, at: address - 0xE000_E100))
        case 0xE000_E180..<0xE000_E1A0: enabled.subtract(lines(value, at: address - 0xE000_E180))
        case 0xE000_E200..<0xE000_E220: pending.formUnion(lines(value, at: address - 0xE000_E200))
        case 0xE000_E280..<0xE000_E2A0: pending.subtract(lines(value, at: address - 0xE000_E280))
        case 0xE000_E400..<0xE000_E400 + UInt32(Self.lines):
            setPriorities(value, from: 16 + Int(address - 0xE000_E400), width)
        // PENDSTSET and PENDSTCLR (B3.2.4).
        case 0xE000_ED04 where value & 1 << 26 != 0: setSysTick(true)
        case 0xE000_ED04 where value & 1 << 25 != 0: setSysTick(false)
        case 0xE000_ED0C where value & 0xFFFF_0004 == 0x05FA_0004: onReset()
        case 0xE000_ED10: sleepsDeeply = value >> 2 & 1 != 0
        case 0xE000_ED18..<0xE000_ED24: setPriorities(value, from: 4 + Int(address - 0xE000_ED18), width)
        default: break
        }
    }

    /// Priorities are a byte each, and may be read and written several at once (B3.4.9).
    private func priorities(from exception: Int, _ width: AccessWidth) -> UInt32 {
        (0..<width.rawValue).reduce(0) { $0 | UInt32(priorities[exception + $1]) << UInt32($1 * 8) }
    }

    private func setPriorities(_ value: UInt32, from exception: Int, _ width: AccessWidth) {
        for index in 0..<width.rawValue {
            priorities[exception + index] = UInt8(truncatingIfNeeded: value >> UInt32(index * 8)) & Self.priorityBits
        }
    }

    private func lines(_ mask: UInt32, at offset: UInt32) -> [Int] {
        (0..<32).filter { mask >> UInt32($0) & 1 != 0 }.map { Int(offset) * 8 + $0 }
    }

    private func mask(of set: Set<Int>, at offset: UInt32) -> UInt32 {
        (0..<32).reduce(0) { set.contains(Int(offset) * 8 + $1) ? $0 | 1 << UInt32($1) : $0 }
    }
}
