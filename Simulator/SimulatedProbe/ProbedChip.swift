// An STM32F405 as a debug probe sees it: flash and its controller, RAM, the core's debug registers, and what
// identifies the chip.
import MMIO
import SimulatedChip

/// The chip at the other end of the wires.
public final class ProbedChip: DebugBus {
    /// The chip's flash: what a session programs is here.
    public let flash: FlashMemoryModel
    /// The core's debug registers.
    public let core = CoreDebug()
    private var flashController: FlashControllerModel
    private var ram = [UInt8](repeating: 0, count: 128 << 10)

    private static let ramStart: UInt32 = 0x2000_0000
    private static let peripherals: Range<UInt32> = 0x4000_0000..<0x6000_0000
    private static let corePeripherals: Range<UInt32> = 0xE000_0000..<0xE010_0000
    /// DBGMCU_IDCODE: an F405, revision 2 (RM0090 38.6.1).
    private static let deviceIdentification: (address: UInt32, value: UInt32) = (0xE004_2000, 0x1007_6413)
    /// The flash's kilobytes, and what shares their word (RM0090 39.2).
    private static let flashSize: (address: UInt32, value: UInt32) = (0x1FFF_7A20, 1024 << 16)

    /// A chip after its power came, with `flash`, which several chips one after the other may have.
    public init(flash: FlashMemoryModel = FlashMemoryModel()) {
        self.flash = flash
        flashController = Self.makeController(flash)
        core.onReset = { [unowned self] in
            // The controller is locked again.
            flashController = Self.makeController(self.flash)
            return (self.flash.load(at: 0, width: .word), self.flash.load(at: 4, width: .word))
        }
    }

    private static func makeController(_ flash: FlashMemoryModel) -> FlashControllerModel {
        let controller = FlashControllerModel(flash)
        controller.busyReads = 1
        return controller
    }

    /// The test access ports in the order of the silicon: the core's is nearest to TDO.
    public func makeScanChain() -> ScanChain {
        ScanChain([TestAccessPort(BoundaryScan()), TestAccessPort(DebugPort(MemoryAccessPort(self)))])
    }

    /// NRST.
    public func reset() { core.reset() }

    public func load(from address: UInt32, width: AccessWidth) -> UInt32? {
        guard address % UInt32(width.rawValue) == 0 else { return nil }
        if flash.addresses.contains(address) {
            return flash.load(at: address - flash.addresses.lowerBound, width: width)
        }
        if let index = ramIndex(address) {
            return (0..<width.rawValue).reduce(0) { $0 | UInt32(ram[index + $1]) << UInt32($1 * 8) }
        }
        guard let word = register(address & ~3) else { return nil }
        let value = word >> (address % 4 * 8)
        return width == .word ? value : value & (1 << UInt32(width.rawValue * 8) - 1)
    }

    public func store(_ value: UInt32, to address: UInt32, width: AccessWidth) -> Bool {
        guard address % UInt32(width.rawValue) == 0 else { return false }
        if flash.addresses.contains(address) {
            flash.store(value, at: address - flash.addresses.lowerBound, width: width)
        } else if let index = ramIndex(address) {
            for lane in 0..<width.rawValue { ram[index + lane] = UInt8(truncatingIfNeeded: value >> UInt32(lane * 8)) }
        } else if flashController.addresses.contains(address) {
            flashController.store(value, at: address - flashController.addresses.lowerBound, width: width)
        } else if Self.corePeripherals.contains(address) {
            core.store(value, address)
        } else {
            // Peripherals without a model take what is written and forget it.
            return Self.peripherals.contains(address)
        }
        return true
    }

    private func ramIndex(_ address: UInt32) -> Int? {
        let index = Int(address) - Int(Self.ramStart)
        return ram.indices.contains(index) ? index : nil
    }

    /// A word of the peripherals, of the core or of the system memory; those without a model read 0.
    private func register(_ address: UInt32) -> UInt32? {
        if flashController.addresses.contains(address) {
            return flashController.load(at: address - flashController.addresses.lowerBound, width: .word)
        }
        switch address {
        case Self.deviceIdentification.address: return Self.deviceIdentification.value
        case Self.flashSize.address: return Self.flashSize.value
        case Self.corePeripherals: return core.load(address)
        case Self.peripherals: return 0
        default: return nil
        }
    }
}
