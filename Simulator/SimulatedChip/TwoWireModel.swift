// The two-wire interface of Arm's boards (SBCon): two lines, and on them the targets of an I2C bus (NXP, UM10204), bit by
// bit.
import MMIO

/// An interface and what hangs on it.
public final class TwoWireModel: PeripheralModel {
    public let addresses: Range<UInt32>
    /// What hangs on the bus. The first that answers to an address is meant.
    public var targets: [any I2CTargetModel] = []
    /// Whether a target holds the clock low for ever.
    public var isStretched = false
    /// Whether somebody else holds the data line low.
    public var isDataHeld = false
    /// Start and stop conditions since the start.
    public private(set) var starts = 0
    /// Stop conditions since the start.
    public private(set) var stops = 0

    /// What the controller releases, and what the target does.
    private var clock = true
    private var data = true
    private var targetData = true

    private enum Phase { case idle, address, receiving, sending }
    private var phase = Phase.idle
    private var target: (any I2CTargetModel)?
    private var shift: UInt8 = 0
    private var bits = 0
    private var isAcknowledging = false
    private var isAcknowledged = false

    /// An interface at its address, with both lines high.
    public init(baseAddress: UInt32) { addresses = baseAddress..<baseAddress + 0x1000 }

    private var clockLine: Bool { clock && !isStretched }
    private var dataLine: Bool { data && targetData && !isDataHeld }

    public func load(at offset: UInt32, width: AccessWidth) -> UInt32 {
        offset == 0 ? (clockLine ? 1 : 0) | (dataLine ? 2 : 0) : 0
    }

    public func store(_ value: UInt32, at offset: UInt32, width: AccessWidth) {
        guard offset == 0 || offset == 4 else { return }
        let (oldClock, oldData) = (clockLine, dataLine)
        if value & 1 != 0 { clock = offset == 0 }
        if value & 2 != 0 { data = offset == 0 }
        if oldClock, clockLine {
            if oldData, !dataLine { start() }
            if !oldData, dataLine { stop() }
        } else if !oldClock, clockLine {
            rise()
        } else if oldClock, !clockLine {
            fall()
        }
    }

    private func start() {
        starts += 1
        (phase, bits, shift, isAcknowledging, targetData) = (.address, -1, 0, false, true)
    }

    private func stop() {
        stops += 1
        (phase, targetData) = (.idle, true)
    }

    /// Bits are taken while the clock is high.
    private func rise() {
        guard phase != .idle, bits >= 0 else { return }
        if isAcknowledging {
            if phase == .sending { isAcknowledged = !dataLine }
        } else {
            if phase != .sending { shift = shift << 1 | (dataLine ? 1 : 0) }
            bits += 1
        }
    }

    /// Data changes while it is low.
    private func fall() {
        guard phase != .idle else { return }
        // The clock falls once after a start condition, before the first bit.
        if bits < 0 {
            bits = 0
            return
        }
        if isAcknowledging {
            (isAcknowledging, bits, targetData) = (false, 0, true)
            if phase == .address { phase = shift & 1 != 0 ? .sending : .receiving }
            if !isAcknowledged {
                phase = .idle
                return
            }
            if phase == .sending { shift = target?.read() ?? 0xFF }
            if phase == .sending { driveBit() } else { shift = 0 }
        } else if bits == 8 {
            isAcknowledging = true
            switch phase {
            case .address:
                target = targets.first { $0.address == shift >> 1 }
                isAcknowledged = target?.begin(reading: shift & 1 != 0) ?? false
                targetData = !isAcknowledged
            case .receiving:
                isAcknowledged = target?.write(shift) ?? false
                targetData = !isAcknowledged
            default: targetData = true
            }
        } else if phase == .sending {
            driveBit()
        }
    }

    private func driveBit() { targetData = shift >> UInt8(7 - bits) & 1 != 0 }
}
